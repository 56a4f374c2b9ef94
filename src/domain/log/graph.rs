//! Which entry came after which. Order comes from what each entry names as known, never from a clock.
//!
//! Entries that follow one another form a chain. Of all other chains an entry keeps how far it had seen them, so that "came
//! this one before that one" is one comparison, also among 100,000. Who goes on alone shares what was seen with the entry
//! before.

use std::rc::Rc;

/// An entry's place in the list of entries.
pub type Place = u32;

/// Where an entry stands.
#[derive(Clone, Debug)]
struct Node {
    chain: u32,
    /// How many came before it in its chain.
    at: u32,
    /// The longest way from the beginning.
    depth: u32,
    /// Of each other chain, how many came before it. What is not named was not seen.
    seen: Rc<[u32]>,
}

/// Who came after whom.
#[derive(Clone, Debug, Default)]
pub struct Graph {
    nodes: Vec<Node>,
    /// How long each chain is.
    chains: Vec<u32>,
}

impl Graph {
    /// Adds an entry after these, which are in already.
    pub fn push(&mut self, after: &[Place]) {
        let node = |place: &Place| &self.nodes[*place as usize];
        let depth = after.iter().map(|place| node(place).depth + 1).max().unwrap_or(0);
        let last = |place: &&Place| self.chains[node(place).chain as usize] == node(place).at + 1;
        let before = after.iter().find(last);
        let seen = match (after, before) {
            ([only], Some(_)) => Rc::clone(&node(only).seen),
            _ => self.seen_by(after),
        };
        let chain = before.map_or(self.chains.len() as u32, |place| node(place).chain);
        if before.is_none() {
            self.chains.push(0);
        }
        let length = &mut self.chains[chain as usize];
        self.nodes.push(Node { chain, at: *length, depth, seen });
        *length += 1;
    }

    fn seen_by(&self, after: &[Place]) -> Rc<[u32]> {
        let mut seen: Vec<u32> = Vec::new();
        let mut see = |chain: usize, count: u32| {
            if seen.len() <= chain {
                seen.resize(chain + 1, 0);
            }
            seen[chain] = seen[chain].max(count);
        };
        for place in after {
            let Node { chain, at, seen: theirs, .. } = &self.nodes[*place as usize];
            theirs.iter().enumerate().for_each(|(chain, count)| see(chain, *count));
            see(*chain as usize, at + 1);
        }
        seen.into()
    }

    /// Whether the first came before the second: who made the second knew of it.
    pub fn is_before(&self, first: Place, second: Place) -> bool {
        let (a, b) = (&self.nodes[first as usize], &self.nodes[second as usize]);
        if a.chain == b.chain {
            return a.at < b.at;
        }
        b.seen.get(a.chain as usize).is_some_and(|count| *count > a.at)
    }

    /// The longest way from the beginning: whoever came before is less deep.
    pub fn depth(&self, place: Place) -> u32 {
        self.nodes[place as usize].depth
    }

    /// How many entries there are.
    pub fn len(&self) -> usize {
        self.nodes.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.nodes.is_empty()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use std::collections::BTreeSet;

    proptest! {
        #[test]
        fn came_before_is_what_one_finds_by_following_every_way(
            ways in proptest::collection::vec(proptest::collection::vec(any::<prop::sample::Index>(), 0..4), 1..60),
        ) {
            let mut graph = Graph::default();
            let mut before: Vec<BTreeSet<Place>> = Vec::new();
            for (n, ways) in ways.iter().enumerate() {
                let after: BTreeSet<Place> =
                    if n == 0 { BTreeSet::new() } else { ways.iter().map(|way| way.index(n) as Place).collect() };
                graph.push(&after.iter().copied().collect::<Vec<_>>());
                let all = after.iter().flat_map(|place| before[*place as usize].clone()).chain(after.iter().copied());
                before.push(all.collect());
            }
            for first in 0..graph.len() as Place {
                for second in 0..graph.len() as Place {
                    let is = graph.is_before(first, second);
                    prop_assert_eq!(is, before[second as usize].contains(&first), "{} before {}", first, second);
                    prop_assert!(!is || graph.depth(first) < graph.depth(second));
                }
            }
        }
    }
}
