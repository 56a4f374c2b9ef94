//! What happened to a question that people could already see: extended, closed early or withdrawn, each with a reason.

use crate::domain::{day::Day, language::Localised};

/// One of those. Its reason is for residents.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct Amendment {
    /// What happened.
    pub what: Amended,
    /// On which day. Of a withdrawal: from that day on nobody can react.
    pub on: Day,
    /// The last day on which one could react, as it was before.
    pub closes_was: Day,
    /// When feedback was promised before, if that day changed too.
    pub feedback_due_was: Option<Day>,
    /// Why.
    pub reason: Localised,
}

/// What can happen to a question.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema), schemars(rename_all = "snake_case"))]
pub enum Amended {
    /// One can react longer.
    Extended,
    /// One can react less long.
    ClosedEarly,
    /// It is asked no more. Its page stays.
    Withdrawn,
}

impl Amended {
    /// As they stand in files.
    pub const CODES: &'static [&'static str] = &["extended", "closed_early", "withdrawn"];
    /// In the same order.
    pub const ALL: [Amended; 3] = [Amended::Extended, Amended::ClosedEarly, Amended::Withdrawn];
}
