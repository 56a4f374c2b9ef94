//! Histories that once went wrong, or easily would.

use super::*;

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
