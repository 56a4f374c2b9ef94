//! What came of making the site: what is wrong with it, or what changes and whether that is meant.

use super::{Press, Want, look::look, out::ways};
use crate::{
    domain::{language::Language, room::Room},
    files::release::report::{Report, Told},
    texts::publishing as t,
    view::desk::Desk,
};
use leptos::prelude::*;

/// The box with which somebody says that they mean it.
const MEANT: &str = "publish-meant";

/// What has to be mended first.
pub fn wrong(language: Language, report: &Report, want: Callback<Want>) -> impl IntoView {
    view! {
        <section class="desk-card" id="publish-came" tabindex="-1">
            <h2>{t::wrong(language)}</h2>
            <p>{t::wrong_help(language)}</p>
            {told(language, &report.problems, want)}
        </section>
    }
}

/// The site, and what changes with it.
pub fn right(desk: Desk, press: RwSignal<Press>, report: &Report, want: Callback<Want>) -> impl IntoView {
    let language = desk.language;
    let doubts = (!report.doubts.is_empty()).then(|| {
        view! { <section class="desk-card"><h2>{t::doubts(language)}</h2>{told(language, &report.doubts, want)}</section> }
    });
    let meant = RwSignal::new(report.stops.is_empty());
    let asked = RwSignal::new(false);
    let stops = (!report.stops.is_empty()).then(|| {
        view! {
            <section class="desk-card">
                <h2>{t::stops(language)}</h2>
                {list(&report.stops)}
                <label class="choice">
                    <input type="checkbox" id=MEANT aria-describedby="publish-not-meant" on:change=move |event| meant.set(event_target_checked(&event)) />
                    <span>{t::meant(language)}</span>
                </label>
                <p id="publish-not-meant" class="error" role="alert">
                    {move || (asked.get() && !meant.get()).then(|| t::not_meant(language))}
                </p>
            </section>
        }
    });
    let go = Callback::new(move |to: Want| {
        asked.set(true);
        if meant.get_untracked() || matches!(to, Want::Stop | Want::KeepFormer) {
            want.run(to);
        } else {
            crate::view::desk::focus(MEANT);
        }
    });
    view! {
        {changes(language, report)}
        {doubts}
        {look(desk, press, report, want)}
        {stops}
        {ways(language, press, go)}
    }
}

/// What changes: by question and field; behind that, by page.
fn changes(language: Language, report: &Report) -> impl IntoView + use<> {
    let names = [t::new(language), t::changed(language), t::gone(language)];
    let parts = |all: &[Vec<String>; 3]| {
        let parts = names.into_iter().zip(all).filter(|(_, lines)| !lines.is_empty());
        parts.map(|(name, lines)| view! { <h4>{name}</h4>{list(lines)} }.into_any()).collect::<Vec<_>>()
    };
    let (by_question, by_page) = (parts(&report.by_question), parts(&report.by_page));
    let same = by_question.is_empty().then(|| view! { <p>{t::same(language)}</p> });
    let raised: Vec<_> = report.raised.iter().map(|(_, _, said)| view! { <p>{said.clone()}</p> }).collect();
    let others = (report.others > 0).then(|| view! { <p>{t::others(language, report.others)}</p> });
    let pages = (!by_page.is_empty() || report.others > 0).then(|| {
        view! { <details><summary>{t::pages(language)}</summary>{by_page}{others}</details> }
    });
    view! {
        <section class="desk-card" id="publish-came" tabindex="-1">
            <h2>{t::ready(language)}</h2>
            <p>{t::size(language, report.pages.len(), report.files)}</p>
            <h3>{t::changes(language)}</h3>
            {same}
            {by_question}
            {raised}
            {pages}
        </section>
    }
}

/// What was found, each with the way to where one mends it.
fn told(language: Language, all: &[Told], want: Callback<Want>) -> impl IntoView + use<> {
    let items: Vec<_> = all
        .iter()
        .map(|Told { about, slug, at, text }| {
            let href = match slug {
                Some(slug) => Some(format!("{}/{slug}", Room::Drafts.href())),
                None => at.as_ref().map(|_| Room::Site.href()),
            };
            let (slug, at) = (slug.clone(), at.clone());
            let said = if slug.is_some() { t::mend(language) } else { t::mend_site(language) };
            let link = href.map(|href| {
                let mend = move |event: leptos::ev::MouseEvent| {
                    // There may be no copy to write in yet.
                    event.prevent_default();
                    want.run(Want::Mend(slug.clone(), at.clone()));
                };
                view! { " "<a href=href on:click=mend>{said}</a> }
            });
            view! { <li><strong dir="auto">{about.clone()}</strong><br />{text.clone()}{link}</li> }
        })
        .collect();
    view! { <ul class="desk-list">{items}</ul> }
}

fn list(lines: &[String]) -> impl IntoView + use<> {
    let items: Vec<_> = lines.iter().map(|line| view! { <li dir="auto">{line.clone()}</li> }).collect();
    view! { <ul class="desk-list">{items}</ul> }
}
