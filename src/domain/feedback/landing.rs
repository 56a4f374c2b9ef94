//! Where a theme landed: what is done with it, why, where it went and who decides.

use crate::domain::{day::Day, from_json::named, language::Localised};
use serde::{Deserialize, Serialize};

/// What is done with a theme. The order is the one in which feedback counts and draws them; none is hidden at the end.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub enum LandingStatus {
    /// Overgenomen: it is done as people asked.
    Adopted,
    /// Deels overgenomen.
    Partly,
    /// The province changed its mind because of what people said.
    ChangedMind,
    /// Not done, with the reason.
    Not,
    /// Passed on to whoever is responsible, who took it over.
    PassedOn,
    /// People take it up themselves.
    Community,
    /// Not decided yet, with the day on which it will be.
    StillOpen,
}

named!(LandingStatus {
    Adopted = "adopted",
    Partly = "partly",
    ChangedMind = "changed_mind",
    Not = "not",
    PassedOn = "passed_on",
    Community = "community",
    StillOpen = "still_open",
});

/// Who has it now.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub enum DestinationKind {
    /// The province itself.
    Province,
    /// A municipality (gemeente).
    Municipality,
    /// A water board (waterschap).
    WaterBoard,
    /// The national government (Rijk).
    State,
    /// A village, club or group of residents.
    Community,
    /// Somebody else.
    Other,
}

named!(DestinationKind {
    Province = "province",
    Municipality = "municipality",
    WaterBoard = "water_board",
    State = "state",
    Community = "community",
    Other = "other",
});

/// Where it went.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct Destination {
    /// Who has it now.
    pub kind: DestinationKind,
    /// By name: the plan, the department, or whoever took it over.
    pub name: Localised,
    /// Where one can follow it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
    /// When it is decided or done.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub date: Option<Day>,
}

/// What is wrong with a landing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LandingFault {
    /// What is passed on goes to somebody else than the province.
    PassedOnToUs,
    /// What the community takes up is in its hands.
    NotWithCommunity,
    /// What is still open has a day on which it is decided.
    OpenWithoutDay,
    /// What the province does, or does not do, is with the province.
    NotOurs,
}

/// One place where a theme landed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct Landing {
    /// What is done with it.
    pub status: LandingStatus,
    /// The same in a line, for the signpost; at most [`WHAT`] characters.
    pub what: Localised,
    /// Why.
    pub reason: Localised,
    /// Where it went.
    pub destination: Destination,
    /// Who decides.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub decided_by: Option<Localised>,
}

/// The most characters of a landing on the signpost.
pub const WHAT: usize = 60;
/// The most characters of a theme's title on the signpost.
pub const TITLE: usize = 32;

impl Landing {
    /// Whether status and destination fit each other.
    pub fn check(&self) -> Result<(), LandingFault> {
        use DestinationKind::{Community, Province};
        let kind = self.destination.kind;
        match self.status {
            LandingStatus::PassedOn if matches!(kind, Province | Community) => Err(LandingFault::PassedOnToUs),
            LandingStatus::Community if kind != Community => Err(LandingFault::NotWithCommunity),
            LandingStatus::StillOpen if self.destination.date.is_none() => Err(LandingFault::OpenWithoutDay),
            LandingStatus::Adopted | LandingStatus::Partly | LandingStatus::ChangedMind | LandingStatus::Not
                if kind != Province =>
            {
                Err(LandingFault::NotOurs)
            }
            _ => Ok(()),
        }
    }
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;

    pub(crate) fn landing(status: LandingStatus, kind: DestinationKind, date: Option<Day>) -> Landing {
        let text = |text: &str| Localised::Same(text.into());
        let destination = Destination { kind, name: text("Wie het heeft"), url: None, date };
        Landing { status, what: text("Wat we doen"), reason: text("Daarom."), destination, decided_by: None }
    }

    #[test]
    fn names_stand_in_the_order_of_the_variants() {
        for status in LandingStatus::ALL {
            assert_eq!(serde_json::to_value(status).unwrap(), status.code());
        }
        for (kind, code) in DestinationKind::ALL.into_iter().zip(DestinationKind::CODES) {
            assert_eq!(serde_json::to_value(kind).unwrap(), code);
        }
    }

    #[test]
    fn status_and_destination_fit_each_other() {
        use {DestinationKind as K, LandingStatus as S};
        let day = Day::new(2027, 1, 1).ok();
        let check = |status, kind, date| landing(status, kind, date).check();
        assert_eq!(check(S::PassedOn, K::WaterBoard, None), Ok(()));
        assert_eq!(check(S::PassedOn, K::Province, None), Err(LandingFault::PassedOnToUs));
        assert_eq!(check(S::Community, K::Municipality, None), Err(LandingFault::NotWithCommunity));
        assert_eq!(check(S::StillOpen, K::Province, None), Err(LandingFault::OpenWithoutDay));
        assert_eq!(check(S::StillOpen, K::Province, day), Ok(()));
        assert_eq!(check(S::Not, K::Municipality, None), Err(LandingFault::NotOurs));
    }
}
