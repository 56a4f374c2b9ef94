//! What is written as it shows first, and keeping it: the draft, beside it on the device every step that led to it, and what is
//! ready.

use super::{
    Writing,
    folder::{Around, CONSULTATIONS, Draft, SECOND, name},
    together, with,
};
use crate::{
    browser::{
        desk::{device, opened::Opened},
        storage::StorageError,
    },
    files::content::manuscript::{
        Manuscript,
        gate::{self, Gate},
        history::History,
        matter::Matter,
        merge::merge,
        versions::Version,
    },
    view::desk::write,
};
use serde_json::json;
use std::{cell::Cell, collections::BTreeSet};

/// What is written, as it shows first.
pub fn open(matter: Matter, draft: Draft, around: Around) -> Writing {
    let Draft { text, steps, then, gate, second, both, versions } = draft;
    let then = then.and_then(|(at, text)| Some((at, Manuscript::read(text.as_bytes()).ok()?)));
    let read = Manuscript::read(text.as_bytes()).ok();
    let kept = steps.len();
    let (mut history, mut manuscript) = match then {
        Some((at, then)) => (History::of(&steps, at), Some(then)),
        None => (History::default(), None),
    };
    let at = history.reach();
    match (&mut manuscript, &read) {
        // Somebody else wrote it meanwhile, or mended it by hand.
        (Some(then), Some(now)) => {
            let now = now.root().clone();
            history.replaced(then.root_mut(), &now);
        }
        (Some(_), None) => {}
        (None, now) => manuscript = now.clone(),
    }
    let raw = if read.is_none() { Some(text.clone()) } else { None };
    Writing {
        path: format!("{}{}", around.root, matter.draft()),
        matter,
        manuscript: manuscript.unwrap_or_default(),
        history,
        raw,
        kept: text,
        // What can't be read of the steps is written over.
        steps: if at.0 == kept { at } else { (0, 0) },
        around,
        half: [(write::gate::WHO.to_owned(), second)].into_iter().filter(|(_, who)| !who.is_empty()).collect(),
        gate_kept: gate.clone(),
        gate: if gate.is_empty() { Gate::default() } else { Gate::read(gate.as_bytes()) },
        touched: BTreeSet::new(),
        unfolded: BTreeSet::new(),
        said: Vec::new(),
        changes: None,
        judged: Default::default(),
        both,
        versions,
        looked: None,
    }
}

thread_local! {
    static BUSY: Cell<bool> = const { Cell::new(false) };
}

/// How a draft came to be kept.
pub enum Kept {
    /// It was already.
    Before,
    /// It is now.
    Now,
    /// It is now, after what somebody else wrote in it meanwhile: that is a step before ours.
    AfterOthers,
}

/// Keeps the draft and its steps. `None`: that is under way, and what came since is kept with it.
pub async fn keep() -> Result<Option<Kept>, StorageError> {
    if BUSY.replace(true) {
        return Ok(None);
    }
    let done = keep_all().await;
    BUSY.set(false);
    done.map(Some)
}

async fn keep_all() -> Result<Kept, StorageError> {
    let mut kept = if keep_gate().await? { Kept::Now } else { Kept::Before };
    // What was typed meanwhile is kept as well.
    while let Some(others) = keep_once().await? {
        kept = if others || matches!(kept, Kept::AfterOthers) { Kept::AfterOthers } else { Kept::Now };
    }
    Ok(kept)
}

/// Keeps what was decided of the question; whether anything of it was new.
async fn keep_gate() -> Result<bool, StorageError> {
    let wanted = with(|writing| {
        let text = writing.gate.text();
        let is_new = text != writing.gate_kept && writing.gate != Gate::default();
        let second = writing.half.get(write::gate::WHO).cloned().unwrap_or_default();
        is_new.then(|| (format!("{}work/{}/{}", writing.around.root, writing.matter.name(), gate::FILE), text, second))
    });
    let Some((path, text, second)) = wanted.flatten() else { return Ok(false) };
    let notes = [(SECOND.to_owned(), second)];
    Opened::open().await?.keep_with(&[(&path, &text.clone().into_bytes())], &notes).await?;
    with(|writing| writing.gate_kept = text);
    Ok(true)
}

/// `None`: all of it was kept already; else whether somebody else wrote in it.
async fn keep_once() -> Result<Option<bool>, StorageError> {
    let wanted = with(|writing| {
        writing.history.pause();
        let text = writing.raw.clone().unwrap_or_else(|| writing.manuscript.text());
        let changed = text != writing.kept || writing.history.reach() != writing.steps;
        changed.then(|| (writing.matter.clone(), writing.path.clone(), writing.kept.clone()))
    });
    let Some((matter, path, kept)) = wanted.flatten() else { return Ok(None) };
    let opened = Opened::open().await?;
    if opened.facts().await?.is_none() {
        return Err(StorageError::Refused);
    }
    let there = opened.file(&path).await.unwrap_or_default();
    let theirs = if there == kept.as_bytes() || there.is_empty() { None } else { Manuscript::read(&there).ok() };
    let written = with(|writing| {
        if writing.matter != matter {
            return None;
        }
        let mut found = Vec::new();
        if let (Some(theirs), None) = (&theirs, &writing.raw) {
            let Writing { manuscript, history, both, .. } = writing;
            // What stood in the file as far as we knew is what both began with.
            let base = Manuscript::read(kept.as_bytes()).map(|base| base.root().clone()).unwrap_or_default();
            let merged = merge(&base, manuscript.root(), theirs.root());
            history.replaced(manuscript.root_mut(), theirs.root());
            history.replaced(manuscript.root_mut(), &merged.now);
            both.retain(|one| merged.both.iter().all(|new| new.at != one.at));
            both.extend(merged.both.iter().cloned());
            found = merged.both;
        }
        let text = writing.raw.clone().unwrap_or_else(|| writing.manuscript.text());
        let (count, at) = writing.history.reach();
        let from = writing.steps.0.min(count);
        let name = name(&matter);
        let lines = writing.history.lines(from).into_iter().enumerate();
        let mut notes: Vec<_> = lines.map(|(n, line)| (format!("{name}/{:08}", from + n), line)).collect();
        notes.extend(together::notes(&matter, &found));
        if writing.raw.is_none() {
            notes.push((name, json!({ "at": at, "text": text }).to_string()));
        }
        Some((text, notes, (count, at)))
    });
    let Some((text, notes, steps)) = written.flatten() else { return Ok(None) };
    opened.keep_with(&[(&path, &text.clone().into_bytes())], &notes).await?;
    with(|writing| {
        if writing.matter == matter {
            (writing.kept, writing.steps) = (text, steps);
        }
    });
    Ok(Some(theirs.is_some()))
}

/// Puts what was written in the place of what is published.
pub async fn ready() -> Result<(), StorageError> {
    match with(|writing| writing.manuscript.clone()) {
        Some(written) => put_ready(&written).await,
        None => Ok(()),
    }
}

/// Puts this in the place of what is published of what is open.
pub async fn put_ready(now: &Manuscript) -> Result<(), StorageError> {
    let path = |writing: &mut Writing| {
        let inside = match (&writing.matter, &writing.around.own) {
            (Matter::Question(slug), _) => format!("{CONSULTATIONS}{slug}.json"),
            (Matter::Site, Some((path, _))) => path.clone(),
            (Matter::Site, None) => "site.json".to_owned(),
        };
        format!("{}{inside}", writing.around.root)
    };
    let Some(path) = with(path) else { return Ok(()) };
    // A colleague who has what stood there before is seen to have had it.
    let former = with(|writing| {
        let text = writing.published()?.text();
        let version = Version::new(&device::stamp(), &text);
        let is_new = writing.versions.iter().all(|one| one.sum != version.sum);
        let path = format!("{}{}", writing.around.root, version.path(writing.matter.name()));
        is_new.then_some((version, path, text.into_bytes()))
    });
    let former = former.flatten();
    let text = now.text().into_bytes();
    let before = former.as_ref().map(|(_, path, text)| (path, text));
    let files: Vec<_> = before.into_iter().chain([(&path, &text)]).collect();
    Opened::open().await?.keep(&files).await?;
    with(|writing| writing.versions.extend(former.map(|(version, ..)| version)));
    with(|writing| match &writing.matter {
        Matter::Question(slug) => {
            writing.around.published.retain(|(one, _)| one != slug);
            writing.around.published.push((slug.clone(), now.clone()));
        }
        Matter::Site => {
            let path = writing.around.own.take().map_or_else(|| "site.json".to_owned(), |(path, _)| path);
            writing.around.own = Some((path, now.clone()));
        }
    });
    Ok(())
}
