//! The pages with which the collector answers a form that was sent without JavaScript.

use super::{
    shell::{Page, Pages},
    start::{self, SENT},
};
use crate::{
    domain::{
        consultation::Consultation, day::Day, draft::Draft, form::Form, id::ReactionId, language::Language,
        problem::Problem, receipt::Receipt, route::Route,
    },
    files::posted::Failure,
    texts::{answer as t, form},
    view::{block::Hero, form::FormView},
};
use leptos::prelude::*;

/// The other language leads to the page that was posted from: an answer can't be asked for a second time. Where what was
/// typed stands in fields, there is no such way (`twin`), as it would take that away.
fn page(route: Route, language: Language, title: &str, twin: bool) -> Page {
    Page { twin, apps: &[], listed: false, ..Page::new(route, language, title, title) }
}

/// The reaction is stored: the receipt. Where scripts run, what was sent is no draft any more.
pub fn receipt_page(
    pages: &Pages,
    consultation: &Consultation,
    language: Language,
    receipt: &Receipt,
    day: Day,
    draft: &Draft,
) -> String {
    let title = form::thanks(language);
    let route = Route::Consultation(consultation.slug.clone());
    let base = &pages.around.base;
    let (back, follow) = (route.href(base, language), Route::Follow.href(base, language));
    let subject = consultation.title.get(language).to_owned();
    let (script, data) = start::sent(base, &consultation.slug, draft);
    let page = Page {
        script: Some(script),
        data: Some((SENT, data)),
        ..page(route, language, title, pages.around.speaks(consultation))
    };
    pages.document(|| {
        let body = view! {
            <Hero title=title.to_owned() summary=form::arrived(language).to_owned() language />
            <section class="section" aria-labelledby="receipt">
                <h2 id="receipt">{form::receipt_title(language)}</h2>
                <div class="receipt">
                <p class="receipt__code" translate="no">{receipt.to_string()}</p>
                <p>{form::receipt_help(language)}</p>
                <p>{t::write_down(language)}" "<a href=follow>{t::follow(language)}</a></p>
                <p>{form::feedback_due(language, consultation.feedback_due)}</p>
                <p>{t::stored_on(language, day)}</p>
                <p><a href=back>{subject}</a></p>
                </div>
            </section>
        }
        .into_any();
        (page, body)
    })
}

/// There is something to mend: the form again as its writer saw it, with everything that was typed.
pub fn problem_page(pages: &Pages, asked: &Form, draft: &Draft, problems: &[Problem], id: &ReactionId) -> String {
    let (language, subject) = (asked.language, asked.title.as_str());
    let title = format!("{} {subject}", form::error(language));
    let route = Route::Consultation(asked.slug.clone());
    pages.document(|| {
        let body = view! {
            <Hero title=subject.to_owned() language />
            <section class="section section--form" aria-labelledby="reageren">
                <h2 id="reageren">{form::your_reaction(language)}</h2>
                <FormView form=asked.clone() draft=draft.clone() problems=problems.to_vec() id=Some(id.as_str().to_owned()) />
            </section>
        }
        .into_any();
        (page(route, language, &title, false), body)
    })
}

/// It could not be taken: why, what to do, and everything that was typed, so that nothing is lost.
pub fn failure_page(
    pages: &Pages,
    consultation: Option<&Consultation>,
    language: Language,
    failure: Failure,
    draft: &Draft,
) -> String {
    let title = t::failure_title(language);
    let route = consultation.map_or(Route::Overview, |consultation| Route::Consultation(consultation.slug.clone()));
    let back = route.href(&pages.around.base, language);
    let question = |name: &str| {
        let id = name.strip_prefix("q.")?.split('.').next()?;
        let question = consultation?.questions.iter().find(|question| question.id.as_str() == id)?;
        Some(question.title.get(language).to_owned())
    };
    let rows: Vec<_> = draft
        .pairs()
        .map(|(name, value)| {
            let (term, text) = (question(name).unwrap_or_else(|| name.to_owned()), value.to_owned());
            view! { <div class="answers__row"><dt class="answers__question">{term}</dt><dd class="answers__value" dir="auto">{text}</dd></div> }
        })
        .collect();
    let twin = consultation.is_none_or(|consultation| pages.around.speaks(consultation));
    let mail = format!("mailto:{}", pages.around.site.contact.email);
    pages.document(|| {
        let body = view! {
            <Hero title=title.to_owned() summary=t::failure(language, failure).to_owned() language />
            <section class="section">
                <p>
                    {t::mail(language)}" "<a href=mail>{pages.around.site.contact.email.clone()}</a>
                </p>
                {(!rows.is_empty()).then(|| view! { <h2>{t::your_answers(language)}</h2><dl class="answers">{rows}</dl> })}
                <p><a href=back>{t::back(language)}</a></p>
            </section>
        }
        .into_any();
        (page(route, language, title, twin), body)
    })
}
