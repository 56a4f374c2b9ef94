//! What was learned and what went wrong, what happens next, and the versions there are.

use crate::{
    domain::{
        feedback::{Lesson, NextStep, Version},
        id::Id,
        language::Language,
        route::Route,
    },
    texts::feedback as t,
};
use leptos::prelude::*;

/// What went wrong, and, folded, what was learned.
#[component]
pub fn LessonsBlock(lessons: Vec<Lesson>, language: Language) -> impl IntoView {
    let list = |mistake: bool| {
        let these = lessons.iter().filter(|lesson| lesson.mistake == mistake);
        let items: Vec<_> = these.map(|lesson| view! { <li>{lesson.text.get(language).to_owned()}</li> }).collect();
        (!items.is_empty()).then(|| (items.len(), view! { <ul class="lessons">{items}</ul> }))
    };
    let (wrong, learned) = (list(true), list(false));
    let title = if wrong.is_some() { t::went_wrong(language) } else { t::learned(language) };
    // By itself there is nothing to fold it behind.
    let learned = match (learned, wrong.is_some()) {
        (Some((count, list)), true) => {
            Some(view! { <details><summary>{t::learned_more(language, count)}</summary>{list}</details> }.into_any())
        }
        (Some((_, list)), false) => Some(list.into_any()),
        (None, _) => None,
    };
    view! {
        <section class="section section--band" aria-labelledby="geleerd">
            <h2 id="geleerd">{title}</h2>
            <div class="stack">{wrong.map(|(_, list)| list)}{learned}</div>
        </section>
    }
}

/// The most steps that are not folded away.
const STEPS: usize = 3;

/// What happens next.
#[component]
pub fn NextStepsBlock(steps: Vec<NextStep>, language: Language) -> impl IntoView {
    let item = |step: &NextStep| {
        let who = step.who.as_ref().map(|who| who.get(language).to_owned());
        let day = step.date.map(|day| view! { <time datetime=day.to_string()>{day.written(language)}</time> });
        let both = day.is_some() && who.is_some();
        view! {
            <li>
                <p class="soft small">{day}{both.then_some(" · ")}{who}</p>
                <p>{step.text.get(language).to_owned()}</p>
            </li>
        }
    };
    let (first, later) = steps.split_at(steps.len().min(STEPS));
    let later = (!later.is_empty()).then(|| {
        view! {
            <details>
                <summary>{t::more_steps(language, later.len())}</summary>
                <ul class="next-steps">{later.iter().map(item).collect_view()}</ul>
            </details>
        }
    });
    view! {
        <section class="section" aria-labelledby="verder">
            <h2 id="verder">{t::next_steps(language)}</h2>
            <div class="stack"><ul class="next-steps">{first.iter().map(item).collect_view()}</ul>{later}</div>
        </section>
    }
}

/// Every version, the newest first; `here` is the one that is being read.
#[component]
pub fn VersionsBlock(slug: Id, history: Vec<Version>, here: u32, base: String, language: Language) -> impl IntoView {
    let newest = history.iter().map(|version| version.version).max().unwrap_or(here);
    let shown = t::versions_of(language, here, history.len());
    let items = history.iter().rev().map(|version| {
        let name = t::version(language, version.version, version.published);
        let route = if version.version == newest {
            Route::Feedback(slug.clone())
        } else {
            Route::FeedbackVersion(slug.clone(), version.version)
        };
        let link = if version.version == here {
            view! { <b>{name}" ("{t::this_version(language)}")"</b> }.into_any()
        } else {
            view! { <a href=route.href(&base, language)>{name}</a> }.into_any()
        };
        let note = version.note.as_ref().map(|note| view! { <p>{note.get(language).to_owned()}</p> });
        let redacted = version.redacted.map(|redaction| view! { <p>{t::redacted(language, redaction)}</p> });
        view! { <li>{link}{note}{redacted}</li> }
    });
    view! {
        <section class="section" aria-label=t::versions(language)>
            <details>
                <summary>{shown}</summary>
                <ul class="versions">{items.collect_view()}</ul>
            </details>
        </section>
    }
}
