//! The work folder on the disk: `work/<slug>/*.ndjson` holds reactions, `log/*.ndjson` below it what staff did, and
//! `texts/*.ndjson` what they wrote.
//!
//! Names of files do not matter: every `*.ndjson` is read, so that copies which two people made at once are merged by being
//! there. A file that is written is new and is never changed afterwards, but to erase something from it.

use crate::{
    domain::{
        day::Day,
        gathering::{Thing, erasable},
        id::{Id, ReactionId},
        json,
        log::{Act, Entry, EntryId, Erased, ErasedWhy, Log, TextId},
        reaction::Knows,
        sending,
        work::{Deed, Gatherings, PassageLine},
    },
    files::{
        content::Content,
        error::Error,
        gatherings::{self, Lines},
        lines::{Shelf, lines},
        parcel::{self, ParcelFault},
    },
    native::{clock::Clock, disk, identity, private, whereabouts},
};
use std::{
    collections::BTreeMap,
    fs, io,
    path::{Path, PathBuf},
};

/// The folder in a work folder in which consultations have theirs.
pub const WORK: &str = "work";
/// Reactions to consultations that the content does not have: no slug is called so.
const UNKNOWN: &str = "_unknown";
/// How large a file becomes, in bytes.
const FILE: usize = 1024 * 1024;

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
    const ALL: [Kind; 3] = [Kind::Reactions, Kind::Log, Kind::Texts];

    fn folder(self) -> &'static str {
        match self {
            Kind::Reactions => "",
            Kind::Log => "log",
            Kind::Texts => "texts",
        }
    }
}

/// A work folder.
#[derive(Clone, Debug)]
pub struct WorkFolder {
    root: PathBuf,
}

impl WorkFolder {
    /// The work folder at this path; it need not be there yet.
    pub fn at(root: &Path) -> Result<Self, Error> {
        if root.exists() && !root.is_dir() {
            return Err(Error::NoWorkFolder(root.to_owned()));
        }
        Ok(Self { root: root.to_owned() })
    }

    /// One that is there, with work in it.
    pub fn open(root: &Path) -> Result<Self, Error> {
        let is_one = root.join(WORK).is_dir() || root.join(gatherings::FOLDER).is_dir();
        if is_one { Self::at(root) } else { Err(Error::NoWorkFolder(root.to_owned())) }
    }

    /// Where it is.
    pub fn root(&self) -> &Path {
        &self.root
    }

    /// The folder that holds what people wrote.
    pub fn work(&self) -> PathBuf {
        self.root.join(WORK)
    }

    /// The content with the folder that it is in: this one, or else that in the work folder itself, if it is there.
    pub fn content(&self, named: Option<&Path>) -> Result<Option<(PathBuf, Content)>, Error> {
        let own = self.root.join("content");
        let Some(dir) = named.or_else(|| own.is_dir().then_some(own.as_path())) else { return Ok(None) };
        Ok(Some((dir.to_owned(), whereabouts::load(dir).map_err(Error::Content)?)))
    }

    /// The same, without the folder.
    pub fn load_content(&self, named: Option<&Path>) -> Result<Option<Content>, Error> {
        Ok(self.content(named)?.map(|(_, content)| content))
    }

    /// The consultations of which there is something, by slug.
    pub fn slugs(&self) -> Result<Vec<Id>, Error> {
        let names = names(&self.root.join(WORK))?;
        Ok(names.iter().filter_map(|name| Id::try_from(name.as_str()).ok()).collect())
    }

    /// The folder of a consultation; of one that nobody knows, the folder of all those.
    fn place(&self, slug: Option<&Id>) -> PathBuf {
        self.root.join(WORK).join(slug.map_or(UNKNOWN, Id::as_str))
    }

    /// The files of lines of one kind, by name.
    pub fn files(&self, slug: Option<&Id>, kind: Kind) -> Result<Vec<PathBuf>, Error> {
        files_in(&self.place(slug).join(kind.folder()))
    }

    /// Everything that stands in the folder of a consultation.
    pub fn shelf(&self, slug: Option<&Id>, knows: Knows) -> Result<Shelf, Error> {
        let mut shelf = Shelf::new(slug.cloned());
        for kind in Kind::ALL {
            for file in self.files(slug, kind)? {
                let bytes = fs::read(&file).map_err(Error::read(&file))?;
                let name = file.strip_prefix(&self.root).unwrap_or(&file).display().to_string();
                match kind {
                    Kind::Reactions => shelf.reactions(&name, &bytes, knows),
                    Kind::Log => shelf.entries(&name, &bytes),
                    Kind::Texts => shelf.texts(&name, &bytes),
                }
            }
        }
        shelf.fold();
        if slug.is_some() {
            shelf.gatherings = self.gatherings()?;
        }
        Ok(shelf)
    }

    /// The lines of every gathering.
    pub fn gathering_lines(&self) -> Result<Lines, Error> {
        let mut all = Lines::default();
        let dir = self.root.join(gatherings::FOLDER);
        for one in names(&dir)? {
            for part in ["", "log"] {
                let dir = dir.join(&one).join(part);
                for name in if dir.is_dir() { names(&dir)? } else { Vec::new() } {
                    let file = dir.join(&name);
                    let path = file.strip_prefix(&self.root).unwrap_or(&file).display().to_string();
                    if file.is_file() {
                        all.file(&path.replace('\\', "/"), &fs::read(&file).map_err(Error::read(&file))?);
                    }
                }
            }
        }
        Ok(all)
    }

    /// What is here of gatherings.
    pub fn gatherings(&self) -> Result<Gatherings, Error> {
        Ok(Gatherings::of(&self.gathering_lines()?.books()))
    }

    /// Takes over what is not here yet of the gatherings in a back-up of a desk, or in a folder; how many lines that is.
    pub fn take_over(&self, from: &Path, day: Day) -> Result<usize, Error> {
        let taken = if from.is_dir() {
            Self::at(from)?.gathering_lines()?
        } else {
            let bytes = disk::read(from, parcel::LARGEST).map_err(Error::read(from))?;
            let files = parcel::unpack(&bytes).map_err(|fault| Error::Parcel { path: from.to_owned(), fault })?;
            let mut lines = Lines::default();
            for (path, bytes) in &files {
                lines.file(path, bytes);
            }
            lines
        };
        if taken.all.is_empty() {
            return Err(Error::Parcel { path: from.to_owned(), fault: ParcelFault::NoZip });
        }
        let here = self.gathering_lines()?;
        let books = here.books();
        let mut fresh: BTreeMap<PathBuf, Vec<String>> = BTreeMap::new();
        for (key, line) in taken.all.into_iter().filter(|(key, _)| !here.all.contains_key(key)) {
            // What was erased here does not come back.
            if books.get(&key.gathering).is_some_and(|book| key.is_erased(book)) {
                continue;
            }
            fresh.entry(self.root.join(key.folder())).or_default().push(line);
        }
        fresh.iter().try_for_each(|(dir, lines)| add(dir, day, lines))?;
        Ok(fresh.values().map(Vec::len).sum())
    }

    /// What staff did, without anything else.
    pub fn log(&self, slug: &Id) -> Result<Log<Deed>, Error> {
        let mut shelf = Shelf::new(Some(slug.clone()));
        for file in self.files(Some(slug), Kind::Log)? {
            shelf.entries("", &fs::read(&file).map_err(Error::read(&file))?);
        }
        shelf.fold();
        Ok(shelf.log)
    }

    /// Writes lines in new files, each whole or not at all.
    pub fn add(&self, slug: Option<&Id>, kind: Kind, day: Day, lines: &[String]) -> Result<(), Error> {
        add(&self.place(slug).join(kind.folder()), day, lines)
    }

    /// Erases the words of the remark that became this reaction, and whose they were, from the gathering that they were said in:
    /// first what keeps them out, then the words. Whether there is one.
    pub fn erase_remark(&self, reaction: &ReactionId, why: ErasedWhy, who: &str, day: Day) -> Result<bool, Error> {
        let lines = self.gathering_lines()?;
        for (id, book) in lines.books() {
            let notebook = book.notebook();
            let remark = sending::reactions(id, notebook).into_iter().find(|(_, other)| other == reaction);
            let Some((remark, _)) = remark else { continue };
            let texts = erasable::texts(notebook, Thing::Remark(remark));
            let dir = self.root.join(gatherings::FOLDER).join(id.to_string());
            if texts.iter().any(|text| notebook.log().erased_text(text).is_none()) {
                let act = Act::Erase(Erased { texts: texts.clone(), reactions: Vec::new(), why });
                let entry = notebook.next(EntryId::from(random()?), who, Clock::milliseconds(), act);
                add(&dir.join("log"), day, &[entry.line()])?;
            }
            let is_gone = |line: &[u8]| {
                let json = serde_json::from_slice::<serde_json::Value>(line).unwrap_or_default();
                let text = json["text"].as_str().and_then(|text| TextId::try_from(text).ok());
                text.is_some_and(|text| texts.contains(&text))
            };
            take_out_of(&files_in(&dir)?, is_gone)?;
            return Ok(true);
        }
        Ok(false)
    }

    /// Puts an entry in the log, and before it the texts that it names.
    pub fn record(&self, slug: &Id, entry: &Entry<Deed>, texts: &[PassageLine], day: Day) -> Result<(), Error> {
        let line = |text: &PassageLine| serde_json::to_string(text).unwrap_or_default();
        self.add(Some(slug), Kind::Texts, day, &texts.iter().map(line).collect::<Vec<_>>())?;
        self.add(Some(slug), Kind::Log, day, &[entry.line()])
    }

    /// Takes out every reaction that was sent as a test.
    pub fn take_out_tests(&self) -> Result<(), Error> {
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
    pub fn take_out(&self, slug: Option<&Id>, kind: Kind, is: impl Fn(&[u8]) -> bool) -> Result<usize, Error> {
        take_out_of(&self.files(slug, kind)?, is)
    }
}

/// The files of lines in a folder, by name.
fn files_in(dir: &Path) -> Result<Vec<PathBuf>, Error> {
    let is_lines = |name: &String| name.to_lowercase().ends_with(".ndjson") && !name.starts_with('.');
    let files = names(dir)?.into_iter().filter(is_lines).map(|name| dir.join(name));
    Ok(files.filter(|file| file.is_file()).collect())
}

/// Writes lines in new files of a folder, each whole or not at all.
fn add(dir: &Path, day: Day, lines: &[String]) -> Result<(), Error> {
    let mut rest = lines;
    while !rest.is_empty() {
        private::make_folder(dir).map_err(Error::write(dir))?;
        let mut size = 0;
        let fits = |line: &&String| {
            size += line.len() + 1;
            size <= FILE
        };
        let count = rest.iter().take_while(fits).count().max(1);
        let (now, later) = rest.split_at(count);
        let name = format!("{day}-{}.ndjson", text_id()?);
        let write = |out: &mut dyn io::Write| now.iter().try_for_each(|line| writeln!(out, "{line}"));
        private::replace(&dir.join(name), write)?;
        rest = later;
    }
    Ok(())
}

/// Takes lines out of files; says how many.
fn take_out_of(files: &[PathBuf], is: impl Fn(&[u8]) -> bool) -> Result<usize, Error> {
    let mut gone = 0;
    for file in files {
        let bytes = fs::read(file).map_err(Error::read(file))?;
        let kept: Vec<&[u8]> = lines(&bytes).map(|(_, line)| line).filter(|line| !is(line)).collect();
        let count = lines(&bytes).count() - kept.len();
        if count == 0 {
            continue;
        }
        gone += count;
        let write = |out: &mut dyn io::Write| {
            kept.iter().try_for_each(|line| out.write_all(line).and_then(|()| out.write_all(b"\n")))
        };
        private::replace(file, write)?;
    }
    Ok(gone)
}

/// An entry of somebody, now.
pub fn entry(shelf: &Shelf, who: &str, act: Act<Deed>) -> Result<Entry<Deed>, Error> {
    Ok(shelf.log.next(EntryId::from(random()?), who, Clock::milliseconds(), act))
}

/// A fresh name for a text.
pub fn text_id() -> Result<TextId, Error> {
    random().map(TextId::from)
}

fn random<const N: usize>() -> Result<[u8; N], Error> {
    identity::random().map_err(|_| Error::NoRandom)
}

/// What stands in a folder, by name; nothing where there is none. Links are not followed out of it.
fn names(dir: &Path) -> Result<Vec<String>, Error> {
    let entries = match fs::read_dir(dir) {
        Ok(entries) => entries,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
        Err(error) => return Err(Error::read(dir)(error)),
    };
    let mut names = Vec::new();
    for entry in entries {
        let entry = entry.map_err(Error::read(dir))?;
        if !entry.path().is_symlink() {
            names.extend(entry.file_name().into_string());
        }
    }
    names.sort();
    Ok(names)
}
