//! The apps: what starts on each kind of page. Each is a binary of its own in `src/bin`, so that no page loads another's
//! code. Each starts in pieces, so that the browser can answer somebody in between.

use super::{
    base, buttons as in_page, call, dates, element, fields, follow, language, mine, outbox, send, share, shelf::Shelf,
    storage,
};
use crate::view::mine::{BANNER, BannerView, CALL};
use gloo_events::EventListener;
use leptos::{mount, prelude::*};
use std::cell::Cell;
use wasm_bindgen_futures::spawn_local;

/// Says which app has started.
const READY: &str = "data-ready";

thread_local! {
    static SHELF: Shelf = Shelf::new();
    /// The fields, between the piece that drives them and the one that keeps what is in them.
    static FIELDS: Cell<Option<fields::Driven>> = const { Cell::new(None) };
}

/// Every page, first: what it says today, its buttons, and its fields if it has a form.
pub fn page(piece: usize) -> bool {
    pieces(&[dates::start, buttons, form_fields, keep, watch_outbox], piece)
}

/// Checking and sending, and what waits to be sent: after the app of every page.
pub fn send(piece: usize) -> bool {
    pieces(&[form, waiting], piece)
}

/// The pages about what is on the device: alone on them.
pub fn device(piece: usize) -> bool {
    pieces(&[dates::start, buttons, lists, waiting], piece)
}

/// Does one piece; whether there is more.
fn pieces(all: &[fn()], piece: usize) -> bool {
    if let Some(start) = all.get(piece) {
        start();
    }
    piece + 1 < all.len()
}

/// What the buttons do that stand in the page as it was made.
fn buttons() {
    share::start();
    in_page::start();
}

fn form_fields() {
    FIELDS.set(fields::start());
}

/// What was kept of the form is put back, and every change kept from here on.
fn keep() {
    if let Some((keeper, show)) = FIELDS.take() {
        keeper.start(show);
    }
    ready("page");
}

fn form() {
    send::start(shelf());
    ready("true");
}

fn lists() {
    mine::start(shelf());
    follow::start();
    ready("true");
}

/// Style and tests look at this: what the apps drive from here on.
fn ready(what: &str) {
    if let Some(html) = document().document_element() {
        // Setting an attribute with a proper name can't fail.
        let _ = html.set_attribute(READY, what);
    }
}

/// What was written on this device and not sent: of all pages.
fn shelf() -> Shelf {
    SHELF.with(|shelf| *shelf)
}

/// Calls what sends when something waits for that: now, or when somebody comes back to this page after they wrote
/// something on another.
fn watch_outbox() {
    call_sender();
    EventListener::new(&document(), "visibilitychange", |_| {
        // Not on leaving: an open connection to the outbox would keep the browser from going back to this page as it is.
        if !document().hidden() {
            call_sender();
        }
    })
    .forget();
    EventListener::new(&window(), "pageshow", |_| call_sender()).forget();
}

/// Has the page fetch what sends, if anything waits.
fn call_sender() {
    spawn_local(async {
        if storage::waits(super::sends()).await {
            call(CALL);
        }
    });
}

/// What waits to be sent comes after the page itself: it has waited longer.
fn waiting() {
    if let Some(root) = element(BANNER) {
        let banner = move || view! { <BannerView shelf=shelf().list language=language() base=base() /> };
        mount::mount_to(root, banner).forget();
    }
    outbox::start(shelf());
}
