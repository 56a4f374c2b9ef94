//! De balans: received = landed + set aside + pending, and every count in the account follows from the same reactions.

use super::Account;
use crate::domain::{
    day::Day,
    from_json::{from_json, named},
    id::Id,
    language::Localised,
    reaction::Source,
};
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};

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

    /// All together.
    pub fn total(self) -> u32 {
        self.resident + self.gathering + self.paper
    }

    /// Adds to a source.
    pub fn add(&mut self, source: Source, count: u32) {
        match source {
            Source::Resident => self.resident += count,
            Source::Gathering => self.gathering += count,
            Source::Paper => self.paper += count,
        }
    }
}

/// Why a reaction, or an answer of it, got no theme.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
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
}

impl Counts {
    /// All that were set aside.
    pub fn set_aside_count(&self) -> u32 {
        self.set_aside.iter().map(|one| one.count).sum()
    }

    /// All that are still being read.
    pub fn pending_count(&self) -> u32 {
        self.pending.iter().map(|one| one.count).sum()
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

/// Why an account does not add up.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Imbalance {
    /// Landed, set aside and pending together are not what was received.
    Sum {
        /// What came in.
        received: u32,
        /// What has a place.
        placed: u32,
    },
    /// The ways do not lead as many reactions to themes as landed.
    Ways {
        /// What landed.
        landed: u32,
        /// What the ways hold.
        ways: u32,
    },
    /// More reactions of a source went to themes than came in from it.
    Source(Source),
    /// A theme's count is not what its ways bring.
    ThemeCount {
        /// Which theme.
        theme: Id,
        /// What it says.
        says: u32,
        /// What its ways bring.
        ways: u32,
    },
    /// A way leads to a theme that is not there, or nowhere.
    Astray,
    /// A theme landed nowhere.
    NoLanding(Id),
}

from_json!(BySource { resident, gathering, paper });
from_json!(SetAside { reason, note });

/// Everything that does not add up.
pub(super) fn check(account: &Account) -> Vec<Imbalance> {
    let mut found = Vec::new();
    let Counts { received, landed, .. } = account.counts;
    let placed = landed + account.counts.set_aside_count() + account.counts.pending_count();
    if received.total() != placed {
        found.push(Imbalance::Sum { received: received.total(), placed });
    }
    let (mut bring, mut from) = (BTreeMap::<&Id, u32>::new(), BySource::default());
    for way in &account.ways {
        from.add(way.source, way.count);
        for theme in &way.themes {
            *bring.entry(theme).or_default() += way.count;
        }
    }
    if from.total() != landed {
        found.push(Imbalance::Ways { landed, ways: from.total() });
    }
    let over = from.each().into_iter().zip(received.each()).filter(|((_, ways), (_, came))| ways > came);
    found.extend(over.map(|((source, _), _)| Imbalance::Source(source)));
    let known: BTreeSet<&Id> = account.themes.iter().map(|theme| &theme.id).collect();
    if account.ways.iter().any(|way| way.themes.is_empty()) || bring.keys().any(|theme| !known.contains(theme)) {
        found.push(Imbalance::Astray);
    }
    for theme in &account.themes {
        let ways = bring.get(&theme.id).copied().unwrap_or(0);
        if theme.count != ways {
            found.push(Imbalance::ThemeCount { theme: theme.id.clone(), says: theme.count, ways });
        }
        if theme.landings.is_empty() {
            found.push(Imbalance::NoLanding(theme.id.clone()));
        }
    }
    found
}
