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

/// What was learned, and, as visible, what went wrong.
#[component]
pub fn LessonsBlock(lessons: Vec<Lesson>, language: Language) -> impl IntoView {
    let list = |mistake: bool, title: &'static str| {
        let these: Vec<_> = lessons.iter().filter(|lesson| lesson.mistake == mistake).collect();
        let items = these.iter().map(|lesson| view! { <li>{lesson.text.get(language).to_owned()}</li> });
        (!these.is_empty())
            .then(|| view! { <div><h3>{title}</h3><ul class="lessons">{items.collect_view()}</ul></div> })
    };
    view! {
        <section class="section section--band" aria-labelledby="geleerd">
            <h2 id="geleerd">{t::learned(language)}</h2>
            <div class="stack">{list(true, t::went_wrong(language))}{list(false, t::learned(language))}</div>
        </section>
    }
}

/// What happens next.
#[component]
pub fn NextStepsBlock(steps: Vec<NextStep>, language: Language) -> impl IntoView {
    let items = steps.iter().map(|step| {
        let who = step.who.as_ref().map(|who| who.get(language).to_owned());
        let day = step.date.map(|day| view! { <time datetime=day.to_string()>{day.written(language)}</time> });
        let both = day.is_some() && who.is_some();
        view! {
            <li>
                <p class="soft small">{day}{both.then_some(" · ")}{who}</p>
                <p>{step.text.get(language).to_owned()}</p>
            </li>
        }
    });
    view! {
        <section class="section" aria-labelledby="verder">
            <h2 id="verder">{t::next_steps(language)}</h2>
            <ul class="next-steps">{items.collect_view()}</ul>
        </section>
    }
}

/// Every version, the newest first; `here` is the one that is being read.
#[component]
pub fn VersionsBlock(slug: Id, history: Vec<Version>, here: u32, base: String, language: Language) -> impl IntoView {
    let newest = history.iter().map(|version| version.version).max().unwrap_or(here);
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
        <section class="section" aria-labelledby="versies">
            <h2 id="versies">{t::versions(language)}</h2>
            <ul class="versions">{items.collect_view()}</ul>
        </section>
    }
}
