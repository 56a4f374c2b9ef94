//! What is printed for a gathering: what one chose shows as it comes on paper, and that alone is printed.

use super::{
    Desk,
    card::{Card, called, paragraphs},
    handouts::{
        choice::{Chosen, Print, choice},
        forms::{Blank, forms},
        poster::{Posted, poster, step},
        sender::Sender,
    },
    rooms::Errand,
    route::RouteSheet,
};
use crate::{
    domain::{
        gathering::{Gathering, GatheringId},
        language::Language,
    },
    texts::{desk as say, handout as t, ready},
};
use leptos::prelude::*;

/// How many stops stand in each size of letters, the largest first.
const STOPS: [usize; 2] = [4, 8];

/// The room.
#[component]
pub fn PaperRoom(desk: Desk, id: GatheringId, errand: Callback<Errand>) -> impl IntoView {
    let language = desk.language;
    let gathering = desk.gathering(id);
    let chosen = Chosen::new();
    let tour = Memo::new(move |_| gathering.with(|gathering| !gathering.stops.is_empty()));
    let offered = move || {
        let tour = tour.get().then_some(Print::Route);
        [Print::Poster, Print::Forms, Print::Card].into_iter().chain(tour).collect()
    };
    let preview = move || {
        gathering.with(|gathering| match chosen.what.get() {
            Print::Forms => forms(desk, chosen, language, &blank(desk, gathering)).into_any(),
            Print::Route => view! { <RouteSheet desk gathering=gathering.clone() /> }.into_any(),
            Print::Card => view! { <Card desk gathering=gathering.clone() /> }.into_any(),
            _ => poster(desk, chosen.class(), posted(desk, gathering)).into_any(),
        })
    };
    let print = Callback::new(move |()| errand.run(Errand::Print));
    view! {
        <div class="desk-part desk-paper">
            <div class="desk-paper__side">
                {choice(language, chosen, offered, help, print)}
                <section class="desk-points">
                    <h2>{t::aloud(language)}</h2>
                    <p>{t::aloud_help(language)}</p>
                    <div class="desk-aloud">{paragraphs(t::aloud_list(language))}</div>
                </section>
            </div>
            <section class="desk-paper__sheets">
                <h2>{t::preview(language)}</h2>
                {preview}
            </section>
        </div>
    }
}

/// What one does with what is printed.
fn help(language: Language, print: Print) -> &'static str {
    match print {
        Print::Forms => t::forms_help(language),
        Print::Card => t::card_help(language),
        Print::Route => ready::route_help(language),
        _ => t::poster_help(language),
    }
}

/// What stands on its poster.
fn posted(desk: Desk, gathering: &Gathering) -> Posted {
    let language = desk.language;
    let place = desk.name(gathering);
    let day = gathering.day.map(|day| view! { <p class="poster__day">{day.in_full(language)}</p> });
    let time = match gathering.begins {
        Some(hour) => t::from(language, &say::clock(language, hour.clock())),
        None => t::time(language).to_owned(),
    };
    let stops = (!gathering.stops.is_empty()).then(|| {
        let size = STOPS.iter().filter(|most| gathering.stops.len() > **most).count();
        let all = gathering.stops.iter().map(|stop| view! { <li dir="auto">{called(stop)}</li> });
        view! { <ol class=format!("poster__stops poster__stops--{size}")>{all.collect_view()}</ol> }
    });
    let hosts = gathering
        .hosts
        .as_ref()
        .map(|hosts| view! { <p class="poster__hosts" dir="auto">{t::led_by(language, hosts)}</p> });
    let place_class = format!("poster__place poster__place--{}", step(&place, &[40, 90, 140, 300]));
    let facts = view! {
        {day}
        <p class="poster__time">{time}</p>
        <p class=place_class dir="auto">{place}</p>
        {stops}
        {hosts}
    };
    Posted {
        language,
        sender: Sender::of(desk),
        call: t::come(language),
        asked: desk.about(gathering),
        about: String::new(),
        facts: facts.into_any(),
        before: t::not_there(language),
        page: desk.page(gathering),
        more: String::new(),
    }
}

/// What stands on a form of it.
fn blank(desk: Desk, gathering: &Gathering) -> Blank {
    let where_when: Vec<_> = [Some(desk.name(gathering)), desk.when(gathering)].into_iter().flatten().collect();
    Blank {
        about: desk.about(gathering),
        where_when: where_when.join(" · "),
        stops: gathering.stops.iter().filter_map(|stop| stop.name.clone()).collect(),
        back: t::returned(desk.language).to_owned(),
        page: desk.page(gathering),
    }
}
