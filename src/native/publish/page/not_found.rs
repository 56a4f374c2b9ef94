//! `404.html`: there is nothing here, and where to go instead.

use super::super::{Pages, shell::Page};
use crate::{
    domain::{language::Language, route::Route},
    texts::site as t,
    view::block::Hero,
};
use leptos::prelude::*;

/// The page.
pub fn render(pages: &Pages, language: Language) -> String {
    let (title, lead) = (t::not_found_title(language), t::not_found_lead(language));
    let page = Page { twin: false, listed: false, ..Page::new(Route::Overview, language, title, lead) };
    let home = Route::Overview.href(&pages.assets.base, language);
    pages.document(page, || {
        view! {
            <Hero title=title.to_owned() summary=lead.to_owned() language />
            <section class="section"><p><a href=home>{t::to_overview(language)}</a></p></section>
        }
        .into_any()
    })
}
