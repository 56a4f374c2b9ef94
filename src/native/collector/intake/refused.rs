//! Why a reaction was not taken, and what that is in HTTP. Nothing of it is an acknowledgement.

use super::super::store::StoreFault;
use crate::{domain::reaction::EnvelopeFault, files::posted::Failure};
use axum::{
    http::{HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
};
use serde::Serialize;

/// Why a reaction was not taken.
#[derive(Clone, Debug, PartialEq)]
pub enum Refused {
    /// The consultation has closed.
    Closed,
    /// The consultation is not open yet. The device that sent it may have a clock that runs ahead: it is to come again.
    NotOpen,
    /// There is no such consultation.
    Unknown,
    /// The id is in use for another reaction.
    Conflict,
    /// More than 64 KiB.
    TooLarge,
    /// It can't be read, or says nothing.
    Invalid(Vec<Issue>),
    /// Another site posts through its visitors.
    Forbidden,
    /// Compressed, or of another type.
    Unsupported,
    /// The disk is not keeping up, or fails.
    Busy,
    /// The disk is full.
    Full,
    /// More often than one address may; with the seconds to wait.
    SlowDown(u64),
    /// The body did not come in time.
    Slow,
}

/// Something wrong in an envelope, for programs.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Issue {
    /// What is wrong, as a short stable name.
    code: &'static str,
    /// More about it.
    #[serde(skip_serializing_if = "Option::is_none")]
    message: Option<String>,
}

impl Issue {
    fn whole(code: &'static str, message: Option<String>) -> Self {
        Self { code, message }
    }
}

impl From<EnvelopeFault> for Refused {
    fn from(fault: EnvelopeFault) -> Self {
        let issue = match fault {
            EnvelopeFault::NotJson(why) => Issue::whole("not_json", Some(why)),
            EnvelopeFault::Format => Issue::whole("format", None),
            EnvelopeFault::NoReaction => Issue::whole("no_reaction", None),
            EnvelopeFault::Id => Issue::whole("id", None),
            EnvelopeFault::Consultation => Issue::whole("consultation", None),
            EnvelopeFault::Field(field) => Issue::whole("field", Some(field.to_owned())),
            EnvelopeFault::NothingAnswered => Issue::whole("nothing_answered", None),
        };
        Refused::Invalid(vec![issue])
    }
}

impl From<StoreFault> for Refused {
    fn from(fault: StoreFault) -> Self {
        match fault {
            StoreFault::Conflict => Refused::Conflict,
            StoreFault::Busy => Refused::Busy,
            StoreFault::Full => Refused::Full,
        }
    }
}

#[derive(Serialize)]
struct Body {
    error: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    problems: Option<Vec<Issue>>,
}

impl Refused {
    /// It is no text in UTF-8.
    pub fn not_utf8() -> Self {
        Refused::Invalid(vec![Issue::whole("not_utf8", None)])
    }

    /// The status, and the name that the app knows it by (`domain::delivery::Refusal`) where it is final.
    fn parts(&self) -> (StatusCode, &'static str) {
        match self {
            Refused::Closed => (StatusCode::GONE, "closed"),
            Refused::NotOpen => (StatusCode::FORBIDDEN, "not_open"),
            Refused::Unknown => (StatusCode::NOT_FOUND, "unknown"),
            Refused::Conflict => (StatusCode::CONFLICT, "conflict"),
            Refused::TooLarge => (StatusCode::PAYLOAD_TOO_LARGE, "too_large"),
            Refused::Invalid(_) => (StatusCode::UNPROCESSABLE_ENTITY, "invalid"),
            Refused::Forbidden => (StatusCode::FORBIDDEN, "forbidden"),
            Refused::Unsupported => (StatusCode::UNSUPPORTED_MEDIA_TYPE, "unsupported"),
            Refused::Busy => (StatusCode::SERVICE_UNAVAILABLE, "busy"),
            Refused::Full => (StatusCode::INSUFFICIENT_STORAGE, "full"),
            Refused::SlowDown(_) => (StatusCode::TOO_MANY_REQUESTS, "slow_down"),
            Refused::Slow => (StatusCode::REQUEST_TIMEOUT, "slow"),
        }
    }

    /// What the page says to somebody without JavaScript.
    pub fn failure(&self) -> Failure {
        match self {
            Refused::Closed => Failure::Closed,
            Refused::NotOpen => Failure::NotOpen,
            Refused::Unknown => Failure::Unknown,
            Refused::TooLarge => Failure::TooLarge,
            Refused::Forbidden => Failure::Forbidden,
            Refused::Full => Failure::Full,
            Refused::SlowDown(_) => Failure::SlowDown,
            Refused::Invalid(_) | Refused::Unsupported => Failure::Invalid,
            Refused::Busy | Refused::Slow | Refused::Conflict => Failure::Busy,
        }
    }

    /// As a page.
    pub fn page(&self, html: String) -> Response {
        self.with_pause((self.parts().0, [(header::CONTENT_TYPE, "text/html; charset=utf-8")], html).into_response())
    }

    fn with_pause(&self, mut response: Response) -> Response {
        let seconds = match self {
            Refused::SlowDown(seconds) => *seconds,
            Refused::Busy | Refused::Full => 30,
            _ => return response,
        };
        response.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from(seconds));
        response
    }
}

impl IntoResponse for Refused {
    fn into_response(self) -> Response {
        let (status, error) = self.parts();
        let problems = match &self {
            Refused::Invalid(issues) => Some(issues.clone()),
            _ => None,
        };
        let body = serde_json::to_string(&Body { error, problems }).unwrap_or_default();
        self.with_pause((status, [(header::CONTENT_TYPE, "application/json")], body).into_response())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{
        delivery::{self, Delivery, Parcel, Refusal, Trouble},
        endpoint::Endpoint,
        id::{Id, ReactionId},
    };

    async fn browser_thinks(refused: Refused) -> Delivery {
        let response = refused.into_response();
        let status = response.status().as_u16();
        let content_type = response.headers()[header::CONTENT_TYPE].to_str().unwrap().to_owned();
        let body = axum::body::to_bytes(response.into_body(), 10_000).await.unwrap();
        let body = String::from_utf8(body.to_vec()).unwrap();
        let answer = delivery::Response { status, redirected: false, content_type, body };
        let endpoint = Endpoint::Collector { url: "/api/reactions".into() };
        let (id, consultation) = (ReactionId::new(0, [0; 10]), Id::try_from("dorp").unwrap());
        delivery::classify(&endpoint, &Parcel { id: &id, consultation: &consultation, envelope: "x" }, &answer)
    }

    #[tokio::test]
    async fn the_app_keeps_what_may_be_taken_later_and_no_longer_sends_what_never_will() {
        let final_ones = [
            (Refused::Closed, Refusal::Closed),
            (Refused::Unknown, Refusal::Unknown),
            (Refused::Conflict, Refusal::Conflict),
            (Refused::TooLarge, Refusal::TooLarge),
            (Refused::not_utf8(), Refusal::Invalid),
            (Refused::Forbidden, Refusal::Forbidden),
        ];
        for (refused, refusal) in final_ones {
            assert_eq!(browser_thinks(refused).await, Delivery::Refused(refusal));
        }
        for refused in [Refused::Busy, Refused::Full, Refused::SlowDown(1)] {
            assert_eq!(browser_thinks(refused).await, Delivery::RetryLater(Trouble::Busy));
        }
        assert_eq!(browser_thinks(Refused::NotOpen).await, Delivery::RetryLater(Trouble::NotOpen));
        for refused in [Refused::Slow, Refused::Unsupported] {
            assert!(matches!(browser_thinks(refused).await, Delivery::RetryLater(_)));
        }
    }
}
