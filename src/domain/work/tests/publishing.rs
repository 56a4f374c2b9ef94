//! What stands in the way of publishing, and what is counted beside the balance.

use super::*;
use crate::domain::feedback::{BySource, GatheringCount};

#[test]
fn a_reaction_without_a_place_is_named_by_its_first_words() {
    let mut table = Table::with(4);
    table.theme("bus", LandingStatus::Adopted);
    table.place([0, 2, 3], themes(&["bus"])).unwrap();
    let found = table.work().publish(on(TODAY)).unwrap_err();
    let words = "De bus rijdt te laat. Bel 06-12345678.".to_owned();
    let first = Beginning { id: number(1), words };
    assert_eq!(found, [Unready::Nowhere(vec![first.clone()])]);
    table.place([1], Placement::Later(day("2026-12-01"))).unwrap();
    let published = table.work().publish(on(TODAY)).unwrap().feedback;
    assert_eq!((published.counts.landed, published.counts.pending_count()), (3, 1));
    // Once that day has passed, it is a promise that was not kept.
    let late = table.work().publish(on("2026-12-02")).unwrap_err();
    assert_eq!(late, [Unready::Overdue(day("2026-12-01"), vec![first])]);
}

#[test]
fn a_theme_lands_somewhere_or_is_not_published() {
    let mut table = Table::with(1);
    table.theme("leeg", LandingStatus::Not);
    table.decide(|all| all.themes.insert(0, Theme::new(id("bus"), text("Bus"), text("…")))).unwrap();
    table.place([0], themes(&["bus"])).unwrap();
    let found = table.work().publish(on(TODAY)).unwrap_err();
    assert_eq!(found, [Unready::NoLanding(id("bus")), Unready::EmptyTheme(id("leeg"))]);
}

#[test]
fn a_quote_has_consent_their_words_and_no_personal_data() {
    let mut table = Table::with(2);
    table.theme("bus", LandingStatus::Adopted);
    table.place([0, 1], themes(&["bus"])).unwrap();
    let mut fault = |n, words: &str, cleared| {
        table.quote(n, words, cleared);
        match table.work().publish(on(TODAY)) {
            Ok(_) => None,
            Err(found) => match &found[..] {
                [Unready::Quote(_, 0, fault)] => Some(fault.clone()),
                other => panic!("{other:?}"),
            },
        }
    };
    assert_eq!(fault(1, "De bus rijdt te laat.", true), Some(QuoteFault::NoConsent));
    assert_eq!(fault(0, "De bus is geweldig.", true), Some(QuoteFault::NotTheirWords));
    assert_eq!(fault(0, "De bus rijdt te laat.", false), Some(QuoteFault::NotCleared(vec![])));
    assert_eq!(fault(0, "laat. Bel 06-12345678.", true), Some(QuoteFault::Personal(vec![PersonalKind::Phone])));
    assert_eq!(fault(9, "De bus", true), Some(QuoteFault::NotHere));
    assert_eq!(fault(0, "De bus rijdt […] Bel […].", true), None);
}

#[test]
fn what_staff_write_is_looked_at_too_and_a_person_may_clear_it() {
    let mut table = told("De bus");
    table
        .decide(|all| {
            all.themes[0].summary = text("Volgens mevrouw Jansen (06-12345678) te laat.");
            let words = text("Mail jan@example.nl, bsn 111222333.");
            all.telling.learned = vec![Lesson { text: words.clone(), mistake: true }];
            all.telling.note = Some(words);
        })
        .unwrap();
    let personal = |spot: At, kind, words: &str| Unready::Personal(spot, kind, words.into());
    let expected = [
        personal(At::Summary(id("bus")), PersonalKind::Name, "mevrouw Jansen"),
        personal(At::Summary(id("bus")), PersonalKind::Phone, "06-12345678"),
        personal(At::Learned(0), PersonalKind::Email, "jan@example.nl"),
        personal(At::Learned(0), PersonalKind::Bsn, "111222333"),
        personal(At::Note, PersonalKind::Email, "jan@example.nl"),
        personal(At::Note, PersonalKind::Bsn, "111222333"),
    ];
    assert_eq!(table.work().publish(on(TODAY)).map(|_| ()).unwrap_err(), expected);
    // What the province itself is reached by may stand; what a person cleared too, but never somebody's number.
    table
        .decide(|all| all.cleared = vec!["Mevrouw Jansen".into(), "jan@example.nl".into(), "111222333".into()])
        .unwrap();
    let ours = ["0612345678".to_owned()];
    let found = table.work().publish(Setting { ours: &ours, ..on(TODAY) }).map(|_| ()).unwrap_err();
    assert_eq!(found, [expected[3].clone(), expected[5].clone()]);
}

#[test]
fn a_quote_with_a_name_is_a_question_and_a_withdrawn_one_is_left_out() {
    let words = "Ik ben Jan de Vries en de bus is weg.";
    let mut table = told(words);
    table.quote(0, words, false);
    let found = table.work().publish(on(TODAY)).map(|_| ()).unwrap_err();
    assert_eq!(found, [Unready::Quote(id("bus"), 0, QuoteFault::NotCleared(vec!["Ik ben Jan de Vries".into()]))]);
    table.quote(0, words, true);
    let feedback = table.work().publish(on(TODAY)).unwrap().feedback;
    assert_eq!(feedback.themes[0].quotes.len(), 1);
    let work = table.work();
    assert!(feedback.without(|quote| work.is_withdrawn(quote), day(TODAY)).is_none());
    table.decide(|all| all.withdrawn = [number(0)].into()).unwrap();
    let work = table.work();
    assert_eq!(work.publish(on(TODAY)).unwrap().feedback.themes[0].quotes, []);
    let redacted = feedback.without(|quote| work.is_withdrawn(quote), day("2026-12-01")).unwrap();
    assert_eq!(redacted.themes[0].quotes, []);
    let told = redacted.told_version().unwrap().redacted.unwrap();
    assert_eq!((told.quotes, told.on), (1, day("2026-12-01")));
}

#[test]
fn what_does_not_fit_needs_no_place_and_is_counted_beside_the_balance() {
    let mut table = told("De bus");
    let mut strange = received(1, "Over iets anders", true);
    strange.misfits = vec![crate::domain::reaction::Misfit::UnknownRevision(9)];
    table.received.push(strange);
    let counts = table.work().publish(on(TODAY)).unwrap().feedback.counts.clone();
    assert_eq!((counts.received.total(), counts.unfit), (1, 1));
    table.place([1], themes(&["bus"])).unwrap();
    table.quote(1, "Over iets anders", true);
    let found = table.work().publish(on(TODAY)).unwrap_err();
    assert_eq!(found, [Unready::Quote(id("bus"), 0, QuoteFault::Unfit)]);
}

#[test]
fn what_says_that_it_comes_from_a_gathering_counts_so_only_when_that_is_accepted_and_its_proof_fits() {
    let mut table = told("De bus");
    // 4 comes from the gathering that is here, 1 and 7 from one that is not; 2 says that it is from paper of the first.
    for n in [1, 2, 4, 7] {
        table.received.push(received(n, "De trein", true));
        table.place([n], themes(&["bus"])).unwrap();
    }
    let counts = |table: &Table| table.work().publish(on(TODAY)).map(|all| all.feedback.counts.clone());
    let by = |resident, gathering, paper, unconfirmed| BySource { resident, gathering, paper, unconfirmed };
    assert_eq!(counts(&table).unwrap().received, by(1, 0, 0, 4));
    let accept = |n: u8, accepted| Act::Do(vec![Deed::Accept { gathering: GatheringId::from([n; 12]), accepted }]);
    table.record(accept(0, true));
    let now = counts(&table).unwrap();
    assert_eq!((now.received, now.refused), (by(1, 1, 1, 2), 0));
    assert_eq!(now.gatherings, Some(GatheringCount { count: 1, people: Some(12) }));
    // Somebody changed a word of it.
    let mut changed = table.clone();
    let words = envelope(4, "De fiets", true).replace("De fiets", "De auto");
    changed.received[3] = Received::read(&words, &knows_nothing).unwrap();
    assert_eq!(counts(&changed).unwrap().received, by(1, 0, 1, 3));
    // Nothing of the other can be confirmed, so it can't be published as if it were.
    let mut missing = table.clone();
    missing.record(accept(1, true));
    assert_eq!(counts(&missing).unwrap_err(), [Unready::Gathering(GatheringId::from([1; 12]))]);
    // What is refused needs no place and is in no number but its own.
    table.record(accept(1, false));
    table.decide(|all| all.placements.retain(|(part, _)| ![number(1), number(7)].contains(&part.reaction))).unwrap();
    let now = counts(&table).unwrap();
    assert_eq!((now.received, now.refused, now.ever()), (by(1, 1, 1, 0), 2, 5));
    table.place([1], themes(&["bus"])).unwrap();
    table.quote(1, "De trein", true);
    let found = table.work().publish(on(TODAY)).unwrap_err();
    assert_eq!(found, [Unready::Quote(id("bus"), 0, QuoteFault::Refused)]);
}

#[test]
fn that_it_is_all_there_was_is_said_only_of_what_was_gathered_and_fewer_need_a_reason() {
    let mut table = told("De bus");
    table.received.push(received(1, "De trein", true));
    table.place([1], themes(&["bus"])).unwrap();
    let feedback =
        |table: &Table, before| table.work().publish(Setting { before, ..on(TODAY) }).map(|all| all.feedback);
    assert_eq!(feedback(&table, 0).unwrap().gathered, None);
    table.record(Act::Do(vec![Deed::Gathered { day: day("2026-11-20"), reactions: 2 }]));
    assert_eq!(feedback(&table, 2).unwrap().gathered, Some(day("2026-11-20")));
    // A file is lost.
    let lost = table.received.pop().unwrap();
    table.decide(|all| all.placements.retain(|(part, _)| part.reaction == number(0))).unwrap();
    let found = feedback(&table, 2).unwrap_err();
    assert!(found.contains(&Unready::Missing { gathered: 2, here: 1 }), "{found:?}");
    assert!(found.contains(&Unready::Fewer { before: 2, now: 1 }), "{found:?}");
    // Erased on request, it is counted with its reason, and a file that still has it changes nothing.
    let erased = Erased { texts: vec![], reactions: vec![number(1)], why: ErasedWhy::OnRequest };
    table.record(Act::Erase(erased));
    for back in [vec![], vec![lost]] {
        table.received.extend(back);
        let counts = feedback(&table, 2).unwrap().counts.clone();
        assert_eq!((counts.received.total(), counts.erased_count(), counts.ever()), (1, 1, 2));
    }
    // What came in by another way is here, but was not gathered.
    table.received.push(received(2, "Een brief", false));
    table.place([2], themes(&["bus"])).unwrap();
    assert_eq!(feedback(&table, 2).unwrap().gathered, None);
}
