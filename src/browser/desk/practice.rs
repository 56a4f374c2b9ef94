//! Beginning and ending a gathering in which one only practises.

use super::{acts, device, rooms, store::Store, windows};
use crate::{
    domain::{
        gathering::{GatheringId, Names, Noted, Setting, TypedSetting, Words, Written, practice as gathering},
        log::Act,
        room::Room,
        sending::BY,
    },
    texts::practice as t,
    view::desk::{Desk, Held, Sign},
};
use leptos::prelude::*;

/// Begins a gathering in which one only practises. Nobody can undo what was there before.
pub async fn begin(desk: Desk) {
    let language = desk.language;
    let day = desk.today.map(|day| day.to_string()).unwrap_or_default();
    let (place, ask) = (t::place(language).to_owned(), t::ask(language).to_owned());
    let setting = Setting::of(&TypedSetting { place, day, ask, ..TypedSetting::default() });
    let noted = |(kind, text): (_, &str)| {
        let text = Words::of(text, Words::REMARK).ok()?;
        Some(Noted { text, kind, stop: None, speaker: None })
    };
    let said: Vec<_> = t::said(language).into_iter().filter_map(noted).collect();
    let id = device::random().map(GatheringId::practice);
    let written = setting.ok().and_then(|setting| gathering::begin(&setting, &said, &mut Names(&mut device::random)));
    let (Some(id), Some(Written { deeds, texts })) = (id, written) else { return acts::no_random(desk) };
    if acts::write(desk, id, BY, Act::Do(deeds), &texts, &[]).await {
        rooms::go(Room::Gathering(id));
    }
}

/// Asks, and then takes out everything of it.
pub async fn end(desk: Desk, id: GatheringId) {
    let language = desk.language;
    if !id.is_practice() {
        return;
    }
    let Some(now) = desk.held.with_untracked(|held| held.book(id).map(|book| book.now().clone())) else { return };
    if !device::confirm(&t::end_sure(language, now.remarks.len(), now.points.len())) {
        return;
    }
    forget(desk, id, t::gone(language)).await;
}

/// Takes out everything of a gathering, and says so.
pub async fn forget(desk: Desk, id: GatheringId, said: &'static str) {
    let gone = async { Store::open().await?.forget(|one| one == id).await };
    if let Err(error) = gone.await {
        return desk.sign.set(Sign::Cannot(error.into()));
    }
    if desk.room.get_untracked() != Room::Gatherings {
        // Not to the list, which comes later and would not hear what is said below.
        rooms::go(Room::Home);
        // At once, so that it is not said there that the gathering is not here, and what is said below stays.
        rooms::enter(desk, Room::Home);
    }
    let name = id.to_string();
    desk.typed.update(|all| all.retain(|key, _| !key.contains(&name)));
    desk.held.update(|held| {
        if let Held::Read(all) = held {
            all.remove(&id);
        }
    });
    windows::tell(None);
    desk.sign.set(Sign::Said(said));
}
