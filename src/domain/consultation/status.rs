//! How a consultation stands on a given day.

use crate::domain::day::Day;

/// Whether one can react, and whether the promised feedback is late.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Status {
    /// Not open yet.
    Announced,
    /// One can react.
    Open,
    /// Closed; feedback is promised for a day that has not passed.
    Waiting,
    /// The promised day has passed.
    Overdue,
}

impl Status {
    /// The status on `today`; `closes` and `feedback_due` themselves still count.
    pub fn on(today: Day, opens: Day, closes: Day, feedback_due: Day) -> Self {
        if today < opens {
            Status::Announced
        } else if today <= closes {
            Status::Open
        } else if today <= feedback_due {
            Status::Waiting
        } else {
            Status::Overdue
        }
    }

    /// A stable name, used in the page.
    pub fn code(self) -> &'static str {
        match self {
            Status::Announced => "announced",
            Status::Open => "open",
            Status::Waiting => "waiting",
            Status::Overdue => "overdue",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_day_still_counts() {
        let day = |d| Day::new(2026, 5, d).unwrap();
        let on = |d| Status::on(day(d), day(2), day(4), day(6));
        let expected = [
            (1, Status::Announced),
            (2, Status::Open),
            (4, Status::Open),
            (5, Status::Waiting),
            (6, Status::Waiting),
            (7, Status::Overdue),
        ];
        for (d, status) in expected {
            assert_eq!(on(d), status, "day {d}");
        }
    }
}
