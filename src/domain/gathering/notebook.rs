//! A gathering's notebook: its log, and the texts that stand beside it. Two of them are brought together by taking in what
//! the other has, in whatever order and however often.

use super::deed::Deed;
use crate::domain::log::{Act, Entry, EntryId, Log, Merged, TextId};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// A text with its name, as a line of a file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TextLine {
    /// Its name.
    pub text: TextId,
    /// What it says.
    pub is: String,
}

/// A log, and the texts that it names.
#[derive(Clone, Debug, Default)]
pub struct Notebook {
    log: Log<Deed>,
    texts: BTreeMap<TextId, String>,
}

impl Notebook {
    /// What was done.
    pub fn log(&self) -> &Log<Deed> {
        &self.log
    }

    /// Whatever was done, also what was taken back since.
    pub fn done(&self) -> impl Iterator<Item = &Deed> {
        let acts = self.log.entries().into_iter().map(|entry| &entry.act);
        acts.flat_map(|act| if let Act::Do(deeds) = act { deeds.as_slice() } else { &[] })
    }

    /// Takes in entries and texts. What was erased goes, and does not come back. Of two texts with one name, which nobody
    /// honest makes, the same one is kept everywhere.
    pub fn merge(
        &mut self,
        entries: impl IntoIterator<Item = Entry<Deed>>,
        texts: impl IntoIterator<Item = TextLine>,
    ) -> Merged {
        let merged = self.log.merge(entries);
        for TextLine { text, is } in texts {
            let there = self.texts.entry(text).or_insert_with(|| is.clone());
            if is < *there {
                *there = is;
            }
        }
        let log = &self.log;
        self.texts.retain(|text, _| log.erased_text(text).is_none());
        merged
    }

    /// What a text says; nothing where it was erased or its file is missing.
    pub fn text(&self, id: TextId) -> Option<&str> {
        self.texts.get(&id).map(String::as_str)
    }

    /// The texts that are here, by name.
    pub fn texts(&self) -> impl Iterator<Item = (TextId, &str)> {
        self.texts.iter().map(|(id, text)| (*id, text.as_str()))
    }

    /// The entry that somebody makes now.
    pub fn next(&self, id: EntryId, who: &str, at: u64, act: Act<Deed>) -> Entry<Deed> {
        self.log.next(id, who, at, act)
    }
}
