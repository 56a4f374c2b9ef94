//! A reaction as it came in: the exact text, what is needed of it again and again, and how it was judged.

use super::{Rule, Verdict, place::TypedPlace};
use crate::domain::{
    feedback::Origin,
    gathering::GatheringId,
    id::{Id, ReactionId},
    language::Language,
    reaction::{EnvelopeFault, Header, Knows, Misfit, Source, judge::misfits},
    receipt::Tag,
};
use serde_json::{Map, Value};

/// A reaction that was received. In memory it costs its text and little more: answers are read when somebody asks.
#[derive(Clone, Debug, PartialEq)]
pub struct Received {
    id: ReactionId,
    consultation: Id,
    envelope: Box<str>,
    /// From where, as it says itself.
    pub source: Source,
    /// From where, as far as it was confirmed.
    pub origin: Origin,
    /// The gathering that it names, once that was looked at.
    pub gathering: Option<GatheringId>,
    /// That gathering was not accepted.
    pub refused: bool,
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
    /// A whole reaction in its envelope, judged by what is known of its consultation.
    pub fn read(envelope: &str, knows: Knows) -> Result<Self, EnvelopeFault> {
        let header = Header::read(envelope.as_bytes())?;
        let facts = header.facts()?;
        let misfits = misfits(&facts, knows(&header));
        let (source, tag, quote_consent, language) = (facts.source, facts.tag, facts.quote_consent, facts.language);
        let test = facts.test;
        let Header { id, consultation, .. } = header;
        Ok(Self {
            id,
            consultation,
            envelope: envelope.into(),
            source,
            origin: Origin::of(source),
            gathering: None,
            refused: false,
            tag,
            quote_consent,
            language,
            misfits,
            test,
        })
    }

    /// Looks whether it comes from where it says.
    pub fn confirm(&mut self, rule: &Rule) {
        let (verdict, gathering) = self.whence(rule);
        self.gathering = gathering;
        match verdict {
            Verdict::Counts(origin) => self.origin = origin,
            Verdict::Refused => self.refused = true,
        }
    }

    /// Where it belongs, and the gathering that it names.
    pub fn whence(&self, rule: &Rule) -> (Verdict, Option<GatheringId>) {
        let claiming = self.claiming();
        claiming.map_or((Verdict::Counts(self.origin), None), |reaction| rule.judge(self.source, &reaction))
    }

    /// The whole of it, where it says that it comes from a gathering or from paper.
    pub fn claiming(&self) -> Option<Map<String, Value>> {
        // It was read once, so it can be read again.
        let header = (self.source != Source::Resident).then(|| Header::read(self.envelope.as_bytes()))?;
        header.ok().map(|header| header.reaction)
    }

    /// Whether it comes from a gathering that staff accepted.
    pub fn is_confirmed(&self) -> bool {
        matches!(self.origin, Origin::Gathering | Origin::Paper)
    }

    /// Whether it may be counted by its answers and quoted: it fits what was asked, is no test, and does not come from a
    /// gathering that was not accepted.
    pub fn counts(&self) -> bool {
        self.misfits.is_empty() && !self.test && !self.refused
    }

    /// Its id.
    pub fn id(&self) -> &ReactionId {
        &self.id
    }

    /// The consultation it belongs to.
    pub fn consultation(&self) -> &Id {
        &self.consultation
    }

    /// The exact text as it came in.
    pub fn envelope(&self) -> &str {
        &self.envelope
    }

    /// Its answers, `{"question", "value"}` each.
    fn answers(&self) -> Vec<Value> {
        // It was read once, so it can be read again.
        let header = Header::read(self.envelope.as_bytes());
        let answers = header.ok().and_then(|mut header| header.reaction.remove("answers"));
        match answers {
            Some(Value::Array(answers)) => answers,
            _ => Vec::new(),
        }
    }

    /// The answer to a question.
    pub fn answer(&self, question: &Id) -> Option<Value> {
        let is = |answer: &Value| answer["question"].as_str() == Some(question.as_str());
        let mut answer = self.answers().into_iter().find(is)?;
        answer.get_mut("value").map(Value::take)
    }

    /// Every text that somebody wrote in the answer to a question.
    pub fn words(&self, question: &Id) -> Vec<String> {
        let mut words = Vec::new();
        if let Some(value) = self.answer(question) {
            collect(&value, &mut words);
        }
        words
    }

    /// What somebody wrote beside what they chose: something else, or why.
    pub fn added_words(&self, question: &Id) -> Vec<String> {
        let mut words = Vec::new();
        if let Some(value) = self.answer(question) {
            let items = value.as_array().cloned().unwrap_or_else(|| vec![value]);
            let added = items.iter().flat_map(|item| ["other", "reason"].map(|key| item.get(key)));
            words.extend(added.flatten().filter_map(Value::as_str).map(str::to_owned));
        }
        words
    }

    /// Every text that somebody wrote in any answer.
    pub fn all_words(&self) -> Vec<String> {
        let mut words = Vec::new();
        self.answers().iter().filter_map(|answer| answer.get("value")).for_each(|value| collect(value, &mut words));
        words
    }

    /// The place that somebody named in the answer to a question.
    pub fn place(&self, question: &Id) -> Option<TypedPlace> {
        let place = self.answer(question)?;
        let text = |key: &str| place.get(key).and_then(Value::as_str).map(str::to_owned);
        match text("municipality") {
            Some(municipality) => Some(TypedPlace::In { municipality, village: text("village") }),
            None => text("other").map(TypedPlace::Elsewhere),
        }
    }
}

fn collect(value: &Value, words: &mut Vec<String>) {
    match value {
        Value::String(text) => words.push(text.clone()),
        Value::Array(items) => items.iter().for_each(|item| collect(item, words)),
        Value::Object(fields) => fields.values().for_each(|field| collect(field, words)),
        _ => {}
    }
}
