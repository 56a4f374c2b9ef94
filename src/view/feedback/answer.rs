//! The whole answer in one view: what was asked, and a finger-post of what is done.

use crate::{
    domain::{feedback::Feedback, language::Language},
    texts::feedback as t,
    view::signpost::{Own, post},
};
use leptos::prelude::*;

/// The most themes on an arm; more are folded away, so that the whole stays in one view.
const MOST: usize = 3;

/// The top of the page. `asked` is the question, and `back` leads to it; `about` says of when this is.
#[component]
pub fn AnswerBlock(
    asked: String,
    back: String,
    about: String,
    feedback: Feedback,
    language: Language,
) -> impl IntoView {
    let example = feedback.example.then(|| view! { " "<b>{t::example_short(language)}</b> });
    view! {
        <div class="answer">
            <p class="answer__asked"><a href=back>{asked}</a></p>
            <h1 tabindex="-1">{t::answer(language)}</h1>
            <p class="answer__about">{about}{example}</p>
            <div class="signpost">{post::view(&feedback.signpost(), &Own::default(), "", MOST, language)}</div>
            <div class="answer__land"></div>
        </div>
    }
}
