//! The error summary: every problem as a link to its field. It takes focus when it appears.

use super::state::FormState;
use crate::{
    domain::problem::{Fault, Problem},
    texts,
};
use leptos::prelude::*;

/// The element that takes focus.
pub const SUMMARY: &str = "errors";

/// The list of problems; nothing when there are none.
#[component]
pub fn ErrorSummary(state: FormState) -> impl IntoView {
    let language = state.language;
    let item = move |problem: Problem| {
        let sentence = texts::problem::sentence(language, &problem.fault);
        let title = problem.question.as_ref().and_then(|id| {
            state.form.with_value(|form| form.questions.iter().find(|q| q.id == *id).map(|q| q.title.clone()))
        });
        // Without a question of its own the problem belongs to the first.
        let first = || state.form.with_value(|form| form.questions.first().map(|q| q.id.clone()));
        let other = if problem.fault == Fault::OtherEmpty { "-other" } else { "" };
        let href = problem.question.or_else(first).map(|id| format!("#f-{id}{other}"));
        view! { <li><a href=href>{title.map(|title| format!("{title} "))}<strong>{sentence}</strong></a></li> }
    };
    move || {
        let problems = state.problems.get();
        (!problems.is_empty()).then(|| {
            let items: Vec<_> = problems.into_iter().map(item).collect();
            view! {
                <div class="error-summary" id=SUMMARY tabindex="-1" role="group" aria-labelledby="errors-title">
                    <h2 id="errors-title">{texts::form::error_title(language)}</h2>
                    <ul>{items}</ul>
                </div>
            }
        })
    }
}
