//! `404.html`: there is nothing here, and where to go instead.

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
    let home = Route::Overview.href(&around.base, language);
    let view = view! {
        <Hero title=title.to_owned() summary=lead.to_owned() language />
        <section class="section"><p><a href=home>{t::to_overview(language)}</a></p></section>
    }
    .into_any();
    Body { title: title.to_owned(), lead: lead.to_owned(), view }
}
