//! Measures what was promised: how heavy the pages are, how many reactions the collector takes, what looking one up
//! costs, what staff wait for, and what a host may lose.

mod bucket;
mod client;
pub mod collector;
pub mod desk;
mod disk;
pub mod hostile;
pub mod intake;
pub mod kills;
mod latency;
pub mod lookup;
mod reaction;
pub mod sizes;
pub mod tally;
pub mod work;
