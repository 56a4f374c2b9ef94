//! The room in which the site is made of a work folder.
//!
//! - [`made`]: what is wrong with it, or what changes.
//! - [`look`]: its pages, to be looked at.
//! - [`hosts`]: how to put it online.

mod hosts;
mod look;
mod made;

use super::Desk;
use crate::{
    domain::{language::Language, room::Room},
    files::release::report::Report,
    texts::publishing as t,
};
use leptos::prelude::*;
use std::sync::Arc;

/// The frame in which a page shows.
pub const FRAME: &str = "publish-look";

/// How far it is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Stage {
    /// Nobody looked yet.
    #[default]
    Looking,
    /// No work folder is open.
    Nothing,
    /// One is, with this name.
    Open(String),
    /// What is online is fetched: so much, of how much.
    Fetching(usize, usize),
    /// It is being made.
    Making,
}

/// What somebody wants.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Want {
    /// To begin a work folder with what is online.
    Begin,
    /// To make the site of it.
    Make,
    /// To stop that.
    Stop,
    /// To keep the site as a file.
    Keep,
    /// To mend a question, by its name in the address.
    Mend(String),
    /// To look at a page of it.
    Look(Look),
    /// That shows.
    Looked,
}

/// The room as it shows.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Press {
    /// How far it is.
    pub stage: Stage,
    /// What came of making it last.
    pub report: Option<Arc<Report>>,
    /// What questions are called that are being written, and are not part of it.
    pub unready: Vec<String>,
    /// Whether that is in a file.
    pub kept: bool,
    /// The page that one looks at, and the document in which it shows.
    pub look: Option<(Look, String)>,
}

/// Which page one looks at, and how.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Look {
    /// Which of the pages in the report.
    pub page: usize,
    /// In the dark.
    pub dark: bool,
    /// As wide as on a laptop.
    pub wide: bool,
}

impl Press {
    /// Whether something is being done.
    pub fn is_busy(&self) -> bool {
        matches!(self.stage, Stage::Fetching(..) | Stage::Making)
    }
}

/// The room.
#[component]
pub fn PublishRoom(desk: Desk, press: RwSignal<Press>, want: Callback<Want>) -> impl IntoView {
    let language = desk.language;
    let stage = Memo::new(move |_| press.with(|press| press.stage.clone()));
    let made = Memo::new(move |_| press.with(|press| press.report.is_some()));
    let unready = Memo::new(move |_| press.with(|press| press.unready.clone()));
    let top = move || {
        match stage.get() {
        Stage::Looking => ().into_any(),
        Stage::Nothing => view! {
            <section class="desk-card">
                <p>{t::nothing(language)}</p>
                <p class="row">
                    <button class="button button--primary" type="button" on:click=move |_| want.run(Want::Begin)>{t::begin(language)}</button>
                    <a class="button" href=Room::Fetch.href()>{t::open(language)}</a>
                </p>
            </section>
        }
        .into_any(),
        Stage::Open(name) => view! {
            <section class="desk-card">
                <h2>{t::folder(language)}</h2>
                <p><strong dir="auto">{name}</strong></p>
                <p>{t::make_help(language)}</p>
                {move || unready.with(|all| (!all.is_empty()).then(|| view! {
                    <p><strong>{t::unready(language, all.len())}</strong>" "<span dir="auto">{all.join(" · ")}</span>" "<a href=Room::Drafts.href()>{t::to_ready(language)}</a></p>
                }))}
                <p>
                    <button class=move || if made.get() { "button" } else { "button button--primary" } type="button" on:click=move |_| want.run(Want::Make)>
                        {move || if made.get() { t::again(language) } else { t::make(language) }}
                    </button>
                </p>
            </section>
        }
        .into_any(),
        Stage::Fetching(at, of) => under_way(language, t::looking(language), Some((at, of)), want).into_any(),
        Stage::Making => under_way(language, t::making(language), None, want).into_any(),
    }
    };
    let report = Memo::new(move |_| press.with(|press| press.report.clone().filter(|_| !press.is_busy())));
    let came = move || {
        report.get().map(|report| match report.problems.is_empty() {
            false => made::wrong(language, &report, want).into_any(),
            true => made::right(desk, press, &report, want).into_any(),
        })
    };
    view! { <div class="desk-part desk-parts">{top}{came}</div> }
}

/// Something is being done, and can be stopped.
fn under_way(
    language: Language,
    what: &'static str,
    far: Option<(usize, usize)>,
    want: Callback<Want>,
) -> impl IntoView {
    let value = far.map(|(at, _)| at.to_string());
    let max = far.map_or(1, |(_, of)| of.max(1)).to_string();
    view! {
        <section class="desk-card">
            <p role="status">{what}</p>
            <progress class="desk-progress" max=max value=value aria-hidden="true"></progress>
            <p><button class="button" type="button" on:click=move |_| want.run(Want::Stop)>{t::stop_it(language)}</button></p>
        </section>
    }
}
