//! What came of a reaction that was sent to try whether sending works.

use super::{bucket::Trouble, delivery::Refusal};

/// One endpoint, and what came of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tried {
    /// The address, or what it is for want of one.
    pub place: String,
    /// What came of it.
    pub came: Came,
}

/// What came of a try.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Came {
    /// It was taken.
    Taken,
    /// The endpoint works, and no consultation is open now.
    Closed,
    /// Nothing is sent: residents bring or mail it themselves.
    ByHand,
    /// There is nothing to try it with: no consultation, or no random bits for an id.
    Nothing,
    /// A path without a site to which it belongs.
    NoAddress,
    /// The file that `sign-intake` writes is not there, or is something else.
    NoIntake,
    /// It refuses it for good.
    Refused(Refusal),
    /// It does not answer.
    NoAnswer,
    /// It sends elsewhere.
    Elsewhere(Option<String>),
    /// A page of the web answers.
    Page(u16),
    /// It says that it can't now.
    Busy(u16),
    /// What a bucket says.
    Bucket(Trouble),
    /// It took it, but a browser may not read the answer and would send it again and again.
    NotReadable,
    /// Something else, with the beginning of what it said.
    Other(u16, String),
}

impl Came {
    /// Whether a person should look at it.
    pub fn is_finding(&self) -> bool {
        !matches!(self, Came::Taken | Came::Closed | Came::ByHand)
    }
}
