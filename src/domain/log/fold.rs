//! From entries to what holds: one at a time, or many at once, in whatever order they come.

use super::{
    entry::{Act, Entry, ErasedWhy, Writes},
    graph::{Graph, Place},
    id::{EntryId, TextId},
    register::{Register, Written},
};
use crate::domain::id::ReactionId;
use std::collections::{BTreeMap, BTreeSet, HashMap, btree_map};

/// A log, and what follows from it.
#[derive(Clone, Debug)]
pub struct Log<A: Writes> {
    pub(super) entries: Vec<Entry<A>>,
    pub(super) graph: Graph,
    pub(super) places: HashMap<EntryId, Place>,
    /// Entries that nobody known comes after.
    pub(super) heads: BTreeSet<EntryId>,
    /// Entries that others name and that are not here. Should they come, everything is found anew.
    pub(super) awaited: BTreeSet<EntryId>,
    /// How often each was taken back, less how often that was taken back.
    pub(super) undone: Vec<u32>,
    pub(super) registers: BTreeMap<A::Key, Register<A::Value>>,
    pub(super) contested: BTreeSet<A::Key>,
    /// Each person's entries, in an order in which whoever came before stands before.
    pub(super) own: BTreeMap<String, Vec<Place>>,
    pub(super) texts: BTreeMap<TextId, ErasedWhy>,
    pub(super) reactions: BTreeMap<ReactionId, ErasedWhy>,
    pub(super) unfit: BTreeSet<EntryId>,
    pub(super) twins: BTreeSet<EntryId>,
}

/// What a merge brought.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Merged {
    /// Entries that were not there.
    pub new: usize,
    /// Entries that were there, exactly so.
    pub already: usize,
}

impl<A: Writes> Default for Log<A> {
    fn default() -> Self {
        Self {
            entries: Vec::new(),
            graph: Graph::default(),
            places: HashMap::new(),
            heads: BTreeSet::new(),
            awaited: BTreeSet::new(),
            undone: Vec::new(),
            registers: BTreeMap::new(),
            contested: BTreeSet::new(),
            own: BTreeMap::new(),
            texts: BTreeMap::new(),
            reactions: BTreeMap::new(),
            unfit: BTreeSet::new(),
            twins: BTreeSet::new(),
        }
    }
}

impl<A: Writes> Log<A> {
    /// Takes in entries. Those that are there already change nothing.
    pub fn merge(&mut self, entries: impl IntoIterator<Item = Entry<A>>) -> Merged {
        let mut merged = Merged::default();
        let mut fresh: BTreeMap<EntryId, Entry<A>> = BTreeMap::new();
        let mut anew = false;
        for entry in entries {
            let there = match self.places.get(&entry.id) {
                Some(place) => Some(&mut self.entries[*place as usize]),
                None => match fresh.entry(entry.id) {
                    btree_map::Entry::Occupied(there) => Some(there.into_mut()),
                    btree_map::Entry::Vacant(free) => {
                        anew |= self.awaited.contains(&entry.id);
                        merged.new += 1;
                        free.insert(entry);
                        continue;
                    }
                },
            };
            let Some(there) = there else { continue };
            merged.already += 1;
            if *there != entry {
                // Somebody forged it or a disk damaged it. The same one is kept everywhere.
                self.twins.insert(entry.id);
                if entry.line() < there.line() {
                    *there = entry;
                    anew = true;
                }
            }
        }
        if anew {
            let twins = std::mem::take(&mut self.twins);
            let all = std::mem::take(self);
            fresh.extend(all.entries.into_iter().map(|entry| (entry.id, entry)));
            self.twins = twins;
        }
        self.insert(fresh);
        merged
    }

    /// Orders entries: whoever came before is first. Between those who knew nothing of each other, chance decides, the same
    /// everywhere: no clock stands in an id.
    pub fn rank(&self, place: Place) -> (u32, EntryId) {
        rank_of(&self.entries, &self.graph, place)
    }

    /// Puts entries in behind those that they come after, then lets them act in that order.
    fn insert(&mut self, mut fresh: BTreeMap<EntryId, Entry<A>>) {
        let mut waiting: HashMap<EntryId, usize> = HashMap::new();
        let mut behind: HashMap<EntryId, Vec<EntryId>> = HashMap::new();
        for entry in fresh.values() {
            let known = entry.after.iter().filter(|id| **id != entry.id && fresh.contains_key(id));
            let known: BTreeSet<_> = known.copied().collect();
            waiting.insert(entry.id, known.len());
            known.into_iter().for_each(|id| behind.entry(id).or_default().push(entry.id));
        }
        let mut ready: Vec<EntryId> = fresh.keys().copied().filter(|id| waiting[id] == 0).collect();
        let mut placed = Vec::with_capacity(fresh.len());
        loop {
            while let Some(id) = ready.pop() {
                let Some(entry) = fresh.remove(&id) else { continue };
                placed.push(self.put(entry, &fresh));
                for next in behind.remove(&id).unwrap_or_default() {
                    if let Some(count) = waiting.get_mut(&next) {
                        *count -= 1;
                        if *count == 0 {
                            ready.push(next);
                        }
                    }
                }
            }
            // What is left names one another in a circle, which nobody honest makes.
            let Some(id) = fresh.keys().next() else { break };
            ready.push(*id);
        }
        placed.sort_unstable_by_key(|place| self.rank(*place));
        placed.into_iter().for_each(|place| self.act(place));
    }

    fn put(&mut self, entry: Entry<A>, coming: &BTreeMap<EntryId, Entry<A>>) -> Place {
        let place = self.entries.len() as Place;
        let mut after = Vec::with_capacity(entry.after.len());
        for id in &entry.after {
            match self.places.get(id) {
                Some(known) => after.push(*known),
                None if *id == entry.id || coming.contains_key(id) => {}
                None => {
                    self.awaited.insert(*id);
                }
            }
            self.heads.remove(id);
        }
        self.graph.push(&after);
        self.places.insert(entry.id, place);
        self.heads.insert(entry.id);
        self.undone.push(0);
        self.entries.push(entry);
        place
    }

    fn act(&mut self, place: Place) {
        let Entry { id, who, act, .. } = &self.entries[place as usize];
        let (id, rank) = (*id, self.rank(place));
        let own = self.own.entry(who.clone()).or_default();
        let at = own.len()
            - own.iter().rev().take_while(|other| rank_of(&self.entries, &self.graph, **other) > rank).count();
        own.insert(at, place);
        match act {
            Act::Do(acts) => {
                let written = acts.iter().flat_map(Writes::writes);
                let written: BTreeMap<A::Key, A::Value> = written.collect();
                for (key, value) in written {
                    let register = self.registers.entry(key.clone()).or_default();
                    let rank = |place| rank_of(&self.entries, &self.graph, place);
                    let active = |place: Place| self.undone[place as usize] == 0;
                    register.write(&self.graph, Written { by: place, value }, rank, active);
                    mark(&mut self.contested, key, register);
                }
            }
            Act::Undo(target) => match self.target(place) {
                Some(target) => self.toggle(target),
                None => {
                    if !self.places.contains_key(target) {
                        self.awaited.insert(*target);
                    }
                    self.unfit.insert(id);
                }
            },
            Act::Erase(erased) => {
                let why = erased.why;
                for text in &erased.texts {
                    self.texts.entry(*text).and_modify(|old| *old = why.min(*old)).or_insert(why);
                }
                for reaction in &erased.reactions {
                    self.reactions.entry(reaction.clone()).and_modify(|old| *old = why.min(*old)).or_insert(why);
                }
            }
            Act::Newer(_) => {}
        }
    }

    /// What an entry takes back, if it can: something before it that is not for good.
    fn target(&self, place: Place) -> Option<Place> {
        let Act::Undo(target) = &self.entries[place as usize].act else { return None };
        let target = *self.places.get(target)?;
        let can = matches!(self.entries[target as usize].act, Act::Do(_) | Act::Undo(_));
        (can && self.rank(target) < self.rank(place)).then_some(target)
    }

    /// Takes an entry back; if it took another one back, that one acts again, and so on.
    fn toggle(&mut self, place: Place) {
        let (mut at, mut gone) = (place, true);
        loop {
            let count = &mut self.undone[at as usize];
            let turned = if gone { *count == 0 } else { *count == 1 };
            *count = if gone { *count + 1 } else { *count - 1 };
            if !turned {
                return;
            }
            match self.target(at) {
                Some(target) => (at, gone) = (target, !gone),
                None => return self.settle(at),
            }
        }
    }

    /// Finds anew what holds in each place where an entry wrote.
    fn settle(&mut self, place: Place) {
        let Act::Do(acts) = &self.entries[place as usize].act else { return };
        for (key, _) in acts.iter().flat_map(Writes::writes) {
            let Some(register) = self.registers.get_mut(&key) else { continue };
            register.settle(&self.graph, |place| self.undone[place as usize] == 0);
            mark(&mut self.contested, key, register);
        }
    }
}

fn rank_of<A>(entries: &[Entry<A>], graph: &Graph, place: Place) -> (u32, EntryId) {
    (graph.depth(place), entries[place as usize].id)
}

fn mark<K: Ord, V: PartialEq>(contested: &mut BTreeSet<K>, key: K, register: &Register<V>) {
    if register.is_contested() {
        contested.insert(key);
    } else {
        contested.remove(&key);
    }
}
