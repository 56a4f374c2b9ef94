//! What must hold whatever staff do: what was decided holds, and only what balances is published.

mod deciding;
mod properties;
mod publishing;
mod together;

use super::{
    deed::{Key, Quoted, Spot},
    ready::{QuoteFault, Spot as At},
    *,
};
use crate::domain::{
    feedback::{
        Destination, DestinationKind, Landing, LandingStatus, Lesson, NextStep, balance::SetAsideReason,
        landing::tests::landing,
    },
    gathering::GatheringId,
    language::Localised,
    log::{Act, Entry, EntryId, Erased, Log, TextId},
    personal::PersonalKind,
    reaction::{Secret, knows_nothing},
};
use proptest::prelude::*;

const TODAY: &str = "2026-11-22";

fn id(text: &str) -> Id {
    Id::try_from(text).unwrap()
}

fn text(text: &str) -> Localised {
    Localised::Same(text.into())
}

fn day(text: &str) -> Day {
    Day::try_from(text).unwrap()
}

/// Published on a day, for the first time; nobody asked for a place.
fn on(today: &str) -> Setting<'static> {
    Setting { today: day(today), earlier: &[], before: 0, questions: &[], ours: &[] }
}

fn number(n: u8) -> ReactionId {
    ReactionId::new(u64::from(n), [n; 10])
}

fn envelope(n: u8, words: &str, consent: bool) -> String {
    let source = ["resident", "gathering", "paper"][usize::from(n % 3)];
    let reaction = serde_json::json!({"id": number(n), "consultation": "dorp", "revision": 1, "language": "nl",
        "source": source, "tag": format!("{n:020x}"), "quote_consent": consent, "day": TODAY,
        "answers": [{"question": "verhaal", "value": words}, {"question": "waar", "value": {"municipality": "Assen"}}]});
    let reaction = if source == "resident" { reaction } else { proved(reaction, n % 2) };
    serde_json::json!({"format": "beginspraak.reaction/1", "reaction": reaction}).to_string()
}

/// With the proof of a gathering: the first is here, the second is not.
fn proved(mut reaction: serde_json::Value, gathering: u8) -> serde_json::Value {
    reaction["gathering"] = serde_json::json!({"id": GatheringId::from([gathering; 12])});
    let proof = Secret::from([gathering; 32]).prove(reaction.as_object().unwrap());
    reaction["gathering"]["proof"] = proof.into();
    reaction
}

/// The one gathering whose folder is here.
fn hall() -> Gatherings {
    use crate::domain::gathering::{Book, Deed, TextLine};
    let (mut book, text) = (Book::default(), TextId::from([1; 12]));
    let act = Act::Do(vec![Deed::Secret { text }, Deed::People { count: 12 }]);
    let entry = book.notebook().next(EntryId::from([1; 12]), "Anna", 0, act);
    book.merge([entry], [TextLine { text, is: Secret::from([0; 32]).text() }]);
    Gatherings::of(&std::collections::BTreeMap::from([(GatheringId::from([0; 12]), book)]))
}

fn received(n: u8, words: &str, consent: bool) -> Received {
    Received::read(&envelope(n, words, consent), &knows_nothing).unwrap()
}

/// What staff have before them.
#[derive(Clone, Default)]
struct Table {
    received: Vec<Received>,
    log: Log<Deed>,
    passages: Passages,
    names: u32,
}

impl Table {
    fn with(count: u8) -> Self {
        let received = (0..count).map(|n| received(n, "De bus rijdt te laat. Bel 06-12345678.", n % 2 == 0));
        Self { received: received.collect(), ..Self::default() }
    }

    fn work(&self) -> Work {
        Work::of(id("dorp"), self.received.iter().cloned(), &self.log, &self.passages, &hall())
    }

    fn name(&mut self) -> [u8; 12] {
        self.names += 1;
        let hash = crate::domain::digest::sha256(&self.names.to_be_bytes());
        let mut name = [0; 12];
        name.copy_from_slice(&hash.as_bytes()[..12]);
        name
    }

    fn record(&mut self, act: Act<Deed>) {
        let name = EntryId::from(self.name());
        let entry = self.log.next(name, "redactie", 0, act);
        self.log.merge([entry]);
    }

    /// Changes what holds, as somebody does who edits a file of decisions.
    fn decide(&mut self, change: impl FnOnce(&mut Decisions)) -> Result<(), Vec<Refused>> {
        let work = self.work();
        let mut decisions = Decisions::of(&work);
        change(&mut decisions);
        let refused = decisions.refused(&work);
        if !refused.is_empty() {
            return Err(refused.into_iter().map(|(_, why)| why).collect());
        }
        let mut names: Vec<_> = (0..decisions.texts()).map(|_| TextId::from(self.name())).collect();
        let (deeds, texts) = decisions.deeds(&work, &self.log, &self.passages, || names.pop().unwrap());
        self.passages.extend(texts.into_iter().map(|line| (line.text, line.is)));
        if !deeds.is_empty() {
            self.record(Act::Do(deeds));
        }
        Ok(())
    }

    fn theme(&mut self, theme: &str, status: LandingStatus) {
        let new = Theme {
            landings: vec![landing(status, DestinationKind::Province, Some(day("2027-03-01")))],
            ..Theme::new(id(theme), text(theme), text("Wat we hoorden."))
        };
        self.decide(|decisions| decisions.themes.push(new)).unwrap();
    }

    fn place(&mut self, numbers: impl IntoIterator<Item = u8>, placement: Placement) -> Result<(), Vec<Refused>> {
        self.decide(|decisions| {
            for n in numbers {
                decisions.placements.retain(|(part, _)| part.reaction != number(n));
                decisions.placements.push((Part::whole(number(n)), placement.clone()));
            }
        })
    }

    fn quote(&mut self, n: u8, words: &str, cleared: bool) {
        let quote = WorkQuote { reaction: number(n), question: id("verhaal"), text: words.into(), cleared };
        self.decide(|decisions| decisions.themes[0].quotes = vec![quote]).unwrap();
    }
}

fn themes(named: &[&str]) -> Placement {
    Placement::Themes(named.iter().map(|theme| id(theme)).collect())
}

/// One reaction in a theme that landed.
fn told(words: &str) -> Table {
    let mut table = Table { received: vec![received(0, words, true)], ..Table::default() };
    table.theme("bus", LandingStatus::Adopted);
    table.place([0], themes(&["bus"])).unwrap();
    table
}
