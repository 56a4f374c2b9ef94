//! What the head of a request tells before its body is read.

use super::refused::Refused;
use crate::domain::reaction::WIRE_LIMIT;
use axum::http::{HeaderMap, header};

/// What is posted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// An envelope, by the app.
    Json,
    /// A form, by a browser without JavaScript.
    Form,
}

impl Kind {
    /// The most bytes of a body.
    pub fn limit(self) -> usize {
        match self {
            Kind::Json => WIRE_LIMIT,
            // In a form most characters that are no letter take three bytes; what comes out is measured again.
            Kind::Form => 3 * WIRE_LIMIT,
        }
    }
}

/// What is posted, unless it is something we never take: compressed, or of another type.
pub fn kind(headers: &HeaderMap) -> Result<Kind, Refused> {
    let plain = |value: &axum::http::HeaderValue| value.as_bytes().eq_ignore_ascii_case(b"identity");
    if !headers.get_all(header::CONTENT_ENCODING).iter().all(plain) {
        return Err(Refused::Unsupported);
    }
    let mut types = headers.get_all(header::CONTENT_TYPE).iter();
    let (Some(value), None) = (types.next(), types.next()) else { return Err(Refused::Unsupported) };
    let mut parts = value.to_str().unwrap_or("").split(';').map(|part| part.trim().to_ascii_lowercase());
    let kind = match parts.next().as_deref() {
        Some("application/json") => Kind::Json,
        Some("application/x-www-form-urlencoded") => Kind::Form,
        _ => return Err(Refused::Unsupported),
    };
    let other_charset = |part: String| part.strip_prefix("charset=").is_some_and(|c| c.trim_matches('"') != "utf-8");
    if parts.any(other_charset) { Err(Refused::Unsupported) } else { Ok(kind) }
}

/// Refuses what says beforehand that it is too much.
pub fn length(headers: &HeaderMap, limit: usize) -> Result<(), Refused> {
    let told = headers.get(header::CONTENT_LENGTH).and_then(|value| value.to_str().ok()?.parse::<u64>().ok());
    if told.is_some_and(|told| told > limit as u64) { Err(Refused::TooLarge) } else { Ok(()) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(pairs: &[(&'static str, &'static str)]) -> Option<Kind> {
        let mut headers = HeaderMap::new();
        pairs.iter().for_each(|(name, value)| {
            headers.append(*name, value.parse().unwrap());
        });
        kind(&headers).ok()
    }

    #[test]
    fn only_plain_json_and_forms_in_utf_8() {
        assert_eq!(of(&[("content-type", "application/json; charset=UTF-8")]), Some(Kind::Json));
        assert_eq!(of(&[("content-type", "Application/X-WWW-Form-Urlencoded")]), Some(Kind::Form));
        for other in [
            "text/plain",
            "application/json; charset=latin1",
            "multipart/form-data; boundary=x",
            "application/jsonp",
            "",
        ] {
            assert_eq!(of(&[("content-type", other)]), None, "{other}");
        }
        assert_eq!(of(&[]), None);
        let json = ("content-type", "application/json");
        assert_eq!(of(&[json, ("content-encoding", "gzip")]), None);
        assert_eq!(of(&[json, ("content-encoding", "identity"), ("content-encoding", "br")]), None);
        assert_eq!(of(&[json, ("content-encoding", "identity")]), Some(Kind::Json));
        assert_eq!(of(&[json, ("content-type", "text/plain")]), None);
    }
}
