//! Reactions that come in, for each consultation: what is here already stays as it is.

use super::{Hand, Kind, Shelves, WorkFolder};
use crate::{
    domain::{
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
        folder::Folder,
        gather::{left_out::Fault, marks::Marks},
        lines::{Damage, Shelf},
    },
};
use std::collections::{BTreeMap, BTreeSet, HashSet};

/// What was gathered.
pub struct Gathered<'a> {
    /// Which consultations there are, where that is known.
    known: Option<&'a dyn Fn(&Id) -> bool>,
    knows: Knows<'a>,
    shelves: Shelves,
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

impl<'a> Gathered<'a> {
    /// What is here.
    pub fn of(shelves: Shelves, known: Option<&'a dyn Fn(&Id) -> bool>, knows: Knows<'a>) -> Self {
        let mut gathered = Self { shelves, known, knows, fresh: BTreeMap::new(), moved: BTreeSet::new() };
        gathered.know_again();
        gathered
    }

    /// A reaction that came before its consultation was in the content goes where it belongs.
    fn know_again(&mut self) {
        let (Some(known), Some(strangers)) = (self.known, self.shelves.all.get(&None)) else { return };
        let ours: Vec<Received> = strangers.received().filter(|one| known(one.consultation())).cloned().collect();
        for one in ours {
            let Ok(header) = Header::read(one.envelope().as_bytes()) else { continue };
            // Where another one has its id already, it stays where it is, and nothing is lost.
            if self.add(&header, one.envelope().as_bytes()).is_ok() {
                self.moved.insert(header.id);
            }
        }
        if let Some(strangers) = self.shelves.all.get_mut(&None) {
            self.moved.iter().for_each(|id| strangers.remove(id));
        }
    }

    /// How many reactions there are.
    pub fn count(&self) -> usize {
        self.shelves.all.values().map(|shelf| shelf.received().count()).sum()
    }

    /// Lines in the folder that could not be read.
    pub fn damage(&self) -> impl Iterator<Item = &Damage> {
        self.shelves.all.values().flat_map(|shelf| &shelf.damage)
    }

    /// The hashes of the envelopes: what is in a bucket under such a hash need not be fetched.
    pub fn hashes(&self) -> HashSet<String> {
        let all = self.shelves.all.values().flat_map(Shelf::received);
        all.map(|one| sha256(one.envelope().as_bytes())).collect()
    }

    /// Adds a reaction that is not there yet.
    pub fn add(&mut self, header: &Header, body: &[u8]) -> Result<Added, Fault> {
        let named = Some(header.consultation.clone());
        // What was erased stays out, also when its consultation is gone from the content.
        if self.shelves.all.get(&named).is_some_and(|shelf| shelf.log.erased_reactions().contains_key(&header.id)) {
            return Ok(Added::Erased);
        }
        let slug = named.filter(|slug| self.known.is_none_or(|known| known(slug)));
        let shelf = self.shelves.all.entry(slug.clone()).or_insert_with(|| Shelf::new(slug.clone()));
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
        Marks::of(self.shelves.all.values().flat_map(judged))
    }

    /// Writes what is new; and in each log, on which day how many there were, if that is `whole`. Gives back all that is here.
    pub fn save<F: Folder>(
        mut self,
        folder: &mut WorkFolder<F>,
        hand: &mut Hand,
        whole: bool,
    ) -> Result<Shelves, Error> {
        for (slug, lines) in &self.fresh {
            folder.add(slug.as_ref(), Kind::Reactions, hand, lines)?;
        }
        if !self.moved.is_empty() {
            let is_moved = |line: &[u8]| Header::read(line).is_ok_and(|header| self.moved.contains(&header.id));
            folder.take_out(None, Kind::Reactions, is_moved)?;
        }
        let known = self.shelves.all.iter_mut().filter_map(|(slug, shelf)| Some((slug.as_ref()?, shelf)));
        for (slug, shelf) in known.filter(|_| whole) {
            let erased = shelf.log.erased_reactions();
            let count = shelf.received().filter(|one| !one.test && !erased.contains_key(one.id())).count();
            let count = count.saturating_add(erased.len());
            let (day, reactions) = (hand.day, u32::try_from(count).unwrap_or(u32::MAX));
            if count == 0 || shelf.log.value(&Key::Gathered) == Some(&Held::Gathered(day, reactions)) {
                continue;
            }
            let entry = hand.entry(&shelf.log, Act::Do(vec![Deed::Gathered { day, reactions }]))?;
            folder.record(slug, &entry, &[], hand)?;
            shelf.log.merge([entry]);
        }
        Ok(self.shelves)
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
