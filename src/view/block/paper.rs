//! For who would rather write on paper: the questions printed as a form, and where that can go.

use crate::{
    domain::{day::Day, language::Language, site::Paper},
    texts::paper as say,
};
use leptos::prelude::*;

/// Where a form that was filled in by pen can go, until `closes`. On a screen with a button that prints.
#[component]
pub fn PaperBlock(paper: Paper, closes: Day, language: Language) -> impl IntoView {
    let send = paper.send.map(|to| view! { <p>{say::send(language)}" "{to.get(language).to_owned()}"."</p> });
    let places: Vec<_> = paper.bring.iter().map(|place| place.get(language).to_owned()).collect();
    let first = if send.is_some() { say::or_bring(language) } else { say::bring(language) };
    let bring = (!places.is_empty()).then(|| view! { <p>{first}" "{places.join("; ")}"."</p> });
    view! {
        <section class="paper" aria-labelledby="papier">
            <h3 id="papier">{say::title(language)}</h3>
            <p class="paper__how">{say::how(language)}</p>
            {send}
            {bring}
            <p>{say::until(closes, language)}</p>
            <p class="paper__how"><button type="button" class="button button--secondary js-only" data-print="">{say::print(language)}</button></p>
        </section>
    }
}
