//! The static site: pages, styles and the app, precompressed where `publish` left them so.

use super::published::Published;
use crate::files::release::served::{FOR_EVER, named};
use axum::{
    body::Body,
    http::{HeaderValue, Request, Response, Uri, header},
};
use std::path::Path;
use tower::ServiceExt;
use tower_http::services::{ServeDir, ServeFile};

/// Names in this folder carry a hash of what is in them.
const HASHED: &str = "/assets/";

/// The file for `path`, which begins with a slash and is relative to the site's base.
pub async fn serve(dir: &Path, published: &Published, path: &str, mut request: Request<Body>) -> Response<Body> {
    // A path can always follow itself without its query; one that can't is no file of ours.
    *request.uri_mut() = path.parse().unwrap_or_else(|_| Uri::from_static("/"));
    let absent = ServeFile::new(dir.join("404.html")).precompressed_br().precompressed_gzip();
    let service = ServeDir::new(dir)
        .precompressed_br()
        .precompressed_gzip()
        .redirect_path_prefix(published.base.trim_end_matches('/'))
        .not_found_service(absent);
    let Ok(response) = service.oneshot(request).await;
    let mut response = response.map(Body::new);
    let for_ever = path.starts_with(HASHED) && (response.status().is_success() || response.status() == 304);
    // "no-cache" still lets browsers keep a page; they only ask first whether it has changed.
    let cache = if for_ever { FOR_EVER } else { "no-cache" };
    response.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static(cache));
    if let Some(kind) = named(path).filter(|_| response.status().is_success()) {
        response.headers_mut().insert(header::CONTENT_TYPE, HeaderValue::from_static(kind));
    }
    response
}
