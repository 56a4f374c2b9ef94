//! Toetsstenen: the lists that this work is held against, folded up until asked for.

use super::reference;
use crate::{
    domain::{language::Language, site::Touchstone},
    texts::page as say,
};
use leptos::prelude::*;

/// The touchstones of a consultation.
#[component]
pub fn TouchstonesBlock(touchstones: Vec<Touchstone>, language: Language) -> impl IntoView {
    let each = touchstones.into_iter().map(|touchstone| {
        let items =
            touchstone.items.iter().map(|item| view! { <li>{item.get(language).to_owned()}</li> }).collect_view();
        view! {
            <details class="touchstones">
                <summary>{touchstone.title.get(language).to_owned()}</summary>
                <ol>{items}</ol>
                <small>{say::source(language)}" "{reference(&touchstone.source, language)}</small>
            </details>
        }
    });
    view! {
        <section class="section" aria-labelledby="toetsstenen">
            <h2 id="toetsstenen">{say::touchstones(language)}</h2>
            <div>{each.collect_view()}</div>
        </section>
    }
}
