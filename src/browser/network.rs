//! Performing a request: what comes back, or nothing.

use super::base;
use crate::domain::{
    delivery::{self, Delivery, Parcel, RequestSpec, Response, Trouble},
    endpoint::{Endpoint, Endpoints, FILE, Present, address, origin},
    intake::Intake,
    outbox::Item,
};
use gloo_timers::callback::Timeout;
use leptos::{
    prelude::{document, window},
    web_sys::{self, AbortController, Headers, RequestInit},
};
use std::cell::{Cell, RefCell};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

/// Longest wait for an answer. A slow phone line takes 64 KiB in well under this.
const PATIENCE: u32 = 30_000;

thread_local! {
    /// The request that is under way, if it may have to be broken off.
    static UNDER_WAY: RefCell<Option<AbortController>> = const { RefCell::new(None) };
    /// Whether the page is being left: then nothing is asked any more.
    static LEFT: Cell<bool> = const { Cell::new(false) };
}

/// Breaks off what is under way, as the page is left: one that still asks can't be kept for going back to it.
pub fn leave() {
    LEFT.set(true);
    if let Some(controller) = UNDER_WAY.take() {
        controller.abort();
    }
}

/// Somebody came back to the page.
pub fn come_back() {
    LEFT.set(false);
}

/// Whether the page is being left.
pub fn is_left() -> bool {
    LEFT.get()
}

/// Where the reactions of this site go now; `None` if that can't be read.
pub async fn present() -> Option<Present> {
    let answer = perform(&[&base(), FILE].concat(), None).await.ok()?;
    Present::read(&answer.body)
}

/// Sends a reaction once, to each endpoint in turn until one has the last word, and says what became of it. Where it goes
/// is what its site says at `present`; if that is not known, what was so when it was written.
pub async fn deliver(item: &Item, present: Option<&Present>) -> Delivery {
    let (base, endpoints) = present.map_or((&item.base, &item.endpoint), |present| (&present.base, &present.endpoint));
    bring(&item.parcel(), base, endpoints).await
}

/// Sends something once, to each endpoint in turn until one has the last word.
pub async fn bring(parcel: &Parcel<'_>, base: &str, endpoints: &Endpoints) -> Delivery {
    let mut told = None::<Delivery>;
    for endpoint in endpoints.all() {
        let delivery = attempt(parcel, endpoint, base).await.unwrap_or_else(|delivery| delivery);
        if delivery.is_final() {
            return delivery;
        }
        told = Some(match told {
            Some(earlier) => earlier.or(delivery),
            None => delivery,
        });
    }
    told.unwrap_or(NO_ANSWER)
}

/// Sends it to one endpoint. What a bucket allows is read anew each time: nobody here knows whether it has expired.
async fn attempt(parcel: &Parcel<'_>, endpoint: &Endpoint, base: &str) -> Result<Delivery, Delivery> {
    let intake = match endpoint {
        Endpoint::S3 { intake, .. } => Some(Intake::read(&perform(&address(intake, base), None).await?)?),
        _ => None,
    };
    let request = delivery::encode(parcel, endpoint, base, intake.as_ref())?;
    let answer = perform(&request.url, Some(&request)).await?;
    Ok(delivery::classify(endpoint, parcel, &answer))
}

const NO_ANSWER: Delivery = Delivery::RetryLater(Trouble::NoAnswer);

/// Posts, or only gets.
async fn perform(url: &str, post: Option<&RequestSpec>) -> Result<Response, Delivery> {
    if !allowed(url) {
        return Err(Delivery::RefreshConfig);
    }
    let controller = AbortController::new().ok().filter(|_| !is_left()).ok_or(NO_ANSWER)?;
    UNDER_WAY.set(Some(controller.clone()));
    let timeout = patience(&controller);
    let answer = answer(url, post, &controller).await;
    timeout.cancel();
    answer.map_err(|_| NO_ANSWER)
}

/// Whether the security policy of this page lets it ask there. It names the endpoints of the release that the page is of; that
/// of the desk, every host over https.
fn allowed(url: &str) -> bool {
    origin(url).is_none_or(|origin| {
        let policy = document().document_element().and_then(|html| html.query_selector("meta[http-equiv]").ok()?);
        let policy = policy.and_then(|policy| policy.get_attribute("content")).unwrap_or_default();
        policy.split([' ', ';']).any(|source| source == origin || source == "https:" && origin.starts_with(source))
    })
}

/// Gives up when it takes too long.
fn patience(controller: &AbortController) -> Timeout {
    let abort = controller.clone();
    Timeout::new(PATIENCE, move || abort.abort())
}

/// A file of the site: its status and bytes; `None` when there was no answer.
pub async fn file(url: &str) -> Option<(u16, Vec<u8>)> {
    let controller = AbortController::new().ok()?;
    let timeout = patience(&controller);
    let file = fetch(url, &controller).await.ok();
    timeout.cancel();
    file
}

async fn fetch(url: &str, controller: &AbortController) -> Result<(u16, Vec<u8>), JsValue> {
    let init = RequestInit::new();
    init.set_credentials(web_sys::RequestCredentials::Omit);
    // Feedback may have been renewed: the host is asked whether it still holds.
    init.set_cache(web_sys::RequestCache::NoCache);
    init.set_signal(Some(&controller.signal()));
    let sent = window().fetch_with_str_and_init(url, &init);
    let response: web_sys::Response = JsFuture::from(sent).await?.dyn_into()?;
    let bytes = JsFuture::from(response.array_buffer()?).await?;
    Ok((response.status(), js_sys::Uint8Array::new(&bytes).to_vec()))
}

async fn answer(url: &str, post: Option<&RequestSpec>, controller: &AbortController) -> Result<Response, JsValue> {
    let headers = Headers::new()?;
    headers.set("accept", "application/json")?;
    let init = RequestInit::new();
    if let Some(request) = post {
        headers.set("content-type", &request.content_type)?;
        init.set_method("POST");
        init.set_body(&JsValue::from_str(&request.body));
    }
    init.set_headers(&headers);
    init.set_credentials(web_sys::RequestCredentials::Omit);
    init.set_cache(web_sys::RequestCache::NoStore);
    init.set_signal(Some(&controller.signal()));
    let sent = window().fetch_with_str_and_init(url, &init);
    let response: web_sys::Response = JsFuture::from(sent).await?.dyn_into()?;
    let body = JsFuture::from(response.text()?).await?;
    Ok(Response {
        status: response.status(),
        redirected: response.redirected(),
        content_type: response.headers().get("content-type")?.unwrap_or_default(),
        body: body.as_string().unwrap_or_default(),
    })
}
