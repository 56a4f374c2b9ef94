//! What somebody else is to hear of, as they receive it: without who said it, and without what looks like personal data.

use super::{
    id::GatheringId,
    kind::Sort,
    state::{Gathering, Remark},
};
use crate::domain::{
    ordered::sort_by_key,
    personal::{self, PersonalKind},
};
use std::{collections::BTreeMap, ops::Range, sync::Arc};

/// Words within names.
const PARTICLES: [&str; 7] = ["van", "de", "der", "den", "ter", "ten", "het"];

/// A part of a text that is passed on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Piece {
    /// Words.
    Words(String),
    /// What is left out in this place.
    LeftOut(PersonalKind),
}

/// One thing that is passed on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PassedOn {
    /// Where it was said.
    pub gathering: GatheringId,
    /// What it comes to.
    pub words: Vec<Piece>,
    /// In which words it was said, one remark each.
    pub said: Vec<Vec<Piece>>,
}

/// All that one receiver hears of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Package {
    /// Who it is.
    pub to: String,
    /// What, in the order of the gatherings.
    pub items: Vec<PassedOn>,
}

impl Package {
    /// How much was left out.
    pub fn left_out(&self) -> usize {
        let pieces = self.items.iter().flat_map(|item| item.said.iter().flatten().chain(&item.words));
        pieces.filter(|piece| matches!(piece, Piece::LeftOut(_))).count()
    }
}

/// What each receiver hears of, by their name: capitals and blanks make no other receiver.
pub fn packages(all: &[(GatheringId, Arc<Gathering>)]) -> Vec<Package> {
    let mut by: BTreeMap<String, Package> = BTreeMap::new();
    for (id, gathering) in all {
        let names = names(gathering);
        for point in gathering.points.iter().filter(|point| point.sort == Sort::PassOn) {
            let Some(text) = &point.text else { continue };
            let to = point.who.as_deref().unwrap_or_default().split_whitespace().collect::<Vec<_>>().join(" ");
            let said = point.from.iter().filter_map(|from| {
                let remark = gathering.remarks.iter().find(|remark| remark.id == *from)?;
                remark.text.as_ref().filter(|words| *words != text).map(|words| cleared(words, &names))
            });
            let item = PassedOn { gathering: *id, words: cleared(text, &names), said: said.collect() };
            let package = by.entry(to.to_lowercase()).or_insert_with(|| Package { to, items: Vec::new() });
            package.items.push(item);
        }
    }
    by.into_values().collect()
}

/// The names that were noted with consent: that was for noting them, and not for passing them on.
fn names(gathering: &Gathering) -> Vec<String> {
    let words = |remark: &Remark| remark.speaker.as_deref().map(named).unwrap_or_default();
    gathering.remarks.iter().flat_map(words).collect()
}

/// The names in what was noted of who spoke: the words with a capital, up to one that tells something else ("jongere uit Annen").
fn named(speaker: &str) -> Vec<String> {
    let words = speaker.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty());
    let capital = |word: &&str| word.chars().next().is_some_and(char::is_uppercase);
    let of_name = words.take_while(|word| capital(word) || PARTICLES.contains(word));
    of_name.filter(|word| capital(word) && word.chars().count() > 2).map(str::to_owned).collect()
}

/// A text without what looks like personal data, and without these names.
pub fn cleared(text: &str, names: &[String]) -> Vec<Piece> {
    let mut gone: Vec<(Range<usize>, PersonalKind)> =
        personal::find(text).into_iter().map(|sign| (sign.at, sign.kind)).collect();
    let mut at = 0;
    for word in text.split(|c: char| !c.is_alphabetic()) {
        let range = at..at + word.len();
        at = range.end + text[range.end..].chars().next().map_or(0, char::len_utf8);
        let taken = gone.iter().any(|(other, _)| range.start < other.end && other.start < range.end);
        if !taken && names.iter().any(|name| name == word) {
            gone.push((range, PersonalKind::Name));
        }
    }
    sort_by_key(&mut gone, |(range, _)| range.start);
    let (mut pieces, mut from) = (Vec::new(), 0);
    for (range, kind) in gone {
        if from < range.start {
            pieces.push(Piece::Words(text[from..range.start].to_owned()));
        }
        from = range.end;
        pieces.push(Piece::LeftOut(kind));
    }
    if from < text.len() {
        pieces.push(Piece::Words(text[from..].to_owned()));
    }
    pieces
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn told(text: &str, names: &[&str]) -> String {
        let names: Vec<_> = names.iter().map(|name| (*name).to_owned()).collect();
        let piece = |piece| match piece {
            Piece::Words(words) => words,
            Piece::LeftOut(kind) => format!("[{kind:?}]"),
        };
        cleared(text, &names).into_iter().map(piece).collect()
    }

    #[test]
    fn personal_data_and_the_names_of_who_spoke_are_left_out() {
        assert_eq!(told("Bel 06-12345678 of jan@example.org.", &[]), "Bel [Phone] of [Email].");
        assert_eq!(told("Ik ben Marietje Bos en Jan zei ja.", &["Jan"]), "[Name] en [Name] zei ja.");
        assert_eq!(told("Januari is koud.", &["Jan"]), "Januari is koud.");
        assert_eq!(told("Een bankje, graag.", &["Jan"]), "Een bankje, graag.");
        assert_eq!(told("", &["Jan"]), "");
        assert_eq!(named("Marietje van der Bos (43)"), ["Marietje", "Bos"]);
        assert_eq!(named("Jongere uit Annen"), ["Jongere"]);
        assert_eq!(named("oudere"), Vec::<String>::new());
    }

    proptest! {
        #[test]
        fn nothing_else_of_a_text_changes(text in "\\PC{0,60}") {
            let words: String = cleared(&text, &[]).into_iter().filter_map(|piece| match piece {
                Piece::Words(words) => Some(words),
                Piece::LeftOut(_) => None,
            }).collect();
            let found = personal::find(&text);
            let mut left = text.clone();
            found.iter().rev().for_each(|sign| left.replace_range(sign.at.clone(), ""));
            prop_assert_eq!(words, left);
        }
    }
}
