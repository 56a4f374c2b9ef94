//! `/`: all consultations, those one can react to first.

use super::super::{Pages, shell::Page, status};
use crate::{
    domain::{consultation::Status, language::Language, route::Route},
    native::content_dir::Content,
    texts::{page as t, site},
    view::block::{Card, Hero},
};
use leptos::prelude::*;

/// The page.
pub fn render(pages: &Pages, content: &Content, language: Language) -> String {
    let intro = pages.site.intro.get(language).to_owned();
    let title = site::overview_title(language);
    let page = Page::new(Route::Overview, language, title, &intro);
    let group = |wanted: &[Status]| {
        let cards: Vec<_> = content
            .consultations
            .values()
            .map(|consultation| (consultation, status(consultation, pages.today)))
            .filter(|(_, status)| wanted.contains(status))
            .map(|(consultation, status)| {
                let base = pages.assets.base.clone();
                view! { <Card consultation=consultation.clone() status base language /> }
            })
            .collect();
        (!cards.is_empty()).then(|| view! { <ul class="cards">{cards}</ul> })
    };
    pages.document(page, || {
        let open = group(&[Status::Open]);
        let none = open.is_none().then(|| view! { <p>{t::overview_none(language)}</p> });
        let section = |title: &'static str, cards: Option<_>| {
            cards.map(|cards| view! { <section class="section"><h2>{title}</h2>{cards}</section> })
        };
        view! {
            <Hero title=title.to_owned() summary=intro.clone() language />
            <section class="section"><h2>{t::overview_open(language)}</h2>{open}{none}</section>
            {section(t::overview_waiting(language), group(&[Status::Waiting, Status::Overdue]))}
            {section(t::overview_announced(language), group(&[Status::Announced]))}
        }
        .into_any()
    })
}
