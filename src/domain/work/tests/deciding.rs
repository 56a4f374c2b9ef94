//! What decisions do to themes and places, and which can't hold.

use super::*;

#[test]
fn merged_and_removed_themes_take_their_reactions_along_or_leave_them_without_a_place() {
    let mut table = Table::with(4);
    ["bus", "trein", "fiets"].iter().for_each(|theme| table.theme(theme, LandingStatus::Adopted));
    table.place([0, 1], themes(&["trein"])).unwrap();
    table.place([2], themes(&["bus", "trein"])).unwrap();
    table.place([3], themes(&["fiets"])).unwrap();
    table.record(Act::Do(vec![Deed::MergeTheme { theme: id("trein"), into: id("bus") }]));
    let work = table.work();
    for n in [0, 1, 2] {
        assert_eq!(work.placements()[&Part::whole(number(n))], themes(&["bus"]));
    }
    table.record(Act::Do(vec![Deed::RemoveTheme { theme: id("fiets") }]));
    let work = table.work();
    assert_eq!(work.themes().iter().map(|theme| theme.id.as_str()).collect::<Vec<_>>(), ["bus"]);
    assert_eq!(work.strays, [Stray::NoTheme(Part::whole(number(3)), id("fiets"))]);
    assert!(work.standings()[&number(3)].is_nowhere());
    // Taken back, all is as it was.
    for _ in 0..2 {
        let target = table.log.undoing("redactie").unwrap().target;
        table.record(Act::Undo(target));
    }
    let work = table.work();
    assert_eq!(work.placements()[&Part::whole(number(2))], themes(&["bus", "trein"]));
    assert_eq!((work.themes().len(), work.strays.len()), (3, 0));
    // Merged in a circle, each stays, and that is said.
    table.record(Act::Do(vec![Deed::MergeTheme { theme: id("trein"), into: id("bus") }]));
    table.record(Act::Do(vec![Deed::MergeTheme { theme: id("bus"), into: id("trein") }]));
    let work = table.work();
    assert_eq!(work.themes().len(), 3);
    assert_eq!(work.strays, [Stray::Circle(id("bus")), Stray::Circle(id("trein"))]);
}

#[test]
fn a_whole_reaction_and_its_answers_never_both_have_a_place() {
    let mut table = Table::with(1);
    ["bus", "trein"].iter().for_each(|theme| table.theme(theme, LandingStatus::Adopted));
    let answer = Part { reaction: number(0), question: Some(id("verhaal")) };
    let put = |part: &Part, theme: &str| {
        Act::Do(vec![Deed::Place { parts: vec![part.clone()], at: Some(Spot::Themes(vec![id(theme)])) }])
    };
    let whole = Part::whole(number(0));
    table.record(put(&whole, "bus"));
    table.record(put(&answer, "trein"));
    assert_eq!(table.work().placements().keys().collect::<Vec<_>>(), [&answer]);
    table.record(put(&whole, "bus"));
    assert_eq!(table.work().placements().keys().collect::<Vec<_>>(), [&whole]);
    let other = Part { reaction: number(0), question: Some(id("onbekend")) };
    table.record(put(&other, "bus"));
    assert_eq!(table.work().strays, [Stray::NoReaction(other)]);
}

#[test]
fn decisions_that_can_not_hold_are_all_named_and_change_nothing() {
    let mut table = Table::with(2);
    table.theme("bus", LandingStatus::Adopted);
    let before = table.work();
    let whole = |n| Part::whole(number(n));
    let other = Placement::SetAside(SetAside { reason: SetAsideReason::Other, note: None });
    let answer = Part { reaction: number(0), question: Some(id("verhaal")) };
    let refused = table.decide(|all| {
        all.placements = vec![
            (whole(9), themes(&["bus"])),
            (whole(0), themes(&["trein"])),
            (answer.clone(), Placement::Later(day("2026-12-01"))),
            (whole(1), other.clone()),
        ];
        all.themes.push(all.themes[0].clone());
    });
    let expected = [
        Refused::ThemeTwice(id("bus")),
        Refused::UnknownPart(whole(9)),
        Refused::UnknownTheme(id("trein")),
        Refused::PlacedTwice(answer.clone()),
        Refused::ReasonWithoutNote(whole(1)),
    ];
    assert_eq!(refused, Err(expected.into()));
    assert_eq!(table.work(), before);
}
