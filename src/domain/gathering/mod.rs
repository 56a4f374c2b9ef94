//! A gathering: people in a village hall, at a kitchen table or along a road, and what they say there.
//!
//! - [`id`]: what gatherings and remarks are called.
//! - [`words`]: words that somebody typed, once they were checked.
//! - [`setting`]: what is to be known before it begins.
//! - [`deed`]: what hosts can do, as it stands in the log.
//! - [`notebook`]: the log, and the texts beside it.
//! - [`state`]: from there to what holds.
//! - [`offered`]: the questions of the site that it can be about.

pub mod deed;
pub mod id;
pub mod notebook;
pub mod offered;
pub mod setting;
pub mod state;
pub mod words;

pub use deed::{About, Deed, Kind};
pub use id::{GatheringId, RemarkId};
pub use notebook::{Notebook, TextLine};
pub use offered::Offered;
pub use setting::{Setting, SettingFault, TypedSetting};
pub use state::{Gathering, Remark};
pub use words::{Words, WordsFault};

#[cfg(test)]
mod tests;
