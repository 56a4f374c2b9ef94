//! A reaction or one answer of it, and where it is put.

use crate::domain::{
    day::Day,
    feedback::balance::SetAside,
    id::{Id, ReactionId},
};
use serde::{Deserialize, Serialize};

/// A reaction as a whole, or its answer to one question. Orders by reaction, the whole before its answers.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Part {
    /// The reaction.
    pub reaction: ReactionId,
    /// The question; `None` for the whole.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub question: Option<Id>,
}

impl Part {
    /// The reaction as a whole.
    pub fn whole(reaction: ReactionId) -> Self {
        Self { reaction, question: None }
    }
}

/// Where it is put.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Placement {
    /// With these themes; at least one.
    Themes(Vec<Id>),
    /// With none, for a reason.
    SetAside(SetAside),
    /// It will be read by this day.
    Later(Day),
}
