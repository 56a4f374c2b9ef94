//! What is printed, for a gathering and for a question.
//!
//! - [`choice`]: choosing what, on which paper and how often.
//! - [`sender`], [`code`]: whose a sheet is, and the code on it with what that does.
//! - [`poster`], [`forms`], [`letter`]: the sheets.
//! - [`question`]: the room of a question.

pub mod choice;
pub mod code;
pub mod forms;
pub mod letter;
pub mod poster;
pub mod question;
pub mod sender;

use crate::domain::room::Room;

/// The address of the room of a question.
pub fn href(slug: &str) -> String {
    format!("{}/{slug}/drukwerk", Room::Drafts.href())
}
