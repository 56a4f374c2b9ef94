//! Draws QR codes in the places that a page has for them.

use crate::view::qr::{TEXT, drawn};
use leptos::web_sys::{self, Element};
use wasm_bindgen::JsCast;

/// Draws every code that was not drawn yet, and shows it.
pub fn draw() -> Option<()> {
    let document = web_sys::window()?.document()?;
    let places = document.query_selector_all(&format!("[{TEXT}]")).ok()?;
    for at in 0..places.length() {
        let place: Element = places.item(at)?.dyn_into().ok()?;
        let Some(text) = place.get_attribute(TEXT) else { continue };
        if place.first_element_child().is_some() {
            continue;
        }
        let Some((area, modules)) = drawn(&text) else { continue };
        let path = document.create_element_ns(Some("http://www.w3.org/2000/svg"), "path").ok()?;
        path.set_attribute("d", &modules).ok()?;
        place.set_attribute("viewBox", &area).ok()?;
        place.append_child(&path).ok()?;
    }
    Some(())
}
