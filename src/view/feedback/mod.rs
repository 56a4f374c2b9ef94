//! The parts of a feedback page. Made natively, plain HTML in the browser.

pub mod after;
pub mod answer;
pub mod balance;
pub mod theme;

pub use after::{LessonsBlock, NextStepsBlock, VersionsBlock};
pub use answer::AnswerBlock;
pub use balance::BalanceBlock;
pub use theme::ThemeBlock;
