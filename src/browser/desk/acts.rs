//! Doing what somebody wants: an entry is made, kept with the texts that it names, read back, and only then shown.

use super::{
    device, parcel, rooms,
    store::{self, Store},
    tell,
};
use crate::{
    browser::storage::StorageError,
    domain::{
        gathering::{Deed, Gathering, GatheringId, Notebook, RemarkId, TextLine, Words},
        log::{Act, EntryId, TextId},
        room::Room,
    },
    files::gatherings::{Holds, LineKey, Lines},
    texts::desk as t,
    view::desk::{Cannot, Desk, Held, Noted, Sign, Wish},
};
use leptos::prelude::*;
use std::cell::RefCell;
use wasm_bindgen_futures::spawn_local;

thread_local! {
    /// What waits to be done: one thing at a time, in the order in which somebody wanted it.
    static QUEUE: RefCell<(bool, Vec<Wish>)> = const { RefCell::new((false, Vec::new())) };
}

/// What does it.
pub fn acts(desk: Desk) -> Callback<Wish> {
    Callback::new(move |wish: Wish| {
        let busy = QUEUE.with_borrow_mut(|(busy, waiting)| {
            // What is typed is read when its turn comes, so once is enough.
            let again = matches!(wish, Wish::Draft(_)) && waiting.iter().any(|one| matches!(one, Wish::Draft(_)));
            if !again {
                waiting.push(wish);
            }
            std::mem::replace(busy, true)
        });
        if !busy {
            spawn_local(async move {
                while let Some(wish) = next() {
                    perform(desk, wish).await;
                }
            });
        }
    })
}

fn next() -> Option<Wish> {
    QUEUE.with_borrow_mut(|(busy, waiting)| {
        *busy = !waiting.is_empty();
        (*busy).then(|| waiting.remove(0))
    })
}

async fn perform(desk: Desk, wish: Wish) {
    match wish {
        Wish::Be(name) => be(desk, &name).await,
        Wish::Prepare(id, setting) => {
            let fresh = id.is_none();
            let Some(id) = id.or_else(|| device::random().map(GatheringId::from)) else { return no_random(desk) };
            let made = notebook(desk, id, |notebook| setting.deeds(notebook, || device::random().map(TextId::from)));
            let Some((deeds, texts)) = made else { return no_random(desk) };
            if deeds.is_empty() || did(desk, id, deeds, texts, &[]).await {
                rooms::go(Room::Gathering(id));
                if fresh {
                    super::ask(desk).await;
                }
            }
        }
        Wish::Note(id, noted) => note(desk, id, noted).await,
        Wish::Draft(id) => {
            let typed = desk.field.get_untracked();
            // What is typed is still in the field; the remark itself says whether it could be kept.
            let _ = keep(&Lines::default(), &[(&store::draft(id), &typed)]).await;
        }
        Wish::Change(id, remark, words, kind) => {
            let Some(text) = device::random().map(TextId::from) else { return no_random(desk) };
            let now = notebook(desk, id, Gathering::of).remarks.into_iter().find(|one| one.id == remark);
            let mut deeds = Vec::new();
            if now.as_ref().and_then(|one| one.text.as_deref()) != Some(words.as_str()) {
                deeds.push(Deed::Reword { remark, text });
            }
            let texts = deeds.iter().map(|_| TextLine { text, is: words.as_str().to_owned() }).collect();
            if now.is_none_or(|one| one.kind != kind) {
                deeds.push(Deed::Sort { remark, kind });
            }
            if !deeds.is_empty() {
                did(desk, id, deeds, texts, &[]).await;
            }
        }
        Wish::TakeBack(id, remark) => {
            did(desk, id, vec![Deed::Keep { remark, kept: false }], vec![], &[]).await;
        }
        Wish::People(id, count) => {
            did(desk, id, vec![Deed::People { count }], vec![], &[]).await;
        }
        Wish::Settle(id, key, value) => {
            did(desk, id, Deed::again(&key, &value).into_iter().collect(), vec![], &[]).await;
        }
        Wish::Undo(id) => undo(desk, id).await,
        Wish::Redo(id) => {
            let target = who(desk).and_then(|who| notebook(desk, id, |notebook| notebook.log().redoing(&who)));
            let Some(target) = target else { return desk.sign.set(Sign::Said(t::nothing_to_redo(desk.language))) };
            if enter(desk, id, Act::Undo(target), vec![], &[]).await {
                desk.sign.set(Sign::Said(t::redone(desk.language)));
            }
        }
        Wish::BackUp => parcel::back_up(desk).await,
        Wish::PutBack => parcel::put_back(desk).await,
    }
}

async fn be(desk: Desk, name: &Words) {
    match keep(&Lines::default(), &[(store::WHO, name.as_str())]).await {
        Ok(()) => {
            desk.who.set(Some(name.as_str().to_owned()));
            // What was asked for comes in the place of the question; the home stays as it is.
            if desk.room.get_untracked() != Room::Home {
                rooms::arrive();
            }
        }
        Err(error) => desk.sign.set(Sign::Cannot(error.into())),
    }
}

/// The words stay in the field until they are safe. What was typed meanwhile stays there behind them.
async fn note(desk: Desk, id: GatheringId, noted: Noted) {
    let (Some(remark), Some(text)) = (device::random().map(RemarkId::from), device::random().map(TextId::from)) else {
        return no_random(desk);
    };
    let words = noted.text.as_str().to_owned();
    let mut texts = vec![TextLine { text, is: words.clone() }];
    let mut named = |words: Option<Words>| -> Option<Option<TextId>> {
        let Some(words) = words else { return Some(None) };
        let text = TextId::from(device::random()?);
        texts.push(TextLine { text, is: words.as_str().to_owned() });
        Some(Some(text))
    };
    let (Some(stop), Some(speaker)) = (named(noted.stop), named(noted.speaker)) else { return no_random(desk) };
    let deed = Deed::Note { remark, text, kind: noted.kind, stop, speaker };
    if did(desk, id, vec![deed], texts, &[(&store::draft(id), "")]).await {
        desk.field.update(|field| {
            let rest = field.trim_start().strip_prefix(words.as_str()).map(|rest| rest.trim_start().to_owned());
            if let Some(rest) = rest {
                *field = rest;
            }
        });
    }
}

async fn undo(desk: Desk, id: GatheringId) {
    let undoing = who(desk).and_then(|who| notebook(desk, id, |notebook| notebook.log().undoing(&who)));
    let Some(undoing) = undoing else { return desk.sign.set(Sign::Said(t::nothing_to_undo(desk.language))) };
    if !undoing.theirs.is_empty() && !device::confirm(t::undo_sure(desk.language)) {
        return;
    }
    if enter(desk, id, Act::Undo(undoing.target), vec![], &[]).await {
        desk.sign.set(Sign::Said(t::undone(desk.language)));
    }
}

/// Does this as one step, and says that it is safe.
async fn did(desk: Desk, id: GatheringId, deeds: Vec<Deed>, texts: Vec<TextLine>, device: &[(&str, &str)]) -> bool {
    let safe = enter(desk, id, Act::Do(deeds), texts, device).await;
    if safe {
        let count = notebook(desk, id, |notebook| Gathering::of(notebook).remarks.len());
        desk.sign.set(Sign::Safe(count));
    }
    safe
}

/// Puts an entry in the log of a gathering, and the texts that it names beside it; whether that is safe.
async fn enter(desk: Desk, id: GatheringId, act: Act<Deed>, texts: Vec<TextLine>, device: &[(&str, &str)]) -> bool {
    desk.sign.set(Sign::Saving);
    let (Some(who), Some(name)) = (who(desk), device::random().map(EntryId::from)) else {
        no_random(desk);
        return false;
    };
    let at = device::milliseconds() as u64;
    let entry = notebook(desk, id, |notebook| notebook.next(name, &who, at, act));
    let mut lines = Lines::default();
    let key = |holds, name: String| LineKey { gathering: id, holds, name };
    for text in &texts {
        lines.put(key(Holds::Text, text.text.to_string()), serde_json::to_string(text).unwrap_or_default());
    }
    lines.put(key(Holds::Entry, entry.id.to_string()), entry.line());
    if let Err(error) = keep(&lines, device).await {
        desk.sign.set(Sign::Cannot(error.into()));
        return false;
    }
    desk.held.update(|held| {
        if let Held::Read(all) = held {
            all.entry(id).or_default().merge([entry], texts);
        }
    });
    desk.safety.update(|safety| safety.lines += 1);
    tell();
    true
}

/// Keeps lines, and what is said of the device.
pub async fn keep(lines: &Lines, device: &[(&str, &str)]) -> Result<(), StorageError> {
    Store::open().await?.keep(lines, device).await
}

/// Puts what was being typed back in the field, if nothing is typed yet.
pub fn put_back_draft(desk: Desk, draft: Option<&String>) {
    if let Some(draft) = draft.filter(|_| desk.field.with_untracked(String::is_empty)) {
        desk.field.set(draft.clone());
    }
}

fn who(desk: Desk) -> Option<String> {
    desk.who.get_untracked()
}

fn notebook<T>(desk: Desk, id: GatheringId, ask: impl FnOnce(&Notebook) -> T) -> T {
    desk.held.with_untracked(|held| ask(held.notebook(id).unwrap_or(&Notebook::default())))
}

/// A device without randomness can't name what it makes; such a browser keeps nothing either.
fn no_random(desk: Desk) {
    desk.sign.set(Sign::Cannot(Cannot::Refused));
}
