//! Taking back and putting back, in the order of a person's own acts, also in a later session. Both are entries.

use super::{
    ask::Rival,
    entry::{Act, Writes},
    fold::Log,
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
        self.undoing_of(who, |_, _| true)
    }

    /// The same of those acts alone that are of this kind.
    pub fn undoing_of(&self, who: &str, is: impl Fn(EntryId, &[A]) -> bool) -> Option<Undoing<A::Key, A::Value>> {
        let (place, acts) = self.own(who).iter().rev().find_map(|place| {
            let entry = self.entry(*place);
            match &entry.act {
                Act::Do(acts) if self.is_active(*place) && is(entry.id, acts) => Some((*place, acts)),
                _ => None,
            }
        })?;
        let mut theirs = Vec::new();
        for (key, value) in acts.iter().flat_map(Writes::writes) {
            for written in self.register(&key).into_iter().flat_map(|register| register.holds()) {
                let by = self.entry(written.by);
                // Who says the same once more changed nothing.
                if by.who != who && written.value != value && self.graph().is_before(place, written.by) {
                    theirs.push((key.clone(), self.signed(written)));
                }
            }
        }
        Some(Undoing { target: self.entry(place).id, theirs })
    }

    /// What this person would put back now: the last that they took back, as long as they did nothing else since.
    pub fn redoing(&self, who: &str) -> Option<EntryId> {
        self.redoing_of(who, |_| true)
    }

    /// The same of those acts alone that are of this kind.
    pub fn redoing_of(&self, who: &str, is: impl Fn(&[A]) -> bool) -> Option<EntryId> {
        for place in self.own(who).iter().rev() {
            let entry = self.entry(*place);
            match &entry.act {
                Act::Do(acts) if is(acts) => return None,
                Act::Undo(target) if self.is_active(*place) && self.did(target).is_some_and(&is) => {
                    return Some(entry.id);
                }
                _ => {}
            }
        }
        None
    }

    /// What an entry did, if it took nothing back.
    pub fn did(&self, id: &EntryId) -> Option<&[A]> {
        match &self.entry(self.place(id)?).act {
            Act::Do(acts) => Some(acts),
            _ => None,
        }
    }

    /// What an entry took back.
    pub fn took_back(&self, id: &EntryId) -> Option<&[A]> {
        match &self.entry(self.place(id)?).act {
            Act::Undo(target) => self.did(target),
            _ => None,
        }
    }
}
