//! Place: a list of municipalities, a text box that suggests its villages, and free text as a way out.

use super::frame::Asked;
use crate::{
    domain::{draft::OTHER, question::PlaceQuestion},
    texts::form as t,
};
use leptos::prelude::*;

pub fn view(asked: Asked, kind: PlaceQuestion) -> impl IntoView {
    let state = asked.state;
    let language = state.language;
    let name = asked.field("municipality");
    let chosen = state.text(&name);
    let write = name.clone();
    let list = format!("l-{}", asked.id);
    let now = chosen.get_untracked();
    let options: Vec<_> = kind
        .municipalities
        .iter()
        .map(|m| view! { <option value=m.name.clone() selected=m.name == now>{m.name.clone()}</option> })
        .collect();
    let municipalities = StoredValue::new(kind.municipalities);
    let villages = move || {
        let chosen = chosen.get();
        municipalities.with_value(|all| {
            // Not before hydration: whatever was chosen by then, the page as it was made has no villages.
            let municipality = all.iter().find(|m| state.ready.get() && m.name == chosen);
            let villages = municipality.map(|m| m.villages.clone()).unwrap_or_default();
            villages.into_iter().map(|village| view! { <option value=village></option> }).collect::<Vec<_>>()
        })
    };
    // Without JavaScript both text boxes stay in view, as nothing can hide the one that is not needed.
    let hidden = move |elsewhere: bool| {
        Signal::derive(move || state.ready.get() && chosen.with(|chosen| (chosen == OTHER) == elsewhere))
    };
    let controls = view! {
        <div class="place">
            <label for=asked.focus_id()>{t::municipality(language)}</label>
            <select
                id=asked.focus_id()
                name=name
                aria-describedby=asked.described_by(None)
                aria-invalid=asked.invalid()
                prop:value=chosen
                on:change=move |event| state.set(&write, &event_target_value(&event))
            >
                <option value="">{t::choose(language)}</option>
                {options}
                <option value=OTHER selected=now == OTHER>{t::elsewhere(language)}</option>
            </select>
            <div class="place__village" hidden=hidden(true)>
                {asked.line("village", t::village(language), Some(list.clone()))}
                <datalist id=list>{villages}</datalist>
                <p class="question__help">{t::village_help(language)}</p>
            </div>
            <div class="place__other" hidden=hidden(false)>
                {asked.line("other", t::where_else(language), None)}
            </div>
        </div>
    };
    asked.grouped(controls)
}
