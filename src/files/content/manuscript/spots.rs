//! Every field of a draft that somebody can see, by its place: where a finding belongs, and what differs between two drafts.

use super::{
    form::{Field, Is},
    matter,
    path::{get, item, join},
};
use crate::files::read::{Cause, Finding};
use serde_json::Value;

/// A field that shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Spot {
    /// Its place; of a text for people, with the language behind it.
    pub path: String,
    /// What leads to it: the name of a field, behind that of the list that it is in, and which item of that it is.
    pub way: Vec<(String, Option<usize>)>,
    /// The language, of a text for people.
    pub language: Option<String>,
}

/// The languages of a draft; one at least.
pub fn languages(root: &Value) -> Vec<String> {
    let named = root.get("languages").and_then(Value::as_array).into_iter().flatten();
    let mut all: Vec<String> = Vec::new();
    named
        .filter_map(Value::as_str)
        .filter(|code| ["nl", "en"].contains(code))
        .for_each(|code| all.push(code.to_owned()));
    if all.is_empty() {
        all.push("nl".to_owned());
    }
    all.dedup();
    all
}

/// Every field, in order.
pub fn spots(root: &Value) -> Vec<Spot> {
    let mut walk = Walk { root, languages: languages(root), found: Vec::new() };
    let (fields, owner) = matter::fields(root);
    walk.fields(fields, owner, "", &[]);
    walk.found
}

struct Walk<'a> {
    root: &'a Value,
    languages: Vec<String>,
    found: Vec<Spot>,
}

impl Walk<'_> {
    fn fields(&mut self, fields: &[Field], owner: &str, path: &str, way: &[(String, Option<usize>)]) {
        let Some(object) = get(self.root, path) else { return };
        for field in fields.iter().filter(|field| field.belongs(object)) {
            let at = join(path, field.key);
            let name = if owner.is_empty() { field.key.to_owned() } else { format!("{owner}.{}", field.key) };
            let to = |nth| [way, &[(name.clone(), nth)]].concat();
            let count = get(self.root, &at).and_then(Value::as_array).map_or(0, Vec::len);
            match field.is {
                Is::Own | Is::Id => {}
                Is::Line | Is::Text => self.text(&at, to(None)),
                Is::Lines(..) => {
                    self.found.push(Spot { path: at.clone(), way: to(None), language: None });
                    (0..count).for_each(|n| self.text(&format!("{at}[{n}]"), to(Some(n))));
                }
                Is::List(inner, ..) => {
                    self.found.push(Spot { path: at.clone(), way: to(None), language: None });
                    let last = field.key.rsplit('.').next().unwrap_or_default();
                    (0..count).for_each(|n| self.fields(inner, last, &format!("{at}[{n}]"), &to(Some(n))));
                }
                _ => self.found.push(Spot { path: at, way: to(None), language: None }),
            }
        }
    }

    fn text(&mut self, path: &str, way: Vec<(String, Option<usize>)>) {
        for code in &self.languages {
            self.found.push(Spot { path: format!("{path}.{code}"), way: way.clone(), language: Some(code.clone()) });
        }
    }
}

/// Whether the last day is not the one that what happened led to.
pub fn is_of_last_day(finding: &Finding) -> bool {
    finding.path.ends_with(".closes_was") && matches!(finding.cause, Cause::Before { .. } | Cause::After { .. })
}

/// At which field a finding belongs: that of its path; else the first in it; else the one around it.
pub fn of_finding<'a>(spots: &'a [Spot], finding: &Finding) -> Option<&'a Spot> {
    let path = finding.path.trim_start_matches('$').trim_start_matches('.');
    // Of what happened only the day itself can be changed.
    let path = if is_of_last_day(finding) { "closes" } else { path };
    let is = |wanted: &str| spots.iter().find(|spot| spot.path == wanted);
    let inside = |spot: &&Spot| spot.path.strip_prefix(path).is_some_and(|rest| rest.starts_with(['.', '[']));
    let of_language = if let Cause::NoText(language) = finding.cause { Some(language.code()) } else { None };
    if let Some(found) = of_language.and_then(|code| is(&format!("{path}.{code}"))) {
        return Some(found);
    }
    if let Some(found) = is(path).or_else(|| spots.iter().find(inside).filter(|_| !path.is_empty())) {
        return Some(found);
    }
    let mut around = path;
    while let Some((outer, _)) = around.rsplit_once(['.', '[']) {
        around = outer;
        if let Some(found) = is(around) {
            return Some(found);
        }
    }
    None
}

/// Whether something is not there yet, and not wrong.
pub fn is_wanting(cause: &Cause) -> bool {
    match cause {
        Cause::Missing | Cause::NoText(_) | Cause::Empty | Cause::NeededToOpen => true,
        Cause::Count { min, has, .. } => has < min,
        _ => false,
    }
}

/// What stands in a field, as one reads it; nothing where there is nothing.
pub fn words(root: &Value, path: &str) -> String {
    let same = || {
        let (text, code) = path.rsplit_once('.')?;
        get(root, text).filter(|text| text.is_string() && ["nl", "en"].contains(&code))
    };
    match get(root, path).or_else(same) {
        None | Some(Value::Null) => String::new(),
        Some(Value::String(text)) => text.clone(),
        Some(Value::Array(all)) if all.iter().all(Value::is_string) => {
            all.iter().filter_map(Value::as_str).collect::<Vec<_>>().join(", ")
        }
        Some(Value::Array(_)) => String::new(),
        Some(other) => other.to_string(),
    }
}

/// A field of which two drafts say something else.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// Which field.
    pub spot: Spot,
    /// What the first says.
    pub before: String,
    /// What the second says.
    pub after: String,
}

/// What differs, in the order of the second; what only the first has comes last. Items of lists are the same by their id.
pub fn changes(before: &Value, after: &Value) -> Vec<Change> {
    let (old, new) = (named(before), named(after));
    let find =
        |all: &[(String, Spot, String)], name: &str| all.iter().find(|one| one.0 == name).map(|one| one.2.clone());
    let both = new.iter().map(|(name, spot, words)| Change {
        spot: spot.clone(),
        before: find(&old, name).unwrap_or_default(),
        after: words.clone(),
    });
    let gone = old.iter().filter(|(name, ..)| find(&new, name).is_none());
    let gone = gone.map(|(_, spot, words)| Change { spot: spot.clone(), before: words.clone(), after: String::new() });
    both.chain(gone).filter(|change| change.before != change.after).collect()
}

/// Each field with a name that stays the same when items move.
fn named(root: &Value) -> Vec<(String, Spot, String)> {
    let name = |path: &str| {
        let (mut name, mut whole) = (String::new(), String::new());
        for part in path.split_inclusive(']') {
            whole.push_str(part);
            let id = item(&whole).and_then(|_| get(root, &whole)?.get("id")?.as_str());
            name.push_str(
                match id {
                    Some(id) => part.split('[').next().map(|list| format!("{list}#{id}")),
                    None => Some(part.to_owned()),
                }
                .unwrap_or_default()
                .as_str(),
            );
        }
        name
    };
    spots(root).into_iter().map(|spot| (name(&spot.path), spot.clone(), read_out(root, &spot.path))).collect()
}

/// What stands in a field, for who reads what differs: of a dilemma that is referred to its title, as an id tells nobody anything.
fn read_out(root: &Value, path: &str) -> String {
    let stands = words(root, path);
    if !path.ends_with("].dilemma") {
        return stands;
    }
    let all = root.get("dilemmas").and_then(Value::as_array).into_iter().flatten().enumerate();
    let one = all.filter(|(_, one)| one["id"] == stands.as_str()).map(|(at, _)| at).next();
    let first = languages(root).remove(0);
    let titled = one.map(|at| (words(root, &format!("dilemmas[{at}].title.{first}")), at + 1));
    titled.map_or(stands, |(title, number)| if title.is_empty() { number.to_string() } else { title })
}
