//! Entries that come in together: which of them must wait for which.

use super::{entry::Entry, id::EntryId};
use std::collections::HashMap;

/// Entries that are not in a log yet, each once.
pub(super) struct Fresh<A> {
    /// In the order in which they came.
    pub entries: Vec<Entry<A>>,
    /// Where each stands in that list.
    pub at: HashMap<EntryId, usize>,
}

impl<A> Default for Fresh<A> {
    fn default() -> Self {
        Self { entries: Vec::new(), at: HashMap::new() }
    }
}

impl<A> Fresh<A> {
    /// Adds one whose name is not there yet.
    pub fn add(&mut self, entry: Entry<A>) {
        self.at.insert(entry.id, self.entries.len());
        self.entries.push(entry);
    }
}

/// No further one.
const NONE: usize = usize::MAX;

/// In which order entries can be put in: each behind those of them that it comes after.
pub(super) struct Queue {
    /// Of how many each comes after that were not given yet.
    waiting: Vec<u32>,
    /// Who waits for each: the first in [`Self::waits`].
    first: Vec<usize>,
    /// Who waits, and the next that waits for the same one.
    waits: Vec<(usize, usize)>,
    ready: Vec<usize>,
    names: Vec<EntryId>,
    /// By name, last first: who is taken when all that are left wait for one another. Found when that is so.
    by_name: Option<Vec<usize>>,
    given: Vec<bool>,
    left: usize,
}

impl Queue {
    /// Looks who waits for whom.
    pub fn of<A>(entries: &[Entry<A>], at: &HashMap<EntryId, usize>) -> Self {
        let count = entries.len();
        let (mut waiting, mut first, mut waits) = (vec![0; count], vec![NONE; count], Vec::with_capacity(count));
        for (n, entry) in entries.iter().enumerate() {
            for before in entry.after.iter().filter_map(|id| at.get(id)).filter(|before| **before != n) {
                waits.push((n, first[*before]));
                first[*before] = waits.len() - 1;
                waiting[n] += 1;
            }
        }
        let ready = (0..count).filter(|n| waiting[*n] == 0).collect();
        let names = entries.iter().map(|entry| entry.id).collect();
        Self { waiting, first, waits, ready, names, by_name: None, given: vec![false; count], left: count }
    }

    fn give(&mut self, n: usize) -> Option<usize> {
        self.given[n] = true;
        self.left -= 1;
        let mut at = self.first[n];
        while let Some((waiter, next)) = self.waits.get(at).copied() {
            self.waiting[waiter] -= 1;
            if self.waiting[waiter] == 0 {
                self.ready.push(waiter);
            }
            at = next;
        }
        Some(n)
    }
}

/// Where names stand in their list, the last name first.
fn by_name(names: &[EntryId]) -> Vec<usize> {
    let mut order: Vec<usize> = (0..names.len()).collect();
    order.sort_unstable_by(|one, other| names[*other].cmp(&names[*one]));
    order
}

impl Iterator for Queue {
    type Item = usize;

    fn next(&mut self) -> Option<usize> {
        while self.left > 0 {
            match self.ready.pop() {
                Some(n) if !self.given[n] => return self.give(n),
                Some(_) => {}
                // What is left names one another in a circle, which nobody honest makes.
                None => {
                    let n = self.by_name.get_or_insert_with(|| by_name(&self.names)).pop()?;
                    self.ready.extend((!self.given[n]).then_some(n));
                }
            }
        }
        None
    }
}
