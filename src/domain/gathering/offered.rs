//! What the site offers to gatherings, as it stands in the page of the desk: the questions that they can be about, and the
//! touchstones that can show in them.

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

/// What the site offers.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Offer {
    /// The questions that are open, or will be.
    pub questions: Vec<Offered>,
    /// The touchstones: what each is called, by its name in the site's settings, and what it holds.
    pub touchstones: Vec<OfferedTouchstone>,
}

/// A touchstone of the site.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OfferedTouchstone {
    /// Its name.
    pub id: Id,
    /// What it is called.
    pub title: String,
    /// What it asks for.
    pub items: Vec<String>,
}
