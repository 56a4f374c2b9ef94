//! A photo or drawing that content names: which one, what it shows, and who made it.

use super::{id::Id, language::Localised};

/// A picture in the folder `pictures`, by its name there.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct Picture {
    /// Its name in `content/pictures`, without width and kind.
    pub file: Id,
    /// What one sees, for who can't see it.
    pub alt: Localised,
    /// Who made it; shown under it.
    pub maker: Option<Localised>,
}
