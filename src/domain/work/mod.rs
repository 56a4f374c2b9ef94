//! The work: one consultation's reactions, and the place that staff give each of them. Never published itself.
//!
//! - [`deed`]: what staff can do, as it stands in the log.
//! - [`passage`]: the texts that stand beside the log.
//! - [`state`]: from log, texts and reactions to what holds.
//! - [`conflict`]: what people decided differently without knowing of each other.
//! - [`decisions`]: what should hold, and the deeds that lead there.
//! - [`part`]: a reaction or one answer of it, and where it is put.
//! - [`theme`]: a group of reactions that say a similar thing, with its landings and quotes.
//! - [`received`]: a reaction as it came in.
//! - [`gatherings`]: whether it comes from the gathering that it names.
//! - [`place`]: from where people reacted, without a word of theirs that nobody read.
//! - [`ready`]: everything that stands in the way of publishing.
//! - [`publish`]: from here to feedback and lookup.
//! - [`rehearsal`]: invented logs, to measure with.

pub mod conflict;
pub mod decisions;
pub mod deed;
pub mod gatherings;
pub mod part;
pub mod passage;
pub mod place;
pub mod publish;
pub mod ready;
pub mod received;
pub mod rehearsal;
pub mod state;
pub mod theme;

pub use conflict::{Conflict, conflicts};
pub use decisions::{Decisions, Dubious, Refused, Where};
pub use deed::Deed;
pub use gatherings::{Gatherings, Met, Rule, Verdict};
pub use part::{Part, Placement};
pub use passage::{Passage, PassageLine, Passages};
pub use place::{PlaceRuling, PlaceVerdict};
pub use publish::{Publication, Setting};
pub use ready::{Beginning, Unready};
pub use received::Received;
pub use state::Stray;
pub use theme::{Theme, WorkQuote};

use super::{
    day::Day,
    feedback::{Lesson, NextStep, balance::SetAside},
    id::{Id, ReactionId},
    language::Localised,
    log::ErasedWhy,
    receipt::Receipt,
};
use std::collections::{BTreeMap, BTreeSet};

/// What staff tell besides themes.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Telling {
    /// What was learned and what went wrong.
    pub learned: Vec<Lesson>,
    /// What happens next.
    pub next_steps: Vec<NextStep>,
    /// What changed since the version before.
    pub note: Option<Localised>,
}

/// What was gathered last, all of it together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Gathering {
    /// On which day.
    pub day: Day,
    /// How many reactions there were then.
    pub reactions: u32,
}

/// One consultation's reactions, and what holds of all that staff did with them.
#[derive(Clone, Debug, PartialEq)]
pub struct Work {
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
    /// When everything that had come in was brought together last.
    pub gathered: Option<Gathering>,
    /// Reactions that were erased for good, by why.
    pub erased: BTreeMap<ErasedWhy, u32>,
    /// What somebody did that fits nothing any more.
    pub strays: Vec<Stray>,
    /// The gatherings that reactions name, or that staff decided about.
    pub gatherings: Vec<Met>,
    /// How many places there are in which people wrote different things without knowing of each other.
    pub conflicts: usize,
    reactions: BTreeMap<ReactionId, Received>,
    themes: Vec<Theme>,
    placements: BTreeMap<Part, Placement>,
    telling: Telling,
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

    /// Takes in where another one stands.
    fn join(&mut self, other: &Self) {
        self.themes.extend(&other.themes);
        self.set_aside = self.set_aside.take().or_else(|| other.set_aside.clone());
        self.later = self.later.max(other.later);
    }
}

impl Work {
    /// The reactions, by id.
    pub fn reactions(&self) -> impl Iterator<Item = &Received> {
        self.reactions.values()
    }

    /// Whether there is such a part.
    pub fn has(&self, part: &Part) -> bool {
        has(&self.reactions, part)
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
}

fn has(reactions: &BTreeMap<ReactionId, Received>, part: &Part) -> bool {
    let answers = |one: &Received| part.question.as_ref().is_none_or(|question| one.answer(question).is_some());
    reactions.get(&part.reaction).is_some_and(answers)
}

#[cfg(test)]
pub(crate) mod tests;
