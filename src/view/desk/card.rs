//! The card of who lead a gathering, to fold in two: how to listen, and what to do when something does not work.

use super::{
    Desk,
    paper::{items, paragraphs},
};
use crate::{
    domain::gathering::{Gathering, Kind},
    texts::{desk, handout as t},
};
use leptos::prelude::*;
use std::sync::Arc;

/// The sheet.
#[component]
pub fn Card(desk: Desk, gathering: Arc<Gathering>) -> impl IntoView {
    let language = desk.language;
    let day = gathering.day.map(|day| day.written(language));
    let where_when: Vec<_> = [Some(desk.name(&gathering)), day].into_iter().flatten().collect();
    let keys = Kind::ALL.into_iter().enumerate().map(|(at, kind)| {
        view! { <li><kbd>"Alt "{at + 1}</kbd>" "{desk::kind_name(language, kind)}</li> }
    });
    let list = |title: &'static str, texts: &'static [&'static str]| {
        view! { <section><h3>{title}</h3><ul class="host-card__list">{items(texts)}</ul></section> }
    };
    view! {
        <article class="handout">
            <div class="handout__page handout__page--two host-card">
                <div class="host-card__half">
                    <header><p class="host-card__title">{t::card(language)}</p><p dir="auto">{where_when.join(" · ")}</p></header>
                    <div class="host-card__parts">
                        {list(t::before(language), t::before_list(language))}
                        {list(t::rules(language), t::rules_list(language))}
                    </div>
                    <section><h3>{t::kinds(language)}</h3><ul class="host-card__keys">{keys.collect_view()}</ul></section>
                </div>
                <div class="host-card__half">
                    <div class="host-card__parts">
                        {list(t::end(language), t::end_list(language))}
                        {list(t::trouble(language), t::trouble_list(language))}
                    </div>
                    <section class="host-card__aloud"><h3>{t::aloud(language)}</h3>{paragraphs(t::aloud_list(language))}</section>
                </div>
            </div>
        </article>
    }
}
