//! A reaction as it came in: its fields read, judged, and everything else in it kept.

use super::place::TypedPlace;
use crate::domain::{
    id::{Id, ReactionId},
    language::Language,
    reaction::{EnvelopeFault, Header, Knows, Misfit, Source, judge::misfits},
    receipt::Tag,
};
use serde_json::{Map, Value};

/// A reaction that was received.
#[derive(Clone, Debug, PartialEq)]
pub struct Received {
    header: Header,
    /// From where.
    pub source: Source,
    /// What stands for its receipt.
    pub tag: Tag,
    /// Whether it may be quoted.
    pub quote_consent: bool,
    /// The language it was written in.
    pub language: Language,
    /// Why it does not fit what was asked; empty when it fits. Only what fits has a place in figures.
    pub misfits: Vec<Misfit>,
    /// Sent to try whether sending works: never counted.
    pub test: bool,
}

impl Received {
    /// A whole reaction, judged by what is known of its consultation.
    pub fn new(header: Header, knows: Knows) -> Result<Self, EnvelopeFault> {
        let facts = header.facts()?;
        let misfits = misfits(&facts, knows(&header));
        let (source, tag, quote_consent, language) = (facts.source, facts.tag, facts.quote_consent, facts.language);
        let test = facts.test;
        Ok(Self { header, source, tag, quote_consent, language, misfits, test })
    }

    /// Whether it may be counted by its answers and quoted: it fits what was asked, and is no test.
    pub fn counts(&self) -> bool {
        self.misfits.is_empty() && !self.test
    }

    /// Its id.
    pub fn id(&self) -> &ReactionId {
        &self.header.id
    }

    /// The consultation it belongs to.
    pub fn consultation(&self) -> &Id {
        &self.header.consultation
    }

    /// The reaction, every field of it.
    pub fn json(&self) -> &Map<String, Value> {
        &self.header.reaction
    }

    /// The answer to a question.
    pub fn answer(&self, question: &Id) -> Option<&Value> {
        let answers = self.header.reaction.get("answers")?.as_array()?;
        let answer = answers.iter().find(|answer| answer["question"].as_str() == Some(question.as_str()))?;
        answer.get("value")
    }

    /// Every text that somebody wrote in the answer to a question.
    pub fn words(&self, question: &Id) -> Vec<&str> {
        let mut words = Vec::new();
        if let Some(value) = self.answer(question) {
            collect(value, &mut words);
        }
        words
    }

    /// Whether some text in it is what is asked for.
    pub fn says(&self, is: impl Fn(&str) -> bool) -> bool {
        let mut words = Vec::new();
        if let Some(answers) = self.header.reaction.get("answers") {
            collect(answers, &mut words);
        }
        words.into_iter().any(is)
    }

    /// The place that somebody named in the answer to a question.
    pub fn place(&self, question: &Id) -> Option<TypedPlace<'_>> {
        let place = self.answer(question)?;
        let text = |key: &str| place.get(key).and_then(Value::as_str);
        match text("municipality") {
            Some(municipality) => Some(TypedPlace::In { municipality, village: text("village") }),
            None => text("other").map(TypedPlace::Elsewhere),
        }
    }
}

fn collect<'a>(value: &'a Value, words: &mut Vec<&'a str>) {
    match value {
        Value::String(text) => words.push(text),
        Value::Array(items) => items.iter().for_each(|item| collect(item, words)),
        Value::Object(fields) => fields.values().for_each(|field| collect(field, words)),
        _ => {}
    }
}
