//! Looking up by receipt: codes are read on the device, and what is asked of the host tells nobody which they are.

use super::looked::{Answer, Looked, LookedView};
use crate::{
    domain::{language::Language, route::Route, trace::Traceable},
    texts::{feedback as t, form, lookup, outbox, problem},
};
use leptos::{either::Either, prelude::*};

/// The element in which it is shown.
pub const ROOT: &str = "follow-root";
/// The heading over the answers.
pub const RESULTS: &str = "follow-results";

/// A field for codes and what became of each. `typed` may come from the address, after the `#`.
#[component]
pub fn FollowView(
    typed: RwSignal<String>,
    answers: RwSignal<Vec<Answer>>,
    ask: Callback<String>,
    traceables: Vec<Traceable>,
    language: Language,
    base: String,
) -> impl IntoView {
    let error = Memo::new(move |_| {
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
    });
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        ask.run(typed.get_untracked());
    };
    let class = move || if error.get().is_some() { "question question--error" } else { "question" };
    let message = move || {
        error.get().map(
            |sentence| view! { <p class="question__error" id="follow-error">{form::error(language)}" "{sentence}</p> },
        )
    };
    let described = move || if error.get().is_some() { "follow-hint follow-error" } else { "follow-hint" };
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
                    aria-invalid=move || error.get().map(|_| "true")
                    aria-describedby=described
                    prop:value=move || typed.get()
                    on:input=move |event| typed.set(event_target_value(&event))
                ></textarea>
            </div>
            <button class="button button--primary">{outbox::follow_check(language)}</button>
        </form>
        <p role="status" class="visually-hidden">{move || said(answers, language)}</p>
        {results(answers, language, base.clone())}
        {to_come(traceables, language, base)}
    }
}

/// How the looking up stands, for who can't see it.
fn said(answers: RwSignal<Vec<Answer>>, language: Language) -> Option<String> {
    answers.with(|answers| {
        let looked: Vec<_> = answers
            .iter()
            .filter_map(|answer| match answer {
                Answer::Code(_, looked) => Some(looked),
                Answer::Typo(..) => None,
            })
            .collect();
        if looked.is_empty() {
            return None;
        }
        if looked.iter().any(|one| matches!(one, Looked::Looking)) {
            return Some(lookup::looking(language).to_owned());
        }
        let found = looked.iter().filter(|one| matches!(one, Looked::Found(_))).count();
        Some(lookup::looked_up(language, found, looked.len()))
    })
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
                view! {
                    <section class="looked__code">
                        <h3><code translate="no">{receipt.to_string()}</code></h3>
                        <LookedView looked unknown base language />
                    </section>
                }
            })
            .collect();
        (!codes.is_empty()).then(|| {
            view! { <div class="stack follow__answers"><h2 id=RESULTS tabindex="-1">{t::find_yours(language)}</h2>{codes}</div> }
        })
    }
}

/// The consultations whose feedback is still to come, with the day on which it is promised.
fn to_come(traceables: Vec<Traceable>, language: Language, base: String) -> impl IntoView {
    let waiting: Vec<_> = traceables.into_iter().filter(|one| one.bits.is_none()).collect();
    if waiting.is_empty() {
        return Either::Left(());
    }
    let items: Vec<_> = waiting
        .into_iter()
        .map(|one| {
            let href = Route::Consultation(one.slug).href(&base, language);
            view! { <li><span class="soft small">{lookup::due(language, one.feedback_due)}</span><a href=href>{one.title}</a></li> }
        })
        .collect();
    Either::Right(view! { <div class="follow__waiting"><p>{lookup::to_come(language)}</p><ul>{items}</ul></div> })
}
