//! The error summary: every problem as a link to its field. It takes focus when it appears.

use super::state::FormState;
use crate::{
    domain::{
        form::Form,
        problem::{Fault, Problem},
    },
    texts,
};
use leptos::prelude::*;

/// The element that takes focus.
pub const SUMMARY: &str = "errors";

/// The list of problems while they change.
#[component]
pub fn ErrorSummary(state: FormState) -> impl IntoView {
    move || state.problems.with(|problems| state.form.with_value(|form| summary(form, problems)))
}

/// The list of problems; nothing when there are none.
pub fn summary(form: &Form, problems: &[Problem]) -> Option<impl IntoView + use<>> {
    let item = |problem: &Problem| {
        let sentence = texts::problem::sentence(form.language, &problem.fault);
        let question = form.questions.iter().find(|question| Some(&question.id) == problem.question.as_ref());
        // Without a question of its own the problem belongs to the first.
        let field = question.or(form.questions.first()).map(|question| &question.id);
        let other = if problem.fault == Fault::OtherEmpty { "_other" } else { "" };
        let href = field.map(|id| format!("#f-{id}{other}"));
        let title = question.map(|question| format!("{} ", question.title));
        view! { <li><a href=href>{title}<strong>{sentence}</strong></a></li> }
    };
    (!problems.is_empty()).then(|| {
        let items: Vec<_> = problems.iter().map(item).collect();
        view! {
            <div class="error-summary" id=SUMMARY tabindex="-1" role="group" aria-labelledby="errors-title">
                <h2 id="errors-title">{texts::form::error_title(form.language)}</h2>
                <ul>{items}</ul>
            </div>
        }
    })
}
