//! `/vraag/<slug>/terugkoppeling/`: the signpost, then each theme, what was learned, the balance, and the versions. Until
//! there is feedback: when it is promised.

use super::super::{Pages, shell::Page, status};
use crate::{
    domain::{consultation::Consultation, feedback::Feedback, language::Language, route::Route},
    native::content_dir::Told,
    texts::{feedback as f, site as t},
    view::{
        block::{Hero, Notice},
        feedback::{BalanceBlock, LessonsBlock, NextStepsBlock, PlacesBlock, ThemeBlock, VersionsBlock},
        signpost::{Own, SignpostView},
    },
};
use leptos::prelude::*;

/// The pages: the one that holds, the sheet, and one for each earlier version.
pub fn render(
    pages: &Pages,
    consultation: &Consultation,
    told: Option<&Told>,
    language: Language,
) -> Vec<(Route, String)> {
    let slug = &consultation.slug;
    let Some(told) = told else {
        return vec![(Route::Feedback(slug.clone()), promise(pages, consultation, language))];
    };
    let versions = told.versions().map(|feedback| {
        let route = if feedback.version == told.feedback.version {
            Route::Feedback(slug.clone())
        } else {
            Route::FeedbackVersion(slug.clone(), feedback.version)
        };
        let html = account(pages, consultation, told, feedback, route.clone(), language);
        (route, html)
    });
    let sheet = (Route::Sheet(slug.clone()), super::sheet::render(pages, consultation, &told.feedback, language));
    versions.chain([sheet]).collect()
}

/// When feedback is promised.
fn promise(pages: &Pages, consultation: &Consultation, language: Language) -> String {
    let title = t::feedback_title(language, consultation.title.get(language));
    let promise = t::feedback_promise(language, status(consultation, pages.today), consultation.feedback_due);
    let route = Route::Feedback(consultation.slug.clone());
    let page = Page { twin: pages.speaks(consultation), ..Page::new(route, language, &title, &promise) };
    let back = Route::Consultation(consultation.slug.clone()).href(&pages.assets.base, language);
    pages.document(page, || {
        view! {
            <Hero title=title.clone() summary=promise.clone() language />
            <section class="section"><p><a href=back>{t::to_consultation(language)}</a></p></section>
        }
        .into_any()
    })
}

fn account(
    pages: &Pages,
    consultation: &Consultation,
    told: &Told,
    feedback: &Feedback,
    route: Route,
    language: Language,
) -> String {
    let base = &pages.assets.base;
    let (slug, current) = (&consultation.slug, feedback.version == told.feedback.version);
    let href = |route: Route| route.href(base, language);
    let subject = consultation.title.get(language);
    let received = feedback.counts.received.total();
    let version = f::version(language, feedback.version, feedback.published);
    let name = t::feedback_title(language, subject);
    let title = if current { name } else { format!("{name} ({version})") };
    let lead = f::lead(language, received, feedback.themes.len());
    let page = Page { twin: pages.speaks(consultation), ..Page::new(route, language, &title, &lead) };
    let interim = feedback.published <= consultation.closes;
    let facts = vec![f::published(language, feedback.published, received, interim)];
    let old = (!current).then(|| {
        let newest = href(Route::Feedback(slug.clone()));
        view! {
            <div class="notice"><p><b>{f::older_version(language)}</b>" "<a href=newest>{f::to_newest(language)}</a></p></div>
        }
    });
    let example = feedback.example.then(|| view! { <Notice text=f::example(language).to_owned() language /> });
    let themes = feedback.themes.iter().cloned().map(|theme| view! { <ThemeBlock theme language /> });
    let lookup = current.then(|| lookup(pages, feedback, language));
    let learned = feedback.learned.clone();
    let steps = feedback.next_steps.clone();
    pages.document(page, || {
        view! {
            <Hero title=title.clone() summary=lead.clone() facts=facts language />
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
            <BalanceBlock counts=feedback.counts.clone() language />
            {feedback.places.clone().map(|places| view! { <PlacesBlock places language /> })}
            <VersionsBlock slug=slug.clone() history=told.feedback.history.clone() here=feedback.version base=base.clone() language />
        }
        .into_any()
    })
}

/// The way to one's own reaction. No field here: a code belongs on a page of ours that sends it nowhere.
fn lookup(pages: &Pages, feedback: &Feedback, language: Language) -> impl IntoView + use<> {
    let follow = Route::Follow.href(&pages.assets.base, language);
    let mine = Route::Mine.href(&pages.assets.base, language);
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
