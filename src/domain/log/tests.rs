//! What must hold for any history of up to five devices: the six properties of a log that merges.

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

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, ..ProptestConfig::default() })]

    #[test]
    fn the_same_entries_give_the_same_state_in_whatever_order_and_parts(
        moves in moves(),
        shuffled in proptest::collection::vec(any::<Index>(), 60),
        cut in proptest::collection::vec(1..6usize, 60),
    ) {
        let lines = history(&moves, &[7]);
        let whole = folded(lines.iter().cloned());
        prop_assert_eq!(whole.missing(), 0);
        let mut rest = lines.clone();
        let mut parts = Log::default();
        for (n, size) in cut.iter().enumerate() {
            if rest.is_empty() { break }
            let mut part = Vec::new();
            for k in 0..(*size).min(rest.len()) {
                let at = shuffled[(n + k) % shuffled.len()].index(rest.len());
                part.push(rest.swap_remove(at));
            }
            // Each part twice, and one of its lines a third time.
            parts.merge(part.iter().cloned().chain(part.first().cloned()));
            let again = parts.merge(part.clone());
            prop_assert_eq!(again, Merged { new: 0, already: part.len() });
        }
        parts.merge(rest);
        prop_assert_eq!(state(&parts), state(&whole));
        let text = |log: &Log<Put>| log.entries().iter().map(|line| line.line() + "\n").collect::<String>();
        prop_assert_eq!(text(&parts), text(&whole), "written alike");
    }

    #[test]
    fn what_holds_is_what_one_finds_the_plain_way(moves in moves()) {
        let lines = history(&moves, &[7]);
        let log = folded(lines.iter().cloned());
        for (key, holds) in plainly(&log.entries().into_iter().cloned().collect::<Vec<_>>()) {
            let values: BTreeSet<u8> = holds.iter().map(|(_, value)| *value).collect();
            prop_assert_eq!(log.value(&key).is_some(), !values.is_empty());
            prop_assert!(log.value(&key).is_none_or(|value| values.contains(value)));
            let conflict = log.conflicts().find(|(place, _)| **place == key);
            prop_assert_eq!(conflict.is_some(), values.len() > 1, "a conflict of {}", key);
            if let Some((_, conflict)) = conflict {
                let rivals: BTreeSet<_> = conflict.iter().map(|rival| (rival.entry, rival.value)).collect();
                prop_assert_eq!(rivals, holds);
                prop_assert_eq!(Some(&conflict[0].value), log.value(&key));
            }
        }
    }

    #[test]
    fn no_clock_has_a_say(moves in moves(), clocks in proptest::collection::vec(any::<u64>(), 1..50)) {
        prop_assert_eq!(state(&folded(history(&moves, &clocks))), state(&folded(history(&moves, &[7]))));
    }

    #[test]
    fn lost_lines_stop_nothing_and_order_still_does_not_matter(
        moves in moves(), lost in proptest::collection::vec(any::<bool>(), 50), turn in any::<Index>(),
    ) {
        let lines = history(&moves, &[7]);
        let kept: Vec<Line> = lines.iter().enumerate().filter(|(n, _)| !lost[n % 50]).map(|(_, line)| line.clone()).collect();
        let straight = folded(kept.iter().cloned());
        prop_assert_eq!(straight.len(), kept.len());
        let mut turned = kept.clone();
        turned.reverse();
        let at = turn.index(turned.len().max(1)).min(turned.len());
        turned.rotate_left(at);
        let mut one_by_one = Log::default();
        turned.into_iter().for_each(|line| { one_by_one.merge([line]); });
        prop_assert_eq!(state(&one_by_one), state(&straight));
        // What was lost comes after all.
        one_by_one.merge(lines.iter().cloned());
        prop_assert_eq!(state(&one_by_one), state(&folded(lines)));
    }

    #[test]
    fn a_line_is_read_back_as_it_was(moves in moves()) {
        for line in history(&moves, &[7]) {
            let text = line.line();
            prop_assert!(!text.contains('\n'));
            prop_assert_eq!(Line::read(text.as_bytes()), Ok(line));
        }
    }

    #[test]
    fn taking_back_and_putting_back_leave_everything_as_it_was(moves in moves(), steps in 1..6usize) {
        let mut log = folded(history(&moves, &[7]));
        let all = |log: &Log<Put>| state(log).values;
        let mut seen = vec![all(&log)];
        let mut n = 200u8;
        let mut did = |log: &mut Log<Put>, target| {
            n += 1;
            let entry = log.next(EntryId::from([n; 12]), "Anna", 7, Act::Undo(target));
            log.merge([entry]);
        };
        // A redo may be under way: somebody does something first.
        let entry = log.next(EntryId::from([200; 12]), "Anna", 7, Act::Do(vec![Put { key: 0, value: 9 }]));
        log.merge([entry]);
        seen.push(all(&log));
        for _ in 0..steps {
            let Some(undoing) = log.undoing("Anna") else { break };
            did(&mut log, undoing.target);
            seen.push(all(&log));
        }
        while seen.len() > 2 {
            prop_assert_eq!(Some(all(&log)), seen.pop());
            let target = log.redoing("Anna");
            prop_assert!(target.is_some());
            did(&mut log, target.unwrap());
        }
        prop_assert_eq!(Some(all(&log)), seen.pop());
        prop_assert_eq!(log.redoing("Anna"), None);
    }
}

fn entry(n: u8, who: &str, after: &[u8], puts: &[(u8, u8)]) -> Line {
    let puts = puts.iter().map(|(key, value)| Put { key: *key, value: *value }).collect();
    let after = after.iter().map(|n| EntryId::from([*n; 12])).collect();
    Entry { id: EntryId::from([n; 12]), who: who.into(), at: 0, after, act: Act::Do(puts) }
}

#[test]
fn a_second_change_of_one_does_not_hide_a_conflict_and_who_knew_both_settles_it() {
    let mut log = folded([
        entry(1, "Anna", &[], &[(0, 1)]),
        entry(2, "Bert", &[1], &[(0, 2)]),
        entry(3, "Anna", &[1], &[(0, 3)]),
        entry(4, "Anna", &[3], &[(0, 4)]),
    ]);
    let conflicts: Vec<_> = log.conflicts().collect();
    assert_eq!(conflicts.len(), 1);
    let values: BTreeSet<u8> = conflicts[0].1.iter().map(|rival| rival.value).collect();
    assert_eq!(values, BTreeSet::from([2, 4]));
    log.merge([entry(5, "Bert", &[2, 4], &[(0, 2)])]);
    assert_eq!((log.conflicts().count(), log.value(&0)), (0, Some(&2)));
    // The same thing twice is no conflict.
    let agreed = folded([entry(1, "Anna", &[], &[(0, 1)]), entry(2, "Bert", &[], &[(0, 1)])]);
    assert_eq!((agreed.conflicts().count(), agreed.value(&0)), (0, Some(&1)));
}

#[test]
fn taking_back_what_a_colleague_changed_since_shows_theirs_and_leaves_it() {
    let mut log = folded([entry(1, "Anna", &[], &[(0, 1), (1, 1)]), entry(2, "Bert", &[1], &[(0, 2)])]);
    let undoing = log.undoing("Anna").unwrap();
    let theirs: Vec<_> = undoing.theirs.iter().map(|(key, rival)| (*key, rival.value, rival.who.as_str())).collect();
    assert_eq!(theirs, [(0, 2, "Bert")]);
    let back = log.next(EntryId::from([3; 12]), "Anna", 0, Act::Undo(undoing.target));
    log.merge([back]);
    assert_eq!((log.value(&0), log.value(&1)), (Some(&2), None));
}

#[test]
fn an_entry_that_takes_back_nothing_is_named_and_changes_nothing() {
    let erase = Act::Erase(Erased { texts: vec![text(1)], reactions: vec![], why: ErasedWhy::OnRequest });
    let with = |n: u8, after: u8, act: Act<Put>| Entry { act, ..entry(n, "Anna", &[after], &[]) };
    let undo = |n: u8| Act::Undo(EntryId::from([n; 12]));
    let log = folded([with(1, 9, erase), with(2, 1, undo(1)), with(3, 1, undo(7)), with(4, 4, undo(4))]);
    assert_eq!(log.unfit().len(), 3);
    assert_eq!(log.erased_text(&text(1)), Some(ErasedWhy::OnRequest));
    assert_eq!(log.missing(), 2);
}

#[test]
fn two_entries_with_one_id_are_named_and_one_is_kept_the_same_everywhere() {
    let (one, other) = (entry(1, "Anna", &[], &[(0, 1)]), entry(1, "Anna", &[], &[(0, 2)]));
    let (mut a, mut b) = (folded([one.clone()]), folded([other.clone()]));
    a.merge([other]);
    b.merge([one]);
    assert_eq!(state(&a), state(&b));
    assert_eq!((a.len(), a.twins()), (1, b.twins()));
    assert_eq!(a.twins().len(), 1);
}

#[test]
fn entries_that_name_one_another_in_a_circle_harm_nobody() {
    let circle =
        [entry(1, "Anna", &[2], &[(0, 1)]), entry(2, "Bert", &[1], &[(0, 2)]), entry(3, "Cas", &[3], &[(1, 3)])];
    let whole = folded(circle.clone());
    let mut parts = Log::default();
    circle.into_iter().rev().for_each(|line| {
        parts.merge([line]);
    });
    assert_eq!(state(&parts), state(&whole));
    assert_eq!(whole.len(), 3);
}

#[test]
fn what_is_no_entry_says_why() {
    let read = |text: &str| Line::read(text.as_bytes()).unwrap_err();
    assert_eq!(read(r#"{"id":"#), EntryFault::NotJson);
    assert_eq!(read("[]"), EntryFault::NotJson);
    let id = r#""id":"010101010101010101010101""#;
    assert_eq!(read(&format!("{{{id}}}")), EntryFault::Field("who"));
    assert_eq!(read(r#"{"id":"x"}"#), EntryFault::Field("id"));
    // An act that this release does not know, beside one that it does, makes the whole entry a newer one.
    let line = format!(r#"{{"after":[],"at":0,"do":[{{"key":1,"value":2}},{{"seal":1}}],{id},"who":"Anna"}}"#);
    let newer = Line::read(line.as_bytes()).unwrap();
    assert!(matches!(newer.act, Act::Newer(_)));
    assert_eq!(newer.line(), line);
}
