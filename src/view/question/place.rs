//! Place: a list of municipalities, a text box for the village, and free text as a way out. The style shows that
//! last one only beside its choice; without JavaScript the village's box stays in view.

use super::frame::Asked;
use crate::{
    domain::{draft::OTHER, question::PlaceQuestion},
    texts::form as t,
};
use leptos::prelude::*;

pub fn view(asked: Asked, kind: &PlaceQuestion) -> impl IntoView + use<> {
    let language = asked.language;
    let list = format!("l-{}", asked.question.id);
    let now = asked.text("municipality");
    let options: Vec<_> = kind
        .municipalities
        .iter()
        .map(|m| view! { <option value=m.name.clone() selected=m.name == now>{m.name.clone()}</option> })
        .collect();
    let controls = view! {
        <div class="place">
            <label for=asked.focus_id()>{t::municipality(language)}</label>
            <select
                id=asked.focus_id()
                name=asked.field("municipality")
                aria-describedby=asked.described_by(None)
            >
                <option value="">{t::choose(language)}</option>
                {options}
                <option value=OTHER selected=now == OTHER>{t::elsewhere(language)}</option>
            </select>
            <div class="place__village">
                {asked.line("village", t::village(language), Some(list.clone()))}
                <datalist id=list></datalist>
                <p class="question__help">{t::village_help(language)}</p>
            </div>
            <div class="place__other">{asked.line("other", t::where_else(language), None)}</div>
        </div>
    };
    asked.grouped(controls)
}
