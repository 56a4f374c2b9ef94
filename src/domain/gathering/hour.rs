//! A time of the day at which a gathering begins.

use crate::domain::from_json::text_serde;
use serde::Serialize;
use std::fmt;

/// A time of the day, on the wire `"19:30"`. Orders by time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(into = "String")]
pub struct Hour {
    hours: u8,
    minutes: u8,
}

/// The text is no time of the day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotAnHour;

impl fmt::Display for NotAnHour {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("not a time of the form 19:30")
    }
}

impl TryFrom<&str> for Hour {
    type Error = NotAnHour;

    fn try_from(text: &str) -> Result<Self, NotAnHour> {
        let number = |text: &str| -> Option<u8> {
            let digits = text.len() == 2 && text.bytes().all(|digit| digit.is_ascii_digit());
            if digits { text.parse().ok() } else { None }
        };
        let (hours, minutes) = text.split_once(':').ok_or(NotAnHour)?;
        match (number(hours), number(minutes)) {
            (Some(hours @ 0..=23), Some(minutes @ 0..=59)) => Ok(Self { hours, minutes }),
            _ => Err(NotAnHour),
        }
    }
}

impl Hour {
    /// Its hours and minutes.
    pub fn clock(self) -> (u8, u8) {
        (self.hours, self.minutes)
    }
}

impl fmt::Display for Hour {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:02}:{:02}", self.hours, self.minutes)
    }
}

impl From<Hour> for String {
    fn from(hour: Hour) -> String {
        hour.to_string()
    }
}

text_serde!(Hour);

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_time_of_the_day_is_four_digits_that_a_clock_shows() {
        assert_eq!(Hour::try_from("19:30").map(Hour::clock), Ok((19, 30)));
        for wrong in ["", "24:00", "19:60", "9:30", "19.30", "19:30:00", "+9:30", "1९:30"] {
            assert_eq!(Hour::try_from(wrong), Err(NotAnHour), "{wrong}");
        }
    }

    proptest! {
        #[test]
        fn a_time_comes_back_as_it_was(hours in 0..24u8, minutes in 0..60u8) {
            let hour = Hour { hours, minutes };
            prop_assert_eq!(Hour::try_from(hour.to_string().as_str()), Ok(hour));
            let json = serde_json::to_string(&hour).unwrap();
            prop_assert_eq!(serde_json::from_str::<Hour>(&json).unwrap(), hour);
        }
    }
}
