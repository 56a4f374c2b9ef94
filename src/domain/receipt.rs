//! The receipt (volgcode): the secret with which a resident finds their own reaction back, and the tag made from it.

use crate::domain::{
    digest::{hex, unhex},
    from_json::{from_text, text_serde},
};
use hkdf::Hkdf;
use serde::Serialize;
use sha2::Sha256;
use std::fmt;

/// Crockford's base 32: no I, L, O or U.
const ALPHABET: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
/// Characters without hyphens: 15 random ones of 5 bits and one check character.
const LENGTH: usize = 16;

/// 75 random bits and a 5-bit check, shown as `XXXX-XXXX-XXXX-XXXX`. Never sent anywhere by the app.
#[derive(Clone, PartialEq, Eq, Serialize)]
#[serde(into = "String")]
pub struct Receipt([u8; LENGTH]);

/// Why a typed code is no receipt.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotAReceipt {
    /// It has this many characters instead of 16.
    Length(usize),
    /// This character is in no receipt.
    Character(char),
    /// The check character does not fit: there is a typing error.
    Check,
}

impl fmt::Display for NotAReceipt {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{self:?}")
    }
}

impl Receipt {
    /// Makes a receipt from ten random bytes, of which it uses 75 bits.
    pub fn new(random: [u8; 10]) -> Self {
        let bits = random.iter().fold(0u128, |bits, byte| bits << 8 | u128::from(*byte));
        let mut digits = [0u8; LENGTH];
        for (at, digit) in digits[..LENGTH - 1].iter_mut().enumerate() {
            *digit = (bits >> (5 * at) & 31) as u8;
        }
        digits[LENGTH - 1] = check(&digits);
        Self(digits)
    }

    /// The code without hyphens: what the tag is made from.
    fn characters(&self) -> String {
        self.0.iter().map(|digit| ALPHABET[usize::from(*digit)] as char).collect()
    }

    /// What travels in a reaction to this consultation: the first 10 bytes of
    /// HKDF-SHA256(the 16 characters, no salt, info = "beginspraak.trace/1" ‖ slug) as 20 hexadecimal characters.
    /// It can't be turned back into the receipt, and differs for each consultation.
    pub fn tag(&self, slug: &super::id::Id) -> Tag {
        let mut bytes = [0u8; 10];
        let info = [b"beginspraak.trace/1", slug.as_str().as_bytes()];
        let derived = Hkdf::<Sha256>::new(None, self.characters().as_bytes()).expand_multi_info(&info, &mut bytes);
        debug_assert!(derived.is_ok(), "10 bytes is far below the limit of 255 blocks");
        Tag::from(bytes)
    }
}

/// Multiplies by x in GF(2⁵) with x⁵ + x² + 1.
fn double(digit: u8) -> u8 {
    (digit << 1) ^ if digit & 16 != 0 { 0b10_0101 } else { 0 }
}

/// Σ xⁱ·digitᵢ over the 15 random digits. As the powers of x differ, every wrong character and every
/// swap of two characters is caught.
fn check(digits: &[u8; LENGTH]) -> u8 {
    digits[..LENGTH - 1].iter().fold(0, |sum, digit| double(sum ^ digit))
}

impl fmt::Display for Receipt {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let text = self.characters();
        write!(f, "{}-{}-{}-{}", &text[..4], &text[4..8], &text[8..12], &text[12..])
    }
}

// The code is a secret: it stays out of logs and panics.
impl fmt::Debug for Receipt {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Receipt(…)")
    }
}

impl From<Receipt> for String {
    fn from(receipt: Receipt) -> String {
        receipt.to_string()
    }
}

impl TryFrom<&str> for Receipt {
    type Error = NotAReceipt;

    /// Reads a code as people type it: spaces and hyphens anywhere, small letters, O for 0, I and L for 1.
    fn try_from(text: &str) -> Result<Self, NotAReceipt> {
        let mut digits = Vec::with_capacity(LENGTH);
        for character in text.chars().filter(|c| !is_mark(*c)) {
            let upper = match character.to_ascii_uppercase() {
                'O' => '0',
                'I' | 'L' => '1',
                other => other,
            };
            let digit = ALPHABET.iter().position(|a| char::from(*a) == upper);
            digits.push(digit.ok_or(NotAReceipt::Character(character))? as u8);
        }
        let digits: [u8; LENGTH] = digits.try_into().map_err(|typed: Vec<u8>| NotAReceipt::Length(typed.len()))?;
        if check(&digits) == digits[LENGTH - 1] { Ok(Self(digits)) } else { Err(NotAReceipt::Check) }
    }
}

/// Whether this says nothing: a space or hyphen of any kind, of which telephones and word processors know many, or a
/// quotation mark or bracket around a code.
fn is_mark(c: char) -> bool {
    // From U+2010: hyphens, dashes and quotation marks; from U+2000: spaces, also those without a width.
    c.is_whitespace()
        || "-_.\"'()<>*\u{ad}\u{2212}\u{feff}\u{ff0d}".contains(c)
        || ('\u{2000}'..='\u{201f}').contains(&c)
}

/// The codes in what somebody typed: one on each line, or with commas between them. Empty lines are none; nothing typed
/// at all is one empty code.
pub fn each(typed: &str) -> Vec<&str> {
    let codes: Vec<_> = typed.split(['\n', ',', ';']).map(code_in).filter(|code| !code.is_empty()).collect();
    if codes.is_empty() { vec![""] } else { codes }
}

/// The code in what somebody copied with it: in a whole address after the `#`, else after "Volgcode:", and after any
/// words.
fn code_in(typed: &str) -> &str {
    let typed = typed.rsplit(['#', ':']).next().unwrap_or_default().trim();
    let mut ends = typed.match_indices(char::is_whitespace).map(|(at, _)| typed[at..].trim());
    if Receipt::try_from(typed).is_ok() {
        typed
    } else {
        ends.find(|end| Receipt::try_from(*end).is_ok()).unwrap_or(typed)
    }
}

/// 20 lower-case hexadecimal characters that stand for a receipt in one consultation.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(transparent)]
pub struct Tag(String);

impl Tag {
    /// The tag as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The ten bytes that the text is of.
    pub fn bytes(&self) -> [u8; 10] {
        // A tag is never made of anything else.
        unhex(&self.0).unwrap_or_default()
    }
}

impl From<[u8; 10]> for Tag {
    fn from(bytes: [u8; 10]) -> Self {
        Self(hex(&bytes))
    }
}

impl TryFrom<&str> for Tag {
    type Error = ();

    fn try_from(text: &str) -> Result<Self, ()> {
        unhex::<10>(text).map(|_| Self(text.to_owned())).ok_or(())
    }
}

#[cfg(not(target_arch = "wasm32"))]
impl schemars::JsonSchema for Receipt {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Receipt".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({ "type": "string", "pattern": "^[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){3}$" })
    }
}

from_text!(Receipt);
text_serde!(Receipt);

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::id::Id;
    use proptest::prelude::*;

    #[test]
    fn the_tag_is_fixed_for_ever() {
        // Receipts outlive releases: this pair may never change.
        let receipt = Receipt::new([7; 10]);
        let tag = receipt.tag(&Id::try_from("drenthe-dichterbij").unwrap());
        assert_eq!((receipt.to_string().as_str(), tag.as_str()), ("7R1E-G3W0-7R1E-G3WA", "a0b105713f5effc90103"));
    }

    #[test]
    fn several_codes_may_be_typed_at_once() {
        assert_eq!(each(" 7R1E G3W0\n\n 7r1e-g3wa, x ;"), ["7R1E G3W0", "7r1e-g3wa", "x"]);
        assert_eq!(each(" \n"), [""]);
    }

    #[test]
    fn a_code_is_taken_out_of_what_was_copied_with_it() {
        let code = Receipt::new([7; 10]);
        for typed in [
            "7R1E\u{2010}G3W0\u{2010}7R1E\u{2010}G3WA",
            "7R1E\u{2011}G3W0\u{2212}7R1E\u{ff0d}G3WA",
            "\u{feff}7R1E\u{ad}-G3W0\u{200b}-7R1E-G3WA\u{200e}",
            "Volgcode: 7R1E-G3W0-7R1E-G3WA",
            "Uw volgcode is 7r1e g3w0 7r1e g3wa.",
            "“7R1E-G3W0-7R1E-G3WA”",
            "(7R1E-G3W0-7R1E-G3WA)",
            "https://denkmee.example.nl/volg/#7R1E-G3W0-7R1E-G3WA",
            "https://denkmee.example.nl:8080/en/volg/#7R1E-G3W0-7R1E-G3WA ",
        ] {
            let read: Vec<_> = each(typed).into_iter().map(Receipt::try_from).collect();
            assert_eq!(read, [Ok(code.clone())], "{typed}");
        }
        assert_eq!(
            each("https://denkmee.example.nl/volg/"),
            ["//denkmee.example.nl/volg/"],
            "an address without a code"
        );
        assert_eq!(
            Receipt::try_from(each("Volgcode: 7R1E-G3W0-7R1E-G3WB")[0]),
            Err(NotAReceipt::Check),
            "a typing error"
        );
    }

    proptest! {
        #[test]
        fn read_back_however_it_is_typed(random: [u8; 10]) {
            let receipt = Receipt::new(random);
            let shown = receipt.to_string();
            let sloppy = shown.to_lowercase().replace('-', " ").replace('0', "o").replace('1', "l");
            prop_assert_eq!(Receipt::try_from(shown.as_str()), Ok(receipt.clone()));
            prop_assert_eq!(Receipt::try_from(sloppy.as_str()), Ok(receipt));
        }

        #[test]
        fn one_wrong_character_is_caught(random: [u8; 10], at in 0usize..16, other in 0u8..32) {
            let mut receipt = Receipt::new(random);
            prop_assume!(receipt.0[at] != other);
            receipt.0[at] = other;
            prop_assert_eq!(Receipt::try_from(receipt.to_string().as_str()), Err(NotAReceipt::Check));
        }

        #[test]
        fn two_swapped_characters_are_caught(random: [u8; 10], a in 0usize..16, b in 0usize..16) {
            let mut receipt = Receipt::new(random);
            prop_assume!(receipt.0[a] != receipt.0[b]);
            receipt.0.swap(a, b);
            prop_assert_eq!(Receipt::try_from(receipt.to_string().as_str()), Err(NotAReceipt::Check));
        }

        #[test]
        fn anything_typed_gets_an_answer(text in ".{0,40}") {
            let _ = Receipt::try_from(text.as_str());
        }

        #[test]
        fn another_consultation_gives_another_tag(random: [u8; 10]) {
            let receipt = Receipt::new(random);
            let tag = |slug| receipt.tag(&Id::try_from(slug).unwrap());
            prop_assert_ne!(tag("a"), tag("b"));
        }
    }
}
