//! What follows from a log: what holds, what people wrote differently, and what somebody knew.

use super::{
    entry::{Act, Entry, ErasedWhy, Writes},
    fold::Log,
    graph::{Graph, Place},
    id::{EntryId, TextId},
    register::{Register, Written},
};
use crate::domain::id::ReactionId;
use std::collections::{BTreeMap, BTreeSet};

/// What somebody wrote where others wrote too.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rival<V> {
    /// The entry.
    pub entry: EntryId,
    /// Who.
    pub who: String,
    /// Milliseconds since 1970, by their clock.
    pub at: u64,
    /// What.
    pub value: V,
}

impl<A: Writes> Log<A> {
    /// The entries that no other comes after: who knows these, knows all.
    pub fn heads(&self) -> impl Iterator<Item = EntryId> {
        self.heads.iter().copied()
    }

    /// What somebody knew who knew these entries, with what they did themselves since without knowing more.
    pub fn with_own(&self, heads: &[EntryId], who: &str) -> Vec<EntryId> {
        let mut known: BTreeSet<EntryId> = self.as_of(heads).entries.iter().map(|entry| entry.id).collect();
        let mut all = heads.to_vec();
        for entry in self.entries() {
            let is_own = entry.who == who && !known.contains(&entry.id);
            if is_own && entry.after.iter().all(|id| known.contains(id)) {
                known.insert(entry.id);
                all.push(entry.id);
            }
        }
        all
    }

    /// The log as somebody knew it who knew these entries: they, and all that came before them.
    pub fn as_of(&self, heads: &[EntryId]) -> Self {
        let heads: Vec<Place> = heads.iter().filter_map(|id| self.place(id)).collect();
        let known = |place: Place| heads.iter().any(|head| *head == place || self.graph.is_before(place, *head));
        let mut log = Self::default();
        log.merge(
            (0..self.entries.len() as Place).filter(|place| known(*place)).map(|place| self.entry(place).clone()),
        );
        log
    }

    /// The entry that somebody makes now, after all that are here.
    pub fn next(&self, id: EntryId, who: &str, at: u64, act: Act<A>) -> Entry<A> {
        Entry { id, who: who.to_owned(), at, after: self.heads().collect(), act }
    }

    pub(super) fn place(&self, id: &EntryId) -> Option<Place> {
        self.places.get(id).copied()
    }

    pub(super) fn entry(&self, place: Place) -> &Entry<A> {
        &self.entries[place as usize]
    }

    pub(super) fn is_active(&self, place: Place) -> bool {
        self.undone[place as usize] == 0
    }

    pub(super) fn register(&self, key: &A::Key) -> Option<&Register<A::Value>> {
        self.registers.get(key)
    }

    pub(super) fn graph(&self) -> &Graph {
        &self.graph
    }

    pub(super) fn own(&self, who: &str) -> &[Place] {
        self.own.get(who).map_or(&[], Vec::as_slice)
    }

    /// What holds in a place.
    pub fn value(&self, key: &A::Key) -> Option<&A::Value> {
        self.held(key).map(|(value, _)| value)
    }

    /// What holds in a place, and which entry wrote it.
    pub fn held(&self, key: &A::Key) -> Option<(&A::Value, Place)> {
        self.registers.get(key)?.holds().next_back().map(|written| (&written.value, written.by))
    }

    /// Each place with what holds there, and which entry wrote it.
    pub fn values(&self) -> impl Iterator<Item = (&A::Key, &A::Value, Place)> {
        let holding = self.registers.iter().filter_map(|(key, register)| Some((key, register.holds().next_back()?)));
        holding.map(|(key, written)| (key, &written.value, written.by))
    }

    /// Whether who made the second entry knew of the first.
    pub fn is_before(&self, first: Place, second: Place) -> bool {
        self.graph.is_before(first, second)
    }

    /// Every place in which people wrote different things without knowing of each other, with what each wrote. The first
    /// holds until somebody settles it by writing there again.
    pub fn conflicts(&self) -> impl Iterator<Item = (&A::Key, Vec<Rival<A::Value>>)> {
        self.contested.iter().map(|key| {
            let holds = self.registers.get(key).into_iter().flat_map(|register| register.holds().rev());
            (key, holds.map(|written| self.signed(written)).collect())
        })
    }

    /// What holds in a place, and who wrote it.
    pub fn rival(&self, key: &A::Key) -> Option<Rival<A::Value>> {
        self.registers.get(key)?.holds().next_back().map(|written| self.signed(written))
    }

    pub(super) fn signed(&self, written: &Written<A::Value>) -> Rival<A::Value> {
        let Entry { id, who, at, .. } = self.entry(written.by);
        Rival { entry: *id, who: who.clone(), at: *at, value: written.value.clone() }
    }

    /// Why a text was erased, if it was.
    pub fn erased_text(&self, text: &TextId) -> Option<ErasedWhy> {
        self.texts.get(text).copied()
    }

    /// Reactions that were erased, and why.
    pub fn erased_reactions(&self) -> &BTreeMap<ReactionId, ErasedWhy> {
        &self.reactions
    }

    /// Entries that take back what is not there, or what can't be taken back: they change nothing.
    pub fn unfit(&self) -> &BTreeSet<EntryId> {
        &self.unfit
    }

    /// Ids under which two different entries came. One of them is kept, the same everywhere.
    pub fn twins(&self) -> &BTreeSet<EntryId> {
        &self.twins
    }

    /// Entries of a newer release: kept, and not understood.
    pub fn newer(&self) -> impl Iterator<Item = &Entry<A>> {
        self.entries.iter().filter(|entry| matches!(entry.act, Act::Newer(_)))
    }

    /// Entries that others came after and that are not here: lines were lost, or a file is missing.
    pub fn missing(&self) -> usize {
        self.awaited.len()
    }

    /// Every entry, in an order that follows from the entries alone.
    pub fn entries(&self) -> Vec<&Entry<A>> {
        let mut places: Vec<Place> = (0..self.entries.len() as Place).collect();
        places.sort_unstable_by_key(|place| self.rank(*place));
        places.into_iter().map(|place| self.entry(place)).collect()
    }

    /// How many entries there are.
    pub fn len(&self) -> usize {
        self.entries.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }
}
