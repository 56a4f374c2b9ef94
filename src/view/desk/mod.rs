//! The desk: rooms made in the browser, for hosts and staff. Nothing of it is in what residents download.
//!
//! - [`layout`]: what stands around every room, and which one shows.
//! - [`home`], [`who`], [`backup`]: where one begins, who one is, and everything in one file.
//! - [`list`], [`prepare`], [`gathering`]: all gatherings, what is known of one, and what was noted in it.
//! - [`note`], [`remarks`], [`conflicts`]: noting, what was noted, and what two people wrote differently.
//! - [`shell`]: the page as it is made, before the app comes.

pub mod backup;
pub mod conflicts;
pub mod gathering;
pub mod home;
pub mod layout;
pub mod list;
pub mod note;
pub mod prepare;
pub mod remarks;
pub mod shell;
pub mod who;

use crate::domain::{
    day::Day,
    gathering::{Gathering, GatheringId, Kind, Notebook, Offered, RemarkId, Setting, Words, deed::Key, deed::Value},
    language::Language,
    room::Room,
};
pub use layout::DeskView;
use leptos::prelude::*;
use std::collections::BTreeMap;

/// The element that the app fills.
pub const ROOT: &str = "desk";
/// The element with the questions of the site.
pub const DATA: &str = "desk-data";
/// The field for a file to put back.
pub const FILE: &str = "desk-file";
/// The field in which one notes.
pub const FIELD: &str = "desk-note";

/// What somebody wants.
#[derive(Clone, Debug)]
pub enum Wish {
    /// To be known by this name.
    Be(Words),
    /// To begin a gathering, or to change what is known of one.
    Prepare(Option<GatheringId>, Setting),
    /// To note a remark.
    Note(GatheringId, Noted),
    /// To keep what is being typed.
    Draft(GatheringId),
    /// To change words and kind of a remark.
    Change(GatheringId, RemarkId, Words, Kind),
    /// To take a remark back.
    TakeBack(GatheringId, RemarkId),
    /// So many people are there.
    People(GatheringId, u32),
    /// To settle what people wrote differently.
    Settle(GatheringId, Key, Value),
    /// To undo what they did last.
    Undo(GatheringId),
    /// To do that again.
    Redo(GatheringId),
    /// A file with everything.
    BackUp,
    /// To put back what is in the file that was chosen.
    PutBack,
}

/// A remark that was typed.
#[derive(Clone, Debug)]
pub struct Noted {
    /// Its words.
    pub text: Words,
    /// Its kind.
    pub kind: Kind,
    /// Where on a tour.
    pub stop: Option<Words>,
    /// Who said it; only with their consent.
    pub speaker: Option<Words>,
}

/// Why the device can't keep something.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cannot {
    /// The browser keeps nothing.
    Refused,
    /// There is no room.
    Full,
    /// A newer release changed the store.
    Newer,
    /// Something else has it.
    Busy,
    /// What was read back is not what was written.
    NotReadBack,
}

/// What is on the device.
#[derive(Clone, Debug)]
pub enum Held {
    /// It is being read.
    Loading,
    /// The store can't be opened.
    Closed,
    /// This.
    Read(BTreeMap<GatheringId, Notebook>),
}

/// What was said last of what somebody did.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Sign {
    /// Nothing.
    Quiet,
    /// It is being stored.
    Saving,
    /// It is stored and was read back; so many remarks are in this gathering.
    Safe(usize),
    /// A sentence.
    Said(&'static str),
    /// What came of putting a back-up back: new lines, and those that can't be read.
    PutBack(usize, usize),
    /// It is not stored.
    Cannot(Cannot),
    /// It did not work, for this reason.
    Wrong(&'static str),
}

/// How safe it is what is here.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Safety {
    /// Whether the browser promised to delete nothing by itself; `None`: it was not asked.
    pub promised: Option<bool>,
    /// How many lines were in the last back-up.
    pub backed_up: Option<usize>,
    /// How many lines there are.
    pub lines: usize,
}

/// All that rooms show. Views read it; only the edge writes it, but for the field that somebody types in.
#[derive(Clone, Copy)]
pub struct Desk {
    /// The language of the page.
    pub language: Language,
    /// Today.
    pub today: Option<Day>,
    /// The questions of the site.
    pub offered: StoredValue<Vec<Offered>>,
    /// Where one is.
    pub room: RwSignal<Room>,
    /// What is on the device.
    pub held: RwSignal<Held, LocalStorage>,
    /// Who one is.
    pub who: RwSignal<Option<String>>,
    /// What is being typed.
    pub field: RwSignal<String>,
    /// What was said last.
    pub sign: RwSignal<Sign>,
    /// How safe it is.
    pub safety: RwSignal<Safety>,
    /// What somebody wants is done by the edge.
    pub act: Callback<Wish>,
}

impl Desk {
    /// What holds in a gathering; changes with it.
    pub fn gathering(self, id: GatheringId) -> Memo<Gathering> {
        Memo::new(move |_| self.held.with(|held| Gathering::of(held.notebook(id).unwrap_or(&Notebook::default()))))
    }

    /// What a gathering is about, in words.
    pub fn about(self, gathering: &Gathering) -> String {
        use crate::{domain::gathering::About, texts::desk as t};
        let title = |slug| {
            self.offered.with_value(|offered| offered.iter().find(|one| one.slug == slug).map(|one| one.title.clone()))
        };
        match &gathering.about {
            Some(About::Consultation(slug)) => {
                title(slug.clone()).unwrap_or_else(|| t::some_question(self.language).to_owned())
            }
            Some(About::Listening) | None => {
                gathering.ask.clone().unwrap_or_else(|| t::listening(self.language).to_owned())
            }
        }
    }
}

impl Held {
    /// The notebook of a gathering.
    pub fn notebook(&self, id: GatheringId) -> Option<&Notebook> {
        match self {
            Held::Read(all) => all.get(&id),
            Held::Loading | Held::Closed => None,
        }
    }

    /// All of them.
    pub fn all(&self) -> impl Iterator<Item = (GatheringId, &Notebook)> {
        let all = if let Held::Read(all) = self { Some(all) } else { None };
        all.into_iter().flatten().map(|(id, notebook)| (*id, notebook))
    }
}

/// What a gathering is called.
pub fn name(language: Language, gathering: &Gathering) -> String {
    gathering.place.clone().unwrap_or_else(|| crate::texts::desk::nameless(language).to_owned())
}
