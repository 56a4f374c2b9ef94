//! The work folder of staff: which gatherings there are, whether their proof fits, and whether they count.

mod listed;

use super::{Desk, HANDED, Held, rooms::Errand, who::WhoForm};
use crate::{
    domain::gathering::{GatheringId, Kind},
    files::{lines::Damage, work::Stand},
    texts::{desk, fetch as t, lines, publishing},
};
use leptos::prelude::*;
use listed::listed;
use std::collections::BTreeMap;

/// What is being done with a folder.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Doing {
    /// What was chosen is read.
    Reading,
    /// The folder that is open is read. What it shows follows from that, so it goes on to its end.
    Opening,
    /// It is put in the browser.
    Keeping,
    /// A file is made of it.
    Packing,
}

/// How far it is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Stage {
    /// Nobody looked yet.
    #[default]
    Looking,
    /// No folder is open.
    Nothing,
    /// Something is being done: so much, of how much.
    Busy(Doing, usize, usize),
    /// One is.
    Open,
}

/// The folder as it shows.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Work {
    /// How far it is.
    pub stage: Stage,
    /// The name of its file.
    pub name: String,
    /// How many files were written in it that are in no file of somebody.
    pub unsaved: usize,
    /// The gatherings.
    pub stands: Vec<Stand>,
    /// What was noted in each that is here, of its kind and in its words.
    pub said: BTreeMap<GatheringId, Vec<(Kind, String)>>,
    /// What can't be read.
    pub damage: Vec<Damage>,
}

impl Doing {
    /// Whether somebody can stop it.
    fn stops(self) -> bool {
        self != Doing::Opening
    }
}

impl Work {
    /// Whether something is being done.
    pub fn is_busy(&self) -> bool {
        matches!(self.stage, Stage::Busy(..))
    }
}

/// The room.
#[component]
pub fn FetchRoom(desk: Desk, work: RwSignal<Work>, errand: Callback<Errand>) -> impl IntoView {
    let language = desk.language;
    let open = Memo::new(move |_| work.with(|work| !matches!(work.stage, Stage::Looking | Stage::Nothing)));
    let busy = Memo::new(move |_| {
        work.with(|work| if let Stage::Busy(doing, at, of) = work.stage { Some((doing, at, of)) } else { None })
    });
    let unsaved = Memo::new(move |_| work.with(|work| work.unsaved));
    let own = Memo::new(move |_| desk.held.with(|held| matches!(held, Held::Read(all) if !all.is_empty())));
    let known = Memo::new(move |_| desk.who.with(Option::is_some));
    let folder = move || {
        let do_it = move |what: Errand| move |_| errand.run(what);
        open.get().then(|| {
            view! {
                <p><strong dir="auto">{move || work.with(|work| work.name.clone())}</strong></p>
                <p>{move || match unsaved.get() {
                    0 => t::all_kept(language).to_owned(),
                    count => t::unsaved(language, count),
                }}</p>
                <p class="row">
                    <button class="button button--primary" type="button" on:click=do_it(Errand::KeepFolder)>{t::keep(language)}</button>
                    <button class="button" type="button" on:click=do_it(Errand::LeaveFolder)>{t::leave(language)}</button>
                </p>
            }
        })
    };
    let far = move || {
        busy.get().map(|(doing, at, of)| {
            let text = match doing {
                Doing::Reading => t::reading_file(language),
                Doing::Opening => t::reading(language),
                Doing::Keeping => t::keeping(language),
                Doing::Packing => t::packing(language),
            };
            let (at, of) = (at.to_string(), of.max(1).to_string());
            view! { <p>{text}</p><progress class="desk-progress" max=of value=at aria-hidden="true"></progress> }
        })
    };
    // It stays while it goes on: the focus is on it.
    let stops = Memo::new(move |_| busy.get().is_some_and(|(doing, ..)| doing.stops()));
    let stop = move || {
        stops.get().then(|| {
            view! { <p><button class="button" type="button" on:click=move |_| errand.run(Errand::StopWork)>{publishing::stop_it(language)}</button></p> }
        })
    };
    let gatherings = move || {
        let (stands, said) = work.with(|work| (work.stands.clone(), work.said.clone()));
        match (open.get(), stands.is_empty()) {
            (false, _) => ().into_any(),
            (true, true) => view! { <p class="desk-empty">{t::no_gatherings(language)}</p> }.into_any(),
            (true, false) => listed(desk, stands, &said, known, errand).into_any(),
        }
    };
    let damage = move || {
        let lines: Vec<_> = work.with(|work| work.damage.iter().map(|one| lines::damage(language, one)).collect());
        (!lines.is_empty()).then(|| {
            let items: Vec<_> = lines.into_iter().map(|line| view! { <li>{line}</li> }).collect();
            view! { <section class="desk-card"><h2>{t::damage(language)}</h2><ul class="desk-list">{items}</ul></section> }
        })
    };
    view! {
        <div class="desk-part desk-closing">
            <div class="desk-steps">
                {move || (!known.get()).then(|| view! {
                    <section class="desk-card"><h2>{desk::who_title(language)}</h2><p>{desk::who_why(language)}</p><WhoForm desk /></section>
                })}
                <section class="desk-card">
                    <h2>{t::folder(language)}</h2>
                    {folder}
                    <div class="desk-form">
                        <label for=HANDED>{t::files(language)}</label>
                        <p class="soft" id="desk-handed-help">
                            {move || if open.get() { t::files_more(language) } else { t::files_first(language) }}
                        </p>
                        <input
                            id=HANDED
                            type="file"
                            multiple
                            accept=".zip,.ndjson,application/zip"
                            aria-describedby="desk-handed-help"
                            disabled=move || busy.get().is_some()
                            on:change=move |_| errand.run(Errand::Hand)
                        />
                    </div>
                    {move || own.get().then(|| view! {
                        <p><button class="button" type="button" on:click=move |_| errand.run(Errand::HandOwn)>{t::own(language)}</button></p>
                    })}
                    <div role="status">{far}</div>
                    {stop}
                </section>
                {damage}
            </div>
            <div class="desk-steps">{gatherings}</div>
        </div>
    }
}
