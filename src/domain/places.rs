//! The municipalities of a province and the villages in them, for the place question.

use super::language::Localised;
use crate::domain::from_json::from_json;
use serde::Serialize;

/// A municipality and its towns and villages, both in the spelling people use.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct Municipality {
    /// The municipality's name.
    pub name: String,
    /// The villages' names, sorted.
    pub villages: Vec<String>,
}

/// All municipalities of one province: the file `content/places/<province>.json`.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct Places {
    /// The province's name.
    pub province: String,
    /// Where the names come from.
    pub source: PlacesSource,
    /// Sorted by name.
    pub municipalities: Vec<Municipality>,
}

/// Where a list of places comes from and on what terms.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct PlacesSource {
    /// The data set's name.
    pub title: Localised,
    /// Its address.
    pub url: Option<String>,
    /// Its licence.
    pub licence: String,
}

from_json!(Municipality { name, villages });
