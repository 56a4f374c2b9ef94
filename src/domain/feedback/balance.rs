//! De balans: how many reactions there were, and where they are now.

use crate::domain::{
    day::Day,
    from_json::{FromJson, from_json, named},
    id::Id,
    language::Localised,
    log::ErasedWhy,
    own_json::Json,
    reaction::Source,
};
use serde::{Deserialize, Serialize};

/// From where a reaction came, as far as somebody confirmed it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub enum Origin {
    /// Somebody reacted on this site.
    Resident,
    /// It was said in a gathering that staff accepted.
    Gathering,
    /// It was typed in from a paper form of such a gathering.
    Paper,
    /// It says one of those two, and nobody confirmed it.
    Unconfirmed,
}

named!(Origin { Resident = "resident", Gathering = "gathering", Paper = "paper", Unconfirmed = "unconfirmed" });

impl Origin {
    /// What is known of a reaction by its source alone, which is a claim.
    pub fn of(source: Source) -> Self {
        if source == Source::Resident { Self::Resident } else { Self::Unconfirmed }
    }
}

/// How many came from each side.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct BySource {
    /// On this site.
    pub resident: u32,
    /// Said in gatherings that staff accepted.
    pub gathering: u32,
    /// Typed in from paper forms of such gatherings.
    pub paper: u32,
    /// Those that say one of these two, and that nobody confirmed. In a file of an earlier release it is not there: then
    /// nobody confirmed any.
    #[cfg_attr(not(target_arch = "wasm32"), schemars(default))]
    pub unconfirmed: u32,
}

impl BySource {
    /// Each origin with its number.
    pub fn each(self) -> [(Origin, u32); 4] {
        [
            (Origin::Resident, self.resident),
            (Origin::Gathering, self.gathering),
            (Origin::Paper, self.paper),
            (Origin::Unconfirmed, self.unconfirmed),
        ]
    }

    /// All together. In feedback that adds up it is exact; of numbers that somebody made up, it is at most what fits.
    pub fn total(self) -> u32 {
        self.each().into_iter().fold(0, |sum, (_, count)| sum.saturating_add(count))
    }

    /// Adds to an origin.
    pub fn add(&mut self, origin: Origin, count: u32) {
        let sum = match origin {
            Origin::Resident => &mut self.resident,
            Origin::Gathering => &mut self.gathering,
            Origin::Paper => &mut self.paper,
            Origin::Unconfirmed => &mut self.unconfirmed,
        };
        *sum = sum.saturating_add(count);
    }
}

/// Why a reaction, or an answer of it, got no theme.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub enum SetAsideReason {
    /// There is nothing in it that one could use.
    Empty,
    /// It says the same as another one of the same person.
    Double,
    /// It is about something else than this consultation.
    OffTopic,
    /// It is a personal matter, which needs an answer of its own.
    PersonalMatter,
    /// It insults or threatens people.
    Insulting,
    /// It can't be read or understood.
    Unreadable,
    /// For another reason, which is said.
    Other,
}

named!(SetAsideReason {
    Empty = "empty",
    Double = "double",
    OffTopic = "off_topic",
    PersonalMatter = "personal_matter",
    Insulting = "insulting",
    Unreadable = "unreadable",
    Other = "other",
});

/// Set aside, and why.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct SetAside {
    /// Why.
    pub reason: SetAsideReason,
    /// More about it; always there when the reason is another one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub note: Option<Localised>,
}

/// How many were set aside for one reason.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct SetAsideCount {
    /// Why.
    pub reason: SetAsideReason,
    /// More about it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub note: Option<Localised>,
    /// How many.
    pub count: u32,
}

/// How many are still being read, and until when.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct PendingCount {
    /// The day by which they will be read.
    pub by: Day,
    /// How many.
    pub count: u32,
}

/// How many reactions there were, and where they are now.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct Counts {
    /// All that came in.
    pub received: BySource,
    /// The gatherings that remarks came from, if there are any.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub gatherings: Option<GatheringCount>,
    /// Those with a theme that landed.
    pub landed: u32,
    /// Those without, for a reason.
    #[cfg_attr(not(target_arch = "wasm32"), schemars(default))]
    pub set_aside: Vec<SetAsideCount>,
    /// Those still being read.
    #[cfg_attr(not(target_arch = "wasm32"), schemars(default))]
    pub pending: Vec<PendingCount>,
    /// Besides: what came in and does not fit what was asked. It is in no other number.
    #[serde(skip_serializing_if = "is_none")]
    #[cfg_attr(not(target_arch = "wasm32"), schemars(default))]
    pub unfit: u32,
    /// Besides: what came from gatherings that staff did not accept. It is in no other number.
    #[serde(skip_serializing_if = "is_none")]
    #[cfg_attr(not(target_arch = "wasm32"), schemars(default))]
    pub refused: u32,
    /// Besides: what was erased for good, and is in no other number.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(not(target_arch = "wasm32"), schemars(default))]
    pub erased: Vec<ErasedCount>,
}

/// The gatherings that remarks came from. Remarks and people are counted apart: one person may say five things.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct GatheringCount {
    /// How many gatherings.
    pub count: u32,
    /// How many people were there, if they were counted in each.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub people: Option<u32>,
}

/// How many were erased for good, for one reason.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct ErasedCount {
    /// Why.
    pub why: ErasedWhy,
    /// How many.
    pub count: u32,
}

fn is_none(count: &u32) -> bool {
    *count == 0
}

impl Counts {
    /// All that were set aside.
    pub fn set_aside_count(&self) -> u32 {
        self.set_aside.iter().fold(0, |sum, one| sum.saturating_add(one.count))
    }

    /// All that were erased.
    pub fn erased_count(&self) -> u32 {
        self.erased.iter().fold(0, |sum, one| sum.saturating_add(one.count))
    }

    /// Everything that ever came in, as far as anybody knows.
    pub fn ever(&self) -> u32 {
        self.received
            .total()
            .saturating_add(self.unfit)
            .saturating_add(self.refused)
            .saturating_add(self.erased_count())
    }

    /// All that are still being read.
    pub fn pending_count(&self) -> u32 {
        self.pending.iter().fold(0, |sum, one| sum.saturating_add(one.count))
    }
}

/// So many reactions of one origin landed in exactly these themes. From these numbers the signpost is drawn, so that
/// its branches add up as the balance does.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct Way {
    /// From where.
    pub source: Origin,
    /// To which themes; at least one.
    pub themes: Vec<Id>,
    /// How many.
    pub count: u32,
}

from_json!(SetAside { reason, note });

impl FromJson for BySource {
    fn from_json(json: &Json) -> Option<Self> {
        let number = |name| FromJson::from_json(json.get(name));
        let unconfirmed: Option<u32> = FromJson::from_json(json.get("unconfirmed"))?;
        Some(Self {
            resident: number("resident")?,
            gathering: number("gathering")?,
            paper: number("paper")?,
            unconfirmed: unconfirmed.unwrap_or_default(),
        })
    }
}
