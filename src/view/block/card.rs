//! A consultation on the overview: its title, what it is about, how it stands.

use crate::{
    domain::{
        consultation::{Consultation, Status},
        language::Language,
        route::Route,
    },
    texts::page as say,
};
use leptos::prelude::*;

/// One card, an item of the list `.cards`. The whole card leads to the consultation.
#[component]
pub fn Card(consultation: Consultation, status: Status, base: String, language: Language) -> impl IntoView {
    let Consultation { slug, title, summary, opens, closes, feedback_due, .. } = consultation;
    let dates = say::dates(status, opens, closes, feedback_due, language);
    view! {
        <li class="card">
            <span class=format!("badge badge--{}", status.code())>{say::status(status, language)}</span>
            <h3><a href=Route::Consultation(slug).href(&base, language)>{title.get(language).to_owned()}</a></h3>
            <p>{summary.get(language).to_owned()}</p>
            <p class="card__dates">{dates}</p>
        </li>
    }
}
