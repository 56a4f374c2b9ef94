//! What is sent to an endpoint, and what its answer means: pure functions, one pair for each kind of endpoint.
//!
//! Only words that nobody but the endpoint could say count: an answer that any other machine on the way could give
//! means "try again".

mod collector;
mod form;
mod multipart;
mod s3;

use super::{
    endpoint::{Endpoint, address},
    id::{Id, ReactionId},
    intake::Intake,
};
use crate::domain::from_json::from_names;
pub use form::quoted;
use serde::Serialize;

/// A reaction to be sent.
#[derive(Clone, Copy, Debug)]
pub struct Parcel<'a> {
    /// Its id.
    pub id: &'a ReactionId,
    /// Its consultation.
    pub consultation: &'a Id,
    /// The envelope, byte for byte.
    pub envelope: &'a str,
}

/// A request for the edge to perform, always a POST.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RequestSpec {
    /// The address.
    pub url: String,
    /// The `Content-Type`.
    pub content_type: String,
    /// The body.
    pub body: String,
}

/// What came back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Response {
    /// The HTTP status.
    pub status: u16,
    /// Whether the answer comes from another address than was asked.
    pub redirected: bool,
    /// The `Content-Type`, or "".
    pub content_type: String,
    /// The body.
    pub body: String,
}

/// What the network did with a reaction.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Delivery {
    /// Acknowledged by id and hash: it is stored there.
    Accepted,
    /// Not now; keep it and try again.
    RetryLater(Trouble),
    /// Not with this configuration; keep it, and read the configuration again before the next try.
    RefreshConfig,
    /// Never; keep it and show why.
    Refused(Refusal),
}

/// Why sending has to wait.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Trouble {
    /// No answer: no network, or the server is gone.
    NoAnswer,
    /// The server says that it can't store now.
    Busy,
    /// Something else answered, such as the log-in page of a public network.
    NotOurServer,
    /// The endpoint is there, and staff have to set it right.
    NotSetUp,
    /// The site sends nothing: its writer brings or mails it.
    ByHand,
    /// The question is not open yet, whatever the clock of this device says.
    NotOpen,
}

/// Why a reaction will not be taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Refusal {
    /// The consultation is closed.
    Closed,
    /// The server has no such consultation.
    Unknown,
    /// The same id was sent before with other content.
    Conflict,
    /// More than 64 KiB.
    TooLarge,
    /// It does not fit the questions.
    Invalid,
    /// The server does not take reactions from this site.
    Forbidden,
}

/// The request that brings a reaction to an endpoint of a site under `base`; without one, what that means. A bucket
/// needs its `intake`.
pub fn encode(
    parcel: &Parcel,
    endpoint: &Endpoint,
    base: &str,
    intake: Option<&Intake>,
) -> Result<RequestSpec, Delivery> {
    match endpoint {
        Endpoint::Collector { url } => Ok(RequestSpec {
            url: address(url, base),
            content_type: "application/json".into(),
            body: parcel.envelope.to_owned(),
        }),
        Endpoint::S3 { .. } => intake.map(|intake| s3::encode(parcel, intake)).ok_or(Delivery::RefreshConfig),
        Endpoint::Form(service) => Ok(form::encode(parcel, service, base)),
        Endpoint::File { .. } => Err(Delivery::RetryLater(Trouble::ByHand)),
    }
}

/// What an answer means for the reaction that was sent.
pub fn classify(endpoint: &Endpoint, parcel: &Parcel, response: &Response) -> Delivery {
    match endpoint {
        Endpoint::Collector { .. } => collector::classify(parcel, response),
        Endpoint::S3 { .. } => s3::classify(parcel, response),
        Endpoint::Form(service) => form::classify(service, response),
        Endpoint::File { .. } => Delivery::RetryLater(Trouble::ByHand),
    }
}

impl Delivery {
    /// Whether there is nothing more to try: it is taken, or will never be.
    pub fn is_final(&self) -> bool {
        matches!(self, Delivery::Accepted | Delivery::Refused(_))
    }

    /// What to tell of two endpoints that did not take it: what the first said, unless the network was there, the question
    /// is open and the writer can bring it.
    pub fn or(self, next: Delivery) -> Delivery {
        match (&self, &next) {
            (Delivery::RetryLater(Trouble::NoAnswer | Trouble::NotOpen), _) => self,
            (_, Delivery::RetryLater(Trouble::ByHand)) => next,
            _ => self,
        }
    }
}

impl Response {
    /// Whether it says that it is JSON.
    fn is_json(&self) -> bool {
        self.content_type.split(';').next().unwrap_or("").trim() == "application/json"
    }

    /// What an answer without meaning is: the endpoint is busy, or it is not the endpoint.
    pub fn meaningless(&self) -> Delivery {
        Delivery::RetryLater(match self.status {
            429 | 500.. => Trouble::Busy,
            _ => Trouble::NotOurServer,
        })
    }
}

from_names!(Trouble {
    NoAnswer = "no_answer",
    Busy = "busy",
    NotOurServer = "not_our_server",
    NotSetUp = "not_set_up",
    ByHand = "by_hand",
    NotOpen = "not_open",
});
from_names!(Refusal {
    Closed = "closed",
    Unknown = "unknown",
    Conflict = "conflict",
    TooLarge = "too_large",
    Invalid = "invalid",
    Forbidden = "forbidden",
});

#[cfg(test)]
mod tests;
