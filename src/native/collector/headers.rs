//! What every answer says about itself, whatever it is.

use crate::{domain::site::Site, native::publish::host::headers::always};
use axum::{
    http::{HeaderName, HeaderValue, header},
    response::Response,
};

/// Adds them, and says that texts are UTF-8.
pub fn add(mut response: Response, site: &Site) -> Response {
    let headers = response.headers_mut();
    for (name, value) in always(&site.embed) {
        if let Ok(value) = HeaderValue::try_from(value) {
            headers.insert(HeaderName::from_static(name), value);
        }
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
