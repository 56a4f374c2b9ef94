//! Places in a draft, named as findings name them: `questions[2].title`. The whole is named by nothing.

use serde_json::{Map, Value};

/// As a JSON pointer.
fn pointer(path: &str) -> String {
    let path = path.trim_start_matches('$').trim_start_matches('.');
    let steps = path.split(['.', '[']).filter(|step| !step.is_empty());
    steps.flat_map(|step| ["/", step.trim_end_matches(']')]).collect()
}

/// What stands there.
pub fn get<'a>(root: &'a Value, path: &str) -> Option<&'a Value> {
    root.pointer(&pointer(path))
}

/// The same, to be changed.
pub(super) fn get_mut<'a>(root: &'a mut Value, path: &str) -> Option<&'a mut Value> {
    root.pointer_mut(&pointer(path))
}

/// In what a field stands, and under which name; of the item of a list, in what that list stands is no field of an object.
pub fn split(path: &str) -> (&str, &str) {
    path.rsplit_once('.').unwrap_or(("", path))
}

/// Of the item of a list: the list, and which item.
pub fn item(path: &str) -> Option<(&str, usize)> {
    let (list, at) = path.strip_suffix(']')?.rsplit_once('[')?;
    Some((list, at.parse().ok()?))
}

/// A place in a place.
pub fn join(path: &str, key: &str) -> String {
    if path.is_empty() { key.to_owned() } else { format!("{path}.{key}") }
}

/// Puts a value under a key, of which each dot leads into an object; what is no object there becomes one.
pub(super) fn put(object: &mut Value, key: &str, value: Value) {
    if !object.is_object() {
        *object = Value::Object(Map::new());
    }
    let (head, rest) = key.split_once('.').map_or((key, None), |(head, rest)| (head, Some(rest)));
    let inside = &mut object[head];
    match rest {
        Some(rest) => put(inside, rest, value),
        None => *inside = value,
    }
}
