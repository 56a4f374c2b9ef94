//! The edges of the desk: its store, its addresses, its files.
//!
//! - [`store`]: what is kept on the device.
//! - [`windows`]: what other windows, and the other piece of this one, hear of it.
//! - [`rooms`]: the address, the title and the focus follow the room.
//! - [`back`]: who goes Back finds a room as they left it.
//! - [`acts`]: doing what somebody wants.
//! - [`join`]: joining from another device.
//! - [`prepare`]: beginning a gathering, and changing what is known of one.
//! - [`practice`]: beginning and ending a gathering in which one only practises.
//! - [`later`]: the rooms that come when somebody goes there, in a piece of their own; [`staff`]: those in another one;
//!   [`place`]: where they show.
//! - [`send`]: sending what was noted.
//! - [`screen`]: what the screen in the hall shows at this moment, and that it stays awake.
//! - [`erase`]: taking words out for good.
//! - [`fetch`]: the work folder of staff, which is kept in [`opened`].
//! - [`publish`]: the site that is made of it; [`under_way`]: work that takes its time.
//! - [`write`](mod@write): questions that are being written in it.
//! - [`idea`]: keeping what was heard outside a gathering.
//! - [`parcel`]: everything in one file, and back from it; the sheet of an evening as a file.
//! - [`folder`]: everything in a folder that others work in too; [`directory`]: how a browser gives one, as a [`handle`].

mod acts;
mod back;
mod directory;
mod erase;
mod fetch;
mod folder;
mod handle;
mod idea;
mod join;
pub mod later;
mod opened;
mod parcel;
mod place;
mod practice;
mod prepare;
mod publish;
mod rooms;
mod screen;
mod send;
pub mod staff;
mod store;
mod under_way;
mod windows;
mod write;

use super::{base, device, element, language, sends, storage::StorageError};
use crate::{
    domain::{
        day::clock_in_the_netherlands,
        gathering::{Book, Draft, GatheringId, Offer},
        ordered::Ordered,
        room::Room,
    },
    view::desk::{Cannot, DATA, Desk, DeskView, Held, ROOT, Safety, Sign},
};
use leptos::{mount, prelude::*};
use std::collections::BTreeMap;
use store::Store;
use wasm_bindgen_futures::{JsFuture, spawn_local};

/// Shows the desk in the place that the page has for it.
pub fn start() {
    let Some(root) = element(ROOT) else { return };
    let desk = desk();
    root.set_inner_html("");
    mount::mount_to(root, move || {
        rooms::follow(desk);
        view! { <DeskView desk /> }
    })
    .forget();
    refresh(desk);
    windows::listen(desk);
    if let Some(html) = document().document_element() {
        // Setting an attribute with a proper name can't fail.
        let _ = html.set_attribute("data-ready", "desk");
    }
}

/// What rooms show, before anything was read.
fn desk() -> Desk {
    let desk = bare();
    Desk { act: acts::acts(desk), ..desk }
}

/// The same, where nothing is done in gatherings.
fn bare() -> Desk {
    let offer = element(DATA).and_then(|data| serde_json::from_str::<Offer>(&data.text_content()?).ok());
    Desk {
        language: language(),
        today: device::today(),
        clock: || clock_in_the_netherlands(device::milliseconds() as i64),
        sends: sends(),
        site: StoredValue::new(window().location().origin().unwrap_or_default() + &base()),
        offer: StoredValue::new(offer.unwrap_or_default()),
        room: RwSignal::new(rooms::here().unwrap_or(Room::Home)),
        held: RwSignal::new_local(Held::Loading),
        who: RwSignal::new(None),
        field: RwSignal::new(String::new()),
        photo: RwSignal::new(None),
        typed: RwSignal::new(BTreeMap::new()),
        sign: RwSignal::new(Sign::Quiet),
        safety: RwSignal::new(Safety::default()),
        act: Callback::new(|_| {}),
    }
}

/// Reads everything that is on the device.
fn refresh(desk: Desk) {
    spawn_local(async move {
        if let Err(error) = read(desk).await {
            // What was read before is worth more than that.
            if !desk.held.with_untracked(|held| matches!(held, Held::Read(_))) {
                desk.held.set(Held::Closed);
            }
            desk.sign.set(Sign::Cannot(error.into()));
        }
    });
}

async fn read(desk: Desk) -> Result<(), StorageError> {
    let store = Store::open().await?;
    let mut lines = store.lines().await?;
    let mut books = lines.books();
    let gone = lines.erase(&books);
    if !gone.is_empty() {
        store.erase(&gone).await?;
    }
    let known = store.device().await?;
    // Where one practises begins with a place; what has none was written by a window that did not know that it is gone.
    let is_whole = |(id, book): &(&GatheringId, &Book)| id.is_practice() && book.now().place.is_some();
    let practised: Vec<GatheringId> = books.iter().filter(is_whole).map(|(id, _)| *id).collect();
    let is_left = |id: &GatheringId| id.is_practice() && !practised.contains(id);
    let named = |key: &String| key.split('/').find_map(|part| GatheringId::try_from(part).ok());
    if books.keys().any(is_left) || known.keys().filter_map(named).any(|id| is_left(&id)) {
        store.forget(|id| is_left(&id)).await?;
        books.retain(|id, _| !is_left(id));
    }
    desk.who.set(known.get(store::WHO).cloned());
    let backed_up = known.get(store::BACKED_UP).and_then(|count| count.parse().ok());
    let backed_up_at = known.get(store::BACKED_UP_AT).and_then(|at| at.parse().ok());
    let promised = answer(window().navigator().storage().persisted()).await;
    let promised = promised.filter(|promised| *promised || !lines.all.is_empty());
    let in_folder = known.get(store::IN_FOLDER).and_then(|count| count.parse().ok());
    desk.safety.update(|safety| {
        *safety = Safety { promised, backed_up, backed_up_at, in_folder, lines: lines.entries(), work: safety.work };
    });
    tell_of_work(desk);
    let first = desk.held.with_untracked(|held| !matches!(held, Held::Read(_)));
    // Only as the page opens: later, what is being typed in another window would come up in this one.
    if first {
        desk.typed.set(known.into_iter().filter(|(key, _)| key.starts_with(Draft::NAMES)).to_map());
    }
    desk.held.set(Held::Read(books));
    if let (true, Room::Note(id)) = (first, desk.room.get_untracked()) {
        acts::put_back_draft(desk, id);
    }
    Ok(())
}

/// How it stands with the work folder of staff, which other pieces write in.
fn tell_of_work(desk: Desk) {
    spawn_local(async move {
        let facts = async { opened::Opened::open().await?.facts().await };
        // What can't be read is told in the rooms that need it.
        let work = facts.await.ok().flatten().map(|facts| facts.changes.saturating_sub(facts.saved));
        desk.safety.update(|safety| safety.work = work);
    });
}

/// Asks the browser to delete nothing by itself.
async fn ask(desk: Desk) {
    let promised = answer(window().navigator().storage().persist()).await;
    desk.safety.update(|safety| safety.promised = promised.or(Some(false)));
}

/// What the browser answers, yes or no; nothing where it has no words for that.
async fn answer(asked: Result<js_sys::Promise, wasm_bindgen::JsValue>) -> Option<bool> {
    JsFuture::from(asked.ok()?).await.ok()?.as_bool()
}

impl From<StorageError> for Cannot {
    fn from(error: StorageError) -> Self {
        match error {
            StorageError::Refused => Cannot::Refused,
            StorageError::Full => Cannot::Full,
            StorageError::Newer => Cannot::Newer,
            StorageError::Busy => Cannot::Busy,
            StorageError::NotReadBack => Cannot::NotReadBack,
        }
    }
}
