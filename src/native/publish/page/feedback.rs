//! `/vraag/<slug>/terugkoppeling/`: until feedback is published, when it is promised.

use super::super::{Pages, shell::Page, status};
use crate::{
    domain::{consultation::Consultation, language::Language, route::Route},
    texts::site as t,
    view::block::Hero,
};
use leptos::prelude::*;

/// The page.
pub fn render(pages: &Pages, consultation: &Consultation, language: Language) -> String {
    let title = t::feedback_title(language, consultation.title.get(language));
    let promise = t::feedback_promise(language, status(consultation, pages.today), consultation.feedback_due);
    let route = Route::Feedback(consultation.slug.clone());
    let twin = pages.speaks(consultation);
    let page = Page { twin, ..Page::new(route, language, &title, &promise) };
    let back = Route::Consultation(consultation.slug.clone()).href(&pages.assets.base, language);
    pages.document(page, || {
        view! {
            <Hero title=title.clone() summary=promise.clone() language />
            <section class="section"><p><a href=back>{t::to_consultation(language)}</a></p></section>
        }
        .into_any()
    })
}
