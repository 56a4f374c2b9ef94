//! What two people decided without knowing of each other.

use super::*;

#[test]
fn what_two_decided_without_knowing_of_each_other_stops_publishing_until_one_settles_it() {
    let mut table = told("De bus");
    let mut other = table.clone();
    other.names += 1000;
    table.place([0], Placement::Later(day("2026-12-01"))).unwrap();
    other.place([0], Placement::SetAside(SetAside { reason: SetAsideReason::Double, note: None })).unwrap();
    table.log.merge(other.log.entries().into_iter().cloned());
    let found = table.work().publish(on(TODAY)).unwrap_err();
    assert!(found.contains(&Unready::Conflicts(1)), "{found:?}");
    table.place([0], themes(&["bus"])).unwrap();
    assert_eq!(table.work().publish(on(TODAY)).map(|_| ()), Ok(()));
}

/// Two who begin with the same and know nothing of each other, and what comes of it.
fn apart(mut one: Table, first: impl FnOnce(&mut Table), second: impl FnOnce(&mut Table)) -> Table {
    let mut other = one.clone();
    other.names += 1000;
    first(&mut one);
    second(&mut other);
    one.passages.extend(other.passages);
    one.log.merge(other.log.entries().into_iter().cloned());
    one
}

#[test]
fn the_same_words_written_by_two_are_no_conflict_and_stand_there_once() {
    let same = |table: &mut Table| {
        let quote = WorkQuote { reaction: number(0), question: id("verhaal"), text: "De bus".into(), cleared: false };
        table
            .decide(|all| {
                all.themes[0].summary = text("Over de bus");
                all.themes[0].quotes.push(quote.clone());
                all.cleared.push("Brink 1".into());
                all.telling.note = Some(text("Nieuw"));
            })
            .unwrap();
    };
    let table = apart(told("De bus"), same, same);
    let work = table.work();
    assert_eq!((work.conflicts, work.cleared.len()), (0, 1));
    assert_eq!(work.themes()[0].quotes.iter().filter(|quote| quote.text == "De bus").count(), 1);
    let other = |table: &mut Table| table.decide(|all| all.themes[0].summary = text("Over de trein")).unwrap();
    assert_eq!(apart(told("De bus"), same, other).work().conflicts, 1);
}

#[test]
fn a_reaction_placed_as_a_whole_by_one_and_by_an_answer_by_another_is_a_conflict() {
    let mut table = told("De bus");
    table.received.push(received(1, "De trein", true));
    let answer = Part { reaction: number(1), question: Some(id("verhaal")) };
    let whole = |table: &mut Table| table.place([1], Placement::Later(day("2026-12-01"))).unwrap();
    let by_answer = |table: &mut Table| {
        table
            .decide(|all| {
                all.placements.retain(|(part, _)| part.reaction != number(1));
                all.placements.push((answer.clone(), themes(&["bus"])));
            })
            .unwrap();
    };
    let table = apart(table, whole, by_answer);
    let found = conflicts(&table.log, &table.passages);
    let keys: Vec<&Key> = found.iter().flat_map(|one| &one.rivals).map(|(key, _)| key).collect();
    assert_eq!(keys, [&Key::Place(Part::whole(number(1))), &Key::Place(answer.clone())]);
    assert_eq!((found.len(), table.work().conflicts), (1, 1));
    assert_eq!(found[0].key.to_string(), format!("place/{}", number(1).as_str()));
    // Whoever knows both settles it by saying what holds already, or something else.
    let settles: [&dyn Fn(&mut Table); 3] =
        [&|table| table.decide(|all| all.open = Some(BTreeSet::new())).unwrap(), &by_answer, &|table| {
            table.place([1], themes(&["bus"])).unwrap()
        }];
    for settle in settles {
        let mut table = table.clone();
        settle(&mut table);
        assert_eq!(table.work().conflicts, 0);
    }
    let mut open = table.clone();
    open.decide(|all| all.open = Some([found[0].key.to_string()].into())).unwrap();
    assert_eq!(open.work().conflicts, 1, "what is listed as open stays so");
}
