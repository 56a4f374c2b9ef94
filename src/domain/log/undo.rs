//! Taking back and putting back, in the order of a person's own acts, also in a later session. Both are entries.

use super::{
    ask::Rival,
    entry::{Act, Writes},
    fold::Log,
    graph::Place,
    id::EntryId,
};

/// What somebody would take back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Undoing<K, V> {
    /// Their last act that was not taken back.
    pub target: EntryId,
    /// What others wrote over it since, knowing it. That stays; who wants it otherwise, writes there again.
    pub theirs: Vec<(K, Rival<V>)>,
}

impl<A: Writes> Log<A> {
    /// What this person would take back now; `None` when nothing is left.
    pub fn undoing(&self, who: &str) -> Option<Undoing<A::Key, A::Value>> {
        let does = |place: &&Place| matches!(self.entry(**place).act, Act::Do(_)) && self.is_active(**place);
        let place = *self.own(who).iter().rev().find(does)?;
        let Act::Do(acts) = &self.entry(place).act else { return None };
        let mut theirs = Vec::new();
        for (key, _) in acts.iter().flat_map(Writes::writes) {
            for written in self.register(&key).into_iter().flat_map(|register| register.holds()) {
                let by = self.entry(written.by);
                if by.who != who && self.graph().is_before(place, written.by) {
                    theirs.push((key.clone(), self.signed(written)));
                }
            }
        }
        Some(Undoing { target: self.entry(place).id, theirs })
    }

    /// What this person would put back now: the last that they took back, as long as they did nothing else since.
    pub fn redoing(&self, who: &str) -> Option<EntryId> {
        for place in self.own(who).iter().rev() {
            match &self.entry(*place).act {
                Act::Do(_) => return None,
                Act::Undo(target) if self.is_active(*place) && self.did(target) => return Some(self.entry(*place).id),
                _ => {}
            }
        }
        None
    }

    /// Whether an entry did something, and took nothing back.
    fn did(&self, id: &EntryId) -> bool {
        self.place(id).is_some_and(|place| matches!(self.entry(place).act, Act::Do(_)))
    }
}
