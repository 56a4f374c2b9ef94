//! Toetsstenen: the lists that this work is held against, folded up until asked for.

use super::reference;
use crate::{
    domain::{consultation::Tested, language::Language, site::Touchstone},
    texts::page as say,
};
use leptos::prelude::*;

/// The touchstones of a consultation, with how it meets points of them.
#[component]
pub fn TouchstonesBlock(touchstones: Vec<Touchstone>, tested: Vec<Tested>, language: Language) -> impl IntoView {
    let each = touchstones.into_iter().map(|touchstone| {
        let met = |at: usize| {
            let one = tested.iter().find(|one| one.touchstone == touchstone.id && one.point == at + 1)?;
            Some(view! { <p class="soft small">{say::met(language)}" "{one.how.get(language).to_owned()}</p> })
        };
        let items = touchstone.items.iter().enumerate();
        let items: Vec<_> =
            items.map(|(at, item)| view! { <li><div>{item.get(language).to_owned()}{met(at)}</div></li> }).collect();
        // What somebody took the trouble to say need not be asked for.
        let said = tested.iter().any(|one| one.touchstone == touchstone.id);
        view! {
            <details class="touchstones" open=said>
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
