//! What is wrong in a content file: keys, not sentences. The sentences are in `texts::finding`.

use crate::domain::{
    day::Day,
    feedback::{Imbalance, LandingFault},
    language::Language,
    work::{Dubious, Refused},
};

/// One problem in a file.
#[derive(Clone, Debug, PartialEq)]
pub struct Finding {
    /// Where, as `$.questions[2].options[0].id`.
    pub path: String,
    /// What.
    pub cause: Cause,
}

/// What is wrong.
#[derive(Clone, Debug, PartialEq)]
pub enum Cause {
    /// A field that must be there is not.
    Missing,
    /// A field that this version does not know.
    Unknown,
    /// Another kind of value is needed here.
    Expected(Expected),
    /// There is no text in this language.
    NoText(Language),
    /// A text is empty.
    Empty,
    /// A text has a tab or another character in it that one can't see.
    Control,
    /// The value is not one of these.
    NotOneOf(&'static [&'static str]),
    /// The list has too few or too many items.
    Count {
        /// The fewest.
        min: usize,
        /// The most.
        max: usize,
        /// How many there are.
        has: usize,
    },
    /// The number is out of range.
    Range {
        /// The lowest.
        min: i64,
        /// The highest.
        max: i64,
    },
    /// The same id or name twice.
    Double(String),
    /// There is nothing with this id in that place.
    Dangling {
        /// The id.
        id: String,
        /// Where it should be, such as `dilemmas`.
        among: &'static str,
    },
    /// This day must not be before that one.
    Before {
        /// The other field.
        field: &'static str,
        /// Its day.
        day: Day,
    },
    /// This day must not be after that one.
    After {
        /// The other field.
        field: &'static str,
        /// Its day.
        day: Day,
    },
    /// The site has no pages in any language of this consultation, only in these.
    NoPage(Vec<Language>),
    /// Without Dutch there is no page at the address of the site itself.
    NoFrontPage,
    /// Somebody who fills in everything could not send it.
    TooMuchToSend {
        /// How many bytes that may be.
        most: usize,
        /// How many can be sent.
        limit: usize,
    },
    /// An address under the site's base that holds the base already.
    BaseTwice {
        /// The base.
        base: String,
        /// The address without it.
        should: String,
    },
    /// A consultation with an agenda needs this before it can open.
    NeededToOpen,
    /// The file's name differs from the slug.
    FileName(String),
    /// The text must fit on a line.
    TooLong {
        /// The most characters.
        max: usize,
        /// How many there are, in the longest language.
        has: usize,
    },
    /// It needs one place: themes, set aside, or later.
    OnePlace,
    /// Codes to try stand only in an example.
    OutsideExample,
    /// A landing's status and destination do not fit.
    Landing(LandingFault),
    /// Feedback does not add up.
    Imbalance(Imbalance),
    /// A decision that can't hold.
    Refused(Refused),
    /// A decision that can hold, and may be a mistake.
    Dubious(Dubious),
    /// An endpoint that is never tried, as an earlier one in the list always has the last word.
    NeverTried,
    /// A form service needs a field that is not there.
    ServiceNeeds(&'static str),
    /// Nobody can know by which answer of this form service a reaction has arrived.
    AnswerUnknown,
}

/// A kind of value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Expected {
    /// `{…}`
    Object,
    /// `[…]`
    List,
    /// Text.
    Text,
    /// A text, or one for each language.
    Localised,
    /// A whole number.
    Integer,
    /// A number.
    Number,
    /// true or false.
    Flag,
    /// A day such as 2026-11-22.
    Day,
    /// `[a-z0-9-]`, at most 60.
    Id,
    /// http or https.
    WebAddress,
    /// http, https, mailto or tel.
    Link,
    /// Scheme and host, without a path.
    Origin,
    /// The same, with https.
    SecureOrigin,
    /// A path beginning with `/`, or an https address.
    Address,
    /// Some words by which an answer is known.
    Words,
    /// An e-mail address.
    Email,
    /// A file name without folder.
    FileName,
    /// A receipt code.
    Receipt,
    /// The tag of a language.
    LanguageTag,
    /// The id of a reaction.
    ReactionId,
    /// The id of an entry of a log.
    EntryId,
}
