//! All that stands in a work folder: read at once, or part by part, so that a browser shows how far it is.

use super::{Kind, WorkFolder, put};
use crate::{
    domain::{
        gathering::{Book, GatheringId},
        id::Id,
        reaction::Knows,
        work::Gatherings,
    },
    files::{
        error::Error,
        folder::Folder,
        gatherings::Lines,
        lines::{Along, Damage, Shelf},
    },
};
use std::collections::BTreeMap;

/// It.
#[derive(Debug, Default)]
pub struct Shelves {
    /// By consultation; without one, what belongs to those that nobody knows.
    pub all: BTreeMap<Option<Id>, Shelf>,
    /// The gatherings whose files are here.
    pub books: BTreeMap<GatheringId, Book>,
    /// What is known of them.
    pub gatherings: Gatherings,
    /// Lines of gatherings that can't be read.
    pub torn: Vec<Damage>,
}

impl Shelves {
    /// All of a folder, at once.
    pub fn read<F: Folder>(folder: &WorkFolder<F>, knows: Knows) -> Result<Self, Error> {
        let mut reading = Reading::of(folder)?;
        while reading.step(folder, knows)? {}
        Ok(reading.done())
    }

    /// Every line that can't be read.
    pub fn damage(&self) -> impl Iterator<Item = &Damage> {
        self.all.values().flat_map(|shelf| &shelf.damage).chain(&self.torn)
    }
}

/// Where a file belongs.
#[derive(Debug)]
enum Place {
    /// On the shelf of a consultation.
    Shelf(Option<Id>, Kind),
    /// With the gatherings.
    Gathering,
}

/// Reading a folder, a part of a file at a time.
#[derive(Debug)]
pub struct Reading {
    files: Vec<(Place, String)>,
    at: usize,
    /// The file that is being read, and how far.
    open: Option<(Vec<u8>, Along)>,
    shelves: Shelves,
    lines: Lines,
}

impl Reading {
    /// What there is to read.
    pub fn of<F: Folder>(folder: &WorkFolder<F>) -> Result<Self, Error> {
        let mut files = Vec::new();
        let mut shelves = Shelves::default();
        for slug in folder.slugs()?.into_iter().map(Some).chain([None]) {
            for kind in Kind::ALL {
                let here = folder.files(slug.as_ref(), kind)?;
                files.extend(here.into_iter().map(|path| (Place::Shelf(slug.clone(), kind), path)));
            }
            shelves.all.insert(slug.clone(), Shelf::new(slug));
        }
        files.extend(folder.gathering_files()?.into_iter().map(|path| (Place::Gathering, path)));
        Ok(Self { files, at: 0, open: None, shelves, lines: Lines::default() })
    }

    /// How many files were read, of how many.
    pub fn progress(&self) -> (usize, usize) {
        (self.at, self.files.len())
    }

    /// Reads some more; whether there was any.
    pub fn step<F: Folder>(&mut self, folder: &WorkFolder<F>, knows: Knows) -> Result<bool, Error> {
        let Some((place, path)) = self.files.get(self.at) else { return Ok(false) };
        let (bytes, mut along) = match self.open.take() {
            Some(open) => open,
            None => (folder.read(path)?, Along::default()),
        };
        let more = match place {
            Place::Gathering => {
                self.lines.file(path, &bytes);
                false
            }
            Place::Shelf(slug, kind) => match (self.shelves.all.get_mut(slug), along.part(&bytes)) {
                (Some(shelf), Some(part)) => {
                    put(shelf, *kind, path, part, knows);
                    true
                }
                _ => false,
            },
        };
        match more {
            true => self.open = Some((bytes, along)),
            false => self.at += 1,
        }
        Ok(true)
    }

    /// What was read.
    pub fn done(self) -> Shelves {
        let Self { mut shelves, lines, .. } = self;
        shelves.books = lines.books();
        shelves.gatherings = Gatherings::of(&shelves.books);
        shelves.torn = lines.damage;
        for (slug, shelf) in &mut shelves.all {
            shelf.fold();
            if slug.is_some() {
                shelf.gatherings = shelves.gatherings.clone();
            }
        }
        shelves
    }
}
