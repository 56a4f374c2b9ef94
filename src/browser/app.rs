//! The apps: what starts on each kind of page. Each is a binary of its own in `src/bin`, so that no page loads another's
//! code. Each starts in pieces, so that the browser can answer somebody in between.

use super::{
    base, call, dates, element, fields, follow, language, mine, outbox, press, send, share, shelf::Shelf, storage,
};
use crate::view::mine::{BANNER, BannerView, CALL};
use gloo_events::EventListener;
use leptos::{mount, prelude::*};
use wasm_bindgen_futures::spawn_local;

/// Says which app has started.
const READY: &str = "data-ready";

thread_local! {
    static SHELF: Shelf = Shelf::new();
}

/// Every page, first: what it says today, its buttons, and its fields if it has a form.
pub fn page(piece: usize) -> bool {
    pieces(&[first, form_fields, watch_outbox], piece)
}

/// Checking and sending, and what waits to be sent.
pub fn send(piece: usize) -> bool {
    pieces(&[first, form, waiting], piece)
}

/// The pages about what is on the device.
pub fn device(piece: usize) -> bool {
    pieces(&[first, lists, waiting], piece)
}

/// Does one piece; whether there is more.
fn pieces(all: &[fn()], piece: usize) -> bool {
    if let Some(start) = all.get(piece) {
        start();
    }
    piece + 1 < all.len()
}

/// What every page has, by whichever app is the first on it: what the page said on the day it was made may be over, and
/// its buttons do something.
fn first() {
    if document().document_element().is_some_and(|html| html.has_attribute(READY)) {
        return;
    }
    dates::start();
    share::start();
    press::start();
}

fn form_fields() {
    fields::start();
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
