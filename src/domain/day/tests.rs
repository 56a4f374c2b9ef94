//! Which days there are, how they follow each other, and how they are written.

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
fn written_in_the_readers_language() {
    let day = Day::new(2027, 3, 1).unwrap();
    assert_eq!(day.written(Language::Nl), "1 maart 2027");
    assert_eq!(day.written(Language::En), "1 March 2027");
}

#[test]
fn written_in_full_with_the_day_of_the_week() {
    for (text, written) in [
        ("2026-11-22", "zondag 22 november 2026"),
        ("2026-11-27", "vrijdag 27 november 2026"),
        ("2024-02-29", "donderdag 29 februari 2024"),
        ("2000-01-01", "zaterdag 1 januari 2000"),
        ("1900-01-01", "maandag 1 januari 1900"),
    ] {
        assert_eq!(Day::try_from(text).unwrap().in_full(Language::Nl), written);
    }
    assert_eq!(Day::try_from("2027-03-01").unwrap().in_full(Language::En), "Monday 1 March 2027");
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
