//! What should hold, said at once and by hand, and the deeds that lead there from what holds now.

use super::{
    Deed, Part, Passage, PassageLine, PlaceRuling, Placement, Received, Telling, Theme, Work, WorkQuote, conflicts,
    deed::{Fate, Key, Quoted, Spot, Value},
    passage::Passages,
};
use crate::domain::{
    day::Day,
    feedback::balance::{SetAside, SetAsideReason},
    id::{Id, ReactionId},
    language::Localised,
    log::{EntryId, Log, TextId, Writes},
    receipt::Receipt,
};
use std::collections::{BTreeMap, BTreeSet};

/// Everything that should hold. What is not in it should not.
#[derive(Clone, Debug, PartialEq)]
pub struct Decisions {
    /// The consultation.
    pub consultation: Id,
    /// The entries that their writer knew of. What others did since is not undone by them. `None`: all there are.
    pub after: Option<Vec<EntryId>>,
    /// Names of the conflicts that stay open. What else their writer knew of, is settled by what stands here; `None`: nothing is.
    pub open: Option<BTreeSet<String>>,
    /// Codes to try, if it is made up to show how it works.
    pub example: Option<Vec<Receipt>>,
    /// The smallest number of reactions from one place that is shown.
    pub minimum: u32,
    /// What names of places are.
    pub places: Vec<PlaceRuling>,
    /// Words that may be published though they look like personal data.
    pub cleared: Vec<String>,
    /// Reactions whose writers no longer agree to be quoted.
    pub withdrawn: BTreeSet<ReactionId>,
    /// The themes, in their order.
    pub themes: Vec<Theme>,
    /// What belongs where.
    pub placements: Vec<(Part, Placement)>,
    /// What else is told.
    pub telling: Telling,
}

/// Where in decisions something stands, counted from 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Where {
    /// A theme.
    Theme(usize),
    /// A landing of a theme.
    Landing(usize, usize),
    /// A placement.
    Placement(usize),
    /// Among those whose writers no longer agree.
    Withdrawn,
}

/// What may hold, and may not have been meant.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Dubious {
    /// It does not fit what was asked, or is a test: a place gives it none in the figures.
    Unfit(Part),
    /// What is promised of this theme has a day that has passed.
    Passed(Id, Day),
    /// It is to be read by a day that has passed.
    Overdue(Part, Day),
}

/// Why decisions can't hold.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refused {
    /// There is no such theme.
    UnknownTheme(Id),
    /// Two themes have this id.
    ThemeTwice(Id),
    /// There is no such reaction, or it does not answer this question.
    UnknownPart(Part),
    /// It has a place already, as a whole or by answers.
    PlacedTwice(Part),
    /// "Another reason" without that reason.
    ReasonWithoutNote(Part),
}

impl Decisions {
    /// What holds now.
    pub fn of(work: &Work) -> Self {
        Self {
            consultation: work.consultation.clone(),
            after: None,
            open: None,
            example: work.example.then(|| work.example_receipts.clone()),
            minimum: work.minimum,
            places: work.places.clone(),
            cleared: work.cleared.clone(),
            withdrawn: work.withdrawn.clone(),
            themes: work.themes().to_vec(),
            placements: work.placements().iter().map(|(part, at)| (part.clone(), at.clone())).collect(),
            telling: work.telling().clone(),
        }
    }

    /// Everything in it that can't hold each where it stands.
    pub fn refused(&self, work: &Work) -> Vec<(Where, Refused)> {
        let mut found = Vec::new();
        let mut themes = BTreeSet::new();
        let twice = self.themes.iter().enumerate().filter(|(_, one)| !themes.insert(&one.id));
        found.extend(twice.map(|(at, one)| (Where::Theme(at), Refused::ThemeTwice(one.id.clone()))));
        let mut seen: BTreeMap<&ReactionId, BTreeSet<Option<&Id>>> = BTreeMap::new();
        for (at, (part, placement)) in self.placements.iter().enumerate() {
            let mut refuse = |why| found.push((Where::Placement(at), why));
            if !work.has(part) {
                refuse(Refused::UnknownPart(part.clone()));
            }
            let parts = seen.entry(&part.reaction).or_default();
            let rival = if part.question.is_some() { parts.contains(&None) } else { !parts.is_empty() };
            if rival || !parts.insert(part.question.as_ref()) {
                refuse(Refused::PlacedTwice(part.clone()));
            }
            match placement {
                Placement::Themes(named) => {
                    named.iter().filter(|id| !themes.contains(id)).cloned().map(Refused::UnknownTheme).for_each(refuse);
                }
                Placement::SetAside(SetAside { reason: SetAsideReason::Other, note: None }) => {
                    refuse(Refused::ReasonWithoutNote(part.clone()));
                }
                Placement::SetAside(_) | Placement::Later(_) => {}
            }
        }
        let unknown = self.withdrawn.iter().map(|id| Part::whole(id.clone())).filter(|part| !work.has(part));
        found.extend(unknown.map(|part| (Where::Withdrawn, Refused::UnknownPart(part))));
        found
    }

    /// What in it can hold, and may be a mistake: of what does not hold yet.
    pub fn dubious(&self, work: &Work, today: Day) -> Vec<(Where, Dubious)> {
        let mut found = Vec::new();
        for (at, (part, placement)) in self.placements.iter().enumerate() {
            if work.placements().get(part) == Some(placement) {
                continue;
            }
            if !work.reactions.get(&part.reaction).is_none_or(Received::counts) {
                found.push((Where::Placement(at), Dubious::Unfit(part.clone())));
            }
            // It may be what was promised then: publishing asks for it to be read now.
            if let Placement::Later(day) = placement
                && *day < today
            {
                found.push((Where::Placement(at), Dubious::Overdue(part.clone(), *day)));
            }
        }
        for (at, theme) in self.themes.iter().enumerate() {
            let there = work.themes().iter().find(|other| other.id == theme.id);
            for (n, landing) in theme.landings.iter().enumerate() {
                let known = there.is_some_and(|there| there.landings.contains(landing));
                if let Some(day) = landing.destination.date.filter(|day| *day < today && !known) {
                    found.push((Where::Landing(at, n), Dubious::Passed(theme.id.clone(), day)));
                }
            }
        }
        found
    }

    /// At most so many texts are written to make it hold.
    pub fn texts(&self) -> usize {
        let of_theme = |theme: &Theme| 2 + theme.landings.len() + theme.quotes.len();
        let of_telling = self.telling.learned.len() + self.telling.next_steps.len() + 1;
        let themes: usize = self.themes.iter().map(of_theme).sum();
        themes + self.placements.len() + of_telling + self.places.len() + self.cleared.len()
    }

    /// The deeds that lead from what holds to this, and the texts that they name. `name` makes names for texts.
    pub fn deeds(
        &self,
        work: &Work,
        log: &Log<Deed>,
        passages: &Passages,
        name: impl FnMut() -> TextId,
    ) -> (Vec<Deed>, Vec<PassageLine>) {
        let mut scribe = Scribe { log, passages, name, deeds: Vec::new(), lines: Vec::new() };
        scribe.themes(&self.themes, work.themes());
        scribe.places(&self.placements, work.placements());
        scribe.telling(&self.telling, work.telling());
        let rulings = self.places.iter().cloned().map(Passage::PlaceName);
        scribe.holds(rulings.chain(self.cleared.iter().cloned().map(Passage::Cleared)).collect());
        for reaction in self.withdrawn.symmetric_difference(&work.withdrawn) {
            let withdrawn = self.withdrawn.contains(reaction);
            scribe.deeds.push(Deed::Withdraw { reaction: reaction.clone(), withdrawn });
        }
        if self.minimum != work.minimum {
            scribe.deeds.push(Deed::Minimum { minimum: self.minimum });
        }
        if let Some(receipts) = &self.example
            && (!work.example || *receipts != work.example_receipts)
        {
            scribe.deeds.push(Deed::Example { receipts: receipts.clone() });
        }
        if let Some(open) = &self.open {
            scribe.settle(open);
        }
        (scribe.deeds, scribe.lines)
    }
}

/// Writes deeds, and the texts that they name.
struct Scribe<'a, N> {
    log: &'a Log<Deed>,
    passages: &'a Passages,
    name: N,
    deeds: Vec<Deed>,
    lines: Vec<PassageLine>,
}

impl<N: FnMut() -> TextId> Scribe<'_, N> {
    /// Where people had decided differently, and what stands here is what holds already, it is said once more.
    fn settle(&mut self, open: &BTreeSet<String>) {
        let written: BTreeSet<Key> = self.deeds.iter().flat_map(Writes::writes).map(|(key, _)| key).collect();
        let settled = conflicts(self.log, self.passages).into_iter().map(|conflict| conflict.key);
        let settled = settled.filter(|key| !written.contains(key) && !open.contains(&key.to_string()));
        self.deeds.extend(settled.filter_map(|key| Deed::again(&key, self.log)));
    }

    fn text(&mut self, is: Passage) -> TextId {
        let text = (self.name)();
        self.lines.push(PassageLine { text, is });
        text
    }

    fn words(&mut self, words: &Localised) -> TextId {
        self.text(Passage::Words(words.clone()))
    }

    fn themes(&mut self, wanted: &[Theme], there: &[Theme]) {
        let now = |id: &Id| there.iter().find(|theme| theme.id == *id);
        for gone in there.iter().filter(|theme| wanted.iter().all(|other| other.id != theme.id)) {
            self.deeds.push(Deed::RemoveTheme { theme: gone.id.clone() });
        }
        for theme in wanted {
            let (old, id) = (now(&theme.id), &theme.id);
            // One that is only there because others are merged in a circle would go with them.
            let stays = self.log.value(&Key::Fate(id.clone())) == Some(&Value::Fate(Fate::Stays));
            if !stays || old.is_none_or(|old| old.title != theme.title || old.summary != theme.summary) {
                let (title, summary) = (self.words(&theme.title), self.words(&theme.summary));
                let theme = id.clone();
                self.deeds.push(match old {
                    Some(_) if stays => Deed::ReviseTheme { theme, title, summary },
                    _ => Deed::AddTheme { theme, title, summary },
                });
            }
            if old.map_or(!theme.landings.is_empty(), |old| old.landings != theme.landings) {
                let landings = theme.landings.iter().map(|one| self.text(Passage::Landing(one.clone()))).collect();
                self.deeds.push(Deed::Land { theme: id.clone(), landings });
            }
            self.quotes(theme, old.map_or(&[], |old| &old.quotes));
        }
        let order = Value::Order(wanted.iter().map(|theme| theme.id.clone()).collect());
        if wanted.len() > 1 && self.log.value(&Key::Order) != Some(&order) {
            self.deeds.push(Deed::OrderThemes { themes: wanted.iter().map(|theme| theme.id.clone()).collect() });
        }
    }

    fn quotes(&mut self, theme: &Theme, there: &[WorkQuote]) {
        // They are shown in the order in which they were written: from the first that is new or moved on, anew.
        let mut rest = there.iter();
        let kept = theme.quotes.iter().take_while(|quote| rest.any(|old| old == *quote)).count();
        let (kept, fresh) = theme.quotes.split_at(kept);
        for quote in fresh {
            let text = self.text(Passage::Quote(quote.text.clone()));
            let of = Quoted {
                theme: theme.id.clone(),
                reaction: quote.reaction.clone(),
                question: quote.question.clone(),
                cleared: quote.cleared,
            };
            self.deeds.push(Deed::Quote { quote: text, of });
        }
        let gone: Vec<_> = there.iter().filter(|quote| !kept.contains(quote)).collect();
        for (key, value, _) in self.log.values() {
            let (Key::Quote(text), Value::Quote(Some(of))) = (key, value) else { continue };
            let is = |quote: &&&WorkQuote| {
                let said = matches!(self.passages.get(text), Some(Passage::Quote(words)) if *words == quote.text);
                said && quote.reaction == of.reaction && quote.question == of.question && quote.cleared == of.cleared
            };
            if gone.iter().any(|quote| is(&quote)) {
                self.deeds.push(Deed::Unquote { quote: *text });
            }
        }
    }

    fn places(&mut self, wanted: &[(Part, Placement)], there: &BTreeMap<Part, Placement>) {
        let named: BTreeMap<&Part, &Placement> = wanted.iter().map(|(part, at)| (part, at)).collect();
        let gone = there.keys().filter(|part| !named.contains_key(part)).map(|part| (None, part));
        let other = named.iter().filter(|(part, at)| there.get(part) != Some(at)).map(|(part, at)| (Some(*at), *part));
        let mut spots: Vec<(Option<&Placement>, Vec<Part>)> = Vec::new();
        for (at, part) in gone.chain(other) {
            match spots.iter_mut().find(|(spot, _)| *spot == at) {
                Some((_, parts)) => parts.push(part.clone()),
                None => spots.push((at, vec![part.clone()])),
            }
        }
        for (at, parts) in spots {
            let at = at.map(|placement| match placement {
                Placement::Themes(themes) => Spot::Themes(themes.clone()),
                Placement::Later(day) => Spot::Later(*day),
                Placement::SetAside(SetAside { reason, note }) => {
                    Spot::SetAside { reason: *reason, note: note.as_ref().map(|note| self.words(note)) }
                }
            });
            self.deeds.push(Deed::Place { parts, at });
        }
    }

    fn telling(&mut self, wanted: &Telling, there: &Telling) {
        if wanted.learned != there.learned {
            let texts = wanted.learned.iter().map(|lesson| self.text(Passage::Lesson(lesson.clone()))).collect();
            self.deeds.push(Deed::Learned { texts });
        }
        if wanted.next_steps != there.next_steps {
            let texts = wanted.next_steps.iter().map(|step| self.text(Passage::NextStep(step.clone()))).collect();
            self.deeds.push(Deed::NextSteps { texts });
        }
        if wanted.note != there.note {
            let text = wanted.note.as_ref().map(|note| self.words(note));
            self.deeds.push(Deed::Note { text });
        }
    }

    /// What is decided about names of places and words: what is not wanted is released, what is new holds.
    fn holds(&mut self, mut wanted: Vec<Passage>) {
        for (key, value, _) in self.log.values() {
            let (Key::Holds(text), Value::Flag(true)) = (key, value) else { continue };
            let Some(passage) = self.passages.get(text) else { continue };
            match wanted.iter().position(|other| other == passage) {
                Some(at) => drop(wanted.swap_remove(at)),
                None => self.deeds.push(Deed::Release { text: *text }),
            }
        }
        for passage in wanted {
            let text = self.text(passage);
            self.deeds.push(Deed::Hold { text });
        }
    }
}
