//! The questions of the site that a gathering can be about, as they stand in the page of the desk.

use crate::domain::{day::Day, id::Id};
use serde::{Deserialize, Serialize};

/// A question of the site.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Offered {
    /// Its slug.
    pub slug: Id,
    /// What it is called.
    pub title: String,
    /// The last day on which one can respond.
    pub closes: Day,
}
