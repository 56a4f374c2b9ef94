//! Getting a gathering ready.

use super::{
    Desk,
    checklist::Checklist,
    helper::Helper,
    rooms::Errand,
    stops::Stops,
    turns::{Turning, Turns},
};
use crate::{
    domain::{
        gathering::{
            Deed, GatheringId, Notebook, Part, StopId,
            place::{Key, StopFacet},
        },
        language::Language,
    },
    texts::{closing, desk, handout, ready as t},
};
use leptos::prelude::*;

/// The room.
#[component]
pub fn ReadyRoom(
    desk: Desk,
    id: GatheringId,
    invitation: RwSignal<Option<(GatheringId, String)>>,
    errand: Callback<Errand>,
) -> impl IntoView {
    let gathering = desk.gathering(id);
    view! {
        <div class="desk-part">
            <Turns desk id turning=Turning { part: Part::Ready, called } />
            <div class="desk-ready">
                <Checklist desk id gathering />
                <div class="desk-steps">
                    <Stops desk id gathering />
                    <Helper desk id gathering invitation errand />
                </div>
            </div>
        </div>
    }
}

/// What a step of this room was, in a few words.
fn called(language: Language, notebook: &Notebook, deeds: &[Deed]) -> String {
    let stop = |stop: StopId| {
        let name = Deed::text(notebook.log(), &Key::Stop(stop, StopFacet::Name));
        name.and_then(|text| notebook.text(text)).unwrap_or("…").to_owned()
    };
    match deeds.first() {
        Some(Deed::Check { task, .. }) => t::the_tick(language, handout::task(language, *task)),
        Some(Deed::Stop { text, .. }) => t::the_stop(language, notebook.text(*text).unwrap_or("…")),
        Some(Deed::KeepStop { stop: one, .. }) => desk::the_taking_back(language, &stop(*one)),
        Some(Deed::CallStop { stop: one, .. } | Deed::PlanStop { stop: one, .. }) => {
            closing::the_point_change(language, t::stops(language), &stop(*one))
        }
        _ => desk::about_what(language, &Key::Route).to_lowercase(),
    }
}
