//! `/mijn-reacties/` and `/volg/`: pages about what is on the device. Nothing is known of it here, so without
//! JavaScript they say what they are for and what to do.

use super::super::{Pages, shell::Page};
use crate::{
    domain::{language::Language, route::Route},
    texts::site as t,
    view::{block::Hero, follow, mine},
};
use leptos::prelude::*;

/// What this device sent or still holds.
pub fn mine(pages: &Pages, language: Language) -> String {
    let (title, lead) = (t::mine_title(language), t::mine_lead(language));
    let page = Page::new(Route::Mine, language, title, lead);
    shown(pages, page, mine::LIST)
}

/// Look up by receipt.
pub fn follow(pages: &Pages, language: Language) -> String {
    let (title, lead) = (t::follow_title(language), t::follow_lead(language));
    let page = Page::new(Route::Follow, language, title, lead);
    shown(pages, page, follow::ROOT)
}

fn shown(pages: &Pages, page: Page, root: &'static str) -> String {
    let language = page.language;
    let (title, lead) = (page.title.clone(), page.description.clone());
    pages.document(page, || {
        view! {
            <Hero title summary=lead language />
            <section class="section">
                <noscript><p>{t::needs_script(language)}</p></noscript>
                <div id=root></div>
            </section>
        }
        .into_any()
    })
}
