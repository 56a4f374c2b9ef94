//! The desk: rooms made in the browser, for hosts and staff. Nothing of it is in what residents download.
//!
//! - [`layout`], [`sign`]: what stands around every room, which one shows, and what is safe.
//! - [`home`], [`who`]: where one begins, and who one is.
//! - [`gathering`]: what is known of one, and what was noted in it.
//! - [`note`], [`remarks`] and [`only`] some of them, [`change`], [`conflicts`], [`photo`]: noting, what was noted, changing it,
//!   what two people wrote differently, and a photo to type from; [`at_stop`]: at which stop of a tour one is.
//! - [`rooms`]: those that come when somebody goes there, in a piece of their own: all gatherings in a [`list`], [`prepare`],
//!   [`closing`] with its [`points`] and [`point_form`], which takes words [`from_remarks`], the sheet of the [`evening`] with what
//!   [`on_sheet`] looks like personal data,
//!   [`overview`] of all gatherings with where they were ([`outside`]) and what was passed on ([`passing`]), the work folder of
//!   staff in [`fetch`], an [`idea`] that somebody heard, [`sending`] what was noted, [`erase`], for good, and what is [`gone`],
//!   and [`files`], everything in one file or in a [`folder`]; [`ready`] with a [`checklist`], the [`stops`] of a tour and a code
//!   for a [`helper`], who will [`join`]; [`paper`], with a [`route`] and a [`card`] of its own; and the screen in the hall:
//!   [`remote`] steers it, [`hall`] is it.
//! - [`handouts`]: what is printed, for a gathering and for a question; the room of a question is there too.
//! - [`write`](mod@write): questions that are being written, in a piece of their own with [`publish`], where the site is made.
//! - [`practice`]: a gathering in which one only practises; [`away`]: one that was made by mistake.
//! - [`address`]: the address that a code leads to, as one types it.
//! - [`turns`]: undoing and doing again what a room shows.
//! - [`typing`]: fields that keep what somebody typed in them.
//! - [`shell`]: the page as it is made, before the app comes.

pub mod address;
pub mod at_stop;
pub mod away;
pub mod card;
pub mod change;
pub mod checklist;
pub mod closing;
pub mod conflicts;
pub mod erase;
pub mod evening;
pub mod fetch;
pub mod files;
pub mod folder;
pub mod from_remarks;
pub mod gathering;
pub mod gone;
pub mod hall;
pub mod handouts;
pub mod helper;
pub mod home;
pub mod idea;
pub mod join;
pub mod layout;
pub mod list;
pub mod note;
pub mod on_sheet;
pub mod only;
pub mod outside;
pub mod overview;
pub mod paper;
pub mod passing;
pub mod photo;
pub mod point_form;
pub mod points;
pub mod practice;
pub mod prepare;
pub mod publish;
pub mod ready;
pub mod remarks;
pub mod remote;
pub mod rooms;
pub mod route;
pub mod sending;
pub mod shell;
pub mod sign;
pub mod stops;
pub mod turns;
pub mod typing;
pub mod who;
pub mod write;

use crate::{
    domain::{
        day::Day,
        gathering::{About, Book, Deed, Draft, Gathering, GatheringId, Names, Notebook, Noted, Offer, Words, Written},
        id::Id,
        language::Language,
        ordered::sort_by,
        room::Room,
        route::Route,
    },
    texts::desk::{self as t, PutBack},
};
pub use layout::DeskView;
use leptos::prelude::*;
use std::{collections::BTreeMap, sync::Arc};
use turns::Turning;

/// The element that the app fills.
pub const ROOT: &str = "desk";
/// The element with the questions of the site.
pub const DATA: &str = "desk-data";
/// The element that the rooms fill which come when somebody goes there.
pub const ROOMS: &str = "desk-room";
/// The field for a file to put back.
pub const FILE: &str = "desk-file";
/// The field for a photo to type from.
pub const PHOTO: &str = "desk-photo";
/// The field for files that staff have.
pub const HANDED: &str = "desk-handed";
/// What is done with a gathering that was made by mistake.
pub const AWAY: &str = "desk-away";
/// Where one begins to practise.
pub const PRACTISE: &str = "desk-practise";
/// The field in which one notes.
pub const FIELD: &str = "desk-note";

/// The deeds that a step takes in a notebook as it is then; nothing on a device without randomness.
pub type Step = Arc<dyn Fn(&Notebook, &mut Names) -> Option<Written> + Send + Sync>;

/// What somebody wants.
#[derive(Clone)]
pub enum Wish {
    /// To be known by this name.
    Be(Words),
    /// To note a remark.
    Note(GatheringId, Noted),
    /// To keep what is being typed.
    Type(Draft),
    /// To throw that away.
    ThrowAway(Draft),
    /// To do what was typed there; once that is safe, it is not half typed any more.
    Finish(GatheringId, Draft, Step),
    /// To end a gathering in which one only practises: nothing of it stays.
    EndPractice(GatheringId),
    /// To do something else in a gathering.
    Step(GatheringId, Step),
    /// To see the photo that they chose.
    Photo,
    /// To see it no more.
    NoPhoto,
    /// To undo what they did last of what a room shows.
    Undo(GatheringId, Turning),
    /// To do that again.
    Redo(GatheringId, Turning),
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
    Read(BTreeMap<GatheringId, Book>),
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
    /// A sentence that was made for it.
    Told(String),
    /// There was nothing to do, for this reason.
    Nothing(&'static str),
    /// What came of putting a back-up back.
    PutBack(PutBack),
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
    /// When that was made, by the clock of this device.
    pub backed_up_at: Option<u64>,
    /// How many are in the folder that one works in, if there is one.
    pub in_folder: Option<usize>,
    /// How many lines there are.
    pub lines: usize,
    /// How many changes of the work folder of staff are in this browser only; nothing where none is open.
    pub work: Option<usize>,
}

/// All that rooms show. Views read it; only the edge writes it, but for the field that somebody types in.
#[derive(Clone, Copy)]
pub struct Desk {
    /// The language of the page.
    pub language: Language,
    /// Today.
    pub today: Option<Day>,
    /// The time of the day, at this moment.
    pub clock: fn() -> Option<(u8, u8)>,
    /// Whether the site takes something over the network.
    pub sends: bool,
    /// The address of the site, with its path; it ends with a slash.
    pub site: StoredValue<String>,
    /// What the site offers.
    pub offer: StoredValue<Offer>,
    /// Where one is.
    pub room: RwSignal<Room>,
    /// What is on the device.
    pub held: RwSignal<Held, LocalStorage>,
    /// Who one is.
    pub who: RwSignal<Option<String>>,
    /// What is being typed where one notes.
    pub field: RwSignal<String>,
    /// The address of a photo that one types from; it holds in this window only.
    pub photo: RwSignal<Option<String>>,
    /// What is half typed, by the name under which the device keeps it.
    pub typed: RwSignal<BTreeMap<String, String>>,
    /// What was said last.
    pub sign: RwSignal<Sign>,
    /// How safe it is.
    pub safety: RwSignal<Safety>,
    /// What somebody wants is done by the edge.
    pub act: Callback<Wish>,
}

impl Desk {
    /// What holds in a gathering; changes with it.
    pub fn gathering(self, id: GatheringId) -> Memo<Arc<Gathering>> {
        Memo::new(move |_| {
            self.held
                .with(|held| held.book(id).map_or_else(|| Book::default().now().clone(), |book| book.now().clone()))
        })
    }

    /// Every gathering, the latest day first.
    pub fn gatherings(self) -> Memo<Vec<(GatheringId, Arc<Gathering>)>> {
        Memo::new(move |_| {
            let books = |held: &Held| held.all().map(|(id, book)| (id, book.now().clone())).collect::<Vec<_>>();
            let mut all = self.held.with(books);
            sort_by(&mut all, |(one_id, one), (id, other)| {
                (&other.day, &one.place, one_id).cmp(&(&one.day, &other.place, id))
            });
            all
        })
    }

    /// What a gathering is called.
    pub fn name(self, gathering: &Gathering) -> String {
        gathering.place.clone().unwrap_or_else(|| t::nameless(self.language).to_owned())
    }

    /// On which day a gathering is, and from what time.
    pub fn when(self, gathering: &Gathering) -> Option<String> {
        let language = self.language;
        let day = gathering.day?.written(language);
        Some(match gathering.begins {
            Some(hour) => t::day_and_time(language, &day, &t::clock(language, hour.clock())),
            None => day,
        })
    }

    /// What a gathering is about, in words.
    pub fn about(self, gathering: &Gathering) -> String {
        let title = |slug: &Id| {
            self.offer
                .with_value(|offer| offer.questions.iter().find(|one| one.slug == *slug).map(|one| one.title.clone()))
        };
        match &gathering.about {
            Some(About::Consultation(slug)) => {
                title(slug).unwrap_or_else(|| t::some_question(self.language).to_owned())
            }
            Some(About::Listening) | None => {
                gathering.ask.clone().unwrap_or_else(|| t::listening(self.language).to_owned())
            }
        }
    }

    /// The address of the page on which one can respond to what a gathering is about: of the question that its remarks go to. A
    /// gathering without an agenda that goes to none has that of the site.
    pub fn page(self, gathering: &Gathering) -> String {
        let route = self.offer.with_value(|offer| match crate::domain::sending::about(gathering, &offer.questions) {
            Some(question) => Route::Consultation(question.slug.clone()),
            None => Route::Overview,
        });
        self.site.with_value(|site| route.href(site, self.language))
    }

    /// Does something in a gathering.
    pub fn step(
        self,
        id: GatheringId,
        step: impl Fn(&Notebook, &mut Names) -> Option<Written> + Send + Sync + 'static,
    ) {
        self.act.run(Wish::Step(id, Arc::new(step)));
    }

    /// What was done before is not said any more: the line that says it stands over what somebody begins with now.
    fn hush(self) {
        if self.sign.with_untracked(|sign| !matches!(sign, Sign::Quiet | Sign::Saving | Sign::Cannot(_))) {
            self.sign.set(Sign::Quiet);
        }
    }

    /// Keeps what is being typed; nothing where it is empty.
    pub fn types(self, draft: Draft, text: String) {
        self.typed.update(|all| match text.is_empty() {
            true => drop(all.remove(&draft.key())),
            false => drop(all.insert(draft.key(), text)),
        });
        self.act.run(Wish::Type(draft));
    }

    /// Does one deed in a gathering.
    pub fn does(self, id: GatheringId, deed: Deed) {
        self.step(id, move |_, _| Some(deed.clone().into()));
    }
}

impl Held {
    /// The book of a gathering.
    pub fn book(&self, id: GatheringId) -> Option<&Book> {
        match self {
            Held::Read(all) => all.get(&id),
            Held::Loading | Held::Closed => None,
        }
    }

    /// All of them, but where one only practises and what is put away.
    pub fn all(&self) -> impl Iterator<Item = (GatheringId, &Book)> {
        self.every().filter(|(id, book)| !id.is_practice() && !book.now().away)
    }

    /// What is put away.
    pub fn put_away(&self) -> impl Iterator<Item = (GatheringId, &Book)> {
        self.every().filter(|(id, book)| !id.is_practice() && book.now().away)
    }

    /// Where one only practises.
    pub fn practised(&self) -> impl Iterator<Item = (GatheringId, &Book)> {
        self.every().filter(|(id, _)| id.is_practice())
    }

    fn every(&self) -> impl Iterator<Item = (GatheringId, &Book)> {
        let all = if let Held::Read(all) = self { Some(all) } else { None };
        all.into_iter().flatten().map(|(id, book)| (*id, book))
    }
}

/// Where there is one column, brings the element with this id to the top, so that what is below it shows: the keyboard of a
/// telephone leaves little room.
fn bring_up(id: &str) {
    let wide = window().inner_width().ok().and_then(|width| width.as_f64()).is_some_and(|width| width >= 1024.0);
    if let Some(found) = document().get_element_by_id(id).filter(|_| !wide) {
        found.scroll_into_view();
    }
}

/// To what in the room the address leads: what is behind its question mark.
fn within() -> Option<String> {
    Some(window().location().hash().ok()?.split_once('?')?.1.to_owned())
}

/// Gives the focus to the element with this id, if the address leads there.
fn land(id: &str) {
    if within().as_deref() == Some(id) {
        focus_soon(id.to_owned());
    }
}

/// Gives the focus to the element with this id, once what changed now shows.
fn focus_soon(id: String) {
    leptos::leptos_dom::helpers::request_animation_frame(move || {
        focus(&id);
    });
}

/// Whoever added something from a field goes on typing in this one; whoever pressed a button stays there.
fn type_on(id: &str) {
    let tag = document().active_element().map(|active| active.tag_name()).unwrap_or_default();
    if ["INPUT", "TEXTAREA", "SELECT"].contains(&tag.as_str()) {
        focus(id);
    }
}

/// Gives the focus to the element with this id, if it is on the page; whether it is.
fn focus(id: &str) -> bool {
    use leptos::wasm_bindgen::JsCast;
    let found = document().get_element_by_id(id);
    let found = found.and_then(|found| found.dyn_into::<leptos::web_sys::HtmlElement>().ok());
    // Focusing an element in the page can't fail.
    found.is_some_and(|found| found.focus().is_ok())
}
