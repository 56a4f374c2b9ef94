//! Buttons that stand in the page as it was made: each says by an attribute what it does.

use gloo_events::EventListener;
use leptos::{prelude::*, web_sys};
use wasm_bindgen::JsCast;

/// A press on `[data-print]` prints the page.
pub fn start() {
    EventListener::new(&document(), "click", |event| {
        let pressed = event.target().and_then(|target| target.dyn_into::<web_sys::Element>().ok());
        if pressed.is_some_and(|element| element.closest("[data-print]").is_ok_and(|button| button.is_some())) {
            // A browser that can't print says so itself.
            let _ = window().print();
        }
    })
    .forget();
}
