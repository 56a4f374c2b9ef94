//! `/geen-verbinding/`: what the service worker shows for a page that is not on the device, when there is no network.

use super::{Around, Body};
use crate::{
    domain::{language::Language, route::Route},
    texts::site as t,
    view::block::Hero,
};
use leptos::prelude::*;

/// What stands on it.
pub fn body(around: &Around, language: Language) -> Body {
    let (title, lead) = (t::offline_title(language), t::offline_lead(language));
    let link = |route: Route| route.href(&around.base, language);
    let (home, mine) = (link(Route::Overview), link(Route::Mine));
    let view = view! {
        <Hero title=title.to_owned() summary=lead.to_owned() language />
        <section class="section">
            <p class="row">
                <a class="button" href=home>{t::to_overview(language)}</a>
                <a class="button" href=mine>{t::to_mine(language)}</a>
            </p>
        </section>
    }
    .into_any();
    Body { title: title.to_owned(), lead: lead.to_owned(), view }
}
