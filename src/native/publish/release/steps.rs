//! The order in which a release is put in place, so that after each step what stands there can be used: what a page
//! needs comes before it, a twin never says something else than its page, and the service worker comes last.

use super::super::output::{self, File, twin};
use std::{
    cmp::Reverse,
    collections::{BTreeMap, BTreeSet},
};

/// One thing that is done in the folder; each is done wholly or not at all.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Step {
    /// The file is replaced by the new one, or appears.
    Put(String),
    /// The file goes.
    Remove(String),
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

/// The steps from what is there to what was made. `changed` are the files, twins too, that are not on the disk as they were made;
/// `gone` are the files of the release before that are not in this one.
pub fn steps(files: &BTreeMap<String, File>, changed: &BTreeSet<String>, gone: &BTreeSet<String>) -> Vec<Step> {
    let mut order: Vec<_> = files.iter().map(|(path, file)| (turn(path), path, file)).collect();
    order.sort_by_key(|(turn, path, _)| (*turn, *path));
    let mut steps = Vec::new();
    let mut left: Vec<String> = gone.iter().cloned().collect();
    for (_, path, file) in order {
        let renewed = changed.contains(path);
        let twins: Vec<_> = file.twins.iter().map(|(end, _)| twin(path, end)).filter(|t| changed.contains(t)).collect();
        // A twin of the old file must not stand beside the new one, not even for a moment.
        let (old, others): (Vec<_>, _) = left.into_iter().partition(|gone| output::whose(gone) == Some(path.as_str()));
        left = others;
        let replaced = twins.iter().filter(|_| renewed).cloned();
        steps.extend(old.into_iter().chain(replaced).map(Step::Remove));
        if renewed {
            steps.push(Step::Put(path.clone()));
        }
        steps.extend(twins.into_iter().map(Step::Put));
    }
    // Pages go before what they need, and a twin before its page: "x.html" comes before "x.html.br".
    left.sort_by_key(|path| Reverse((turn(output::whose(path).unwrap_or(path)), path.clone())));
    steps.extend(left.into_iter().map(Step::Remove));
    steps
}

impl Step {
    /// The file that it is about.
    pub fn path(&self) -> &str {
        match self {
            Step::Put(path) | Step::Remove(path) => path,
        }
    }
}
