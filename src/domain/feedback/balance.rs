//! De balans: how many reactions there were, and where they are now.

use crate::domain::{
    day::Day,
    from_json::{from_json, named},
    id::Id,
    language::Localised,
    log::ErasedWhy,
    reaction::Source,
};
use serde::{Deserialize, Serialize};

/// How many came from each source.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct BySource {
    /// On this site.
    pub resident: u32,
    /// Written down in a gathering.
    pub gathering: u32,
    /// Typed in from a paper form.
    pub paper: u32,
}

impl BySource {
    /// Each source with its number.
    pub fn each(self) -> [(Source, u32); 3] {
        [(Source::Resident, self.resident), (Source::Gathering, self.gathering), (Source::Paper, self.paper)]
    }

    /// All together. In feedback that adds up it is exact; of numbers that somebody made up, it is at most what fits.
    pub fn total(self) -> u32 {
        self.resident.saturating_add(self.gathering).saturating_add(self.paper)
    }

    /// Adds to a source.
    pub fn add(&mut self, source: Source, count: u32) {
        let sum = match source {
            Source::Resident => &mut self.resident,
            Source::Gathering => &mut self.gathering,
            Source::Paper => &mut self.paper,
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
    /// Besides: what was erased for good, and is in no other number.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(not(target_arch = "wasm32"), schemars(default))]
    pub erased: Vec<ErasedCount>,
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
        self.received.total().saturating_add(self.unfit).saturating_add(self.erased_count())
    }

    /// All that are still being read.
    pub fn pending_count(&self) -> u32 {
        self.pending.iter().fold(0, |sum, one| sum.saturating_add(one.count))
    }
}

/// So many reactions from one source landed in exactly these themes. From these numbers the signpost is drawn, so that
/// its branches add up as the balance does.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct Way {
    /// From where.
    pub source: Source,
    /// To which themes; at least one.
    pub themes: Vec<Id>,
    /// How many.
    pub count: u32,
}

from_json!(BySource { resident, gathering, paper });
from_json!(SetAside { reason, note });
