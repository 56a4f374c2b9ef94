//! The one rule for what comes in: is this a reaction, and does it fit the questions that it answers?
//!
//! Whoever takes or reads reactions asks here: the collector, `gather` for a database, a bucket, a folder or a form
//! service, and whoever reads a work folder later. What it says is never stored: it follows from the
//! reaction and from what was asked, so that it is the same everywhere, and right again when a revision turns up.

use super::{EnvelopeFault, Facts, Header, Source};
use crate::domain::{
    day::Day,
    id::Id,
    language::Localised,
    problem::{Fault, Problem},
    question::Question,
};
use serde_json::Value as Json;

/// What is known of the consultation that a reaction names.
#[derive(Clone, Copy, Debug)]
pub enum Known<'a> {
    /// Nothing: there is no content to judge by.
    Nothing,
    /// That there is none of that name.
    NoConsultation,
    /// When it is open, and what it asks.
    Asked(Asked<'a>),
}

/// Who knows that, of any reaction.
pub type Knows<'a> = &'a dyn Fn(&Header) -> Known<'a>;

/// Knows nothing of any consultation.
pub fn knows_nothing(_: &Header) -> Known<'static> {
    Known::Nothing
}

/// When a consultation is open, and what it asked in the revision that a reaction names.
#[derive(Clone, Copy, Debug)]
pub struct Asked<'a> {
    /// The first day on which one can react.
    pub opens: Day,
    /// The last.
    pub closes: Day,
    /// The questions of that revision; `None` when there never was one, or it is not kept.
    pub questions: Option<&'a [Question<Localised>]>,
}

/// A reaction that is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Judged {
    /// Why it does not fit what was asked; empty when it fits.
    pub misfits: Vec<Misfit>,
    /// From where, as it says itself.
    pub source: Source,
    /// Sent to try whether sending works: listed, never counted.
    pub test: bool,
}

/// Why a reaction does not fit what was asked. It is kept all the same, without columns and without a place in figures.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Misfit {
    /// There is no such consultation.
    UnknownConsultation,
    /// There never was this revision, or it is not kept.
    UnknownRevision(u64),
    /// No calendar has the day that it names.
    NoDay,
    /// It says that it was written before one could react.
    BeforeOpening(Day),
    /// It says that it was written when one could no longer react.
    AfterClosing(Day),
    /// An answer that its question does not take, or that no question asked for.
    Answer(Problem),
}

impl Misfit {
    /// A short, stable name for machines.
    pub fn code(&self) -> &'static str {
        match self {
            Misfit::UnknownConsultation => "unknown_consultation",
            Misfit::UnknownRevision(_) => "unknown_revision",
            Misfit::NoDay => "no_day",
            Misfit::BeforeOpening(_) => "before_opening",
            Misfit::AfterClosing(_) => "after_closing",
            Misfit::Answer(problem) => problem.fault.code(),
        }
    }
}

/// Judges what comes in: kept, with what does not fit; or refused, as it is no reaction or answers nothing.
pub fn judge(header: &Header, known: Known) -> Result<Judged, EnvelopeFault> {
    let facts = header.facts()?;
    if answers_nothing(facts.answers) {
        return Err(EnvelopeFault::NothingAnswered);
    }
    Ok(Judged { misfits: misfits(&facts, known), source: facts.source, test: facts.test })
}

/// Everything in which a whole reaction does not fit: its revision, its day, then its answers.
pub fn misfits(facts: &Facts, known: Known) -> Vec<Misfit> {
    let mut misfits = Vec::new();
    let questions = match known {
        Known::Nothing => None,
        Known::NoConsultation => {
            misfits.push(Misfit::UnknownConsultation);
            None
        }
        Known::Asked(Asked { opens, closes, questions }) => {
            if questions.is_none() {
                misfits.push(Misfit::UnknownRevision(facts.revision));
            }
            misfits.extend(match facts.day {
                Some(day) if day < opens => Some(Misfit::BeforeOpening(day)),
                Some(day) if day > closes => Some(Misfit::AfterClosing(day)),
                _ => None,
            });
            questions
        }
    };
    misfits.extend(facts.day.is_none().then_some(Misfit::NoDay));
    match questions {
        Some(questions) => misfits.extend(problems(facts.answers, questions).into_iter().map(Misfit::Answer)),
        // Taken by a release that still took these.
        None if answers_nothing(facts.answers) => {
            misfits.push(Misfit::Answer(Problem { question: None, fault: Fault::NothingAnswered }));
        }
        None => {}
    }
    misfits
}

/// What is wrong with the answers, one by one, and which are missing.
fn problems(answers: &[Json], questions: &[Question<Localised>]) -> Vec<Problem> {
    let mut problems = Vec::new();
    let mut answered = Vec::new();
    for answer in answers {
        let id = answer.get("question").and_then(Json::as_str).and_then(|id| Id::try_from(id).ok());
        let question = questions.iter().find(|question| Some(&question.id) == id.as_ref());
        let fault = match (question, answer.get("value")) {
            (Some(question), _) if answered.contains(&&question.id) => Some(Fault::AnsweredTwice),
            (Some(question), Some(value)) => {
                let rules = question.kind.rules();
                match rules.read_json(value) {
                    // Left open, as far as the question is concerned.
                    Some(value) if value.is_blank() => None,
                    Some(value) => {
                        answered.push(&question.id);
                        rules.check(&value).err()
                    }
                    None => {
                        answered.push(&question.id);
                        Some(Fault::WrongShape)
                    }
                }
            }
            (Some(_), None) => Some(Fault::WrongShape),
            (None, _) => Some(Fault::UnknownQuestion),
        };
        problems.extend(fault.map(|fault| Problem { question: id, fault }));
    }
    for question in questions.iter().filter(|question| question.required && !answered.contains(&&question.id)) {
        problems.push(Problem { question: Some(question.id.clone()), fault: Fault::Required });
    }
    if answered.is_empty() && problems.is_empty() {
        problems.push(Problem { question: None, fault: Fault::NothingAnswered });
    }
    problems
}

/// Whether nobody said anything: no answers, or only blanks.
fn answers_nothing(answers: &[Json]) -> bool {
    answers.iter().all(|answer| answer.get("value").is_none_or(is_blank))
}

fn is_blank(value: &Json) -> bool {
    match value {
        Json::Null => true,
        Json::String(text) => text.trim().is_empty(),
        Json::Array(items) => items.iter().all(is_blank),
        Json::Object(fields) => fields.values().all(is_blank),
        Json::Bool(_) | Json::Number(_) => false,
    }
}

#[cfg(test)]
mod tests {
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
        judge(
            header,
            Known::Asked(Asked { opens: day("2026-06-01"), closes: day("2026-06-30"), questions: of_revision }),
        )
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
        for answers in
            [json!([]), blank, json!([{"question": "verhaal", "value": null}, {"question": "x", "value": []}])]
        {
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
        assert!(!paper.test && !paper.source.is_confirmed());
        assert!(judged(&reaction(|_| {})).unwrap().source.is_confirmed());
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
            field in prop::sample::select(vec!["revision", "language", "source", "tag", "day", "answers", "test", "more"]),
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
}
