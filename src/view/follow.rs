//! Looking up by receipt: a typed code is checked on the device; nothing is sent.

use crate::{
    domain::{
        language::Language,
        receipt::{NotAReceipt, Receipt},
    },
    texts::{form, outbox as t, problem},
};
use leptos::prelude::*;

/// The element in which it is shown.
pub const ROOT: &str = "follow-root";

/// A field for the code and what it means. `code` may come from the address, after the `#`.
#[component]
pub fn FollowView(code: String, language: Language) -> impl IntoView {
    let typed = RwSignal::new(code.clone());
    let asked = RwSignal::new((!code.is_empty()).then_some(code));
    let answer = move || asked.get().map(|code| Receipt::try_from(code.as_str()));
    let error = move || answer().and_then(Result::err).map(|why: NotAReceipt| problem::not_a_receipt(language, &why));
    let found = move || {
        matches!(answer(), Some(Ok(_))).then(|| {
            view! {
                <h2>{t::follow_found(language)}</h2>
                <p>{t::follow_nothing(language)}</p>
            }
        })
    };
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        asked.set(Some(typed.get_untracked()));
    };
    let class = move || if error().is_some() { "question question--error" } else { "question" };
    let message = move || {
        error().map(
            |sentence| view! { <p class="question__error" id="follow-error">{form::error(language)}" "{sentence}</p> },
        )
    };
    view! {
        <form class="follow" on:submit=submit novalidate>
            <div class=class>
                <label class="question__title" for="follow-code">{t::follow_label(language)}</label>
                <div role="alert">{message}</div>
                <input
                    type="text"
                    id="follow-code"
                    autocomplete="off"
                    autocapitalize="characters"
                    spellcheck="false"
                    aria-invalid=move || error().map(|_| "true")
                    aria-describedby=move || error().map(|_| "follow-error")
                    prop:value=move || typed.get()
                    on:input=move |event| typed.set(event_target_value(&event))
                />
            </div>
            <button class="button button--primary">{t::follow_check(language)}</button>
        </form>
        <div role="status">{found}</div>
    }
}
