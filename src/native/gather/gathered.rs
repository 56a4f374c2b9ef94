//! What was gathered: in a work folder, for each consultation.

use crate::{
    domain::{
        day::Day,
        digest::sha256,
        id::{Id, ReactionId},
        log::Act,
        reaction::{Header, Knows, proof::is_same},
        work::{
            Deed, Received, Rule, Verdict,
            deed::{Key, Value as Held},
        },
    },
    files::{
        error::Error,
        gather::{left_out::Fault, marks::Marks},
        lines::{Damage, Shelf},
    },
    native::work::folder::{Kind, WorkFolder, entry},
};
use std::collections::{BTreeMap, BTreeSet, HashSet};

/// What was gathered.
pub struct Gathered<'f, 'a> {
    folder: &'f WorkFolder,
    /// Which consultations there are, where that is known.
    known: Option<&'a dyn Fn(&Id) -> bool>,
    knows: Knows<'a>,
    /// By consultation; without one, those that nobody knows.
    shelves: BTreeMap<Option<Id>, Shelf>,
    /// Lines that are not on the disk yet.
    fresh: BTreeMap<Option<Id>, Vec<String>>,
    /// Reactions that stand with those nobody knew, and whose consultation is known by now.
    moved: BTreeSet<ReactionId>,
}

/// What became of a reaction.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Added {
    /// It is in now.
    New,
    /// It was in already, exactly so.
    Already,
    /// It was erased for good, and stays out.
    Erased,
}

impl<'f, 'a> Gathered<'f, 'a> {
    /// What is in the folder; nothing where there is none.
    pub fn open(
        folder: &'f WorkFolder,
        known: Option<&'a dyn Fn(&Id) -> bool>,
        knows: Knows<'a>,
    ) -> Result<Self, Error> {
        let mut shelves = BTreeMap::from([(None, folder.shelf(None, knows)?)]);
        for slug in folder.slugs()? {
            shelves.insert(Some(slug.clone()), folder.shelf(Some(&slug), knows)?);
        }
        let mut gathered = Self { folder, known, knows, shelves, fresh: BTreeMap::new(), moved: BTreeSet::new() };
        gathered.know_again();
        Ok(gathered)
    }

    /// A reaction that came before its consultation was in the content goes where it belongs.
    fn know_again(&mut self) {
        let (Some(known), Some(strangers)) = (self.known, self.shelves.get(&None)) else { return };
        let ours: Vec<Received> = strangers.received().filter(|one| known(one.consultation())).cloned().collect();
        for one in ours {
            let Ok(header) = Header::read(one.envelope().as_bytes()) else { continue };
            // Where another one has its id already, it stays where it is, and nothing is lost.
            if self.add(&header, one.envelope().as_bytes()).is_ok() {
                self.moved.insert(header.id);
            }
        }
        if let Some(strangers) = self.shelves.get_mut(&None) {
            self.moved.iter().for_each(|id| strangers.remove(id));
        }
    }

    /// How many reactions there are.
    pub fn len(&self) -> usize {
        self.shelves.values().map(|shelf| shelf.received().count()).sum()
    }

    /// Lines in the folder that could not be read.
    pub fn damage(&self) -> impl Iterator<Item = &Damage> {
        self.shelves.values().flat_map(|shelf| &shelf.damage)
    }

    /// The hashes of the envelopes: what is in a bucket under such a hash need not be fetched.
    pub fn hashes(&self) -> HashSet<String> {
        let all = self.shelves.values().flat_map(Shelf::received);
        all.map(|one| sha256(one.envelope().as_bytes())).collect()
    }

    /// Adds a reaction that is not there yet.
    pub fn add(&mut self, header: &Header, body: &[u8]) -> Result<Added, Fault> {
        let named = Some(header.consultation.clone());
        // What was erased stays out, also when its consultation is gone from the content.
        if self.shelves.get(&named).is_some_and(|shelf| shelf.log.erased_reactions().contains_key(&header.id)) {
            return Ok(Added::Erased);
        }
        let slug = named.filter(|slug| self.known.is_none_or(|known| known(slug)));
        let shelf = self.shelves.entry(slug.clone()).or_insert_with(|| Shelf::new(slug.clone()));
        if let Some(there) = shelf.get(&header.id) {
            let there = Header::read(there.envelope().as_bytes())?;
            return if is_same(&there.reaction, &header.reaction) { Ok(Added::Already) } else { Err(Fault::Conflict) };
        }
        let line = one_line(body, header);
        shelf.put(Received::read(&line, self.knows)?);
        self.fresh.entry(slug).or_default().push(line);
        Ok(Added::New)
    }

    /// How what was gathered stands.
    pub fn marks(&self) -> Marks {
        Marks::of(self.shelves.values().flat_map(judged))
    }

    /// Writes what is new; and in each log, on which day how many there were, if that is `whole`.
    pub fn save(mut self, who: &str, day: Day, whole: bool) -> Result<(), Error> {
        for (slug, lines) in &self.fresh {
            self.folder.add(slug.as_ref(), Kind::Reactions, day, lines)?;
        }
        if !self.moved.is_empty() {
            let is_moved = |line: &[u8]| Header::read(line).is_ok_and(|header| self.moved.contains(&header.id));
            self.folder.take_out(None, Kind::Reactions, is_moved)?;
        }
        let known = self.shelves.iter_mut().filter_map(|(slug, shelf)| Some((slug.as_ref()?, shelf)));
        for (slug, shelf) in known.filter(|_| whole) {
            let erased = shelf.log.erased_reactions();
            let count = shelf.received().filter(|one| !one.test && !erased.contains_key(one.id())).count();
            let count = count.saturating_add(erased.len());
            let reactions = u32::try_from(count).unwrap_or(u32::MAX);
            if count == 0 || shelf.log.value(&Key::Gathered) == Some(&Held::Gathered(day, reactions)) {
                continue;
            }
            let entry = entry(shelf, who, Act::Do(vec![Deed::Gathered { day, reactions }]))?;
            self.folder.record(slug, &entry, &[], day)?;
        }
        Ok(())
    }
}

/// The reactions of a shelf, each with where it belongs.
fn judged(shelf: &Shelf) -> Vec<(&Received, Verdict)> {
    let rule = Rule::new(&shelf.gatherings, &shelf.log);
    shelf.received().map(|one| (one, one.whence(&rule).0)).collect()
}

/// An envelope as a line: the exact text, where that is one.
fn one_line(body: &[u8], header: &Header) -> String {
    match std::str::from_utf8(body) {
        Ok(text) if !text.trim().contains(['\n', '\r']) => text.trim().to_owned(),
        _ => {
            let format = crate::domain::reaction::FORMAT;
            serde_json::json!({ "format": format, "reaction": header.reaction }).to_string()
        }
    }
}
