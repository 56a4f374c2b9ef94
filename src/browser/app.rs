//! The apps: one for each kind of page, each a binary of its own in `src/bin`, so that no page loads another's code.

use super::{dates, element, follow, form, mine, mine::Shelf, outbox, press, share};
use crate::{domain::language::Language, view::mine as view};
use leptos::{mount, prelude::*};
use wasm_bindgen_futures::spawn_local;

/// The page of a consultation.
pub fn form() {
    let (page, shelf) = (Page::new(), Shelf::new());
    spawn_local(async move {
        form::start(shelf).await;
        page.ready(shelf);
    });
}

/// The pages about what is on the device, and those that only say what waits to be sent.
pub fn device() {
    let (page, shelf) = (Page::new(), Shelf::new());
    mine::start(shelf, page.language, page.base.clone());
    follow::start(page.language, page.base.clone());
    press::start();
    page.ready(shelf);
}

/// What the page says of itself.
struct Page {
    language: Language,
    base: String,
}

impl Page {
    fn new() -> Self {
        // First of all: what the page said on the day it was made may be over.
        dates::start();
        share::start();
        let html = document().document_element();
        let language = html.and_then(|html| Language::from_code(&html.get_attribute("lang")?)).unwrap_or_default();
        let base = document().body().and_then(|body| body.dataset().get("base"));
        Self { language, base: base.unwrap_or_else(|| "/".into()) }
    }

    /// From here on the app drives the page. What waits to be sent comes after it: that has waited longer.
    fn ready(self, shelf: Shelf) {
        let Self { language, base } = self;
        if let Some(html) = document().document_element() {
            // Style and tests look at this. Setting an attribute with a proper name can't fail.
            let _ = html.set_attribute("data-ready", "true");
        }
        if let Some(root) = element(view::BANNER) {
            mount::mount_to(root, move || view! { <view::BannerView shelf=shelf.list language base /> }).forget();
        }
        outbox::start(shelf);
    }
}
