//! Place: a list of municipalities, a text box that suggests its villages, and free text as a way out.

use super::frame::Asked;
use crate::{
    domain::{draft::OTHER, question::PlaceQuestion},
    texts::form as t,
};
use leptos::prelude::*;

pub fn view(asked: Asked, kind: PlaceQuestion) -> AnyView {
    let state = asked.state;
    let language = state.language;
    let name = asked.field("municipality");
    let (read, write, chosen) = (name.clone(), name.clone(), name.clone());
    let (described, invalid) = (asked.clone(), asked.clone());
    let list = format!("l-{}", asked.id);
    let now = untrack(|| state.value(&name));
    let options: Vec<_> = kind
        .municipalities
        .iter()
        .map(|m| view! { <option value=m.name.clone() selected=m.name == now>{m.name.clone()}</option> })
        .collect();
    let municipalities = StoredValue::new(kind.municipalities);
    let villages = move || {
        let chosen = state.value(&chosen);
        municipalities.with_value(|all| {
            let municipality = all.iter().find(|m| m.name == chosen);
            let villages = municipality.map(|m| m.villages.clone()).unwrap_or_default();
            villages.into_iter().map(|village| view! { <option value=village></option> }).collect::<Vec<_>>()
        })
    };
    // Without JavaScript both text boxes stay in view, as nothing can hide the one that is not needed.
    let elsewhere = move || state.has(&read, OTHER);
    let (show_village, show_other) = (elsewhere.clone(), elsewhere.clone());
    let value_of = name.clone();
    let controls = view! {
        <div class="place">
            <label for=asked.focus_id()>{t::municipality(language)}</label>
            <select
                id=asked.focus_id()
                name=name
                aria-describedby=move || described.described_by(None)
                aria-invalid=move || invalid.invalid()
                prop:value=move || state.value(&value_of)
                on:change=move |event| state.set(&write, &event_target_value(&event))
            >
                <option value="">{t::choose(language)}</option>
                {options}
                <option value=OTHER selected=now == OTHER>{t::elsewhere(language)}</option>
            </select>
            <div class="place__village" hidden=move || state.ready.get() && show_village()>
                {asked.line("village", t::village(language), Some(list.clone()))}
                <datalist id=list>{villages}</datalist>
                <p class="question__help">{t::village_help(language)}</p>
            </div>
            <div class="place__other" hidden=move || state.ready.get() && !show_other()>
                {asked.line("other", t::where_else(language), None)}
            </div>
        </div>
    };
    asked.grouped(controls.into_any())
}
