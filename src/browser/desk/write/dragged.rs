//! Dragging an item to the place of another in its list. The buttons beside it do the same.

use super::pressed;
use crate::{files::content::manuscript::path::item, view::desk::Desk};
use gloo_events::{EventListener, EventListenerOptions};
use leptos::prelude::*;
use std::cell::RefCell;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlElement, PointerEvent};

thread_local! {
    /// Which item is dragged, and its element.
    static DRAGGED: RefCell<Option<(String, Element)>> = const { RefCell::new(None) };
}

/// Listens to all handles at once.
pub fn listen(desk: Desk, root: &HtmlElement) {
    let options = EventListenerOptions::enable_prevent_default();
    EventListener::new_with_options(root, "pointerdown", options, move |event| {
        // What is about no handle is no concern of ours.
        let _ = grab(event);
    })
    .forget();
    EventListener::new(root, "pointerup", move |event| {
        let _ = let_go(desk, event);
    })
    .forget();
    EventListener::new(root, "lostpointercapture", move |_| drop(end())).forget();
}

/// Takes hold of an item, with the main button of one pointer. Its events come here from then on, wherever it is.
fn grab(event: &Event) -> Option<()> {
    let handle = event.target()?.dyn_ref::<Element>()?.closest("[data-handle]").ok()??;
    let pointer: &PointerEvent = event.dyn_ref()?;
    if !pointer.is_primary() || pointer.button() != 0 {
        return None;
    }
    handle.set_pointer_capture(pointer.pointer_id()).ok()?;
    let item = handle.closest("[data-item]").ok()??;
    item.class_list().add_1("write-dragged").ok()?;
    DRAGGED.set(Some((handle.get_attribute("data-handle")?, item)));
    event.prevent_default();
    Some(())
}

fn let_go(desk: Desk, event: &Event) -> Option<()> {
    let at = end()?;
    let pointer: &PointerEvent = event.dyn_ref()?;
    let (x, y) = (pointer.client_x() as f32, pointer.client_y() as f32);
    let (list, from) = item(&at)?;
    let mut under = document().element_from_point(x, y);
    while let Some(found) = under.and_then(|under| under.closest("[data-item]").ok().flatten()) {
        let over = found.get_attribute("data-item")?;
        if let Some((_, to)) = item(&over).filter(|(other, _)| *other == list) {
            return pressed::to_place(desk, list, from, to);
        }
        // It may be in an item of another list.
        under = found.parent_element();
    }
    None
}

/// Nothing is dragged any more; gives what was.
fn end() -> Option<String> {
    let (at, item) = DRAGGED.take()?;
    // Taking out a class can't fail.
    let _ = item.class_list().remove_1("write-dragged");
    Some(at)
}
