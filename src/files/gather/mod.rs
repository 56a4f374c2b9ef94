//! Reactions as they are brought together in a work folder.
//!
//! - [`object`]: something that should hold a reaction.
//! - [`records`]: a file in which one reaction stands, or many.
//! - [`plain`], [`typed`]: a record as a reaction; a form that was sent without JavaScript.
//! - [`marks`]: what in it does not fit the questions, is a test, or claims a source.
//! - [`left_out`]: what could not be gathered.

pub mod left_out;
pub mod marks;
pub mod object;
pub mod plain;
pub mod records;
pub mod typed;

use super::lines::Damage;
use left_out::LeftOut;
use marks::Marks;

/// What a run brought.
#[derive(Debug, Default)]
pub struct Summary {
    /// Reactions that were not there yet.
    pub new: usize,
    /// Reactions in the folder now.
    pub total: usize,
    /// What could not be gathered.
    pub left_out: Vec<LeftOut>,
    /// Lines in the work folder that could not be read.
    pub damage: Vec<Damage>,
    /// How the reactions in the folder stand.
    pub marks: Marks,
}
