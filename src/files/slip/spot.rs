//! On which line of a file something stands, and in which item of a list, by its number and title: how people find back
//! what a path such as `$.questions[2].options[0].id` says.

use super::{excerpt_at, scan};
use crate::domain::language::Localised;
use serde_json::Value;
use std::collections::HashMap;

/// Where something stands.
#[derive(Clone, Debug, PartialEq)]
pub struct Spot {
    /// The line, from 1.
    pub line: usize,
    /// What stands there; `None` when it is missing.
    pub excerpt: Option<String>,
    /// The item of a list in which it stands, if it does.
    pub item: Option<Item>,
}

/// An item of one of the lists of a file.
#[derive(Clone, Debug, PartialEq)]
pub struct Item {
    /// The list's field, such as `questions`.
    pub list: String,
    /// Which one it is, from 1.
    pub number: usize,
    /// What it is called, if it has a title or a name.
    pub title: Option<Localised>,
}

/// Where these paths stand in a file, read as `json`. Of what is missing, where it should have stood.
pub fn spots(text: &str, json: &Value, paths: &[&str]) -> Vec<Spot> {
    let mut wanted = Wanted::default();
    for path in paths {
        let ancestors = std::iter::successors(Some(*path), |path| parent(path));
        wanted.places.extend(ancestors.map(|path| (path.to_owned(), None)));
    }
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    scan::locate(text, &mut wanted);
    let ends: Vec<_> = text.match_indices('\n').map(|(at, _)| at).collect();
    let spot = |path: &&str| {
        let ancestors = std::iter::successors(Some(*path), |path| parent(path));
        let at = ancestors.filter_map(|path| *wanted.places.get(path)?).next().unwrap_or(0);
        let there = wanted.places.get(*path).copied().flatten();
        let excerpt = there.map(|at| excerpt_at(text, at));
        Spot { excerpt, line: ends.partition_point(|end| *end < at) + 1, item: item(json, path) }
    };
    paths.iter().map(spot).collect()
}

/// The path of what holds this.
fn parent(path: &str) -> Option<&str> {
    path.rfind(['.', '[']).map(|at| &path[..at])
}

/// The item of the outermost list on a path.
fn item(json: &Value, path: &str) -> Option<Item> {
    let (list, rest) = path.strip_prefix("$.")?.split_once('[')?;
    if list.contains('.') {
        return None;
    }
    let at: usize = rest.split_once(']')?.0.parse().ok()?;
    let item = json.get(list)?.get(at)?;
    let title = ["title", "name", "text"].iter().find_map(|name| serde_json::from_value(item.get(name)?.clone()).ok());
    Some(Item { list: list.to_owned(), number: at + 1, title })
}

/// Paths that are looked for while a file is scanned.
#[derive(Default)]
pub struct Wanted {
    path: String,
    steps: Vec<usize>,
    places: HashMap<String, Option<usize>>,
}

impl Wanted {
    /// Goes into a field or an item that stands here.
    pub fn enter(&mut self, step: &str, at: usize) {
        if self.path.is_empty() {
            self.path.push('$');
        }
        self.steps.push(self.path.len());
        self.path.push_str(step);
        if let Some(place) = self.places.get_mut(&self.path) {
            *place = Some(at);
        }
    }

    /// Goes back out of it.
    pub fn leave(&mut self) {
        self.path.truncate(self.steps.pop().unwrap_or(0));
    }
}
