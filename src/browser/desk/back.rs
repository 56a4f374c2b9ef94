//! Who goes Back finds a room as they left it: scrolled to the same place, with the focus where it was. Each step in the
//! window's history has a number of its own, under which that is kept.

use js_sys::Reflect;
use leptos::{leptos_dom::helpers::request_animation_frame, prelude::*, web_sys};
use std::{
    cell::{Cell, RefCell},
    collections::HashMap,
};
use wasm_bindgen::{JsCast, JsValue};

/// For so many frames a room is waited for that fills itself piece by piece.
const FRAMES: u32 = 120;

/// How somebody left a room.
#[derive(Clone)]
struct Left {
    /// How far it was scrolled, in CSS pixels.
    down: f64,
    /// What leads to what had the focus.
    focus: Option<String>,
}

thread_local! {
    static LEFT: RefCell<HashMap<u32, Left>> = RefCell::default();
    /// The step in which one is, and how many there were.
    static STEP: Cell<(u32, u32)> = const { Cell::new((0, 0)) };
}

/// From now on the place in a room is kept here. The browser would put it back before there is anything to scroll.
pub fn keep() {
    if let Ok(history) = window().history() {
        // A browser that does not know it scrolls by itself, and then we do so once more.
        let _ = Reflect::set(&history, &"scrollRestoration".into(), &"manual".into());
    }
    begin();
}

/// Notes how a room is left.
pub fn leave() {
    let (here, _) = STEP.get();
    let down = window().scroll_y().unwrap_or_default();
    LEFT.with_borrow_mut(|left| left.insert(here, Left { down, focus: focused() }));
}

/// Puts it back as it was left, if one came back to it; false where one came on.
pub fn put_back() -> bool {
    let state = window().history().and_then(|history| history.state()).ok();
    let Some(step) = state.and_then(|state| state.as_f64()) else {
        begin();
        return false;
    };
    let step = step as u32;
    STEP.set((step, STEP.get().1.max(step)));
    match LEFT.with_borrow(|left| left.get(&step).cloned()) {
        Some(left) => {
            wait(left, FRAMES);
            true
        }
        None => false,
    }
}

/// Gives this step a number, if it has none: who loads the page again is where they were.
fn begin() {
    let Ok(history) = window().history() else { return };
    let known = history.state().ok().and_then(|state| state.as_f64()).map(|step| step as u32);
    let (_, last) = STEP.get();
    let step = known.unwrap_or(last + 1);
    STEP.set((step, last.max(step)));
    stamp();
}

/// Puts the number of this step in the history. Whoever changes its address does so again.
pub fn stamp() {
    let (step, _) = STEP.get();
    if let Ok(history) = window().history() {
        // The address stays as it is.
        let _ = history.replace_state_with_url(&JsValue::from(step), "", None);
    }
}

/// Waits until there is so much to scroll, and what had the focus.
fn wait(left: Left, frames: u32) {
    request_animation_frame(move || {
        let page = document().document_element();
        let (tall, seen) = page.map_or((0, 0), |page| (page.scroll_height(), page.client_height()));
        let found = left.focus.as_deref().map(|focus| document().query_selector(focus).ok().flatten());
        let there = f64::from(tall - seen) >= left.down && !matches!(found, Some(None));
        if !there && frames > 0 {
            return wait(left, frames - 1);
        }
        if let Some(found) = found.flatten().and_then(|found| found.dyn_into::<web_sys::HtmlElement>().ok()) {
            // Focusing an element in the page can't fail.
            let _ = found.focus();
        }
        window().scroll_to_with_x_and_y(0.0, left.down);
    });
}

/// What leads to the element that has the focus: its name, or its address.
fn focused() -> Option<String> {
    let has = document().active_element()?;
    let quoted = |name: &str| Some(format!("[{name}=\"{}\"]", has.get_attribute(name)?));
    quoted("id").or_else(|| quoted("href"))
}
