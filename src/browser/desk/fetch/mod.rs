//! The work folder of staff: opened from a file, worked in, and kept as a file again. What is done in it is done by the same code
//! as by the command; here it is put in the browser, safely, before it shows.
//!
//! - [`session`]: it as it is read; [`taken`]: taking in what staff have; [`together`]: the work folder of a colleague.

mod session;
mod taken;
mod together;

use super::{
    device,
    opened::{Facts, Opened, keep_versions},
    rooms,
    under_way::{self, Stopped},
};
use crate::{
    browser::storage::StorageError,
    domain::{
        gathering::{Book, GatheringId, Kind},
        ordered::Ordered,
    },
    files::{error::Error, parcel, work::Hand},
    texts::{accept, fetch as t},
    view::desk::{
        Cannot, Desk, Sign,
        fetch::{Doing, Stage, Work},
    },
};
use leptos::{leptos_dom::helpers::request_animation_frame, prelude::*};
use session::{SESSION, Session, begin, keep_fresh, nothing, read_again, told, with_hand};
use std::collections::BTreeMap;
pub use taken::{hand, hand_own};
pub use under_way::stop;
use wasm_bindgen_futures::spawn_local;

/// Why something in the folder could not be done.
enum Failed {
    /// It can't be kept.
    Store(StorageError),
    /// The device has no randomness; nothing else can go wrong with a folder in memory.
    Random,
    /// Somebody stopped it.
    Stopped,
}

impl From<StorageError> for Failed {
    fn from(error: StorageError) -> Self {
        Failed::Store(error)
    }
}

impl From<Error> for Failed {
    fn from(_: Error) -> Self {
        Failed::Random
    }
}

impl From<Stopped> for Failed {
    fn from(_: Stopped) -> Self {
        Failed::Stopped
    }
}

/// Shows the folder that is open, read again if another window changed it.
pub async fn arrive(desk: Desk, work: RwSignal<Work>) {
    // What another room of this piece is at goes on.
    if work.with_untracked(Work::is_busy) {
        return;
    }
    let now = async { Opened::open().await?.facts().await }.await;
    let here = SESSION.with_borrow(|session| session.as_ref().map(|session| session.facts.changes));
    match now {
        Ok(None) => {
            SESSION.take();
            work.set(Work { stage: Stage::Nothing, ..Work::default() });
        }
        Ok(Some(facts)) if here == Some(facts.changes) => show(work),
        Ok(Some(_)) => finish(desk, work, read_again(desk, work).await),
        Err(error) => finish(desk, work, Err(error.into())),
    }
}

/// Lets a gathering count, or not.
pub async fn decide(desk: Desk, work: RwSignal<Work>, id: GatheringId, accepted: bool) {
    if work.with_untracked(Work::is_busy) {
        return;
    }
    desk.sign.set(Sign::Saving);
    let Some(mut session) = SESSION.take() else { return };
    let done = async {
        let Session { folder, accepting, .. } = &mut session;
        let decide =
            |hand: &mut Hand| accepting.decide(folder, &[(id, accepted)], None, device::random(), &nothing, hand);
        let decided = with_hand(desk, decide)?;
        keep_fresh(&mut session).await?;
        let brought: usize = decided.iter().map(|one| one.brought).sum();
        SESSION.set(Some(session));
        Ok(match brought {
            0 => Sign::Said(t::decided(desk.language, accepted)),
            _ => Sign::Told(format!(
                "{} {}",
                t::decided(desk.language, accepted),
                accept::brought(desk.language, brought)
            )),
        })
    };
    let done = done.await;
    finish(desk, work, done);
    // The button is gone; what it was about is still there, once that shows.
    request_animation_frame(move || {
        rooms::focus(&format!("[id^=met-][id$=\"{id}\"]"));
    });
}

/// Offers the folder as a file, whole.
pub async fn keep(desk: Desk, work: RwSignal<Work>) {
    if work.with_untracked(Work::is_busy) {
        return;
    }
    begin(work, Doing::Packing).await;
    let packed = async {
        let opened = Opened::open().await?;
        let Some(Facts { root, .. }) = opened.facts().await? else { return Ok(Sign::Quiet) };
        keep_versions(&opened, &root, &device::stamp()).await?;
        let Some(facts) = opened.facts().await? else { return Ok(Sign::Quiet) };
        let (paths, mut files) = (opened.paths().await?, BTreeMap::new());
        for (at, path) in paths.iter().enumerate() {
            files.insert(path.clone(), opened.file(path).await?);
            told(work, Doing::Packing, at, paths.len()).await?;
        }
        let made = parcel::pack_bare(&files)
            .ok()
            .and_then(|packed| device::download_bytes(&parcel::dated(&facts.name, device::today()), &packed));
        if made.is_none() {
            return Ok(Sign::Wrong(t::not_kept(desk.language)));
        }
        opened.saved(facts.changes).await?;
        SESSION.with_borrow_mut(|session| {
            if let Some(session) = session.as_mut() {
                session.facts.saved = facts.changes;
            }
        });
        Ok(Sign::Said(t::kept(desk.language)))
    };
    let packed = packed.await;
    finish(desk, work, packed);
}

/// Lets go of the folder. What is in no file is asked about.
pub async fn leave(desk: Desk, work: RwSignal<Work>) {
    let unsaved = work.with_untracked(|work| work.unsaved);
    if work.with_untracked(Work::is_busy) || (unsaved > 0 && !device::confirm(t::leave_sure(desk.language))) {
        return;
    }
    let left = async { Opened::open().await?.leave().await };
    match left.await {
        Ok(()) => {
            SESSION.take();
            work.set(Work { stage: Stage::Nothing, ..Work::default() });
            desk.sign.set(Sign::Said(t::left(desk.language)));
        }
        Err(error) => finish(desk, work, Err(error.into())),
    }
}

/// Shows how it went. Where something could not be done, what shows is read again from what is kept.
fn finish(desk: Desk, work: RwSignal<Work>, went: Result<Sign, Failed>) {
    let sign = match went {
        Ok(Sign::Quiet) => return show(work),
        Ok(sign) => {
            desk.sign.set(sign);
            return show(work);
        }
        Err(Failed::Store(error)) => Sign::Cannot(error.into()),
        Err(Failed::Random) => Sign::Cannot(Cannot::Refused),
        Err(Failed::Stopped) => Sign::Said(t::stopped(desk.language)),
    };
    desk.sign.set(sign);
    SESSION.take();
    spawn_local(async move {
        // That it can't be read either was said just now.
        let _ = read_again(desk, work).await;
        show(work);
    });
}

/// What was noted in a gathering, as far as its words are here.
fn said(book: &Book) -> Vec<(Kind, String)> {
    let remarks = book.now().remarks.iter();
    remarks.filter_map(|remark| Some((remark.kind, remark.text.clone()?))).collect()
}

/// Shows the folder as it is now.
fn show(work: RwSignal<Work>) {
    let now = SESSION.with_borrow(|session| {
        let Some(Session { accepting, facts, left_out, .. }) = session else {
            return Work { stage: Stage::Nothing, ..Work::default() };
        };
        Work {
            stage: Stage::Open,
            name: facts.name.clone(),
            unsaved: facts.changes.saturating_sub(facts.saved),
            stands: accepting.stands(),
            said: accepting.shelves().books.iter().map(|(id, book)| (*id, said(book))).to_map(),
            damage: accepting.shelves().damage().chain(left_out).cloned().collect(),
        }
    });
    work.set(now);
}
