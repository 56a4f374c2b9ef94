//! Writing questions: what stands in the fields goes into the draft, and from there into the work folder at each pause.
//!
//! - [`folder`]: what is read of the work folder; [`kept`]: what is kept in it; [`thrown`]: drafts that begin and go.
//! - [`shown`]: what shows, and what is said of it.
//! - [`typed`]: what somebody does in the fields; [`pressed`]: with buttons; [`dragged`]: with a pointer.
//! - [`gate`]: what stands between it and the site.
//! - [`preview`]: its page, as it is written.
//! - [`plain`]: what makes its texts hard to read.
//! - [`together`]: what two people made of one field, and earlier versions.
//! - [`started`]: beginning a question; [`printed`](mod@printed): what is printed of one.
//! - [`site`], [`theme`], [`villages`]: what is of the site alone; [`pictures`]: adding one.

mod dragged;
mod folder;
mod gate;
mod kept;
mod pictures;
mod plain;
mod pressed;
mod preview;
mod printed;
mod shown;
mod site;
mod started;
mod theme;
mod thrown;
mod together;
mod typed;
mod villages;

use super::{device, element, rooms};
use crate::{
    domain::{id::Id, room::Room},
    files::content::manuscript::{
        Manuscript, edit::Edit, gate::Gate, history::History, matter::Matter, merge::Both, spots::Change,
        versions::Version,
    },
    texts::writing as t,
    view::desk::{
        Desk, Sign,
        publish::Press,
        write::{Said, WRITE},
    },
};
use folder::Around;
pub use folder::unready;
use gloo_events::{EventListener, EventListenerOptions};
use gloo_timers::callback::Timeout;
use kept::Kept;
use leptos::prelude::*;
pub use printed::printed;
use std::{
    cell::RefCell,
    collections::{BTreeMap, BTreeSet},
};
pub use together::notes as together_notes;
use wasm_bindgen_futures::spawn_local;

/// How many milliseconds without a key are a pause.
const PAUSE: u32 = 800;

/// What is being written: a question, or the site.
struct Writing {
    matter: Matter,
    /// Its file, in the work folder.
    path: String,
    manuscript: Manuscript,
    history: History,
    /// Its text, where it is no JSON.
    raw: Option<String>,
    /// What stands in the file, as far as is known.
    kept: String,
    /// How many steps are kept, and how many of them hold.
    steps: (usize, usize),
    around: Around,
    /// What was decided of it, and what of that stands in its file.
    gate: Gate,
    gate_kept: String,
    /// What is typed in fields of no draft, by their ids.
    half: BTreeMap<String, String>,
    /// The fields that somebody was in.
    touched: BTreeSet<String>,
    /// What is unfolded.
    unfolded: BTreeSet<String>,
    /// What is said of fields, as it shows; and what is different from what is published.
    said: Vec<Said>,
    changes: Option<Vec<Change>>,
    /// How its texts were judged.
    judged: plain::Judgements,
    /// What two people made of one field.
    both: Vec<Both>,
    /// Earlier versions, the oldest first; and the one that is compared with how it stands now.
    versions: Vec<Version>,
    looked: Option<(Version, Manuscript)>,
}

impl Writing {
    /// What is published of it from this work folder.
    fn published(&self) -> Option<&Manuscript> {
        match &self.matter {
            Matter::Question(slug) => self.around.published.iter().find(|(one, _)| one == slug).map(|(_, one)| one),
            Matter::Site => self.around.own.as_ref().map(|(_, one)| one),
        }
    }
}

thread_local! {
    static WRITING: RefCell<Option<Writing>> = const { RefCell::new(None) };
    /// The field that somebody is led to from elsewhere.
    static LED: RefCell<Option<String>> = const { RefCell::new(None) };
    static PENDING: RefCell<Option<Timeout>> = const { RefCell::new(None) };
}

/// Does something with the question that is open.
fn with<T>(act: impl FnOnce(&mut Writing) -> T) -> Option<T> {
    WRITING.with_borrow_mut(|writing| writing.as_mut().map(act))
}

/// What goes on as long as the page is there: who leaves it, or looks elsewhere, has paused.
pub fn begin(desk: Desk) {
    EventListener::new(&document(), "visibilitychange", move |_| keep_soon(desk)).forget();
    // Keeping takes a moment: the browser asks who leaves within it.
    let options = EventListenerOptions::enable_prevent_default();
    EventListener::new_with_options(&window(), "beforeunload", options, move |event| {
        if PENDING.with_borrow(Option::is_some) {
            event.prevent_default();
            keep_soon(desk);
        }
    })
    .forget();
    typed::listen_to_keys(desk);
    // What was kept to try a question out is not left behind.
    EventListener::new(&window(), "pagehide", |_| preview::close()).forget();
    // From one question to another the room stays; who leaves it has paused too.
    EventListener::new(&window(), "hashchange", move |_| {
        preview::close();
        if element(WRITE).is_some()
            && asked().is_some_and(|matter| with(|writing| writing.matter != matter) == Some(true))
        {
            spawn_local(show(desk));
        } else {
            keep_soon(desk);
        }
    })
    .forget();
}

/// Leads to a field once the room shows that it is in; to one around it, where it does not show.
pub fn lead(at: String) {
    LED.set(Some(at));
}

/// Shows the room.
pub fn arrive(desk: Desk, press: RwSignal<Press>) {
    let Some(root) = element(WRITE) else { return };
    root.set_text_content(Some(t::reading(desk.language)));
    typed::listen(desk, &root);
    pressed::listen(desk, press, &root);
    dragged::listen(desk, &root);
    theme::listen(desk, &root);
    pictures::listen(desk, &root);
    preview::listen(desk, press);
    spawn_local(show(desk));
}

/// What the address names.
fn asked() -> Option<Matter> {
    match rooms::here()? {
        Room::Site => Some(Matter::Site),
        Room::Draft => Id::try_from(device::fragment().rsplit('/').next()?).ok().map(Matter::Question),
        _ => None,
    }
}

/// Reads what there is, and shows it.
async fn show(desk: Desk) {
    keep(desk).await;
    WRITING.take();
    theme::forget();
    let matter = asked();
    let read = folder::read(matter.as_ref()).await;
    match read {
        Err(error) => desk.sign.set(Sign::Cannot(error.into())),
        Ok(None) => shown::put(&crate::view::desk::write::list::closed(desk.language)),
        Ok(Some(all)) => match (matter, all.draft) {
            (Some(matter), Some(draft)) => {
                WRITING.set(Some(kept::open(matter, draft, all.around)));
                shown::render(desk, None);
                if let Some(at) = LED.take() {
                    shown::go_near(&at);
                }
            }
            (matter, _) => {
                if matter.is_some() {
                    desk.sign.set(Sign::Wrong(t::no_such(desk.language)));
                }
                started::list(desk, &all.around);
                started::remember(all.around);
            }
        },
    }
}

/// Does something in a field; whether anything changed.
fn does(desk: Desk, field: &str, edits: impl FnOnce(&Writing) -> Vec<Edit>) -> bool {
    let done = with(|writing| {
        let edits = edits(writing);
        let Writing { manuscript, history, .. } = writing;
        history.does(manuscript.root_mut(), field, edits)
    });
    if done == Some(true) {
        later(desk);
    }
    done == Some(true)
}

/// Keeps it once somebody pauses. Until then nothing says that it is kept.
fn later(desk: Desk) {
    preview::changed(desk);
    if desk.sign.with_untracked(|sign| *sign != Sign::Saving) {
        desk.sign.set(Sign::Saving);
    }
    PENDING.set(Some(Timeout::new(PAUSE, move || {
        spawn_local(async move {
            shown::tell(desk);
            preview::told(desk);
            keep(desk).await;
        });
    })));
}

fn keep_soon(desk: Desk) {
    spawn_local(async move {
        keep(desk).await;
    });
}

/// Keeps what was written, if it is not kept yet; whether that went well.
pub async fn keep(desk: Desk) -> bool {
    let waited = PENDING.take().is_some();
    let kept = kept::keep().await;
    let went_well = kept.is_ok();
    match kept {
        Ok(Some(Kept::AfterOthers)) => {
            shown::render_where_one_is(desk);
            desk.sign.set(Sign::Said(together::elsewhere(desk)));
        }
        // Who undid something and did it again has what was kept.
        Ok(Some(Kept::Before)) if !waited => {}
        Ok(Some(Kept::Before | Kept::Now)) => desk.sign.set(Sign::Said(t::kept(desk.language))),
        Ok(None) => {}
        Err(error) => desk.sign.set(Sign::Cannot(error.into())),
    }
    went_well
}

/// An id that nobody used; none on a device without randomness.
fn fresh() -> Option<String> {
    device::random::<5>().map(|bytes| crate::domain::digest::hex(&bytes))
}
