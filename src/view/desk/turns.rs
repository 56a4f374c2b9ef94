//! Undoing and doing again, in a room that shows what that changes: what it was is said.

use super::{Desk, Wish};
use crate::{
    domain::{
        gathering::{Deed, GatheringId, Notebook, Part},
        language::Language,
        log::Writes,
    },
    texts::desk as t,
};
use leptos::prelude::*;

/// What one takes back in a room, and how it is called.
#[derive(Clone, Copy)]
pub struct Turning {
    /// What the room shows.
    pub part: Part,
    /// What a step was, in a few words.
    pub called: fn(Language, &Notebook, &[Deed]) -> String,
}

/// The buttons, with their keys; nothing as long as there is nothing for them to do.
#[component]
pub fn Turns(desk: Desk, id: GatheringId, turning: Turning) -> impl IntoView {
    let language = desk.language;
    let can = Memo::new(move |_| {
        desk.who.with(|who| {
            let who = who.as_deref()?;
            desk.held.with(|held| {
                let notebook = held.book(id)?.notebook();
                Some((turning.part.undoing(notebook, who).is_some(), turning.part.redoing(notebook, who).is_some()))
            })
        })
    });
    let can = move || can.get().unwrap_or_default();
    let on_key = window_event_listener(leptos::ev::keydown, move |event| {
        let wish = match event.code().as_str() {
            "KeyZ" => Wish::Undo(id, turning),
            "KeyY" => Wish::Redo(id, turning),
            _ => return,
        };
        if event.alt_key() && !event.ctrl_key() && !event.meta_key() {
            event.prevent_default();
            desk.act.run(wish);
        }
    });
    on_cleanup(move || on_key.remove());
    // It stays where it is, so that whoever pressed it keeps the focus.
    let off = |can: bool| (!can).then_some("true");
    view! {
        <p class="row desk-turns" hidden=move || can() == (false, false)>
            <button class="button" type="button" aria-disabled=move || off(can().0) on:click=move |_| desk.act.run(Wish::Undo(id, turning))>
                {t::undo(language)}<kbd>"Alt Z"</kbd>
            </button>
            <button class="button" type="button" aria-disabled=move || off(can().1) on:click=move |_| desk.act.run(Wish::Redo(id, turning))>
                {t::redo(language)}<kbd>"Alt Y"</kbd>
            </button>
        </p>
    }
}

/// What was noted.
pub const NOTED: Turning = Turning { part: Part::Noted, called: noted };

/// What is known of a gathering, and what was noted.
pub const KNOWN: Turning = Turning { part: Part::Known, called: noted };

/// What somebody did with a remark, in its words as far as they are here; or what of the gathering.
fn noted(language: Language, notebook: &Notebook, deeds: &[Deed]) -> String {
    use crate::domain::gathering::place::Key;
    let (remark, own, say): (_, _, fn(Language, &str) -> String) = match deeds.first() {
        Some(Deed::Note { remark, text, .. }) => (remark, Some(*text), t::the_remark),
        Some(Deed::Reword { remark, text }) => (remark, Some(*text), t::the_change),
        Some(Deed::Sort { remark, .. } | Deed::Attribute { remark, .. } | Deed::Locate { remark, .. }) => {
            (remark, None, t::the_change)
        }
        Some(Deed::Keep { remark, kept: false }) => (remark, None, t::the_taking_back),
        Some(Deed::Keep { remark, .. }) => (remark, None, t::the_change),
        _ => {
            let places = deeds.iter().flat_map(Writes::writes);
            let named: Vec<_> = places.map(|(key, _)| t::about_what(language, &key).to_lowercase()).collect();
            return named.join(", ");
        }
    };
    let text = own.or_else(|| Deed::text(notebook.log(), &Key::Text(*remark)));
    say(language, &beginning(text.and_then(|text| notebook.text(text)).unwrap_or("…")))
}

/// The first words of a text.
pub fn beginning(text: &str) -> String {
    let mut first: String = text.chars().take(40).collect();
    if first.len() < text.len() {
        first.push('…');
    }
    first
}
