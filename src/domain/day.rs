//! A calendar day, without clock or time zone: what content files, reactions and promises are dated with.

use super::language::Language;
use crate::domain::from_json::{from_text, text_serde};
use serde::Serialize;
use std::fmt;

/// A day in the Gregorian calendar, on the wire `"2026-11-22"`. Orders by time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(into = "String")]
pub struct Day {
    year: u16,
    month: u8,
    day: u8,
}

/// The text is not a day of the form `2026-11-22`, or there is no such day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotADay;

impl fmt::Display for NotADay {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("not a day of the form 2026-11-22")
    }
}

/// The number of 1 January 1970, where moments are counted from.
const EPOCH: i64 = 719_469;
/// The number of a Sunday: 4 January 1970.
const SUNDAY: i32 = 719_472;

const MONTHS: [[&str; 12]; 2] = [
    [
        "januari",
        "februari",
        "maart",
        "april",
        "mei",
        "juni",
        "juli",
        "augustus",
        "september",
        "oktober",
        "november",
        "december",
    ],
    [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ],
];

impl Day {
    /// The day with this year (1–9999), month (1–12) and day of the month.
    pub fn new(year: u16, month: u8, day: u8) -> Result<Self, NotADay> {
        let leap = year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
        let length = match month {
            1 | 3 | 5 | 7 | 8 | 10 | 12 => 31,
            4 | 6 | 9 | 11 => 30,
            2 => 28 + u8::from(leap),
            _ => return Err(NotADay),
        };
        if year == 0 || year > 9999 || day == 0 || day > length {
            return Err(NotADay);
        }
        Ok(Self { year, month, day })
    }

    /// Its year.
    pub fn year(self) -> u16 {
        self.year
    }

    /// The day after this one. The last day there is has none after it, and gives itself.
    pub fn next(self) -> Self {
        let Self { year, month, day } = self;
        let next = Day::new(year, month, day + 1).or(Day::new(year, month + 1, 1)).or(Day::new(year + 1, 1, 1));
        next.unwrap_or(self)
    }

    /// The day before this one. The first day there is gives itself.
    pub fn previous(self) -> Self {
        if self.day > 1 {
            return Self { day: self.day - 1, ..self };
        }
        let (year, month) = if self.month > 1 { (self.year, self.month - 1) } else { (self.year - 1, 12) };
        (28..=31).rev().find_map(|day| Day::new(year, month, day).ok()).unwrap_or(self)
    }

    /// The day this many days later, as far as the calendar goes.
    pub fn later(self, days: u32) -> Self {
        let last = Self { year: 9999, month: 12, day: 31 };
        i32::try_from(days).ok().and_then(|days| Self::numbered(self.number().checked_add(days)?)).unwrap_or(last)
    }

    /// The day in the Netherlands at a moment, in milliseconds since 1970. Days are promised there, wherever a device is.
    ///
    /// By the rule of the European Union that holds since 1996 (directive 2000/84/EC): summer time begins on the last Sunday
    /// of March and ends on that of October, both at one o'clock in universal time. A browser could tell, but loads its time
    /// zones for it: some 30 ms in which a page does not answer, four times that on a cheap phone.
    pub fn in_the_netherlands(milliseconds: i64) -> Option<Self> {
        const HOUR: i64 = 3_600_000;
        let at = |hours: i64| {
            let number = EPOCH + (milliseconds + hours * HOUR).div_euclid(24 * HOUR);
            Self::numbered(i32::try_from(number).ok()?)
        };
        let universal = at(0)?;
        let hour = milliseconds.div_euclid(HOUR).rem_euclid(24);
        // Both months have 31 days.
        let turned = || {
            let last = Self { day: 31, ..universal };
            let sunday = 31 - (last.number() - SUNDAY).rem_euclid(7);
            (i32::from(universal.day), hour) >= (sunday, 1)
        };
        let summer = match universal.month {
            4..=9 => true,
            3 => turned(),
            10 => !turned(),
            _ => false,
        };
        at(if summer { 2 } else { 1 })
    }

    /// How many days later `other` is; less than 0 when it is earlier.
    pub fn until(self, other: Self) -> i32 {
        other.number() - self.number()
    }

    /// Counts the days. A year is taken to begin in March, so that a leap day is the last one of it.
    fn number(self) -> i32 {
        let (year, month) = if self.month > 2 {
            (i32::from(self.year), i32::from(self.month) - 3)
        } else {
            (i32::from(self.year) - 1, i32::from(self.month) + 9)
        };
        year * 365 + year / 4 - year / 100 + year / 400 + (153 * month + 2) / 5 + i32::from(self.day)
    }

    /// The day with this number, if the calendar has it.
    fn numbered(number: i32) -> Option<Self> {
        // Since 1 March of the year 0, by four centuries, in which the calendar repeats itself.
        let (centuries, rest) = ((number - 1).div_euclid(146_097), (number - 1).rem_euclid(146_097));
        let year = (rest - rest / 1_460 + rest / 36_524 - rest / 146_096) / 365;
        let of_year = rest - (year * 365 + year / 4 - year / 100);
        let month = (5 * of_year + 2) / 153;
        let day = of_year - (153 * month + 2) / 5 + 1;
        let (month, next) = if month < 10 { (month + 3, 0) } else { (month - 9, 1) };
        let year = u16::try_from(centuries * 400 + year + next).ok()?;
        // Neither leaves its range.
        Self::new(year, month as u8, day as u8).ok()
    }

    /// The day as people write it: "22 november 2026", "22 November 2026".
    pub fn written(self, language: Language) -> String {
        let names = match language {
            Language::Nl => MONTHS[0],
            Language::En => MONTHS[1],
        };
        format!("{} {} {}", self.day, names[usize::from(self.month) - 1], self.year)
    }
}

impl fmt::Display for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}

impl From<Day> for String {
    fn from(day: Day) -> String {
        day.to_string()
    }
}

impl TryFrom<&str> for Day {
    type Error = NotADay;

    fn try_from(text: &str) -> Result<Self, NotADay> {
        let bytes = text.as_bytes();
        let digits = |at: std::ops::Range<usize>| {
            let part = bytes.get(at)?;
            part.iter().all(u8::is_ascii_digit).then(|| part.iter().fold(0u16, |n, b| n * 10 + u16::from(b - b'0')))
        };
        if bytes.len() != 10 || bytes[4] != b'-' || bytes[7] != b'-' {
            return Err(NotADay);
        }
        match (digits(0..4), digits(5..7), digits(8..10)) {
            (Some(year), Some(month), Some(day)) => Day::new(year, month as u8, day as u8),
            _ => Err(NotADay),
        }
    }
}

#[cfg(not(target_arch = "wasm32"))]
impl schemars::JsonSchema for Day {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Day".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({ "type": "string", "format": "date", "pattern": r"^\d{4}-\d{2}-\d{2}$" })
    }
}

from_text!(Day);
text_serde!(Day);

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn only_days_that_exist() {
        for good in ["2024-02-29", "2026-11-22", "2000-02-29"] {
            assert_eq!(Day::try_from(good).unwrap().to_string(), good);
        }
        for bad in [
            "2023-02-29",
            "1900-02-29",
            "2026-13-01",
            "2026-00-10",
            "2026-1-1",
            "2026-11-31",
            "26-11-22",
            "2026-11-2é",
            "+026-11-22",
        ] {
            assert_eq!(Day::try_from(bad), Err(NotADay), "{bad}");
        }
    }

    #[test]
    fn half_a_year_later_is_a_day_that_exists() {
        let after = |text: &str| Day::try_from(text).unwrap().later(180).to_string();
        assert_eq!(after("2027-09-02"), "2028-02-29");
        assert_eq!(after("9999-12-31"), "9999-12-31", "there is no later day");
    }

    #[test]
    fn days_are_counted_over_months_leap_days_and_centuries() {
        let days = |from: &str, until: &str| Day::try_from(from).unwrap().until(Day::try_from(until).unwrap());
        assert_eq!(days("2026-11-22", "2026-11-22"), 0);
        assert_eq!(days("2026-11-30", "2026-12-01"), 1);
        assert_eq!(days("2026-12-01", "2026-11-30"), -1);
        assert_eq!(days("2024-02-28", "2024-03-01"), 2);
        assert_eq!(days("1900-02-28", "1900-03-01"), 1);
        assert_eq!(days("1970-01-01", "2026-11-26"), 20_783);
        let mut day = Day::try_from("1999-12-30").unwrap();
        for _ in 0..1000 {
            assert_eq!((day.until(day.next()), day.previous().until(day)), (1, 1), "{day}");
            day = day.next();
        }
    }

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

    #[test]
    fn written_in_the_readers_language() {
        let day = Day::new(2027, 3, 1).unwrap();
        assert_eq!(day.written(Language::Nl), "1 maart 2027");
        assert_eq!(day.written(Language::En), "1 March 2027");
    }

    #[test]
    fn days_follow_each_other_over_the_ends_of_months_and_years() {
        for (day, next) in [
            ("2026-11-24", "2026-11-25"),
            ("2026-11-30", "2026-12-01"),
            ("2026-12-31", "2027-01-01"),
            ("2024-02-28", "2024-02-29"),
            ("2024-02-29", "2024-03-01"),
            ("2023-02-28", "2023-03-01"),
        ] {
            let (day, next) = (Day::try_from(day).unwrap(), Day::try_from(next).unwrap());
            assert_eq!((day.next(), next.previous()), (next, day));
        }
        let (first, last) = (Day::new(1, 1, 1).unwrap(), Day::new(9999, 12, 31).unwrap());
        assert_eq!((first.previous(), last.next()), (first, last));
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
            }
        }

        #[test]
        fn a_number_names_one_day(year in 1u16..=9999, month in 1u8..13, day in 1u8..29) {
            let day = Day::new(year, month, day).unwrap();
            prop_assert_eq!(Day::numbered(day.number()), Some(day));
            prop_assert_eq!(Day::numbered(day.number() + 1), Some(day.next()));
        }

        #[test]
        fn text_order_is_time_order(a in 1u16..9999, b in 1u8..13, c in 1u8..29, d in 1u16..9999, e in 1u8..13, f in 1u8..29) {
            let (x, y) = (Day::new(a, b, c).unwrap(), Day::new(d, e, f).unwrap());
            prop_assert_eq!(x.cmp(&y), x.to_string().cmp(&y.to_string()));
        }
    }
}
