//! Feiten en cijfers: a small figure or series with its source.

use super::Reference;
use crate::domain::{id::Id, language::Localised};

/// A figure or series.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct Fact {
    /// Unique in the consultation.
    pub id: Id,
    /// What it is about.
    pub title: Localised,
    /// How it is drawn.
    pub chart: Chart,
    /// What is counted, such as "inwoners" or "%".
    pub unit: Option<Localised>,
    /// One for a figure, 2 to 8 for bars, 2 to 12 for a line.
    pub values: Vec<FactValue>,
    /// What it says, in one sentence.
    pub text: Option<Localised>,
    /// Where it comes from.
    pub source: Reference,
    /// Invented to show how it looks; the page says so.
    #[cfg_attr(not(target_arch = "wasm32"), schemars(default))]
    pub example: bool,
}

/// How a fact is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema), schemars(rename_all = "snake_case"))]
pub enum Chart {
    /// One large number.
    Figure,
    /// A bar for each value.
    Bars,
    /// A line through the values, in order of time.
    Line,
}

/// One value of a fact.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct FactValue {
    /// What the value belongs to, such as a year or a village.
    pub label: Localised,
    /// In the fact's unit.
    pub value: f64,
}
