//! `/`: all consultations, those one can react to first.

use super::{Around, Body, skeleton};
use crate::{
    domain::{
        consultation::Status,
        language::Language,
        route::Route,
        span::{Dated, Span},
    },
    files::content::Content,
    texts::{page as t, site, stay},
    view::{
        block::{Card, Hero},
        picture::{self, Place},
    },
};
use leptos::prelude::*;

/// The id of the heading over what one can react to.
const OPEN: &str = "nu";

/// What stands on it. A consultation has a card in each group that it will be in, as the page may be read long after today.
pub fn body(around: &Around, content: &Content, language: Language) -> Body {
    let intro = around.site.intro.get(language).to_owned();
    let title = site::overview_title(language);
    let group = |wanted: &[Status]| {
        let (mut days, mut cards) = (Vec::new(), Vec::new());
        for consultation in content.consultations.values() {
            // What is not in this language is listed all the same, as a link to the page that there is.
            let Some(written) = around.site.page_language(&consultation.languages, language) else { continue };
            let mut statuses = around.statuses(consultation);
            statuses.retain(|status| wanted.contains(&status.what));
            let Some(hull) = Dated::hull(&statuses) else { continue };
            let (base, feedback) = (around.base.clone(), around.newest(&consultation.slug));
            let pictures = around.pictures.clone();
            cards.push(
                view! { <Card consultation=consultation.clone() statuses feedback pictures base written language /> },
            );
            days.push(hull);
        }
        (days, view! { <ul class="cards">{cards}</ul> })
    };
    let section = |title: &'static str, wanted: &[Status]| {
        let (days, cards) = group(wanted);
        let days = Dated::hull(&days)?;
        let (from, until, hidden) = (days.from(), days.until(), days.hidden);
        Some(view! {
            <section class="section" data-from=from data-until=until hidden=hidden><h2>{title}</h2>{cards}</section>
        })
    };
    let (days, open) = group(&[Status::Open]);
    let invite = Dated::hull(&days).map(|days| {
        let (from, until, hidden) = (days.from(), days.until(), days.hidden);
        view! {
            <p class="hero__actions" data-from=from data-until=until hidden=hidden>
                <a class="button button--primary" href=format!("#{OPEN}")>{t::overview_open(language)}</a>
            </p>
        }
        .into_any()
    });
    let none = Span::gaps(days.into_iter().map(|days| days.span).collect()).into_iter().map(|gap| {
        let none = Dated::on(around.today, t::overview_none(language), gap);
        view! { <p data-from=none.from() data-until=none.until() hidden=none.hidden>{none.what}</p> }
    });
    let feed = around.feed(&Route::Overview, language);
    let picture = around.site.picture.as_ref();
    let picture = picture.and_then(|named| picture::picture(&around.pictures, named, Place::Top, language));
    let view = view! {
        <Hero title=title.to_owned() summary=intro.clone() invite picture language />
        {skeleton::render(around, content, language)}
        <section class="section"><h2 id=OPEN tabindex="-1">{t::overview_open(language)}</h2>{open}{none.collect_view()}</section>
        {section(t::overview_waiting(language), &[Status::Waiting, Status::Overdue, Status::Answered])}
        {section(t::overview_announced(language), &[Status::Announced])}
        <section class="section">
            <h2>{stay::title(language)}</h2>
            <p><a href=feed type="application/atom+xml">{stay::all(language)}</a>". "{stay::feed_help(language)}</p>
        </section>
    }
    .into_any();
    Body { title: title.to_owned(), lead: intro, view }
}
