//! Days that exist and stand in order, and still make little sense: a typing error in a year, a single day to react.

use crate::domain::{consultation::Consultation, day::Day};

/// A day that makes little sense, by the field in which it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Odd {
    /// It is years away.
    Far {
        /// Its field.
        field: &'static str,
        /// The day.
        day: Day,
        /// The same day in a year that is near, if it exists.
        instead: Option<Day>,
    },
    /// One can react for so few days.
    Short(i32),
    /// One can react for so many days.
    Long(i32),
    /// It is decided before people have reacted.
    DecidedBefore {
        /// When it is decided.
        decided: Day,
        /// The last day on which one can react.
        closes: Day,
    },
    /// Feedback is promised for the day on which it closes.
    NoTimeToRead(Day),
    /// Feedback is promised for so many days after it closes.
    LongWait(i32),
}

/// Fewer days than this are hardly enough to hear of it.
const SHORT: i32 = 7;
/// More days than this: a year and a half.
const LONG: i32 = 550;
/// Nothing is prepared more years before.
const YEARS: i32 = 3;
/// What is part of a process may be further away.
const PROCESS_YEARS: i32 = 30;

/// Every day of a consultation that makes little sense today.
pub fn odd(consultation: &Consultation, today: Day) -> Vec<Odd> {
    let Consultation { opens, closes, feedback_due, decision, phases, .. } = consultation;
    // Whose first day is years off probably has the others off by as much.
    let shift = year(*opens) - year(today);
    let far = |field, day: Day, years: i32| {
        let away = year(day) - year(today);
        let by = if shift.abs() > YEARS { shift } else { away };
        (away.abs() > years).then(|| Odd::Far { field, day, instead: in_year(day, year(day) - by) })
    };
    let mut found: Vec<_> = [("opens", *opens), ("closes", *closes), ("feedback_due", *feedback_due)]
        .into_iter()
        .filter_map(|(field, day)| far(field, day, YEARS))
        .collect();
    if found.is_empty() {
        let (open, wait) = (opens.until(*closes) + 1, closes.until(*feedback_due));
        found.extend((open < SHORT).then_some(Odd::Short(open)));
        found.extend((open > LONG).then_some(Odd::Long(open)));
        found.extend((wait == 0).then_some(Odd::NoTimeToRead(*closes)));
        found.extend((wait > LONG).then_some(Odd::LongWait(wait)));
    }
    if let Some(decision) = decision {
        let decided = decision.when;
        found.extend((decided < *closes).then_some(Odd::DecidedBefore { decided, closes: *closes }));
        found.extend(far("decision.when", decided, PROCESS_YEARS));
    }
    let days = phases.iter().flat_map(|phase| [("phases.from", phase.from), ("phases.until", phase.until)]);
    found.extend(days.filter_map(|(field, day)| far(field, day?, PROCESS_YEARS)));
    found
}

fn year(day: Day) -> i32 {
    day.year().into()
}

fn in_year(day: Day, year: i32) -> Option<Day> {
    let text = day.to_string();
    Day::try_from(format!("{year:04}{}", text.get(4..)?).as_str()).ok()
}
