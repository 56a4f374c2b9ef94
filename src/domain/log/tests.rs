//! A log that merges: any history of up to five devices, and the plain way to find what holds of it.

mod properties;
mod stories;

use super::{entry::EntryFault, *};
use crate::domain::id::ReactionId;
use proptest::{prelude::*, sample::Index};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// The smallest thing that can be done: writing numbers in places.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Put {
    pub(crate) key: u8,
    pub(crate) value: u8,
}

impl Writes for Put {
    type Key = u8;
    type Value = u8;

    fn writes(&self) -> Vec<(u8, u8)> {
        vec![(self.key, self.value)]
    }
}

type Line = Entry<Put>;

/// What one device does next.
#[derive(Clone, Debug)]
enum Move {
    Do(Vec<Put>),
    Undo,
    Redo,
    Erase(u8),
    Newer,
    /// Takes in what another device has.
    Meet(usize),
}

fn moves() -> impl Strategy<Value = Vec<(usize, Move)>> {
    let put = || (0..4u8, 0..5u8).prop_map(|(key, value)| Put { key, value });
    let one = prop_oneof![
        5 => proptest::collection::vec(put(), 1..4).prop_map(Move::Do),
        2 => Just(Move::Undo),
        1 => Just(Move::Redo),
        1 => (0..4u8).prop_map(Move::Erase),
        1 => Just(Move::Newer),
        4 => (0..5usize).prop_map(Move::Meet),
    ];
    proptest::collection::vec((0..5usize, one), 1..50)
}

fn text(n: u8) -> TextId {
    TextId::from([n; 12])
}

/// The entries that five devices made, each with what it knew; clocks are anything.
fn history(moves: &[(usize, Move)], clocks: &[u64]) -> Vec<Line> {
    let mut devices: Vec<Log<Put>> = vec![Log::default(); 5];
    // Two devices of one person.
    let names = ["Anna", "Bert", "Cas", "Dirk", "Anna"];
    for (n, (device, what)) in moves.iter().enumerate() {
        let act = match what {
            Move::Do(puts) => Act::Do(puts.clone()),
            Move::Undo => match devices[*device].undoing(names[*device]) {
                Some(undoing) => Act::Undo(undoing.target),
                None => continue,
            },
            Move::Redo => match devices[*device].redoing(names[*device]) {
                Some(target) => Act::Undo(target),
                None => continue,
            },
            Move::Erase(n) => Act::Erase(Erased {
                texts: vec![text(*n)],
                reactions: vec![ReactionId::new(1, [*n; 10])],
                why: ErasedWhy::ALL[usize::from(*n) % 3],
            }),
            Move::Newer => Act::Newer(serde_json::Map::from_iter([("seal".to_owned(), n.into())])),
            Move::Meet(other) => {
                let theirs: Vec<Line> = devices[*other].entries().into_iter().cloned().collect();
                devices[*device].merge(theirs);
                continue;
            }
        };
        // Random to all appearance, and different for each.
        let mut random = [0; 12];
        random.copy_from_slice(&super::super::digest::sha256(&n.to_be_bytes()).as_bytes()[..12]);
        let clock = clocks.get(n % clocks.len().max(1)).copied().unwrap_or_default();
        let entry = devices[*device].next(EntryId::from(random), names[*device], clock, act);
        devices[*device].merge([entry]);
    }
    let mut all = Log::default();
    devices.iter().for_each(|device| {
        all.merge(device.entries().into_iter().cloned());
    });
    all.entries().into_iter().cloned().collect()
}

/// All that follows from a log, but for what it shows of clocks.
#[derive(Debug, PartialEq)]
struct State {
    values: Vec<(u8, u8)>,
    conflicts: Vec<(u8, Vec<(EntryId, u8)>)>,
    erased: (Vec<Option<ErasedWhy>>, BTreeMap<ReactionId, ErasedWhy>),
    unfit: BTreeSet<EntryId>,
    lines: Vec<EntryId>,
    heads: Vec<EntryId>,
    undo: Vec<(Option<EntryId>, Option<EntryId>)>,
}

fn state(log: &Log<Put>) -> State {
    let rivals = |(key, rivals): (&u8, Vec<Rival<u8>>)| {
        (*key, rivals.into_iter().map(|rival| (rival.entry, rival.value)).collect())
    };
    let names = ["Anna", "Bert", "Cas", "Dirk"];
    State {
        values: log.values().map(|(key, value, _)| (*key, *value)).collect(),
        conflicts: log.conflicts().map(rivals).collect(),
        erased: ((0..4).map(|n| log.erased_text(&text(n))).collect(), log.erased_reactions().clone()),
        unfit: log.unfit().clone(),
        lines: log.entries().iter().map(|entry| entry.id).collect(),
        heads: log.next(EntryId::from([0; 12]), "", 0, Act::Do(vec![])).after,
        undo: names.map(|who| (log.undoing(who).map(|one| one.target), log.redoing(who))).into(),
    }
}

fn folded(lines: impl IntoIterator<Item = Line>) -> Log<Put> {
    let mut log = Log::default();
    log.merge(lines);
    log
}

/// The same, found the slow and plain way.
fn plainly(lines: &[Line]) -> Vec<(u8, BTreeSet<(EntryId, u8)>)> {
    let by_id: BTreeMap<EntryId, &Line> = lines.iter().map(|line| (line.id, line)).collect();
    let mut before: BTreeMap<EntryId, BTreeSet<EntryId>> = BTreeMap::new();
    for line in lines {
        let mut all = BTreeSet::new();
        for id in line.after.iter().filter(|id| by_id.contains_key(id)) {
            all.insert(*id);
            all.extend(before[id].iter().copied());
        }
        before.insert(line.id, all);
    }
    let mut active: BTreeSet<EntryId> = by_id.keys().copied().collect();
    // Whoever came last is judged first.
    for line in lines.iter().rev().filter(|line| matches!(line.act, Act::Undo(_))) {
        if let Act::Undo(target) = &line.act
            && active.contains(&line.id)
            && by_id.get(target).is_some_and(|target| matches!(target.act, Act::Do(_) | Act::Undo(_)))
        {
            active.remove(target);
        }
    }
    let mut writes: BTreeMap<u8, Vec<(EntryId, u8)>> = BTreeMap::new();
    for line in lines.iter().filter(|line| active.contains(&line.id)) {
        if let Act::Do(puts) = &line.act {
            let last: BTreeMap<u8, u8> = puts.iter().map(|put| (put.key, put.value)).collect();
            last.into_iter().for_each(|(key, value)| writes.entry(key).or_default().push((line.id, value)));
        }
    }
    let holds = |all: Vec<(EntryId, u8)>| {
        let over = |id: &EntryId| all.iter().any(|(other, _)| before[other].contains(id));
        all.iter().filter(|(id, _)| !over(id)).copied().collect()
    };
    writes.into_iter().map(|(key, all)| (key, holds(all))).collect()
}
