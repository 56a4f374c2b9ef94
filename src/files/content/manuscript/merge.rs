//! Two people wrote in one draft without knowing of each other: what each did is put together, field by field, against what both
//! had. Where both changed one field, ours holds and theirs is named, so that somebody chooses.

use super::{
    edit::Edit,
    path::{get, item, join},
};
use serde_json::{Map, Value, json};

/// What came of it.
#[derive(Clone, Debug, PartialEq)]
pub struct Merged {
    /// The draft with what both did.
    pub now: Value,
    /// What both did to one field.
    pub both: Vec<Both>,
}

/// A field that both changed: in the draft is ours.
#[derive(Clone, Debug, PartialEq)]
pub struct Both {
    /// Its place, in which items of lists are named by their id: `questions#bus.title.nl`.
    pub at: String,
    /// What the other made of it; nothing where they took it out.
    pub theirs: Option<Value>,
}

/// Puts together what two made of `base`. Without a draft that both had (null), every field that differs is one that both changed.
pub fn merge(base: &Value, ours: &Value, theirs: &Value) -> Merged {
    let mut both = Vec::new();
    let now = put_together(Some(base), Some(ours), Some(theirs), "", &mut both);
    Merged { now: now.unwrap_or_else(|| json!({})), both }
}

fn put_together(
    base: Option<&Value>,
    ours: Option<&Value>,
    theirs: Option<&Value>,
    at: &str,
    both: &mut Vec<Both>,
) -> Option<Value> {
    if ours == theirs || base == theirs {
        return ours.cloned();
    }
    if base == ours {
        return theirs.cloned();
    }
    match (ours, theirs) {
        (Some(Value::Object(ours)), Some(Value::Object(theirs))) => {
            let base = base.and_then(Value::as_object);
            let more = theirs.keys().filter(|key| !ours.contains_key(*key));
            let one = |key: &String| {
                let of = |object: &Map<String, Value>| object.get(key).cloned();
                let (base, ours, theirs) = (base.and_then(of), of(ours), of(theirs));
                let now = put_together(base.as_ref(), ours.as_ref(), theirs.as_ref(), &join(at, key), both);
                Some((key.clone(), now?))
            };
            Some(Value::Object(ours.keys().chain(more).filter_map(one).collect()))
        }
        (Some(Value::Array(ours)), Some(Value::Array(theirs))) => {
            let base = base.and_then(Value::as_array).map_or(&[][..], Vec::as_slice);
            if [base, ours, theirs].into_iter().all(|list| list.iter().all(|one| id(one).is_some())) {
                return Some(Value::Array(items(base, ours, theirs, at, both)));
            }
            if base.len() == ours.len() && ours.len() == theirs.len() {
                let one = |n: usize| {
                    put_together(Some(&base[n]), Some(&ours[n]), Some(&theirs[n]), &format!("{at}[{n}]"), both)
                };
                return Some((0..ours.len()).filter_map(one).collect());
            }
            both.push(Both { at: at.to_owned(), theirs: Some(Value::Array(theirs.clone())) });
            Some(Value::Array(ours.clone()))
        }
        // A number that only goes up.
        (Some(Value::Number(one)), Some(Value::Number(other))) if at == "revision" => {
            Some(if one.as_u64() < other.as_u64() { other } else { one }.clone().into())
        }
        (ours, theirs) => {
            both.push(Both { at: at.to_owned(), theirs: theirs.cloned() });
            ours.cloned()
        }
    }
}

fn id(one: &Value) -> Option<&str> {
    one.get("id")?.as_str()
}

fn find<'a>(list: &'a [Value], wanted: &str) -> Option<&'a Value> {
    list.iter().find(|one| id(one) == Some(wanted))
}

/// Items that are the same by their id. Whoever moved items gets their order; where both did, it is ours.
fn items(base: &[Value], ours: &[Value], theirs: &[Value], at: &str, both: &mut Vec<Both>) -> Vec<Value> {
    let order = |list: &[Value]| -> Vec<String> {
        let common = |one: &&str| [base, ours, theirs].iter().all(|list| find(list, one).is_some());
        list.iter().filter_map(id).filter(common).map(str::to_owned).collect()
    };
    let (first, second) = if order(base) == order(ours) { (theirs, ours) } else { (ours, theirs) };
    let mut names: Vec<&str> = first.iter().filter_map(id).collect();
    // What only the other has comes behind what it stood behind.
    let mut before = None;
    for name in second.iter().filter_map(id) {
        if !names.contains(&name) {
            let place = before.and_then(|before| names.iter().position(|one| *one == before));
            names.insert(place.map_or(0, |place| place + 1), name);
        }
        before = Some(name);
    }
    let left = |name: &str| {
        let (base, ours, theirs) = (find(base, name), find(ours, name), find(theirs, name));
        let place = format!("{at}#{name}");
        match (base, ours, theirs) {
            (Some(was), None, Some(theirs)) if was != theirs => {
                both.push(Both { at: place, theirs: Some(theirs.clone()) });
                None
            }
            (Some(_), None, _) => None,
            (base, ours, theirs) => put_together(base, ours, theirs, &place, both),
        }
    };
    names.into_iter().filter_map(left).collect()
}

impl Both {
    /// Where the field stands in a draft; of an item that is not there, nothing.
    pub fn place(&self, root: &Value) -> Option<String> {
        let mut path = String::new();
        for (n, part) in self.at.split('#').enumerate() {
            if n == 0 {
                path.push_str(part);
                continue;
            }
            let end = part.find(['.', '[']).unwrap_or(part.len());
            let at = get(root, &path)?.as_array()?.iter().position(|one| id(one) == Some(&part[..end]))?;
            path.push_str(&format!("[{at}]{}", &part[end..]));
        }
        Some(path)
    }

    /// The list that it is in, where it is an item that is not there.
    pub fn list(&self) -> &str {
        self.at.split('#').next().unwrap_or_default()
    }

    /// What puts theirs in the place of ours; nothing where it does so already.
    pub fn taken(&self, root: &Value) -> Option<Edit> {
        let Some(path) = self.place(root) else {
            let (list, _) = self.at.rsplit_once('#')?;
            let list = Both { at: list.to_owned(), theirs: None }.place(root)?;
            return Edit::insert(root, &list, usize::MAX, self.theirs.clone()?);
        };
        match (&self.theirs, item(&path)) {
            (None, Some((list, at))) => Some(Edit::Remove(list.to_owned(), at)),
            (theirs, _) => Edit::set(root, &path, theirs.clone()),
        }
    }

    /// What the other made of it, as one reads it; nothing where they took it out.
    pub fn words(&self) -> String {
        self.theirs.as_ref().map(read_out).unwrap_or_default()
    }
}

/// All that people wrote in a value.
pub fn read_out(value: &Value) -> String {
    let join = |all: Vec<String>| all.into_iter().filter(|one| !one.is_empty()).collect::<Vec<_>>().join("\n");
    match value {
        Value::Null => String::new(),
        Value::String(text) => text.clone(),
        Value::Array(all) => join(all.iter().map(read_out).collect()),
        Value::Object(fields) => {
            let shown = fields.iter().filter(|(key, _)| !["id", "kind"].contains(&key.as_str()));
            join(shown.map(|(_, one)| read_out(one)).collect())
        }
        other => other.to_string(),
    }
}
