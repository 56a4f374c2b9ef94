//! Closing a gathering: reading back, what was agreed, looking back, and the sheet of the evening.

use super::{
    Desk, Sign,
    evening::{Evening, is_too_much},
    focus_soon,
    on_sheet::OnSheet,
    points::Points,
    rooms::Errand,
    turns::{Turning, Turns, beginning},
    typing::Fields,
};
use crate::{
    domain::{
        gathering::{
            Deed, Draft, Gathering, GatheringId, Notebook, Part, PointId, Sense, Sort, Words,
            place::{Facet, Key, Value},
            step,
        },
        language::Language,
        room::Room,
    },
    texts::{closing as t, desk, sending},
};
use leptos::{either::Either, prelude::*};
use std::sync::Arc;

/// What closes it, and what stands there once it is closed.
const CLOSED: &str = "desk-closed";

/// The room.
#[component]
pub fn ClosingRoom(desk: Desk, id: GatheringId, errand: Callback<Errand>) -> impl IntoView {
    let language = desk.language;
    let gathering = desk.gathering(id);
    let points = Sort::ALL.map(|sort| view! { <Points desk id gathering sort /> });
    let senses = Sense::ALL.map(|sense| view! { <Look desk id gathering sense /> });
    let closed = Memo::new(move |_| gathering.with(|gathering| gathering.closed));
    // Whoever closed it, or opened it again, is led to what came of that.
    Effect::new(move |before: Option<bool>| {
        let now = closed.get();
        if before.is_some_and(|before| before != now) {
            focus_soon(CLOSED.to_owned());
        }
        now
    });
    view! {
        <For each=move || closed.get().then_some(()) key=|()| () children=move |()| view! { <Closed desk id /> } />
        <div class="desk-part desk-closing">
            <div class="desk-steps">
                <Turns desk id turning=Turning { part: Part::Closing, called } />
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
            </section>
        </div>
    }
}

/// How many main points were not read back.
fn open(gathering: &Gathering) -> usize {
    gathering.points.iter().filter(|point| point.sort == Sort::Main && !point.agreed).count()
}

/// The button that closes it. What was not read back is asked about first.
#[component]
fn Close(desk: Desk, id: GatheringId, gathering: Memo<Arc<Gathering>>) -> impl IntoView {
    let language = desk.language;
    let asked = RwSignal::new(0);
    let close = move |_| {
        let open = gathering.with_untracked(|gathering| open(gathering));
        if open != asked.get_untracked() {
            return asked.set(open);
        }
        desk.does(id, Deed::Close { closed: true });
    };
    let question = move || match asked.get() {
        0 => None,
        open => Some(view! { <p class="desk-asked">{t::to_read_back(language, open)}" "{t::close_sure(language)}</p> }),
    };
    view! {
        <div role="alert">{question}</div>
        <p><button id=CLOSED class="button" type="button" on:click=close>{t::close(language)}</button></p>
    }
}

/// What comes once it is closed.
#[component]
fn Closed(desk: Desk, id: GatheringId) -> impl IntoView {
    let language = desk.language;
    let gathering = desk.gathering(id);
    let ahead = move || gathering.with(|gathering| gathering.ahead(desk.today?));
    let early = move || {
        ahead().map(|day| {
            view! {
                <p class="desk-asked">{t::closed_ahead(language, &day.written(language))}</p>
                <p><a class="button" href=Room::Prepare(id).href()>{desk::to_prepare(language)}</a></p>
            }
        })
    };
    view! {
        <div class="desk-part desk-disputed desk-closed">
            <section class="desk-card">
                <h2 id=CLOSED tabindex="-1">{t::closed(language)}</h2>
                {early}
                <p>{t::closed_next(language)}</p>
                <p class="row">
                    <a class="button button--primary" hidden=move || ahead().is_some() href=Room::Send.href()>{sending::title(language)}</a>
                    <a class="button" href=Room::Files.href()>{desk::to_files(language)}</a>
                    <button class="button button--link" type="button" on:click=move |_| desk.does(id, Deed::Close { closed: false })>{t::reopen(language)}</button>
                </p>
            </section>
        </div>
    }
}

/// The sheet with what one can do with it, once there is something on it.
#[component]
fn Sheet(desk: Desk, id: GatheringId, gathering: Memo<Arc<Gathering>>, errand: Callback<Errand>) -> impl IntoView {
    let language = desk.language;
    let still = move || {
        gathering.with(|gathering| match open(gathering) {
            0 => String::new(),
            count => t::to_read_back(language, count),
        })
    };
    let empty = Memo::new(move |_| gathering.with(|gathering| gathering.points.is_empty()));
    let too_much = Memo::new(move |_| gathering.with(|gathering| is_too_much(desk, gathering)));
    // Once it is closed, sending comes first.
    let class = move || if gathering.with(|gathering| gathering.closed) { "button" } else { "button button--primary" };
    let close = move || {
        let open = move || (!gathering.with(|gathering| gathering.closed)).then_some(());
        view! { <For each=open key=|()| () children=move |()| view! { <Close desk id gathering /> } /> }
    };
    move || match empty.get() {
        true => Either::Left(view! { <p class="desk-empty">{t::sheet_empty(language)}</p>{close()} }),
        false => Either::Right(view! {
            <p>{t::sheet_help(language)}</p>
            <Evening desk gathering />
            // Below it, where all of this is in view as long as one works on what stands on it.
            <div role="status"><OnSheet desk id gathering /></div>
            <p role="status"><strong>{still}</strong></p>
            <p role="status" class="desk-asked" hidden=move || !too_much.get()>{move || too_much.get().then(|| t::too_much(language))}</p>
            <p class="row">
                <button class=class type="button" on:click=move |_| errand.run(Errand::Print)>
                    {t::print(language)}
                </button>
                <button class="button" type="button" on:click=move |_| errand.run(Errand::Mail(id))>
                    {t::mail(language)}
                </button>
            </p>
            {close()}
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
                desk.sign.set(Sign::Quiet);
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

/// What a step of this room was, in a few words.
fn called(language: Language, notebook: &Notebook, deeds: &[Deed]) -> String {
    let log = notebook.log();
    let part = |point: PointId| match log.value(&Key::Point(point, Facet::Sort)) {
        Some(Value::Sort(sort)) => t::sort(language, *sort),
        _ => t::title(language),
    };
    let words = |point: PointId| {
        let text = Deed::text(log, &Key::Point(point, Facet::Text)).and_then(|text| notebook.text(text));
        beginning(text.unwrap_or("…"))
    };
    let tick = |point: PointId, label: &str| t::the_tick(language, label, &words(point));
    match deeds.first() {
        Some(Deed::Point { sort, text, .. }) => {
            t::the_point(language, t::sort(language, *sort), &beginning(notebook.text(*text).unwrap_or("…")))
        }
        Some(Deed::Phrase { point, .. } | Deed::Assign { point, .. } | Deed::Due { point, .. }) => {
            t::the_point_change(language, part(*point), &words(*point))
        }
        Some(Deed::Agree { point, .. }) => tick(*point, t::agreed(language)),
        Some(Deed::Fulfil { point, .. }) => tick(*point, t::done(language)),
        Some(Deed::Leave { point, .. }) => desk::the_taking_back(language, &words(*point)),
        Some(Deed::Debrief { sense, .. }) => t::the_answer(language, t::sense(language, *sense)),
        Some(Deed::Close { closed: true }) => t::the_closing(language).into(),
        _ => t::the_opening(language).into(),
    }
}
