//! Buttons that stand in the page as it was made, each of which says by an attribute what it does; and printing.

use super::{all, device};
use gloo_events::EventListener;
use leptos::{prelude::*, web_sys};
use wasm_bindgen::JsCast;

/// On what is open on paper only.
const UNFOLDED: &str = "data-unfolded";

/// A press on `[data-print]` prints the page. However it is printed, what is folded away comes with it.
pub fn start() {
    EventListener::new(&document(), "click", |event| {
        let pressed = event.target().and_then(|target| target.dyn_into::<web_sys::Element>().ok());
        if pressed.is_some_and(|element| element.closest("[data-print]").is_ok_and(|button| button.is_some())) {
            device::print();
        }
    })
    .forget();
    EventListener::new(&window(), "beforeprint", |_| fold("details:not([open])", true)).forget();
    EventListener::new(&window(), "afterprint", |_| fold("details[data-unfolded]", false)).forget();
}

/// Opens what is folded, for a browser that can't do that by style; or folds it again.
fn fold(which: &str, open: bool) {
    let Some(html) = document().document_element() else { return };
    for details in all(&html, which) {
        for name in ["open", UNFOLDED] {
            // Setting or removing an attribute with a proper name can't fail.
            let _ = details.toggle_attribute_with_force(name, open);
        }
    }
}
