//! Putting a site where another one stands, or none, without a disk of our own: in a folder that somebody chose, or in a bucket.
//! Which steps that takes, and what nobody may have meant, follows from the list there and from what is found.

use super::{
    manifest::Manifest,
    steps::{Step, steps},
};
use crate::domain::ordered::Ordered;
use std::collections::{BTreeMap, BTreeSet};

/// What is found there, by path: its hash, as far as that is known.
pub type Found = BTreeMap<String, Option<String>>;

/// How a site comes there.
#[derive(Debug, Default)]
pub struct Placing {
    /// What is done, in this order.
    pub steps: Vec<Step>,
    /// The list while that is being done: whatever happens, the next one who publishes knows what is whose.
    pub journal: String,
    /// The list afterwards.
    pub manifest: String,
    /// Files that no site of ours put there, and that would be overwritten. That is never done.
    pub foreign: Vec<String>,
    /// Files of the site that somebody changed since, and that would be overwritten.
    pub edited: Vec<String>,
    /// Whether a release stands there that was put in place to its end.
    pub whole: bool,
    /// Whether no site of ours stands there.
    pub first: bool,
}

impl Placing {
    /// `made` are the hashes of what was made, without the list itself; `listed` is the list that stands there.
    pub fn new(made: &BTreeMap<String, String>, listed: Option<Manifest>, found: &Found) -> Self {
        let first = listed.is_none();
        let whole = listed.as_ref().is_some_and(Manifest::is_whole);
        let known = listed.map(Manifest::made).unwrap_or_default();
        let there = |path: &String| found.get(path);
        let changed = made.iter().filter(|(path, hash)| there(path).is_none_or(|is| is.as_ref() != Some(*hash)));
        let changed: BTreeSet<String> = changed.map(|(path, _)| path.clone()).to_set();
        let is_edited = |path: &String, hashes: &BTreeSet<String>| {
            there(path).and_then(Option::as_ref).is_some_and(|hash| !hashes.contains(hash))
        };
        let past = known.iter().filter(|(path, _)| !made.contains_key(*path) && found.contains_key(*path));
        // What somebody changed since stays there, though the site does not need it any more.
        let gone = past.filter(|(path, hashes)| !is_edited(path, hashes)).map(|(path, _)| path.clone()).to_set();
        let over = || changed.iter().filter(|path| found.contains_key(*path));
        let foreign = over().filter(|path| !known.contains_key(*path)).cloned().collect();
        let edited = over().filter(|path| known.get(*path).is_some_and(|hashes| is_edited(path, hashes)));
        let edited = edited.cloned().collect();
        let files = made.keys().map(|path| (path.clone(), Vec::new())).to_map();
        Self {
            steps: steps(&files, &changed, &gone),
            journal: Manifest::new(made.clone(), known).to_json(),
            manifest: Manifest::new(made.clone(), BTreeMap::new()).to_json(),
            foreign,
            edited,
            whole,
            first,
        }
    }

    /// The files that are replaced or go: what has to be kept to put the release before back.
    pub fn replaced<'a>(&'a self, found: &'a Found) -> impl Iterator<Item = &'a str> {
        self.steps.iter().map(Step::path).filter(|path| found.contains_key(*path))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn hashes(files: &[(&str, &str)]) -> BTreeMap<String, String> {
        files.iter().map(|(path, hash)| ((*path).to_owned(), (*hash).to_owned())).collect()
    }

    fn found(files: &[(&str, &str)]) -> Found {
        hashes(files).into_iter().map(|(path, hash)| (path, Some(hash).filter(|hash| hash != "?"))).collect()
    }

    fn listed(files: &[(&str, &str)]) -> Option<Manifest> {
        Some(Manifest::new(hashes(files), BTreeMap::new()))
    }

    fn put(path: &str) -> Step {
        Step::Put(path.to_owned())
    }

    #[test]
    fn only_what_changed_is_sent_assets_first_and_the_worker_last() {
        let made = hashes(&[
            ("assets/b.js", "2"),
            ("index.html", "2"),
            ("over/index.html", "1"),
            ("sw.js", "2"),
            ("a.json", "2"),
        ]);
        let was = [
            ("assets/a.js", "1"),
            ("index.html", "1"),
            ("over/index.html", "1"),
            ("sw.js", "1"),
            ("index.html.br", "x"),
        ];
        let placing = Placing::new(&made, listed(&was), &found(&was));
        assert_eq!(
            placing.steps,
            [
                put("assets/b.js"),
                put("a.json"),
                Step::Remove("index.html.br".into()),
                put("index.html"),
                put("sw.js"),
                Step::Remove("assets/a.js".into())
            ]
        );
        assert!(placing.foreign.is_empty() && placing.edited.is_empty() && placing.whole && !placing.first);
        let before = found(&was);
        let kept: Vec<_> = placing.replaced(&before).collect();
        assert_eq!(kept, ["index.html.br", "index.html", "sw.js", "assets/a.js"]);
    }

    #[test]
    fn what_others_put_there_is_not_overwritten_and_what_somebody_changed_is_told() {
        let made = hashes(&[("index.html", "2"), ("sw.js", "2"), ("same.txt", "1")]);
        let was = [("index.html", "1"), ("old.html", "1")];
        let is = found(&[
            ("index.html", "mine"),
            ("sw.js", "mine"),
            ("old.html", "mine"),
            ("CNAME", "x"),
            ("same.txt", "1"),
        ]);
        let placing = Placing::new(&made, listed(&was), &is);
        assert_eq!(
            (&placing.foreign[..], &placing.edited[..]),
            (&["sw.js".to_owned()][..], &["index.html".to_owned()][..])
        );
        assert!(!placing.steps.iter().any(|step| ["old.html", "CNAME", "same.txt"].contains(&step.path())));
    }

    #[test]
    fn what_was_cut_off_goes_on_with_what_is_left_wherever_it_stopped() {
        let made = hashes(&[("assets/b.js", "2"), ("index.html", "2"), ("sw.js", "2")]);
        let mut there = hashes(&[("assets/a.js", "1"), ("index.html", "1"), ("sw.js", "1")]);
        let first = Placing::new(&made, Some(Manifest::new(there.clone(), BTreeMap::new())), &wrap(&there));
        for step in &first.steps {
            match step {
                Step::Put(path) => drop(there.insert(path.clone(), made[path].clone())),
                Step::Remove(path) => drop(there.remove(path)),
            }
            let journal = Manifest::read(first.journal.as_bytes());
            let next = Placing::new(&made, journal, &wrap(&there));
            assert_eq!(next.steps, first.steps[first.steps.iter().position(|one| one == step).unwrap() + 1..]);
            assert!(!next.whole && next.foreign.is_empty() && next.edited.is_empty());
        }
    }

    fn wrap(there: &BTreeMap<String, String>) -> Found {
        there.iter().map(|(path, hash)| (path.clone(), Some(hash.clone()))).collect()
    }

    #[test]
    fn where_nothing_stands_all_of_it_is_sent_and_what_is_not_known_is_sent_again() {
        let made = hashes(&[("index.html", "2")]);
        let placing = Placing::new(&made, None, &Found::new());
        assert!(placing.first && !placing.whole);
        assert_eq!(placing.steps, [put("index.html")]);
        let placing = Placing::new(&made, listed(&[("index.html", "2")]), &found(&[("index.html", "?")]));
        assert_eq!((placing.steps, placing.edited.len()), (vec![put("index.html")], 0));
    }
}
