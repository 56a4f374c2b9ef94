//! The room in which the site is made of a work folder.
//!
//! - [`made`]: what is wrong with it, or what changes.
//! - [`look`]: its pages, to be looked at.
//! - [`out`]: the ways out, and back; [`hosts`]: how to put it online by hand.

mod hosts;
mod look;
mod made;
pub mod out;

use super::Desk;
use crate::{
    domain::{language::Language, room::Room},
    files::release::report::Report,
    texts::{placing, publishing as t},
};
use leptos::prelude::*;
use std::sync::Arc;

/// The frame in which a page shows.
pub const FRAME: &str = "publish-look";
/// What the frame stands in.
pub const WINDOW: &str = "publish-window";

/// How far it is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Stage {
    /// Nobody looked yet.
    #[default]
    Looking,
    /// No work folder is open.
    Nothing,
    /// One is.
    Open,
    /// What is online is fetched: so much, of how much.
    Fetching(usize, usize),
    /// It is being made.
    Making,
    /// What stands where it goes is looked at.
    Comparing,
    /// It is put there: so many files, of how many.
    Sending(usize, usize),
}

impl Stage {
    /// How far that is, once it is known.
    fn far(self) -> Option<(usize, usize)> {
        match self {
            Stage::Fetching(at, of) | Stage::Sending(at, of) => Some((at, of)).filter(|(_, of)| *of > 0),
            _ => None,
        }
    }
}

/// Where a site can be put.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    /// In a folder.
    Folder,
    /// In a bucket.
    Bucket,
}

impl Way {
    /// As it is noted.
    pub fn code(self) -> &'static str {
        match self {
            Way::Folder => "folder",
            Way::Bucket => "bucket",
        }
    }

    /// Read from that.
    pub fn of(code: &str) -> Self {
        if code == "bucket" { Way::Bucket } else { Way::Folder }
    }
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
    /// The same with the site that is online now.
    KeepFormer,
    /// To put the site somewhere.
    Send(Way),
    /// To go on with that where somebody left.
    GoOn,
    /// Not to go on.
    LetGo,
    /// To put the site before back.
    TakeBack,
    /// To mend a question, by its name in the address, or the site; at this field, where that is known.
    Mend(Option<String>, Option<String>),
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
    /// What the work folder is called.
    pub name: String,
    /// What came of making it last.
    pub report: Option<Arc<Report>>,
    /// What questions are called that are being written, and are not part of it.
    pub unready: Vec<String>,
    /// Whether that is in a file.
    pub kept: bool,
    /// What came of keeping the site that is online now, and whether it came.
    pub former_zip: Option<(String, bool)>,
    /// Whether this browser has folders.
    pub folders: bool,
    /// Where it was put last.
    pub went: Option<Way>,
    /// What came of that.
    pub done: Option<String>,
    /// Why it could not be put there.
    pub failed: Option<String>,
    /// The rules that a bucket needs.
    pub cors: Option<String>,
    /// What somebody left in the middle.
    pub halted: Option<out::Halted>,
    /// What can be put back.
    pub former: Option<out::Back>,
    /// What stands in the fields for a bucket, to begin with.
    pub typed: out::Typed,
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
    /// Whether it is being put somewhere.
    pub fn is_sent(&self) -> bool {
        matches!(self.stage, Stage::Comparing | Stage::Sending(..))
    }

    /// Whether something is being done.
    pub fn is_busy(&self) -> bool {
        matches!(self.stage, Stage::Fetching(..) | Stage::Making) || self.is_sent()
    }
}

/// The room.
#[component]
pub fn PublishRoom(desk: Desk, press: RwSignal<Press>, want: Callback<Want>) -> impl IntoView {
    let language = desk.language;
    // How far it is changes what stands there in no other way; where a site was made, that shows where one began to send it.
    let stage = Memo::new(move |_| {
        press.with(|press| match press.stage {
            Stage::Comparing | Stage::Sending(..) if press.report.is_some() => Stage::Open,
            Stage::Fetching(..) | Stage::Comparing | Stage::Sending(..) => Stage::Making,
            stage => stage,
        })
    });
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
        Stage::Open => view! {
            <section class="desk-card">
                <h2>{t::folder(language)}</h2>
                <p><strong dir="auto">{move || press.with(|press| press.name.clone())}</strong></p>
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
        _ => view! { <section class="desk-card">{under_way(language, press, want)}</section> }.into_any(),
    }
    };
    let report = Memo::new(move |_| press.with(|press| press.report.clone()));
    let came = move || {
        report.get().map(|report| match report.problems.is_empty() {
            false => made::wrong(language, &report, want).into_any(),
            true => made::right(desk, press, &report, want).into_any(),
        })
    };
    view! { <div class="desk-part desk-parts">{top}{out::before(desk, press, want)}{came}</div> }
}

/// Something is being done, and can be stopped. What one can press stays while that goes on.
fn under_way(language: Language, press: RwSignal<Press>, want: Callback<Want>) -> impl IntoView {
    let stage = Memo::new(move |_| press.with(|press| press.stage));
    let what = move || match stage.get() {
        Stage::Fetching(..) => t::looking(language),
        Stage::Comparing => placing::comparing(language),
        Stage::Sending(..) => placing::sending(language),
        _ => t::making(language),
    };
    let far = move || stage.get().far();
    let value = move || far().map(|(at, _)| at.to_string());
    let max = move || far().map_or(1, |(_, of)| of.max(1)).to_string();
    let told = move || far().map(|(at, of)| placing::far(language, at, of));
    view! {
        <p role="status">{what}</p>
        <progress class="desk-progress" max=max value=value aria-hidden="true"></progress>
        <p class="soft">{told}</p>
        <p><button class="button" type="button" on:click=move |_| want.run(Want::Stop)>{t::stop_it(language)}</button></p>
    }
}
