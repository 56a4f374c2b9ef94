//! Measures what was promised: how heavy the pages are, how many reactions the collector takes, and what
//! looking one up costs.

mod client;
pub mod collector;
mod disk;
mod latency;
pub mod lookup;
mod reaction;
pub mod sizes;
