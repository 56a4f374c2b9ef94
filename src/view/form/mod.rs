//! The form of a consultation: the part of the page that is hydrated.

mod check;
mod errors;
mod receipt;
pub mod state;

use crate::{domain::draft::CONSENT, texts::form as t};
pub use check::TITLE as CHECK_TITLE;
pub use errors::SUMMARY;
pub use receipt::TITLE as RECEIPT_TITLE;

pub use check::CheckView;
use errors::ErrorSummary;
use leptos::prelude::*;
pub use receipt::ReceiptView;
use state::{FormState, Intent, Keeping, Step};

/// The element that is hydrated.
pub const ROOT: &str = "form-root";
/// The element that holds the form's data as JSON.
pub const DATA: &str = "form-data";

/// The element in which the check page and the receipt are shown.
pub const AFTER: &str = "form-after";

/// Questions, check page and receipt. Without JavaScript only the questions show, and the form posts itself;
/// `id` then makes a second post of a page that the collector made harmless.
#[component]
pub fn FormView(state: FormState, #[prop(default = None)] id: Option<String>) -> impl IntoView {
    let language = state.language;
    let form = state.form.get_value();
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        state.act.run(Intent::Check);
    };
    let label = move || if state.ready.get() { t::check(language) } else { t::send_now(language) };
    let (opens, closes) = (form.opens, form.closes);
    let shut = move || {
        let closed = state.shut.get()?;
        let text = t::not_open(language, closed, if closed { closes } else { opens });
        Some(view! { <p class="error-summary" role="alert"><strong>{text}</strong></p> })
    };
    view! {
        <p role="status" class="visually-hidden">{Signal::<String>::from(state.announce)}</p>
        <form
            class="form"
            method="post"
            action=form.endpoint.address(&form.base)
            novalidate
            hidden=Signal::derive(move || state.step.get() != Step::Fill)
            on:submit=submit
        >
            <input type="hidden" name="consultation" value=form.slug.to_string() />
            <input type="hidden" name="revision" value=form.revision.to_string() />
            <input type="hidden" name="language" value=language.code() />
            {id.map(|id| view! { <input type="hidden" name="id" value=id /> })}
            <p>{t::skip(language)}</p>
            <ErrorSummary state />
            {questions(state)}
            <div class="question consent">
                <label class="choice">
                    <input
                        type="checkbox"
                        name=CONSENT
                        value="yes"
                        checked=state.consent().get_untracked()
                        prop:checked=state.consent()
                        on:change=move |e| {
                            let on = event_target_checked(&e);
                            state.draft.update(|draft| draft.toggle(CONSENT, "yes", on));
                        }
                    />
                    <span>{t::consent(language)}</span>
                </label>
                <p class="question__help">{t::privacy(language)}</p>
            </div>
            <KeepingView state />
            {shut}
            <button class="button button--primary" hidden=Signal::derive(move || state.shut.get().is_some())>
                {Signal::derive(move || label().to_owned())}
            </button>
        </form>
        // The check page and the receipt come here. They never are in a prerendered page, so they are not hydrated.
        <div id=AFTER></div>
    }
}

/// The questions, each in an element of its own with [`question_root`] as id.
#[cfg(not(target_arch = "wasm32"))]
fn questions(state: FormState) -> impl IntoView {
    use crate::view::question::QuestionView;
    let questions = state.form.with_value(|form| form.questions.clone());
    let each = |(at, question)| view! { <div id=question_root(at)><QuestionView question state /></div> };
    view! { <div class="questions">{questions.into_iter().enumerate().map(each).collect::<Vec<_>>()}</div> }
}

/// In the browser each question is hydrated by itself, so that a slow phone can answer its owner in between; what is in
/// this element is none of the form's business there.
#[cfg(target_arch = "wasm32")]
fn questions(_: FormState) -> impl IntoView {
    view! { <div class="questions"></div> }
}

/// The id of the element that holds a question.
pub fn question_root(at: usize) -> String {
    format!("question-{at}")
}

/// Whether the draft is safe on this device, and a way to empty the form.
#[component]
fn KeepingView(state: FormState) -> impl IntoView {
    let language = state.language;
    let text = Signal::derive(move || {
        match state.keeping.get() {
            Keeping::Quiet => "",
            Keeping::Restored => t::draft_restored(language),
            Keeping::Saved => t::draft_saved(language),
            Keeping::Unsaved => t::draft_unsaved(language),
        }
        .to_owned()
    });
    view! {
        <div class="saved" hidden=Signal::derive(move || state.keeping.get() == Keeping::Quiet)>
            <p>{text}</p>
            <button type="button" class="button button--link" on:click=move |_| state.act.run(Intent::DeleteDraft)>
                {t::draft_delete(language)}
            </button>
        </div>
    }
}
