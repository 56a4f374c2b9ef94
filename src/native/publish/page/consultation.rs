//! `/vraag/<slug>/`: the whole consultation and its form.

use super::super::{Pages, assets::App, shell::Page, status};
use crate::{
    domain::{
        consultation::{Consultation, Status},
        draft::Draft,
        language::Language,
        question::Kind,
        route::Route,
    },
    texts::{form, page as t, site},
    view::{
        block::{
            DecisionBlock, DilemmasBlock, FactsBlock, Hero, InitiativesBlock, ScopeBlock, SourcesBlock, TablesBlock,
            TimelineBlock, TouchstonesBlock, WhyNow, timeline::Moments,
        },
        form::{DATA, FormView, ROOT},
    },
};
use leptos::prelude::*;

/// The page.
pub fn render(pages: &Pages, consultation: &Consultation, language: Language) -> String {
    let title = consultation.title.get(language);
    let route = Route::Consultation(consultation.slug.clone());
    let mut page = Page::new(route, language, title, consultation.summary.get(language));
    let form_data = consultation.form(language, &pages.assets.base, &pages.site.endpoint);
    page.twin = pages.speaks(consultation);
    page.apps = &[App::Fields, App::Send];
    page.data = Some((DATA, serde_json::to_string(&form_data).unwrap_or_default()));
    let today = status(consultation, pages.today);
    let closed = matches!(today, Status::Waiting | Status::Overdue);
    if closed {
        page.apps = &[App::Send];
        page.data = None;
    }
    pages.document(page, || {
        let form = if closed {
            view! { <p>{form::not_open(language, true, consultation.closes)}</p> }.into_any()
        } else {
            view! { <div id=ROOT><FormView form=form_data draft=Draft::default() problems=vec![] /></div> }.into_any()
        };
        view! {
            {context(pages, consultation, language, today)}
            <section class="section section--form" aria-labelledby="reageren">
                <h2 id="reageren" tabindex="-1">{form::your_reaction(language)}</h2>
                {form}
            </section>
            <SourcesBlock sources=consultation.sources.clone() owner=consultation.owner.clone() language />
        }
        .into_any()
    })
}

/// Everything before the form. A dilemma that a question asks about is shown with that question.
fn context(pages: &Pages, consultation: &Consultation, language: Language, status: Status) -> AnyView {
    let Consultation { dilemmas, facts, tables, initiatives, touchstones, phases, .. } = consultation.clone();
    let asked: Vec<_> = consultation
        .questions
        .iter()
        .filter_map(|question| match &question.kind {
            Kind::Dilemma(kind) => Some(&kind.dilemma.id),
            _ => None,
        })
        .collect();
    let dilemmas: Vec<_> = dilemmas.into_iter().filter(|dilemma| !asked.contains(&&dilemma.id)).collect();
    let touchstones: Vec<_> =
        pages.site.touchstones.iter().filter(|touchstone| touchstones.contains(&touchstone.id)).cloned().collect();
    let moments = Moments {
        phases,
        opens: consultation.opens,
        closes: consultation.closes,
        feedback_due: consultation.feedback_due,
        decision: consultation.decision.clone(),
        today: Some(pages.today),
    };
    let dates = t::dates(status, consultation.opens, consultation.closes, consultation.feedback_due, language);
    let minutes = consultation.minutes.map(|minutes| t::minutes(minutes, language));
    let facts_row: Vec<_> = minutes.into_iter().chain([dates, site::anonymous(language).to_owned()]).collect();
    let example = consultation.example.then(|| view! { <div class="notice"><p>{t::example(language)}</p></div> });
    view! {
        <Hero
            title=consultation.title.get(language).to_owned()
            summary=consultation.summary.get(language).to_owned()
            facts=facts_row
            action="#reageren".to_owned()
            language
        />
        {example}
        <WhyNow text=consultation.why_now.get(language).to_owned() language />
        {consultation.scope.clone().map(|scope| view! { <ScopeBlock scope language /> })}
        {consultation.decision.clone().map(|decision| view! { <DecisionBlock decision language /> })}
        <TimelineBlock moments language />
        {(!facts.is_empty()).then(|| view! { <FactsBlock facts language /> })}
        {(!dilemmas.is_empty()).then(|| view! { <DilemmasBlock dilemmas language /> })}
        {(!tables.is_empty()).then(|| view! { <TablesBlock tables language /> })}
        {(!initiatives.is_empty()).then(|| view! { <InitiativesBlock initiatives language /> })}
        {(!touchstones.is_empty()).then(|| view! { <TouchstonesBlock touchstones language /> })}
    }
    .into_any()
}
