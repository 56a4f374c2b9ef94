//! Joining from another device: the address of an invitation is made here, and read there. It stands behind the `#`, so no
//! browser sends it anywhere.

use super::{acts, ask, device, send, store::Store, windows};
use crate::{
    domain::{
        gathering::{GatheringId, setup},
        log::EntryId,
        room::Room,
        route::Route,
        sending::BY,
    },
    files::invitation,
    view::desk::{Desk, Sign, join::Joining},
};
use leptos::prelude::*;

/// Makes the address. What is known is said once more in the log, if it changed since.
pub async fn invite(desk: Desk, id: GatheringId, made: RwSignal<Option<(GatheringId, String)>>) {
    if !send::make_secret(desk, id).await {
        return;
    }
    let deeds = send::with(desk, id, |book| setup::deeds(book.notebook()));
    let is_said = send::with(desk, id, |book| setup::said(book.notebook(), &deeds).is_some());
    if !is_said {
        let Some(name) = device::random().map(EntryId::from) else { return acts::no_random(desk) };
        let at = device::milliseconds() as u64;
        let entry = send::with(desk, id, |book| setup::entry(book.notebook(), name, BY, at, deeds.clone()));
        if !acts::put(desk, id, &entry, &[], &[]).await {
            return;
        }
    }
    let end = send::with(desk, id, |book| {
        let notebook = book.notebook();
        invitation::write(id, setup::said(notebook, &deeds)?, notebook)
    });
    let desk_at = desk.site.with_value(|site| Route::Desk.href(site, desk.language));
    made.set(end.map(|end| (id, format!("{desk_at}{}/{end}", Room::Join.href()))));
}

/// Reads the invitation in the address, if there is one.
pub fn arrive(joining: RwSignal<Joining>) {
    // A link to a place on the page leaves the room, and what it was invited with, as they are.
    if super::rooms::here() != Some(Room::Join) {
        return;
    }
    let fragment = device::fragment();
    let end = fragment.strip_prefix(&Room::Join.href()[1..]).and_then(|rest| rest.strip_prefix('/'));
    joining.set(end.filter(|end| !end.is_empty()).map(invitation::read));
}

/// Takes it over, and goes to where one notes in it: that is what a helper came for. The address with the secret goes out of the history of the browser.
pub async fn join(desk: Desk, joining: RwSignal<Joining>) {
    let Some(Ok(found)) = joining.get_untracked() else { return };
    let kept = async { Store::open().await?.take_in(&found.lines).await };
    match kept.await {
        Ok(_) => {
            windows::take_in(desk, &found.lines);
            windows::tell(Some(&found.lines));
            ask(desk).await;
            // An address of our own is one that this page may have.
            let _ = window().location().replace(&Room::Note(found.gathering).href());
        }
        Err(error) => desk.sign.set(Sign::Cannot(error.into())),
    }
}
