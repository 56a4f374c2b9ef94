//! The edges of the desk: its store, its addresses, its files.
//!
//! - [`store`]: what is kept on the device.
//! - [`rooms`]: the address, the title and the focus follow the room.
//! - [`acts`]: doing what somebody wants.
//! - [`parcel`]: everything in one file, and back from it.

mod acts;
mod parcel;
mod rooms;
mod store;

use super::{device, element, language, own, storage::StorageError};
use crate::{
    domain::{gathering::Offered, room::Room},
    files::gatherings::Lines,
    view::desk::{Cannot, DATA, Desk, DeskView, Held, ROOT, Safety, Sign},
};
use gloo_events::EventListener;
use leptos::{mount, prelude::*, web_sys};
use store::Store;
use wasm_bindgen_futures::spawn_local;

/// On what windows of one desk tell each other that something changed.
const CHANNEL: &str = "beginspraak-desk";

/// Shows the desk in the place that the page has for it.
pub fn start() {
    let Some(root) = element(ROOT) else { return };
    let offered = element(DATA).and_then(|data| serde_json::from_str::<Vec<Offered>>(&data.text_content()?).ok());
    let desk = Desk {
        language: language(),
        today: device::today(),
        offered: StoredValue::new(offered.unwrap_or_default()),
        room: RwSignal::new(rooms::here().unwrap_or(Room::Home)),
        held: RwSignal::new_local(Held::Loading),
        who: RwSignal::new(None),
        field: RwSignal::new(String::new()),
        sign: RwSignal::new(Sign::Quiet),
        safety: RwSignal::new(Safety::default()),
        act: Callback::new(|_| {}),
    };
    let desk = Desk { act: acts::acts(desk), ..desk };
    root.set_inner_html("");
    mount::mount_to(root, move || {
        rooms::follow(desk);
        view! { <DeskView desk /> }
    })
    .forget();
    refresh(desk);
    listen(desk);
    if let Some(html) = document().document_element() {
        // Setting an attribute with a proper name can't fail.
        let _ = html.set_attribute("data-ready", "desk");
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
    let notebooks = lines.notebooks();
    let gone = lines.erase(&notebooks);
    if !gone.is_empty() {
        store.erase(&gone).await?;
    }
    let known = store.device().await?;
    desk.who.set(known.get(store::WHO).cloned());
    let backed_up = known.get(store::BACKED_UP).and_then(|count| count.parse().ok());
    let promised = promised().await.filter(|promised| *promised || !lines.all.is_empty());
    desk.safety.set(Safety { promised, backed_up, lines: count(&lines) });
    let first = desk.held.with_untracked(|held| !matches!(held, Held::Read(_)));
    desk.held.set(Held::Read(notebooks));
    // Only as the page opens: later, what is being typed in another window would come up in this one.
    if let (true, Room::Note(id)) = (first, desk.room.get_untracked()) {
        acts::put_back_draft(desk, known.get(&store::draft(id)));
    }
    Ok(())
}

/// How many things were done.
fn count(lines: &Lines) -> usize {
    lines.all.keys().filter(|key| key.holds == crate::files::gatherings::Holds::Entry).count()
}

/// Whether the browser promised to delete nothing by itself.
async fn promised() -> Option<bool> {
    let asked = window().navigator().storage().persisted().ok()?;
    wasm_bindgen_futures::JsFuture::from(asked).await.ok()?.as_bool()
}

/// Asks for that promise.
async fn ask(desk: Desk) {
    let Ok(asked) = window().navigator().storage().persist() else { return };
    let answer = wasm_bindgen_futures::JsFuture::from(asked).await.ok().and_then(|answer| answer.as_bool());
    desk.safety.update(|safety| safety.promised = answer.or(Some(false)));
}

/// What another window kept shows here too.
fn listen(desk: Desk) {
    if let Ok(channel) = web_sys::BroadcastChannel::new(&own(CHANNEL)) {
        EventListener::new(&channel, "message", move |_| refresh(desk)).forget();
    }
}

/// Tells other windows that something changed.
fn tell() {
    if let Ok(channel) = web_sys::BroadcastChannel::new(&own(CHANNEL)) {
        // Who does not hear it reads it when they come back.
        let _ = channel.post_message(&wasm_bindgen::JsValue::TRUE);
        channel.close();
    }
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
