//! The apps: what starts on each kind of page. Each is a binary of its own in `src/bin`, so that no page loads another's
//! code.

use super::{base, breath, dates, element, fields, follow, language, mine, mine::Shelf, outbox, press, send, share};
use crate::view::mine::{BANNER, BannerView};
use leptos::{mount, prelude::*};
use wasm_bindgen_futures::spawn_local;

/// Says that an app has started on this page.
const STARTED: &str = "data-started";
/// Says what the apps drive.
const READY: &str = "data-ready";

/// The page of a consultation, first: its fields.
pub fn fields() {
    spawn_local(async {
        breath().await;
        first();
        fields::start().await;
        ready("fields");
    });
}

/// The page of a consultation, after that: checking and sending. On other pages: what waits to be sent.
pub fn send() {
    let shelf = Shelf::new();
    spawn_local(async move {
        breath().await;
        first();
        send::start(shelf);
        ready("true");
        waiting(shelf).await;
    });
}

/// The pages about what is on the device.
pub fn device() {
    let shelf = Shelf::new();
    spawn_local(async move {
        first();
        mine::start(shelf);
        follow::start();
        ready("true");
        waiting(shelf).await;
    });
}

/// What every page has, by whichever app is the first on it: what the page said on the day it was made may be over, and
/// its buttons do something.
fn first() {
    let html = document().document_element();
    // Setting an attribute with a proper name can't fail.
    if html.is_some_and(|html| html.has_attribute(STARTED) || html.set_attribute(STARTED, "").is_err()) {
        return;
    }
    dates::start();
    share::start();
    press::start();
}

/// Style and tests look at this: what the apps drive from here on.
fn ready(what: &str) {
    if let Some(html) = document().document_element() {
        // Setting an attribute with a proper name can't fail.
        let _ = html.set_attribute(READY, what);
    }
}

/// What waits to be sent comes after the page itself: it has waited longer.
async fn waiting(shelf: Shelf) {
    if let Some(root) = element(BANNER) {
        let banner = move || view! { <BannerView shelf=shelf.list language=language() base=base() /> };
        mount::mount_to(root, banner).forget();
    }
    breath().await;
    outbox::start(shelf);
}
