//! The frame in which a page shows: one that can do nothing while one looks at it, and one with its apps where one tries it out.

use super::{speak, turned::turned};
use crate::{
    browser::{
        base,
        desk::{element, publish::fit},
    },
    domain::{language::Language, route::Route},
    files::{content::manuscript::matter::Matter, preview::PLACE},
    texts::publishing as t,
    view::desk::{
        Desk,
        publish::{FRAME, WINDOW},
    },
};
use gloo_events::{EventListener, EventListenerOptions};
use leptos::prelude::document;
use wasm_bindgen::JsCast;
use web_sys::{Document, DomParser, Element, HtmlElement, HtmlIFrameElement, SupportedType};

/// What one may do in a page that one tries; not leave it, or open others.
const TRIED: &str = "allow-same-origin allow-scripts allow-forms allow-modals allow-downloads";
/// That it came.
const CAME: &str = "came";

fn frame() -> Option<HtmlIFrameElement> {
    element(FRAME)?.dyn_into().ok()
}

fn inside() -> Option<Document> {
    frame()?.content_document()
}

/// A new frame, in the place of the one before.
fn new(desk: Desk, sandbox: &str, wide: bool) -> Option<HtmlIFrameElement> {
    let frame: HtmlIFrameElement = document().create_element("iframe").ok()?.unchecked_into();
    frame.set_id(FRAME);
    frame.set_title(t::look(desk.language));
    frame.set_attribute("sandbox", sandbox).ok()?;
    let window = element(WINDOW)?;
    window.set_inner_html("");
    Some(frame).filter(|frame| {
        class(frame, wide);
        window.append_child(frame).is_ok()
    })
}

fn class(frame: &HtmlIFrameElement, wide: bool) {
    frame.set_class_name(if wide { "desk-frame desk-frame--wide" } else { "desk-frame" });
}

/// Shows a page from its beginning.
pub fn fill(desk: Desk, page: &str, wide: bool) -> Option<()> {
    let frame = new(desk, "allow-same-origin", wide)?;
    EventListener::new(&frame, "load", move |_| {
        // Setting a data attribute with a proper name can't fail.
        let _ = self::frame().map(|frame| frame.dataset().set(CAME, ""));
        fit();
        links(desk);
    })
    .forget();
    frame.set_srcdoc(page);
    fit();
    Some(())
}

/// Shows the page as it is now, where one was in it.
pub fn change(desk: Desk, page: &str, wide: bool) -> Option<()> {
    let came = frame().is_some_and(|frame| frame.dataset().get(CAME).is_some());
    let shown = inside().filter(|_| came).and_then(|inside| inside.document_element());
    let Some(shown) = shown else { return fill(desk, page, wide) };
    let wanted = DomParser::new().ok()?.parse_from_string(page, SupportedType::TextHtml).ok()?;
    turned(&shown, &*wanted.document_element()?);
    Some(())
}

/// Shows what can be tried out.
pub fn visit(desk: Desk, address: &str, wide: bool, dark: bool) -> Option<()> {
    let frame = new(desk, TRIED, wide)?;
    EventListener::new(&frame, "load", move |_| {
        darken(super::is_dark().unwrap_or(dark));
        stay();
    })
    .forget();
    frame.set_src(address);
    fit();
    Some(())
}

/// As wide as a laptop, or as a telephone.
pub fn widen(wide: bool) {
    if let Some(frame) = frame() {
        class(&frame, wide);
        fit();
    }
}

/// Dark or light, whatever the device is.
pub fn darken(dark: bool) {
    let root = inside().and_then(|inside| inside.document_element());
    if let Some(root) = root {
        let root: HtmlElement = root.unchecked_into();
        // Setting a property with a proper name can't fail.
        let _ = root.style().set_property("color-scheme", if dark { "dark" } else { "light" });
    }
}

/// What one tries is never left: links lead to what lies at the same place, and nowhere else.
fn stay() {
    let place = format!("{}{PLACE}", base());
    listen(move |href| !href.starts_with(&place));
}

/// Listens to links that lead out of the page; `stops` says whether one leads nowhere.
fn listen(stops: impl Fn(&str) -> bool + 'static) {
    let Some(inside) = inside() else { return };
    EventListener::new_with_options(&inside, "click", EventListenerOptions::enable_prevent_default(), move |event| {
        // What is in a frame is of that frame's own classes: asked whether it is an element, it would say no.
        let target = event.target().map(|target| target.unchecked_into::<Element>());
        let link = target.and_then(|target| target.closest("a[href]").ok().flatten());
        if let Some(link) = link
            && let Some(href) = link.get_attribute("href").filter(|href| !href.starts_with('#'))
            && stops(&href)
        {
            event.prevent_default();
        }
    })
    .forget();
}

/// Links lead within the page, or to the same page in another language, and nowhere else.
fn links(desk: Desk) {
    listen(move |href| {
        let slug = super::with(|writing| match &writing.matter {
            Matter::Question(slug) => Some(slug.clone()),
            Matter::Site => None,
        });
        if let Some(Some(slug)) = slug {
            let route = Route::Consultation(slug);
            let there = Language::ALL.into_iter().find(|language| route.href(&base(), *language) == href);
            if let Some(language) = there {
                speak(desk, language);
            }
        }
        true
    });
}
