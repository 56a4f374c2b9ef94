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
    let Consultation { slug, title, summary, opens, closes, feedback_due, languages, .. } = consultation;
    // A consultation that is not in this language is listed all the same, as a link to the one it has.
    let written = if languages.contains(&language) { language } else { languages.first().copied().unwrap_or_default() };
    let dates = say::dates(status, opens, closes, feedback_due, language);
    view! {
        <li class="card">
            <span class=format!("badge badge--{}", status.code())>{say::status(status, language)}</span>
            <h3><a href=Route::Consultation(slug).href(&base, written) lang=written.code() hreflang=written.code()>{title.get(written).to_owned()}</a></h3>
            <p lang=written.code()>{summary.get(written).to_owned()}</p>
            <p class="card__dates">{dates}</p>
        </li>
    }
}
