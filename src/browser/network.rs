//! Performing a request: what comes back, or nothing.

use crate::domain::{
    delivery::{self, Delivery, RequestSpec, Response, Trouble},
    endpoint::{Endpoint, address},
    intake::Intake,
    outbox::Item,
};
use gloo_timers::callback::Timeout;
use leptos::web_sys::{self, AbortController, Headers, RequestInit};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

/// Longest wait for an answer. A slow phone line takes 64 KiB in well under this.
const PATIENCE: u32 = 30_000;

/// Sends a reaction once, to each endpoint in turn until one has the last word, and says what became of it.
pub async fn deliver(item: &Item) -> Delivery {
    let mut told = None::<Delivery>;
    for endpoint in item.endpoint.all() {
        let delivery = attempt(item, endpoint).await.unwrap_or_else(|delivery| delivery);
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
async fn attempt(item: &Item, endpoint: &Endpoint) -> Result<Delivery, Delivery> {
    let intake = match endpoint {
        Endpoint::S3 { intake, .. } => {
            let answer = perform(&address(intake, &item.base), None).await.ok_or(NO_ANSWER)?;
            Some(Intake::read(&answer)?)
        }
        _ => None,
    };
    let parcel = item.parcel();
    let request = delivery::encode(&parcel, endpoint, &item.base, intake.as_ref())?;
    let answer = perform(&request.url, Some(&request)).await.ok_or(NO_ANSWER)?;
    Ok(delivery::classify(endpoint, &parcel, &answer))
}

const NO_ANSWER: Delivery = Delivery::RetryLater(Trouble::NoAnswer);

/// Posts, or only gets; `None` when there was no answer.
async fn perform(url: &str, post: Option<&RequestSpec>) -> Option<Response> {
    let controller = AbortController::new().ok()?;
    let timeout = patience(&controller);
    let answer = answer(url, post, &controller).await.ok();
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
    let sent = leptos::prelude::window().fetch_with_str_and_init(url, &init);
    let response: web_sys::Response = JsFuture::from(sent).await?.dyn_into()?;
    let body = JsFuture::from(response.text()?).await?;
    Ok(Response {
        status: response.status(),
        redirected: response.redirected(),
        content_type: response.headers().get("content-type")?.unwrap_or_default(),
        body: body.as_string().unwrap_or_default(),
    })
}
