//! What municipalities, water boards and others receive: a package each, cleared of personal data, to copy or to keep as a file.

use super::{Desk, rooms::Errand};
use crate::{
    domain::gathering::{Gathering, GatheringId, Package, Piece, passing::PassedOn, passing::packages},
    texts::{closing, overview as t},
};
use leptos::{either::Either, prelude::*};
use std::sync::Arc;

/// The element with the text for a receiver.
pub fn place(number: usize) -> String {
    format!("desk-passed-{number}")
}

/// The part of the overview.
pub fn passed_on(desk: Desk, all: &[(GatheringId, Arc<Gathering>)], errand: Callback<Errand>) -> impl IntoView + use<> {
    let language = desk.language;
    let packages = packages(all);
    let body = match packages.is_empty() {
        true => Either::Left(view! { <p class="soft">{t::none(language)}</p> }),
        false => {
            let each = packages.iter().enumerate().map(|(number, one)| package(desk, all, number, one, errand));
            Either::Right(view! { <p>{t::passed_on_help(language)}</p>{each.collect::<Vec<_>>()} })
        }
    };
    view! { <section class="desk-points"><h2>{t::passed_on(language)}</h2>{body}</section> }
}

fn package(
    desk: Desk,
    all: &[(GatheringId, Arc<Gathering>)],
    number: usize,
    package: &Package,
    errand: Callback<Errand>,
) -> impl IntoView + use<> {
    let language = desk.language;
    let to = if package.to.is_empty() { t::somebody(language).to_owned() } else { package.to.clone() };
    let items: Vec<_> = package.items.iter().enumerate().map(|(at, item)| listed(desk, all, at + 1, item)).collect();
    // Who it comes from is an organisation, and not its site.
    let from = desk.offer.with_value(|offer| match offer.organisation.is_empty() {
        true => offer.name.clone(),
        false => offer.organisation.clone(),
    });
    let day = desk.today.map(|day| day.written(language)).unwrap_or_default();
    let head = t::package_head(language, &to, &from, &day);
    let gone = package.left_out();
    let button = |what: Errand, text: &'static str| {
        let hidden = format!(": {to}");
        view! {
            <button class="button" type="button" on:click=move |_| errand.run(what)>
                {text}<span class="visually-hidden">{hidden}</span>
            </button>
        }
    };
    let (copy, keep) =
        (button(Errand::CopyPassed(number), t::copy(language)), button(Errand::KeepPassed(number), t::keep(language)));
    view! {
        <details class="desk-fold">
            <summary><h3>{to.clone()}" ("{package.items.len()}")"</h3></summary>
            <p class="row">{copy}{keep}</p>
            <p>{t::left_out(language, gone)}</p>
            // One text, as it is copied.
            <pre class="desk-passed" id=place(number) data-to=to dir="auto">{head}"\n"{items}</pre>
        </details>
    }
}

/// One thing that is passed on, as lines.
fn listed(desk: Desk, all: &[(GatheringId, Arc<Gathering>)], number: usize, item: &PassedOn) -> impl IntoView + use<> {
    let language = desk.language;
    let gathering = all.iter().find(|(id, _)| *id == item.gathering).map(|(_, gathering)| gathering);
    let heard = gathering.map(|gathering| {
        let day = gathering.day.map(|day| day.written(language));
        closing::evening(language, &desk.name(gathering), day.as_deref(), gathering.people, gathering.remarks.len())
    });
    let words = pieces(desk, &item.words);
    let said: Vec<_> = item.said.iter().map(|said| view! { "   – "{pieces(desk, said)}"\n" }).collect();
    view! { "\n"{number}". "{words}"\n"{said}"   "{heard}"\n" }
}

/// Words, and what is left out of them between brackets.
fn pieces(desk: Desk, pieces: &[Piece]) -> impl IntoView + use<> {
    let piece = |piece: &Piece| match piece {
        Piece::Words(words) => Either::Left(words.replace('\n', " ")),
        Piece::LeftOut(kind) => Either::Right(view! { <mark>{t::gone(desk.language, *kind)}</mark> }),
    };
    pieces.iter().map(piece).collect::<Vec<_>>()
}
