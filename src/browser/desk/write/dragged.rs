//! Dragging an item to the place of another in its list. The buttons beside it do the same.

use super::pressed;
use crate::{files::content::manuscript::path::item, view::desk::Desk};
use gloo_events::{EventListener, EventListenerOptions};
use leptos::prelude::*;
use std::cell::RefCell;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlElement, PointerEvent};

/// So near an edge of the window, in pixels, it scrolls by [`STEP`] for each move.
const EDGE: f64 = 96.0;
const STEP: f64 = 24.0;

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
    EventListener::new(root, "pointermove", move |event| {
        let _ = scroll(event);
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

/// A list may be longer than the window: at an edge of that it moves under the pointer.
fn scroll(event: &Event) -> Option<()> {
    DRAGGED.with_borrow(Option::is_some).then_some(())?;
    let at = f64::from(event.dyn_ref::<PointerEvent>()?.client_y());
    let height = window().inner_height().ok()?.as_f64()?;
    let step = if at < EDGE {
        -STEP
    } else if at > height - EDGE {
        STEP
    } else {
        return None;
    };
    window().scroll_by_with_x_and_y(0.0, step);
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
