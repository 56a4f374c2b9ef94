//! What every answer says about itself, whatever it is.

use crate::{domain::site::Site, press::host::headers::always};
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
    let kind = headers.get(header::CONTENT_TYPE).and_then(|kind| kind.to_str().ok());
    let text = kind.filter(|kind| kind.starts_with("text/") && !kind.contains("charset"));
    if let Some(utf8) = text.and_then(|text| HeaderValue::try_from(format!("{text}; charset=utf-8")).ok()) {
        headers.insert(header::CONTENT_TYPE, utf8);
    }
    response
}
