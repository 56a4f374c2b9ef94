//! Single and multiple: radio buttons or checkboxes, with a text box beside "something else".

use super::frame::Asked;
use crate::{
    domain::{
        draft::OTHER,
        question::{Choices, Multiple},
    },
    texts::form as t,
};
use leptos::prelude::*;

pub fn single(asked: Asked, choices: Choices<String>) -> impl IntoView {
    let controls = ticks(&asked, choices, true);
    asked.grouped(controls)
}

pub fn multiple(mut asked: Asked, kind: Multiple<String>) -> impl IntoView {
    if let Some(max) = kind.limits.max_choices {
        let limit = t::at_most(asked.state.language, max);
        // A writer who gives help says it there.
        asked.help.get_or_insert(limit);
    }
    let controls = ticks(&asked, kind.choices, false);
    asked.grouped(controls)
}

fn ticks(asked: &Asked, choices: Choices<String>, radio: bool) -> impl IntoView + use<> {
    let name = asked.field("");
    let language = asked.state.language;
    let options: Vec<_> = choices
        .options
        .into_iter()
        .enumerate()
        .map(|(at, option)| asked.tick(radio, &name, option.id.as_str(), option.label, "choice", at == 0))
        .collect();
    let other = choices.other.then(|| {
        view! {
            {asked.tick(radio, &name, OTHER, t::other(language).to_owned(), "choice choice--other", false)}
            <div class="choice__other">{asked.line("other", t::other_label(language), None)}</div>
        }
    });
    view! {
        <div class="choices">
            {options}
            {other}
        </div>
    }
}
