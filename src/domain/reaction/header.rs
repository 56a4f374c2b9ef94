//! Opening an envelope: what whoever moves a reaction may look at, and whether it fits its consultation.

use super::{FORMAT, Source};
use crate::domain::{
    consultation::Consultation,
    day::Day,
    id::{Id, ReactionId},
    json,
    language::Language,
    problem::{Fault, Problem},
    receipt::Tag,
};
use serde_json::Value as Json;

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
        let json = json::strict(body).map_err(|e| EnvelopeFault::NotJson(e.to_string()))?;
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
