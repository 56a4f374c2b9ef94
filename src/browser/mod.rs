//! The edges of the resident's apps: everything that touches the page, storage, network, clock or randomness.
//!
//! - [`app`]: what starts on each kind of page.
//! - [`fields`]: counters, ranking, places and the draft, while somebody fills in a form.
//! - [`send`]: checking, sending and the receipt.
//! - [`form`]: the form as it stands in the page; what both of these read and write.
//! - [`mine`]: the list of this device's reactions.
//! - [`follow`]: the page on which one types a receipt.
//! - [`lookup`]: what became of a reaction, by its tag.
//! - [`personal`]: asking about personal data on the check page, in a piece of its own.
//! - [`buttons`]: buttons that stand in the page as it was made.
//! - [`outbox`]: the one sender over all tabs.
//! - [`shelf`]: what is stored, for every view of it.
//! - [`storage`]: IndexedDB, with strict durability and reading back.
//! - [`network`]: performing a request.
//! - [`dates`]: showing what holds today on a page that was made earlier.
//! - [`qr`]: drawing QR codes, in a piece of its own.
//! - [`share`]: passing the page on.
//! - [`desk`]: the edges of the desk, which residents never download.
//! - [`device`]: clock, randomness, files, clipboard.

pub mod app;
mod buttons;
mod dates;
pub mod desk;
mod device;
mod fields;
mod follow;
mod form;
mod idb;
mod lookup;
mod mine;
mod network;
mod outbox;
pub mod personal;
pub mod qr;
mod send;
mod share;
mod shelf;
pub mod storage;

use crate::domain::language::Language;
use gloo_timers::callback::Timeout;
use leptos::{prelude::*, web_sys};
use wasm_bindgen::JsCast;

/// The language of the page.
fn language() -> Language {
    let html = document().document_element();
    html.and_then(|html| Language::from_code(&html.get_attribute("lang")?)).unwrap_or_default()
}

/// The path that the site lives under.
fn base() -> String {
    let base = document().body().and_then(|body| body.dataset().get("base"));
    base.unwrap_or_else(|| "/".into())
}

/// A name of this site's own.
fn own(name: &str) -> String {
    crate::domain::outbox::own(name, &base())
}

/// Whether the site sends reactions, and does not leave it all to their writers to bring them.
fn sends() -> bool {
    document().body().is_some_and(|body| !body.has_attribute("data-by-hand"))
}

/// The element with this id.
fn element(id: &str) -> Option<web_sys::HtmlElement> {
    document().get_element_by_id(id)?.dyn_into().ok()
}

/// The elements under `root` that a selector finds, in the order of the page.
fn all(root: &web_sys::Element, selector: &str) -> Vec<web_sys::HtmlElement> {
    let Ok(found) = root.query_selector_all(selector) else { return vec![] };
    (0..found.length()).filter_map(|at| found.get(at)?.dyn_into().ok()).collect()
}

/// Has the page fetch what draws QR codes, once what was just made stands in it.
fn call_qr() {
    Timeout::new(0, || call(crate::view::qr::CALL)).forget();
}

/// Tells the page's script that an app of its is needed.
fn call(name: &str) {
    if let Ok(event) = web_sys::Event::new(name) {
        // It is not an event that can be cancelled.
        let _ = window().dispatch_event(&event);
    }
}

/// Moves the focus, and the view with it.
fn focus(id: &str) {
    if let Some(element) = element(id) {
        // Focusing an element in the page can't fail.
        let _ = element.focus();
    }
}
