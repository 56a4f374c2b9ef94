//! One gathering: what is known of it, and what was noted.

use super::{AWAY, Desk, conflicts::Conflicts, remarks::Remarks, turns};
use crate::{
    domain::{
        gathering::{GatheringId, Kind, Stop},
        room::Room,
    },
    texts::{closing, desk as t, erasing, ready, sending},
};
use leptos::prelude::*;

/// The room.
#[component]
pub fn GatheringRoom(desk: Desk, id: GatheringId) -> impl IntoView {
    let language = desk.language;
    let gathering = desk.gathering(id);
    let facts = move || {
        gathering.with(|gathering| {
            let day = desk.when(gathering);
            let people = gathering.people.map(|count| t::persons(language, count));
            let closed = gathering.closed.then(|| closing::is_closed(language).to_owned());
            let away = gathering.away.then(|| t::is_away(language).to_owned());
            let all = [day, people, gathering.hosts.clone(), closed, away].into_iter().flatten().collect::<Vec<_>>();
            all.join(" · ")
        })
    };
    let closed = Memo::new(move |_| gathering.with(|gathering| gathering.closed));
    let ahead =
        Memo::new(move |_| gathering.with(|gathering| desk.today.and_then(|today| gathering.ahead(today))).is_some());
    // Once it is closed, sending comes first.
    let note = move || if closed.get() && !ahead.get() { "button" } else { "button button--primary" };
    let kinds = move || {
        let kinds = gathering.with(|gathering| gathering.kinds());
        let count = |kind: Kind| {
            let count = kinds.get(&kind).copied()?;
            Some(view! { <li><strong>{count}</strong>" "{t::kind_name(language, kind)}</li> })
        };
        Kind::ALL.into_iter().filter_map(count).collect_view()
    };
    let stops = move || {
        gathering.with(|gathering| {
            let stop = |stop: &Stop| view! { <li><strong>{gathering.at(stop).count()}</strong>" "{stop.name.clone()}</li> };
            let mut all: Vec<_> = gathering.stops.iter().map(stop).collect();
            let under_way = gathering.under_way();
            if under_way > 0 {
                let name = Some(ready::under_way(language).to_owned());
                all.push(view! { <li><strong>{under_way}</strong>" "{name}</li> });
            }
            (!all.is_empty()).then(|| view! {
                <div><p><strong>{ready::by_stop(language)}</strong></p><ul class="desk-kinds" dir="auto">{all}</ul></div>
            })
        })
    };
    view! {
        <div class="desk-head">
            <h1 tabindex="-1">{move || gathering.with(|gathering| desk.name(gathering))}</h1>
            <p class="soft">{facts}</p>
            <p class="desk-lead">{move || gathering.with(|gathering| desk.about(gathering))}</p>
            <p>{t::gathering_lead(language)}</p>
            <p class="row" hidden=move || !closed.get()>
                <a class="button button--primary" hidden=move || ahead.get() href=Room::Send.href()>{sending::title(language)}</a>
                <a class="button" href=Room::Files.href()>{t::to_files(language)}</a>
            </p>
            <p class="row">
                <a class=note href=Room::Note(id).href()>{t::to_note(language)}</a>
                <a class="button" href=Room::Ready(id).href()>{ready::title(language)}</a>
                <a class="button" href=Room::Close(id).href()>{t::to_close(language)}</a>
                <a class="button" href=Room::Paper(id).href()>{t::to_paper(language)}</a>
                <a class="button" href=Room::Screen(id).href()>{t::to_screen(language)}</a>
                <a class="button" href=Room::Prepare(id).href()>{t::to_prepare(language)}</a>
            </p>
            <ul class="desk-kinds">{kinds}</ul>
            {stops}
        </div>
        <div class="desk-part">
            <Conflicts desk id gathering />
            <Remarks desk id gathering turning=turns::KNOWN empty=t::nothing_noted_here(language) />
            <p class="desk-erase"><a href=Room::Erase(id).href()>{erasing::title(language)}</a></p>
            <p hidden=id.is_practice()><a href=Room::Prepare(id).href() + "?" + AWAY>{t::by_mistake(language)}</a></p>
        </div>
    }
}
