//! What must hold for any sequence of changes: undo is exact, and what is published adds up.

use super::*;
use crate::domain::{
    feedback::{DestinationKind, LandingStatus, balance::SetAsideReason, landing::tests::landing},
    personal::PersonalKind,
    reaction::{Header, knows_nothing},
    workfile::ready::{QuoteFault, Spot},
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
    Setting { today: day(today), earlier: &[], questions: &[], ours: &[] }
}

fn by() -> By {
    By { who: "redactie".into(), day: day(TODAY) }
}

fn number(n: u8) -> ReactionId {
    ReactionId::new(u64::from(n), [n; 10])
}

pub(crate) fn received(n: u8, words: &str, consent: bool) -> Received {
    let source = ["resident", "gathering", "paper"][usize::from(n % 3)];
    let reaction = serde_json::json!({"id": number(n), "consultation": "dorp", "revision": 1, "language": "nl",
        "source": source, "tag": format!("{n:020x}"), "quote_consent": consent, "day": TODAY,
        "answers": [{"question": "verhaal", "value": words}, {"question": "waar", "value": {"municipality": "Assen"}}]});
    let serde_json::Value::Object(reaction) = reaction else { unreachable!() };
    Received::new(Header::of(reaction).unwrap(), &knows_nothing).unwrap()
}

fn workfile(count: u8) -> Workfile {
    let mut work = Workfile::new(id("dorp"));
    work.receive((0..count).map(|n| received(n, "De bus rijdt te laat. Bel 06-12345678.", n % 2 == 0)));
    work
}

fn add(work: &mut Workfile, theme: &str) {
    let change = Change::AddTheme { id: id(theme), title: text(theme), summary: text("Wat we hoorden.") };
    work.apply(change, by()).unwrap();
}

fn land(work: &mut Workfile, theme: &str, status: LandingStatus, kind: DestinationKind) -> Result<(), Refused> {
    let landings = vec![landing(status, kind, Some(day("2027-03-01")))];
    work.apply(Change::Land { theme: id(theme), landings }, by())
}

fn wholes(numbers: impl IntoIterator<Item = u8>) -> Vec<Part> {
    numbers.into_iter().map(|n| Part::whole(number(n))).collect()
}

#[test]
fn a_reaction_without_a_place_is_named() {
    let mut work = workfile(4);
    add(&mut work, "bus");
    land(&mut work, "bus", LandingStatus::Adopted, DestinationKind::Province).unwrap();
    work.apply(Change::Assign { parts: wholes([0, 2, 3]), themes: vec![id("bus")] }, by()).unwrap();
    let found = work.publish(on(TODAY)).unwrap_err();
    assert_eq!(found, [Unready::Nowhere(vec![number(1)])]);
    work.apply(Change::Postpone { parts: wholes([1]), by: day("2026-12-01") }, by()).unwrap();
    let published = work.publish(on(TODAY)).unwrap().feedback;
    assert_eq!((published.counts.landed, published.counts.pending_count()), (3, 1));
    // Once that day has passed, it is a promise that was not kept.
    let late = work.publish(on("2026-12-02")).unwrap_err();
    assert_eq!(late, [Unready::Overdue(day("2026-12-01"), vec![number(1)])]);
}

#[test]
fn a_theme_lands_somewhere_or_is_not_published() {
    let mut work = workfile(1);
    add(&mut work, "bus");
    add(&mut work, "leeg");
    work.apply(Change::Assign { parts: wholes([0]), themes: vec![id("bus")] }, by()).unwrap();
    land(&mut work, "leeg", LandingStatus::Not, DestinationKind::Province).unwrap();
    let found = work.publish(on(TODAY)).unwrap_err();
    assert_eq!(found, [Unready::NoLanding(id("bus")), Unready::EmptyTheme(id("leeg"))]);
}

#[test]
fn a_quote_has_consent_their_words_and_no_personal_data() {
    let mut work = workfile(2);
    add(&mut work, "bus");
    land(&mut work, "bus", LandingStatus::Adopted, DestinationKind::Province).unwrap();
    work.apply(Change::Assign { parts: wholes([0, 1]), themes: vec![id("bus")] }, by()).unwrap();
    let mut fault = |n, words: &str, cleared| {
        let quotes = vec![WorkQuote { reaction: number(n), question: id("verhaal"), text: words.into(), cleared }];
        work.apply(Change::Quote { theme: id("bus"), quotes }, by()).unwrap();
        match work.publish(on(TODAY)) {
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

/// One reaction in a theme that landed.
fn told() -> Workfile {
    let mut work = workfile(1);
    add(&mut work, "bus");
    land(&mut work, "bus", LandingStatus::Adopted, DestinationKind::Province).unwrap();
    work.apply(Change::Assign { parts: wholes([0]), themes: vec![id("bus")] }, by()).unwrap();
    work
}

#[test]
fn what_staff_write_is_looked_at_too_and_a_person_may_clear_it() {
    let mut work = told();
    let summary = |words: &str| Change::ReviseTheme { id: id("bus"), title: text("De bus"), summary: text(words) };
    let telling = |words: &str| {
        Change::Tell(Telling {
            learned: vec![crate::domain::feedback::Lesson { text: text(words), mistake: true }],
            note: Some(text(words)),
            ..Telling::default()
        })
    };
    work.apply(summary("Volgens mevrouw Jansen (06-12345678) te laat."), by()).unwrap();
    work.apply(telling("Mail jan@example.nl, bsn 111222333."), by()).unwrap();
    let found = |work: &Workfile| work.publish(on(TODAY)).map(|_| ()).unwrap_err();
    let personal = |spot: Spot, kind, words: &str| Unready::Personal(spot, kind, words.into());
    let expected = [
        personal(Spot::Summary(id("bus")), PersonalKind::Name, "mevrouw Jansen"),
        personal(Spot::Summary(id("bus")), PersonalKind::Phone, "06-12345678"),
        personal(Spot::Learned(0), PersonalKind::Email, "jan@example.nl"),
        personal(Spot::Learned(0), PersonalKind::Bsn, "111222333"),
        personal(Spot::Note, PersonalKind::Email, "jan@example.nl"),
        personal(Spot::Note, PersonalKind::Bsn, "111222333"),
    ];
    assert_eq!(found(&work), expected);
    // What the province itself is reached by may stand; what a person cleared too, but never somebody's number.
    work.cleared = vec!["Mevrouw Jansen".into(), "jan@example.nl".into(), "111222333".into()];
    let ours = ["0612345678".to_owned()];
    let found = work.publish(Setting { ours: &ours, ..on(TODAY) }).map(|_| ()).unwrap_err();
    assert_eq!(found, [expected[3].clone(), expected[5].clone()]);
}

#[test]
fn a_quote_with_a_name_is_a_question_and_a_withdrawn_one_is_left_out() {
    let mut work = Workfile::new(id("dorp"));
    work.receive([received(0, "Ik ben Jan de Vries en de bus is weg.", true)]);
    add(&mut work, "bus");
    land(&mut work, "bus", LandingStatus::Adopted, DestinationKind::Province).unwrap();
    work.apply(Change::Assign { parts: wholes([0]), themes: vec![id("bus")] }, by()).unwrap();
    let mut quoted = |cleared| {
        let words = "Ik ben Jan de Vries en de bus is weg.".to_owned();
        let quotes = vec![WorkQuote { reaction: number(0), question: id("verhaal"), text: words, cleared }];
        work.apply(Change::Quote { theme: id("bus"), quotes }, by()).unwrap();
        work.clone()
    };
    let found = quoted(false).publish(on(TODAY)).map(|_| ()).unwrap_err();
    assert_eq!(found, [Unready::Quote(id("bus"), 0, QuoteFault::NotCleared(vec!["Ik ben Jan de Vries".into()]))]);
    let mut work = quoted(true);
    let feedback = work.publish(on(TODAY)).unwrap().feedback;
    assert_eq!(feedback.themes[0].quotes.len(), 1);
    assert!(feedback.without(|quote| work.is_withdrawn(quote), day(TODAY)).is_none());
    work.withdrawn.insert(number(0));
    assert_eq!(work.publish(on(TODAY)).unwrap().feedback.themes[0].quotes, []);
    let redacted = feedback.without(|quote| work.is_withdrawn(quote), day("2026-12-01")).unwrap();
    assert_eq!(redacted.themes[0].quotes, []);
    let told = redacted.told_version().unwrap().redacted.unwrap();
    assert_eq!((told.quotes, told.on), (1, day("2026-12-01")));
}

#[test]
fn merging_splitting_and_answers_keep_every_reaction_in_its_place() {
    let mut work = workfile(4);
    ["bus", "trein"].iter().for_each(|theme| add(&mut work, theme));
    let answer = Part { reaction: number(3), question: Some(id("verhaal")) };
    work.apply(Change::Assign { parts: wholes([0, 1]), themes: vec![id("bus")] }, by()).unwrap();
    work.apply(Change::Assign { parts: wholes([2, 3]), themes: vec![id("bus"), id("trein")] }, by()).unwrap();
    work.apply(Change::Assign { parts: vec![answer.clone()], themes: vec![id("trein")] }, by()).unwrap();
    assert!(!work.placements().contains_key(&Part::whole(number(3))), "an answer takes the place of the whole");
    let split = Change::Split {
        theme: id("bus"),
        into: id("halte"),
        title: text("Halte"),
        summary: text("…"),
        parts: wholes([1]),
    };
    work.apply(split, by()).unwrap();
    assert_eq!(work.placements()[&Part::whole(number(1))], Placement::Themes(vec![id("halte")]));
    work.apply(Change::Merge { from: id("trein"), into: id("bus") }, by()).unwrap();
    assert_eq!(work.placements()[&Part::whole(number(2))], Placement::Themes(vec![id("bus")]));
    assert_eq!(work.placements()[&answer], Placement::Themes(vec![id("bus")]));
    assert_eq!(work.themes().iter().map(|theme| theme.id.as_str()).collect::<Vec<_>>(), ["bus", "halte"]);
}

#[test]
fn what_does_not_fit_is_refused_and_changes_nothing() {
    let mut work = workfile(2);
    add(&mut work, "bus");
    let before = work.clone();
    let refused = |change: Change| work.clone().apply(change, by()).unwrap_err();
    assert_eq!(
        refused(Change::Assign { parts: wholes([9]), themes: vec![id("bus")] }),
        Refused::UnknownPart(wholes([9])[0].clone())
    );
    assert_eq!(refused(Change::Assign { parts: wholes([0]), themes: vec![] }), Refused::NoThemes);
    assert_eq!(refused(Change::Merge { from: id("bus"), into: id("bus") }), Refused::SameTheme(id("bus")));
    let why = SetAside { reason: SetAsideReason::Other, note: None };
    assert_eq!(refused(Change::SetAside { parts: wholes([0]), why }), Refused::ReasonWithoutNote);
    assert_eq!(Workfile::new(id("x")).apply(Change::Undo, by()), Err(Refused::NothingToUndo));
    assert!(land(&mut work, "bus", LandingStatus::PassedOn, DestinationKind::Province).is_err());
    assert_eq!(work, before);
}

fn parts() -> impl Strategy<Value = Vec<Part>> {
    let part = (0u8..7, any::<bool>())
        .prop_map(|(n, whole)| Part { reaction: number(n), question: (!whole).then(|| id("verhaal")) });
    proptest::collection::vec(part, 0..4)
}

fn theme() -> impl Strategy<Value = Id> {
    (0u8..4).prop_map(|n| id(&format!("t{n}")))
}

fn change() -> impl Strategy<Value = Change> {
    let why = (0usize..7, any::<bool>())
        .prop_map(|(at, note)| SetAside { reason: SetAsideReason::ALL[at], note: note.then(|| text("Omdat.")) });
    let landings = proptest::collection::vec((0usize..7, 0usize..6), 0..3).prop_map(|all| {
        all.into_iter()
            .map(|(s, k)| landing(LandingStatus::ALL[s], DestinationKind::ALL[k], Some(day("2027-03-01"))))
            .collect()
    });
    prop_oneof![
        2 => theme().prop_map(|id| Change::AddTheme { id, title: text("T"), summary: text("S") }),
        1 => theme().prop_map(|id| Change::ReviseTheme { id, title: text("U"), summary: text("V") }),
        1 => theme().prop_map(|id| Change::RemoveTheme { id }),
        4 => (parts(), proptest::collection::vec(theme(), 0..3)).prop_map(|(parts, themes)| Change::Assign { parts, themes }),
        2 => (parts(), why).prop_map(|(parts, why)| Change::SetAside { parts, why }),
        2 => parts().prop_map(|parts| Change::Postpone { parts, by: day("2026-12-24") }),
        1 => parts().prop_map(|parts| Change::Unplace { parts }),
        1 => (theme(), theme(), parts()).prop_map(|(theme, into, parts)| Change::Split { theme, into, title: text("T"), summary: text("S"), parts }),
        1 => (theme(), theme()).prop_map(|(from, into)| Change::Merge { from, into }),
        3 => (theme(), landings).prop_map(|(theme, landings)| Change::Land { theme, landings }),
        1 => Just(Change::Tell(Telling { note: Some(text("Anders.")), ..Telling::default() })),
        1 => Just(Change::Undo),
    ]
}

fn state(work: &Workfile) -> (Vec<Theme>, BTreeMap<Part, Placement>, Telling) {
    (work.themes.clone(), work.placements.clone(), work.telling.clone())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]
    #[test]
    fn no_sequence_of_changes_publishes_what_does_not_balance(changes in proptest::collection::vec(change(), 0..40), finish: bool) {
        let mut work = workfile(6);
        for change in changes {
            let before = work.clone();
            if work.apply(change, by()).is_err() {
                prop_assert_eq!(&work, &before, "refused, but changed");
            }
        }
        if finish {
            // What a careful person would do at the end, so that many of these do get published.
            let standings = work.standings();
            let nowhere = standings.iter().filter(|(_, s)| s.is_nowhere()).map(|(id, _)| Part::whole((*id).clone())).collect();
            work.apply(Change::Postpone { parts: nowhere, by: day("2026-12-24") }, by()).unwrap();
            for theme in work.themes.clone() {
                if !work.placements.values().any(|p| matches!(p, Placement::Themes(t) if t.contains(&theme.id))) {
                    work.apply(Change::RemoveTheme { id: theme.id }, by()).unwrap();
                } else if theme.landings.is_empty() {
                    land(&mut work, theme.id.as_str(), LandingStatus::Not, DestinationKind::Province).unwrap();
                }
            }
        }
        // No reaction has a place both as a whole and by its answers.
        for part in work.placements.keys() {
            prop_assert!(work.overlapping(part).next().is_none());
        }
        match work.publish(on(TODAY)) {
            Ok(published) => {
                let counts = &published.feedback.counts;
                prop_assert_eq!(counts.landed + counts.set_aside_count() + counts.pending_count(), 6);
                prop_assert_eq!(published.feedback.ways.iter().map(|way| way.count).sum::<u32>(), counts.landed);
                prop_assert_eq!(published.trace.entries().1, 6);
            }
            Err(found) => prop_assert!(!finish && !found.is_empty(), "{:?}", found),
        }
    }

    #[test]
    fn every_change_can_be_taken_back(changes in proptest::collection::vec(change(), 0..30)) {
        let mut work = workfile(6);
        let mut history = vec![state(&work)];
        for change in changes.into_iter().filter(|change| *change != Change::Undo) {
            let steps = work.log.len();
            if work.apply(change, by()).is_ok() && !work.log[steps].undo.is_empty() {
                history.push(state(&work));
            }
        }
        let entries = work.log.len();
        while history.len() > 1 {
            prop_assert_eq!(Some(&state(&work)), history.last());
            history.pop();
            work.apply(Change::Undo, by()).unwrap();
        }
        prop_assert_eq!(Some(&state(&work)), history.last());
        prop_assert!(work.log.len() >= entries, "the log keeps everything");
    }

    #[test]
    fn the_log_is_read_back_as_it_was_written(changes in proptest::collection::vec(change(), 0..20)) {
        let mut work = workfile(6);
        for change in changes {
            let _ = work.apply(change, by());
        }
        let json = serde_json::to_string(&work.log).unwrap();
        let back: Vec<Entry> = crate::domain::from_json::read(&json).unwrap();
        prop_assert_eq!(back, work.log);
    }
}
