//! Texts that stand beside the log, each under a random name, so that one can be erased.

use super::place::PlaceRuling;
use crate::domain::{
    feedback::{Landing, Lesson, NextStep},
    language::Localised,
    log::TextId,
};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// What stands under a name.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Passage {
    /// A title, a summary or a note.
    Words(Localised),
    /// Where a theme landed.
    Landing(Landing),
    /// What was learned.
    Lesson(Lesson),
    /// What happens next.
    NextStep(NextStep),
    /// Words of somebody's reaction.
    Quote(String),
    /// What the name of a place is.
    PlaceName(PlaceRuling),
    /// Words that look like personal data and may be published.
    Cleared(String),
}

/// Texts by name.
pub type Passages = BTreeMap<TextId, Passage>;

/// A line of a file of texts.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PassageLine {
    /// Its name.
    pub text: TextId,
    /// What it says.
    pub is: Passage,
}
