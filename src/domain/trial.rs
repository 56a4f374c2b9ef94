//! A reaction that is sent to try whether sending works. It is marked as a test, so that it is never counted.

use super::{
    day::Day,
    id::{Id, ReactionId},
    language::Language,
    reaction::FORMAT,
};
use serde_json::{Value, json};

/// To what it is a reaction.
#[derive(Clone, Debug)]
pub struct About<'a> {
    /// The consultation.
    pub slug: &'a Id,
    /// The revision of its questions.
    pub revision: u32,
    /// A language that it has.
    pub language: Language,
}

/// The envelope, with these answers: `[{"question": …, "value": …}]`.
pub fn envelope(about: &About, id: &ReactionId, today: Day, answers: &[Value]) -> String {
    // What nobody looks up needs no receipt; the end of an id is as random as a tag.
    let random: String = id.as_str().chars().filter(char::is_ascii_hexdigit).rev().take(20).collect();
    let reaction = json!({
        "id": id.as_str(), "consultation": about.slug.as_str(), "revision": about.revision,
        "language": about.language.code(), "source": "resident", "tag": random, "quote_consent": false,
        "day": today.to_string(), "answers": answers, "test": true,
    });
    json!({ "format": FORMAT, "reaction": reaction }).to_string()
}
