//! What every answer says about itself, whatever it is.

use axum::{
    http::{HeaderName, HeaderValue, header},
    response::Response,
};

/// The rest of the content security policy is in each page itself, with hashes of what it may run.
const ALWAYS: [(HeaderName, &str); 5] = [
    (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
    // Not "no-referrer": with that, browsers post forms with "Origin: null", and the plain form would be refused.
    (header::REFERRER_POLICY, "same-origin"),
    (header::CONTENT_SECURITY_POLICY, "frame-ancestors 'self'"),
    (HeaderName::from_static("cross-origin-opener-policy"), "same-origin"),
    (HeaderName::from_static("permissions-policy"), "camera=(), microphone=(), geolocation=()"),
];

/// Adds them, and says that texts are UTF-8.
pub fn add(mut response: Response) -> Response {
    let headers = response.headers_mut();
    for (name, value) in ALWAYS {
        headers.insert(name, HeaderValue::from_static(value));
    }
    let utf8 = match headers.get(header::CONTENT_TYPE).map(HeaderValue::as_bytes) {
        Some(b"text/html") => Some("text/html; charset=utf-8"),
        Some(b"text/css") => Some("text/css; charset=utf-8"),
        Some(b"text/javascript") => Some("text/javascript; charset=utf-8"),
        Some(b"text/plain") => Some("text/plain; charset=utf-8"),
        _ => None,
    };
    if let Some(utf8) = utf8 {
        headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(utf8));
    }
    response
}
