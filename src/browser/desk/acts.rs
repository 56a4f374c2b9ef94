//! Doing what somebody wants: an entry is made, kept with the texts that it names, read back, and only then shown.

use super::{
    device, practice, rooms,
    store::{self, Store},
    windows,
};
use crate::{
    browser::storage::StorageError,
    domain::{
        gathering::{
            Book, Deed, Draft, Gathering, GatheringId, Names, Notebook, Noted, TextLine, Words, Written, step,
        },
        log::{Act, Entry, EntryId},
        room::Room,
        sending::{self, BY},
    },
    files::gatherings::{Holds, LineKey, Lines},
    texts::{desk as t, typing},
    view::desk::{Cannot, Desk, PHOTO, Sign, Wish, turns::Turning},
};
use leptos::prelude::*;
use std::{cell::RefCell, future::Future, pin::Pin};
use wasm_bindgen_futures::spawn_local;

/// Something that waits for its turn.
enum Turn {
    /// A wish of any room.
    Wish(Wish),
    /// The work of a room that came later.
    Work(Pin<Box<dyn Future<Output = ()>>>),
}

thread_local! {
    /// What waits to be done: one thing at a time, in the order in which somebody wanted it.
    static QUEUE: RefCell<(bool, Vec<Turn>)> = const { RefCell::new((false, Vec::new())) };
}

/// What does it.
pub fn acts(desk: Desk) -> Callback<Wish> {
    Callback::new(move |wish: Wish| {
        // What is typed is read when its turn comes, so once is enough.
        let same =
            |turn: &Turn| matches!((turn, &wish), (Turn::Wish(Wish::Type(one)), Wish::Type(other)) if one == other);
        if !QUEUE.with_borrow(|(_, waiting)| waiting.iter().any(same)) {
            queue(desk, Turn::Wish(wish));
        }
    })
}

/// Does this once everything is done that somebody wanted before.
pub fn in_turn(desk: Desk, work: impl Future<Output = ()> + 'static) {
    queue(desk, Turn::Work(Box::pin(work)));
}

fn queue(desk: Desk, turn: Turn) {
    let busy = QUEUE.with_borrow_mut(|(busy, waiting)| {
        waiting.push(turn);
        std::mem::replace(busy, true)
    });
    if !busy {
        spawn_local(async move {
            while let Some(turn) = next() {
                match turn {
                    Turn::Wish(wish) => perform(desk, wish).await,
                    Turn::Work(work) => work.await,
                }
            }
        });
    }
}

fn next() -> Option<Turn> {
    QUEUE.with_borrow_mut(|(busy, waiting)| {
        *busy = !waiting.is_empty();
        (*busy).then(|| waiting.remove(0))
    })
}

async fn perform(desk: Desk, wish: Wish) {
    match wish {
        Wish::Be(name) => be(desk, &name).await,
        Wish::EndPractice(id) => practice::end(desk, id).await,
        Wish::Note(id, noted) => note(desk, id, &noted).await,
        Wish::Type(draft) => {
            let typed = typed(desk, draft).unwrap_or_default();
            // What is typed is still in the field; whoever saves it hears whether that could be done.
            let _ = keep(&Lines::default(), &[(&draft.key(), &typed)]).await;
        }
        Wish::ThrowAway(draft) => {
            if device::confirm(typing::throw_away_sure(desk.language)) {
                desk.typed.update(|all| drop(all.remove(&draft.key())));
                if let Err(error) = keep(&Lines::default(), &[(&draft.key(), "")]).await {
                    desk.sign.set(Sign::Cannot(error.into()));
                }
            }
        }
        Wish::Step(id, what) => {
            step(desk, id, &*what, None).await;
        }
        Wish::Finish(id, draft, what) => {
            step(desk, id, &*what, Some(draft)).await;
        }
        Wish::Photo => show_photo(desk, device::picture(PHOTO)),
        Wish::NoPhoto => show_photo(desk, None),
        Wish::Undo(id, turning) => undo(desk, id, turning).await,
        Wish::Redo(id, turning) => redo(desk, id, turning).await,
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

/// The former photo goes, and the memory that it took.
fn show_photo(desk: Desk, address: Option<String>) {
    if let Some(former) = desk.photo.get_untracked() {
        device::forget_picture(&former);
    }
    desk.photo.set(address);
}

/// The words stay in the field until they are safe. What was typed meanwhile stays there behind them.
async fn note(desk: Desk, id: GatheringId, noted: &Noted) {
    if step(desk, id, &|notebook, names| step::note(notebook, noted, names), Some(Draft::Remark(id))).await {
        desk.field.update(|field| {
            let rest = field.trim_start().strip_prefix(noted.text.as_str()).map(|rest| rest.trim_start().to_owned());
            if let Some(rest) = rest {
                *field = rest;
            }
        });
        let rest = desk.field.get_untracked();
        if !rest.is_empty() {
            // What is typed meanwhile is still to be kept: its turn comes after this.
            desk.typed.update(|all| drop(all.insert(Draft::Remark(id).key(), rest)));
        }
    }
}

/// Takes back what somebody did last of what the room shows, and says what that was.
async fn undo(desk: Desk, id: GatheringId, Turning { part, called }: Turning) {
    let (language, who) = (desk.language, who(desk).unwrap_or_default());
    let found = notebook(desk, id, |notebook| {
        let undoing = part.undoing(notebook, &who)?;
        let deeds = notebook.log().did(&undoing.target)?;
        let sent = sending::sent(notebook);
        // What is put back stands as it was sent.
        let changes = |deed: &Deed| !matches!(deed, Deed::Keep { kept: false, .. });
        let sent =
            deeds.iter().filter(|deed| changes(deed)).filter_map(Deed::remark).any(|one| sent.contains_key(&one));
        let asks = part.asks(deeds, Gathering::of(notebook).closed);
        Some((undoing, called(language, notebook, deeds), sent, asks))
    });
    let Some((undoing, what, sent, asks)) = found else {
        return desk.sign.set(Sign::Nothing(t::nothing_to_undo(language)));
    };
    // What no person did is no change of a colleague.
    let theirs = undoing.theirs.iter().find(|(_, rival)| rival.who != BY);
    if theirs.is_some_and(|(_, rival)| !device::confirm(&t::undo_sure(language, &rival.who, &what))) {
        return;
    }
    if sent && !device::confirm(&t::undo_sent(language, &what)) {
        return;
    }
    // Whoever was asked already heard what it is.
    if asks && !sent && theirs.is_none() && !device::confirm(&t::undo_asks(language, &what)) {
        return;
    }
    if enter(desk, id, Act::Undo(undoing.target), vec![], &[]).await {
        desk.sign.set(Sign::Told(t::undone(language, &what)));
    }
}

/// Puts that back.
async fn redo(desk: Desk, id: GatheringId, Turning { part, called }: Turning) {
    let (language, who) = (desk.language, who(desk).unwrap_or_default());
    let found = notebook(desk, id, |notebook| {
        let target = part.redoing(notebook, &who)?;
        Some((target, called(language, notebook, notebook.log().took_back(&target)?)))
    });
    let Some((target, what)) = found else { return desk.sign.set(Sign::Nothing(t::nothing_to_redo(language))) };
    if enter(desk, id, Act::Undo(target), vec![], &[]).await {
        desk.sign.set(Sign::Told(t::redone(language, &what)));
    }
}

/// Does this as one step, and says that it is safe. What holds already is safe too.
pub async fn step(
    desk: Desk,
    id: GatheringId,
    what: &dyn Fn(&Notebook, &mut Names) -> Option<Written>,
    draft: Option<Draft>,
) -> bool {
    let key = draft.map(Draft::key);
    let device: Vec<_> = key.as_deref().map(|key| (key, "")).into_iter().collect();
    let before = draft.and_then(|draft| typed(desk, draft));
    let written = notebook(desk, id, |notebook| what(notebook, &mut Names(&mut device::random)));
    let Some(Written { deeds, texts }) = written else {
        no_random(desk);
        return false;
    };
    let took_back = matches!(deeds[..], [Deed::Keep { kept: false, .. }]);
    let safe = match deeds.is_empty() {
        // What holds already is safe; only what was half typed goes.
        true => device.is_empty() || keep(&Lines::default(), &device).await.is_ok(),
        false => enter(desk, id, Act::Do(deeds), texts, &device).await,
    };
    if safe {
        if let Some(draft) = draft.filter(|draft| typed(desk, *draft) == before) {
            desk.typed.update(|all| drop(all.remove(&draft.key())));
        }
        let count = desk.held.with_untracked(|held| held.book(id).map_or(0, |book| book.now().remarks.len()));
        // Where one notes, it is the remarks that count.
        let noting = desk.room.get_untracked().piece().is_none();
        desk.sign.set(match noting {
            true if took_back => Sign::Said(t::took_back(desk.language)),
            true => Sign::Safe(count),
            false => Sign::Said(t::safe(desk.language)),
        });
    }
    safe
}

/// Puts what somebody does in the log of a gathering; whether that is safe.
async fn enter(desk: Desk, id: GatheringId, act: Act<Deed>, texts: Vec<TextLine>, device: &[(&str, &str)]) -> bool {
    desk.sign.set(Sign::Saving);
    match who(desk) {
        Some(who) => write(desk, id, &who, act, &texts, device).await,
        None => {
            no_random(desk);
            false
        }
    }
}

/// Puts an entry in the log of a gathering, and the texts that it names beside it; whether that is safe.
pub async fn write(
    desk: Desk,
    id: GatheringId,
    who: &str,
    act: Act<Deed>,
    texts: &[TextLine],
    device: &[(&str, &str)],
) -> bool {
    let Some(name) = device::random().map(EntryId::from) else {
        no_random(desk);
        return false;
    };
    let at = device::milliseconds() as u64;
    let entry = notebook(desk, id, |notebook| notebook.next(name, who, at, act));
    put(desk, id, &entry, texts, device).await
}

/// Keeps an entry of a gathering, and the texts that it names; whether that is safe.
pub async fn put(
    desk: Desk,
    id: GatheringId,
    entry: &Entry<Deed>,
    texts: &[TextLine],
    device: &[(&str, &str)],
) -> bool {
    let lines = lines(id, entry, texts);
    if let Err(error) = keep(&lines, device).await {
        desk.sign.set(Sign::Cannot(error.into()));
        return false;
    }
    windows::take_in(desk, &lines);
    windows::tell(Some(&lines));
    true
}

/// The lines of an entry and the texts that it names.
fn lines(gathering: GatheringId, entry: &Entry<Deed>, texts: &[TextLine]) -> Lines {
    let mut lines = Lines::default();
    let key = |holds, name: String| LineKey { gathering, holds, name };
    for text in texts {
        lines.put(key(Holds::Text, text.text.to_string()), serde_json::to_string(text).unwrap_or_default());
    }
    lines.put(key(Holds::Entry, entry.id.to_string()), entry.line());
    lines
}

/// Keeps lines, and what is said of the device. A store that the browser closed meanwhile is opened again; keeping the same
/// twice changes nothing.
pub async fn keep(lines: &Lines, device: &[(&str, &str)]) -> Result<(), StorageError> {
    match Store::open().await?.keep(lines, device).await {
        Err(StorageError::Refused) => Store::open_again().await?.keep(lines, device).await,
        kept => kept,
    }
}

/// Puts what was being typed back in the field, if nothing is typed yet.
pub fn put_back_draft(desk: Desk, id: GatheringId) {
    let draft = typed(desk, Draft::Remark(id));
    if let Some(draft) = draft.filter(|_| desk.field.with_untracked(String::is_empty)) {
        desk.field.set(draft);
    }
}

/// What is half typed there.
fn typed(desk: Desk, draft: Draft) -> Option<String> {
    desk.typed.with_untracked(|all| all.get(&draft.key()).cloned())
}

fn who(desk: Desk) -> Option<String> {
    desk.who.get_untracked()
}

fn notebook<T>(desk: Desk, id: GatheringId, ask: impl FnOnce(&Notebook) -> T) -> T {
    desk.held.with_untracked(|held| ask(held.book(id).map_or(&Notebook::default(), Book::notebook)))
}

/// A device without randomness can't name what it makes; such a browser keeps nothing either.
pub fn no_random(desk: Desk) {
    desk.sign.set(Sign::Cannot(Cannot::Refused));
}
