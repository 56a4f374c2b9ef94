//! The card of who lead a gathering, to fold in two: how to listen, and what to do when something does not work.

use super::{Desk, practice::PracticeMark};
use crate::{
    domain::gathering::{Gathering, Kind, Stop, Task},
    texts::{desk, handout as t, ready},
};
use leptos::prelude::*;
use std::sync::Arc;

/// The sheet.
#[component]
pub fn Card(desk: Desk, gathering: Arc<Gathering>) -> impl IntoView {
    let language = desk.language;
    let day = desk.when(&gathering);
    let where_when: Vec<_> = [Some(desk.name(&gathering)), day].into_iter().flatten().collect();
    let stops = (!gathering.stops.is_empty()).then(|| {
        let all = gathering.stops.iter().map(|stop| view! { <li dir="auto">{called(stop)}</li> });
        view! { <section><h3>{ready::calls_at(language)}</h3><ol class="host-card__stops">{all.collect_view()}</ol></section> }
    });
    let keys = Kind::ALL.into_iter().enumerate().map(|(at, kind)| {
        view! { <li><kbd>"Alt "{at + 1}</kbd>" "{desk::kind_name(language, kind)}</li> }
    });
    let tasks = |title: &'static str, rules: bool| {
        let one = |task: Task| {
            let done = gathering.tasks.contains(&task);
            let said = done.then(|| view! { <span class="visually-hidden">{ready::done(language)}</span> });
            view! { <li class=done.then_some("host-card__done")>{t::task(language, task)}{said}</li> }
        };
        let all = Task::sorted(rules).map(one).collect_view();
        view! { <section><h3>{title}</h3><ul class="host-card__list">{all}</ul></section> }
    };
    let list = |title: &'static str, texts: &'static [&'static str]| {
        view! { <section><h3>{title}</h3><ul class="host-card__list">{items(texts)}</ul></section> }
    };
    view! {
        <article class="handout">
            <PracticeMark desk />
            <div class="handout__page handout__page--two host-card">
                <div class="host-card__half">
                    <header><p class="host-card__title">{t::card(language)}</p><p dir="auto">{where_when.join(" · ")}</p></header>
                    {stops}
                    <div class="host-card__parts">
                        {tasks(t::before(language), false)}
                        {tasks(t::rules(language), true)}
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

/// A stop with where and when it is.
pub fn called(stop: &Stop) -> String {
    let parts = [stop.name.clone(), stop.about.clone()];
    parts.into_iter().flatten().collect::<Vec<_>>().join(", ")
}

/// Each as a paragraph.
pub fn paragraphs(texts: &'static [&'static str]) -> impl IntoView {
    texts.iter().map(|text| view! { <p>{*text}</p> }).collect_view()
}

/// Each as an item of a list.
fn items(texts: &'static [&'static str]) -> impl IntoView {
    texts.iter().map(|text| view! { <li>{*text}</li> }).collect_view()
}
