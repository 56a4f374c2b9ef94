//! Changes of a draft, each of which can be taken back. A change carries all that it puts there, ids too: done again, it is the
//! same.

use super::path::{get, get_mut, item, split};
use serde_json::{Map, Value, json};

/// A change.
#[derive(Clone, Debug, PartialEq)]
pub enum Edit {
    /// This stands in a field, or nothing does. The whole is the field without a name.
    Set(String, Option<Value>),
    /// This comes into a list, as item number so much.
    Insert(String, usize, Value),
    /// That item goes out of it.
    Remove(String, usize),
    /// The item with the first number gets the second.
    Move(String, usize, usize),
}

impl Edit {
    /// Lets this stand in a field, and makes the objects around it where they are not there. Taken out, it takes with it what
    /// would be empty without it. `None` where nothing would change.
    pub fn set(root: &Value, path: &str, to: Option<Value>) -> Option<Self> {
        if get(root, path) == to.as_ref() {
            return None;
        }
        let (mut path, mut to) = (path, to);
        while !path.is_empty() && item(path).is_none() {
            let (parent, key) = split(path);
            let around = get(root, parent).and_then(Value::as_object);
            to = match (to, around) {
                (Some(value), None) if !parent.is_empty() && item(parent).is_none() => {
                    Some(Value::Object(Map::from_iter([(key.to_owned(), value)])))
                }
                (None, Some(around)) if !parent.is_empty() && item(parent).is_none() && around.len() == 1 => None,
                (to, _) => return Some(Edit::Set(path.to_owned(), to)),
            };
            path = parent;
        }
        Some(Edit::Set(path.to_owned(), to))
    }

    /// Puts this in a list, which is made where it is not there.
    pub fn insert(root: &Value, list: &str, at: usize, value: Value) -> Option<Self> {
        match get(root, list).and_then(Value::as_array) {
            Some(all) => Some(Edit::Insert(list.to_owned(), at.min(all.len()), value)),
            None => Self::set(root, list, Some(Value::Array(vec![value]))),
        }
    }

    /// Does it; gives what takes it back. `None`: it does not fit what is there, and nothing changed.
    pub fn apply(&self, root: &mut Value) -> Option<Edit> {
        let list =
            |root: &'_ mut Value, path: &str| get_mut(root, path).and_then(|at| at.as_array_mut().map(std::mem::take));
        match self {
            Edit::Set(path, to) if path.is_empty() => {
                let before = std::mem::replace(root, to.clone().unwrap_or_else(|| json!({})));
                Some(Edit::Set(String::new(), Some(before)))
            }
            Edit::Set(path, Some(to)) if item(path).is_some() => {
                let before = std::mem::replace(get_mut(root, path)?, to.clone());
                Some(Edit::Set(path.clone(), Some(before)))
            }
            Edit::Set(path, to) => {
                let (parent, key) = split(path);
                let around = get_mut(root, parent)?.as_object_mut()?;
                let before = match to {
                    Some(to) => around.insert(key.to_owned(), to.clone()),
                    None => around.remove(key),
                };
                Some(Edit::Set(path.clone(), before))
            }
            Edit::Insert(path, at, value) => {
                let mut all = list(root, path)?;
                let at = (*at).min(all.len());
                all.insert(at, value.clone());
                *get_mut(root, path)? = Value::Array(all);
                Some(Edit::Remove(path.clone(), at))
            }
            Edit::Remove(path, at) => {
                get(root, path)?.get(at)?;
                let mut all = list(root, path)?;
                let gone = all.remove(*at);
                *get_mut(root, path)? = Value::Array(all);
                Some(Edit::Insert(path.clone(), *at, gone))
            }
            Edit::Move(path, from, to) => {
                let all = get(root, path)?;
                all.get(from).and(all.get(to))?;
                let mut all = list(root, path)?;
                let moved = all.remove(*from);
                all.insert(*to, moved);
                *get_mut(root, path)? = Value::Array(all);
                Some(Edit::Move(path.clone(), *to, *from))
            }
        }
    }

    /// As the device keeps it.
    pub(super) fn to_json(&self) -> Value {
        match self {
            Edit::Set(path, None) => json!(["set", path]),
            Edit::Set(path, Some(to)) => json!(["set", path, to]),
            Edit::Insert(path, at, value) => json!(["insert", path, value, at]),
            Edit::Remove(path, at) => json!(["remove", path, at]),
            Edit::Move(path, from, to) => json!(["move", path, from, to]),
        }
    }

    /// Read back.
    pub(super) fn from_json(json: &Value) -> Option<Self> {
        let path = json.get(1)?.as_str()?.to_owned();
        let number = |at: usize| json.get(at).and_then(Value::as_u64).and_then(|number| usize::try_from(number).ok());
        Some(match json.get(0)?.as_str()? {
            "set" => Edit::Set(path, json.get(2).cloned()),
            "insert" => Edit::Insert(path, number(3)?, json.get(2)?.clone()),
            "remove" => Edit::Remove(path, number(2)?),
            "move" => Edit::Move(path, number(2)?, number(3)?),
            _ => return None,
        })
    }
}
