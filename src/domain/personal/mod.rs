//! Signs of personal data in a text: what it looks like, and where.
//!
//! - [`token`]: a text as runs of letters, digits and blanks.
//! - [`number`]: telephone numbers and citizen service numbers (BSN).
//! - [`code`]: e-mail addresses, bank accounts, postcodes and licence plates.
//! - [`word`]: a street with a number, and names by which somebody is introduced.
//!
//! A sign is a reason to look, not a proof; and a text without signs may still tell who somebody is. So a person reads
//! what is published as well. Nothing here needs more than the text: it also runs while somebody types.

mod code;
mod number;
mod token;
mod word;

use std::ops::Range;

/// What it looks like.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum PersonalKind {
    /// An e-mail address.
    Email,
    /// A telephone number.
    Phone,
    /// A Dutch postcode; with a house number it is one front door, in a village often without.
    Postcode,
    /// A bank account number.
    Iban,
    /// Eight or nine digits that pass the test for a citizen service number, or are called one.
    Bsn,
    /// A Dutch licence plate.
    Plate,
    /// A street with a house number.
    Address,
    /// The name of somebody who is introduced: "ik ben …", "mevrouw …".
    Name,
}

impl PersonalKind {
    /// Whether it is a question to a person rather than a sign: names of councillors and of public places may well stand
    /// somewhere.
    pub fn is_question(self) -> bool {
        matches!(self, Self::Address | Self::Name)
    }
}

/// Something that looks like personal data.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Personal {
    /// What it looks like.
    pub kind: PersonalKind,
    /// Where, in bytes.
    pub at: Range<usize>,
}

/// Every sign in a text, in order; none overlaps another.
pub fn find(text: &str) -> Vec<Personal> {
    let tokens = token::tokens(text);
    let mut found: Vec<Personal> = Vec::new();
    // The surest first: what it takes, is nothing else any more.
    for rule in
        [code::email, code::iban, number::phone, number::bsn, code::plate, code::postcode, word::address, word::name]
    {
        for first in 0..tokens.len() {
            let start = tokens[first].at;
            if let Some((kind, at)) = rule(&tokens, first)
                && found.iter().all(|other| at.end <= other.at.start || other.at.end <= at.start)
            {
                debug_assert!(at.start <= start && start < at.end, "a rule finds what stands where it looks");
                // Sorting in the end would weigh more in the browser than all rules together.
                let place = found.iter().position(|other| at.start < other.at.start).unwrap_or(found.len());
                found.insert(place, Personal { kind, at });
            }
        }
    }
    found
}

#[cfg(test)]
mod tests;
