//! The order in which a release is put in place, so that after each step what stands there can be used: what a page
//! needs comes before it, a twin never says something else than its page, and the service worker comes last.

use crate::domain::ordered::sort_by_key;
use std::{
    cmp::Reverse,
    collections::{BTreeMap, BTreeSet},
};

/// What compressed twins end in.
const TWINS: [&str; 2] = [".br", ".gz"];

/// One thing that is done where a site stands; each is done wholly or not at all.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Step {
    /// The file is replaced by the new one, or appears.
    Put(String),
    /// The file goes.
    Remove(String),
}

impl Step {
    /// The file that it is about.
    pub fn path(&self) -> &str {
        match self {
            Step::Put(path) | Step::Remove(path) => path,
        }
    }
}

/// When a file is put in place: what others refer to comes first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Turn {
    /// Named by pages; their own names hold a hash, so a new one replaces none.
    Asset,
    /// Lookup files and earlier versions and revisions: read after what names them.
    Kept,
    /// Everything else that programs read.
    Data,
    Page,
    /// When a browser sees a new one, all that it lists is there.
    Worker,
}

fn turn(path: &str) -> Turn {
    let deep = path.starts_with("content/") && path.split('/').count() > 3;
    match path {
        "sw.js" => Turn::Worker,
        _ if path.starts_with("assets/") => Turn::Asset,
        _ if deep => Turn::Kept,
        _ if path.ends_with(".html") => Turn::Page,
        _ => Turn::Data,
    }
}

/// The path of the file that this is a twin of, if its name says that it is one.
pub fn whose(path: &str) -> Option<&str> {
    TWINS.iter().find_map(|end| path.strip_suffix(end))
}

/// The steps from what is there to what was made. `files` are all that were made, each with the paths of its twins; `changed` are
/// those, twins too, that are not there as they were made; `gone` are the files of the release before that are not in this one.
pub fn steps(files: &BTreeMap<String, Vec<String>>, changed: &BTreeSet<String>, gone: &BTreeSet<String>) -> Vec<Step> {
    let mut order: Vec<_> = files.iter().collect();
    sort_by_key(&mut order, |(path, _)| (turn(path), *path));
    let mut steps = Vec::new();
    let mut left: Vec<String> = gone.iter().cloned().collect();
    for (path, twins) in order {
        let renewed = changed.contains(path);
        let twins: Vec<_> = twins.iter().filter(|twin| changed.contains(*twin)).cloned().collect();
        // A twin of the old file must not stand beside the new one, not even for a moment.
        let (old, others): (Vec<_>, _) = left.into_iter().partition(|gone| whose(gone) == Some(path.as_str()));
        left = others;
        let replaced = twins.iter().filter(|_| renewed).cloned();
        steps.extend(old.into_iter().chain(replaced).map(Step::Remove));
        if renewed {
            steps.push(Step::Put(path.clone()));
        }
        steps.extend(twins.into_iter().map(Step::Put));
    }
    // Pages go before what they need, and a twin before its page: "x.html" comes before "x.html.br".
    sort_by_key(&mut left, |path| Reverse((turn(whose(path).unwrap_or(path)), path.clone())));
    steps.extend(left.into_iter().map(Step::Remove));
    steps
}
