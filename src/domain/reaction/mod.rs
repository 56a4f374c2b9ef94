//! A reaction: one immutable submission, and the envelope in which it travels.
//!
//! - [`header`]: opening an envelope.
//! - [`judge`]: whether it fits what was asked.
//! - [`proof`]: whether it belongs to the gathering that it names.
//! - [`extent`]: how large one can become.
//! - [`typed`]: the answers of a form whose questions nobody knows any more.

pub mod extent;
mod header;
pub mod judge;
pub mod proof;
mod typed;

use super::{
    day::Day,
    form::{Answers, Form},
    from_json::named,
    id::{Id, ReactionId},
    language::Language,
    receipt::Tag,
};
pub use header::{EnvelopeFault, Facts, Header};
pub use judge::{Asked, Judged, Known, Knows, Misfit, judge, knows_nothing};
use proof::CLAIM;
pub use proof::{Claim, Secret};
use serde::Serialize;
use serde_json::Value as Json;
pub use typed::Typed;

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
    /// It says that it was written down in a gathering.
    Gathering,
    /// It says that it was typed in from a paper form.
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
/// not all of it. Only what belongs to a gathering names one, behind all else.
pub fn envelope(reaction: &serde_json::Map<String, Json>) -> Option<String> {
    const FIELDS: [&str; 9] =
        ["id", "consultation", "revision", "language", "source", "tag", "quote_consent", "day", "answers"];
    let gathering = reaction.contains_key(CLAIM).then_some(CLAIM);
    if reaction.len() != FIELDS.len() + usize::from(gathering.is_some()) {
        return None;
    }
    let fields = FIELDS.into_iter().chain(gathering);
    let fields: Option<Vec<_>> = fields.map(|field| Some(format!("\"{field}\":{}", reaction.get(field)?))).collect();
    Some(format!("{{\"format\":\"{FORMAT}\",\"reaction\":{{{}}}}}", fields?.join(",")))
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
}
