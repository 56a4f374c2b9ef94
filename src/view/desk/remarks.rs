//! What was noted, the newest first: to read, to search, to change and to take back.

use super::{Desk, Wish, change::Change};
use crate::{
    domain::{
        day::clock_in_the_netherlands,
        gathering::{Deed, Gathering, GatheringId, Kind, Remark, RemarkId},
    },
    texts::desk as t,
};
use leptos::{either::Either, prelude::*};
use std::sync::Arc;

/// The heading of the list.
pub const NOTED: &str = "desk-noted";
/// How many show at first, and how many more each time.
const PART: usize = 50;

/// The list; `empty` is what stands there before there is any.
#[component]
pub fn Remarks(desk: Desk, id: GatheringId, gathering: Memo<Arc<Gathering>>, empty: &'static str) -> impl IntoView {
    let language = desk.language;
    let (query, room, changing) = (RwSignal::new(String::new()), RwSignal::new(PART), RwSignal::new(None));
    let only = RwSignal::new(None);
    let found = Memo::new(move |_| {
        let (query, only) = (query.get(), only.get());
        gathering.with(|gathering| {
            let fits = gathering.remarks.iter().rev();
            let fits = fits.filter(|remark| only.is_none_or(|kind| remark.kind == kind) && remark.has(&query));
            (fits.clone().take(room.get()).cloned().collect::<Vec<_>>(), fits.count(), gathering.remarks.len())
        })
    });
    let count = move || {
        found.with(
            |(_, fits, all)| if fits == all { t::remarks(language, *all) } else { t::found(language, *fits, *all) },
        )
    };
    let taken_back = move || {
        let count = gathering.with(|gathering| gathering.taken_back);
        (count > 0).then(|| view! { <p class="soft">{t::taken_back(language, count)}</p> })
    };
    let one = move |remark: Remark| view! { <One desk id remark changing /> };
    view! {
        <section class="desk-noted">
            <div class="desk-noted__head">
                <h2 id=NOTED tabindex="-1">{t::noted(language)}</h2>
                <p class="soft" role="status">{count}</p>
            </div>
            <Turns desk id />
            <div class="desk-search" hidden=move || found.with(|(.., all)| *all == 0)>
                <div>
                    <label for="desk-search">{t::search(language)}</label>
                    <input
                        id="desk-search"
                        type="search"
                        autocomplete="off"
                        prop:value=query
                        on:input=move |event| query.set(event_target_value(&event))
                    />
                </div>
                <Only desk gathering only />
            </div>
            <p class="desk-empty" hidden=move || found.with(|(.., all)| *all > 0)>{empty}</p>
            <p hidden=move || found.with(|(_, fits, all)| *fits > 0 || *all == 0)>{t::not_found(language)}</p>
            <ol class="desk-remarks" reversed>
                <For each=move || found.get().0 key=Remark::clone children=one />
            </ol>
            <p hidden=move || found.with(|(shown, fits, _)| shown.len() >= *fits)>
                <button class="button" type="button" on:click=move |_| room.update(|room| *room += PART)>
                    {t::older(language)}
                </button>
            </p>
            {taken_back}
        </section>
    }
}

/// Which kinds show: all, or one that is there.
#[component]
fn Only(desk: Desk, gathering: Memo<Arc<Gathering>>, only: RwSignal<Option<Kind>>) -> impl IntoView {
    let language = desk.language;
    let kinds = Memo::new(move |_| gathering.with(|gathering| gathering.kinds()));
    let option = move |kind: Kind| {
        let count = move || kinds.with(|kinds| kinds.get(&kind).copied().unwrap_or(0));
        view! { <option value=kind.code() hidden=move || count() == 0>{move || t::kind_with(language, kind, count())}</option> }
    };
    view! {
        <div>
            <label for="desk-only">{t::of_kind(language)}</label>
            <select
                id="desk-only"
                prop:value=move || only.get().map_or("", Kind::code)
                on:change=move |event| only.set(Kind::from_code(&event_target_value(&event)))
            >
                <option value="">{t::all_kinds(language)}</option>
                {Kind::ALL.map(option).collect_view()}
            </select>
        </div>
    }
}

/// Undoing and doing again, with their keys.
#[component]
fn Turns(desk: Desk, id: GatheringId) -> impl IntoView {
    let language = desk.language;
    let on_key = window_event_listener(leptos::ev::keydown, move |event| {
        let wish = match event.code().as_str() {
            "KeyZ" => Wish::Undo(id),
            "KeyY" => Wish::Redo(id),
            _ => return,
        };
        if event.alt_key() && !event.ctrl_key() && !event.meta_key() {
            event.prevent_default();
            desk.act.run(wish);
        }
    });
    on_cleanup(move || on_key.remove());
    view! {
        <p class="row desk-turns">
            <button class="button" type="button" on:click=move |_| desk.act.run(Wish::Undo(id))>
                {t::undo(language)}<kbd>"Alt Z"</kbd>
            </button>
            <button class="button" type="button" on:click=move |_| desk.act.run(Wish::Redo(id))>
                {t::redo(language)}<kbd>"Alt Y"</kbd>
            </button>
        </p>
    }
}

/// A remark, or the fields to change it.
#[component]
fn One(desk: Desk, id: GatheringId, remark: Remark, changing: RwSignal<Option<RemarkId>>) -> impl IntoView {
    let remark = StoredValue::new(remark);
    let name = remark.with_value(|remark| remark.id);
    let kind = remark.with_value(|remark| remark.kind.code());
    view! {
        <li class=format!("desk-remark desk-remark--{kind}")>
            {move || {
                if changing.get() == Some(name) {
                    Either::Left(view! { <Change desk id remark changing /> })
                } else {
                    Either::Right(view! { <Shown desk id remark changing /> })
                }
            }}
        </li>
    }
}

#[component]
fn Shown(
    desk: Desk,
    id: GatheringId,
    remark: StoredValue<Remark>,
    changing: RwSignal<Option<RemarkId>>,
) -> impl IntoView {
    let language = desk.language;
    let Remark { id: name, text, kind, stop, speaker, who, at, changed, .. } = remark.get_value();
    let time = i64::try_from(at).ok().and_then(clock_in_the_netherlands).map(|time| t::clock(language, time));
    let changed = changed.then(|| t::changed(language).into());
    let about: Vec<String> = [stop, speaker, Some(who), time, changed].into_iter().flatten().collect();
    let short: String = text.as_deref().unwrap_or_default().chars().take(40).collect();
    let (words, hidden) = (text.unwrap_or_else(|| t::wordless(language).into()), format!(": {short}"));
    view! {
        <p class="desk-remark__about"><strong>{t::kind_name(language, kind)}</strong>" · "{about.join(" · ")}</p>
        <p class="desk-remark__text" dir="auto">{words}</p>
        <p class="desk-remark__acts">
            <button class="button button--link" type="button" on:click=move |_| changing.set(Some(name))>
                {t::change(language)}<span class="visually-hidden">{hidden.clone()}</span>
            </button>
            <button class="button button--link" type="button" on:click=move |_| desk.does(id, Deed::Keep { remark: name, kept: false })>
                {t::take_back(language)}<span class="visually-hidden">{hidden}</span>
            </button>
        </p>
    }
}
