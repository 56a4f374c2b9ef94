//! `/vraag/<slug>/terugkoppeling/`: the signpost, then each theme, what was learned, the balance, and the versions. Until
//! there is feedback: when it is promised.

use super::{Around, Body, stay};
use crate::{
    domain::{
        consultation::{Consultation, Status},
        feedback::Feedback,
        language::Language,
        route::Route,
        span::Dated,
    },
    files::content::Told,
    texts::{feedback as f, site as t},
    view::{
        block::{Hero, Notice},
        feedback::{BalanceBlock, LessonsBlock, NextStepsBlock, PlacesBlock, ThemeBlock, VersionsBlock},
        signpost::{Own, SignpostView},
    },
};
use leptos::prelude::*;

/// What stands there until there is feedback: when it is promised.
pub fn promise(around: &Around, consultation: &Consultation, language: Language) -> Body {
    let title = t::feedback_title(language, consultation.title.get(language));
    let due = consultation.feedback_due;
    let promise = t::feedback_promise(language, Status::Waiting, due);
    let says = |status: Status| t::feedback_promise(language, status, due);
    let dates: Vec<_> = around.statuses(consultation).into_iter().map(|status| status.map(says)).collect();
    let back = Route::Consultation(consultation.slug.clone()).href(&around.base, language);
    let view = view! {
        <Hero title=title.clone() dates=dates language />
        <section class="section"><p><a href=back>{t::to_consultation(language)}</a></p></section>
        {stay(around, consultation, language)}
    }
    .into_any();
    Body { title, lead: promise, view }
}

/// Of an interim account: until when one can still react, and, when the promised day has passed, that the rest is late.
fn interim(around: &Around, consultation: &Consultation, language: Language) -> Vec<Dated<String>> {
    let says = |status: Status| match status {
        Status::Open => Some(f::still_open(language, consultation.closes)),
        Status::Overdue => Some(f::only_interim(language, consultation.feedback_due)),
        _ => None,
    };
    let statuses = around.statuses(consultation).into_iter();
    statuses
        .filter_map(|status| {
            let said = says(status.what)?;
            Some(status.map(|_| said))
        })
        .collect()
}

/// What was told back, in one version of it.
pub fn account(
    around: &Around,
    consultation: &Consultation,
    told: &Told,
    feedback: &Feedback,
    language: Language,
) -> Body {
    let base = &around.base;
    let (slug, current) = (&consultation.slug, feedback.version == told.feedback.version);
    let href = |route: Route| route.href(base, language);
    let subject = consultation.title.get(language);
    let received = feedback.counts.received.total();
    let version = f::version(language, feedback.version, feedback.published);
    let name = t::feedback_title(language, subject);
    let title = if current { name } else { format!("{name} ({version})") };
    let lead = f::lead(language, received, feedback.themes.len());
    let is_interim = feedback.published <= consultation.closes;
    let facts = vec![f::published(language, feedback.published, received, is_interim)];
    let dates = if current && is_interim { interim(around, consultation, language) } else { Vec::new() };
    let old = (!current).then(|| {
        let newest = href(Route::Feedback(slug.clone()));
        view! {
            <div class="notice"><p><b>{f::older_version(language)}</b>" "<a href=newest>{f::to_newest(language)}</a></p></div>
        }
    });
    let example = feedback.example.then(|| view! { <Notice text=f::example(language).to_owned() language /> });
    let themes = feedback.themes.iter().cloned().map(|theme| view! { <ThemeBlock theme language /> });
    let lookup = current.then(|| lookup(around, feedback, language));
    let learned = feedback.learned.clone();
    let steps = feedback.next_steps.clone();
    let view = view! {
            <Hero title=title.clone() summary=lead.clone() dates=dates facts=facts language />
            {old}
            {example}
            <section class="section section--wide" aria-labelledby="wegwijzer">
                <div class="section__head">
                    <h2 id="wegwijzer">{f::signpost(language)}</h2>
                    <p>{f::signpost_lead(language)}</p>
                </div>
                <SignpostView signpost=feedback.signpost() own=Own::default() page=String::new() language />
                <p class="row">
                    <a class="button button--secondary" href=href(Route::Sheet(slug.clone()))>{f::sheet(language)}</a>
                    <a href=href(Route::Consultation(slug.clone()))>{t::to_consultation(language)}</a>
                </p>
            </section>
            {lookup}
            <section class="section section--wide" aria-labelledby="themas">
                <h2 id="themas">{f::themes(language)}</h2>
                <div class="themes">{themes.collect_view()}</div>
            </section>
            {(!learned.is_empty()).then(|| view! { <LessonsBlock lessons=learned language /> })}
            {(!steps.is_empty()).then(|| view! { <NextStepsBlock steps language /> })}
            <BalanceBlock counts=feedback.counts.clone() gathered=feedback.gathered language />
            {feedback.places.clone().map(|places| view! { <PlacesBlock places language /> })}
            {current.then(|| stay(around, consultation, language))}
            <VersionsBlock slug=slug.clone() history=told.feedback.history.clone() here=feedback.version base=base.clone() language />
        }
        .into_any();
    Body { title, lead, view }
}

/// The way to one's own reaction. No field here: a code belongs on a page of ours that sends it nowhere.
fn lookup(around: &Around, feedback: &Feedback, language: Language) -> impl IntoView + use<> {
    let follow = Route::Follow.href(&around.base, language);
    let mine = Route::Mine.href(&around.base, language);
    let codes = feedback.example_receipts.iter().map(|receipt| {
        let href = format!("{follow}#{receipt}");
        view! { <li><a href=href><code translate="no">{receipt.to_string()}</code></a></li> }
    });
    let codes: Vec<_> = codes.collect();
    let codes =
        (!codes.is_empty()).then(|| view! { <p>{f::example_codes(language)}</p><ul class="codes">{codes}</ul> });
    view! {
        <section class="section section--band" aria-labelledby="zoek">
            <h2 id="zoek">{f::find_yours(language)}</h2>
            <div class="stack">
                <p>{f::find_yours_lead(language)}</p>
                <p class="row">
                    <a class="button button--primary" href=follow.clone()>{f::find_yours_go(language)}</a>
                    <a href=mine>{f::from_this_device(language)}</a>
                </p>
                {codes}
            </div>
        </section>
    }
}
