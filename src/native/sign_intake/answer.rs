//! What a bucket means when it does not do what it was asked: the cause, however the server puts it.

use crate::domain::bucket::Trouble;
use jiff::{SignedDuration, Timestamp, fmt::rfc2822};
use ureq::http::HeaderMap;

/// More than this, and servers refuse what was signed.
const APART: SignedDuration = SignedDuration::from_mins(5);

/// What a server answered.
#[derive(Clone, Debug, Default)]
pub struct Answer {
    /// The HTTP status.
    pub status: u16,
    /// The header `Date`: what its clock says.
    pub date: Option<String>,
    /// The header `x-amz-bucket-region`.
    pub region: Option<String>,
    /// The body.
    pub body: String,
}

impl Answer {
    /// What stands in the headers of an answer.
    pub fn of(headers: &HeaderMap) -> Self {
        let header = |name: &str| headers.get(name).and_then(|value| value.to_str().ok()).map(str::to_owned);
        Self { date: header("date"), region: header("x-amz-bucket-region"), ..Self::default() }
    }
}

impl Trouble {
    /// Reads an answer that is no use. `now` is what this machine's clock says.
    pub fn read(answer: &Answer, now: Timestamp) -> Self {
        let Answer { status, date, region, body } = answer;
        let element = |name: &str| {
            let rest = body.split_once(&format!("<{name}>"))?.1;
            rest.split_once(&format!("</{name}>")).map(|(text, _)| text.to_owned())
        };
        let code = element("Code").unwrap_or_default();
        let minutes = date.as_deref().and_then(|date| minutes_ahead(date, now));
        let there = element("Endpoint").or_else(|| element("Region")).or_else(|| region.clone());
        // Servers say many things of a request that was signed at the wrong time.
        if let Some(minutes) = minutes.filter(|_| (400..500).contains(status)) {
            return Trouble::Clock(minutes);
        }
        match code.as_str() {
            "RequestTimeTooSkewed" => Trouble::Clock(0),
            "PermanentRedirect" | "TemporaryRedirect" | "Redirect" | "AuthorizationHeaderMalformed" => {
                Trouble::Elsewhere(there)
            }
            _ if (300..400).contains(status) => Trouble::Elsewhere(there),
            "NoSuchBucket" => Trouble::NoBucket,
            "InvalidAccessKeyId" => Trouble::UnknownKey,
            "SignatureDoesNotMatch" => Trouble::WrongSecret,
            "ExpiredToken" | "TokenRefreshRequired" => Trouble::Expired,
            _ if body.to_lowercase().contains("policy expired") || body.contains("Request has expired") => {
                Trouble::Expired
            }
            "AccessDenied" | "AllAccessDisabled" => Trouble::Forbidden,
            "" if body.to_lowercase().contains("<html") => Trouble::Page(*status),
            _ => Trouble::Other(*status, code),
        }
    }
}

/// By how many minutes this machine's clock is ahead of what a server's header says, when that matters.
pub fn minutes_ahead(date: &str, now: Timestamp) -> Option<i64> {
    let theirs = rfc2822::DateTimeParser::new().parse_timestamp(date).ok()?;
    let ahead = now.duration_since(theirs);
    (ahead.abs() > APART).then(|| ahead.as_mins())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_cause_is_read_from_what_servers_say() {
        let now: Timestamp = "2026-11-26T15:00:00Z".parse().unwrap();
        let read = |status: u16, date: &str, body: &str| {
            Trouble::read(&Answer { status, date: Some(date.into()), region: None, body: body.into() }, now)
        };
        let date = "Thu, 26 Nov 2026 15:01:00 GMT";
        let error = |code: &str| {
            format!(
                "<?xml version=\"1.0\"?><Error><Code>{code}</Code><Endpoint>b.s3.eu-west-1.amazonaws.com</Endpoint></Error>"
            )
        };
        let elsewhere = Trouble::Elsewhere(Some("b.s3.eu-west-1.amazonaws.com".into()));
        assert_eq!(read(301, date, &error("PermanentRedirect")), elsewhere);
        assert_eq!(
            read(400, date, "<Error><Code>AuthorizationHeaderMalformed</Code><Region>eu-west-3</Region></Error>"),
            Trouble::Elsewhere(Some("eu-west-3".into()))
        );
        assert_eq!(read(403, "Thu, 26 Nov 2026 15:40:00 GMT", &error("AccessDenied")), Trouble::Clock(-40));
        assert_eq!(read(403, "Thu, 26 Nov 2026 13:00:00 GMT", &error("RequestTimeTooSkewed")), Trouble::Clock(120));
        assert_eq!(read(404, date, &error("NoSuchBucket")), Trouble::NoBucket);
        assert_eq!(read(403, date, &error("InvalidAccessKeyId")), Trouble::UnknownKey);
        assert_eq!(read(403, date, &error("SignatureDoesNotMatch")), Trouble::WrongSecret);
        assert_eq!(
            read(
                403,
                date,
                "<Error><Code>AccessDenied</Code><Message>Invalid according to Policy: Policy expired.</Message></Error>"
            ),
            Trouble::Expired
        );
        assert_eq!(read(403, date, &error("AccessDenied")), Trouble::Forbidden);
        assert_eq!(read(403, date, "<!doctype html><html>"), Trouble::Page(403));
        assert_eq!(read(500, date, &error("InternalError")), Trouble::Other(500, "InternalError".into()));
    }
}
