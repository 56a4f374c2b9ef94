//! What people did, in a form that merges: one mechanism for a consultation's work and for a gathering.
//!
//! - [`id`]: names that are unique for ever.
//! - [`entry`]: what one person did at one moment, and what they knew of then.
//! - `fresh`: entries that come in together.
//! - [`graph`]: which entry came after which; no clock has a say in it.
//! - [`register`]: what was written in one place, and what of it holds.
//! - [`fold`]: from entries to what holds, one at a time or many.
//! - [`ask`]: what follows from it.
//! - [`undo`]: taking back and putting back, in the order of a person's own acts.
//!
//! The state follows from the entries, and from nothing else: the same ones give the same state in whatever order and from
//! however many files they came. Texts are not in the log; an entry names one by a random id, so that it can be erased.

pub mod ask;
pub mod entry;
pub mod fold;
mod fresh;
pub mod graph;
pub mod id;
pub mod register;
pub mod undo;

pub use ask::Rival;
pub use entry::{Act, Entry, Erased, ErasedWhy, Writes};
pub use fold::{Log, Merged};
pub use id::{EntryId, TextId};
pub use undo::Undoing;

/// The name of the format.
pub const FORMAT: &str = "beginspraak.log/1";

#[cfg(test)]
pub(crate) mod tests;
