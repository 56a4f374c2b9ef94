//! From a posted body to a stored reaction and its answer: JSON from the app, or a plain form from a browser without it.
//!
//! What can be refused by the head alone is refused before the body is read; what can be refused by its size is
//! refused before it is parsed.

mod body;
mod envelope;
mod form;
mod gate;
mod refused;
mod urlencoded;

use super::{doubles::Browser, listen::Peer, origin, state::Collector};
use axum::{
    extract::Request,
    http::{HeaderMap, HeaderValue, Method, StatusCode, header},
    response::{IntoResponse, Response},
};
use gate::Kind;
use refused::Refused;
use std::{net::IpAddr, sync::Arc, time::Instant};

/// Answers a request to the reactions address.
pub async fn answer(collector: &Arc<Collector>, request: Request) -> Response {
    let from = collector.origins.of(request.headers(), collector.behind_proxy);
    let told = (from == origin::From::Friend).then(|| request.headers().get(header::ORIGIN).cloned()).flatten();
    let mut response = match *request.method() {
        Method::POST => post(collector, from, request).await,
        Method::OPTIONS if told.is_some() => preflight(),
        _ => (StatusCode::METHOD_NOT_ALLOWED, [(header::ALLOW, "POST")]).into_response(),
    };
    let headers = response.headers_mut();
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    if let Some(origin) = told {
        headers.insert(header::ACCESS_CONTROL_ALLOW_ORIGIN, origin);
        headers.insert(header::VARY, HeaderValue::from_static("origin"));
    }
    response
}

async fn post(collector: &Arc<Collector>, from: origin::From, request: Request) -> Response {
    let (parts, body) = request.into_parts();
    let address = visitor(collector, &parts.headers, parts.extensions.get());
    let pace = collector.pace.take(address, Instant::now()).map_err(Refused::SlowDown);
    let kind = gate::kind(&parts.headers);
    let allowed = match &kind {
        Err(refused) => Err(refused.clone()),
        Ok(_) if from == origin::From::Stranger => Err(Refused::Forbidden),
        // A form is read all the same, so that its page can show what was typed.
        Ok(Kind::Json) => pace.clone(),
        Ok(Kind::Form) => Ok(()),
    };
    let kind = kind.unwrap_or(Kind::Json);
    let read = match allowed.and_then(|()| gate::length(&parts.headers, kind.limit())) {
        Ok(()) => body::read(body, kind.limit()).await,
        Err(refused) => {
            body::discard(&parts.headers, body);
            Err(refused)
        }
    };
    match kind {
        Kind::Json => envelope::answer(collector, read).await,
        Kind::Form => form::answer(collector, read, pace, &Browser::of(address, &parts.headers)).await,
    }
}

/// Whose pace it is.
fn visitor(collector: &Collector, headers: &HeaderMap, peer: Option<&Peer>) -> IpAddr {
    let told = || {
        headers.get_all("x-forwarded-for").iter().next_back()?.to_str().ok()?.rsplit(',').next()?.trim().parse().ok()
    };
    let proxied: Option<IpAddr> = if collector.behind_proxy { told() } else { None };
    proxied.or(peer.map(|peer| peer.0)).unwrap_or(IpAddr::from([0, 0, 0, 0]))
}

/// Lets the app of a friendly origin post JSON.
fn preflight() -> Response {
    let headers = [
        (header::ACCESS_CONTROL_ALLOW_METHODS, "POST"),
        (header::ACCESS_CONTROL_ALLOW_HEADERS, "content-type"),
        (header::ACCESS_CONTROL_MAX_AGE, "86400"),
    ];
    (StatusCode::NO_CONTENT, headers).into_response()
}
