//! Beginning a gathering, changing what is known of one, and taking away one that was made by mistake.

use super::{acts, ask, device, practice, refresh, rooms, store, windows};
use crate::{
    domain::{
        gathering::{Draft, GatheringId, Names, Notebook, Setting, is_mistake},
        room::Room,
    },
    files::gatherings::Lines,
    texts::away as t,
    view::desk::{Desk, Sign},
};
use leptos::prelude::*;

/// Keeps what is known of a gathering, and goes there.
pub async fn prepare(desk: Desk, id: Option<GatheringId>, setting: &Setting) {
    let fresh = id.is_none();
    let Some(id) = id.or_else(|| device::random().map(GatheringId::from)) else { return acts::no_random(desk) };
    let draft = Draft::Setting(Some(id).filter(|_| !fresh));
    let known = acts::step(desk, id, &|notebook, names| setting.deeds(notebook, names), None).await;
    let begins = |notebook: &Notebook, _: &mut Names| Some(setting.beginning(notebook).unwrap_or_default());
    if known && acts::step(desk, id, &begins, Some(draft)).await {
        rooms::go(Room::Gathering(id));
        if fresh {
            ask(desk).await;
            // The home says what the browser answered.
            windows::tell(None);
        }
    }
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
    if !device::confirm(&t::take_away_sure(desk.language, &desk.name(&now), &day)) {
        return;
    }
    // What goes may be in the last back-up: what came since is never counted as if it were.
    if let Some(had) = desk.safety.with_untracked(|safety| safety.backed_up) {
        let had = had.saturating_sub(lines).to_string();
        if let Err(error) = acts::keep(&Lines::default(), &[(store::BACKED_UP, &had)]).await {
            return desk.sign.set(Sign::Cannot(error.into()));
        }
    }
    practice::forget(desk, id, t::taken_away(desk.language)).await;
    refresh(desk);
}
