//! Which gatherings there are, whether what says that it comes from them does, and whether it counts: one rule for the command
//! and the desk.
//!
//! What stands only in a gathering's own file, as nobody sent it, comes in when staff accept the gathering: as the same
//! reactions that its hosts would have sent.

use super::{Hand, Kind, Shelves, WorkFolder, gathering};
use crate::{
    domain::{
        gathering::{About, Book, Deed as Done, GatheringId, Nature, Offered},
        id::Id,
        log::Act,
        ordered::Ordered,
        reaction::Knows,
        sending::{self, BY, State, Waits},
        work::{Deed, Gatherings, Met, Received, deed::Key},
    },
    files::{error::Error, folder::Folder, folder::join, lines::Shelf},
};
use std::collections::{BTreeMap, BTreeSet};

/// Everything that is needed to decide.
#[derive(Debug)]
pub struct Accepting {
    shelves: Shelves,
    offered: Vec<Offered>,
}

/// How a gathering stands with one consultation; with none, of one to which nothing came in yet.
#[derive(Clone, Debug, PartialEq)]
pub struct Stand {
    /// The consultation.
    pub slug: Option<Id>,
    /// What came in, and what staff decided.
    pub met: Met,
    /// What stands in its file only.
    pub file: InFile,
    /// Whether colleagues decided different things about it.
    pub disputed: bool,
}

/// What stands in a gathering's file only.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct InFile {
    /// How many remarks come in when the gathering counts.
    pub ready: usize,
    /// How many can't, and why.
    pub waits: BTreeMap<Waits, usize>,
    /// How many were sent, and are not here: they come by gathering reactions.
    pub sent: usize,
}

/// What somebody decided.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decided {
    /// In the work on which consultation.
    pub slug: Id,
    /// About which gathering.
    pub gathering: GatheringId,
    /// That it counts, or not.
    pub accepted: bool,
    /// Whether that did not hold yet.
    pub new: bool,
    /// How many remarks came in from its file.
    pub brought: usize,
}

impl Accepting {
    /// From what stands in a work folder, and the questions that gatherings can be about.
    pub fn of(mut shelves: Shelves, offered: Vec<Offered>) -> Self {
        let about = shelves.books.values().filter_map(|book| slug_of(book, &offered)).to_set();
        for slug in about {
            let gatherings = &shelves.gatherings;
            shelves.all.entry(Some(slug.clone())).or_insert_with(|| {
                let mut shelf = Shelf::new(Some(slug));
                shelf.gatherings = gatherings.clone();
                shelf
            });
        }
        Self { shelves, offered }
    }

    /// What it was made of.
    pub fn shelves(&self) -> &Shelves {
        &self.shelves
    }

    /// The same, for who goes on with it.
    pub fn into_shelves(self) -> Shelves {
        self.shelves
    }

    /// The consultations.
    pub fn slugs(&self) -> impl Iterator<Item = &Id> {
        self.shelves.all.keys().flatten()
    }

    /// Every gathering by consultation; those without one last.
    pub fn stands(&self) -> Vec<Stand> {
        let mut stands = Vec::new();
        let mut told = BTreeSet::new();
        for (slug, shelf) in self.shelves.all.iter().filter_map(|(slug, shelf)| Some((slug.as_ref()?, shelf))) {
            let mut all = shelf.met(slug);
            let here = all.iter().map(|met| met.id).collect::<BTreeSet<_>>();
            let more = self
                .shelves
                .books
                .iter()
                .filter(|(id, book)| !here.contains(id) && slug_of(book, &self.offered).as_ref() == Some(slug));
            all.extend(more.map(|(id, _)| self.unmet(*id)));
            for met in all {
                told.insert(met.id);
                let disputed = shelf.log.conflicts().any(|(key, _)| *key == Key::Accepted(met.id));
                stands.push(Stand { file: self.in_file(slug, shelf, met.id), slug: Some(slug.clone()), met, disputed });
            }
        }
        // What colleagues told is no reaction, so nobody decides about it.
        let open = |(id, book): &(&GatheringId, &Book)| !told.contains(id) && book.now().nature != Nature::Interview;
        let rest = self.shelves.books.iter().filter(open).map(|(id, _)| self.unmet(*id));
        stands.extend(rest.map(|met| Stand { slug: None, met, file: InFile::default(), disputed: false }));
        stands
    }

    /// One of which nothing came in.
    fn unmet(&self, id: GatheringId) -> Met {
        Met { id, known: self.shelves.gatherings.get(&id).cloned(), ruling: None, proved: 0, unproved: 0 }
    }

    /// What stands in the file of a gathering only, as far as it belongs to this consultation.
    fn in_file(&self, slug: &Id, shelf: &Shelf, id: GatheringId) -> InFile {
        let mut file = InFile::default();
        let Some(book) = self.shelves.books.get(&id) else { return file };
        // Without what is asked nobody can tell to which question a remark belongs.
        let named = matches!(&book.now().about, Some(About::Consultation(about)) if about == slug);
        if !named && slug_of(book, &self.offered).as_ref() != Some(slug) {
            return file;
        }
        let erased = shelf.log.erased_reactions();
        for one in sending::brought(id, book.notebook(), book.now(), &self.offered) {
            if shelf.get(&one.reaction).is_some() || erased.contains_key(&one.reaction) {
                continue;
            }
            match one.state {
                State::Ready { .. } | State::Waits(Waits::NoSecret) => file.ready += 1,
                State::Waits(why) => *file.waits.entry(why).or_default() += 1,
                State::Sent(_) => file.sent += 1,
            }
        }
        file
    }

    /// Decides what counts and what does not; where one thing can't hold, nothing is decided. `only`: of one consultation.
    /// `secret`: fresh random bits, for a gathering that never sent anything.
    pub fn decide<F: Folder>(
        &mut self,
        folder: &mut WorkFolder<F>,
        wanted: &[(GatheringId, bool)],
        only: Option<&Id>,
        secret: Option<[u8; 32]>,
        knows: Knows,
        hand: &mut Hand,
    ) -> Result<Vec<Decided>, Error> {
        let stands = self.stands();
        let mut decided = Vec::new();
        for (gathering, accepted) in wanted.iter().copied() {
            let fits = |slug: &Id| only.is_none_or(|only| only == slug);
            let found: Vec<_> = stands
                .iter()
                .filter(|stand| stand.met.id == gathering)
                .filter_map(|stand| Some((stand.slug.clone()?, stand)).filter(|(slug, _)| fits(slug)))
                .collect();
            if found.is_empty() {
                return Err(Error::NoSuchGathering(gathering));
            }
            if accepted && self.shelves.gatherings.get(&gathering).is_none() {
                return Err(Error::GatheringNotHere(gathering));
            }
            for (slug, stand) in found {
                let new = stand.met.ruling != Some(accepted) || stand.disputed;
                decided.push(Decided { slug, gathering, accepted, new, brought: 0 });
            }
        }
        for one in decided.iter_mut().filter(|one| one.accepted) {
            one.brought = self.bring_in(folder, one.gathering, &one.slug, secret, knows, hand)?;
        }
        let mut deeds: BTreeMap<&Id, Vec<Deed>> = BTreeMap::new();
        for Decided { slug, gathering, accepted, .. } in decided.iter().filter(|one| one.new) {
            deeds.entry(slug).or_default().push(Deed::Accept { gathering: *gathering, accepted: *accepted });
        }
        for (slug, deeds) in deeds {
            let Some(shelf) = self.shelves.all.get_mut(&Some(slug.clone())) else { continue };
            let entry = hand.entry(&shelf.log, Act::Do(deeds))?;
            folder.record(slug, &entry, &[], hand)?;
            shelf.log.merge([entry]);
        }
        Ok(decided)
    }

    /// Brings in what stands in a gathering's file only; how many remarks.
    fn bring_in<F: Folder>(
        &mut self,
        folder: &mut WorkFolder<F>,
        id: GatheringId,
        slug: &Id,
        secret: Option<[u8; 32]>,
        knows: Knows,
        hand: &mut Hand,
    ) -> Result<usize, Error> {
        let Some(shelf) = self.shelves.all.get(&Some(slug.clone())) else { return Ok(0) };
        if self.in_file(slug, shelf, id).ready == 0 {
            return Ok(0);
        }
        let Some(book) = self.shelves.books.get_mut(&id) else { return Ok(0) };
        let written = sending::secret(book.notebook(), secret, &mut hand.names).ok_or(Error::NoRandom)?;
        if !written.deeds.is_empty() {
            let texts: Vec<_> = written.texts.iter().filter_map(|text| serde_json::to_string(text).ok()).collect();
            folder.add_in(&gathering(id), hand, &texts)?;
            note(folder, id, book, written.deeds, hand)?;
            book.merge([], written.texts);
            self.shelves.gatherings = Gatherings::of(&self.shelves.books);
            let gatherings = &self.shelves.gatherings;
            let known = self.shelves.all.iter_mut().filter(|(slug, _)| slug.is_some());
            known.for_each(|(_, shelf)| shelf.gatherings = gatherings.clone());
        }
        let (Some(book), Some(shelf)) =
            (self.shelves.books.get_mut(&id), self.shelves.all.get_mut(&Some(slug.clone())))
        else {
            return Ok(0);
        };
        let erased = shelf.log.erased_reactions();
        let (mut lines, mut sent) = (Vec::new(), Vec::new());
        for one in sending::brought(id, book.notebook(), book.now(), &self.offered) {
            if let State::Ready { envelope, sent: done } = one.state
                && shelf.get(&one.reaction).is_none()
                && !erased.contains_key(&one.reaction)
            {
                lines.push(envelope);
                sent.push(done);
            }
        }
        folder.add(Some(slug), Kind::Reactions, hand, &lines)?;
        for line in &lines {
            // What we made ourselves is whole.
            if let Ok(received) = Received::read(line, knows) {
                shelf.put(received);
            }
        }
        // As with any that was sent: what became of it is fixed from here on.
        note(folder, id, book, sent, hand)?;
        Ok(lines.len())
    }
}

/// Puts what nobody does or takes back in the log of a gathering.
fn note<F: Folder>(
    folder: &mut WorkFolder<F>,
    id: GatheringId,
    book: &mut Book,
    deeds: Vec<Done>,
    hand: &mut Hand,
) -> Result<(), Error> {
    let entry = book.notebook().next(hand.fresh()?, BY, hand.at, Act::Do(deeds));
    folder.add_in(&join(&gathering(id), "log"), hand, &[entry.line()])?;
    book.merge([entry], []);
    Ok(())
}

/// The consultation that a gathering belongs to.
fn slug_of(book: &Book, offered: &[Offered]) -> Option<Id> {
    if book.now().nature == Nature::Interview {
        return None;
    }
    let named = match &book.now().about {
        Some(About::Consultation(slug)) => Some(slug.clone()),
        _ => None,
    };
    named.or_else(|| sending::about(book.now(), offered).map(|one| one.slug.clone()))
}
