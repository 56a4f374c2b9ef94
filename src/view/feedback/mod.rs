//! The parts of a feedback page beside the signpost. Made natively, plain HTML in the browser.

pub mod after;
pub mod balance;
pub mod theme;

pub use after::{LessonsBlock, NextStepsBlock, VersionsBlock};
pub use balance::{BalanceBlock, PlacesBlock};
pub use theme::ThemeBlock;
