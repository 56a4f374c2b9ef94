//! The gatherings of a work folder: how each stands, and what one can do with it.

use crate::{
    domain::{
        gathering::{GatheringId, Kind},
        id::Id,
        ordered::sort_by_key,
    },
    files::work::Stand,
    texts::{accept, desk, fetch as t},
    view::desk::{Desk, rooms::Errand},
};
use leptos::prelude::*;
use std::collections::BTreeMap;

/// The gatherings by consultation, what nobody decided about first.
pub fn listed(
    desk: Desk,
    stands: Vec<Stand>,
    said: &BTreeMap<GatheringId, Vec<(Kind, String)>>,
    known: Memo<bool>,
    errand: Callback<Errand>,
) -> impl IntoView + use<> {
    let language = desk.language;
    let mut by: BTreeMap<(bool, Option<Id>), Vec<Stand>> = BTreeMap::new();
    for stand in stands {
        // What belongs to no question comes last.
        by.entry((stand.slug.is_none(), stand.slug.clone())).or_default().push(stand);
    }
    let part = move |((_, slug), mut stands): ((bool, Option<Id>), Vec<Stand>)| {
        let title = slug.as_ref().map_or_else(
            || t::about_nothing(language).to_owned(),
            |slug| {
                let of_site = |offer: &crate::domain::gathering::Offer| {
                    offer.questions.iter().find(|one| one.slug == *slug).map(|one| one.title.clone())
                };
                desk.offer.with_value(of_site).unwrap_or_else(|| slug.to_string())
            },
        );
        sort_by_key(&mut stands, |stand| !(stand.met.is_open() || stand.disputed));
        let cards: Vec<_> = stands
            .into_iter()
            .map(|stand| {
                let said = said.get(&stand.met.id).map(Vec::as_slice).unwrap_or_default();
                card(desk, stand, said, known, errand)
            })
            .collect();
        view! { <section class="desk-points"><h3>{title}</h3>{cards}</section> }
    };
    let parts: Vec<_> = by.into_iter().map(part).collect();
    view! {
        <h2>{t::gatherings(language)}</h2>
        {move || (!known.get()).then(|| view! { <p><strong>{t::first_who(language)}</strong>" "<a href="#desk-who">{desk::who_title(language)}</a></p> })}
        {parts}
    }
}

/// A gathering: how it stands, and what one can do.
fn card(
    desk: Desk,
    stand: Stand,
    remarks: &[(Kind, String)],
    known: Memo<bool>,
    errand: Callback<Errand>,
) -> impl IntoView + use<> {
    let language = desk.language;
    let Stand { slug, met, file, disputed } = stand;
    let head = format!("{}: {}", accept::name(language, &met, false), accept::came(language, &met));
    let mut said = accept::but(language, &met);
    said.extend(accept::in_file(language, &file, met.ruling));
    said.extend((met.known.is_none() && met.ruling != Some(false)).then(|| t::not_here(language).to_owned()));
    said.extend(disputed.then(|| t::disputed(language).to_owned()));
    let said: Vec<_> = said.into_iter().map(|line| view! { <p>{line}</p> }).collect();
    // Who decides reads what it is about.
    let read = (!remarks.is_empty()).then(|| {
        let one = |(kind, words): &(Kind, String)| {
            view! { <li><strong>{desk::kind_name(language, *kind)}</strong>": "<span dir="auto">{words.clone()}</span></li> }
        };
        let all: Vec<_> = remarks.iter().map(one).collect();
        let title = t::read(language, &desk::remarks(language, all.len()));
        view! { <details class="desk-fold"><summary>{title}</summary><ul class="desk-list">{all}</ul></details> }
    });
    let (id, here, name) = (met.id, met.known.is_some(), accept::name(language, &met, false));
    let button = move |accepted: bool, text: &'static str| {
        view! {
            <button class="button" type="button" on:click=move |_| errand.run(Errand::Decide(id, accepted))>
                {text}<span class="visually-hidden">": "{name.clone()}</span>
            </button>
        }
    };
    let (yes, no) = match met.ruling.filter(|_| !disputed) {
        _ if slug.is_none() => (None, None),
        None => (here.then(|| t::yes(language)), Some(t::no(language))),
        Some(true) => ((here && file.ready > 0).then(|| t::take_over(language)), Some(t::no_after_all(language))),
        Some(false) => (here.then(|| t::yes_after_all(language)), None),
    };
    let ruled = (met.ruling.is_some() && !disputed)
        .then(|| view! { <p><strong>{accept::ruling(language, met.ruling)}</strong></p> });
    let place = slug.map(|slug| slug.to_string()).unwrap_or_default();
    let acts = move || {
        known.get().then(|| {
            let yes = yes.map(|text| button(true, text).into_any());
            view! { <p class="row">{yes}{no.map(|text| button(false, text).into_any())}</p> }
        })
    };
    view! {
        <article class="desk-card">
            <h4 id=format!("met-{place}-{id}") tabindex="-1" dir="auto">{head}</h4>
            {said}
            {read}
            {ruled}
            {acts}
        </article>
    }
}
