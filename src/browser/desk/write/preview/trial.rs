//! Trying a question out: its files in a cache of their own, and a service worker that answers with them at its place of the desk. All
//! of that is gone when one stops, and before one begins.

use crate::{
    browser::base,
    domain::outbox::{DATABASE, own},
    files::preview::{CACHE, PLACE, WORKER},
};
use gloo_timers::future::TimeoutFuture;
use js_sys::{Map, Reflect, Uint8Array};
use leptos::prelude::window;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{
    CacheStorage, Headers, RegistrationOptions, Response, ResponseInit, ServiceWorkerContainer,
    ServiceWorkerRegistration,
};

/// How often is looked whether the service worker is there, and after how many milliseconds.
const LOOKS: u32 = 100;
const TURN: u32 = 50;
/// What files are, by how they end.
const KINDS: [(&str, &str); 7] = [
    (".html", "text/html; charset=utf-8"),
    (".css", "text/css"),
    (".json", "application/json"),
    (".svg", "image/svg+xml"),
    (".webp", "image/webp"),
    (".jpg", "image/jpeg"),
    (".png", "image/png"),
];

/// Whether the browser can: not without https, and not in every private window.
pub fn can() -> bool {
    let has = |of: &JsValue, name: &str| Reflect::get(of, &name.into()).is_ok_and(|found| found.is_object());
    has(&window().navigator(), "serviceWorker") && has(&window(), "caches")
}

fn container() -> ServiceWorkerContainer {
    window().navigator().service_worker()
}

fn place() -> Option<String> {
    Some(format!("{}{}{PLACE}", window().location().origin().ok()?, base()))
}

fn caches() -> Option<(CacheStorage, String)> {
    Some((window().caches().ok()?, format!("{CACHE}{}", place()?)))
}

/// Puts these files in their place; whether they can be visited there.
pub async fn begin(files: &Map) -> bool {
    let begun = async {
        let (caches, name) = caches()?;
        let cache: web_sys::Cache = JsFuture::from(caches.open(&name)).await.ok()?.dyn_into().ok()?;
        let place = place()?;
        for path in files.keys().into_iter().filter_map(|path| path.ok()?.as_string()) {
            let bytes: Uint8Array = files.get(&path.as_str().into()).dyn_into().ok()?;
            JsFuture::from(cache.put_with_str(&format!("{place}{path}"), &answer(&path, &bytes)?)).await.ok()?;
        }
        let options = RegistrationOptions::new();
        options.set_scope(&place);
        let registered = container().register_with_options(&format!("{}{WORKER}", base()), &options);
        let registered: ServiceWorkerRegistration = JsFuture::from(registered).await.ok()?.dyn_into().ok()?;
        for _ in 0..LOOKS {
            if registered.active().is_some() {
                return Some(());
            }
            TimeoutFuture::new(TURN).await;
        }
        None
    };
    begun.await.is_some()
}

fn answer(path: &str, bytes: &Uint8Array) -> Option<Response> {
    let headers = Headers::new().ok()?;
    let kind = KINDS.iter().find(|(end, _)| path.ends_with(end)).map_or("application/octet-stream", |(_, kind)| kind);
    headers.set("content-type", kind).ok()?;
    let init = ResponseInit::new();
    init.set_headers(&headers);
    Response::new_with_opt_js_u8_array_and_init(Some(bytes), &init).ok()
}

/// Takes away all that was kept for it.
pub fn end() {
    spawn_local(clear());
}

/// The same, until it is gone. What does not go is gone at the next time.
pub async fn clear() {
    if let Some((caches, name)) = caches() {
        let _ = JsFuture::from(caches.delete(&name)).await;
    }
    let name = own(DATABASE, &format!("{}{PLACE}", base()));
    if let Ok(Some(factory)) = window().indexed_db() {
        let _ = factory.delete_database(&name);
    }
    let Some(place) = place().filter(|_| can()) else { return };
    // It gives that of what lies around it, where there is none of its own.
    if let Ok(found) = JsFuture::from(container().get_registration_with_document_url(&place)).await
        && let Ok(found) = found.dyn_into::<ServiceWorkerRegistration>()
        && found.scope() == place
        && let Ok(gone) = found.unregister()
    {
        let _ = JsFuture::from(gone).await;
    }
}
