//! Reactions as rows for a spreadsheet.
//!
//! - [`sheet`]: rows with the titles and labels of a consultation.
//! - [`asked`]: what it asked, over all its revisions.
//! - [`ids`]: rows with ids, where no content is given.
//! - [`words`]: the words in it, which others give.
//! - [`cell`]: what somebody typed, in a cell.

pub mod asked;
pub mod cell;
pub mod ids;
pub mod sheet;
pub mod words;
