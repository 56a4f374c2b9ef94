//! Measures what was promised: how heavy the pages are, and how many reactions the collector takes.

mod client;
pub mod collector;
mod disk;
mod latency;
mod reaction;
pub mod sizes;
