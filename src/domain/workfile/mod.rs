//! The workfile: one consultation's reactions and the place that staff give each of them. Never published itself.
//!
//! - [`part`]: a reaction or one answer of it, and where it is put.
//! - [`theme`]: a group of reactions that say a similar thing, with its landings and quotes.
//! - [`received`]: a reaction as it came in.
//! - [`edit`]: the few small steps that every change is made of; each knows the step that takes it back.
//! - [`change`]: what somebody can do, and why it may be refused.
//! - [`log`]: who changed what when; undo.
//! - [`place`]: from where people reacted, without a word of theirs that nobody read.
//! - [`ready`]: everything that stands in the way of publishing.
//! - [`publish`]: from here to feedback and lookup.

pub mod change;
pub mod edit;
pub mod log;
pub mod part;
pub mod place;
pub mod publish;
pub mod ready;
pub mod received;
pub mod theme;

pub use change::{Change, Refused};
pub use log::{By, Entry};
pub use part::{Part, Placement};
pub use place::{PlaceRuling, PlaceVerdict};
pub use publish::{Publication, Setting};
pub use ready::Unready;
pub use received::Received;
pub use theme::{Theme, WorkQuote};

use super::{
    day::Day,
    feedback::{Lesson, NextStep, balance::SetAside, village},
    from_json::from_json,
    id::{Id, ReactionId},
    language::Localised,
    receipt::Receipt,
};
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};

/// The file's format.
pub const FORMAT: &str = "beginspraak.workfile/1";

/// What staff tell besides themes.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Telling {
    /// What was learned and what went wrong.
    pub learned: Vec<Lesson>,
    /// What happens next.
    pub next_steps: Vec<NextStep>,
    /// What changed since the version before.
    pub note: Option<Localised>,
}

/// One consultation's reactions and their places.
#[derive(Clone, Debug, PartialEq)]
pub struct Workfile {
    /// The consultation.
    pub consultation: Id,
    /// Made up to show how it works.
    pub example: bool,
    /// Codes with which one can try the lookup; in an example only.
    pub example_receipts: Vec<Receipt>,
    /// The smallest number of reactions from one place that is shown.
    pub minimum: u32,
    /// What staff decided about names of places that are not in the list.
    pub places: Vec<PlaceRuling>,
    /// Words that look like personal data, of which staff say that they may be published: the address of a village hall,
    /// the name of somebody who decides.
    pub cleared: Vec<String>,
    /// Reactions whose writers no longer agree to be quoted.
    pub withdrawn: BTreeSet<ReactionId>,
    reactions: BTreeMap<ReactionId, Received>,
    themes: Vec<Theme>,
    placements: BTreeMap<Part, Placement>,
    telling: Telling,
    log: Vec<Entry>,
}

/// Where a reaction stands.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Standing {
    /// The themes it belongs to, as places in the list of themes.
    pub themes: BTreeSet<usize>,
    /// It, or an answer of it, is set aside.
    pub set_aside: Option<SetAside>,
    /// It, or an answer of it, will be read by this day.
    pub later: Option<Day>,
}

impl Standing {
    /// Whether nobody gave it a place.
    pub fn is_nowhere(&self) -> bool {
        *self == Self::default()
    }
}

impl Workfile {
    /// An empty one.
    pub fn new(consultation: Id) -> Self {
        Self {
            consultation,
            example: false,
            example_receipts: Vec::new(),
            minimum: village::MINIMUM,
            places: Vec::new(),
            cleared: Vec::new(),
            withdrawn: BTreeSet::new(),
            reactions: BTreeMap::new(),
            themes: Vec::new(),
            placements: BTreeMap::new(),
            telling: Telling::default(),
            log: Vec::new(),
        }
    }

    /// Puts in reactions; says how many were new. One that is there already stays as it is.
    pub fn receive(&mut self, reactions: impl IntoIterator<Item = Received>) -> usize {
        let before = self.reactions.len();
        for reaction in reactions {
            self.reactions.entry(reaction.id().clone()).or_insert(reaction);
        }
        self.reactions.len() - before
    }

    /// Puts back what a file says; what does not fit is refused.
    pub fn restore(
        &mut self,
        themes: Vec<Theme>,
        placed: Vec<(Part, Placement)>,
        telling: Telling,
        log: Vec<Entry>,
    ) -> Result<(), Refused> {
        for theme in themes {
            if self.themes.iter().any(|other| other.id == theme.id) {
                return Err(Refused::ThemeExists(theme.id));
            }
            self.themes.push(theme);
        }
        for (part, placement) in placed {
            self.check_part(&part)?;
            self.check_placement(&placement)?;
            if self.placements.contains_key(&part) || self.overlapping(&part).next().is_some() {
                return Err(Refused::PlacedTwice(part));
            }
            self.placements.insert(part, placement);
        }
        self.telling = telling;
        self.log = log;
        Ok(())
    }

    /// The reactions, by id.
    pub fn reactions(&self) -> impl Iterator<Item = &Received> {
        self.reactions.values()
    }

    /// The themes, in the order in which they are shown.
    pub fn themes(&self) -> &[Theme] {
        &self.themes
    }

    /// What was put where.
    pub fn placements(&self) -> &BTreeMap<Part, Placement> {
        &self.placements
    }

    /// What else is told.
    pub fn telling(&self) -> &Telling {
        &self.telling
    }

    /// Who changed what when.
    pub fn log(&self) -> &[Entry] {
        &self.log
    }

    /// Where each reaction stands.
    pub fn standings(&self) -> BTreeMap<&ReactionId, Standing> {
        let at: BTreeMap<&Id, usize> = self.themes.iter().enumerate().map(|(at, theme)| (&theme.id, at)).collect();
        let mut standings: BTreeMap<_, Standing> = self.reactions.keys().map(|id| (id, Standing::default())).collect();
        for (part, placement) in &self.placements {
            let Some(standing) = standings.get_mut(&part.reaction) else { continue };
            match placement {
                Placement::Themes(themes) => standing.themes.extend(themes.iter().filter_map(|id| at.get(id))),
                Placement::SetAside(why) => standing.set_aside = Some(why.clone()),
                Placement::Later(day) => standing.later = standing.later.max(Some(*day)),
            }
        }
        standings
    }

    /// Whole and answers can't both have a place: the placements that a new one would stand in the way of.
    fn overlapping<'a>(&'a self, part: &'a Part) -> impl Iterator<Item = &'a Part> {
        let of_reaction = Part::whole(part.reaction.clone());
        let others = self.placements.range(of_reaction..).map(|(other, _)| other);
        others
            .take_while(|other| other.reaction == part.reaction)
            .filter(|other| other.question.is_some() != part.question.is_some())
    }
}

from_json!(Telling { learned, next_steps, note });

#[cfg(test)]
pub(crate) mod tests;
