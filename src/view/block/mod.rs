//! The parts of a page that only show: made natively once, plain HTML in the browser (but see [`dilemma`]).
//!
//! Each block is a section with its own heading, takes domain types and a language, and is styled by the file of
//! the same name in `style/`. No signals, no events, no `style` attributes: the content security policy forbids them.

pub mod amended;
pub mod card;
pub mod contents;
pub mod decision;
pub mod dilemma;
pub mod facts;
pub mod footer;
pub mod header;
pub mod hero;
pub mod initiatives;
pub mod law;
pub mod mark;
pub mod notice;
pub mod paper;
pub mod scope;
pub mod share;
pub mod sources;
pub mod stay;
pub mod tables;
pub mod timeline;
pub mod touchstones;

pub use amended::AmendedBlock;
pub use card::Card;
pub use contents::Contents;
pub use decision::DecisionBlock;
pub use dilemma::{DilemmaSides, DilemmasBlock};
pub use facts::FactsBlock;
pub use footer::Footer;
pub use header::Header;
pub use hero::{Hero, WhyNow};
pub use initiatives::InitiativesBlock;
pub use law::LawBlock;
pub use notice::Notice;
pub use paper::PaperBlock;
pub use scope::ScopeBlock;
pub use share::Share;
pub use sources::SourcesBlock;
pub use stay::StayBlock;
pub use tables::TablesBlock;
pub use timeline::TimelineBlock;
pub use touchstones::TouchstonesBlock;

use crate::{
    domain::{
        consultation::{Reference, Status},
        language::Language,
        span::Dated,
    },
    texts::page as say,
};
use leptos::prelude::*;

/// A running text: paragraphs with an empty line between them.
pub fn paragraphs(text: &str) -> impl IntoView + use<> {
    text.split("\n\n")
        .map(str::trim)
        .filter(|part| !part.is_empty())
        .map(|part| view! { <p>{part.to_owned()}</p> })
        .collect_view()
}

/// How a consultation stands, in a word or two: the one of today is shown.
fn badges(statuses: &[Dated<Status>], language: Language) -> impl IntoView + use<> {
    let badge = |status: &Dated<Status>| {
        let class = format!("badge badge--{}", status.what.code());
        view! {
            <span class=class data-from=status.from() data-until=status.until() hidden=status.hidden>
                {say::status(status.what, language)}
            </span>
        }
    };
    statuses.iter().map(badge).collect_view()
}

/// A document's title, linked where it has an address, with its year where the title does not name it.
pub fn reference(reference: &Reference, language: Language) -> impl IntoView + use<> {
    let mut title = reference.title.get(language).to_owned();
    if let Some(year) = reference.year.map(|year| year.to_string()).filter(|year| !title.contains(year.as_str())) {
        title = format!("{title} ({year})");
    }
    match reference.url.clone() {
        Some(url) => view! { <a href=url>{title}</a> }.into_any(),
        None => title.into_any(),
    }
}

#[cfg(test)]
mod tests;
