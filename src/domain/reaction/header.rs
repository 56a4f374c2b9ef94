//! Opening an envelope: what whoever moves a reaction may look at, and whether it is a whole reaction.

use super::{Claim, FORMAT, Source};
use crate::domain::{
    day::Day,
    id::{Id, ReactionId},
    json,
    language::Language,
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
    /// It says nothing at all.
    NothingAnswered,
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

    /// Every field, when it is a whole reaction: all are there, and of the right shape.
    pub fn facts(&self) -> Result<Facts<'_>, EnvelopeFault> {
        let get = |key: &'static str| self.reaction.get(key).ok_or(EnvelopeFault::Field(key));
        let text = |key: &'static str| get(key)?.as_str().ok_or(EnvelopeFault::Field(key));
        let source = Source::from_code(text("source")?).ok_or(EnvelopeFault::Field("source"))?;
        Ok(Facts {
            revision: get("revision")?.as_u64().ok_or(EnvelopeFault::Field("revision"))?,
            language: Language::from_code(text("language")?).ok_or(EnvelopeFault::Field("language"))?,
            source,
            tag: Tag::try_from(text("tag")?).map_err(|()| EnvelopeFault::Field("tag"))?,
            quote_consent: get("quote_consent")?.as_bool().ok_or(EnvelopeFault::Field("quote_consent"))?,
            day: Day::try_from(text("day")?).ok(),
            remark: source == Source::Gathering && Claim::of(&self.reaction).is_some_and(|claim| claim.kind.is_some()),
            test: self.reaction.get("test") == Some(&Json::Bool(true)),
            answers: get("answers")?.as_array().filter(|list| list.iter().all(is_answer)).ok_or(ANSWERS)?,
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
    /// The day it was written; `None` when no calendar has it.
    pub day: Option<Day>,
    /// It says that somebody said this in a gathering.
    pub remark: bool,
    /// Sent to try whether sending works.
    pub test: bool,
    /// `{"question", "value"}` each.
    pub answers: &'a [Json],
}

const ANSWERS: EnvelopeFault = EnvelopeFault::Field("answers");

fn is_answer(answer: &Json) -> bool {
    answer.get("question").is_some() && answer.get("value").is_some()
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
