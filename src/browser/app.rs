//! The apps: what starts on each kind of page. Each is a binary of its own in `src/bin`, so that no page loads another's
//! code.

use super::{base, dates, element, fields, follow, language, mine, mine::Shelf, outbox, press, send, share};
use crate::view::mine::{BANNER, BannerView};
use leptos::{mount, prelude::*};

/// Says which app has started.
const READY: &str = "data-ready";

/// The page of a consultation, first: its fields.
pub fn fields() {
    first();
    fields::start();
    ready("fields");
}

/// The page of a consultation, after that: checking and sending. On other pages: what waits to be sent.
pub fn send() {
    first();
    let shelf = Shelf::new();
    send::start(shelf);
    ready("true");
    waiting(shelf);
}

/// The pages about what is on the device.
pub fn device() {
    first();
    let shelf = Shelf::new();
    mine::start(shelf);
    follow::start();
    ready("true");
    waiting(shelf);
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

/// Style and tests look at this: what the apps drive from here on.
fn ready(what: &str) {
    if let Some(html) = document().document_element() {
        // Setting an attribute with a proper name can't fail.
        let _ = html.set_attribute(READY, what);
    }
}

/// What waits to be sent comes after the page itself: it has waited longer.
fn waiting(shelf: Shelf) {
    if let Some(root) = element(BANNER) {
        let banner = move || view! { <BannerView shelf=shelf.list language=language() base=base() /> };
        mount::mount_to(root, banner).forget();
    }
    outbox::start(shelf);
}
