//! Days that somebody chooses in a field: which can't be meant, and which may be. Of those somebody is asked, as the clock of
//! a device may be wrong and a paper may be old.

use crate::domain::day::Day;

/// The first year of which a day is taken: who types a year of two digits gets one in the first century.
const FIRST: u16 = 2000;
/// So many days are a few years.
const FEW_YEARS: i32 = 5 * 365 + 1;

/// Why it can't be meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DayFault {
    /// There is no such day.
    NoDay,
    /// It is before the first year.
    TooEarly,
}

/// Why it may not be meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DayDoubt {
    /// It is more than a few years from now.
    FarOff,
    /// It has passed.
    Passed,
}

/// The day, as a field for a day gives it.
pub fn typed(text: &str) -> Result<Day, DayFault> {
    let day = Day::try_from(text).map_err(|_| DayFault::NoDay)?;
    if day.year() < FIRST { Err(DayFault::TooEarly) } else { Ok(day) }
}

/// What is doubtful of the day of a gathering.
pub fn of_gathering(day: Day, today: Day) -> Option<DayDoubt> {
    (today.until(day).abs() > FEW_YEARS).then_some(DayDoubt::FarOff)
}

/// What is doubtful of the day on which a promise is done.
pub fn of_promise(day: Day, today: Day) -> Option<DayDoubt> {
    if day < today { Some(DayDoubt::Passed) } else { of_gathering(day, today) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_year_of_two_digits_is_a_fault_and_what_may_be_meant_is_asked_about() {
        let day = |text| Day::try_from(text).unwrap();
        assert_eq!(typed("0026-11-27"), Err(DayFault::TooEarly));
        assert_eq!(typed("1999-12-31"), Err(DayFault::TooEarly));
        assert_eq!(typed("2026-02-30"), Err(DayFault::NoDay));
        assert_eq!(typed("2000-01-01"), Ok(day("2000-01-01")));
        let today = day("2026-11-27");
        for (of, gathering, promise) in [
            ("2026-11-27", None, None),
            ("2026-11-26", None, Some(DayDoubt::Passed)),
            ("2031-11-27", None, None),
            ("2032-01-01", Some(DayDoubt::FarOff), Some(DayDoubt::FarOff)),
            ("2020-11-27", Some(DayDoubt::FarOff), Some(DayDoubt::Passed)),
            ("2206-11-27", Some(DayDoubt::FarOff), Some(DayDoubt::FarOff)),
        ] {
            assert_eq!((of_gathering(day(of), today), of_promise(day(of), today)), (gathering, promise), "{of}");
        }
    }
}
