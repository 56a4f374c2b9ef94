//! From entries to what holds: one at a time, or many at once, in whatever order they come.

use super::{
    entry::{Act, Entry, ErasedWhy, Writes},
    fresh::{Fresh, Queue},
    graph::{Graph, Place},
    id::{EntryId, TextId},
    register::{Register, Written},
};
use crate::domain::{id::ReactionId, ordered::sort_by};
use std::collections::{BTreeMap, BTreeSet, HashMap, btree_map};

/// A log, and what follows from it.
#[derive(Clone, Debug)]
pub struct Log<A: Writes> {
    pub(super) entries: Vec<Entry<A>>,
    pub(super) graph: Graph,
    /// When each was made, as it shows: never before what came before it, whatever a clock said.
    pub(super) times: Vec<u64>,
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
            times: Vec::new(),
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
        let mut fresh = Fresh::default();
        let mut anew = false;
        for entry in entries {
            let there = match self.places.get(&entry.id) {
                Some(place) => &mut self.entries[*place as usize],
                None => match fresh.at.get(&entry.id) {
                    Some(at) => &mut fresh.entries[*at],
                    None => {
                        anew |= self.awaited.contains(&entry.id);
                        merged.new += 1;
                        fresh.add(entry);
                        continue;
                    }
                },
            };
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
            all.entries.into_iter().for_each(|entry| fresh.add(entry));
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

    /// Orders entries for who reads them: whoever came before is first, and between those who knew nothing of each other, the
    /// one whose clock said an earlier time. Nothing that holds depends on it.
    pub fn told(&self, place: Place) -> (u64, (u32, EntryId)) {
        (self.times[place as usize], self.rank(place))
    }

    /// Puts entries in behind those that they come after, then lets them act in that order.
    fn insert(&mut self, fresh: Fresh<A>) {
        let Fresh { entries, at: coming } = fresh;
        let queue = Queue::of(&entries, &coming);
        let mut entries: Vec<_> = entries.into_iter().map(Some).collect();
        let mut placed = Vec::with_capacity(entries.len());
        for at in queue {
            if let Some(entry) = entries[at].take() {
                placed.push(self.put(entry, &coming));
            }
        }
        placed.sort_unstable_by_key(|place| self.rank(*place));
        placed.into_iter().for_each(|place| self.act(place));
    }

    fn put(&mut self, entry: Entry<A>, coming: &HashMap<EntryId, usize>) -> Place {
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
        self.times.push(after.iter().map(|place| self.times[*place as usize]).fold(entry.at, u64::max));
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
        if !self.own.contains_key(who) {
            self.own.insert(who.clone(), Vec::new());
        }
        let Some(own) = self.own.get_mut(who) else { return };
        let at = own.len()
            - own.iter().rev().take_while(|other| rank_of(&self.entries, &self.graph, **other) > rank).count();
        own.insert(at, place);
        match act {
            Act::Do(acts) => {
                let mut written: Vec<(A::Key, A::Value)> = acts.iter().flat_map(Writes::writes).collect();
                // Once in each place: what it says of it last.
                written.reverse();
                sort_by(&mut written, |(one, _), (other, _)| one.cmp(other));
                written.dedup_by(|(one, _), (other, _)| one == other);
                for (key, value) in written {
                    let rank = |place| rank_of(&self.entries, &self.graph, place);
                    let active = |place: Place| self.undone[place as usize] == 0;
                    let write = Written { by: place, value };
                    match self.registers.entry(key) {
                        btree_map::Entry::Vacant(free) => {
                            free.insert(Register::default()).write(&self.graph, write, rank, active);
                        }
                        btree_map::Entry::Occupied(mut there) => {
                            there.get_mut().write(&self.graph, write, rank, active);
                            mark(&mut self.contested, there.key().clone(), there.get());
                        }
                    }
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
