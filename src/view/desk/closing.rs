//! Closing a gathering: reading back, what was agreed, looking back, and the sheet of the evening.

use super::{Desk, evening::Evening, points::Points, rooms::Errand, typing::Fields};
use crate::{
    domain::gathering::{Deed, Draft, Gathering, GatheringId, Sense, Sort, Words, step},
    texts::{closing as t, desk},
};
use leptos::{either::Either, prelude::*};
use std::sync::Arc;

/// The room.
#[component]
pub fn ClosingRoom(desk: Desk, id: GatheringId, errand: Callback<Errand>) -> impl IntoView {
    let language = desk.language;
    let gathering = desk.gathering(id);
    let points = Sort::ALL.map(|sort| view! { <Points desk id gathering sort /> });
    let senses = Sense::ALL.map(|sense| view! { <Look desk id gathering sense /> });
    let closed = Memo::new(move |_| gathering.with(|gathering| gathering.closed));
    let close = move || {
        let to = !closed.get();
        let act = move |_| desk.does(id, Deed::Close { closed: to });
        match to {
            true => Either::Left(view! {
                <p><button class="button" type="button" on:click=act>{t::close(language)}</button></p>
            }),
            false => Either::Right(view! {
                <p>{t::closed(language)}" "<button class="button button--link" type="button" on:click=act>{t::reopen(language)}</button></p>
            }),
        }
    };
    view! {
        <div class="desk-part desk-closing">
            <div class="desk-steps">
                {points.collect_view()}
                <section class="desk-points">
                    <h2>{t::debrief(language)}</h2>
                    <p>{t::debrief_help(language)}</p>
                    <div class="desk-form">{senses.collect_view()}</div>
                </section>
            </div>
            <section class="desk-sheet">
                <h2>{t::sheet(language)}</h2>
                <Sheet desk id gathering errand />
                {close}
            </section>
        </div>
    }
}

/// The sheet with what one can do with it, once there is something on it.
#[component]
fn Sheet(desk: Desk, id: GatheringId, gathering: Memo<Arc<Gathering>>, errand: Callback<Errand>) -> impl IntoView {
    let language = desk.language;
    let open = move || {
        gathering.with(|gathering| {
            let open = |point: &&crate::domain::gathering::Point| point.sort == Sort::Main && !point.agreed;
            match gathering.points.iter().filter(open).count() {
                0 => String::new(),
                count => t::to_read_back(language, count),
            }
        })
    };
    let empty = Memo::new(move |_| gathering.with(|gathering| gathering.points.is_empty()));
    move || match empty.get() {
        true => Either::Left(view! { <p class="desk-empty">{t::sheet_empty(language)}</p> }),
        false => Either::Right(view! {
            <p>{t::sheet_help(language)}</p>
            <p role="status"><strong>{open}</strong></p>
            <p class="row">
                <button class="button button--primary" type="button" on:click=move |_| errand.run(Errand::Print)>
                    {t::print(language)}
                </button>
                <button class="button" type="button" on:click=move |_| errand.run(Errand::Mail(id))>
                    {t::mail(language)}
                </button>
            </p>
            <Evening desk gathering />
        }),
    }
}

/// One way of looking back: kept when its field is left.
#[component]
fn Look(desk: Desk, id: GatheringId, gathering: Memo<Arc<Gathering>>, sense: Sense) -> impl IntoView {
    let language = desk.language;
    let field = format!("debrief-{}", sense.code());
    let fault = RwSignal::new(String::new());
    let held = move || gathering.with(|gathering| gathering.debrief.get(&sense).cloned().unwrap_or_default());
    let typed = Fields::<String>::new(desk, Draft::Look(id, sense), Signal::derive(held));
    typed.when_safe(|| ());
    let keep = move || {
        if !typed.half.get_untracked() {
            return;
        }
        match typed.now.with_untracked(|typed| Words::of(typed, Words::REMARK)) {
            Err(wrong @ crate::domain::gathering::WordsFault::TooLong { .. }) => {
                fault.set(desk::words(language, wrong))
            }
            words => {
                fault.set(String::new());
                let words = words.ok();
                typed.save(id, move |notebook, names| step::debrief(notebook, sense, words.as_ref(), names));
            }
        }
    };
    // Whoever left the room has left the field.
    keep();
    view! {
        <div>
            <label for=field.clone()>{t::sense(language, sense)}</label>
            <textarea
                id=field
                rows="3"
                dir="auto"
                prop:value=typed.now
                on:input=move |event| typed.change(|typed| *typed = event_target_value(&event))
                on:change=move |_| keep()
            ></textarea>
            <p role="alert" class="question__error">{fault}</p>
        </div>
    }
}
