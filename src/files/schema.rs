//! The formats as JSON Schemas (draft 2020-12), made from the domain's types where there are any.

use super::read::decisions;
use crate::domain::{
    consultation::Consultation,
    feedback::{self, Account},
    kind::Kind,
    places::Places,
    reaction,
    site::Site,
};
use schemars::{JsonSchema, SchemaGenerator};
use serde_json::{Value, json};

/// Every format's name and schema.
pub fn all() -> Vec<(&'static str, Value)> {
    vec![
        ("site", of::<Site>("beginspraak.site/1")),
        ("consultation", of::<Consultation>("beginspraak.consultation/1")),
        ("places", of::<Places>("beginspraak.places/1")),
        ("feedback", of::<Account>(feedback::FORMAT)),
        ("decisions", decisions_file()),
        ("log", log_entry()),
        ("reaction", envelope()),
        ("acknowledgement", acknowledgement()),
    ]
}

/// The schema of a content file: its type, with the format in front.
fn of<T: JsonSchema>(format: &str) -> Value {
    let mut schema: Value = SchemaGenerator::default().into_root_schema_for::<T>().into();
    schema["properties"]["format"] = json!({ "const": format });
    if let Some(required) = schema["required"].as_array_mut() {
        required.insert(0, json!("format"));
    }
    // The reader reports fields it does not know; the schema says so beforehand.
    schema["additionalProperties"] = json!(false);
    let defs = schema["$defs"].clone();
    close(&mut schema, &defs);
    schema
}

/// Says of each value with fields that it has no others. Said where the value stands and not of its type: what is
/// flattened into another type is one value with it.
fn close(schema: &mut Value, defs: &Value) {
    let Value::Object(map) = schema else { return };
    for (key, inner) in map.iter_mut() {
        match (key.as_str(), inner) {
            ("properties", Value::Object(fields)) => fields.values_mut().for_each(|value| close_value(value, defs)),
            ("items" | "additionalProperties", value) => close_value(value, defs),
            ("$defs", Value::Object(types)) => types.values_mut().for_each(|one| close(one, defs)),
            ("oneOf" | "anyOf" | "allOf", Value::Array(ways)) => ways.iter_mut().for_each(|one| close(one, defs)),
            _ => {}
        }
    }
}

fn close_value(value: &mut Value, defs: &Value) {
    close(value, defs);
    if has_fields(value, defs) && value.get("additionalProperties").is_none() {
        value["unevaluatedProperties"] = json!(false);
    }
}

fn has_fields(schema: &Value, defs: &Value) -> bool {
    let named = schema["$ref"].as_str().and_then(|name| defs.get(name.rsplit('/').next()?));
    let ways = ["oneOf", "anyOf", "allOf"].into_iter().filter_map(|key| schema[key].as_array()).flatten();
    schema["properties"].is_object() || named.into_iter().chain(ways).any(|one| has_fields(one, defs))
}

fn envelope() -> Value {
    json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Reaction",
        "description": "The envelope in which one reaction travels; at most 64 KiB.",
        "type": "object",
        "properties": { "format": { "const": reaction::FORMAT }, "reaction": { "$ref": "#/$defs/Reaction" } },
        "required": ["format", "reaction"],
        "$defs": { "Reaction": one_reaction() }
    })
}

/// Decisions: what staff write in them is checked by the reader; here is their outline.
fn decisions_file() -> Value {
    let part = json!({ "reaction": { "type": "string" }, "question": { "type": "string" } });
    let placed = |key: &str, value: Value| {
        let mut properties = part.clone();
        properties[key] = value;
        json!({ "type": "object", "properties": properties, "required": ["reaction", key], "additionalProperties": false })
    };
    json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Decisions",
        "description": "What staff want to hold of one consultation, for `beginspraak decide`. Never published itself.",
        "type": "object",
        "properties": {
            "format": { "const": decisions::FORMAT },
            "consultation": { "type": "string" },
            "example": { "type": "boolean" },
            "example_receipts": { "type": "array", "items": { "type": "string" } },
            "minimum": { "type": "integer", "minimum": 1, "maximum": 1000 },
            "after": { "description": "The entries of the log that its writer knew", "type": "array", "items": { "type": "string", "pattern": "^[0-9a-f]{24}$" } },
            "conflicts": { "description": "What people decided differently and nobody settled: take one out to settle it", "type": "array", "items": {
                "type": "object", "required": ["about"], "additionalProperties": false,
                "properties": { "about": { "type": "string" }, "says": { "type": "array", "items": { "type": "string" } } }
            } },
            "nowhere": { "description": "What has no place yet; not read", "type": "array" },
            "themes": { "type": "array", "items": { "type": "object", "required": ["id", "title", "summary"] } },
            "placements": { "type": "array", "items": { "oneOf": [
                placed("themes", json!({ "type": "array", "minItems": 1, "items": { "type": "string" } })),
                placed("set_aside", json!({ "type": "object", "required": ["reason"] })),
                placed("later", json!({ "type": "string", "format": "date" }))
            ] } },
            "places": { "description": "What names of places that are not in the list are", "type": "array", "items": {
                "type": "object", "required": ["typed", "as"], "additionalProperties": false,
                "properties": { "typed": { "type": "string" }, "as": { "oneOf": [
                    { "enum": ["elsewhere", "hidden"] },
                    { "type": "object", "required": ["municipality"], "additionalProperties": false,
                        "properties": { "municipality": { "type": "string" }, "village": { "type": "string" } } }
                ] } }
            } },
            "cleared": { "description": "Words that look like personal data and may be published",
                "type": "array", "items": { "type": "string" } },
            "withdrawn": { "description": "Reactions whose writers no longer agree to be quoted",
                "type": "array", "items": { "type": "string" } },
            "learned": { "type": "array" },
            "next_steps": { "type": "array" },
            "note": {}
        },
        "required": ["format", "consultation"],
        "additionalProperties": false
    })
}

/// A line of a log. What is done is read by the program; other programs carry it as it is.
fn log_entry() -> Value {
    let id = json!({ "type": "string", "pattern": "^[0-9a-f]{24}$" });
    json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "LogEntry",
        "description": "beginspraak.log/1: what one person did at one moment, a line of a file in work/<slug>/log.",
        "type": "object",
        "properties": {
            "id": id,
            "who": { "description": "A name; never published", "type": "string" },
            "at": { "description": "Milliseconds since 1970, by that device; to be shown only", "type": "integer" },
            "after": { "description": "The entries that it came after", "type": "array", "items": id },
            "do": { "description": "What was done, as one step", "type": "array", "items": { "type": "object" } },
            "undo": id,
            "erase": { "type": "object", "required": ["why"] }
        },
        "required": ["id", "who", "at", "after"]
    })
}

fn one_reaction() -> Value {
    let other = json!({
        "type": "object",
        "properties": { "other": { "type": "string" } },
        "required": ["other"],
        "additionalProperties": false
    });
    let choice = json!({ "anyOf": [{ "type": "string" }, other] });
    json!({
        "type": "object",
        "properties": {
            "id": { "description": "UUID version 7", "type": "string",
                "pattern": "^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$" },
            "consultation": { "type": "string", "pattern": "^[a-z0-9][a-z0-9-]{0,59}$" },
            "revision": { "type": "integer", "minimum": 1 },
            "language": { "enum": ["nl", "en"] },
            "source": { "description": "What its sender says", "enum": ["resident", "gathering", "paper"] },
            "test": { "description": "Sent to try whether sending works; never counted", "type": "boolean" },
            "gathering": { "description": "The gathering it belongs to, of which kind the remark was, and the proof of that",
                "type": "object",
                "properties": {
                    "id": { "type": "string", "pattern": "^[0-9a-f]{24}$" },
                    "kind": { "enum": Kind::CODES },
                    "proof": { "type": "string", "pattern": "^[0-9a-f]{64}$" }
                },
                "required": ["id"] },
            "tag": { "description": "Made from the receipt", "type": "string", "pattern": "^[0-9a-f]{20}$" },
            "quote_consent": { "type": "boolean" },
            "day": { "type": "string", "format": "date", "pattern": r"^\d{4}-\d{2}-\d{2}$" },
            "answers": { "type": "array", "items": {
                "type": "object",
                "properties": {
                    "question": { "type": "string" },
                    "value": { "anyOf": [
                        { "description": "Story, text, or one option", "type": "string" },
                        { "description": "A step on a scale", "type": "integer" },
                        { "description": "Several options, or all of them in order", "type": "array", "items": choice },
                        { "description": "Something else, or a place elsewhere", "$ref": "#/$defs/Reaction/$defs/Other" },
                        { "description": "A dilemma", "type": "object", "properties": {
                            "lean": { "type": "integer", "minimum": -2, "maximum": 2 },
                            "reason": { "type": "string" }
                        }, "required": ["lean"], "additionalProperties": false },
                        { "description": "A place", "type": "object", "properties": {
                            "municipality": { "type": "string" },
                            "village": { "type": "string" }
                        }, "required": ["municipality"], "additionalProperties": false }
                    ] }
                },
                "required": ["question", "value"]
            } }
        },
        "required": ["id", "consultation", "revision", "language", "source", "tag", "quote_consent", "day", "answers"],
        "$defs": { "Other": other }
    })
}

fn acknowledgement() -> Value {
    json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Acknowledgement",
        "description": "What the collector answers with status 201 or 200: the reaction is on its disk.",
        "type": "object",
        "properties": {
            "id": { "type": "string" },
            "sha256": { "description": "Of the body as it was posted", "type": "string", "pattern": "^[0-9a-f]{64}$" }
        },
        "required": ["id", "sha256"]
    })
}

#[cfg(test)]
mod tests;
