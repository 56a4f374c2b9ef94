//! What somebody tells: a question asks for one kind, and what is said in a gathering is of one.

use super::from_json::named;
use serde::{Deserialize, Serialize};

/// From "vraag mensen naar hun ervaringen, naar wat ze dwarszit, naar wat ze daar zelf aan doen", and what else they bring.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema), schemars(rename = "About"))]
pub enum Kind {
    /// What they live through.
    #[default]
    Experience,
    /// What bothers them.
    Bother,
    /// What they do themselves.
    OwnAction,
    /// What could be.
    Idea,
    /// What they want to know.
    Question,
    /// What the system puts in their way.
    Obstacle,
}

named!(Kind {
    Experience = "experience",
    Bother = "bother",
    OwnAction = "own_action",
    Idea = "idea",
    Question = "question",
    Obstacle = "obstacle",
});

impl Kind {
    /// The kind with this name.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::CODES.iter().position(|name| *name == code).map(|at| Self::ALL[at])
    }
}
