//! The room in which the site is made of a work folder: what is wrong with it, what changes, and how to put it online.

use super::Desk;
use crate::{
    domain::{language::Language, room::Room},
    files::release::report::Report,
    texts::publishing as t,
};
use leptos::prelude::*;
use std::sync::Arc;

/// The box with which somebody says that they mean it.
const MEANT: &str = "publish-meant";
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
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Want {
    /// To begin a work folder with what is online.
    Begin,
    /// To make the site of it.
    Make,
    /// To stop that.
    Stop,
    /// To keep the site as a file.
    Keep,
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
            false => wrong(language, &report).into_any(),
            true => right(desk, press, &report, want).into_any(),
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

/// What has to be mended first.
fn wrong(language: Language, report: &Report) -> impl IntoView {
    view! {
        <section class="desk-card" id="publish-came" tabindex="-1">
            <h2>{t::wrong(language)}</h2>
            <p>{t::wrong_help(language)}</p>
            {list(&report.problems)}
        </section>
    }
}

/// The site, and what changes with it.
fn right(desk: Desk, press: RwSignal<Press>, report: &Report, want: Callback<Want>) -> impl IntoView {
    let language = desk.language;
    let titled = |pages: &[(String, String)]| pages.iter().map(|(_, title)| title.clone()).collect::<Vec<_>>();
    let parts = [
        (t::new(language), titled(&report.new)),
        (t::changed(language), titled(&report.changed)),
        (t::gone(language), report.gone.clone()),
    ];
    let same = parts.iter().all(|(_, all)| all.is_empty()) && report.others == 0;
    let parts = parts.into_iter().filter(|(_, all)| !all.is_empty());
    let parts: Vec<_> = parts.map(|(name, all)| view! { <h4>{name}</h4>{list(&all)} }).collect();
    let others = (report.others > 0).then(|| view! { <p>{t::others(language, report.others)}</p> });
    let same = same.then(|| view! { <p>{t::same(language)}</p> });
    let raised: Vec<_> = report.raised.iter().map(|(_, _, said)| view! { <p>{said.clone()}</p> }).collect();
    let doubts = (!report.doubts.is_empty()).then(|| {
        view! { <section class="desk-card"><h2>{t::doubts(language)}</h2>{list(&report.doubts)}</section> }
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
    let keep = move |_| {
        asked.set(true);
        if meant.get_untracked() {
            want.run(Want::Keep);
        } else {
            super::focus(MEANT);
        }
    };
    let kept = Memo::new(move |_| press.with(|press| press.kept));
    view! {
        <section class="desk-card" id="publish-came" tabindex="-1">
            <h2>{t::ready(language)}</h2>
            <p>{t::size(language, report.pages.len(), report.files)}</p>
            <h3>{t::changes(language)}</h3>
            {same}
            {parts}
            {others}
            {raised}
        </section>
        {doubts}
        {look(desk, press, report, want)}
        {stops}
        <section class="desk-card">
            <h2>{t::online(language)}</h2>
            <p>{t::online_help(language)}</p>
            <p><button class="button button--primary" type="button" on:click=keep>{t::keep(language)}</button></p>
            {move || kept.get().then(|| view! { <p>{t::kept(language)}</p> })}
            {hosts(language)}
            <p>{t::back(language)}</p>
        </section>
    }
}

/// The pages as they will be, to click through. In the frame nothing runs, so it can send nothing and keeps nothing.
fn look(desk: Desk, press: RwSignal<Press>, report: &Report, want: Callback<Want>) -> impl IntoView + use<> {
    let language = desk.language;
    let now = Memo::new(move |_| press.with(|press| press.look.as_ref().map(|(look, _)| *look).unwrap_or_default()));
    let change = move |change: &dyn Fn(&mut Look)| {
        let mut look = now.get_untracked();
        change(&mut look);
        want.run(Want::Look(look));
    };
    let options: Vec<_> = report
        .pages
        .iter()
        .enumerate()
        .map(|(at, (_, title))| {
            view! { <option value=at.to_string() prop:selected=move || now.with(|look| look.page == at)>{title.clone()}</option> }
        })
        .collect();
    let choice = move |name: &'static str,
                       all: [(&'static str, bool); 2],
                       is: fn(&Look) -> bool,
                       set: fn(&mut Look, bool)| {
        all.map(|(text, value)| {
            view! {
                <label class="choice">
                    <input type="radio" name=name prop:checked=move || now.with(is) == value on:change=move |_| change(&|look| set(look, value)) />
                    <span>{text}</span>
                </label>
            }
        })
        .into_iter()
        .collect::<Vec<_>>()
    };
    let frame = move || {
        press.with(|press| press.look.clone()).map(|(look, text)| {
            let class = if look.wide { "desk-frame desk-frame--wide" } else { "desk-frame" };
            view! { <iframe id=FRAME class=class title=t::look(language) sandbox="allow-same-origin" srcdoc=text on:load=move |_| want.run(Want::Looked)></iframe> }
        })
    };
    view! {
        <section class="desk-card desk-card--whole">
            <h2>{t::look(language)}</h2>
            <p>{t::look_help(language)}</p>
            <p>
                <label for="publish-page">{t::page(language)}</label>
                <select id="publish-page" on:change=move |event| change(&|look| look.page = event_target_value(&event).parse().unwrap_or_default())>{options}</select>
            </p>
            <div class="desk-looks">
                <fieldset class="desk-choices">
                    <legend>{t::width(language)}</legend>
                    {choice("publish-width", [(t::phone(language), false), (t::laptop(language), true)], |look| look.wide, |look, to| look.wide = to)}
                </fieldset>
                <fieldset class="desk-choices">
                    <legend>{t::light(language)}</legend>
                    {choice("publish-dark", [(t::bright(language), false), (t::dark(language), true)], |look| look.dark, |look, to| look.dark = to)}
                </fieldset>
            </div>
            <div class="desk-look" tabindex="0" role="group" aria-label=t::look(language)>{frame}</div>
        </section>
    }
}

/// Three steps for each common host.
fn hosts(language: Language) -> impl IntoView {
    let all = [
        (t::by_ftp(language), [t::ftp_1(language), t::ftp_2(language), t::ftp_3(language)]),
        (t::by_drop(language), [t::drop_1(language), t::drop_2(language), t::drop_3(language)]),
        (t::by_github(language), [t::github_1(language), t::github_2(language), t::github_3(language)]),
        (t::by_bucket(language), [t::bucket_1(language), t::bucket_2(language), t::bucket_3(language)]),
    ];
    let host = |(name, steps): (&'static str, [&'static str; 3])| {
        let steps = steps.map(|step| view! { <li>{step}</li> });
        view! { <details><summary>{name}</summary><ol>{steps.into_iter().collect::<Vec<_>>()}</ol></details> }
    };
    all.map(host).into_iter().collect::<Vec<_>>()
}

fn list(lines: &[String]) -> impl IntoView + use<> {
    let items: Vec<_> = lines.iter().map(|line| view! { <li dir="auto">{line.clone()}</li> }).collect();
    view! { <ul class="desk-list">{items}</ul> }
}
