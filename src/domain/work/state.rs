//! From the log, the texts beside it and the reactions to what holds.

use super::{
    Gathering, Gatherings, Part, Placement, Received, Rule, Telling, Theme, Work, WorkQuote, conflict,
    deed::{Deed, Fate, Key, Spot, Value},
    gatherings::met,
    passage::{Passage, Passages},
};
use crate::domain::{
    feedback::{Landing, balance::SetAside, village},
    id::{Id, ReactionId},
    language::Localised,
    log::{Log, TextId},
};
use std::collections::{BTreeMap, BTreeSet};

/// What somebody did that fits nothing any more. It is listed, and what it was about shows as not placed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Stray {
    /// Something was placed of a reaction that is not here.
    NoReaction(Part),
    /// It was placed with a theme that is gone.
    NoTheme(Part, Id),
    /// Themes were made part of one another in a circle.
    Circle(Id),
    /// The words of this theme were erased, or the file with them is missing.
    NoWords(Id),
    /// A text that is named in the log is not here: it was erased, or the file with it is missing.
    NoText(TextId),
}

impl Work {
    /// What holds. Reactions and texts that were erased are left out, wherever they came from.
    pub fn of(
        consultation: Id,
        reactions: impl IntoIterator<Item = Received>,
        log: &Log<Deed>,
        passages: &Passages,
        gatherings: &Gatherings,
    ) -> Self {
        let erased = log.erased_reactions();
        let rule = Rule::new(gatherings, log);
        // A test has nothing to say to anybody.
        let reactions = reactions.into_iter().filter(|one| !one.test && !erased.contains_key(one.id()));
        let reactions: BTreeMap<_, _> = reactions
            .map(|mut one| {
                one.confirm(&rule);
                (one.id().clone(), one)
            })
            .collect();
        let named = reactions.values().filter_map(|one| Some((one.gathering?, one)));
        let gatherings = met(&consultation, named, gatherings, &rule);
        let mut by_why = BTreeMap::new();
        erased.values().for_each(|why| *by_why.entry(*why).or_default() += 1);
        let reader = Reader { log, passages };
        let (fates, mut strays) = fates(log);
        let mut work = Self {
            consultation,
            example: false,
            example_receipts: Vec::new(),
            minimum: village::MINIMUM,
            places: Vec::new(),
            cleared: Vec::new(),
            withdrawn: BTreeSet::new(),
            gathered: None,
            erased: by_why,
            strays: Vec::new(),
            gatherings,
            conflicts: conflict::conflicts(log, passages).len(),
            reactions,
            themes: reader.themes(&fates, &mut strays),
            placements: BTreeMap::new(),
            telling: reader.telling(&mut strays),
        };
        for (key, value, _) in log.values() {
            match (key, value) {
                (Key::Minimum, Value::Number(minimum)) => work.minimum = *minimum,
                (Key::Example, Value::Receipts(receipts)) => {
                    work.example = true;
                    work.example_receipts = receipts.clone();
                }
                (Key::Gathered, Value::Gathered(day, reactions)) => {
                    work.gathered = Some(Gathering { day: *day, reactions: *reactions });
                }
                (Key::Withdrawn(reaction), Value::Flag(true)) => {
                    work.withdrawn.insert(reaction.clone());
                }
                (Key::Holds(text), Value::Flag(true)) => match reader.passage(text, &mut strays) {
                    // Two may have decided the same without knowing of each other.
                    Some(Passage::PlaceName(ruling)) if !work.places.contains(ruling) => {
                        work.places.push(ruling.clone())
                    }
                    Some(Passage::Cleared(words)) if !work.cleared.contains(words) => work.cleared.push(words.clone()),
                    _ => {}
                },
                _ => {}
            }
        }
        work.placements = reader.placements(&work.reactions, &fates, &mut strays);
        work.strays = strays;
        work
    }
}

/// The theme that each theme is now; `None` if it is gone.
fn fates(log: &Log<Deed>) -> (BTreeMap<Id, Option<Id>>, Vec<Stray>) {
    let said: BTreeMap<&Id, &Fate> = log
        .values()
        .filter_map(|(key, value, _)| match (key, value) {
            (Key::Fate(theme), Value::Fate(fate)) => Some((theme, fate)),
            _ => None,
        })
        .collect();
    let mut strays = Vec::new();
    let mut end = |theme: &Id| {
        let (mut at, mut seen) = (theme, BTreeSet::new());
        loop {
            match said.get(at) {
                Some(Fate::Stays) => return Some(at.clone()),
                Some(Fate::Into(into)) if seen.insert(at) => at = into,
                Some(Fate::Into(_)) => {
                    strays.push(Stray::Circle(theme.clone()));
                    return Some(theme.clone());
                }
                Some(Fate::Goes) | None => return None,
            }
        }
    };
    let fates = said.keys().map(|theme| ((*theme).clone(), end(theme))).collect();
    (fates, strays)
}

struct Reader<'a> {
    log: &'a Log<Deed>,
    passages: &'a Passages,
}

impl Reader<'_> {
    fn passage(&self, text: &TextId, strays: &mut Vec<Stray>) -> Option<&Passage> {
        let erased = self.log.erased_text(text).is_some();
        let found = self.passages.get(text).filter(|_| !erased);
        if found.is_none() {
            strays.push(Stray::NoText(*text));
        }
        found
    }

    fn words(&self, text: &TextId, strays: &mut Vec<Stray>) -> Option<Localised> {
        match self.passage(text, strays)? {
            Passage::Words(words) => Some(words.clone()),
            _ => None,
        }
    }

    /// The passages of a list, those that are of the right kind.
    fn list<T>(&self, key: Key, strays: &mut Vec<Stray>, of: impl Fn(&Passage) -> Option<T>) -> Vec<T> {
        match self.log.value(&key) {
            Some(Value::Texts(texts)) => texts.iter().filter_map(|text| of(self.passage(text, strays)?)).collect(),
            _ => Vec::new(),
        }
    }

    fn telling(&self, strays: &mut Vec<Stray>) -> Telling {
        Telling {
            learned: self.list(Key::Learned, strays, |passage| match passage {
                Passage::Lesson(lesson) => Some(lesson.clone()),
                _ => None,
            }),
            next_steps: self.list(Key::NextSteps, strays, |passage| match passage {
                Passage::NextStep(step) => Some(step.clone()),
                _ => None,
            }),
            note: self.list(Key::Note, strays, words).pop(),
        }
    }

    /// The themes that are there, in their order: those that nobody put in order stand behind, as they were added.
    fn themes(&self, fates: &BTreeMap<Id, Option<Id>>, strays: &mut Vec<Stray>) -> Vec<Theme> {
        let order = match self.log.value(&Key::Order) {
            Some(Value::Order(order)) => order.as_slice(),
            _ => &[],
        };
        let place = |theme: &Id| {
            let listed = order.iter().position(|other| other == theme).unwrap_or(usize::MAX);
            (listed, self.log.held(&Key::Fate(theme.clone())).map(|(_, by)| self.log.rank(by)))
        };
        let there = fates.iter().filter(|(theme, now)| now.as_ref() == Some(theme));
        let mut themes: Vec<Theme> = there.map(|(theme, _)| self.theme(theme, strays)).collect();
        themes.sort_by_cached_key(|theme| place(&theme.id));
        for (key, value) in self.in_order(|key| matches!(key, Key::Quote(_))) {
            let (Key::Quote(text), Value::Quote(Some(of))) = (key, value) else { continue };
            let Some(Some(into)) = fates.get(&of.theme) else { continue };
            let Some(theme) = themes.iter_mut().find(|theme| theme.id == *into) else { continue };
            // Whose words were erased is not quoted.
            if self.log.erased_reactions().contains_key(&of.reaction) {
                continue;
            }
            let Some(Passage::Quote(words)) = self.passage(text, strays) else { continue };
            let quote = WorkQuote {
                reaction: of.reaction.clone(),
                question: of.question.clone(),
                text: words.clone(),
                cleared: of.cleared,
            };
            // Two may have quoted the same words.
            if !theme.quotes.contains(&quote) {
                theme.quotes.push(quote);
            }
        }
        themes
    }

    fn theme(&self, id: &Id, strays: &mut Vec<Stray>) -> Theme {
        let (mut title, mut summary) = (None, None);
        if let Some(Value::Words(one, other)) = self.log.value(&Key::Words(id.clone())) {
            title = self.words(one, strays);
            summary = self.words(other, strays);
        }
        if title.is_none() || summary.is_none() {
            strays.push(Stray::NoWords(id.clone()));
        }
        let empty = || Localised::Same(String::new());
        let landing = |passage: &Passage| match passage {
            Passage::Landing(landing) => Some(Landing::clone(landing)),
            _ => None,
        };
        Theme {
            id: id.clone(),
            title: title.unwrap_or_else(empty),
            summary: summary.unwrap_or_else(empty),
            landings: self.list(Key::Landings(id.clone()), strays, landing),
            quotes: Vec::new(),
        }
    }

    /// What holds in some places, in the order in which it was written.
    fn in_order(&self, which: impl Fn(&Key) -> bool) -> Vec<(&Key, &Value)> {
        let mut found: Vec<_> = self.log.values().filter(|(key, ..)| which(key)).collect();
        found.sort_by_cached_key(|(_, _, by)| self.log.rank(*by));
        found.into_iter().map(|(key, value, _)| (key, value)).collect()
    }

    /// Where everything is put. A reaction has a place as a whole or by its answers: what was done later holds, and where
    /// two did not know of each other, the whole.
    fn placements(
        &self,
        reactions: &BTreeMap<ReactionId, Received>,
        fates: &BTreeMap<Id, Option<Id>>,
        strays: &mut Vec<Stray>,
    ) -> BTreeMap<Part, Placement> {
        let mut placements = BTreeMap::new();
        let mut whole: Option<(&ReactionId, bool, u32)> = None;
        for (key, value, by) in self.log.values() {
            let (Key::Place(part), Value::Place(spot)) = (key, value) else { continue };
            match &part.question {
                None => whole = Some((&part.reaction, spot.is_some(), by)),
                Some(_) => {
                    if let Some((reaction, placed, of_whole)) = whole
                        && *reaction == part.reaction
                    {
                        // Who put the whole somewhere later, or took its place away later, meant the answers too.
                        if self.log.is_before(by, of_whole) || (placed && !self.log.is_before(of_whole, by)) {
                            continue;
                        }
                        if spot.is_some() {
                            placements.remove(&Part::whole(part.reaction.clone()));
                        }
                    }
                }
            }
            let Some(spot) = spot else { continue };
            if !super::has(reactions, part) {
                if !self.log.erased_reactions().contains_key(&part.reaction) {
                    strays.push(Stray::NoReaction(part.clone()));
                }
                continue;
            }
            if let Some(placement) = self.placement(part, spot, fates, strays) {
                placements.insert(part.clone(), placement);
            }
        }
        placements
    }

    fn placement(
        &self,
        part: &Part,
        spot: &Spot,
        fates: &BTreeMap<Id, Option<Id>>,
        strays: &mut Vec<Stray>,
    ) -> Option<Placement> {
        match spot {
            Spot::Later(day) => Some(Placement::Later(*day)),
            Spot::SetAside { reason, note } => {
                let note = note.as_ref().and_then(|note| self.words(note, strays));
                Some(Placement::SetAside(SetAside { reason: *reason, note }))
            }
            Spot::Themes(themes) => {
                let mut now: Vec<Id> = Vec::new();
                for theme in themes {
                    match fates.get(theme) {
                        Some(Some(into)) if !now.contains(into) => now.push(into.clone()),
                        Some(Some(_)) => {}
                        Some(None) | None => strays.push(Stray::NoTheme(part.clone(), theme.clone())),
                    }
                }
                (!now.is_empty()).then_some(Placement::Themes(now))
            }
        }
    }
}

fn words(passage: &Passage) -> Option<Localised> {
    match passage {
        Passage::Words(words) => Some(words.clone()),
        _ => None,
    }
}
