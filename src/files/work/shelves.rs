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
        lines::{Damage, Shelf},
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

/// Reading a folder, a file at a time.
#[derive(Debug)]
pub struct Reading {
    files: Vec<(Place, String)>,
    at: usize,
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
        Ok(Self { files, at: 0, shelves, lines: Lines::default() })
    }

    /// How many files were read, of how many.
    pub fn progress(&self) -> (usize, usize) {
        (self.at, self.files.len())
    }

    /// Reads one more; whether there was one.
    pub fn step<F: Folder>(&mut self, folder: &WorkFolder<F>, knows: Knows) -> Result<bool, Error> {
        let Some((place, path)) = self.files.get(self.at) else { return Ok(false) };
        let bytes = folder.read(path)?;
        match place {
            Place::Gathering => {
                self.lines.file(path, &bytes);
            }
            Place::Shelf(slug, kind) => {
                if let Some(shelf) = self.shelves.all.get_mut(slug) {
                    put(shelf, *kind, path, &bytes, knows);
                }
            }
        }
        self.at += 1;
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
