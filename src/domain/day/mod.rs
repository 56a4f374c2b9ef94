//! A calendar day, without clock or time zone: what content files, reactions and promises are dated with.
//!
//! - `netherlands`: which day it is there at a moment, in summer time and out of it.

mod netherlands;

pub use netherlands::clock_in_the_netherlands;

use super::{
    from_json::{from_text, text_serde},
    language::Language,
};
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

/// Those of a week, from Monday.
const WEEKDAYS: [[&str; 7]; 2] = [
    ["maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag"],
    ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"],
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

    /// The same behind the day of the week: "zondag 22 november 2026", "Sunday 22 November 2026".
    pub fn in_full(self, language: Language) -> String {
        let names = match language {
            Language::Nl => WEEKDAYS[0],
            Language::En => WEEKDAYS[1],
        };
        // The count begins on a Wednesday.
        format!("{} {}", names[(self.number() + 1).rem_euclid(7) as usize], self.written(language))
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
mod tests;
