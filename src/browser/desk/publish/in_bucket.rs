//! A bucket, asked by the browser itself: what is in it, and putting files there and taking them away.

use super::Failed;
use crate::{
    browser::desk::device,
    domain::bucket::{
        Answer, Location, Trouble, answer,
        signature::{Key, Request, encoded},
    },
    files::release::served::{keeping, kind},
};
use gloo_timers::future::TimeoutFuture;
use js_sys::{Date, Uint8Array};
use leptos::{
    prelude::window,
    web_sys::{self, AbortController, Headers, RequestInit, RequestMode},
};
use std::collections::BTreeMap;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

/// How often something is asked before it is given up.
const ATTEMPTS: u32 = 4;
/// The pause before the second time, in milliseconds; each next one is twice as long.
const PAUSE: u32 = 400;
/// How long one answer may take, in milliseconds.
const PATIENCE: u32 = 120_000;

/// A bucket with its key.
pub struct Bucket {
    location: Location,
    key: Key,
}

/// What is asked of it.
struct Asked<'a> {
    method: &'a str,
    key: &'a str,
    query: &'a [(&'a str, &'a str)],
    headers: &'a [(&'a str, &'a str)],
    body: &'a [u8],
}

impl Bucket {
    /// That one.
    pub fn new(location: Location, key: Key) -> Self {
        Self { location, key }
    }

    /// What it is called.
    pub fn name(&self) -> String {
        let Location { bucket, prefix, .. } = &self.location;
        if prefix.is_empty() { bucket.clone() } else { format!("{bucket}/{prefix}") }
    }

    /// Everything in it, by path, with the tags of the bucket.
    pub async fn listed(&self) -> Result<BTreeMap<String, String>, Failed> {
        let start = self.location.key("");
        let (mut found, mut token) = (BTreeMap::new(), None::<String>);
        loop {
            let mut query = vec![("list-type", "2"), ("prefix", start.as_str())];
            query.extend(token.as_deref().map(|token| ("continuation-token", token)));
            let asked = Asked { method: "GET", key: "", query: &query, headers: &[], body: &[] };
            let (status, bytes) = self.ask(&asked).await?;
            let body = String::from_utf8_lossy(&bytes).into_owned();
            let Some((items, next)) = answer::page(&body).filter(|_| status == 200) else {
                return Err(trouble(status, body));
            };
            let inside = |(key, tag): (String, String)| Some((key.strip_prefix(&start)?.to_owned(), tag));
            found.extend(items.into_iter().filter_map(inside));
            match next {
                Some(next) => token = Some(next),
                None => return Ok(found),
            }
        }
    }

    /// What is in a file.
    pub async fn read(&self, path: &str) -> Result<Option<Vec<u8>>, Failed> {
        let key = self.location.key(path);
        match self.ask(&Asked { method: "GET", key: &key, query: &[], headers: &[], body: &[] }).await? {
            (200, bytes) => Ok(Some(bytes)),
            (status, bytes) => {
                let body = String::from_utf8_lossy(&bytes).into_owned();
                if status == 404 && !body.contains("NoSuchBucket") { Ok(None) } else { Err(trouble(status, body)) }
            }
        }
    }

    /// Puts a file there.
    pub async fn put(&self, path: &str, bytes: &[u8]) -> Result<(), Failed> {
        let key = self.location.key(path);
        let headers = [("cache-control", keeping(path)), ("content-type", kind(path))];
        self.done(&Asked { method: "PUT", key: &key, query: &[], headers: &headers, body: bytes }).await
    }

    /// Takes one away.
    pub async fn remove(&self, path: &str) -> Result<(), Failed> {
        let key = self.location.key(path);
        self.done(&Asked { method: "DELETE", key: &key, query: &[], headers: &[], body: &[] }).await
    }

    async fn done(&self, asked: &Asked<'_>) -> Result<(), Failed> {
        match self.ask(asked).await? {
            (200..=299, _) => Ok(()),
            (status, bytes) => Err(trouble(status, String::from_utf8_lossy(&bytes).into_owned())),
        }
    }

    /// Asks, and again when the server is busy or does not answer.
    async fn ask(&self, asked: &Asked<'_>) -> Result<(u16, Vec<u8>), Failed> {
        let mut attempt = 1;
        loop {
            let last = attempt == ATTEMPTS;
            match self.once(asked).await {
                Ok((status, bytes)) if last || (status < 500 && status != 429) => return Ok((status, bytes)),
                // One that answers others, and us not, will not answer the next time either.
                Err(_) if attempt == 1 && self.answers_others().await => return Err(Failed::NotAllowed),
                Err(_) if last => return Err(Failed::Bucket(Trouble::NoAnswer)),
                _ => TimeoutFuture::new(PAUSE << (attempt - 1)).await,
            }
            attempt += 1;
        }
    }

    async fn once(&self, asked: &Asked<'_>) -> Result<(u16, Vec<u8>), JsValue> {
        let Asked { method, key, query, headers, body } = *asked;
        let url = self.location.url();
        let (scheme, rest) = url.trim_end_matches('/').split_once("://").unwrap_or(("https", &url));
        let (host, before) = rest.split_once('/').unwrap_or((rest, ""));
        let before = if before.is_empty() { String::new() } else { format!("/{before}") };
        let path = format!("{before}/{}", encoded(key, true));
        // A bucket as a whole has no slash behind its name, but where that is all there is.
        let path = if key.is_empty() && !before.is_empty() { before } else { path };
        let request = Request { method, host, path: &path, query, headers, body };
        let signed = Headers::new()?;
        for (name, value) in request.signed(&self.key, &self.location.region, &time()) {
            signed.set(&name, &value)?;
        }
        let init = RequestInit::new();
        init.set_method(method);
        init.set_headers(&signed);
        if method == "PUT" {
            init.set_body(&Uint8Array::from(body));
        }
        let query = request.query();
        let behind = if query.is_empty() { String::new() } else { format!("?{query}") };
        let response = fetch(&format!("{scheme}://{host}{path}{behind}"), &init).await?;
        let bytes = JsFuture::from(response.array_buffer()?).await?;
        Ok((response.status(), Uint8Array::new(&bytes).to_vec()))
    }

    /// Whether it answers at all, though we may not read what.
    async fn answers_others(&self) -> bool {
        let init = RequestInit::new();
        init.set_mode(RequestMode::NoCors);
        fetch(&self.location.server, &init).await.is_ok()
    }
}

async fn fetch(url: &str, init: &RequestInit) -> Result<web_sys::Response, JsValue> {
    let controller = AbortController::new()?;
    init.set_credentials(web_sys::RequestCredentials::Omit);
    init.set_cache(web_sys::RequestCache::NoStore);
    init.set_signal(Some(&controller.signal()));
    let timeout = gloo_timers::callback::Timeout::new(PATIENCE, move || controller.abort());
    let sent = JsFuture::from(window().fetch_with_str_and_init(url, init)).await;
    timeout.cancel();
    sent?.dyn_into()
}

fn trouble(status: u16, body: String) -> Failed {
    Failed::Bucket(Trouble::read(&Answer { status, body, ..Answer::default() }))
}

/// What the clock of this device says, as signatures name it.
fn time() -> String {
    let now = Date::new(&device::milliseconds().into());
    let text = String::from(now.to_iso_string());
    let plain: String = text.chars().filter(|c| !"-:".contains(*c)).collect();
    format!("{}Z", plain.split('.').next().unwrap_or_default())
}
