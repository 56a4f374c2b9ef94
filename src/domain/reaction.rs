//! A reaction: one immutable submission, and the envelope in which it travels.

use super::{
    consultation::Consultation,
    day::Day,
    form::{Answers, Form},
    from_json::named,
    id::{Id, ReactionId},
    language::Language,
    problem::{Fault, Problem},
    receipt::Tag,
};
use serde::Serialize;
use serde_json::Value as Json;

/// The envelope's format.
pub const FORMAT: &str = "beginspraak.reaction/1";
/// The most bytes of an envelope.
pub const WIRE_LIMIT: usize = 64 * 1024;

/// Where a reaction comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub enum Source {
    /// Somebody reacted on this site.
    Resident,
    /// Written down in a gathering.
    Gathering,
    /// Typed in from a paper form.
    Paper,
}

named!(Source { Resident = "resident", Gathering = "gathering", Paper = "paper" });

impl Source {
    /// The source with this name.
    fn from_code(code: &str) -> Option<Self> {
        Self::CODES.iter().position(|name| *name == code).map(|at| Self::ALL[at])
    }
}

/// What the edge adds to the answers.
#[derive(Clone, Debug)]
pub struct Stamp {
    /// Made from the clock and random bytes.
    pub id: ReactionId,
    /// Made from the receipt.
    pub tag: Tag,
    /// Today.
    pub day: Day,
}

/// One submission.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Reaction {
    id: ReactionId,
    consultation: Id,
    revision: u32,
    language: Language,
    source: Source,
    tag: Tag,
    quote_consent: bool,
    day: Day,
    answers: Answers,
}

#[derive(Serialize)]
struct Envelope<'a> {
    format: &'static str,
    reaction: &'a Reaction,
}

impl Reaction {
    /// A resident's reaction, from checked answers.
    pub fn new(form: &Form, answers: Answers, quote_consent: bool, stamp: Stamp) -> Self {
        Self {
            id: stamp.id,
            consultation: form.slug.clone(),
            revision: form.revision,
            language: form.language,
            source: Source::Resident,
            tag: stamp.tag,
            quote_consent,
            day: stamp.day,
            answers,
        }
    }

    /// The envelope as JSON: the bytes that are stored, sent and hashed.
    pub fn envelope(&self) -> String {
        let text = serde_json::to_string(&Envelope { format: FORMAT, reaction: self });
        debug_assert!(text.is_ok(), "strings, numbers and lists always have JSON");
        text.unwrap_or_default()
    }
}

/// The envelope of a reaction as the app writes it, byte for byte; `None` if it holds what the app does not write, or
/// not all of it.
pub fn envelope(reaction: &serde_json::Map<String, Json>) -> Option<String> {
    const FIELDS: [&str; 9] =
        ["id", "consultation", "revision", "language", "source", "tag", "quote_consent", "day", "answers"];
    if reaction.len() != FIELDS.len() {
        return None;
    }
    let fields: Option<Vec<_>> =
        FIELDS.iter().map(|field| Some(format!("\"{field}\":{}", reaction.get(*field)?))).collect();
    Some(format!("{{\"format\":\"{FORMAT}\",\"reaction\":{{{}}}}}", fields?.join(",")))
}

/// What whoever moves a reaction may look at; the rest stays as it came.
#[derive(Clone, Debug, PartialEq)]
pub struct Header {
    /// The reaction's id.
    pub id: ReactionId,
    /// The consultation it belongs to.
    pub consultation: Id,
    /// The reaction inside the envelope.
    pub reaction: serde_json::Map<String, Json>,
}

/// Why an envelope can't be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum EnvelopeFault {
    /// Not JSON: the cause, with line and column.
    NotJson(String),
    /// Not this format.
    Format,
    /// There is no reaction in it.
    NoReaction,
    /// No UUID version 7 as id.
    Id,
    /// No consultation.
    Consultation,
    /// This field of the reaction is missing or of another shape.
    Field(&'static str),
}

impl Header {
    /// Opens an envelope.
    pub fn read(body: &[u8]) -> Result<Self, EnvelopeFault> {
        let json = super::json::strict(body).map_err(|e| EnvelopeFault::NotJson(e.to_string()))?;
        let Json::Object(mut envelope) = json else {
            return Err(EnvelopeFault::Format);
        };
        if envelope.get("format").and_then(Json::as_str) != Some(FORMAT) {
            return Err(EnvelopeFault::Format);
        }
        let Some(Json::Object(reaction)) = envelope.remove("reaction") else {
            return Err(EnvelopeFault::NoReaction);
        };
        Self::of(reaction)
    }

    /// Looks at a reaction that is out of its envelope.
    pub fn of(reaction: serde_json::Map<String, Json>) -> Result<Self, EnvelopeFault> {
        let text = |key: &str| reaction.get(key).and_then(Json::as_str).unwrap_or("");
        let id = ReactionId::try_from(text("id")).map_err(|_| EnvelopeFault::Id)?;
        let consultation = Id::try_from(text("consultation")).map_err(|_| EnvelopeFault::Consultation)?;
        Ok(Self { id, consultation, reaction })
    }

    /// Checks everything else in the reaction: its fields, then each answer against its question.
    ///
    /// A reaction to an earlier revision is checked only for its shape: the questions may have changed while somebody
    /// was typing, and what they wrote must not be lost for that.
    pub fn check(&self, consultation: &Consultation) -> Result<(), CheckFault> {
        let facts = self.facts()?;
        if facts.revision == u64::from(consultation.revision) {
            check_answers(facts.answers, consultation).map_err(CheckFault::Answers)
        } else {
            Ok(self.check_shape()?)
        }
    }

    /// Checks what can be checked without knowing the questions.
    pub fn check_shape(&self) -> Result<(), EnvelopeFault> {
        let whole = |answer: &Json| answer.get("question").is_some() && answer.get("value").is_some();
        if self.facts()?.answers.iter().all(whole) { Ok(()) } else { Err(EnvelopeFault::Field("answers")) }
    }

    /// Every field, when all of them are right.
    pub fn facts(&self) -> Result<Facts<'_>, EnvelopeFault> {
        let get = |key: &'static str| self.reaction.get(key).ok_or(EnvelopeFault::Field(key));
        let text = |key: &'static str| get(key)?.as_str().ok_or(EnvelopeFault::Field(key));
        Ok(Facts {
            revision: get("revision")?.as_u64().ok_or(EnvelopeFault::Field("revision"))?,
            language: Language::from_code(text("language")?).ok_or(EnvelopeFault::Field("language"))?,
            source: Source::from_code(text("source")?).ok_or(EnvelopeFault::Field("source"))?,
            tag: Tag::try_from(text("tag")?).map_err(|()| EnvelopeFault::Field("tag"))?,
            quote_consent: get("quote_consent")?.as_bool().ok_or(EnvelopeFault::Field("quote_consent"))?,
            day: Day::try_from(text("day")?).map_err(|_| EnvelopeFault::Field("day"))?,
            answers: get("answers")?.as_array().ok_or(EnvelopeFault::Field("answers"))?,
        })
    }
}

/// The fields of a reaction that somebody reads, beside its id and consultation.
#[derive(Clone, Debug)]
pub struct Facts<'a> {
    /// The revision it answers.
    pub revision: u64,
    /// The language it was written in.
    pub language: Language,
    /// From where.
    pub source: Source,
    /// What stands for its receipt.
    pub tag: Tag,
    /// Whether it may be quoted.
    pub quote_consent: bool,
    /// The day it was written.
    pub day: Day,
    /// `{"question", "value"}` each.
    pub answers: &'a [Json],
}

/// Why a reaction does not fit its consultation.
#[derive(Clone, Debug, PartialEq)]
pub enum CheckFault {
    /// A field is missing or of another shape.
    Envelope(EnvelopeFault),
    /// Answers do not fit their questions.
    Answers(Vec<Problem>),
}

impl From<EnvelopeFault> for CheckFault {
    fn from(fault: EnvelopeFault) -> Self {
        CheckFault::Envelope(fault)
    }
}

fn check_answers(answers: &[Json], consultation: &Consultation) -> Result<(), Vec<Problem>> {
    let mut problems = Vec::new();
    let mut answered = Vec::new();
    for answer in answers {
        let id = answer.get("question").and_then(Json::as_str).and_then(|id| Id::try_from(id).ok());
        let question = consultation.questions.iter().find(|q| Some(&q.id) == id.as_ref());
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
    for question in consultation.questions.iter().filter(|q| q.required && !answered.contains(&&q.id)) {
        problems.push(Problem { question: Some(question.id.clone()), fault: Fault::Required });
    }
    if answered.is_empty() && problems.is_empty() {
        problems.push(Problem { question: None, fault: Fault::NothingAnswered });
    }
    if problems.is_empty() { Ok(()) } else { Err(problems) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{draft::Draft, receipt::Receipt};

    #[test]
    fn the_envelope_is_as_the_contract_says_and_opens_again() {
        let form = crate::domain::form::tests::form();
        let mut draft = Draft::default();
        draft.set("q.b", "bus");
        let stamp = Stamp {
            id: ReactionId::new(0, [1; 10]),
            tag: Receipt::new([2; 10]).tag(&form.slug),
            day: Day::new(2026, 11, 22).unwrap(),
        };
        let reaction = Reaction::new(&form, form.answers(&draft).unwrap(), false, stamp);
        let body = reaction.envelope();
        let header = Header::read(body.as_bytes()).unwrap();
        assert_eq!(envelope(&header.reaction).as_deref(), Some(body.as_str()), "byte for byte as it was sent");
        assert_eq!(header.id.as_str(), "00000000-0000-7101-8101-010101010101");
        assert_eq!(header.consultation.as_str(), "dorp");
        assert_eq!(header.reaction["answers"], serde_json::json!([{"question": "b", "value": "bus"}]));
        let keys: Vec<_> = header.reaction.keys().map(String::as_str).collect();
        assert_eq!(
            keys,
            ["answers", "consultation", "day", "id", "language", "quote_consent", "revision", "source", "tag"]
        );
    }

    #[test]
    fn what_is_not_an_envelope_says_why() {
        let read = |text: &str| Header::read(text.as_bytes()).unwrap_err();
        assert!(matches!(read("{"), EnvelopeFault::NotJson(_)));
        assert_eq!(read("[]"), EnvelopeFault::Format);
        assert_eq!(read(r#"{"format":"beginspraak.reaction/2","reaction":{}}"#), EnvelopeFault::Format);
        assert_eq!(read(r#"{"format":"beginspraak.reaction/1"}"#), EnvelopeFault::NoReaction);
        assert_eq!(read(r#"{"format":"beginspraak.reaction/1","reaction":{"id":"../x"}}"#), EnvelopeFault::Id);
    }
}
