//! What is printed for a gathering: what one chose shows as it comes on paper, and that alone is printed.

use super::{Desk, card::Card, forms::Forms, poster::Poster, rooms::Errand, route::RouteSheet};
use crate::{
    domain::gathering::GatheringId,
    texts::{handout as t, ready},
};
use leptos::prelude::*;

/// What one can print.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Print {
    Poster,
    Forms,
    Card,
    Route,
}

/// At most so many forms at once.
const MOST: usize = 200;

/// The room.
#[component]
pub fn PaperRoom(desk: Desk, id: GatheringId, errand: Callback<Errand>) -> impl IntoView {
    let language = desk.language;
    let gathering = desk.gathering(id);
    let chosen = RwSignal::new(Print::Poster);
    let (count, two) = (RwSignal::new(20), RwSignal::new(true));
    let tour = Memo::new(move |_| gathering.with(|gathering| !gathering.stops.is_empty()));
    let choice = move |name: &'static str, to: Print, text: &'static str| {
        view! {
            <label class="choice">
                <input type="radio" name=name prop:checked=move || chosen.get() == to on:change=move |_| chosen.set(to) />
                <span>{text}</span>
            </label>
        }
    };
    let each = move |to: bool, text: &'static str| {
        view! {
            <label class="choice">
                <input type="radio" name="paper-each" prop:checked=move || two.get() == to on:change=move |_| two.set(to) />
                <span>{text}</span>
            </label>
        }
    };
    let typed = move |event| {
        if let Ok(wanted) = event_target_value(&event).parse::<usize>() {
            count.set(wanted.clamp(1, MOST));
        }
    };
    let help = move || match chosen.get() {
        Print::Poster => t::poster_help(language).to_owned(),
        Print::Forms => {
            let sheets = if two.get() { count.get().div_ceil(2) } else { count.get() };
            format!("{} {}.", t::forms_help(language), t::sheets(language, sheets))
        }
        Print::Card => t::card_help(language).to_owned(),
        Print::Route => ready::route_help(language).to_owned(),
    };
    let preview = move || {
        gathering.with(|gathering| match chosen.get() {
            Print::Poster => view! { <Poster desk gathering=gathering.clone() /> }.into_any(),
            Print::Forms => {
                view! { <Forms desk gathering=gathering.clone() count=count.get() two=two.get() /> }.into_any()
            }
            Print::Route => view! { <RouteSheet desk gathering=gathering.clone() /> }.into_any(),
            Print::Card => view! { <Card desk gathering=gathering.clone() /> }.into_any(),
        })
    };
    view! {
        <div class="desk-part desk-paper">
            <div class="desk-paper__side">
                <div class="desk-form">
                    <fieldset class="desk-choices">
                        <legend>{t::which(language)}</legend>
                        {choice("paper", Print::Poster, t::poster(language))}
                        {choice("paper", Print::Forms, t::forms(language))}
                        {choice("paper", Print::Card, t::card(language))}
                        {move || tour.get().then(|| choice("paper", Print::Route, ready::route(language)))}
                    </fieldset>
                    <div hidden=move || chosen.get() != Print::Forms>
                        <label for="paper-count">{t::how_many(language)}</label>
                        <input
                            id="paper-count"
                            class="desk-number"
                            type="number"
                            inputmode="numeric"
                            min="1"
                            max=MOST.to_string()
                            prop:value=move || count.get().to_string()
                            on:change=typed
                        />
                    </div>
                    <fieldset class="desk-choices" hidden=move || chosen.get() != Print::Forms>
                        <legend>{t::on_sheet(language)}</legend>
                        {each(true, t::two(language))}
                        {each(false, t::one(language))}
                    </fieldset>
                    <p role="status">{help}</p>
                    <p>
                        <button class="button button--primary" type="button" on:click=move |_| errand.run(Errand::Print)>
                            {t::print(language)}
                        </button>
                    </p>
                </div>
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

/// Each as an item of a list.
pub fn items(texts: &'static [&'static str]) -> impl IntoView {
    texts.iter().map(|text| view! { <li>{*text}</li> }).collect_view()
}

/// Each as a paragraph.
pub fn paragraphs(texts: &'static [&'static str]) -> impl IntoView {
    texts.iter().map(|text| view! { <p>{*text}</p> }).collect_view()
}
