//! Beginning and ending a gathering in which one only practises; and taking away one that was made by mistake.

use super::{
    acts, device, refresh, rooms,
    store::{self, Store},
    windows,
};
use crate::{
    domain::{
        gathering::{
            GatheringId, Names, Noted, Setting, TypedSetting, Words, Written, is_mistake, practice as gathering,
        },
        log::Act,
        room::Room,
        sending::BY,
    },
    files::gatherings::Lines,
    texts::{desk as words, practice as t},
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

/// Asks, and then takes away a gathering that was made by mistake: nothing was noted in it, and it is on this device alone.
pub async fn take_away(desk: Desk, id: GatheringId) {
    let who = desk.who.get_untracked().unwrap_or_default();
    let found = desk.held.with_untracked(|held| {
        let book = held.book(id).filter(|book| is_mistake(book.notebook(), &who))?;
        Some((book.now().clone(), book.notebook().log().len()))
    });
    let Some((now, lines)) = found else { return };
    let day = now.day.map(|day| day.written(desk.language)).unwrap_or_default();
    if !device::confirm(&words::take_away_sure(desk.language, &desk.name(&now), &day)) {
        return;
    }
    // What goes may be in the last back-up: what came since is never counted as if it were.
    if let Some(had) = desk.safety.with_untracked(|safety| safety.backed_up) {
        let had = had.saturating_sub(lines).to_string();
        if let Err(error) = acts::keep(&Lines::default(), &[(store::BACKED_UP, &had)]).await {
            return desk.sign.set(Sign::Cannot(error.into()));
        }
    }
    forget(desk, id, words::taken_away(desk.language)).await;
    refresh(desk);
}

/// Takes out everything of a gathering, and says so.
async fn forget(desk: Desk, id: GatheringId, said: &'static str) {
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
