//! The pages of the site, one file for each kind.

pub mod about;
pub mod consultation;
pub mod device;
pub mod feedback;
pub mod not_found;
pub mod offline;
pub mod overview;
pub mod sheet;
mod skeleton;
