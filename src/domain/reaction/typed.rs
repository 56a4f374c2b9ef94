//! A form whose questions nobody knows any more: its answers as they were typed, so that no words are lost.

use super::{FORMAT, Source, Stamp};
use crate::domain::{draft::Draft, id::Id, language::Language};
use serde_json::{Map, Value as Json, json};

/// What was typed in a form of this revision; at least one answer.
#[derive(Clone, Debug, PartialEq)]
pub struct Typed {
    slug: Id,
    revision: u32,
    language: Language,
    answers: Vec<Json>,
}

impl Typed {
    /// `None` when nothing was filled in.
    pub fn new(slug: Id, revision: u32, language: Language, draft: &Draft) -> Option<Self> {
        let mut questions: Vec<&str> = Vec::new();
        for question in draft.questions() {
            if !questions.contains(&question) {
                questions.push(question);
            }
        }
        let answer = |question: &str| Some(json!({ "question": question, "value": value(question, draft)? }));
        let answers: Vec<_> = questions.into_iter().filter_map(answer).collect();
        (!answers.is_empty()).then_some(Self { slug, revision, language, answers })
    }

    /// The envelope, in the order in which the app writes one.
    pub fn envelope(&self, quote_consent: bool, stamp: Stamp) -> String {
        let fields = [
            ("id", json!(stamp.id)),
            ("consultation", json!(self.slug)),
            ("revision", json!(self.revision)),
            ("language", json!(self.language)),
            ("source", json!(Source::Resident)),
            ("tag", json!(stamp.tag)),
            ("quote_consent", json!(quote_consent)),
            ("day", json!(stamp.day)),
            ("answers", json!(self.answers)),
        ];
        let fields: Vec<_> = fields.iter().map(|(name, value)| format!("\"{name}\":{value}")).collect();
        format!("{{\"format\":\"{FORMAT}\",\"reaction\":{{{}}}}}", fields.join(","))
    }
}

/// One text, a list of them, or the parts of the answer by name.
fn value(question: &str, draft: &Draft) -> Option<Json> {
    let whole = format!("q.{question}");
    let texts: Vec<&str> = draft.all(&whole).map(str::trim).filter(|text| !text.is_empty()).collect();
    let part = |(name, text): (&str, &str)| {
        let part = name.strip_prefix(&whole)?.strip_prefix('.')?;
        Some((part.to_owned(), json!(text.trim())))
    };
    let mut parts: Map<String, Json> = draft.pairs().filter_map(part).collect();
    let own = match texts[..] {
        [] => None,
        [text] => Some(json!(text)),
        _ => Some(json!(texts)),
    };
    if parts.is_empty() {
        return own;
    }
    parts.extend(own.map(|own| ("value".to_owned(), own)));
    Some(Json::Object(parts))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{
        day::Day,
        id::ReactionId,
        reaction::{Header, envelope},
        receipt::Receipt,
    };

    #[test]
    fn every_word_is_in_the_envelope_and_it_opens_again() {
        let pairs = [
            ("q.verhaal", " Bij de brug. "),
            ("q.wat", "bank"),
            ("q.wat", "~other"),
            ("q.wat.other", "Een kuil"),
            ("q.leeg", "  "),
            ("q.plaats.municipality", "Assen"),
        ];
        let draft = Draft::from_pairs(pairs.map(|(name, value)| (name.to_owned(), value.to_owned())));
        let slug = Id::try_from("dorp").unwrap();
        let typed = Typed::new(slug.clone(), 4, Language::Nl, &draft).unwrap();
        let stamp = Stamp {
            id: ReactionId::new(0, [1; 10]),
            tag: Receipt::new([2; 10]).tag(&slug),
            day: Day::new(2026, 11, 22).unwrap(),
        };
        let body = typed.envelope(true, stamp);
        let header = Header::read(body.as_bytes()).unwrap();
        assert_eq!(header.facts().unwrap().revision, 4);
        let answers = json!([
            {"question": "verhaal", "value": "Bij de brug."},
            {"question": "wat", "value": {"other": "Een kuil", "value": ["bank", "~other"]}},
            {"question": "plaats", "value": {"municipality": "Assen"}}
        ]);
        assert_eq!(header.reaction["answers"], answers);
        assert_eq!(envelope(&header.reaction), Some(body), "byte for byte as the app would write it");
        assert_eq!(Typed::new(slug, 4, Language::Nl, &Draft::default()), None);
    }
}
