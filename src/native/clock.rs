//! Which day it is where the residents are, and the time for ids.

use crate::domain::day::Day;
use jiff::{Timestamp, civil::Date, tz::TimeZone};

/// Tells the day; tests and demonstrations can pin it.
#[derive(Clone, Debug)]
pub enum Clock {
    /// The system's clock, seen in this time zone.
    System(TimeZone),
    /// Always this day.
    Pinned(Day),
}

impl Clock {
    /// The clock of the Netherlands. The time zone database is built in, so a bare container has it too.
    pub fn amsterdam() -> Self {
        Clock::System(TimeZone::get("Europe/Amsterdam").unwrap_or(TimeZone::UTC))
    }

    /// Today.
    pub fn today(&self) -> Day {
        match self {
            Clock::System(zone) => day(Timestamp::now().to_zoned(zone.clone()).date()),
            Clock::Pinned(day) => *day,
        }
    }

    /// Milliseconds since 1970.
    pub fn milliseconds() -> u64 {
        Timestamp::now().as_millisecond().try_into().unwrap_or_default()
    }
}

fn day(date: Date) -> Day {
    let part = |n: i8| n.unsigned_abs();
    let day = Day::new(date.year().unsigned_abs(), part(date.month()), part(date.day()));
    // The system's clock is between the years 1 and 9999, and jiff knows no days that do not exist.
    day.expect("a day of the calendar")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_day_turns_at_midnight_in_the_netherlands() {
        let zone = TimeZone::get("Europe/Amsterdam").unwrap();
        let at = |text: &str| day(text.parse::<Timestamp>().unwrap().to_zoned(zone.clone()).date()).to_string();
        assert_eq!(at("2026-07-01T21:59:59Z"), "2026-07-01");
        assert_eq!(at("2026-07-01T22:00:00Z"), "2026-07-02");
        assert_eq!(at("2026-12-31T22:59:59Z"), "2026-12-31");
        assert_eq!(at("2026-12-31T23:00:00Z"), "2027-01-01");
    }
}
