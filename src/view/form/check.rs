//! "Controleer uw antwoorden": everything that will be sent, with a way back to each question.

use super::{
    answer::{words, words_view},
    state::{FormState, Intent, Unkept},
};
use crate::texts::form as t;
use leptos::prelude::*;

/// The heading that takes focus.
pub const TITLE: &str = "check-title";

/// The check page.
#[component]
pub fn CheckView(state: FormState) -> impl IntoView {
    let language = state.language;
    let words = state.form.with_value(|form| state.draft.with_untracked(|draft| words(form, draft)));
    let change = Callback::new(move |at| state.act.run(Intent::Back(Some(at))));
    view! {
        <section class="check" aria-labelledby=TITLE>
            <h2 id=TITLE tabindex="-1">{t::check(language)}</h2>
            <p>{t::check_intro(language)}</p>
            {words_view(language, &words, Some(change))}
            {move || state.unkept.get().map(|why| unkept(state, why))}
            <p class="row">
                <button
                    type="button"
                    class="button button--primary"
                    aria-disabled=Signal::derive(move || state.busy.get().then(|| "true".to_owned()))
                    on:click=move |_| state.act.run(Intent::Send)
                    prop:textContent=move || if state.busy.get() { t::sending(language) } else { t::send(language) }
                ></button>
                {button(state, Intent::Back(None), t::back(language))}
            </p>
        </section>
    }
}

/// A button for what a person can want besides.
pub fn button(state: FormState, intent: Intent, text: &'static str) -> impl IntoView {
    view! {
        <button type="button" class="button button--secondary" on:click=move |_| state.act.run(intent.clone())>
            {text}
        </button>
    }
}

/// The device could not keep the reaction: say so, and offer every way that is left.
fn unkept(state: FormState, why: Unkept) -> impl IntoView {
    let language = state.language;
    let sentence = match why {
        Unkept::Refused => t::storage_refused(language),
        Unkept::Full => t::storage_full(language),
        Unkept::Newer => t::storage_newer(language),
        Unkept::NotSent => t::unsaved_failed(language),
        Unkept::NotTaken(refusal) => t::refused(language, refusal),
    };
    view! {
        <div class="error-summary" role="alert">
            <p><strong>{sentence}</strong></p>
            <p>{t::storage_options(language)}</p>
            {button(state, Intent::SendUnsaved, t::send_unsaved(language))}
            {button(state, Intent::Download, t::download(language))}
            {button(state, Intent::DownloadData, t::download_data(language))}
        </div>
    }
}
