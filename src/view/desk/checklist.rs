//! What hosts see to before a gathering, to be ticked.

use super::{Desk, PRACTISE};
use crate::{
    domain::{
        gathering::{Deed, Gathering, GatheringId, Task},
        room::Room,
    },
    texts::{handout, practice, ready as t},
};
use leptos::prelude::*;
use std::sync::Arc;

/// The part of the room about it.
#[component]
pub fn Checklist(desk: Desk, id: GatheringId, gathering: Memo<Arc<Gathering>>) -> impl IntoView {
    let language = desk.language;
    let one = move |task: Task| {
        let done = Memo::new(move |_| gathering.with(|gathering| gathering.tasks.contains(&task)));
        view! {
            <label class="choice desk-tick">
                <input
                    type="checkbox"
                    prop:checked=done
                    on:change=move |event| desk.does(id, Deed::Check { task, done: event_target_checked(&event) })
                />
                <span>{handout::task(language, task)}</span>
            </label>
        }
    };
    let list = move |title: &'static str, rules: bool| {
        view! {
            <fieldset class="desk-choices">
                <legend>{title}</legend>
                {Task::sorted(rules).map(one).collect_view()}
            </fieldset>
        }
    };
    let count = move || gathering.with(|gathering| t::ticked(language, gathering.tasks.len(), Task::ALL.len()));
    view! {
        <section class="desk-points">
            <h2>{t::checklist(language)}</h2>
            <p>{t::checklist_help(language)}</p>
            <p>{t::practise_first(language)}" "<a href=Room::Gatherings.href() + "?" + PRACTISE>{practice::title(language)}</a>"."</p>
            <p class="soft" role="status">{count}</p>
            <div class="desk-form">
                {list(handout::before(language), false)}
                {list(t::agree(language), true)}
            </div>
        </section>
    }
}
