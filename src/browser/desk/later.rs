//! The rooms that come when somebody goes there. The page asks for this piece, each time that such a room opens; it fills the
//! place that the desk has for it.

use super::{desk, device, element, parcel, refresh, rooms, send, windows};
use crate::view::desk::{
    Desk, ROOMS, Sign,
    rooms::{Errand, RoomsView},
    sending::Round,
};
use gloo_events::EventListener;
use leptos::{mount, prelude::*};
use std::{any::Any, cell::RefCell};
use wasm_bindgen_futures::spawn_local;

thread_local! {
    static DESK: (Desk, RwSignal<Round>) = (begin(), RwSignal::new(Round::default()));
    /// What is shown; it goes when this is dropped.
    static SHOWN: RefCell<Option<Box<dyn Any>>> = const { RefCell::new(None) };
}

/// Shows the room of the address.
pub fn show() {
    let (Some(root), Some(room)) = (element(ROOMS), rooms::here()) else { return };
    let (desk, round) = DESK.with(|desk| *desk);
    desk.room.set(room);
    desk.sign.set(Sign::Quiet);
    // Who they are may have been asked since.
    refresh(desk);
    let errand = Callback::new(move |errand| match errand {
        Errand::BackUp => spawn_local(parcel::back_up(desk)),
        Errand::PutBack => spawn_local(parcel::put_back(desk)),
        Errand::Mail(id) => parcel::mail(desk, id),
        Errand::Print => device::print(),
        Errand::Send => spawn_local(send::all(desk, round)),
        Errand::StopSending => round.update(|round| round.under_way = false),
    });
    root.set_inner_html("");
    let shown = mount::mount_to(root, move || view! { <RoomsView desk room round errand /> });
    SHOWN.set(Some(Box::new(shown)));
}

/// What goes on as long as the page is there.
fn begin() -> Desk {
    let desk = desk();
    windows::listen(desk);
    EventListener::new(&window(), "hashchange", |_| {
        if rooms::here().is_some_and(|room| !room.comes_later()) {
            SHOWN.take();
        }
    })
    .forget();
    desk
}
