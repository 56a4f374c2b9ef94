//! What is kept, marked and refused, of what anybody may send.

use super::*;
use crate::domain::{
    places::Municipality,
    question::{Choices, Kind, Opt, PlaceQuestion, Single, Text, text::TextLimits},
};
use proptest::prelude::*;
use serde_json::json;

fn day(text: &str) -> Day {
    Day::try_from(text).unwrap()
}

/// A text of at most 20 characters, a choice, and a place.
fn questions() -> Vec<Question<Localised>> {
    let id = |text: &str| Id::try_from(text).unwrap();
    let label = || Localised::Same("x".into());
    let option = |name: &str| Opt { id: id(name), label: label() };
    let kinds = [
        ("verhaal", Kind::Text(Text { limits: TextLimits { max_chars: 20 } })),
        ("keuze", Kind::Single(Single(Choices { options: vec![option("bus"), option("zorg")], other: true }))),
        (
            "plaats",
            Kind::Place(PlaceQuestion {
                province: id("drenthe"),
                municipalities: vec![Municipality { name: "Assen".into(), villages: vec![] }],
            }),
        ),
    ];
    let question = |(name, kind)| Question { id: id(name), title: label(), help: None, required: false, kind };
    kinds.map(question).into()
}

fn reaction(change: impl FnOnce(&mut Json)) -> Header {
    let mut envelope = json!({"format": "beginspraak.reaction/1", "reaction": {
        "id": "01900000-0000-7000-8000-000000000001", "consultation": "dorp", "revision": 3, "language": "nl",
        "source": "resident", "tag": "00112233445566778899", "quote_consent": false, "day": "2026-06-15",
        "answers": [{"question": "verhaal", "value": "De bus is weg."}]}});
    change(&mut envelope["reaction"]);
    Header::read(envelope.to_string().as_bytes()).unwrap()
}

/// Judged against revision 3, in June.
fn judged(header: &Header) -> Result<Judged, EnvelopeFault> {
    let questions = questions();
    let of_revision = (header.reaction["revision"] == 3).then_some(&questions[..]);
    judge(header, Known::Asked(Asked { opens: day("2026-06-01"), closes: day("2026-06-30"), questions: of_revision }))
}

fn codes(change: impl FnOnce(&mut Json)) -> Vec<&'static str> {
    judged(&reaction(change)).unwrap().misfits.iter().map(Misfit::code).collect()
}

#[test]
fn what_fits_is_kept_without_a_mark_and_what_does_not_with_every_cause() {
    assert_eq!(codes(|_| {}), [""; 0]);
    assert_eq!(codes(|r| r["day"] = json!("2026-06-30")), [""; 0], "the last day");
    for revision in [0, 2, 4, 4_000_000_000, u64::MAX] {
        assert_eq!(codes(|r| r["revision"] = json!(revision)), ["unknown_revision"]);
    }
    assert_eq!(codes(|r| r["day"] = json!("9999-01-01")), ["after_closing"]);
    assert_eq!(codes(|r| r["day"] = json!("2026-05-31")), ["before_opening"]);
    assert_eq!(codes(|r| r["day"] = json!("2026-02-30")), ["no_day"]);
    let answers = |answers: Json| codes(|r| r["answers"] = answers);
    assert_eq!(answers(json!([{"question": "verzonnen", "value": "x"}])), ["unknown_question"]);
    assert_eq!(answers(json!([{"question": {"a": 1}, "value": "x"}])), ["unknown_question"]);
    let twice = json!([{"question": "verhaal", "value": "x"}, {"question": "verhaal", "value": "y"}]);
    assert_eq!(answers(twice), ["answered_twice"]);
    assert_eq!(answers(json!([{"question": "verhaal", "value": "x".repeat(21)}])), ["too_long"]);
    assert_eq!(answers(json!([{"question": "keuze", "value": "trein"}])), ["unknown_option"]);
    assert_eq!(answers(json!([{"question": "plaats", "value": {"municipality": "Atlantis"}}])), ["unknown_option"]);
    let village = json!({"municipality": "Assen", "village": "x".repeat(101)});
    assert_eq!(answers(json!([{"question": "plaats", "value": village}])), ["too_long"]);
    assert_eq!(answers(json!([{"question": "verhaal", "value": {"lean": 1}}])), ["wrong_shape"]);
    let all = codes(|r| {
        r["day"] = json!("2026-07-01");
        r["answers"] = json!([{"question": "keuze", "value": {"other": " "}}, {"question": "q", "value": 1}]);
    });
    assert_eq!(all, ["after_closing", "other_empty", "unknown_question"]);
}

#[test]
fn a_consultation_that_is_not_there_is_a_mark_too_and_without_content_only_the_shape_counts() {
    let header = reaction(|r| r["answers"] = json!([{"question": "verzonnen", "value": "x"}]));
    let unknown = judge(&header, Known::NoConsultation).unwrap();
    assert_eq!(unknown.misfits, [Misfit::UnknownConsultation]);
    assert_eq!(judge(&header, Known::Nothing).unwrap().misfits, []);
}

#[test]
fn only_what_is_no_reaction_or_answers_nothing_is_refused() {
    let blank = json!([{"question": "keuze", "value": {"other": " "}}, {"question": "verhaal", "value": "\n"}]);
    for answers in [json!([]), blank, json!([{"question": "verhaal", "value": null}, {"question": "x", "value": []}])] {
        let header = reaction(|r| r["answers"] = answers);
        assert_eq!(judged(&header), Err(EnvelopeFault::NothingAnswered));
        assert_eq!(judge(&header, Known::Nothing), Err(EnvelopeFault::NothingAnswered));
        // Taken before this was refused: it stays readable, with a mark.
        assert_eq!(misfits(&header.facts().unwrap(), Known::Nothing)[0].code(), "nothing_answered");
    }
    for field in ["revision", "language", "source", "tag", "quote_consent", "day", "answers"] {
        for wrong in [Json::Null, json!({"a": 1})] {
            assert_eq!(judged(&reaction(|r| r[field] = wrong)), Err(EnvelopeFault::Field(field)), "{field}");
        }
    }
    assert_eq!(judged(&reaction(|r| r["answers"] = json!(["x"]))), Err(EnvelopeFault::Field("answers")));
}

#[test]
fn a_test_says_so_and_a_source_is_what_somebody_claims() {
    let test = judged(&reaction(|r| r["test"] = json!(true))).unwrap();
    assert!(test.test && test.misfits.is_empty());
    let paper = judged(&reaction(|r| r["source"] = json!("paper"))).unwrap();
    assert!(!paper.test && paper.source == Source::Paper);
    assert_eq!(judged(&reaction(|_| {})).unwrap().source, Source::Resident);
}

#[test]
fn a_remark_has_one_answer_and_is_as_long_as_it_was_said_and_nothing_else_is_let_off() {
    let mut questions = questions();
    questions[1].required = true;
    let codes = |change: &dyn Fn(&mut Json)| -> Vec<&'static str> {
        let header = reaction(|r| {
            r["source"] = json!("gathering");
            r["answers"][0]["value"] = json!("x".repeat(2_000));
            r["gathering"] = json!({"id": "070707070707070707070707", "kind": "idea", "proof": "0".repeat(64)});
            change(r);
        });
        let asked = Asked { opens: day("2026-06-01"), closes: day("2026-06-30"), questions: Some(&questions) };
        judge(&header, Known::Asked(asked)).unwrap().misfits.iter().map(Misfit::code).collect()
    };
    assert_eq!(codes(&|_| {}), [""; 0]);
    assert_eq!(codes(&|r| r["answers"][0]["value"] = json!("x".repeat(2_001))), ["too_long"]);
    assert_eq!(codes(&|r| r["answers"][0]["question"] = json!("verzonnen")), ["unknown_question"]);
    assert_eq!(codes(&|r| r["day"] = json!("2026-07-01")), ["after_closing"]);
    // A form that was filled in there, a resident, and what only says so are judged as any other.
    for (field, value) in
        [("source", json!("resident")), ("source", json!("paper")), ("gathering", json!({"kind": "idea"}))]
    {
        assert_eq!(codes(&|r| r[field] = value.clone()), ["too_long", "required"], "{field}");
    }
    let form = |r: &mut Json| drop(r["gathering"].as_object_mut().unwrap().remove("kind"));
    assert_eq!(codes(&form), ["too_long", "required"]);
    let two =
        json!([{"question": "verhaal", "value": "x".repeat(21)}, {"question": "plaats", "value": {"other": "x"}}]);
    assert_eq!(codes(&|r| r["answers"] = two.clone()), ["too_long", "required"]);
}

fn anything() -> impl Strategy<Value = Json> {
    let leaf = prop_oneof![
        Just(Json::Null),
        any::<bool>().prop_map(Json::from),
        any::<i64>().prop_map(Json::from),
        ".{0,12}".prop_map(Json::from),
        prop::sample::select(vec!["bus", "verhaal", "Assen", "2026-06-15", "resident", "nl"]).prop_map(Json::from),
    ];
    leaf.prop_recursive(3, 20, 4, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..4).prop_map(Json::from),
            prop::collection::btree_map("question|value|other|lean|reason|municipality|[a-z]", inner, 0..3)
                .prop_map(|map| Json::Object(map.into_iter().collect())),
        ]
    })
}

proptest! {
    #[test]
    fn whatever_stands_in_it_it_is_judged_and_only_what_fits_reads_as_answers(
        field in prop::sample::select(vec!["revision", "language", "source", "tag", "day", "answers", "test", "gathering", "more"]),
        value in anything(),
        answers in prop::collection::vec((anything(), anything()), 0..4),
    ) {
        let header = reaction(|r| {
            r["answers"] = answers.into_iter().map(|(q, v)| json!({"question": q, "value": v})).collect();
            r[field] = value;
        });
        if let Ok(Judged { misfits, .. }) = judged(&header) && misfits.is_empty() {
            for answer in header.facts().unwrap().answers {
                let question = questions().into_iter().find(|q| answer["question"] == q.id.as_str()).unwrap();
                let value = question.kind.rules().read_json(&answer["value"]).unwrap();
                prop_assert!(value.is_blank() || question.kind.rules().check(&value).is_ok());
            }
        }
    }
}
