//! Taking words out for good: first the entry that keeps them out wherever it comes, then the words.

use super::{acts, read, windows};
use crate::{
    domain::{
        gathering::{Book, GatheringId, Thing, erasable},
        log::{Act, Erased, ErasedWhy},
    },
    texts::erasing as t,
    view::desk::{Desk, Sign},
};
use leptos::prelude::*;

/// Takes out every wording of something, and whose it was.
pub async fn erase(desk: Desk, id: GatheringId, thing: Thing, why: ErasedWhy) {
    let Some(who) = desk.who.get_untracked() else { return };
    let texts = desk.held.with_untracked(|held| {
        held.book(id).map(Book::notebook).map(|notebook| erasable::texts(notebook, thing)).unwrap_or_default()
    });
    desk.sign.set(Sign::Saving);
    let act = Act::Erase(Erased { texts, reactions: vec![], why });
    if !acts::write(desk, id, &who, act, &[], &[]).await {
        return;
    }
    // Reading takes out what was erased. Should that stop here, the next time that the desk opens does it.
    match read(desk).await {
        Ok(()) => {
            windows::tell(None);
            desk.sign.set(Sign::Said(t::erased(desk.language)));
        }
        Err(error) => desk.sign.set(Sign::Cannot(error.into())),
    }
}
