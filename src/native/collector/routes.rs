//! Which part of the collector answers which address. Everything lies under the site's base path.

use super::{files, headers, inside::is_inside, intake, state::Collector};
use axum::{
    Router,
    body::Body,
    extract::{Request, State},
    http::{HeaderValue, Method, StatusCode, header},
    response::{IntoResponse, Response},
};
use std::sync::Arc;

/// Everything the collector answers.
pub fn router(collector: Arc<Collector>) -> Router {
    Router::new().fallback(answer).with_state(collector)
}

#[derive(Debug, PartialEq)]
enum Asked<'a> {
    Reactions,
    Health,
    File(&'a str),
    /// The base without its last slash.
    Doorstep,
    Outside,
}

fn asked<'a>(base: &str, path: &'a str) -> Asked<'a> {
    match path.strip_prefix(base.trim_end_matches('/')) {
        Some("/api/reactions") => Asked::Reactions,
        Some("/api/health") => Asked::Health,
        Some("") => Asked::Doorstep,
        Some(rest) if rest.starts_with('/') => Asked::File(rest),
        _ if path == "/" => Asked::Doorstep,
        _ => Asked::Outside,
    }
}

async fn answer(State(collector): State<Arc<Collector>>, request: Request) -> Response {
    let published = collector.published();
    let path = request.uri().path().to_owned();
    let response = match asked(&published.base, &path) {
        Asked::Reactions => intake::answer(&collector, request).await,
        Asked::Health => health(&collector, request.method()),
        Asked::File(file) if is_inside(collector.site.dir(), file).await => {
            files::serve(collector.site.dir(), &published, file, request).await
        }
        Asked::Doorstep => to_the_site(&published.base),
        Asked::File(_) | Asked::Outside => {
            let mut page = files::serve(collector.site.dir(), &published, "/404.html", request).await;
            *page.status_mut() = StatusCode::NOT_FOUND;
            page
        }
    };
    collector.tally.count(response.status());
    headers::add(response, &published.content.site)
}

fn to_the_site(base: &str) -> Response {
    let mut response = StatusCode::TEMPORARY_REDIRECT.into_response();
    if let Ok(base) = HeaderValue::from_str(base) {
        response.headers_mut().insert(header::LOCATION, base);
    }
    response
}

/// For whoever watches over the process.
fn health(collector: &Collector, method: &Method) -> Response {
    if method != Method::GET && method != Method::HEAD {
        return (StatusCode::METHOD_NOT_ALLOWED, [(header::ALLOW, "GET, HEAD")]).into_response();
    }
    let (code, status) = match collector.store.is_there() {
        true => (StatusCode::OK, "ok"),
        false => (StatusCode::SERVICE_UNAVAILABLE, "database_gone"),
    };
    let body = format!(r#"{{"status":"{status}","stored":{}}}"#, collector.store.count());
    let headers = [(header::CONTENT_TYPE, "application/json"), (header::CACHE_CONTROL, "no-store")];
    (code, headers, Body::from(body)).into_response()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn everything_moves_with_the_base() {
        assert_eq!(asked("/", "/api/reactions"), Asked::Reactions);
        assert_eq!(asked("/", "/"), Asked::File("/"));
        assert_eq!(asked("/sub/", "/sub/api/health"), Asked::Health);
        assert_eq!(asked("/sub/", "/sub/vraag/x/"), Asked::File("/vraag/x/"));
        assert_eq!(asked("/sub/", "/sub"), Asked::Doorstep);
        assert_eq!(asked("/sub/", "/"), Asked::Doorstep);
        assert_eq!(asked("/sub/", "/subway/"), Asked::Outside);
        assert_eq!(asked("/sub/", "/api/reactions"), Asked::Outside);
    }
}
