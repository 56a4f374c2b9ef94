//! A gathering in which one only practises: where it begins and ends, and how every room and sheet says that it is one.

use super::{Desk, PRACTISE, Wish, land, rooms::Errand};
use crate::{
    domain::{gathering::GatheringId, room::Room},
    texts::practice as t,
};
use leptos::{either::Either, prelude::*};

/// What stands over every room of it.
#[component]
pub fn Band(desk: Desk, id: GatheringId) -> impl IntoView {
    view! {
        <div class="desk-practice">
            <p><strong>{t::mark(desk.language)}". "</strong>{t::band(desk.language)}</p>
            <End desk id />
        </div>
    }
}

/// In the list: one tap begins one, or leads to the one that is there.
#[component]
pub fn Practise(desk: Desk, errand: Callback<Errand>) -> impl IntoView {
    let language = desk.language;
    let there = Memo::new(move |_| desk.held.with(|held| held.practised().next().map(|(id, _)| id)));
    let acts = move || match there.get() {
        None => Either::Left(view! {
            <p><button class="button" type="button" on:click=move |_| errand.run(Errand::Practise)>{t::begin(language)}</button></p>
        }),
        Some(id) => Either::Right(view! {
            <p class="row">
                <a class="button" href=Room::Gathering(id).href()>{t::go_on(language)}</a>
                <End desk id />
            </p>
        }),
    };
    land(PRACTISE);
    view! {
        <section class="desk-card desk-card--practice">
            <h2 id=PRACTISE tabindex="-1">{t::title(language)}</h2>
            <p>{t::lead(language)}</p>
            {acts}
        </section>
    }
}

#[component]
fn End(desk: Desk, id: GatheringId) -> impl IntoView {
    view! {
        <button class="button" type="button" on:click=move |_| desk.act.run(Wish::EndPractice(id))>{t::end(desk.language)}</button>
    }
}

/// What stands on a sheet and on the screen in the hall, if it is of such a gathering.
#[component]
pub fn PracticeMark(desk: Desk) -> impl IntoView {
    let practised = desk.room.get_untracked().gathering().is_some_and(GatheringId::is_practice);
    practised.then(|| view! { <p class="practice-mark">{t::mark(desk.language)}</p> })
}
