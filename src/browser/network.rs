//! Performing a request: what comes back, or nothing.

use crate::domain::{
    delivery::{self, Delivery, RequestSpec, Response, Trouble},
    outbox::Item,
};
use gloo_timers::callback::Timeout;
use leptos::web_sys::{self, AbortController, Headers, RequestInit};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

/// Longest wait for an answer. A slow phone line takes 64 KiB in well under this.
const PATIENCE: u32 = 30_000;

/// Sends a reaction once, and says what became of it.
pub async fn deliver(item: &Item) -> Delivery {
    let request = delivery::encode(&item.copy.envelope, &item.endpoint, &item.base);
    match post(&request).await {
        Some(response) => delivery::classify(&item.endpoint, &item.copy.id, &item.copy.envelope, &response),
        None => Delivery::RetryLater(Trouble::NoAnswer),
    }
}

/// Posts; `None` when there was no answer.
async fn post(request: &RequestSpec) -> Option<Response> {
    let controller = AbortController::new().ok()?;
    let timeout = patience(&controller);
    let answer = answer(request, &controller).await.ok();
    timeout.cancel();
    answer
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
    let sent = leptos::prelude::window().fetch_with_str_and_init(url, &init);
    let response: web_sys::Response = JsFuture::from(sent).await?.dyn_into()?;
    let bytes = JsFuture::from(response.array_buffer()?).await?;
    Ok((response.status(), js_sys::Uint8Array::new(&bytes).to_vec()))
}

async fn answer(request: &RequestSpec, controller: &AbortController) -> Result<Response, JsValue> {
    let headers = Headers::new()?;
    headers.set("content-type", request.content_type)?;
    let init = RequestInit::new();
    init.set_method("POST");
    init.set_headers(&headers);
    init.set_body(&JsValue::from_str(&request.body));
    init.set_credentials(web_sys::RequestCredentials::Omit);
    init.set_cache(web_sys::RequestCache::NoStore);
    init.set_signal(Some(&controller.signal()));
    let sent = leptos::prelude::window().fetch_with_str_and_init(&request.url, &init);
    let response: web_sys::Response = JsFuture::from(sent).await?.dyn_into()?;
    let body = JsFuture::from(response.text()?).await?;
    Ok(Response {
        status: response.status(),
        redirected: response.redirected(),
        content_type: response.headers().get("content-type")?.unwrap_or_default(),
        body: body.as_string().unwrap_or_default(),
    })
}
