//! A gathering that was made by mistake. What holds nothing goes from the device; what holds something is put away: that is in
//! the log as all that people do, and can be put back.

use super::{AWAY, Desk, land, rooms::Errand};
use crate::{
    domain::{
        gathering::{Deed, Gathering, GatheringId, is_mistake},
        room::Room,
        sending::sent,
    },
    texts::{away as t, erasing},
};
use leptos::prelude::*;
use std::sync::Arc;

/// What can be done with it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
enum Way {
    /// To take it away.
    Take,
    /// To put it away.
    Put,
    /// To put it back.
    Back,
    /// Nothing, as something of it was sent, or it is closed.
    Stays,
}

/// The part of the room about it.
#[component]
pub fn Away(desk: Desk, id: GatheringId, gathering: Memo<Arc<Gathering>>, errand: Callback<Errand>) -> impl IntoView {
    let language = desk.language;
    let way = Memo::new(move |_| {
        let who = desk.who.get().unwrap_or_default();
        // In a folder that others work in, it would come back.
        let alone = desk.safety.with(|safety| safety.in_folder.is_none());
        let found = |ask: &dyn Fn(&crate::domain::gathering::Notebook) -> bool| {
            desk.held.with(|held| held.book(id).is_some_and(|book| ask(book.notebook())))
        };
        match gathering.with(|gathering| (gathering.away, gathering.closed)) {
            (true, _) => Way::Back,
            _ if alone && found(&|notebook| is_mistake(notebook, &who)) => Way::Take,
            (_, true) => Way::Stays,
            _ if found(&|notebook| !sent(notebook).is_empty()) => Way::Stays,
            _ => Way::Put,
        }
    });
    let lead = move || match way.get() {
        Way::Take => t::empty(language).to_owned(),
        Way::Put => gathering.with(|gathering| t::lead(language, gathering.remarks.len(), gathering.points.len())),
        Way::Back => t::is_away(language).to_owned(),
        Way::Stays => t::stays(language).to_owned(),
    };
    let act = move |_| match way.get_untracked() {
        Way::Take => errand.run(Errand::TakeAway(id)),
        way => desk.does(id, Deed::PutAway { away: way == Way::Put }),
    };
    let button = move || match way.get() {
        Way::Take => t::take_away(language),
        Way::Back => t::take_back(language),
        _ => t::put_away(language),
    };
    land(AWAY);
    // It stays where it is, so that whoever pressed it keeps the focus.
    view! {
        <div class="desk-part">
        <section class="desk-form desk-points">
            <h2 id=AWAY tabindex="-1">{t::title(language)}</h2>
            <p role="status">{lead}" "<a hidden=move || way.get() != Way::Stays href=Room::Erase(id).href()>{erasing::title(language)}</a></p>
            <p class="row" hidden=move || way.get() == Way::Stays>
                <button class="button" type="button" on:click=act>{button}</button>
            </p>
        </section>
        </div>
    }
}
