//! What must hold whatever staff do: what was decided holds, and only what balances is published.

use super::{
    deed::{Key, Quoted, Spot},
    ready::{QuoteFault, Spot as At},
    *,
};
use crate::domain::{
    feedback::{
        Destination, DestinationKind, Landing, LandingStatus, Lesson, NextStep, balance::SetAsideReason,
        landing::tests::landing,
    },
    language::Localised,
    log::{Act, Entry, EntryId, Erased, Log, TextId},
    personal::PersonalKind,
    reaction::knows_nothing,
};
use proptest::prelude::*;

const TODAY: &str = "2026-11-22";

fn id(text: &str) -> Id {
    Id::try_from(text).unwrap()
}

fn text(text: &str) -> Localised {
    Localised::Same(text.into())
}

fn day(text: &str) -> Day {
    Day::try_from(text).unwrap()
}

/// Published on a day, for the first time; nobody asked for a place.
fn on(today: &str) -> Setting<'static> {
    Setting { today: day(today), earlier: &[], before: 0, questions: &[], ours: &[] }
}

fn number(n: u8) -> ReactionId {
    ReactionId::new(u64::from(n), [n; 10])
}

fn envelope(n: u8, words: &str, consent: bool) -> String {
    let source = ["resident", "gathering", "paper"][usize::from(n % 3)];
    let reaction = serde_json::json!({"id": number(n), "consultation": "dorp", "revision": 1, "language": "nl",
        "source": source, "tag": format!("{n:020x}"), "quote_consent": consent, "day": TODAY,
        "answers": [{"question": "verhaal", "value": words}, {"question": "waar", "value": {"municipality": "Assen"}}]});
    serde_json::json!({"format": "beginspraak.reaction/1", "reaction": reaction}).to_string()
}

fn received(n: u8, words: &str, consent: bool) -> Received {
    Received::read(&envelope(n, words, consent), &knows_nothing).unwrap()
}

/// What staff have before them.
#[derive(Clone, Default)]
struct Table {
    received: Vec<Received>,
    log: Log<Deed>,
    passages: Passages,
    names: u32,
}

impl Table {
    fn with(count: u8) -> Self {
        let received = (0..count).map(|n| received(n, "De bus rijdt te laat. Bel 06-12345678.", n % 2 == 0));
        Self { received: received.collect(), ..Self::default() }
    }

    fn work(&self) -> Work {
        Work::of(id("dorp"), self.received.iter().cloned(), &self.log, &self.passages)
    }

    fn name(&mut self) -> [u8; 12] {
        self.names += 1;
        let hash = crate::domain::digest::sha256(&self.names.to_be_bytes());
        let mut name = [0; 12];
        name.copy_from_slice(&hash.as_bytes()[..12]);
        name
    }

    fn record(&mut self, act: Act<Deed>) {
        let name = EntryId::from(self.name());
        let entry = self.log.next(name, "redactie", 0, act);
        self.log.merge([entry]);
    }

    /// Changes what holds, as somebody does who edits a file of decisions.
    fn decide(&mut self, change: impl FnOnce(&mut Decisions)) -> Result<(), Vec<Refused>> {
        let work = self.work();
        let mut decisions = Decisions::of(&work);
        change(&mut decisions);
        let refused = decisions.refused(&work);
        if !refused.is_empty() {
            return Err(refused.into_iter().map(|(_, why)| why).collect());
        }
        let mut names: Vec<_> = (0..decisions.texts()).map(|_| TextId::from(self.name())).collect();
        let (deeds, texts) = decisions.deeds(&work, &self.log, &self.passages, || names.pop().unwrap());
        self.passages.extend(texts.into_iter().map(|line| (line.text, line.is)));
        if !deeds.is_empty() {
            self.record(Act::Do(deeds));
        }
        Ok(())
    }

    fn theme(&mut self, theme: &str, status: LandingStatus) {
        let new = Theme {
            landings: vec![landing(status, DestinationKind::Province, Some(day("2027-03-01")))],
            ..Theme::new(id(theme), text(theme), text("Wat we hoorden."))
        };
        self.decide(|decisions| decisions.themes.push(new)).unwrap();
    }

    fn place(&mut self, numbers: impl IntoIterator<Item = u8>, placement: Placement) -> Result<(), Vec<Refused>> {
        self.decide(|decisions| {
            for n in numbers {
                decisions.placements.retain(|(part, _)| part.reaction != number(n));
                decisions.placements.push((Part::whole(number(n)), placement.clone()));
            }
        })
    }

    fn quote(&mut self, n: u8, words: &str, cleared: bool) {
        let quote = WorkQuote { reaction: number(n), question: id("verhaal"), text: words.into(), cleared };
        self.decide(|decisions| decisions.themes[0].quotes = vec![quote]).unwrap();
    }
}

fn themes(named: &[&str]) -> Placement {
    Placement::Themes(named.iter().map(|theme| id(theme)).collect())
}

/// One reaction in a theme that landed.
fn told(words: &str) -> Table {
    let mut table = Table { received: vec![received(0, words, true)], ..Table::default() };
    table.theme("bus", LandingStatus::Adopted);
    table.place([0], themes(&["bus"])).unwrap();
    table
}

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

fn localised() -> impl Strategy<Value = Localised> {
    prop_oneof![
        "\\PC{1,20}".prop_map(Localised::Same),
        ("\\PC{1,20}", "\\PC{1,20}")
            .prop_map(|(nl, en)| Localised::Each([("nl".into(), nl), ("en".into(), en)].into())),
    ]
}

fn any_landing() -> impl Strategy<Value = Landing> {
    let url = proptest::option::of(Just("https://example.nl/a".to_owned()));
    let date = proptest::option::of(Just(day("2027-03-01")));
    let to = (0usize..6, localised(), url, date).prop_map(|(kind, name, url, date)| Destination {
        kind: DestinationKind::ALL[kind],
        name,
        url,
        date,
    });
    (0usize..7, localised(), localised(), to, proptest::option::of(localised())).prop_map(
        |(status, what, reason, destination, decided_by)| Landing {
            status: LandingStatus::ALL[status],
            what,
            reason,
            destination,
            decided_by,
        },
    )
}

fn any_part() -> impl Strategy<Value = Part> {
    (0u8..7, 0..3).prop_map(|(n, of)| Part {
        reaction: number(n),
        question: [None, Some(id("verhaal")), Some(id("waar"))][of as usize].clone(),
    })
}

fn any_theme() -> impl Strategy<Value = Id> {
    (0u8..4).prop_map(|n| id(&format!("t{n}")))
}

fn any_text() -> impl Strategy<Value = TextId> {
    (0u8..12).prop_map(|n| TextId::from([n; 12]))
}

fn any_spot() -> impl Strategy<Value = Spot> {
    prop_oneof![
        proptest::collection::vec(any_theme(), 0..3).prop_map(Spot::Themes),
        (0usize..7, proptest::option::of(any_text()))
            .prop_map(|(at, note)| Spot::SetAside { reason: SetAsideReason::ALL[at], note }),
        Just(Spot::Later(day("2026-12-24"))),
    ]
}

/// Everything that can be done.
fn any_deed() -> impl Strategy<Value = Deed> {
    let texts = || proptest::collection::vec(any_text(), 0..3);
    let quoted = (any_theme(), 0u8..7, any::<bool>()).prop_map(|(theme, n, cleared)| Quoted {
        theme,
        reaction: number(n),
        question: id("verhaal"),
        cleared,
    });
    let place = (proptest::collection::vec(any_part(), 0..3), proptest::option::of(any_spot()));
    prop_oneof![
        (any_theme(), any_text(), any_text()).prop_map(|(theme, title, summary)| Deed::AddTheme {
            theme,
            title,
            summary
        }),
        (any_theme(), any_text(), any_text()).prop_map(|(theme, title, summary)| Deed::ReviseTheme {
            theme,
            title,
            summary
        }),
        proptest::collection::vec(any_theme(), 0..4).prop_map(|themes| Deed::OrderThemes { themes }),
        any_theme().prop_map(|theme| Deed::RemoveTheme { theme }),
        (any_theme(), any_theme()).prop_map(|(theme, into)| Deed::MergeTheme { theme, into }),
        place.prop_map(|(parts, at)| Deed::Place { parts, at }),
        (any_theme(), texts()).prop_map(|(theme, landings)| Deed::Land { theme, landings }),
        (any_text(), quoted).prop_map(|(quote, of)| Deed::Quote { quote, of }),
        any_text().prop_map(|quote| Deed::Unquote { quote }),
        texts().prop_map(|texts| Deed::Learned { texts }),
        texts().prop_map(|texts| Deed::NextSteps { texts }),
        proptest::option::of(any_text()).prop_map(|text| Deed::Note { text }),
        any_text().prop_map(|text| Deed::Hold { text }),
        any_text().prop_map(|text| Deed::Release { text }),
        (0u8..7, any::<bool>()).prop_map(|(n, withdrawn)| Deed::Withdraw { reaction: number(n), withdrawn }),
        (1u32..9).prop_map(|minimum| Deed::Minimum { minimum }),
        Just(Deed::Example { receipts: vec![Receipt::try_from("7R1E-G3W0-7R1E-G3WA").unwrap()] }),
        (0u32..9).prop_map(|reactions| Deed::Gathered { day: day(TODAY), reactions }),
    ]
}

/// Every kind of text.
fn any_passage() -> impl Strategy<Value = Passage> {
    let ruling =
        ("\\PC{1,10}[a-z]", 0..3, proptest::option::of("\\PC{0,10}[a-z]")).prop_map(|(typed, kind, village)| {
            let verdict = match kind {
                0 => PlaceVerdict::Elsewhere,
                1 => PlaceVerdict::Hidden,
                _ => PlaceVerdict::At { municipality: "Assen".into(), village },
            };
            PlaceRuling { typed, verdict }
        });
    prop_oneof![
        localised().prop_map(Passage::Words),
        any_landing().prop_map(Passage::Landing),
        (localised(), any::<bool>()).prop_map(|(text, mistake)| Passage::Lesson(Lesson { text, mistake })),
        (localised(), proptest::option::of(Just(day(TODAY))), proptest::option::of(localised()))
            .prop_map(|(text, date, who)| Passage::NextStep(NextStep { text, date, who })),
        "\\PC{0,20}".prop_map(Passage::Quote),
        ruling.prop_map(Passage::PlaceName),
        "\\PC{0,20}".prop_map(Passage::Cleared),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn every_deed_and_every_text_is_read_back_as_it_was_written(
        deeds in proptest::collection::vec(any_deed(), 1..20), passages in proptest::collection::vec(any_passage(), 1..20),
    ) {
        let entry = Entry { id: EntryId::from([1; 12]), who: "Anna".into(), at: 7, after: vec![], act: Act::Do(deeds) };
        prop_assert_eq!(Entry::read(entry.line().as_bytes()), Ok(entry));
        for is in passages {
            let line = PassageLine { text: TextId::from([2; 12]), is };
            let text = serde_json::to_string(&line).unwrap();
            prop_assert!(!text.contains('\n'));
            prop_assert_eq!(serde_json::from_str::<PassageLine>(&text).unwrap(), line);
        }
    }

    #[test]
    fn whatever_is_in_the_log_what_is_published_balances_and_what_was_decided_holds(
        deeds in proptest::collection::vec(any_deed(), 0..40), passages in proptest::collection::vec(any_passage(), 12), finish: bool,
    ) {
        let mut table = Table::with(6);
        table.passages = passages.into_iter().enumerate().map(|(n, is)| (TextId::from([n as u8; 12]), is)).collect();
        deeds.into_iter().for_each(|deed| table.record(Act::Do(vec![deed])));
        let work = table.work();
        for part in work.placements().keys().filter(|part| part.question.is_some()) {
            prop_assert!(!work.placements().contains_key(&Part::whole(part.reaction.clone())));
        }
        if finish {
            // What a careful person would do at the end.
            let decided = table.decide(|all| {
                all.example = Some(vec![]);
                all.telling = Telling::default();
                (all.cleared, all.places, all.withdrawn) = Default::default();
                all.themes.retain(|theme| theme.id == id("t1"));
                for theme in &mut all.themes {
                    theme.title = text("Bus");
                    theme.summary = text("De bus.");
                    theme.landings = vec![landing(LandingStatus::Not, DestinationKind::Province, None)];
                    theme.quotes.clear();
                }
                let used = !all.themes.is_empty();
                let at = if used { themes(&["t1"]) } else { Placement::Later(day("2026-12-24")) };
                all.placements = (0..6).map(|n| (Part::whole(number(n)), at.clone())).collect();
            });
            prop_assert_eq!(decided, Ok(()));
            table.record(Act::Do(vec![Deed::Gathered { day: day(TODAY), reactions: 6 }]));
        }
        let work = table.work();
        match work.publish(on(TODAY)) {
            Ok(published) => {
                let counts = &published.feedback.counts;
                prop_assert_eq!(counts.landed + counts.set_aside_count() + counts.pending_count(), 6);
                prop_assert_eq!(published.feedback.ways.iter().map(|way| way.count).sum::<u32>(), counts.landed);
                prop_assert_eq!(published.trace.entries().1, 6);
            }
            Err(found) => prop_assert!(!finish, "{:?}", found),
        }
        // Writing down what holds and deciding just that changes nothing.
        let before = table.log.len();
        if Decisions::of(&work).refused(&work).is_empty() {
            table.decide(|_| {}).unwrap();
            let again = table.work();
            prop_assert_eq!(Decisions::of(&again), Decisions::of(&work));
            prop_assert!(table.log.len() <= before + 1);
        }
    }
}
