//! A work folder, wherever it is: `work/<slug>/*.ndjson` holds reactions, `log/*.ndjson` below it what staff did, and
//! `texts/*.ndjson` what they wrote.
//!
//! Names of files do not matter: every `*.ndjson` is read, so that copies which two people made at once are merged by being
//! there. A file that is written is new and is never changed afterwards, but to erase something from it.
//!
//! - [`shelves`]: all that stands in one, read at once or part by part.
//! - [`accepting`]: which gatherings there are, and whether what they sent counts.
//! - [`gathered`]: reactions that come in.
//! - [`handed`]: what is in a file that somebody gives; [`joined`]: the whole work folder of a colleague.

pub mod accepting;
pub mod gathered;
pub mod handed;
pub mod joined;
pub mod shelves;

pub use accepting::{Accepting, Decided, InFile, Stand};
pub use gathered::{Added, Gathered};
pub use handed::{Handed, NotTaken};
pub use joined::Joined;
pub use shelves::{Reading, Shelves};

use super::{
    error::Error,
    exchange::fitting,
    folder::{Folder, join},
    gatherings::{self, Lines},
    lines::{Shelf, lines},
};
use crate::domain::{
    day::Day,
    gathering::{GatheringId, Names, Thing, erasable},
    id::{Id, ReactionId},
    json,
    log::{Act, Entry, Erased, ErasedWhy, Log, TextId},
    reaction::Knows,
    sending,
    work::{Deed, Gatherings, PassageLine},
};
use std::{collections::BTreeMap, io, path::PathBuf};

/// The folder in a work folder in which consultations have theirs.
pub const WORK: &str = "work";
/// Reactions to consultations that the content does not have: no slug is called so.
const UNKNOWN: &str = "_unknown";

/// What stands in a file of lines.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Reactions.
    Reactions,
    /// What staff did.
    Log,
    /// What they wrote.
    Texts,
}

impl Kind {
    /// All of them.
    pub const ALL: [Kind; 3] = [Kind::Reactions, Kind::Log, Kind::Texts];

    fn folder(self) -> &'static str {
        match self {
            Kind::Reactions => "",
            Kind::Log => "log",
            Kind::Texts => "texts",
        }
    }
}

/// Who writes in a work folder, and when.
pub struct Hand<'a> {
    /// A name, never published.
    pub who: &'a str,
    /// Milliseconds since 1970, by the clock of the device.
    pub at: u64,
    /// The day.
    pub day: Day,
    /// Fresh names, for entries, texts and files.
    pub names: Names<'a>,
}

impl Hand<'_> {
    /// A fresh name.
    pub fn fresh<T: From<[u8; 12]>>(&mut self) -> Result<T, Error> {
        self.names.fresh().ok_or(Error::NoRandom)
    }

    /// An entry of theirs, now.
    pub fn entry(&mut self, log: &Log<Deed>, act: Act<Deed>) -> Result<Entry<Deed>, Error> {
        Ok(log.next(self.fresh()?, self.who, self.at, act))
    }
}

/// A work folder.
#[derive(Clone, Debug)]
pub struct WorkFolder<F> {
    folder: F,
}

impl<F: Folder> WorkFolder<F> {
    /// The one in this folder; it need not be there yet.
    pub fn new(folder: F) -> Self {
        Self { folder }
    }

    /// The folder that it is in.
    pub fn folder(&self) -> &F {
        &self.folder
    }

    /// The same, to put a file in.
    pub fn folder_mut(&mut self) -> &mut F {
        &mut self.folder
    }

    /// Whether there is work in it.
    pub fn is_one(&self) -> bool {
        let has = |name| self.folder.list(name).is_ok();
        has(WORK) || has(gatherings::FOLDER)
    }

    /// The consultations of which there is something, by slug.
    pub fn slugs(&self) -> Result<Vec<Id>, Error> {
        let names = self.names(WORK, true)?;
        Ok(names.iter().filter_map(|name| Id::try_from(name.as_str()).ok()).collect())
    }

    /// The files of lines of one kind, by path; of no consultation: of those that nobody knows.
    pub fn files(&self, slug: Option<&Id>, kind: Kind) -> Result<Vec<String>, Error> {
        self.lines_in(&place(slug, kind))
    }

    /// Everything that stands in the folder of a consultation.
    pub fn shelf(&self, slug: Option<&Id>, knows: Knows) -> Result<Shelf, Error> {
        let mut shelf = Shelf::new(slug.cloned());
        for kind in Kind::ALL {
            for path in self.files(slug, kind)? {
                put(&mut shelf, kind, &path, (0, &self.read(&path)?), knows);
            }
        }
        shelf.fold();
        if slug.is_some() {
            shelf.gatherings = self.gatherings()?;
        }
        Ok(shelf)
    }

    /// The files of gatherings, by path.
    fn gathering_files(&self) -> Result<Vec<String>, Error> {
        let mut all = Vec::new();
        for one in self.names(gatherings::FOLDER, true)? {
            let dir = join(gatherings::FOLDER, &one);
            all.extend(self.lines_in(&dir)?);
            all.extend(self.lines_in(&join(&dir, "log"))?);
        }
        Ok(all)
    }

    /// The lines of every gathering.
    pub fn gathering_lines(&self) -> Result<Lines, Error> {
        let mut all = Lines::default();
        for path in self.gathering_files()? {
            all.file(&path, &self.read(&path)?);
        }
        Ok(all)
    }

    /// What is here of gatherings.
    pub fn gatherings(&self) -> Result<Gatherings, Error> {
        Ok(Gatherings::of(&self.gathering_lines()?.books()))
    }

    /// Takes over what is not here yet of gatherings; how many lines that is. What was erased here does not come back.
    pub fn take_over(&mut self, taken: Lines, hand: &mut Hand) -> Result<usize, Error> {
        let here = self.gathering_lines()?;
        let books = here.books();
        let mut fresh: BTreeMap<String, Vec<String>> = BTreeMap::new();
        for (key, line) in taken.all.into_iter().filter(|(key, _)| !here.all.contains_key(key)) {
            if books.get(&key.gathering).is_some_and(|book| key.is_erased(book)) {
                continue;
            }
            fresh.entry(key.folder()).or_default().push(line);
        }
        for (dir, lines) in &fresh {
            self.add_in(dir, hand, lines)?;
        }
        Ok(fresh.values().map(Vec::len).sum())
    }

    /// What staff did, without anything else.
    pub fn log(&self, slug: &Id) -> Result<Log<Deed>, Error> {
        let mut shelf = Shelf::new(Some(slug.clone()));
        for path in self.files(Some(slug), Kind::Log)? {
            shelf.entries("", 0, &self.read(&path)?);
        }
        shelf.fold();
        Ok(shelf.log)
    }

    /// Writes lines in new files, each whole or not at all.
    pub fn add(&mut self, slug: Option<&Id>, kind: Kind, hand: &mut Hand, lines: &[String]) -> Result<(), Error> {
        self.add_in(&place(slug, kind), hand, lines)
    }

    /// Puts an entry in the log, and before it the texts that it names.
    pub fn record(
        &mut self,
        slug: &Id,
        entry: &Entry<Deed>,
        texts: &[PassageLine],
        hand: &mut Hand,
    ) -> Result<(), Error> {
        let line = |text: &PassageLine| serde_json::to_string(text).unwrap_or_default();
        self.add(Some(slug), Kind::Texts, hand, &texts.iter().map(line).collect::<Vec<_>>())?;
        self.add(Some(slug), Kind::Log, hand, &[entry.line()])
    }

    /// Erases the words of the remark that became this reaction, and whose they were, from the gathering that they were said in:
    /// first what keeps them out, then the words. Whether there is one.
    pub fn erase_remark(&mut self, reaction: &ReactionId, why: ErasedWhy, hand: &mut Hand) -> Result<bool, Error> {
        let lines = self.gathering_lines()?;
        for (id, book) in lines.books() {
            let notebook = book.notebook();
            let remark = sending::reactions(id, notebook).into_iter().find(|(_, other)| other == reaction);
            let Some((remark, _)) = remark else { continue };
            let texts = erasable::texts(notebook, Thing::Remark(remark));
            let dir = gathering(id);
            if texts.iter().any(|text| notebook.log().erased_text(text).is_none()) {
                let act = Act::Erase(Erased { texts: texts.clone(), reactions: Vec::new(), why });
                let entry = notebook.next(hand.fresh()?, hand.who, hand.at, act);
                self.add_in(&join(&dir, "log"), hand, &[entry.line()])?;
            }
            let is_gone = |line: &[u8]| {
                let json = serde_json::from_slice::<serde_json::Value>(line).unwrap_or_default();
                let text = json["text"].as_str().and_then(|text| TextId::try_from(text).ok());
                text.is_some_and(|text| texts.contains(&text))
            };
            self.take_out_of(&self.lines_in(&dir)?, is_gone)?;
            return Ok(true);
        }
        Ok(false)
    }

    /// Takes out every reaction that was sent as a test.
    pub fn take_out_tests(&mut self) -> Result<(), Error> {
        let is_test = |line: &[u8]| {
            let json = json::strict(line).ok();
            json.is_some_and(|json| json.pointer("/reaction/test") == Some(&serde_json::Value::Bool(true)))
        };
        self.take_out(None, Kind::Reactions, is_test)?;
        for slug in self.slugs()? {
            self.take_out(Some(&slug), Kind::Reactions, is_test)?;
        }
        Ok(())
    }

    /// Takes lines out of every file of a kind; says how many. All else stays, to the letter.
    pub fn take_out(&mut self, slug: Option<&Id>, kind: Kind, is: impl Fn(&[u8]) -> bool) -> Result<usize, Error> {
        self.take_out_of(&self.files(slug, kind)?, is)
    }

    fn take_out_of(&mut self, files: &[String], is: impl Fn(&[u8]) -> bool) -> Result<usize, Error> {
        let mut gone = 0;
        for path in files {
            let bytes = self.read(path)?;
            let kept: Vec<&[u8]> = lines(&bytes).map(|(_, line)| line).filter(|line| !is(line)).collect();
            let count = lines(&bytes).count() - kept.len();
            if count == 0 {
                continue;
            }
            gone += count;
            let left: Vec<u8> = kept.iter().flat_map(|line| [line, &b"\n"[..]]).flatten().copied().collect();
            self.write(path, &left)?;
        }
        Ok(gone)
    }

    /// Writes lines in new files of a folder in it.
    fn add_in(&mut self, dir: &str, hand: &mut Hand, lines: &[String]) -> Result<(), Error> {
        let mut rest = lines;
        while !rest.is_empty() {
            let (now, later) = rest.split_at(fitting(0, rest));
            let random: TextId = hand.fresh()?;
            let name = format!("{}-{random}.ndjson", hand.day);
            let text: String = now.iter().flat_map(|line| [line, "\n"]).collect();
            self.write(&join(dir, &name), text.as_bytes())?;
            rest = later;
        }
        Ok(())
    }

    fn read(&self, path: &str) -> Result<Vec<u8>, Error> {
        self.folder.read(path, u64::MAX).map_err(|cause| Error::Read { path: self.named(path), cause })
    }

    fn write(&mut self, path: &str, bytes: &[u8]) -> Result<(), Error> {
        self.folder.write(path, bytes).map_err(|cause| Error::Write { path: self.named(path), cause })
    }

    fn named(&self, path: &str) -> PathBuf {
        self.folder.named(path)
    }

    /// What stands in a folder, by name: folders, or files. Nothing where there is none.
    fn names(&self, dir: &str, folders: bool) -> Result<Vec<String>, Error> {
        match self.folder.list(dir) {
            Ok(all) => {
                let wanted = all.into_iter().filter(|child| child.is_folder == folders);
                let mut names: Vec<_> = wanted.map(|child| child.name).collect();
                names.sort();
                Ok(names)
            }
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(Vec::new()),
            Err(cause) => Err(Error::Read { path: self.named(dir), cause }),
        }
    }

    /// The files of lines in a folder, by path.
    fn lines_in(&self, dir: &str) -> Result<Vec<String>, Error> {
        let names = self.names(dir, false)?;
        Ok(names.iter().filter(|name| is_lines(name)).map(|name| join(dir, name)).collect())
    }
}

/// Whether a file is one of lines, by its name.
pub fn is_lines(name: &str) -> bool {
    name.to_lowercase().ends_with(".ndjson") && !name.starts_with('.')
}

/// The folder of what is kept of a consultation; of one that nobody knows, that of all those.
fn place(slug: Option<&Id>, kind: Kind) -> String {
    let own = join(WORK, slug.map_or(UNKNOWN, Id::as_str));
    if kind.folder().is_empty() { own } else { join(&own, kind.folder()) }
}

/// The folder of a gathering.
fn gathering(id: GatheringId) -> String {
    join(gatherings::FOLDER, &id.to_string())
}

/// Puts what is in a file on its shelf.
fn put(shelf: &mut Shelf, kind: Kind, path: &str, (before, bytes): (usize, &[u8]), knows: Knows) {
    match kind {
        Kind::Reactions => shelf.reactions(path, before, bytes, knows),
        Kind::Log => shelf.entries(path, before, bytes),
        Kind::Texts => shelf.texts(path, before, bytes),
    }
}
