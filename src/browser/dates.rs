//! A page that was made earlier says what holds today: what has `data-from` or `data-until` shows on those days only.
//!
//! Days are compared as they are written, as that order is the order of time. No sentence is made here.

use super::device;
use gloo_timers::callback::Interval;
use leptos::{prelude::*, web_sys};
use wasm_bindgen::JsCast;

/// How often a page that stays open looks what day it is, in milliseconds. A timer until midnight would be wrong after a
/// night in which the device slept.
const LOOK: u32 = 20_000;

/// Shows and hides, now and when the day changes.
pub fn start() {
    show();
    Interval::new(LOOK, show).forget();
}

/// Shows and hides. What somebody is in with the keyboard stays as it is: focus is never taken away.
fn show() {
    let Some(today) = device::today().map(String::from) else { return };
    let Ok(found) = document().query_selector_all("[data-from],[data-until]") else { return };
    for at in 0..found.length() {
        let Some(element) = found.item(at).and_then(|node| node.dyn_into::<web_sys::HtmlElement>().ok()) else {
            continue;
        };
        let days = element.dataset();
        let early = days.get("from").is_some_and(|from| today < from);
        let late = days.get("until").is_some_and(|until| until < today);
        if !element.matches(":focus-within").unwrap_or(false) {
            element.set_hidden(early || late);
        }
    }
}
