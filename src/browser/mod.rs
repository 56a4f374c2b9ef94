//! The edges of the resident's app: everything that touches the page, storage, network, clock or randomness.
//!
//! - [`form`]: the form of a consultation; hydrated, then driven by intents.
//! - [`mine`]: the list of this device's reactions, and the banner.
//! - [`outbox`]: the one sender over all tabs.
//! - [`storage`]: IndexedDB, with strict durability and reading back.
//! - [`network`]: performing a request.
//! - [`device`]: clock, randomness, language, files, clipboard.

mod device;
mod form;
mod idb;
mod mine;
mod network;
mod outbox;
pub mod storage;

use crate::{
    domain::language::Language,
    view::{follow, mine as view},
};
use leptos::{mount, prelude::*, web_sys};
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::spawn_local;

/// Starts what this page has.
pub fn start() {
    let Some(body) = document().body() else { return };
    let base = body.dataset().get("base").unwrap_or_else(|| "/".into());
    let html = document().document_element();
    let language = html.as_ref().and_then(|html| Language::from_code(&html.get_attribute("lang")?)).unwrap_or_default();
    let shelf = mine::Shelf::new();
    spawn_local(async move {
        match body.dataset().get("app").as_deref() {
            Some("form") => form::start(shelf).await,
            Some("mine") => mine::start(shelf, language, base.clone()),
            Some("follow") => {
                if let Some(root) = element(follow::ROOT) {
                    let code = device::fragment();
                    mount::mount_to(root, move || view! { <follow::FollowView code language /> }).forget();
                }
            }
            _ => {}
        }
        if let Some(html) = html {
            // Style and tests look at this: from here on the app drives the page.
            let _ = html.set_attribute("data-ready", "true");
        }
        // Not before the page itself is done: what waits to be sent has waited longer.
        if let Some(root) = element(view::BANNER) {
            mount::mount_to(root, move || view! { <view::BannerView shelf=shelf.list language base /> }).forget();
        }
        outbox::start(shelf);
    });
}

/// The element with this id.
fn element(id: &str) -> Option<web_sys::HtmlElement> {
    document().get_element_by_id(id)?.dyn_into().ok()
}

/// Moves the focus, and the view with it.
fn focus(id: &str) {
    if let Some(element) = element(id) {
        // Focusing an element in the page can't fail.
        let _ = element.focus();
    }
}
