//! One place in which people write: everything that was written there, and what of it holds.

use super::graph::{Graph, Place};

/// What one entry wrote.
#[derive(Clone, Debug)]
pub struct Written<V> {
    /// The entry.
    pub by: Place,
    /// What.
    pub value: V,
}

/// A place. Of what was not taken back, that holds which nobody wrote over knowingly: more than one, where two people wrote
/// without knowing of each other.
#[derive(Clone, Debug)]
pub struct Register<V> {
    /// In an order in which whoever came before stands before.
    writes: Vec<Written<V>>,
    /// Places in that list of what holds; the last of them is the outcome.
    holds: Vec<usize>,
}

impl<V> Default for Register<V> {
    fn default() -> Self {
        Self { writes: Vec::new(), holds: Vec::new() }
    }
}

impl<V> Register<V> {
    /// Writes; an entry does so once in each place. `rank` orders entries, `active` tells which were not taken back.
    pub fn write<R: Ord>(
        &mut self,
        graph: &Graph,
        written: Written<V>,
        rank: impl Fn(Place) -> R,
        active: impl Fn(Place) -> bool,
    ) {
        let by = written.by;
        if self.writes.last().is_some_and(|last| rank(last.by) > rank(by)) {
            let at = self.writes.partition_point(|other| rank(other.by) < rank(by));
            self.writes.insert(at, written);
            return self.settle(graph, active);
        }
        if active(by) {
            self.holds.retain(|held| !graph.is_before(self.writes[*held].by, by));
            self.holds.push(self.writes.len());
        }
        self.writes.push(written);
    }

    /// Finds anew what holds.
    pub fn settle(&mut self, graph: &Graph, active: impl Fn(Place) -> bool) {
        self.holds.clear();
        for (at, written) in self.writes.iter().enumerate().rev() {
            let over = |held: &usize| graph.is_before(written.by, self.writes[*held].by);
            if active(written.by) && !self.holds.iter().any(over) {
                self.holds.push(at);
            }
        }
        self.holds.reverse();
    }

    /// What holds, the outcome last.
    pub fn holds(&self) -> impl DoubleEndedIterator<Item = &Written<V>> {
        self.holds.iter().map(|at| &self.writes[*at])
    }

    /// Everything that was written here.
    pub fn writes(&self) -> &[Written<V>] {
        &self.writes
    }
}

impl<V: PartialEq> Register<V> {
    /// Whether people wrote different things without knowing of each other.
    pub fn is_contested(&self) -> bool {
        let mut values = self.holds().map(|written| &written.value);
        values.next().is_some_and(|first| values.any(|value| value != first))
    }
}
