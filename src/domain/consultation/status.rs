//! How a consultation stands on a given day.

use crate::domain::{day::Day, span::Span};

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
    /// There is feedback on all that was said.
    Answered,
    /// It is asked no more.
    Withdrawn,
}

impl Status {
    /// The status on `today`; `closes` and `feedback_due` themselves still count. `answered` is the day of the newest
    /// feedback. One from while people could still react is an interim account, and does not keep the promise.
    pub fn on(today: Day, opens: Day, closes: Day, feedback_due: Day, answered: Option<Day>) -> Self {
        if today < opens {
            Status::Announced
        } else if today <= closes {
            Status::Open
        } else if answered.is_some_and(|answered| closes < answered && answered <= today) {
            Status::Answered
        } else if today <= feedback_due {
            Status::Waiting
        } else {
            Status::Overdue
        }
    }

    /// When each status holds, in order; one that never does is left out.
    pub fn spans(opens: Day, closes: Day, feedback_due: Day, answered: Option<Day>) -> Vec<(Self, Span)> {
        let answered = answered.filter(|answered| closes < *answered);
        // The day before feedback is the last on which it was waited for.
        let until = |day: Option<Day>| day.into_iter().chain(answered.map(Day::previous)).min();
        let mut spans = vec![
            (Status::Announced, Span { from: None, until: Some(opens.previous()) }),
            (Status::Open, Span { from: Some(opens), until: Some(closes) }),
            (Status::Waiting, Span { from: Some(closes.next()), until: until(Some(feedback_due)) }),
            (Status::Overdue, Span { from: Some(feedback_due.next()), until: until(None) }),
        ];
        spans.extend(answered.map(|answered| (Status::Answered, Span { from: Some(answered), until: None })));
        spans.retain(|(_, span)| !span.is_empty());
        spans
    }

    /// A stable name, used in the page.
    pub fn code(self) -> &'static str {
        match self {
            Status::Announced => "announced",
            Status::Open => "open",
            Status::Waiting => "waiting",
            Status::Overdue => "overdue",
            Status::Answered => "answered",
            Status::Withdrawn => "withdrawn",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn day(d: u8) -> Day {
        Day::new(2026, 5, d).unwrap()
    }

    #[test]
    fn the_last_day_still_counts() {
        let on = |d| Status::on(day(d), day(2), day(4), day(6), None);
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

    #[test]
    fn only_feedback_from_after_the_last_day_keeps_the_promise() {
        let on = |answered| Status::on(day(7), day(2), day(4), day(6), Some(day(answered)));
        assert_eq!(on(4), Status::Overdue, "an interim account");
        assert_eq!(on(5), Status::Answered);
        assert_eq!(on(7), Status::Answered, "late, but there");
        assert_eq!(on(8), Status::Overdue, "not yet");
    }

    proptest! {
        #[test]
        fn each_day_has_one_status_and_it_is_the_one_of_that_day(
            days in prop::collection::vec(2u8..28, 3), answered in prop::option::of(2u8..28), today in 1u8..29,
        ) {
            let mut days = days;
            days.sort_unstable();
            let [opens, closes, due] = [day(days[0]), day(days[1]), day(days[2])];
            let answered = answered.map(day);
            let holding: Vec<_> = Status::spans(opens, closes, due, answered)
                .into_iter()
                .filter(|(_, span)| span.holds(day(today)))
                .map(|(status, _)| status)
                .collect();
            prop_assert_eq!(holding, [Status::on(day(today), opens, closes, due, answered)]);
        }
    }
}
