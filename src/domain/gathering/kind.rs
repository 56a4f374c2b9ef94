//! What sorts there are: of gatherings, of the points that they come to, and of looking back.

use crate::domain::from_json::named;
use serde::{Deserialize, Serialize};

/// How what is in a gathering came to be noted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Nature {
    /// People came together.
    #[default]
    Hall,
    /// Somebody heard it from one, here and there: each on a day of its own.
    Ideas,
    /// A colleague told it. It is no reaction of a resident, and is never sent.
    Interview,
}

named!(Nature { Hall = "hall", Ideas = "ideas", Interview = "interview" });

/// What a point is about, in the order in which they stand on the sheet.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Sort {
    /// What it comes down to, as read back to who is there.
    #[default]
    Main,
    /// What the province does: who, and by when.
    Promise,
    /// What somebody else is to hear of: a municipality, a water board.
    PassOn,
    /// What the village does itself.
    Village,
    /// What others can join.
    Join,
    /// What the system puts in the way.
    Obstacle,
    /// A touchstone that showed, and the story in which.
    Touchstone,
}

named!(Sort {
    Main = "main",
    Promise = "promise",
    PassOn = "pass_on",
    Village = "village",
    Join = "join",
    Obstacle = "obstacle",
    Touchstone = "touchstone",
});

impl Sort {
    /// Whether somebody stands behind it.
    pub fn has_who(self) -> bool {
        matches!(self, Sort::Promise | Sort::PassOn | Sort::Join)
    }

    /// Whether there is a day by which it is done.
    pub fn has_day(self) -> bool {
        self == Sort::Promise
    }
}

/// In which way hosts look back together.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Sense {
    /// What they heard.
    Heard,
    /// What they felt.
    Felt,
    /// What they lived through.
    Lived,
}

named!(Sense { Heard = "heard", Felt = "felt", Lived = "lived" });
