//! How a question begins: from nothing, from the example, or from an earlier one.

use super::{
    Manuscript,
    edit::Edit,
    form::{CONSULTATION, seed},
    path::put,
};
use crate::domain::id::Id;
use serde_json::{Map, Value, json};

/// A question of which somebody can see how it is done.
const EXAMPLE: &str = include_str!("example.json");
/// Days, and what was done on them, which are of their own time; and what is true of an example only.
const OF_THEN: [&str; 7] = ["opens", "closes", "feedback_due", "example", "amended", "tested", "seen_by"];

impl Manuscript {
    /// With nothing in it. `None` on a device that can make no ids.
    pub fn nothing(slug: &Id, languages: &[&str], fresh: &mut dyn FnMut() -> Option<String>) -> Option<Self> {
        let mut root = seed(CONSULTATION, Some("question"), fresh)?;
        put(&mut root, "languages", languages.into());
        Some(Self(first(root, slug)))
    }

    /// With what an earlier question says, but the days of that.
    pub fn like(earlier: &Self, slug: &Id) -> Self {
        let mut root = earlier.0.clone();
        let without = |of: &mut Value, keys: &[&str]| {
            if let Some(fields) = of.as_object_mut() {
                fields.retain(|key, _| !keys.contains(&key.as_str()));
            }
        };
        without(&mut root, &OF_THEN);
        without(&mut root["decision"], &["when"]);
        without(&mut root["scope"], &["agreed"]);
        if root["scope"].is_null() {
            without(&mut root, &["scope"]);
        }
        if root["decision"].is_null() {
            without(&mut root, &["decision"]);
        }
        if let Some(phases) = root.get_mut("phases").and_then(Value::as_array_mut) {
            phases.iter_mut().for_each(|phase| without(phase, &["from", "until"]));
        }
        Self(first(root, slug))
    }

    /// The example, in these languages as far as it is in them.
    pub fn example(slug: &Id, languages: &[&str]) -> Self {
        let root = serde_json::from_str(EXAMPLE).unwrap_or_else(|_| Value::Object(Map::new()));
        let mut all = Self::like(&Self(root), slug);
        put(&mut all.0, "languages", languages.into());
        only(&mut all.0, languages);
        all
    }
}

/// What becomes of a question of the other kind: one without an agenda has no room for change that nobody wrote; one with an
/// agenda begins with that.
pub fn turned(root: &Value, kind: &str, fresh: &mut dyn FnMut() -> Option<String>) -> Vec<Edit> {
    let kind_edit = Edit::set(root, "kind", Some(kind.into()));
    let scope = root.get("scope").and_then(Value::as_object);
    let is_blank = |list: &Value| list.as_array().is_some_and(|all| all.iter().all(|one| *one == json!({})));
    let scope = match (kind, scope) {
        ("listening", Some(scope)) if scope.values().all(is_blank) => Edit::set(root, "scope", None),
        ("question", None) => {
            let begun = seed(CONSULTATION, Some(kind), fresh).and_then(|root| root.get("scope").cloned());
            begun.and_then(|scope| Edit::set(root, "scope", Some(scope)))
        }
        _ => None,
    };
    kind_edit.into_iter().chain(scope).collect()
}

/// What every first revision says of itself.
fn first(mut root: Value, slug: &Id) -> Value {
    put(&mut root, "format", json!("beginspraak.consultation/1"));
    put(&mut root, "slug", json!(slug.as_str()));
    put(&mut root, "revision", json!(1));
    root
}

/// Takes out texts in other languages than these.
fn only(value: &mut Value, languages: &[&str]) {
    match value {
        Value::Object(fields) => {
            if fields.contains_key("nl") {
                fields.retain(|code, _| languages.contains(&code.as_str()));
            }
            fields.values_mut().for_each(|value| only(value, languages));
        }
        Value::Array(all) => all.iter_mut().for_each(|value| only(value, languages)),
        _ => {}
    }
}
