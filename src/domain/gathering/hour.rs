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
    /// The time that somebody typed, as people write one: "19.30", "19:30 uur", "1930", "20 uur", "7:30 pm", "half acht".
    pub fn typed(text: &str) -> Result<Self, NotAnHour> {
        let text = text.trim().to_lowercase();
        if let Some(said) = Self::said(&text) {
            return Ok(said);
        }
        let without = |text: &str, ends: &[&str]| {
            ends.iter().find_map(|end| text.strip_suffix(end)).map(|rest| rest.trim_end().to_owned())
        };
        let (half, text) = match (without(&text, &["am", "a.m."]), without(&text, &["pm", "p.m."])) {
            (Some(rest), _) => (Some(0), rest),
            (_, Some(rest)) => (Some(12), rest),
            _ => (None, without(&text, &["uur", "u.", "u", "h"]).unwrap_or(text)),
        };
        let is_digits = |part: &str| part.bytes().all(|digit| digit.is_ascii_digit());
        let (hours, minutes) = match text.split_once([':', '.', ',', 'u', 'h', ' ']) {
            Some(parts) => parts,
            None if text.len() > 2 && is_digits(&text) => text.split_at(text.len() - 2),
            None => (&*text, "00"),
        };
        if !(1..=2).contains(&hours.len()) || minutes.len() != 2 || !is_digits(hours) || !is_digits(minutes) {
            return Err(NotAnHour);
        }
        let hours: u8 = hours.parse().map_err(|_| NotAnHour)?;
        let hours = match half {
            None => hours,
            Some(half) if (1..=12).contains(&hours) => hours % 12 + half,
            Some(_) => return Err(NotAnHour),
        };
        Self::try_from(&*format!("{hours:02}:{minutes}"))
    }

    /// The same as one says it in Dutch, on a clock of twelve hours: "acht uur", "half acht", "kwart over acht". People gather
    /// between nine in the morning and nine in the evening: so "half acht" is in the evening, and "tien uur" in the morning.
    fn said(text: &str) -> Option<Self> {
        const NUMBERS: [&str; 12] =
            ["een", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien", "elf", "twaalf"];
        let words: Vec<&str> = text.split_whitespace().collect();
        let (named, minutes) = match words[..] {
            ["half", hour] => (hour, -30),
            ["kwart", "over", hour] => (hour, 15),
            ["kwart", "voor", hour] => (hour, -15),
            // In digits, it is on a clock of twenty-four hours.
            [hour] | [hour, "uur"] if !hour.starts_with(|one: char| one.is_ascii_digit()) => (hour, 0),
            _ => return None,
        };
        let at = NUMBERS.iter().position(|number| *number == named.replace('é', "e"));
        let hour: i16 = at.map_or_else(|| named.parse().ok(), |at| i16::try_from(at + 1).ok())?;
        let of_twelve = (1..=12).contains(&hour).then(|| hour * 60 + minutes)?;
        let minutes = if of_twelve < 9 * 60 { of_twelve + 12 * 60 } else { of_twelve };
        Some(Self { hours: u8::try_from(minutes / 60).ok()?, minutes: u8::try_from(minutes % 60).ok()? })
    }

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

    #[test]
    fn a_time_is_understood_as_people_type_it_and_never_guessed() {
        let typed = |text| Hour::typed(text).map(Hour::clock).ok();
        for half_past in ["19.30", "19:30", "1930", " 19.30 uur", "19,30", "19u30", "7:30 PM", "7.30 p.m.", "19 30"] {
            assert_eq!(typed(half_past), Some((19, 30)), "{half_past}");
        }
        for (text, clock) in [
            ("20", (20, 0)),
            ("20 uur", (20, 0)),
            ("9", (9, 0)),
            ("930", (9, 30)),
            ("12 am", (0, 0)),
            ("12:15 pm", (12, 15)),
        ] {
            assert_eq!(typed(text), Some(clock), "{text}");
        }
        for (text, clock) in [
            ("half acht", (19, 30)),
            ("Half 8", (19, 30)),
            ("acht uur", (20, 0)),
            ("kwart over acht", (20, 15)),
            ("kwart voor acht", (19, 45)),
            ("één uur", (13, 0)),
            ("half een", (12, 30)),
            ("twaalf uur", (12, 0)),
            ("tien uur", (10, 0)),
            ("kwart voor negen", (20, 45)),
        ] {
            assert_eq!(typed(text), Some(clock), "{text}");
        }
        for wrong in [
            "half",
            "half dertien",
            "half 13",
            "half 0",
            "kwart acht",
            "half acht of negen",
            "uur",
            "",
            "24",
            "19.60",
            "19.3",
            "13 pm",
            "0 am",
            "19.30.00",
            "12345",
            "-9",
            "é9",
        ] {
            assert_eq!(typed(wrong), None, "{wrong}");
        }
    }

    proptest! {
        #[test]
        fn any_text_is_a_time_or_none(text in "\\PC{0,8}") {
            if let Ok(hour) = Hour::typed(&text) {
                prop_assert_eq!(Hour::typed(&hour.to_string()), Ok(hour));
            }
        }

        #[test]
        fn a_time_comes_back_as_it_was(hours in 0..24u8, minutes in 0..60u8) {
            let hour = Hour { hours, minutes };
            prop_assert_eq!(Hour::try_from(hour.to_string().as_str()), Ok(hour));
            let json = serde_json::to_string(&hour).unwrap();
            prop_assert_eq!(serde_json::from_str::<Hour>(&json).unwrap(), hour);
        }
    }
}
