//! The edges of the resident's apps: everything that touches the page, storage, network, clock or randomness.
//!
//! - [`app`]: what starts on each kind of page.
//! - [`form`]: the form of a consultation; hydrated, then driven by intents.
//! - [`mine`]: the list of this device's reactions, and the banner.
//! - [`follow`]: the page on which one types a receipt.
//! - [`lookup`]: what became of a reaction, by its tag.
//! - [`press`]: buttons that stand in the page as it was made.
//! - [`outbox`]: the one sender over all tabs.
//! - [`storage`]: IndexedDB, with strict durability and reading back.
//! - [`network`]: performing a request.
//! - [`dates`]: showing what holds today on a page that was made earlier.
//! - [`share`]: passing the page on.
//! - [`device`]: clock, randomness, language, files, clipboard.

pub mod app;
mod dates;
mod device;
mod follow;
mod form;
mod idb;
mod lookup;
mod mine;
mod network;
mod outbox;
mod press;
mod share;
pub mod storage;

use leptos::{prelude::*, web_sys};
use wasm_bindgen::JsCast;

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
