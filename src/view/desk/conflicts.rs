//! What two people wrote in one place without knowing of each other, to be settled: by a tap, or the first of them by a key.

use super::{Desk, FIELD, focus, remarks::NOTED};
use crate::{
    domain::{
        gathering::{
            About, Deed, Gathering, GatheringId, StopId,
            place::{Facet, Key, Value},
            state::{Conflict, Said},
        },
        language::Language,
        room::Room,
    },
    texts::desk as t,
};
use leptos::prelude::*;
use std::sync::Arc;

/// The keys that settle the first conflict, each with Alt: one for each of those who wrote there.
const KEYS: [&str; 4] = ["A", "B", "C", "D"];
/// The heading of the list.
const LIST: &str = "desk-conflicts";

/// The list; nothing where people agree.
#[component]
pub fn Conflicts(desk: Desk, id: GatheringId, gathering: Memo<Arc<Gathering>>) -> impl IntoView {
    let language = desk.language;
    let settle = move |deed: Deed| {
        desk.does(id, deed);
        // Its button goes, and the list with the last one; the focus does not go with them.
        let last = gathering.with_untracked(|gathering| gathering.conflicts.len() < 2);
        if !focus(FIELD) {
            focus(if last { NOTED } else { LIST });
        }
    };
    let on_key = window_event_listener(leptos::ev::keydown, move |event| {
        let code = event.code();
        let at = code.strip_prefix("Key").and_then(|key| KEYS.iter().position(|one| *one == key));
        let deed = at.filter(|_| event.alt_key() && !event.ctrl_key() && !event.meta_key()).and_then(|at| {
            gathering.with_untracked(|gathering| {
                let first = gathering.conflicts.first()?;
                Deed::again(&first.key, &first.says.get(at)?.value)
            })
        });
        if let Some(deed) = deed {
            event.prevent_default();
            settle(deed);
        }
    });
    on_cleanup(move || on_key.remove());
    let one = move |(nth, conflict): (usize, Conflict)| {
        let key = conflict.key;
        let about = t::about_what(language, &key);
        let words = whose(&key).and_then(|key| {
            desk.held.with_untracked(|held| {
                let notebook = held.book(id)?.notebook();
                notebook.text(Deed::text(notebook.log(), &key)?).map(str::to_owned)
            })
        });
        let words = words.map(|words| view! { <p class="soft" dir="auto">"‘"{words}"’"</p> });
        let said = conflict.says.into_iter().enumerate().map(|(at, said)| {
            let (text, who) = (gathering.with_untracked(|gathering| in_words(language, gathering, &said)), said.who);
            // What is only written once can't be in a conflict, so this is always there.
            let button = Deed::again(&key, &said.value).map(|deed| {
                let by_key = KEYS.get(at).filter(|_| nth == 0).map(|key| view! { <kbd>"Alt "{*key}</kbd> });
                let hidden = format!(": {text}");
                view! {
                    <button class="button" type="button" on:click=move |_| settle(deed.clone())>
                        {t::settle(language)}<span class="visually-hidden">{hidden}</span>{by_key}
                    </button>
                }
            });
            view! { <li class="desk-rival"><p><strong>{who}</strong>": "<span dir="auto">{text}</span></p>{button}</li> }
        });
        view! { <h3>{about}</h3>{words}<ul class="desk-rivals">{said.collect_view()}</ul> }
    };
    move || {
        let conflicts = gathering.with(|gathering| gathering.conflicts.clone());
        (!conflicts.is_empty()).then(|| {
            view! {
                <section class="desk-conflicts">
                    <h2 id=LIST tabindex="-1">{t::conflicts(language)}</h2>
                    <p>{t::conflicts_help(language)}</p>
                    {conflicts.into_iter().enumerate().map(one).collect_view()}
                </section>
            }
        })
    }
}

/// The gatherings in which something is to be settled, so that nobody has to find that out by going there.
#[component]
pub fn Disputed(desk: Desk) -> impl IntoView {
    let language = desk.language;
    let all = desk.gatherings();
    let link = move |(id, gathering): (GatheringId, Arc<Gathering>)| {
        let name = desk.name(&gathering);
        view! { <li><a href=Room::Gathering(id).href()>{name}</a></li> }
    };
    move || {
        let disputed: Vec<_> = all.get().into_iter().filter(|(_, one)| !one.conflicts.is_empty()).collect();
        (!disputed.is_empty()).then(|| {
            view! {
                <section class="desk-part desk-disputed">
                    <div class="desk-conflicts">
                        <h2>{t::conflicts(language)}</h2>
                        <p>{t::conflicts_where(language)}</p>
                        <ul>{disputed.into_iter().map(link).collect_view()}</ul>
                    </div>
                </section>
            }
        })
    }
}

/// Where the words stand of what a conflict is about, unless it is about those.
fn whose(key: &Key) -> Option<Key> {
    match key {
        Key::Kind(id) | Key::Kept(id) | Key::Shown(id) | Key::At(id) | Key::Speaker(id) => Some(Key::Text(*id)),
        Key::Point(_, Facet::Text) => None,
        Key::Point(id, _) => Some(Key::Point(*id, Facet::Text)),
        _ => None,
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
        Value::Hour(hour) => hour.map_or_else(|| t::no_time(language).into(), |hour| t::clock(language, hour.clock())),
        Value::Number(count) => count.to_string(),
        Value::Kind(kind) => t::kind_name(language, *kind).into(),
        Value::Flag(kept) => t::kept(language, *kept).into(),
        Value::Until(day) => day.map_or_else(|| t::no_day(language).into(), |day| day.written(language)),
        Value::Nature(nature) => t::nature(language, *nature).into(),
        Value::Stops(stops) => {
            let name =
                |id: &StopId| gathering.stops.iter().find(|stop| stop.id == *id).and_then(|stop| stop.name.clone());
            stops.iter().filter_map(name).collect::<Vec<_>>().join(" – ")
        }
        // These are written once, so nobody can differ about them.
        Value::Sort(_) | Value::Touchstone(_) | Value::Remarks(_) => String::new(),
    }
}
