//! The form of a consultation, and what comes after it.
//!
//! The form itself only shows, and is made once, natively: what it does in the browser is in `browser::fields`. The error
//! summary, the check page and the receipt are made in the browser when they are needed.

pub mod answer;
mod check;
mod errors;
mod receipt;
pub mod state;

use crate::{
    domain::{
        day::Day,
        draft::{CONSENT, Draft},
        form::Form,
        language::Language,
        problem::Problem,
    },
    texts::form as t,
    view::question::question,
};
pub use answer::change_id;
pub use check::{CheckView, TITLE as CHECK_TITLE};
pub use errors::{ErrorSummary, SUMMARY};
use leptos::prelude::*;
pub use receipt::{ReceiptView, TITLE as RECEIPT_TITLE, heading};

/// The element that holds the form, and what the apps add to it.
pub const ROOT: &str = "form-root";
/// The form itself, for fields that stand outside of it.
pub const FORM: &str = "reaction-form";
/// The element that holds the form's data as JSON.
pub const DATA: &str = "form-data";
/// The element whose text is said aloud.
pub const SAID: &str = "form-said";
/// The element for the error summary.
pub const PROBLEMS: &str = "form-problems";
/// The element that says whether the draft is safe, with a button that empties the form.
pub const KEPT: &str = "form-kept";
/// The element that shows what somebody wrote before and has no place in the fields, with a button that throws it away.
pub const LEFT: &str = "form-left";
/// The button that checks; without JavaScript, or in a browser that can't run the apps, it sends.
pub const SUBMIT: &str = "form-submit";
/// The element in which the check page and the receipt are shown.
pub const AFTER: &str = "form-after";
/// The ids of the elements that hold a question begin with this; its number follows, from 0. The one after the last asks
/// whether one may be quoted.
pub const QUESTION: &str = "question-";

/// What stands in the address after sending, so that the receipt is there again after a reload.
pub const SENT_AT: &str = "volgcode";
/// On the main part of the page while its form is not all there is to see: where somebody is, for the style.
pub const STEP: &str = "data-step";
/// On the one question that is shown while somebody changes its answer.
pub const ONE: &str = "data-one";

/// The id of the element that holds a question.
pub fn question_root(at: usize) -> String {
    format!("{QUESTION}{at}")
}

/// The questions, with what stands in the fields and what is wrong with that. Without JavaScript the form posts itself;
/// `id` then makes a second post of a page that the collector made harmless.
#[component]
pub fn FormView(
    form: Form,
    draft: Draft,
    problems: Vec<Problem>,
    #[prop(default = None)] id: Option<String>,
) -> impl IntoView {
    let Form { language, opens, closes, .. } = form;
    let action = form.endpoint.action(&form.base);
    // Where no endpoint takes a plain form, one that posts itself would only show an error.
    let needs_app = action.is_none();
    let count = form.questions.len();
    let questions = form.questions.iter().enumerate();
    let questions: Vec<_> = questions
        .map(|(at, one)| {
            view! {
                <div id=question_root(at)>
                    <p class="question__at">{t::question_at(language, at + 1, count)}</p>
                    {question(&form, one, &draft, &problems)}
                </div>
            }
        })
        .collect();
    view! {
        <p role="status" class="visually-hidden" id=SAID></p>
        <form class="form" method="post" id=FORM action=action novalidate>
            <input type="hidden" name="consultation" value=form.slug.to_string() />
            <input type="hidden" name="revision" value=form.revision.to_string() />
            <input type="hidden" name="language" value=language.code() />
            {id.map(|id| view! { <input type="hidden" name="id" value=id /> })}
            <p>{t::skip(language, &form)}" "{t::write_as_you_talk(language)}</p>
            <div id=PROBLEMS>{errors::summary(&form, &problems)}</div>
            <div class="notice" id=LEFT hidden>
                <label for="left-words">{t::left(language)}</label>
                <output id="left-words" class="form__left" aria-live="off"></output>
                <button type="button" class="button button--link">{t::left_delete(language)}</button>
            </div>
            <div class="questions">{questions}</div>
            <div class="question consent" id=question_root(count)>
                <label class="choice">
                    <input type="checkbox" name=CONSENT value="yes" checked=draft.quote_consent() />
                    <span>{t::consent(language)}</span>
                </label>
                <p class="question__help">{t::privacy(language)}</p>
            </div>
            {near(&form)}
            {shut(language, false, opens)}
            {shut(language, true, closes)}
            <button
                class="button button--primary"
                id=SUBMIT
                data-check=t::check(language)
                data-from=String::from(opens)
                data-until=String::from(closes)
                disabled=needs_app
                hidden=needs_app
            >
                {t::send_now(language)}
            </button>
            {waiting(language, !needs_app)}
        </form>
        <div id=AFTER></div>
    }
}

/// What stays near while somebody answers: whether it is kept, and all questions, with those that have an answer marked
/// by the script of the page.
fn near(form: &Form) -> impl IntoView + use<> {
    let language = form.language;
    let item = |(at, title): (usize, String)| {
        let href = format!("#{}", question_root(at));
        view! { <li><a href=href>{title}</a><span data-done hidden>" – "{t::answered(language)}</span></li> }
    };
    let titles = form.questions.iter().map(|question| question.title.clone());
    let items: Vec<_> = titles.enumerate().map(item).collect();
    view! {
        <div class="near">
            <div>
                <details class="unfold">
                    <summary>{t::all_questions(language, form.questions.len())}</summary>
                    <ol>{items}</ol>
                </details>
                <div class="saved" id=KEPT hidden>
                    <p></p>
                    <button type="button" class="button button--link">{t::draft_delete(language)}</button>
                </div>
            </div>
        </div>
    }
}

/// What is said beside the button when the app that checks is late, or can't run. `plain`: the form can post itself.
fn waiting(language: Language, plain: bool) -> impl IntoView {
    let anyway = plain.then(|| {
        view! { <button class="button button--secondary" data-plain="1">{t::send_unchecked(language)}</button> }
    });
    let unable = plain.then(|| view! { <p data-app="unable" hidden>{t::app_unable_plain(language)}</p> });
    view! {
        <div role="status">
            <p data-app="coming" hidden>{t::app_coming(language)}</p>
            <div class="stack" data-app="away" hidden><p>{t::app_away(language)}</p>{anyway}</div>
            {unable}
        </div>
    }
}

/// One can't react on these days: not any more (`closed`), or not yet. A page made earlier finds out by itself.
fn shut(language: Language, closed: bool, day: Day) -> impl IntoView {
    let (from, until) = if closed { (Some(day.next()), None) } else { (None, Some(day.previous())) };
    view! {
        <p class="error-summary" role="alert" data-from=from.map(String::from) data-until=until.map(String::from) hidden>
            <strong>{t::not_open(language, closed, day)}</strong>
        </p>
    }
}
