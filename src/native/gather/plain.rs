//! A record of an export as a reaction: the envelope that the app put in the form, or, from a browser without
//! JavaScript, the answers themselves.

use super::{export::Record, finding::Fault, source::Object};
use crate::{
    domain::{
        day::Day,
        digest::sha256,
        draft::{CONSENT, Draft},
        id::{Id, ReactionId},
        language::Language,
        reaction::{EnvelopeFault, FORMAT, Stamp, envelope},
        receipt::Receipt,
    },
    native::{content_dir::Content, posted::PostedForm},
};
use jiff::{civil::Date, tz::TimeZone};
use serde_json::{Map, Value, json};

/// Names under which services say when a form came in.
const TIMES: [&str; 7] = ["created_at", "createdAt", "submitted_at", "Submitted At", "_date", "date", "Date"];

/// What stands in a record.
pub fn object(record: &Record, content: Option<&Content>) -> Object {
    let text = |key| holder(&record.value, key).and_then(|map| map[key].as_str()).map(str::to_owned);
    let form = holder(&record.value, "reaction").filter(|map| map["reaction"].is_string());
    let of_form = |key: &str| form.and_then(|map| map.get(key)?.as_str()).filter(|text| !text.is_empty());
    let body = if let Some(envelope) = of_form("reaction") {
        Ok(envelope.to_owned().into_bytes())
    } else if let Some(reaction) = bare(&record.value) {
        Ok(reaction)
    } else if text("consultation").is_some() && holder(&record.value, "revision").is_some() {
        content.ok_or(Fault::PlainForm).and_then(|content| typed(&record.value, content))
    } else {
        Err(Fault::Envelope(EnvelopeFault::NoReaction))
    };
    Object {
        name: record.name.clone(),
        id: of_form("id").map(str::to_owned),
        sha256: of_form("sha256").map(str::to_owned),
        consultation: of_form("consultation").map(str::to_owned),
        body,
    }
}

/// The object with this key, here or further in.
fn holder<'a>(value: &'a Value, key: &str) -> Option<&'a Map<String, Value>> {
    let map = value.as_object()?;
    if map.contains_key(key) { Some(map) } else { map.values().find_map(|inner| holder(inner, key)) }
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

/// A form that posted itself. Its id is made from all that was posted and when, so that it is the same each time.
fn typed(value: &Value, content: &Content) -> Result<Vec<u8>, Fault> {
    let text = |key| holder(value, key).and_then(|map| map[key].as_str()).unwrap_or_default();
    let slug = Id::try_from(text("consultation")).map_err(|_| Fault::Envelope(EnvelopeFault::Consultation))?;
    let language = Language::from_code(text("language")).unwrap_or_default();
    let time = TIMES.iter().map(|name| text(name)).find(|time| !time.is_empty()).unwrap_or_default();
    let date: Date = time.get(..10).and_then(|day| day.parse().ok()).ok_or(EnvelopeFault::Field("day"))?;
    let day = Day::try_from(date.to_string().as_str()).map_err(|_| EnvelopeFault::Field("day"))?;
    let draft = Draft::from_pairs(fields(value));
    let revision = holder(value, "revision").and_then(|map| match &map["revision"] {
        Value::String(text) => PostedForm::revision(text),
        number => PostedForm::revision(&number.to_string()),
    });
    let form = PostedForm { slug, revision, language, draft };
    let said = form.judge(content, "/").ok_or(Fault::Envelope(EnvelopeFault::Consultation))?;
    let said = said.map_err(|mend| Fault::Answers(mend.problems))?;
    let hash = sha256(value.to_string().as_bytes());
    let random = std::array::from_fn(|n| u8::from_str_radix(&hash[2 * n..2 * n + 2], 16).unwrap_or_default());
    let midnight = date.to_zoned(TimeZone::UTC).map_or(0, |day| day.timestamp().as_millisecond());
    let stamp = Stamp {
        id: ReactionId::new(midnight.try_into().unwrap_or_default(), random),
        // Nobody holds this code: without JavaScript there was nobody to show it.
        tag: Receipt::new(random).tag(&form.slug),
        day,
    };
    Ok(said.envelope(form.draft.quote_consent(), stamp).into_bytes())
}

/// The fields of the form, wherever in the record they stand; a field with several values may be a list.
fn fields(value: &Value) -> Vec<(String, String)> {
    let Some(map) = value.as_object() else { return Vec::new() };
    let each = |(name, value): (&String, &Value)| match value {
        Value::String(text) => vec![(name.clone(), text.clone())],
        Value::Array(list) => list.iter().filter_map(|item| Some((name.clone(), item.as_str()?.to_owned()))).collect(),
        inner => fields(inner),
    };
    let ours = |name: &str| name.starts_with("q.") || name == CONSENT;
    let mut seen = Vec::new();
    // Netlify gives the same fields twice, in `data` and in `ordered_human_fields`.
    for pair in map.iter().flat_map(each).filter(|(name, _)| ours(name)) {
        if !seen.contains(&pair) {
            seen.push(pair);
        }
    }
    seen
}
