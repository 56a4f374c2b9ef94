//! Reactions as they are brought together in one file.
//!
//! - [`object`]: something that should hold a reaction.
//! - [`records`]: a file in which one reaction stands, or many.
//! - [`plain`], [`typed`]: a record as a reaction; a form that was sent without JavaScript.
//! - [`gathered`]: the file in which they are brought together.
//! - [`marks`]: what in it does not fit the questions, is a test, or claims a source.
//! - [`left_out`]: what could not be gathered.

pub mod gathered;
pub mod left_out;
pub mod marks;
pub mod object;
pub mod plain;
pub mod records;
pub mod typed;

use left_out::LeftOut;
use marks::Marks;

/// What a run brought.
#[derive(Debug, Default)]
pub struct Summary {
    /// Reactions that were not in the file yet.
    pub new: usize,
    /// Reactions in the file now.
    pub total: usize,
    /// What could not be gathered.
    pub left_out: Vec<LeftOut>,
    /// How the reactions in the file stand.
    pub marks: Marks,
}
