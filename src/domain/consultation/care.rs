//! With what care a question was prepared: the phase of policy that it belongs to, the room that was agreed on, the points of
//! touchstones that it meets, and who else read it.

use super::Reference;
use crate::domain::{day::Day, id::Id, language::Localised};

/// The part of policy that input is asked for, as the Wet versterking participatie op decentraal niveau tells them apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema), schemars(rename_all = "snake_case"))]
pub enum LawPhase {
    /// It is being made.
    Preparing,
    /// It is being carried out.
    Doing,
    /// One looks back on it.
    Evaluating,
}

impl LawPhase {
    /// As they stand in files.
    pub const CODES: &'static [&'static str] = &["preparing", "doing", "evaluating"];
    /// In the same order.
    pub const ALL: [LawPhase; 3] = [LawPhase::Preparing, LawPhase::Doing, LawPhase::Evaluating];
}

/// What the participation law says of a question.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct Law {
    /// The phase.
    pub phase: LawPhase,
    /// The province's own ordinance on participation.
    pub ordinance: Option<Reference>,
}

/// Who agreed beforehand on what can still change.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct Agreed {
    /// A body or a role.
    pub by: Localised,
    /// On which day.
    pub on: Day,
}

/// How a question meets one point of a touchstone.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct Tested {
    /// The touchstone, one of those of the question.
    pub touchstone: Id,
    /// Which of its points, from 1.
    pub point: usize,
    /// How, in a sentence.
    pub how: Localised,
}

/// Who read a question before it was published, besides who wrote it.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct SeenBy {
    /// Their role, never their name.
    pub role: Localised,
    /// On which day.
    pub on: Day,
}
