//! What must hold for any history of up to five devices: the six properties of a log that merges.

use super::*;

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
