//! Which day and time it is in the Netherlands at a moment: days are promised there, wherever a device is.

use super::Day;

/// The number of 1 January 1970, where moments are counted from.
const EPOCH: i64 = 719_469;
/// The number of a Sunday: 4 January 1970.
const SUNDAY: i32 = 719_472;
/// An hour in milliseconds.
const HOUR: i64 = 3_600_000;

impl Day {
    /// The day in the Netherlands at a moment, in milliseconds since 1970. Days are promised there, wherever a device is.
    pub fn in_the_netherlands(milliseconds: i64) -> Option<Self> {
        Self::of(milliseconds + ahead(milliseconds)?)
    }

    /// The day of a moment in universal time.
    fn of(milliseconds: i64) -> Option<Self> {
        let number = EPOCH + milliseconds.div_euclid(24 * HOUR);
        Self::numbered(i32::try_from(number).ok()?)
    }
}

/// Hours and minutes on a clock in the Netherlands.
pub fn clock_in_the_netherlands(milliseconds: i64) -> Option<(u8, u8)> {
    let minutes = (milliseconds + ahead(milliseconds)?).rem_euclid(24 * HOUR) / 60_000;
    Some((u8::try_from(minutes / 60).ok()?, u8::try_from(minutes % 60).ok()?))
}

/// How many milliseconds clocks in the Netherlands are ahead of universal time.
///
/// By the rule of the European Union that holds since 1996 (directive 2000/84/EC): summer time begins on the last Sunday
/// of March and ends on that of October, both at one o'clock in universal time. A browser could tell, but loads its time
/// zones for it: some 30 ms in which a page does not answer, four times that on a cheap phone.
fn ahead(milliseconds: i64) -> Option<i64> {
    let universal = Day::of(milliseconds)?;
    let hour = milliseconds.div_euclid(HOUR).rem_euclid(24);
    // Both months have 31 days.
    let turned = || {
        let last = Day { day: 31, ..universal };
        let sunday = 31 - (last.number() - SUNDAY).rem_euclid(7);
        (i32::from(universal.day), hour) >= (sunday, 1)
    };
    let summer = match universal.month {
        4..=9 => true,
        3 => turned(),
        10 => !turned(),
        _ => false,
    };
    Some(if summer { 2 * HOUR } else { HOUR })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn the_day_turns_at_midnight_in_the_netherlands() {
        let at = |text: &str| {
            let moment: jiff::Timestamp = text.parse().unwrap();
            Day::in_the_netherlands(moment.as_millisecond()).unwrap().to_string()
        };
        for (moment, day) in [
            ("2026-07-01T21:59:59Z", "2026-07-01"),
            ("2026-07-01T22:00:00Z", "2026-07-02"),
            ("2026-12-31T22:59:59Z", "2026-12-31"),
            ("2026-12-31T23:00:00Z", "2027-01-01"),
        ] {
            assert_eq!(at(moment), day, "{moment}");
        }
        assert_eq!(Day::in_the_netherlands(i64::from(i32::MAX) * 86_400_000), None, "no such day");
        assert_eq!(
            (Day::numbered(EPOCH as i32), Day::numbered(SUNDAY)),
            (Day::new(1970, 1, 1).ok(), Day::new(1970, 1, 4).ok())
        );
    }

    proptest! {
        #[test]
        fn summer_time_is_that_of_the_time_zone_database(seconds in 820_454_400i64..9_000_000_000, beside in -7_200i64..7_200) {
            let zone = jiff::tz::TimeZone::get("Europe/Amsterdam").unwrap();
            let at = |seconds| jiff::Timestamp::from_second(seconds).unwrap();
            let turn = zone.following(at(seconds)).next().map_or(seconds, |turn| turn.timestamp().as_second());
            // Midnight beside a turn is where a wrong rule shows, and any other moment.
            let midnight = at(turn).to_zoned(zone.clone()).start_of_day().unwrap().timestamp().as_second();
            for seconds in [seconds, turn + beside, midnight + beside, midnight + 86_400 + beside] {
                let day = at(seconds).to_zoned(zone.clone()).date().to_string();
                prop_assert_eq!(Day::in_the_netherlands(seconds * 1000).unwrap().to_string(), day);
                let time = at(seconds).to_zoned(zone.clone()).time();
                prop_assert_eq!(clock_in_the_netherlands(seconds * 1000), Some((time.hour() as u8, time.minute() as u8)));
            }
        }
    }
}
