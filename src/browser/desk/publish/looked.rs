//! Looking at the site that was made, page by page, in a frame that can do nothing.

use super::made;
use crate::{
    browser::{base, desk::element},
    files::release::look,
    view::desk::publish::{FRAME, Look, Press, WINDOW},
};
use gloo_events::{EventListener, EventListenerOptions};
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, HtmlIFrameElement};

/// Shows a page of it.
pub fn look(press: RwSignal<Press>, at: Look) {
    let path = press.with_untracked(|press| Some(press.report.as_ref()?.pages.get(at.page)?.0.clone()));
    let shown = path.and_then(|path| {
        let html = String::from_utf8(made::bytes(&path)?).ok()?;
        Some(look::page(&html, &base(), at.dark, made::bytes))
    });
    if let Some(text) = shown {
        press.update(|press| press.look = Some((at, text)));
    }
}

/// Makes the frame as large as fits, and lets its links lead to the other pages that were made, and nowhere else.
pub fn looked(press: RwSignal<Press>) {
    fit();
    let frame = element(FRAME).and_then(|frame| frame.dyn_into::<HtmlIFrameElement>().ok());
    let Some(document) = frame.and_then(|frame| frame.content_document()) else { return };
    EventListener::new_with_options(&document, "click", EventListenerOptions::enable_prevent_default(), move |event| {
        // What is in a frame is of that frame's own classes: asked whether it is an element, it would say no.
        let target = event.target().map(|target| target.unchecked_into::<Element>());
        let link = target.and_then(|target| target.closest("a[href]").ok().flatten());
        let Some(href) = link.and_then(|link| link.get_attribute("href")) else { return };
        if href.starts_with('#') {
            return;
        }
        event.prevent_default();
        let path = href.split(['#', '?']).next().unwrap_or_default().strip_prefix(base().as_str()).map(str::to_owned);
        let path = path.map(|path| format!("{path}index.html"));
        let now = press.with_untracked(|press| {
            let page = press.report.as_ref()?.pages.iter().position(|(page, _)| Some(page) == path.as_ref())?;
            Some(Look { page, ..press.look.as_ref()?.0 })
        });
        if let Some(now) = now {
            look(press, now);
        }
    })
    .forget();
}

/// Listens to the window; once, as long as the page is there.
pub fn listen() {
    EventListener::new(&window(), "resize", |_| fit()).forget();
}

/// A frame that is wider than what it stands in is shown smaller, whole.
pub fn fit() {
    let Some(around) = element(WINDOW).and_then(|around| around.dyn_into::<HtmlElement>().ok()) else { return };
    let Some(frame) = element(FRAME).and_then(|frame| frame.dyn_into::<HtmlElement>().ok()) else { return };
    let (room, wide) = (f64::from(around.client_width()), f64::from(frame.offset_width()));
    let scale = if wide > 0.0 { (room / wide).min(1.0) } else { 1.0 };
    // Setting a property with a proper name can't fail.
    let _ = around.style().set_property("--desk-scale", &scale.to_string());
}
