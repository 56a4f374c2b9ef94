//! Speelruimte: what input can still change, stated beforehand, with reasons.

use super::Agreed;
use crate::domain::language::Localised;

/// Three groups of points; together they may not be empty.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct Scope {
    /// Can't be changed any more.
    pub fixed: Vec<ScopeItem>,
    /// Input can change this.
    pub open: Vec<ScopeItem>,
    /// Not known yet whether input can change it.
    pub undecided: Vec<ScopeItem>,
    /// Who agreed on that beforehand.
    pub agreed: Option<Agreed>,
}

/// One point.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct ScopeItem {
    /// The point in one sentence.
    pub text: Localised,
    /// Why it is in this group.
    pub reason: Option<Localised>,
}
