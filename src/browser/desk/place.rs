//! The place on the page that a piece of the desk fills, as long as one is in a room of it.

use super::{element, rooms};
use crate::{domain::room::Piece, view::desk::ROOMS};
use gloo_events::EventListener;
use leptos::{mount, prelude::*};
use std::{any::Any, cell::RefCell};

thread_local! {
    /// What is shown; it goes when this is dropped.
    static SHOWN: RefCell<Option<Box<dyn Any>>> = const { RefCell::new(None) };
}

/// Shows this there, in the place of whatever was.
pub fn fill<N: IntoView + 'static>(view: impl FnOnce() -> N + 'static) {
    let Some(root) = element(ROOMS) else { return };
    root.set_inner_html("");
    SHOWN.set(Some(Box::new(mount::mount_to(root, view))));
}

/// Lets go of it when somebody leaves for a room that is not of this piece.
pub fn empty_elsewhere(piece: Piece) {
    EventListener::new(&window(), "hashchange", move |_| {
        if rooms::here().is_some_and(|room| room.piece() != Some(piece)) {
            SHOWN.take();
        }
    })
    .forget();
}
