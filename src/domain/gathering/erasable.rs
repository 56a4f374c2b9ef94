//! What can be erased for good from a gathering: the words of a remark or a point, and whose they were, in every wording that
//! there ever was; also of what was taken back since.

use super::{
    deed::Deed,
    id::{PointId, RemarkId},
    notebook::Notebook,
};
use crate::domain::log::TextId;
use std::collections::BTreeMap;

/// Something with words.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Thing {
    /// A remark.
    Remark(RemarkId),
    /// A point.
    Point(PointId),
}

/// What has words that are still here.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Erasable {
    /// What.
    pub thing: Thing,
    /// Its texts, as they were made: its words each time, and whose they were.
    pub texts: Vec<TextId>,
    /// The last words that it had.
    pub words: String,
}

impl Erasable {
    /// Everything in a gathering that can be erased, the last that was made first.
    pub fn all(notebook: &Notebook) -> Vec<Self> {
        let mut all: Vec<(Thing, Vec<(TextId, bool)>)> = Vec::new();
        let mut places: BTreeMap<Thing, usize> = BTreeMap::new();
        for (thing, text, is_words) in named(notebook) {
            let at = *places.entry(thing).or_insert_with(|| {
                all.push((thing, Vec::new()));
                all.len() - 1
            });
            all[at].1.push((text, is_words));
        }
        let erasable = |(thing, texts): (Thing, Vec<(TextId, bool)>)| {
            let words = texts.iter().rev().filter(|(_, is_words)| *is_words);
            let words = words.filter_map(|(text, _)| notebook.text(*text)).next()?.to_owned();
            Some(Self { thing, texts: texts.into_iter().map(|(text, _)| text).collect(), words })
        };
        all.into_iter().rev().filter_map(erasable).collect()
    }
}

/// Every text that was ever the words of something, or of whose it was: what goes when it is erased.
pub fn texts(notebook: &Notebook, of: Thing) -> Vec<TextId> {
    named(notebook).filter(|(thing, ..)| *thing == of).map(|(_, text, _)| text).collect()
}

/// Every text with what it belongs to, and whether it is its words or a name; whatever was taken back since.
fn named(notebook: &Notebook) -> impl Iterator<Item = (Thing, TextId, bool)> {
    notebook
        .done()
        .flat_map(|deed| {
            let (thing, words, name) = match deed {
                Deed::Note { remark, text, speaker, .. } => (Thing::Remark(*remark), Some(*text), *speaker),
                Deed::Attribute { remark, speaker } => (Thing::Remark(*remark), None, *speaker),
                Deed::Reword { remark, text } => (Thing::Remark(*remark), Some(*text), None),
                Deed::Point { point, text, who, .. } => (Thing::Point(*point), Some(*text), *who),
                Deed::Phrase { point, text } => (Thing::Point(*point), Some(*text), None),
                Deed::Assign { point, who } => (Thing::Point(*point), None, *who),
                _ => return [None, None],
            };
            [words.map(|text| (thing, text, true)), name.map(|text| (thing, text, false))]
        })
        .flatten()
}
