//! `404.html`: there is nothing here, and where to go instead. A host has one for all languages.

use super::{Around, Body};
use crate::{
    domain::{language::Language, route::Route},
    texts::site as t,
    view::block::Hero,
};
use leptos::prelude::*;

/// What stands on it.
pub fn body(around: &Around, language: Language) -> Body {
    let (title, lead) = (t::not_found_title(language), t::not_found_lead(language));
    let home = |language| Route::Overview.href(&around.base, language);
    let others = around.site.languages.iter().copied().filter(|other| *other != language);
    let others = others.map(|other| {
        view! {
            <section class="section" lang=other.code()>
                <h2>{t::not_found_title(other)}</h2>
                <p>{t::not_found_lead(other)}" "<a href=home(other)>{t::to_overview(other)}</a></p>
            </section>
        }
    });
    let others = others.collect_view();
    let view = view! {
        <Hero title=title.to_owned() summary=lead.to_owned() language />
        <section class="section"><p><a href=home(language)>{t::to_overview(language)}</a></p></section>
        {others}
    }
    .into_any();
    Body { title: title.to_owned(), lead: lead.to_owned(), view }
}
