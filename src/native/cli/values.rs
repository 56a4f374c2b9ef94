//! Values on the command line, checked as they are read.

use crate::{
    domain::{
        day::Day,
        gathering::GatheringId,
        id::{Id, ReactionId},
        language::Language,
        log::ErasedWhy,
    },
    files::read::is_origin,
};
use clap::ValueEnum;
use std::{num::NonZeroU32, str::FromStr};

/// How many reactions one address may send.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RateLimit {
    /// As many as it likes.
    Off,
    /// This many per second, sustained.
    PerSecond(NonZeroU32),
}

impl FromStr for RateLimit {
    type Err = &'static str;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        match text {
            "off" => Ok(RateLimit::Off),
            number => number.parse().map(RateLimit::PerSecond).map_err(|_| "give a whole number above 0, or off"),
        }
    }
}

/// Why a reaction is erased.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
#[value(rename_all = "snake_case")]
pub enum Why {
    /// Its writer asked for it
    OnRequest,
    /// It tells who somebody is
    PersonalData,
    /// It may not be kept by law
    Unlawful,
}

impl From<Why> for ErasedWhy {
    fn from(why: Why) -> Self {
        match why {
            Why::OnRequest => ErasedWhy::OnRequest,
            Why::PersonalData => ErasedWhy::PersonalData,
            Why::Unlawful => ErasedWhy::Unlawful,
        }
    }
}

/// What stands between the cells of a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Separator {
    /// What Excel expects where a comma stands in numbers.
    Semicolon,
    /// What it expects elsewhere.
    Comma,
    /// What no text of people's own has.
    Tab,
}

impl Separator {
    /// What spreadsheets in this language expect.
    pub fn of(language: Language) -> Self {
        match language {
            Language::Nl => Separator::Semicolon,
            Language::En => Separator::Comma,
        }
    }

    /// As it stands in the file.
    pub fn byte(self) -> u8 {
        match self {
            Separator::Semicolon => b';',
            Separator::Comma => b',',
            Separator::Tab => b'\t',
        }
    }
}

impl FromStr for Separator {
    type Err = &'static str;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        match text {
            ";" | "semicolon" | "puntkomma" => Ok(Separator::Semicolon),
            "," | "comma" | "komma" => Ok(Separator::Comma),
            "\t" | "tab" => Ok(Separator::Tab),
            _ => Err("choose ; or , or tab"),
        }
    }
}

/// A language of the messages.
pub fn language(code: &str) -> Result<Language, &'static str> {
    Language::from_code(code).ok_or("choose nl or en")
}

/// A day such as 2026-11-22.
pub fn day(text: &str) -> Result<Day, String> {
    Day::try_from(text).map_err(|error| error.to_string())
}

/// A slug.
pub fn reaction_id(text: &str) -> Result<ReactionId, &'static str> {
    ReactionId::try_from(text).map_err(|_| "not the id of a reaction, such as 01a2015c-67c2-7127-8434-ffdbb7c3e38c")
}

/// The name of a gathering.
pub fn gathering_id(text: &str) -> Result<GatheringId, &'static str> {
    GatheringId::try_from(text).map_err(|_| "give the 24 digits and letters that `beginspraak accept` shows")
}

/// The id of a consultation.
pub fn id(text: &str) -> Result<Id, &'static str> {
    Id::try_from(text).map_err(|_| "give small letters, digits and hyphens, 60 at most")
}

/// A path with a slash at both ends.
pub fn base(path: &str) -> Result<String, &'static str> {
    let allowed = |c: char| c.is_ascii_alphanumeric() || "-_.~/".contains(c);
    let inner = path.trim_matches('/');
    if !path.chars().all(allowed) || inner.split('/').any(|part| part == "." || part == "..") {
        return Err("give a path such as / or /denkmee/, without host or spaces");
    }
    Ok(if inner.is_empty() { "/".to_owned() } else { format!("/{inner}/") })
}

/// An origin as browsers write it: scheme, host and perhaps a port.
pub fn origin(text: &str) -> Result<String, &'static str> {
    let text = text.trim_end_matches('/').to_ascii_lowercase();
    if is_origin(&text) { Ok(text) } else { Err("give an origin such as https://denkmee.example.nl, without a path") }
}

/// Who runs the bucket.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Provider {
    /// Amazon.
    Aws,
    /// OVHcloud.
    Ovh,
    /// Scaleway.
    Scaleway,
    /// Ceph, with its RADOS gateway.
    Ceph,
    /// SeaweedFS.
    Seaweedfs,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_base_has_its_slashes_and_an_origin_no_path() {
        assert_eq!(base("denkmee"), Ok("/denkmee/".to_owned()));
        assert_eq!(base(""), Ok("/".to_owned()));
        assert!(base("/../").is_err());
        assert_eq!(origin("https://Denkmee.example.nl/"), Ok("https://denkmee.example.nl".to_owned()));
        assert!(origin("https://denkmee.example.nl/pad").is_err());
        assert!("0".parse::<RateLimit>().is_err());
    }
}
