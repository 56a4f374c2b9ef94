//! Which day it is where the residents are, and the time for ids.

use crate::domain::day::Day;
use std::time::{SystemTime, UNIX_EPOCH};

/// Tells the day; tests and demonstrations can pin it.
#[derive(Clone, Copy, Debug)]
pub enum Clock {
    /// The system's clock, seen in the Netherlands.
    System,
    /// Always this day.
    Pinned(Day),
}

impl Clock {
    /// Today.
    pub fn today(self) -> Day {
        let now = || Day::in_the_netherlands(Self::milliseconds().try_into().ok()?);
        match self {
            // The system's clock is between the years 1 and 9999.
            Clock::System => now().expect("a day of the calendar"),
            Clock::Pinned(day) => day,
        }
    }

    /// Milliseconds since 1970.
    pub fn milliseconds() -> u64 {
        let since = SystemTime::now().duration_since(UNIX_EPOCH);
        since.ok().and_then(|since| since.as_millis().try_into().ok()).unwrap_or_default()
    }
}
