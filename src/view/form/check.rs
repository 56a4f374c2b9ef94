//! "Controleer uw antwoorden": everything that will be sent, with a way back to each question.

use super::{
    answer::answer_text,
    state::{FormState, Intent, Unkept},
};
use crate::{
    domain::{form::Form, value::Value},
    texts::form as t,
};
use leptos::{either::Either, prelude::*};

/// The heading that takes focus.
pub const TITLE: &str = "check-title";

/// The check page.
#[component]
pub fn CheckView(state: FormState) -> impl IntoView {
    let language = state.language;
    view! {
        <section class="check" aria-labelledby=TITLE>
            <h2 id=TITLE tabindex="-1">{t::check(language)}</h2>
            <p>{t::check_intro(language)}</p>
            {answers(state, true)}
            {move || state.unkept.get().map(|why| unkept(state, why))}
            <p class="row">
                <button
                    type="button"
                    class="button button--primary"
                    aria-disabled=Signal::derive(move || state.busy.get().then(|| "true".to_owned()))
                    on:click=move |_| state.act.run(Intent::Send)
                    prop:textContent=move || if state.busy.get() { t::sending(language) } else { t::send(language) }
                ></button>
                <button type="button" class="button button--secondary" on:click=move |_| state.act.run(Intent::Back(None))>
                    {t::back(language)}
                </button>
            </p>
        </section>
    }
}

/// Everything that is sent, in words; with a way back to each question as long as it can be changed.
pub fn answers(state: FormState, changeable: bool) -> impl IntoView {
    let language = state.language;
    let (answers, quoted) = state.draft.with_untracked(|draft| {
        (
            state.form.with_value(|form| form.answers(draft).map(|answers| rows(state, form, &answers, changeable))),
            draft.quote_consent(),
        )
    });
    let consent = if quoted { t::consent_yes(language) } else { t::consent_no(language) };
    view! {
        <dl class="answers">
            {answers.unwrap_or_default()}
            <div class="answers__row">
                <dt class="answers__question">{t::consent_title(language)}</dt>
                <dd class="answers__value">{consent}</dd>
            </div>
        </dl>
    }
}

fn rows(
    state: FormState,
    form: &Form,
    answers: &crate::domain::form::Answers,
    changeable: bool,
) -> Vec<impl IntoView + use<>> {
    let row = |answer: &crate::domain::form::Answer| {
        let question = form.questions.iter().find(|q| q.id == answer.question)?;
        let text = answer_text(state.language, question, &answer.value);
        let list = matches!(answer.value, Value::Ranking(_));
        let value = if list {
            let items: Vec<_> = text.into_iter().map(|line| view! { <li dir="auto">{line}</li> }).collect();
            Either::Left(view! { <ol>{items}</ol> })
        } else {
            let lines: Vec<_> = text.into_iter().map(|line| view! { <p dir="auto">{line}</p> }).collect();
            Either::Right(lines)
        };
        let (id, title) = (question.id.clone(), question.title.clone());
        let change = changeable.then(|| {
            view! {
                <dd class="answers__change">
                    <button type="button" class="button button--link" on:click=move |_| state.act.run(Intent::Back(Some(id.clone())))>
                        {t::change(state.language)}
                        <span class="visually-hidden">" "{title}</span>
                    </button>
                </dd>
            }
        });
        Some(view! {
            <div class="answers__row">
                <dt class="answers__question">{question.title.clone()}</dt>
                <dd class="answers__value">{value}</dd>
                {change}
            </div>
        })
    };
    answers.iter().filter_map(row).collect()
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
            <button type="button" class="button button--secondary" on:click=move |_| state.act.run(Intent::SendUnsaved)>
                {t::send_unsaved(language)}
            </button>
            <button type="button" class="button button--secondary" on:click=move |_| state.act.run(Intent::Download)>
                {t::download(language)}
            </button>
        </div>
    }
}
