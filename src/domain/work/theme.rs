//! A theme: a group of reactions that say a similar thing, with where it landed and what people said word for word.

use crate::domain::{
    feedback::Landing,
    id::{Id, ReactionId},
    language::Localised,
};
use serde::Serialize;

/// A theme.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Theme {
    /// Names its place on the page.
    pub id: Id,
    /// In a line.
    pub title: Localised,
    /// What we heard.
    pub summary: Localised,
    /// Where it landed.
    pub landings: Vec<Landing>,
    /// Word for word.
    pub quotes: Vec<WorkQuote>,
}

impl Theme {
    /// One that landed nowhere yet.
    pub fn new(id: Id, title: Localised, summary: Localised) -> Self {
        Self { id, title, summary, landings: Vec::new(), quotes: Vec::new() }
    }
}

/// A quote that somebody wants to publish.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct WorkQuote {
    /// Whose reaction.
    pub reaction: ReactionId,
    /// The answer to which question.
    pub question: Id,
    /// The words of it, with `[…]` where something is left out.
    pub text: String,
    /// Somebody read it and found no personal data in it.
    pub cleared: bool,
}
