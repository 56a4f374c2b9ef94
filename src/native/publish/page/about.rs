//! `/over/`: what this is, privacy, accessibility, and what is not promised.

use super::super::{Pages, offline, shell::Page};
use crate::{
    domain::{language::Language, route::Route},
    texts::site as t,
    view::block::Hero,
};
use leptos::prelude::*;

/// The page.
pub fn render(pages: &Pages, language: Language) -> String {
    let (title, lead) = (t::about_title(language), t::about_lead(language));
    let page = Page::new(Route::About, language, title, lead);
    let privacy = &pages.site.privacy;
    let items = [
        (t::privacy_controller(language), privacy.controller.get(language)),
        (t::privacy_retention(language), privacy.retention.get(language)),
        (t::privacy_basis(language), privacy.basis.get(language)),
    ];
    let items = items.map(|(term, text)| view! { <div><dt>{term}</dt><dd>{text.to_owned()}</dd></div> });
    let list = |lines: &[&'static str]| lines.iter().map(|line| view! { <li>{*line}</li> }).collect::<Vec<_>>();
    let stays: &[_] = if offline::wanted(pages) { &[t::privacy_offline(language)] } else { &[] };
    pages.document(page, || {
        view! {
            <Hero title=title.to_owned() summary=lead.to_owned() language />
            <section class="section" aria-labelledby="privacy">
                <h2 id="privacy">{t::privacy_title(language)}</h2>
                <ul>{list(&t::privacy_points(language))}{list(stays)}</ul>
                <dl>{items.into_iter().collect::<Vec<_>>()}</dl>
            </section>
            <section class="section" aria-labelledby="beloften">
                <h2 id="beloften">{t::limits_title(language)}</h2>
                <ul>{list(&t::limits_points(language))}</ul>
            </section>
            <section class="section" aria-labelledby="toegankelijk">
                <h2 id="toegankelijk">{t::access_title(language)}</h2>
                <ul>{list(&t::access_points(language))}</ul>
            </section>
        }
        .into_any()
    })
}
