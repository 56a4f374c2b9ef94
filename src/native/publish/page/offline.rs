//! `/geen-verbinding/`: what the service worker shows for a page that is not on the device, when there is no network.

use super::super::{Pages, shell::Page};
use crate::{
    domain::{language::Language, route::Route},
    texts::site as t,
    view::block::Hero,
};
use leptos::prelude::*;

/// The page.
pub fn render(pages: &Pages, language: Language) -> String {
    let (title, lead) = (t::offline_title(language), t::offline_lead(language));
    let page = Page { listed: false, ..Page::new(Route::Offline, language, title, lead) };
    let link = |route: Route| route.href(&pages.assets.base, language);
    let (home, mine) = (link(Route::Overview), link(Route::Mine));
    pages.document(page, || {
        view! {
            <Hero title=title.to_owned() summary=lead.to_owned() language />
            <section class="section">
                <p class="row">
                    <a class="button" href=home>{t::to_overview(language)}</a>
                    <a class="button" href=mine>{t::to_mine(language)}</a>
                </p>
            </section>
        }
        .into_any()
    })
}
