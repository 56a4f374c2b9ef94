//! Identifiers: short names chosen by people (`Id`) and the random, time-ordered id of a reaction (`ReactionId`).

use crate::domain::from_json::{from_text, text_serde};
use serde::Serialize;
use std::fmt;

/// A short name in content files: a slug, question, option or dilemma. `[a-z0-9-]`, 1 to 60 characters,
/// beginning with a letter or digit, so that it is safe in a path, a form field and a spreadsheet.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(transparent)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct Id(#[cfg_attr(not(target_arch = "wasm32"), schemars(regex(pattern = r"^[a-z0-9][a-z0-9-]{0,59}$")))] String);

/// The text is not an [`Id`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotAnId;

impl TryFrom<&str> for Id {
    type Error = NotAnId;

    fn try_from(text: &str) -> Result<Self, NotAnId> {
        let allowed = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-';
        if text.is_empty() || text.len() > 60 || text.starts_with('-') || !text.bytes().all(allowed) {
            return Err(NotAnId);
        }
        Ok(Self(text.to_owned()))
    }
}

impl Id {
    /// The id as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Id {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// A UUID version 7 (RFC 9562): 48 bits of milliseconds since 1970, then random bits. It names one reaction for ever.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(transparent)]
pub struct ReactionId(String);

/// The text is not a lower-case UUID version 7.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotAReactionId;

impl ReactionId {
    /// Makes an id from the edge's clock (milliseconds since 1970) and ten random bytes.
    pub fn new(milliseconds: u64, random: [u8; 10]) -> Self {
        let mut bytes = [0u8; 16];
        bytes[..6].copy_from_slice(&milliseconds.to_be_bytes()[2..]);
        bytes[6..].copy_from_slice(&random);
        bytes[6] = 0x70 | (bytes[6] & 0x0f);
        bytes[8] = 0x80 | (bytes[8] & 0x3f);
        let hex = super::digest::hex(&bytes);
        let parts = [&hex[..8], &hex[8..12], &hex[12..16], &hex[16..20], &hex[20..]];
        Self(parts.join("-"))
    }

    /// The id as text, 36 characters.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl TryFrom<&str> for ReactionId {
    type Error = NotAReactionId;

    fn try_from(text: &str) -> Result<Self, NotAReactionId> {
        let bytes = text.as_bytes();
        let shape = bytes.len() == 36
            && bytes.iter().enumerate().all(|(at, b)| match at {
                8 | 13 | 18 | 23 => *b == b'-',
                _ => b.is_ascii_digit() || (b'a'..=b'f').contains(b),
            });
        if shape && bytes[14] == b'7' && matches!(bytes[19], b'8' | b'9' | b'a' | b'b') {
            Ok(Self(text.to_owned()))
        } else {
            Err(NotAReactionId)
        }
    }
}

from_text!(Id, ReactionId);
text_serde!(Id, ReactionId);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_is_short_and_safe_everywhere() {
        for good in ["a", "drenthe-dichterbij", "2030-plan"] {
            assert!(Id::try_from(good).is_ok(), "{good}");
        }
        let long = "x".repeat(61);
        for bad in ["", "-a", "../etc", "A", "a b", "é", "a.b", "a/b", &long] {
            assert_eq!(Id::try_from(bad), Err(NotAnId), "{bad}");
        }
    }

    #[test]
    fn a_reaction_id_is_a_uuid_of_version_7_and_sorts_by_time() {
        let early = ReactionId::new(1_700_000_000_000, [0xff; 10]);
        let late = ReactionId::new(1_700_000_000_001, [0; 10]);
        assert!(early < late);
        assert_eq!(ReactionId::try_from(early.as_str()), Ok(early.clone()));
        assert_eq!(early.as_str(), "018bcfe5-6800-7fff-bfff-ffffffffffff");
        for bad in [
            "",
            "018bcfe5-6800-4fff-bfff-ffffffffffff",
            "018BCFE5-6800-7FFF-BFFF-FFFFFFFFFFFF",
            "../../018bcfe5-6800-7fff-bfff-ffffff",
        ] {
            assert!(ReactionId::try_from(bad).is_err(), "{bad}");
        }
    }
}
