//! The address, the title and the focus follow the room. Back, reload and links from elsewhere lead where they should.

use super::{acts, back, device};
use crate::{
    domain::room::Room,
    view::desk::{Desk, FIELD, Sign, layout},
};
use gloo_events::EventListener;
use leptos::{leptos_dom::helpers::request_animation_frame, prelude::*, web_sys};
use wasm_bindgen::{JsCast, JsValue};

/// The room that the address names; `None` where it names a place on the page.
pub fn here() -> Option<Room> {
    Room::at(&device::fragment())
}

/// Goes to a room.
pub fn go(room: Room) {
    // The listener below does the rest.
    let _ = window().location().set_hash(&room.href());
}

/// Keeps all of them in step.
pub fn follow(desk: Desk) {
    let site = document().title().rsplit(" – ").next().unwrap_or_default().to_owned();
    Effect::new(move |_| document().set_title(&format!("{} – {site}", layout::title(desk))));
    back::keep();
    // An invitation has more in its address than its room.
    let at = StoredValue::new(device::fragment());
    EventListener::new(&window(), "hashchange", move |_| {
        let room = desk.room.get_untracked();
        match here() {
            None => return stay(&at.get_value()),
            Some(to) if to == room => {}
            Some(to) => enter(desk, to),
        }
        at.set_value(device::fragment());
    })
    .forget();
}

/// Shows a room.
pub fn enter(desk: Desk, room: Room) {
    back::leave();
    desk.sign.set(Sign::Quiet);
    desk.field.set(String::new());
    desk.room.set(room);
    if room == Room::Home {
        super::tell_of_work(desk);
    }
    if let Room::Note(id) = room {
        acts::put_back_draft(desk, id);
    }
    if !back::put_back() {
        arrive();
    }
}

/// Leads to the heading of a room, once it is there and the title is told.
pub fn arrive() {
    request_animation_frame(move || {
        window().scroll_to_with_x_and_y(0.0, 0.0);
        // Where one notes at the speed of talk, one types at once.
        if !focus(&format!("#{FIELD}")) {
            focus("main h1");
        }
    });
}

/// A link to a place on the page, such as the one that skips what stands above: the room stays, and so does its address.
fn stay(at: &str) {
    if let Some(place) = document().get_element_by_id(&device::fragment()) {
        // Setting an attribute with a proper name, and focusing an element in the page, can't fail.
        let _ = place.set_attribute("tabindex", "-1");
        let _ = place.dyn_into::<web_sys::HtmlElement>().map(|place| place.focus());
    }
    if let Ok(history) = window().history() {
        // An address of our own is one that this page may have.
        let _ = history.replace_state_with_url(&JsValue::NULL, "", Some(&format!("#{at}")));
        back::stamp();
    }
}

/// Gives the focus to what this names; whether it is there.
pub fn focus(selector: &str) -> bool {
    let found = document().query_selector(selector).ok().flatten();
    // Focusing an element in the page can't fail.
    found.and_then(|found| found.dyn_into::<web_sys::HtmlElement>().ok()).is_some_and(|found| found.focus().is_ok())
}
