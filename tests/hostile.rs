//! Whatever strangers send, what staff publish is read back, adds up, and holds no word that nobody read.

use beginspraak::{
    domain::{
        day::Day,
        feedback::{Destination, DestinationKind, Landing, LandingStatus},
        id::Id,
        json::strict,
        language::Localised,
        log::{Act, EntryId, Log, TextId},
        reaction::{Header, envelope},
        work::{Decisions, Gatherings, Part, Passages, Placement, Received, Setting, Theme, Work},
    },
    files::{
        content::{self, Content},
        read,
    },
    native::disk::Disk,
};
use proptest::prelude::*;
use serde_json::{Value, json};
use std::sync::LazyLock;

static CONTENT: LazyLock<Content> =
    LazyLock::new(|| content::load(&Disk::at(concat!(env!("CARGO_MANIFEST_DIR"), "/public/content"))).unwrap());

const SLUG: &str = "drenthe-dichterbij";

fn day() -> Day {
    Day::new(2026, 11, 22).unwrap()
}

/// Marks a word of a stranger, so that it can be found wherever it ends up.
const MARK: &str = "QZX";

fn place() -> impl Strategy<Value = Value> {
    let word = || "[ -~’é\u{202e}\u{0}]{0,120}".prop_map(|word| format!("{MARK}{word}"));
    prop_oneof![
        word().prop_map(|village| json!({"municipality": "Assen", "village": village})),
        Just(json!({"municipality": "Assen", "village": ""})),
        Just(json!({"municipality": "ASSEN", "village": "Loon"})),
        (word(), word()).prop_map(|(municipality, village)| json!({"municipality": municipality, "village": village})),
        word().prop_map(|other| json!({ "other": other })),
        Just(json!({"municipality": "Emmen"})),
        Just(json!({"municipality": {"a": 1}, "village": []})),
    ]
}

fn reaction(n: usize, place: Value, words: &str, made_up: Option<String>, revision: u64) -> Value {
    let mut answers = vec![
        json!({"question": "gehoord", "value": words}),
        json!({"question": "ontmoeten", "value": "dorpshuis"}),
        json!({"question": "plaats", "value": place}),
    ];
    answers.extend(made_up.map(|question| json!({"question": question, "value": MARK})));
    json!({"id": format!("01900000-0000-7000-8000-{n:012x}"), "consultation": SLUG, "revision": revision, "language": "nl",
        "source": (["resident", "paper", "gathering"][n % 3]), "tag": format!("{n:020x}"), "quote_consent": true,
        "day": "2026-11-15", "answers": answers})
}

/// What is published once all that fits is in one theme.
fn published(received: Vec<Received>) -> Option<Value> {
    let text = |text: &str| Localised::Same(text.into());
    let (slug, theme) = (Id::try_from(SLUG).unwrap(), Id::try_from("bus").unwrap());
    let landing = Landing {
        status: LandingStatus::Adopted,
        what: text("Wij doen het"),
        reason: text("Daarom."),
        destination: Destination { kind: DestinationKind::Province, name: text("De provincie"), url: None, date: None },
        decided_by: None,
    };
    let (mut log, mut passages) = (Log::default(), Passages::new());
    let work = Work::of(slug.clone(), received.clone(), &log, &passages, &Gatherings::default());
    let fits = work.reactions().filter(|one| one.counts()).map(|one| Part::whole(one.id().clone()));
    let placements: Vec<_> = fits.map(|part| (part, Placement::Themes(vec![theme.clone()]))).collect();
    if placements.is_empty() {
        return None;
    }
    let themes = vec![Theme {
        id: theme,
        title: text("De bus"),
        summary: text("Te laat."),
        landings: vec![landing],
        quotes: vec![],
    }];
    let decisions = Decisions { themes, placements, ..Decisions::of(&work) };
    assert_eq!(decisions.refused(&work), []);
    let mut names = 0u8;
    let name = || {
        names += 1;
        TextId::from([names; 12])
    };
    let (deeds, lines) = decisions.deeds(&work, &log, &passages, name);
    passages.extend(lines.into_iter().map(|line| (line.text, line.is)));
    log.merge([log.next(EntryId::from([1; 12]), "redactie", 0, Act::Do(deeds))]);
    let work = Work::of(slug, received, &log, &passages, &Gatherings::default());
    let consultation = &CONTENT.consultations[&work.consultation];
    let setting = Setting { today: day(), earlier: &[], before: 0, questions: &consultation.questions, ours: &[] };
    let publication = work.publish(setting).unwrap();
    let bytes = serde_json::to_vec(&publication.feedback).unwrap();
    let json = strict(&bytes).unwrap();
    read::feedback::read(&json, SLUG, &consultation.languages).unwrap();
    for (_, file) in publication.trace.files() {
        assert!(!String::from_utf8_lossy(&file).contains(MARK));
    }
    Some(json)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]
    #[test]
    fn what_strangers_send_is_never_published_unread_and_stops_nothing(
        sent in proptest::collection::vec(
            (
                place(),
                "\\PC{0,40}",
                prop_oneof![4 => Just(None), 1 => "[a-z]{0,6}|afstand".prop_map(Some)],
                prop_oneof![4 => Just(1u64), 1 => any::<u64>()],
                1usize..8,
            ),
            1..12,
        ),
    ) {
        let (mut received, mut n) = (Vec::new(), 0);
        for (place, words, made_up, revision, times) in sent {
            for _ in 0..times {
                n += 1;
                let Value::Object(map) = reaction(n, place.clone(), &words, made_up.clone(), revision) else { unreachable!() };
                let Some(text) = envelope(&map) else { continue };
                received.extend(Received::read(&text, &|header: &Header| CONTENT.known(header)));
            }
        }
        if let Some(feedback) = published(received) {
            let feedback = feedback.to_string();
            prop_assert!(!feedback.contains(MARK), "{}", feedback);
        }
    }
}
