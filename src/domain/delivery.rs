//! What is sent to an endpoint, and what its answer means: pure functions, one pair for each kind of endpoint.

use super::{digest::sha256, endpoint::Endpoint, id::ReactionId};
use crate::domain::from_json::{from_json, from_names, read};
use serde::Serialize;

/// A request for the edge to perform, always a POST.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RequestSpec {
    /// The address.
    pub url: String,
    /// The `Content-Type`.
    pub content_type: &'static str,
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

/// The request that brings an envelope to an endpoint of a site under `base`.
pub fn encode(envelope: &str, endpoint: &Endpoint, base: &str) -> RequestSpec {
    match endpoint {
        Endpoint::Collector { .. } => {
            RequestSpec { url: endpoint.address(base), content_type: "application/json", body: envelope.to_owned() }
        }
    }
}

struct Acknowledgement {
    id: String,
    sha256: String,
}

struct Rejection {
    error: Refusal,
}

/// What an answer means for the reaction that was sent. Only the endpoint's own words count: an answer that any
/// other machine on the way could give means "try again".
pub fn classify(endpoint: &Endpoint, id: &ReactionId, envelope: &str, response: &Response) -> Delivery {
    match endpoint {
        Endpoint::Collector { .. } => collector(id, envelope, response),
    }
}

fn collector(id: &ReactionId, envelope: &str, response: &Response) -> Delivery {
    let json = response.content_type.split(';').next().unwrap_or("").trim() == "application/json";
    if response.redirected || !json {
        return Delivery::RetryLater(match response.status {
            429 | 500.. => Trouble::Busy,
            _ => Trouble::NotOurServer,
        });
    }
    match response.status {
        200 | 201 => match read::<Acknowledgement>(&response.body) {
            Some(ack) if ack.id == id.as_str() && ack.sha256 == sha256(envelope.as_bytes()) => Delivery::Accepted,
            _ => Delivery::RetryLater(Trouble::NotOurServer),
        },
        429 | 500.. => Delivery::RetryLater(Trouble::Busy),
        400..500 => match read::<Rejection>(&response.body) {
            Some(rejection) => Delivery::Refused(rejection.error),
            None => Delivery::RetryLater(Trouble::NotOurServer),
        },
        _ => Delivery::RetryLater(Trouble::NotOurServer),
    }
}

from_json!(Acknowledgement { id, sha256 });
from_json!(Rejection { error });
from_names!(Trouble { NoAnswer = "no_answer", Busy = "busy", NotOurServer = "not_our_server" });
from_names!(Refusal {
    Closed = "closed",
    Unknown = "unknown",
    Conflict = "conflict",
    TooLarge = "too_large",
    Invalid = "invalid",
    Forbidden = "forbidden",
});

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn answer(status: u16, content_type: &str, body: &str) -> Delivery {
        let response = Response { status, redirected: false, content_type: content_type.into(), body: body.into() };
        classify(&Endpoint::Collector { url: "/".into() }, &ReactionId::new(0, [0; 10]), "x", &response)
    }

    fn acknowledgement() -> String {
        format!(r#"{{"id":"{}","sha256":"{}"}}"#, ReactionId::new(0, [0; 10]).as_str(), sha256(b"x"))
    }

    #[test]
    fn accepted_only_by_id_and_hash() {
        let json = "application/json; charset=utf-8";
        assert_eq!(answer(201, json, &acknowledgement()), Delivery::Accepted);
        assert_eq!(answer(200, json, &acknowledgement()), Delivery::Accepted);
        let other = acknowledgement().replace("00000000", "00000001");
        assert_eq!(answer(201, json, &other), Delivery::RetryLater(Trouble::NotOurServer));
        assert_eq!(answer(201, json, "{}"), Delivery::RetryLater(Trouble::NotOurServer));
    }

    #[test]
    fn a_captive_portal_is_no_acknowledgement_and_no_refusal() {
        for status in [200, 201, 302, 403, 404, 410, 422] {
            assert_eq!(answer(status, "text/html", "<h1>Welkom</h1>"), Delivery::RetryLater(Trouble::NotOurServer));
        }
        let moved = Response {
            status: 201,
            redirected: true,
            content_type: "application/json".into(),
            body: acknowledgement(),
        };
        let id = ReactionId::new(0, [0; 10]);
        let delivery = classify(&Endpoint::Collector { url: "/".into() }, &id, "x", &moved);
        assert_eq!(delivery, Delivery::RetryLater(Trouble::NotOurServer));
    }

    #[test]
    fn the_collectors_own_refusals_are_final() {
        assert_eq!(answer(410, "application/json", r#"{"error":"closed"}"#), Delivery::Refused(Refusal::Closed));
        assert_eq!(
            answer(422, "application/json", r#"{"error":"invalid","problems":[]}"#),
            Delivery::Refused(Refusal::Invalid)
        );
        assert_eq!(answer(503, "application/json", r#"{"error":"closed"}"#), Delivery::RetryLater(Trouble::Busy));
        assert_eq!(answer(507, "application/json", r#"{"error":"full"}"#), Delivery::RetryLater(Trouble::Busy));
    }

    proptest! {
        #[test]
        fn nothing_but_the_acknowledgement_is_accepted(status in 100u16..600, content_type in "(application/json|text/html|)", body in ".{0,60}") {
            prop_assert_ne!(answer(status, &content_type, &body), Delivery::Accepted);
        }
    }
}
