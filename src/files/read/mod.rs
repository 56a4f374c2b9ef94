//! Reading content files: from JSON to the domain's types, reporting *every* problem with its path and cause.

mod care;
pub mod consultation;
mod context;
pub mod decisions;
mod endpoint;
pub mod feedback;
pub mod finding;
pub mod places;
mod question;
mod reader;
pub mod site;

pub use finding::{Cause, Finding};
pub use reader::is_origin;

#[cfg(test)]
pub(in crate::files) mod tests;
