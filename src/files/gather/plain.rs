//! A record of an export as a reaction: the envelope that the app put in the form, the reaction itself, or, from a browser
//! without JavaScript, the answers one by one.

use super::{left_out::Fault, object::Object, records::Record, typed};
use crate::{
    domain::reaction::{EnvelopeFault, FORMAT, envelope},
    files::content::Content,
};
use serde_json::{Map, Value, json};

/// The records of one file.
pub struct Forms<'a> {
    content: Option<&'a Content>,
    seen: typed::Seen,
}

impl<'a> Forms<'a> {
    /// None yet; forms without JavaScript are read by this content.
    pub fn new(content: Option<&'a Content>) -> Self {
        Self { content, seen: typed::Seen::default() }
    }

    /// What stands in a record.
    pub fn object(&mut self, record: Record) -> Object {
        let value = match record.value {
            Ok(value) => value,
            Err(fault) => return Object::new(record.name, Err(fault)),
        };
        let form = with_envelope(&value);
        let of_form = |key: &str| form.and_then(|map| map.get(key)?.as_str()).filter(|text| !text.is_empty());
        let body = if let Some(envelope) = of_form("reaction") {
            Ok(envelope.to_owned().into_bytes())
        } else if let Some(reaction) = bare(&value) {
            Ok(reaction)
        } else if is_plain_form(&value) {
            self.content.ok_or(Fault::PlainForm).and_then(|content| self.seen.reaction(&value, content))
        } else {
            Err(Fault::Envelope(EnvelopeFault::NoReaction))
        };
        Object {
            id: of_form("id").map(str::to_owned),
            sha256: of_form("sha256").map(str::to_owned),
            consultation: of_form("consultation").map(str::to_owned),
            ..Object::new(record.name, body)
        }
    }
}

/// Whether a reaction stands there, in any of these ways.
pub fn is_reaction(value: &Value) -> bool {
    with_envelope(value).is_some() || bare(value).is_some() || is_plain_form(value)
}

/// The object with this key, here or further in.
pub fn holder<'a>(value: &'a Value, key: &str) -> Option<&'a Map<String, Value>> {
    let map = value.as_object()?;
    if map.contains_key(key) { Some(map) } else { map.values().find_map(|inner| holder(inner, key)) }
}

/// A form in which the app put an envelope as text.
fn with_envelope(value: &Value) -> Option<&Map<String, Value>> {
    let is_text =
        |map: &&Map<String, Value>| map["reaction"].as_str().is_some_and(|text| text.trim_start().starts_with('{'));
    holder(value, "reaction").filter(is_text)
}

fn is_plain_form(value: &Value) -> bool {
    holder(value, "consultation").is_some_and(|map| map["consultation"].is_string())
        && holder(value, "revision").is_some()
}

/// A reaction that stands there as itself, or in its envelope.
fn bare(value: &Value) -> Option<Vec<u8>> {
    if value["format"] == FORMAT {
        return Some(value.to_string().into_bytes());
    }
    let reaction = value.as_object().filter(|map| map.contains_key("answers"))?;
    let whole = || json!({ "format": FORMAT, "reaction": reaction }).to_string();
    Some(envelope(reaction).unwrap_or_else(whole).into_bytes())
}
