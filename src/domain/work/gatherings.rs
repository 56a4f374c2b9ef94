//! Whether what says that it comes from a gathering does: it belongs to one that staff accepted, and its proof fits.

use super::{
    Received,
    deed::{Deed, Key, Value},
};
use crate::domain::{
    day::Day,
    feedback::Origin,
    gathering::{About, Book, GatheringId, Nature},
    id::Id,
    log::Log,
    ordered::{Ordered, sort_by_key},
    reaction::{Claim, Secret, Source},
    sending,
};
use serde_json::{Map, Value as Json};
use std::collections::BTreeMap;

/// What is here of a gathering.
#[derive(Clone, Debug, PartialEq)]
pub struct Known {
    /// How what is in it came to be noted.
    pub nature: Nature,
    /// Where it was.
    pub place: Option<String>,
    /// When.
    pub day: Option<Day>,
    /// With how many people.
    pub people: Option<u32>,
    /// About what.
    pub about: Option<About>,
    secrets: Vec<Secret>,
}

/// The gatherings whose folder is here.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Gatherings(BTreeMap<GatheringId, Known>);

impl Gatherings {
    /// Those of these books.
    pub fn of(books: &BTreeMap<GatheringId, Book>) -> Self {
        let known = |book: &Book| {
            let now = book.now();
            Known {
                nature: now.nature,
                place: now.place.clone(),
                day: now.day,
                people: now.people,
                about: now.about.clone(),
                secrets: sending::secrets(book.notebook()),
            }
        };
        Self(books.iter().map(|(id, book)| (*id, known(book))).to_map())
    }

    /// What is here of one.
    pub fn get(&self, id: &GatheringId) -> Option<&Known> {
        self.0.get(id)
    }

    /// Each of them.
    pub fn iter(&self) -> impl Iterator<Item = (&GatheringId, &Known)> {
        self.0.iter()
    }
}

/// Where a reaction belongs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// It counts as this.
    Counts(Origin),
    /// It names a gathering that staff did not accept.
    Refused,
}

impl Verdict {
    /// A short, stable name for machines.
    pub fn code(self) -> &'static str {
        match self {
            Self::Counts(origin) => origin.code(),
            Self::Refused => "refused",
        }
    }
}

/// The rule: what is here of gatherings, and what staff decided about them.
#[derive(Clone, Debug)]
pub struct Rule<'a> {
    gatherings: &'a Gatherings,
    accepted: BTreeMap<GatheringId, bool>,
}

impl<'a> Rule<'a> {
    /// As it is now.
    pub fn new(gatherings: &'a Gatherings, log: &Log<Deed>) -> Self {
        let decided = log.values().filter_map(|(key, value, _)| match (key, value) {
            (Key::Accepted(id), Value::Accepted(accepted)) => Some((*id, *accepted)),
            _ => None,
        });
        Self { gatherings, accepted: decided.to_map() }
    }

    /// What staff decided about a gathering; nothing yet.
    pub fn ruling(&self, id: &GatheringId) -> Option<bool> {
        self.accepted.get(id).copied()
    }

    /// Every gathering that staff decided about.
    pub fn ruled(&self) -> impl Iterator<Item = (&GatheringId, bool)> {
        self.accepted.iter().map(|(id, accepted)| (id, *accepted))
    }

    /// Whether a reaction has the proof of the gathering that it names, by what is here.
    pub fn fits(&self, claim: &Claim, reaction: &Map<String, Json>) -> bool {
        self.gatherings.get(&claim.gathering).is_some_and(|known| claim.fits(reaction, &known.secrets))
    }

    /// Where a reaction with this source belongs, and the gathering that it names. Who names a gathering that was refused is
    /// refused with it, proof or not.
    pub fn judge(&self, source: Source, reaction: &Map<String, Json>) -> (Verdict, Option<GatheringId>) {
        let origin = match source {
            Source::Resident => return (Verdict::Counts(Origin::Resident), None),
            Source::Gathering => Origin::Gathering,
            Source::Paper => Origin::Paper,
        };
        let Some(claim) = Claim::of(reaction) else { return (Verdict::Counts(Origin::Unconfirmed), None) };
        let verdict = match self.ruling(&claim.gathering) {
            Some(false) => Verdict::Refused,
            Some(true) if self.fits(&claim, reaction) => Verdict::Counts(origin),
            _ => Verdict::Counts(Origin::Unconfirmed),
        };
        (verdict, Some(claim.gathering))
    }
}

/// How a gathering stands in the work on one consultation.
#[derive(Clone, Debug, PartialEq)]
pub struct Met {
    /// Which.
    pub id: GatheringId,
    /// What is here of it; nothing while its folder is not.
    pub known: Option<Known>,
    /// What staff decided.
    pub ruling: Option<bool>,
    /// How many reactions have its proof.
    pub proved: u32,
    /// How many name it, and have no proof that fits.
    pub unproved: u32,
}

impl Met {
    /// Whether staff accepted it, and can't be held to that, as its folder is not here.
    pub fn is_missing(&self) -> bool {
        self.ruling == Some(true) && self.known.is_none()
    }

    /// Whether staff still have to decide.
    pub fn is_open(&self) -> bool {
        self.ruling.is_none()
    }
}

/// The gatherings that have to do with a consultation: those that reactions name, those that staff decided about, and those
/// that are about it.
pub fn met<'a>(
    consultation: &Id,
    named: impl Iterator<Item = (GatheringId, &'a Received)>,
    gatherings: &Gatherings,
    rule: &Rule,
) -> Vec<Met> {
    let mut counts: BTreeMap<GatheringId, (u32, u32)> = BTreeMap::new();
    let is_ours = |about: &Option<About>| matches!(about, Some(About::Consultation(slug)) if slug == consultation);
    let ours = gatherings.iter().filter(|(_, known)| is_ours(&known.about)).map(|(id, _)| *id);
    for id in ours.chain(rule.ruled().map(|(id, _)| *id)) {
        counts.entry(id).or_default();
    }
    for (id, one) in named {
        let (proved, unproved) = counts.entry(id).or_default();
        let claimed = one.claiming().and_then(|reaction| Some((Claim::of(&reaction)?, reaction)));
        let fits = claimed.is_some_and(|(claim, reaction)| rule.fits(&claim, &reaction));
        *(if fits { proved } else { unproved }) += 1;
    }
    let met = |(id, (proved, unproved))| Met {
        id,
        known: gatherings.get(&id).cloned(),
        ruling: rule.ruling(&id),
        proved,
        unproved,
    };
    let mut met: Vec<_> = counts.into_iter().map(met).collect();
    sort_by_key(&mut met, |met| met.known.as_ref().map(|known| known.day));
    met
}
