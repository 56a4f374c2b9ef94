//! The work folder that staff work in: read from what is kept in the browser, and kept there again.

use super::Failed;
use crate::{
    browser::desk::{
        device,
        opened::{Facts, Kept, Opened},
        under_way::{UnderWay, turn},
    },
    domain::{
        gathering::{Names, Offered},
        reaction::{Header, Known},
    },
    files::{
        error::Error,
        lines::Damage,
        work::{Accepting, Hand, Reading, Shelves, WorkFolder, is_lines},
    },
    view::desk::{
        Desk, Sign,
        fetch::{Doing, Stage, Work},
    },
};
use leptos::prelude::*;
use std::{
    cell::{Cell, RefCell},
    collections::BTreeMap,
};

/// A work folder that is being worked in.
pub struct Session {
    /// It.
    pub folder: WorkFolder<Kept>,
    /// What came in, and which gatherings count.
    pub accepting: Accepting,
    /// What is known of it.
    pub facts: Facts,
    /// What of files that were given could not be taken in.
    pub left_out: Vec<Damage>,
}

thread_local! {
    pub static SESSION: RefCell<Option<Session>> = const { RefCell::new(None) };
    /// What is being done with it.
    static UNDER_WAY: Cell<UnderWay> = Cell::new(UnderWay::default());
}

/// What the judges of reactions know: what was asked is not looked at here, as it decides nothing about gatherings.
pub fn nothing<'a>(_: &Header) -> Known<'a> {
    Known::Nothing
}

/// Reads the folder as it is kept.
pub async fn read_again(desk: Desk, work: RwSignal<Work>) -> Result<Sign, Failed> {
    let opened = Opened::open().await?;
    let Some(facts) = opened.facts().await? else { return Ok(Sign::Quiet) };
    let (paths, mut files) = (opened.paths().await?, BTreeMap::new());
    for (at, path) in paths.iter().enumerate() {
        let name = path.rsplit('/').next().unwrap_or_default();
        if let Some(inside) = path.strip_prefix(&facts.root).filter(|_| is_lines(name)) {
            files.insert(inside.to_owned(), opened.file(path).await?);
        }
        told(work, Doing::Opening, at, paths.len()).await?;
    }
    let folder = WorkFolder::new(Kept::of(files));
    let shelves = read(work, &folder).await?;
    let accepting = Accepting::of(shelves, offered(desk));
    SESSION.set(Some(Session { folder, accepting, facts, left_out: Vec::new() }));
    Ok(Sign::Quiet)
}

/// Reads what stands in the folder, and lets the browser have its turn meanwhile.
pub async fn read(work: RwSignal<Work>, folder: &WorkFolder<Kept>) -> Result<Shelves, Failed> {
    let mut reading = Reading::of(folder)?;
    while reading.step(folder, &nothing)? {
        let (at, of) = reading.progress();
        told(work, Doing::Opening, at, of).await?;
    }
    Ok(reading.done())
}

/// Keeps what was written in the folder.
pub async fn keep_fresh(session: &mut Session) -> Result<(), Failed> {
    let root = session.facts.root.clone();
    let fresh: Vec<_> =
        session.folder.folder_mut().fresh().into_iter().map(|(path, bytes)| (format!("{root}{path}"), bytes)).collect();
    if !fresh.is_empty() {
        let opened = Opened::open().await?;
        opened.keep(&fresh.iter().map(|(path, bytes)| (path, bytes)).collect::<Vec<_>>()).await?;
        session.facts.changes += fresh.len();
    }
    Ok(())
}

/// Lets somebody write.
pub fn with_hand<T>(desk: Desk, write: impl FnOnce(&mut Hand) -> Result<T, Error>) -> Result<T, Failed> {
    let who = desk.who.get_untracked().unwrap_or_default();
    let Some(day) = desk.today else { return Err(Failed::Random) };
    let at = device::milliseconds() as u64;
    Ok(write(&mut Hand { who: &who, at, day, names: Names(&mut device::random) })?)
}

/// The questions of the site.
pub fn offered(desk: Desk) -> Vec<Offered> {
    desk.offer.with_value(|offer| offer.questions.clone())
}

/// Begins something that takes its time.
pub async fn begin(work: RwSignal<Work>, doing: Doing) {
    UNDER_WAY.set(UnderWay::begin());
    work.update(|work| work.stage = Stage::Busy(doing, 0, 0));
    turn().await;
}

/// Tells how far it is, and lets the browser have its turn now and then; fails when somebody stopped it.
pub async fn told(work: RwSignal<Work>, doing: Doing, at: usize, of: usize) -> Result<(), Failed> {
    let told = UNDER_WAY.get().told(|| work.update(|work| work.stage = Stage::Busy(doing, at, of))).await;
    if doing == Doing::Opening { Ok(()) } else { Ok(told?) }
}

/// The same while it is kept; whether it is still wanted.
pub fn keeping(work: RwSignal<Work>, at: usize, of: usize) -> bool {
    work.update(|work| work.stage = Stage::Busy(Doing::Keeping, at, of));
    UNDER_WAY.get().still().is_ok()
}
