//! Passing a page on: by the browser's own sharing where it has that and allows it, else by copying the address.
//!
//! One listener for all buttons with `data-share`; their texts stand in the page.

use super::idb::name_of;
use gloo_events::EventListener;
use js_sys::{Object, Promise, Reflect};
use leptos::{prelude::*, web_sys};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::{JsFuture, spawn_local};

#[wasm_bindgen]
extern "C" {
    /// The browser's sharing and clipboard, either of which may not be there.
    type Ways;
    #[wasm_bindgen(method, getter, js_name = share)]
    fn sharing(this: &Ways) -> JsValue;
    #[wasm_bindgen(method, catch)]
    fn share(this: &Ways, what: &JsValue) -> Result<Promise, JsValue>;
}

/// Shows the buttons, where the browser has a way.
pub fn start() {
    let navigator = window().navigator();
    if navigator.unchecked_ref::<Ways>().sharing().is_undefined() && navigator.clipboard().is_undefined() {
        return;
    }
    let Ok(buttons) = document().query_selector_all(BUTTONS) else { return };
    for at in 0..buttons.length() {
        if let Some(button) = buttons.item(at) {
            button.unchecked_into::<web_sys::HtmlElement>().set_hidden(false);
        }
    }
    EventListener::new(&document(), "click", |event| {
        let target = event.target().and_then(|target| target.dyn_into::<web_sys::Element>().ok());
        if let Some(button) = target.and_then(|target| target.closest(BUTTONS).ok()?) {
            pass_on(button);
        }
    })
    .forget();
}

const BUTTONS: &str = "[data-share]";

fn pass_on(button: web_sys::Element) {
    let (navigator, location) = (window().navigator(), window().location());
    // Without what stands after the '#': on some pages that is somebody's receipt.
    let address = location.origin().unwrap_or_default() + &location.pathname().unwrap_or_default();
    let (said, title) = (button.next_element_sibling(), button.get_attribute("data-share"));
    let say = move |name: &str, more: &str| {
        if let (Some(said), Some(words)) = (said, button.get_attribute(name)) {
            said.set_text_content(Some(&(words + more)));
        }
    };
    spawn_local(async move {
        let ways = navigator.unchecked_ref::<Ways>();
        if !ways.sharing().is_undefined() {
            let what = Object::new();
            for (name, value) in [("title", title), ("url", Some(address.clone()))] {
                // A new object takes any property.
                let _ = Reflect::set(&what, &name.into(), &value.into());
            }
            let shared = match ways.share(&what) {
                Ok(sharing) => JsFuture::from(sharing).await,
                Err(refused) => Err(refused),
            };
            match shared {
                Ok(_) => return say("data-shared", ""),
                // Whoever closes the browser's dialog has seen that nothing was shared.
                Err(error) if name_of(&error) == "AbortError" => return,
                Err(_) => {}
            }
        }
        let clipboard = navigator.clipboard();
        if !clipboard.is_undefined() && JsFuture::from(clipboard.write_text(&address)).await.is_ok() {
            say("data-copied", "")
        } else {
            say("data-not", &format!(" {address}"))
        }
    });
}
