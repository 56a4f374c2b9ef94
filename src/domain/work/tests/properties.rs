//! Whatever stands in a log: it is read back, and what is published balances.

use super::*;

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
        (0u8..3, any::<bool>())
            .prop_map(|(n, accepted)| Deed::Accept { gathering: GatheringId::from([n; 12]), accepted }),
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
            // Nothing of a gathering that is not here can be confirmed.
            for n in [1, 2] {
                let gathering = GatheringId::from([n; 12]);
                table.record(Act::Do(vec![Deed::Accept { gathering, accepted: false }]));
            }
        }
        let work = table.work();
        match work.publish(on(TODAY)) {
            Ok(published) => {
                let counts = &published.feedback.counts;
                let placed = counts.landed + counts.set_aside_count() + counts.pending_count();
                prop_assert_eq!(placed + counts.refused, 6);
                prop_assert_eq!(placed, counts.received.total());
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
