//! Single and multiple: radio buttons or checkboxes, with a text box beside "something else".

use super::frame::Asked;
use crate::{
    domain::{
        draft::OTHER,
        question::{Choices, Multiple, Question},
    },
    texts::form as t,
};
use leptos::prelude::*;

pub fn single(asked: Asked, choices: &Choices<String>) -> impl IntoView + use<> {
    asked.grouped(ticks(asked, choices, true, None))
}

pub fn multiple(asked: Asked, kind: &Multiple<String>) -> impl IntoView + use<> {
    // A writer who gives help says there how many one may choose.
    let limit = || kind.limits.max_choices.map(|max| t::at_most(asked.language, max));
    let question = Question { help: asked.question.help.clone().or_else(limit), ..asked.question.clone() };
    let asked = Asked { question: &question, ..asked };
    asked.grouped(ticks(asked, &kind.choices, false, kind.limits.max_choices))
}

/// `most`: so many may be chosen; the script of the page says so at once.
fn ticks(asked: Asked, choices: &Choices<String>, radio: bool, most: Option<usize>) -> impl IntoView + use<> {
    let language = asked.language;
    let options = choices.options.iter().enumerate();
    let options: Vec<_> = options
        .map(|(at, option)| asked.tick(radio, option.id.as_str(), option.label.clone(), "choice", at == 0))
        .collect();
    let other = choices.other.then(|| {
        view! {
            {asked.tick(radio, OTHER, t::other(language).to_owned(), "choice choice--other", false)}
            <div class="choice__other">{asked.line("other", t::other_label(language), None)}</div>
        }
    });
    view! {
        <div class="choices" data-most=most.map(|most| most.to_string()) data-over=most.map(|most| t::too_many(language, most))>
            {options}
            {other}
        </div>
    }
}
