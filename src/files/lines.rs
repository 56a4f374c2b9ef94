//! The lines of a work folder: reactions, what staff did with them, and the texts that they wrote. What is damaged is named
//! with its file and line; everything else is read.

use crate::domain::{
    id::{Id, ReactionId},
    json,
    log::{Entry, EntryId, Log, TextId, entry::EntryFault},
    reaction::{EnvelopeFault, Knows, proof},
    work::{Deed, Gatherings, Met, PassageLine, Passages, Received, Rule, Work, gatherings},
};
use std::collections::{BTreeMap, btree_map};

/// Why a line is left out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LineFault {
    /// It is no entry of a log.
    Entry(EntryFault),
    /// It is no text.
    Text,
    /// It is no whole reaction.
    Reaction(EnvelopeFault),
    /// It is a reaction to this other consultation.
    Elsewhere(Id),
    /// Another line has a reaction with this id that says something else.
    Conflict(ReactionId),
    /// Another line has a text with this name that says something else.
    TextTwice(TextId),
    /// Two different entries have this id; one of them is kept.
    EntryTwice(EntryId),
    /// So many entries are not here that others came after: a file is missing, or lines of one.
    EntriesMissing(usize),
}

/// A line that is left out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Damage {
    /// The file, as it is called in the folder.
    pub file: String,
    /// The line, from 1.
    pub line: usize,
    /// Why.
    pub fault: LineFault,
}

/// What stands in the folder of one consultation.
#[derive(Debug)]
pub struct Shelf {
    consultation: Option<Id>,
    /// What staff did.
    pub log: Log<Deed>,
    /// What they wrote.
    pub passages: Passages,
    /// What was left out.
    pub damage: Vec<Damage>,
    /// What is here of gatherings.
    pub gatherings: Gatherings,
    received: BTreeMap<ReactionId, Received>,
    entries: Vec<Entry<Deed>>,
}

impl Shelf {
    /// An empty one; without a consultation, for reactions to any.
    pub fn new(consultation: Option<Id>) -> Self {
        Self {
            consultation,
            log: Log::default(),
            passages: Passages::new(),
            damage: Vec::new(),
            gatherings: Gatherings::default(),
            received: BTreeMap::new(),
            entries: Vec::new(),
        }
    }

    /// Takes in a file of reactions, or a part of it with so many lines `before` it; `knows` tells what was asked.
    pub fn reactions(&mut self, file: &str, before: usize, bytes: &[u8], knows: Knows) {
        for (line, text) in lines(bytes).map(|(line, text)| (before + line, text)) {
            let fault = match read_reaction(text, knows) {
                Ok(one) if self.consultation.as_ref().is_some_and(|slug| slug != one.consultation()) => {
                    LineFault::Elsewhere(one.consultation().clone())
                }
                Ok(one) => match self.received.entry(one.id().clone()) {
                    btree_map::Entry::Vacant(free) => {
                        free.insert(one);
                        continue;
                    }
                    btree_map::Entry::Occupied(mut there) if is_same(there.get(), &one) => {
                        // Proved twice, the same one is kept everywhere.
                        if one.envelope() < there.get().envelope() {
                            there.insert(one);
                        }
                        continue;
                    }
                    btree_map::Entry::Occupied(_) => LineFault::Conflict(one.id().clone()),
                },
                Err(fault) => LineFault::Reaction(fault),
            };
            self.note(file, line, fault);
        }
    }

    /// Takes in a file of what staff did, or a part of it. It counts after [`Shelf::fold`].
    pub fn entries(&mut self, file: &str, before: usize, bytes: &[u8]) {
        for (line, text) in lines(bytes).map(|(line, text)| (before + line, text)) {
            match Entry::read(text) {
                Ok(entry) => self.entries.push(entry),
                Err(fault) => self.note(file, line, LineFault::Entry(fault)),
            }
        }
    }

    /// Takes in a file of texts, or a part of it. A kind of text that only a newer release knows is left where it is.
    pub fn texts(&mut self, file: &str, before: usize, bytes: &[u8]) {
        for (line, text) in lines(bytes).map(|(line, text)| (before + line, text)) {
            let Some(json) = json::strict(text).ok().filter(|json| json.get("text").is_some()) else {
                self.note(file, line, LineFault::Text);
                continue;
            };
            let Ok(PassageLine { text, is }) = serde_json::from_value(json) else { continue };
            match self.passages.entry(text) {
                btree_map::Entry::Vacant(free) => drop(free.insert(is)),
                btree_map::Entry::Occupied(there) if *there.get() == is => {}
                btree_map::Entry::Occupied(_) => self.note(file, line, LineFault::TextTwice(text)),
            }
        }
    }

    /// Brings together what the files of the log hold.
    pub fn fold(&mut self) {
        self.log.merge(std::mem::take(&mut self.entries));
        for twin in self.log.twins().clone() {
            self.note("log", 0, LineFault::EntryTwice(twin));
        }
        if self.log.missing() > 0 {
            self.note("log", 0, LineFault::EntriesMissing(self.log.missing()));
        }
    }

    /// What holds for this consultation.
    pub fn work(&self, consultation: Id) -> Work {
        Work::of(consultation, self.received.values().cloned(), &self.log, &self.passages, &self.gatherings)
    }

    /// The gatherings that have to do with this consultation.
    pub fn met(&self, consultation: &Id) -> Vec<Met> {
        let (rule, erased) = (Rule::new(&self.gatherings, &self.log), self.log.erased_reactions());
        let counts = |one: &&Received| !one.test && !erased.contains_key(one.id());
        let named = self.received.values().filter(counts).filter_map(|one| Some((one.whence(&rule).1?, one)));
        gatherings::met(consultation, named, &self.gatherings, &rule)
    }

    /// The reactions, erased ones too where a file still has them.
    pub fn received(&self) -> impl Iterator<Item = &Received> {
        self.received.values()
    }

    /// The reaction with this id.
    pub fn get(&self, id: &ReactionId) -> Option<&Received> {
        self.received.get(id)
    }

    /// Puts a reaction in.
    pub fn put(&mut self, received: Received) {
        self.received.insert(received.id().clone(), received);
    }

    /// Takes a reaction out.
    pub fn remove(&mut self, id: &ReactionId) {
        self.received.remove(id);
    }

    fn note(&mut self, file: &str, line: usize, fault: LineFault) {
        self.damage.push(Damage { file: file.to_owned(), line, fault });
    }
}

/// Whether two with one id are one reaction: to the letter, or but for the proof that it comes from a gathering.
fn is_same(one: &Received, other: &Received) -> bool {
    let claims = || Some(proof::is_same(&one.claiming()?, &other.claiming()?));
    one.envelope() == other.envelope() || claims().unwrap_or(false)
}

fn read_reaction(line: &[u8], knows: Knows) -> Result<Received, EnvelopeFault> {
    let text = std::str::from_utf8(line).map_err(|error| EnvelopeFault::NotJson(error.to_string()))?;
    Received::read(text, knows)
}

/// The lines that hold something, with their numbers from 1.
pub fn lines(bytes: &[u8]) -> impl Iterator<Item = (usize, &[u8])> {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let lines = bytes.split(|byte| *byte == b'\n').map(<[u8]>::trim_ascii).enumerate();
    lines.filter(|(_, line)| !line.is_empty()).map(|(n, line)| (n + 1, line))
}

/// How much of a file is read at a time where somebody waits for it: some milliseconds.
const PART: usize = 32 * 1024;

/// A file that is read a part at a time, each of whole lines.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Along {
    /// So many bytes were read.
    pub at: usize,
    lines: usize,
}

impl Along {
    /// The next part, with how many lines were before it; nothing at the end.
    pub fn part<'a>(&mut self, bytes: &'a [u8]) -> Option<(usize, &'a [u8])> {
        let rest = bytes.get(self.at..).filter(|rest| !rest.is_empty())?;
        let end = rest.iter().skip(PART).position(|byte| *byte == b'\n').map_or(rest.len(), |at| PART + at + 1);
        let (part, before) = (&rest[..end], self.lines);
        self.at += end;
        self.lines += part.iter().filter(|byte| **byte == b'\n').count();
        Some((before, part))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_in_parts_has_the_same_lines_with_the_same_numbers() {
        let text: String = (0..30_000).map(|n| format!("{}{n}\n", " ".repeat(n % 13))).collect();
        let (mut along, mut found, mut parts) = (Along::default(), Vec::new(), 0);
        while let Some((before, part)) = along.part(text.as_bytes()) {
            found.extend(lines(part).map(|(line, text)| (before + line, text)));
            parts += 1;
        }
        assert!(parts > 2, "{parts}");
        assert_eq!(found, lines(text.as_bytes()).collect::<Vec<_>>());
        assert_eq!((along.at, along.part(text.as_bytes())), (text.len(), None));
        // A line that is longer than a part stays whole.
        let long = vec![b'x'; 3 * PART];
        assert_eq!(Along::default().part(&long), Some((0, &long[..])));
        assert_eq!(Along::default().part(b""), None);
    }
}
