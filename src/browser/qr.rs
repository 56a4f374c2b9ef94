//! Draws QR codes in the places that a page has for them.

use crate::view::qr::TEXT;
use leptos::web_sys::{self, Element};
use qrcodegen::{QrCode, QrCodeEcc};
use std::fmt::Write;
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
        let Ok(code) = QrCode::encode_text(&text, QrCodeEcc::Medium) else { continue };
        let size = code.size();
        let mut modules = String::new();
        for y in 0..size {
            for x in (0..size).filter(|x| code.get_module(*x, y)) {
                // Writing to a text can't fail.
                let _ = write!(modules, "M{x} {y}h1v1h-1z");
            }
        }
        let path = document.create_element_ns(Some("http://www.w3.org/2000/svg"), "path").ok()?;
        path.set_attribute("d", &modules).ok()?;
        // Readers need four light modules around the code.
        place.set_attribute("viewBox", &format!("-4 -4 {0} {0}", size + 8)).ok()?;
        place.append_child(&path).ok()?;
    }
    Some(())
}
