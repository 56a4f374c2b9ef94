//! What hosts see to before a gathering, and agree on for while it is there: each can be ticked.

use crate::domain::from_json::named;
use serde::{Deserialize, Serialize};

/// One of these.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Task {
    /// The desk was opened once with a network.
    OpenDesk,
    /// The device is charged, and there are forms and pens.
    Pack,
    /// Chairs stand in a circle.
    Circle,
    /// It is known what is fixed and what is open.
    Scope,
    /// It is read aloud what happens with the stories.
    ReadAloud,
    /// Listening more than sending.
    Listen,
    /// Asking for experiences.
    Experience,
    /// Asking what bothers people.
    Bother,
    /// Asking what they do themselves.
    OwnAction,
    /// Noting in their own words.
    OwnWords,
    /// Speaking plainly.
    PlainWords,
    /// Promising only what can be done.
    Promise,
}

named!(Task {
    OpenDesk = "open_desk",
    Pack = "pack",
    Circle = "circle",
    Scope = "scope",
    ReadAloud = "read_aloud",
    Listen = "listen",
    Experience = "experience",
    Bother = "bother",
    OwnAction = "own_action",
    OwnWords = "own_words",
    PlainWords = "plain_words",
    Promise = "promise",
});

impl Task {
    /// Whether it is about how one listens, which hosts agree on; the others are to be done.
    pub fn is_rule(self) -> bool {
        self >= Task::Listen
    }

    /// Those of one of the two sorts.
    pub fn sorted(rules: bool) -> impl Iterator<Item = Self> {
        Self::ALL.into_iter().filter(move |task| task.is_rule() == rules)
    }
}
