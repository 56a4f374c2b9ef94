//! Which part of the collector answers which address. Everything lies under the site's base path.

use super::{desk::Desk, files, headers, inside::is_inside, intake};
use axum::{
    Router,
    body::Body,
    extract::{Request, State},
    http::{HeaderValue, Method, StatusCode, header},
    response::{IntoResponse, Response},
};
use std::sync::Arc;

/// Everything the collector answers.
pub fn router(desk: Arc<Desk>) -> Router {
    Router::new().fallback(answer).with_state(desk)
}

#[derive(Debug, PartialEq)]
enum Place<'a> {
    Reactions,
    Health,
    File(&'a str),
    /// The base without its last slash.
    Doorstep,
    Outside,
}

fn place<'a>(base: &str, path: &'a str) -> Place<'a> {
    match path.strip_prefix(base.trim_end_matches('/')) {
        Some("/api/reactions") => Place::Reactions,
        Some("/api/health") => Place::Health,
        Some("") => Place::Doorstep,
        Some(rest) if rest.starts_with('/') => Place::File(rest),
        _ if path == "/" => Place::Doorstep,
        _ => Place::Outside,
    }
}

async fn answer(State(desk): State<Arc<Desk>>, request: Request) -> Response {
    let published = desk.published();
    let path = request.uri().path().to_owned();
    let response = match place(&published.base, &path) {
        Place::Reactions => intake::answer(&desk, request).await,
        Place::Health => health(&desk, request.method()),
        Place::File(file) if is_inside(desk.site.dir(), file).await => {
            files::serve(desk.site.dir(), &published, file, request).await
        }
        Place::Doorstep => to_the_site(&published.base),
        Place::File(_) | Place::Outside => {
            let mut page = files::serve(desk.site.dir(), &published, "/404.html", request).await;
            *page.status_mut() = StatusCode::NOT_FOUND;
            page
        }
    };
    desk.tally.count(response.status());
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
fn health(desk: &Desk, method: &Method) -> Response {
    if method != Method::GET && method != Method::HEAD {
        return (StatusCode::METHOD_NOT_ALLOWED, [(header::ALLOW, "GET, HEAD")]).into_response();
    }
    let (code, status) = match desk.store.is_there() {
        true => (StatusCode::OK, "ok"),
        false => (StatusCode::SERVICE_UNAVAILABLE, "database_gone"),
    };
    let body = format!(r#"{{"status":"{status}","stored":{}}}"#, desk.store.count());
    let headers = [(header::CONTENT_TYPE, "application/json"), (header::CACHE_CONTROL, "no-store")];
    (code, headers, Body::from(body)).into_response()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn everything_moves_with_the_base() {
        assert_eq!(place("/", "/api/reactions"), Place::Reactions);
        assert_eq!(place("/", "/"), Place::File("/"));
        assert_eq!(place("/sub/", "/sub/api/health"), Place::Health);
        assert_eq!(place("/sub/", "/sub/vraag/x/"), Place::File("/vraag/x/"));
        assert_eq!(place("/sub/", "/sub"), Place::Doorstep);
        assert_eq!(place("/sub/", "/"), Place::Doorstep);
        assert_eq!(place("/sub/", "/subway/"), Place::Outside);
        assert_eq!(place("/sub/", "/api/reactions"), Place::Outside);
    }
}
