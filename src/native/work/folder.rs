//! The work folder on the disk, made readable by its owner only.

use crate::{
    domain::{
        day::Day,
        gathering::Names,
        id::{Id, ReactionId},
        log::{Act, Entry, ErasedWhy, Log, TextId},
        reaction::Knows,
        work::{Deed, Gatherings, PassageLine},
    },
    files::{
        content::Content,
        error::Error,
        folder::{Child, Folder},
        gatherings::Lines,
        lines::Shelf,
        parcel::{self, ParcelFault},
        work::{self, Hand, Shelves},
    },
    native::{
        clock::Clock,
        disk::{self, Disk},
        identity, private, whereabouts,
    },
};
use std::{
    fs, io,
    path::{Path, PathBuf},
};

pub use work::{Kind, WORK};

/// A folder on a disk with what people wrote. Links are not followed out of it.
#[derive(Clone, Debug)]
pub struct Private(Disk);

impl Folder for Private {
    fn list(&self, path: &str) -> io::Result<Vec<Child>> {
        let mut children = Vec::new();
        for entry in fs::read_dir(self.named(path))? {
            let entry = entry?;
            let (place, Ok(name)) = (entry.path(), entry.file_name().into_string()) else { continue };
            if !place.is_symlink() && (place.is_dir() || place.is_file()) {
                children.push(Child { name, is_folder: place.is_dir() });
            }
        }
        children.sort();
        Ok(children)
    }

    fn read(&self, path: &str, limit: u64) -> io::Result<Vec<u8>> {
        self.0.read(path, limit)
    }

    fn write(&mut self, path: &str, bytes: &[u8]) -> io::Result<()> {
        let path = self.named(path);
        private::make_folder(disk::parent(&path))?;
        private::put(&path, |out| out.write_all(bytes))
    }

    fn remove(&mut self, path: &str) -> io::Result<()> {
        self.0.remove(path)
    }

    fn named(&self, path: &str) -> PathBuf {
        self.0.named(path)
    }
}

/// The same, as a work folder.
pub type Own = work::WorkFolder<Private>;

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
        let folder = Self::at(root)?;
        if folder.own().is_one() { Ok(folder) } else { Err(Error::NoWorkFolder(root.to_owned())) }
    }

    fn own(&self) -> Own {
        Own::new(Private(Disk::at(&self.root)))
    }

    /// Lets somebody write in it.
    pub fn with<T>(
        &self,
        who: &str,
        day: Day,
        write: impl FnOnce(&mut Own, &mut Hand) -> Result<T, Error>,
    ) -> Result<T, Error> {
        let mut random = || identity::random().ok();
        let mut hand = Hand { who, at: Clock::milliseconds(), day, names: Names(&mut random) };
        write(&mut self.own(), &mut hand)
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
        self.own().slugs()
    }

    /// The files of lines of one kind, by name.
    pub fn files(&self, slug: Option<&Id>, kind: Kind) -> Result<Vec<PathBuf>, Error> {
        Ok(self.own().files(slug, kind)?.into_iter().map(|path| self.root.join(path)).collect())
    }

    /// All that stands in it.
    pub fn shelves(&self, knows: Knows) -> Result<Shelves, Error> {
        Shelves::read(&self.own(), knows)
    }

    /// Everything that stands in the folder of a consultation.
    pub fn shelf(&self, slug: Option<&Id>, knows: Knows) -> Result<Shelf, Error> {
        self.own().shelf(slug, knows)
    }

    /// What is here of gatherings.
    pub fn gatherings(&self) -> Result<Gatherings, Error> {
        self.own().gatherings()
    }

    /// Takes over what is not here yet of the gatherings in a back-up of a desk, or in a folder; how many lines that is.
    pub fn take_over(&self, from: &Path, who: &str, day: Day) -> Result<usize, Error> {
        let taken = if from.is_dir() {
            Self::at(from)?.own().gathering_lines()?
        } else {
            let bytes = disk::read(from, parcel::LARGEST).map_err(Error::read(from))?;
            let files = parcel::unpack(&bytes).map_err(|fault| Error::Parcel { path: from.to_owned(), fault })?;
            Lines::of(&files)
        };
        if taken.all.is_empty() {
            return Err(Error::Parcel { path: from.to_owned(), fault: ParcelFault::NoZip });
        }
        self.with(who, day, |own, hand| own.take_over(taken, hand))
    }

    /// What staff did, without anything else.
    pub fn log(&self, slug: &Id) -> Result<Log<Deed>, Error> {
        self.own().log(slug)
    }

    /// Erases the words of the remark that became this reaction from the gathering that they were said in. Whether there is one.
    pub fn erase_remark(&self, reaction: &ReactionId, why: ErasedWhy, who: &str, day: Day) -> Result<bool, Error> {
        self.with(who, day, |own, hand| own.erase_remark(reaction, why, hand))
    }

    /// Puts an entry in the log, and before it the texts that it names.
    pub fn record(&self, slug: &Id, entry: &Entry<Deed>, texts: &[PassageLine], day: Day) -> Result<(), Error> {
        self.with(&entry.who, day, |own, hand| own.record(slug, entry, texts, hand))
    }

    /// Takes out every reaction that was sent as a test.
    pub fn take_out_tests(&self) -> Result<(), Error> {
        self.own().take_out_tests()
    }

    /// Takes lines out of every file of a kind; says how many. All else stays, to the letter.
    pub fn take_out(&self, slug: Option<&Id>, kind: Kind, is: impl Fn(&[u8]) -> bool) -> Result<usize, Error> {
        self.own().take_out(slug, kind, is)
    }
}

/// An entry of somebody, now.
pub fn entry(shelf: &Shelf, who: &str, act: Act<Deed>) -> Result<Entry<Deed>, Error> {
    let id = identity::random::<12>().map_err(|_| Error::NoRandom)?.into();
    Ok(shelf.log.next(id, who, Clock::milliseconds(), act))
}

/// A fresh name for a text.
pub fn text_id() -> Result<TextId, Error> {
    identity::random().map(TextId::from).map_err(|_| Error::NoRandom)
}
