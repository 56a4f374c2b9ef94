//! What every answer says about itself, whatever it is.

use crate::native::publish::host::headers::ALWAYS;
use axum::{
    http::{HeaderName, HeaderValue, header},
    response::Response,
};

/// Adds them, and says that texts are UTF-8.
pub fn add(mut response: Response) -> Response {
    let headers = response.headers_mut();
    for (name, value) in ALWAYS {
        headers.insert(HeaderName::from_static(name), HeaderValue::from_static(value));
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
