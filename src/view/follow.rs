//! Looking up by receipt: codes are read on the device, and what is asked of the host tells nobody which they are.

use super::looked::{Answer, LookedView};
use crate::{
    domain::{language::Language, route::Route, trace::Traceable},
    texts::{feedback as t, form, lookup, outbox, problem},
};
use leptos::{either::Either, prelude::*};

/// The element in which it is shown.
pub const ROOT: &str = "follow-root";
/// The heading over the answers.
pub const RESULTS: &str = "follow-results";

/// A field for codes and what became of each. `typed` may come from the address, after the `#`; `said` is how the looking
/// up stands, for who can't see it.
#[component]
pub fn FollowView(
    typed: RwSignal<String>,
    answers: RwSignal<Vec<Answer>>,
    said: RwSignal<String>,
    ask: Callback<String>,
    traceables: Vec<Traceable>,
    language: Language,
    base: String,
) -> impl IntoView {
    // Not a memo: the same error a second time is news.
    let error = move || {
        answers.with(|answers| {
            let typos = answers.iter().filter_map(|answer| match answer {
                Answer::Typo(code, why) if answers.len() > 1 => {
                    Some(format!("“{code}”: {}", problem::not_a_receipt(language, why)))
                }
                Answer::Typo(_, why) => Some(problem::not_a_receipt(language, why)),
                Answer::Code(..) => None,
            });
            typos.reduce(|all, one| all + " " + &one)
        })
    };
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        ask.run(typed.get_untracked());
    };
    let class = move || if error().is_some() { "question question--error" } else { "question" };
    let again = StoredValue::new(false);
    let message = move || {
        let sentence = error()?;
        let message = view! { <p class="question__error" id="follow-error">{form::error(language)}" "{sentence}</p> };
        // In another element each time: the same words in the same element are not said a second time.
        again.update_value(|again| *again = !*again);
        Some(if again.get_value() { Either::Left(message) } else { Either::Right(message) })
    };
    let described = move || if error().is_some() { "follow-hint follow-error" } else { "follow-hint" };
    view! {
        <form class="follow" on:submit=submit novalidate>
            <div class=class>
                <label class="question__title" for="follow-code">{outbox::follow_label(language)}</label>
                <p class="question__help" id="follow-hint">{outbox::follow_hint(language)}</p>
                <div role="alert">{message}</div>
                <textarea
                    id="follow-code"
                    rows="2"
                    autocomplete="off"
                    autocapitalize="characters"
                    spellcheck="false"
                    aria-invalid=move || error().map(|_| "true")
                    aria-describedby=described
                    prop:value=move || typed.get()
                    on:input=move |event| typed.set(event_target_value(&event))
                ></textarea>
            </div>
            <button class="button button--primary">{outbox::follow_check(language)}</button>
        </form>
        <p role="status" class="visually-hidden" prop:textContent=move || said.get()></p>
        {results(answers, language, base.clone())}
        {to_come(traceables, language, base)}
    }
}

fn results(answers: RwSignal<Vec<Answer>>, language: Language, base: String) -> impl IntoView {
    move || {
        let codes = answers.get().into_iter().filter_map(|answer| match answer {
            Answer::Code(receipt, looked) => Some((receipt, looked)),
            Answer::Typo(..) => None,
        });
        let codes: Vec<_> = codes
            .map(|(receipt, looked)| {
                let (unknown, base) = (lookup::unknown_help(language), base.clone());
                let looked = move || {
                    let (looked, base) = (looked.get(), base.clone());
                    view! { <LookedView looked unknown base language /> }
                };
                view! {
                    <section class="looked__code">
                        <h3><code translate="no">{receipt.to_string()}</code></h3>
                        {looked}
                    </section>
                }
            })
            .collect();
        (!codes.is_empty()).then(|| {
            view! { <div class="stack follow__answers"><h2 id=RESULTS tabindex="-1">{t::find_yours(language)}</h2>{codes}</div> }
        })
    }
}

/// The consultations whose feedback is still to come, with the day on which it is promised. Of a withdrawn one none is.
fn to_come(traceables: Vec<Traceable>, language: Language, base: String) -> impl IntoView {
    let waiting: Vec<_> = traceables.into_iter().filter(|one| one.bits.is_none() && one.withdrawn.is_none()).collect();
    if waiting.is_empty() {
        return Either::Left(());
    }
    let items: Vec<_> = waiting
        .into_iter()
        .map(|one| {
            let href = Route::Consultation(one.slug).href(&base, one.language);
            view! { <li><span class="soft small">{lookup::due(language, one.feedback_due)}</span><a href=href lang=one.language.code()>{one.title}</a></li> }
        })
        .collect();
    Either::Right(view! { <div class="follow__waiting"><p>{lookup::to_come(language)}</p><ul>{items}</ul></div> })
}
