//! `/vraag/<slug>/`: the whole consultation and its form.

use super::{Around, Body, reach, stay};
use crate::{
    domain::{
        consultation::Consultation,
        draft::Draft,
        endpoint::{Endpoint, FormService, address},
        language::Language,
        question::Kind,
        route::Route,
    },
    texts::{form, page as t, paper, site, stay},
    view::{
        block::{
            AmendedBlock, Contents, DecisionBlock, DilemmasBlock, FactsBlock, Hero, InitiativesBlock, LawBlock,
            PaperBlock, ScopeBlock, SourcesBlock, TablesBlock, TimelineBlock, TouchstonesBlock, WhyNow,
            amended::last_first, timeline::Moments,
        },
        form::{FORM, FormView, ROOT},
        picture::{self, Place},
    },
};
use leptos::prelude::*;

/// What stands on it.
pub fn body(around: &Around, consultation: &Consultation, language: Language) -> Body {
    let form = if !around.takes(consultation) {
        let said = match consultation.withdrawn() {
            Some(_) => t::withdrawn(language).to_owned(),
            None => form::not_open(language, true, consultation.closes),
        };
        view! { <p>{said}</p> }.into_any()
    } else {
        let form = around.form(consultation, language);
        view! {
            {without_script(around, language)}
            <p class="paper__pen print-only">{paper::pen(language)}</p>
            <div id=ROOT><FormView form draft=Draft::default() problems=vec![] /></div>
            {reach(around, language)}
            {around.site.paper.clone().map(|paper| view! { <PaperBlock paper closes=consultation.closes language /> })}
        }
        .into_any()
    };
    let view = view! {
        {context(around, consultation, language)}
        <section class="section section--form" aria-labelledby="reageren">
            <h2 id="reageren" tabindex="-1">{form::your_reaction(language)}</h2>
            {form}
        </section>
        {stay(around, consultation, language)}
        <SourcesBlock sources=consultation.sources.clone() owner=consultation.owner.clone() seen=consultation.seen_by.clone() language />
    }
    .into_any();
    Body {
        title: consultation.title.get(language).to_owned(),
        lead: consultation.summary.get(language).to_owned(),
        view,
    }
}

/// What reacting without JavaScript, or in a browser that can't run the apps, needs besides the form: the fields of a form
/// service, or a sentence that it can't.
fn without_script(around: &Around, language: Language) -> AnyView {
    let Some(action) = around.site.endpoint.action("/") else {
        let email = around.site.contact.email.clone();
        let mail = || view! { <a href=format!("mailto:{email}")>{email.clone()}</a> };
        return view! {
            <noscript>
                <p class="notice">{t::no_plain_form(language)}" "{mail()}</p>
            </noscript>
            <p class="notice" role="status" data-app="unable" hidden>{form::unable(language)}" "{mail()}</p>
        }
        .into_any();
    };
    match around.site.endpoint.all().iter().find(|endpoint| matches!(endpoint, Endpoint::Form(_))) {
        Some(Endpoint::Form(service)) if address(&service.url, "/") == action => own_fields(service, Some(FORM)),
        _ => ().into_any(),
    }
}

/// The fields that a service wants, in this form, and the trap for robots: nobody sees it, hears it or fills it in.
pub fn own_fields(service: &FormService, form: Option<&'static str>) -> AnyView {
    let hidden = |(name, value): (String, String)| view! { <input type="hidden" form=form name=name value=value /> };
    let fields: Vec<_> = service.fields.0.iter().cloned().map(hidden).collect();
    let honeypot = service.honeypot.clone().map(|name| {
        view! {
            <div hidden aria-hidden="true">
                <input type="text" form=form name=name tabindex="-1" autocomplete="off" />
            </div>
        }
    });
    view! {
        {fields}
        {honeypot}
    }
    .into_any()
}

/// Everything before the form. A dilemma that a question asks about is shown with that question.
fn context(around: &Around, consultation: &Consultation, language: Language) -> AnyView {
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
        around.site.touchstones.iter().filter(|touchstone| touchstones.contains(&touchstone.id)).cloned().collect();
    let moments = Moments {
        phases,
        opens: consultation.opens,
        closes: consultation.closes,
        feedback_due: consultation.feedback_due,
        withdrawn: consultation.withdrawn(),
        told: around.newest(&consultation.slug),
        decision: consultation.decision.clone(),
        today: around.today,
    };
    let Consultation { opens, closes, feedback_due, .. } = *consultation;
    let statuses = around.statuses(consultation);
    let dates = statuses.iter().cloned().map(|s| s.map(|s| t::dates(s, opens, closes, feedback_due, language)));
    let dates: Vec<_> = dates.collect();
    let minutes = consultation.minutes.map(|minutes| t::minutes(minutes, language));
    let facts_row: Vec<_> = minutes.into_iter().chain([site::anonymous(language).to_owned()]).collect();
    let answer = around.newest(&consultation.slug).map(|day| {
        let href = Route::Feedback(consultation.slug.clone()).href(&around.base, language);
        (href, stay::read_feedback(day, day <= closes, language))
    });
    let amended = last_first(consultation);
    let headings = [
        (!amended.is_empty(), "veranderd", t::amended(language)),
        (true, "waarom", t::why_now(language)),
        (consultation.scope.is_some(), "speelruimte", t::scope(language)),
        (consultation.decision.is_some(), "besluit", t::decision(language)),
        (consultation.law.is_some(), "fase", t::law(language)),
        (true, "stappen", t::timeline(language)),
        (!facts.is_empty(), "feiten", t::facts(language)),
        (!dilemmas.is_empty(), "dilemmas", t::dilemmas(language)),
        (!tables.is_empty(), "tafels", t::tables(language)),
        (!initiatives.is_empty(), "initiatieven", t::initiatives(language)),
        (!touchstones.is_empty(), "toetsstenen", t::touchstones(language)),
        (true, "reageren", form::your_reaction(language)),
        (true, "volgen", stay::title(language)),
        (true, "bronnen", t::sources(language)),
    ];
    let headings = headings.into_iter().filter(|(there, ..)| *there).map(|(_, id, text)| (id, text)).collect();
    let example = consultation.example.then(|| view! { <div class="notice"><p>{t::example(language)}</p></div> });
    let picture = consultation.picture.as_ref();
    let picture = picture.and_then(|named| picture::picture(&around.pictures, named, Place::Top, language));
    view! {
        <Hero
            title=consultation.title.get(language).to_owned()
            summary=consultation.summary.get(language).to_owned()
            statuses
            dates
            facts=facts_row
            action=around.takes(consultation).then(|| "#reageren".to_owned())
            answer
            picture
            language
        />
        <Contents headings language />
        {example}
        {(!amended.is_empty()).then(|| view! { <AmendedBlock all=amended language /> })}
        <WhyNow text=consultation.why_now.get(language).to_owned() language />
        {consultation.scope.clone().map(|scope| view! { <ScopeBlock scope language /> })}
        {consultation.decision.clone().map(|decision| view! { <DecisionBlock decision language /> })}
        {consultation.law.clone().map(|law| view! { <LawBlock law language /> })}
        <TimelineBlock moments language />
        {(!facts.is_empty()).then(|| view! { <FactsBlock facts language /> })}
        {(!dilemmas.is_empty()).then(|| view! { <DilemmasBlock dilemmas language /> })}
        {(!tables.is_empty()).then(|| view! { <TablesBlock tables language /> })}
        {(!initiatives.is_empty()).then(|| view! { <InitiativesBlock initiatives language /> })}
        {(!touchstones.is_empty()).then(|| view! { <TouchstonesBlock touchstones tested=consultation.tested.clone() language /> })}
    }
    .into_any()
}
