//! The work folder of staff: which gatherings there are, whether their proof fits, and whether they count.

use super::{Desk, HANDED, Held, rooms::Errand, who::WhoForm};
use crate::{
    domain::{
        gathering::{GatheringId, Kind},
        id::Id,
        ordered::sort_by_key,
    },
    files::{lines::Damage, work::Stand},
    texts::{accept, desk, fetch as t, lines, publishing},
};
use leptos::prelude::*;
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

/// The gatherings by consultation, what nobody decided about first.
fn listed(
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
