//! What two people wrote in one place without knowing of each other, to be settled.

use super::Desk;
use crate::{
    domain::{
        gathering::{
            About, Deed, Gathering, GatheringId, StopId,
            place::Value,
            state::{Conflict, Said},
        },
        language::Language,
    },
    texts::desk as t,
};
use leptos::prelude::*;
use std::sync::Arc;

/// The list; nothing where people agree.
#[component]
pub fn Conflicts(desk: Desk, id: GatheringId, gathering: Memo<Arc<Gathering>>) -> impl IntoView {
    let language = desk.language;
    let one = move |conflict: Conflict| {
        let key = conflict.key;
        let about = t::about_what(language, &key);
        let said = conflict.says.into_iter().map(|said| {
            let (text, who) = (gathering.with_untracked(|gathering| in_words(language, gathering, &said)), said.who);
            // What is only written once can't be in a conflict, so this is always there.
            let settle = Deed::again(&key, &said.value).map(|deed| {
                let act = move |_| desk.does(id, deed.clone());
                view! { <button class="button" type="button" on:click=act>{t::settle(language)}</button> }
            });
            view! { <li class="desk-rival"><p><strong>{who}</strong>": "<span dir="auto">{text}</span></p>{settle}</li> }
        });
        view! { <h3>{about}</h3><ul class="desk-rivals">{said.collect_view()}</ul> }
    };
    move || {
        let conflicts = gathering.with(|gathering| gathering.conflicts.clone());
        (!conflicts.is_empty()).then(|| {
            view! {
                <section class="desk-conflicts">
                    <h2>{t::conflicts(language)}</h2>
                    <p>{t::conflicts_help(language)}</p>
                    {conflicts.into_iter().map(one).collect_view()}
                </section>
            }
        })
    }
}

/// What somebody wrote, in words.
fn in_words(language: Language, gathering: &Gathering, said: &Said) -> String {
    if let Some(text) = &said.text {
        return text.clone();
    }
    match &said.value {
        Value::About(About::Listening) => t::listening(language).into(),
        Value::About(About::Consultation(slug)) => slug.to_string(),
        Value::Text(_) => t::wordless(language).into(),
        Value::Day(day) => day.written(language),
        Value::Number(count) => count.to_string(),
        Value::Kind(kind) => t::kind_name(language, *kind).into(),
        Value::Flag(kept) => t::kept(language, *kept).into(),
        Value::Until(day) => day.map_or_else(|| t::no_day(language).into(), |day| day.written(language)),
        Value::Stops(stops) => {
            let name =
                |id: &StopId| gathering.stops.iter().find(|stop| stop.id == *id).and_then(|stop| stop.name.clone());
            stops.iter().filter_map(name).collect::<Vec<_>>().join(" – ")
        }
        // These are written once, so nobody can differ about them.
        Value::Sort(_) | Value::Touchstone(_) | Value::Remarks(_) => String::new(),
    }
}
