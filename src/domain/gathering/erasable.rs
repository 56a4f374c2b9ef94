//! What can be erased for good from a gathering: the words of a remark or a point, and whose they were, in every wording that
//! there ever was; also of what was taken back since. And what was erased, of which only that is known.

use super::{
    deed::Deed,
    id::{PointId, RemarkId},
    notebook::Notebook,
    point::Point,
};
use crate::domain::{
    log::{Act, ErasedWhy, TextId},
    ordered::Ordered,
    plain_letters::plain,
};
use std::collections::{BTreeMap, BTreeSet};

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
    /// Whose it was: each name that it ever had.
    pub names: Vec<String>,
    /// Former wordings.
    pub before: Vec<String>,
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
            let (mut names, mut before) = (Vec::new(), Vec::new());
            for (text, is_words) in &texts {
                let kept: &mut Vec<String> = if *is_words { &mut before } else { &mut names };
                if let Some(text) = notebook.text(*text).filter(|text| kept.iter().all(|one| one != text)) {
                    kept.push(text.to_owned());
                }
            }
            let words = texts.iter().rev().filter(|(_, is_words)| *is_words);
            let words = words.filter_map(|(text, _)| notebook.text(*text)).next()?.to_owned();
            before.retain(|one| *one != words);
            Some(Self { thing, texts: texts.into_iter().map(|(text, _)| text).collect(), words, names, before })
        };
        all.into_iter().rev().filter_map(erasable).collect()
    }

    /// Whether every word that is looked for stands in one of its wordings or in a name that it had; capitals, accents and
    /// the signs between words and numbers make no difference.
    pub fn has(&self, words: &str) -> bool {
        let all: Vec<_> =
            [&self.words].into_iter().chain(&self.names).chain(&self.before).map(|one| plain(one)).collect();
        let words = plain(words);
        let mut words = words.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
        words.all(|word| all.iter().any(|text| text.contains(word)))
    }
}

/// Something that was erased: no word of it is left.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Gone {
    /// What.
    pub thing: Thing,
    /// Why.
    pub why: ErasedWhy,
    /// By whom.
    pub who: String,
    /// When, by the clock of their device.
    pub at: u64,
}

impl Gone {
    /// Everything that was erased from a gathering, the last first; each once, however often somebody erased it.
    pub fn all(notebook: &Notebook) -> Vec<Self> {
        let of: BTreeMap<TextId, Thing> = named(notebook).map(|(thing, text, _)| (text, thing)).to_map();
        let mut all: Vec<Self> = Vec::new();
        for entry in notebook.log().entries() {
            let Act::Erase(erased) = &entry.act else { continue };
            for thing in erased.texts.iter().filter_map(|text| of.get(text)).copied().to_set() {
                if all.iter().all(|one| one.thing != thing) {
                    all.push(Self { thing, why: erased.why, who: entry.who.clone(), at: entry.at });
                }
            }
        }
        all.reverse();
        all
    }
}

/// What else has words of this: what was made of it, or says much of the same. Whoever erases the one is told of the other.
pub fn echoes<'a>(of: Thing, all: &'a [Erasable], points: &[Point]) -> Vec<&'a Erasable> {
    let Some(erasable) = all.iter().find(|one| one.thing == of) else { return Vec::new() };
    let said = telling(&erasable.words);
    let made = |thing: Thing| {
        let from = |point: &Point, remark: Thing| point.from.iter().any(|one| Thing::Remark(*one) == remark);
        points.iter().any(|point| {
            let own = Thing::Point(point.id);
            (own == thing && from(point, of)) || (own == of && from(point, thing))
        })
    };
    let much = |one: &Erasable| {
        let other = telling(&one.words);
        let (few, both) = (said.len().min(other.len()), said.intersection(&other).count());
        plain(&one.words) == plain(&erasable.words) || (both * 2 >= few && both > 1) || (both == 1 && few == 1)
    };
    all.iter().filter(|one| one.thing != of && (made(one.thing) || much(one))).collect()
}

/// The words of a text that tell something: short ones are in every text.
fn telling(text: &str) -> BTreeSet<String> {
    let plain = plain(text);
    let words = plain.split(|c: char| !c.is_alphanumeric()).filter(|word| word.chars().count() > 4);
    words.map(str::to_owned).to_set()
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
