//! From one day to another: when something on a page holds, so that a page made earlier still says what is true today.

use super::day::Day;

/// From one day to another, both counted; open where there is none.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Span {
    /// The first day.
    pub from: Option<Day>,
    /// The last day.
    pub until: Option<Day>,
}

impl Span {
    /// Every day.
    pub const ALWAYS: Span = Span { from: None, until: None };

    /// Whether the day is in it.
    pub fn holds(self, day: Day) -> bool {
        self.from.is_none_or(|from| from <= day) && self.until.is_none_or(|until| day <= until)
    }

    /// Whether no day is in it.
    pub fn is_empty(self) -> bool {
        matches!((self.from, self.until), (Some(from), Some(until)) if until < from)
    }

    /// The days that none of the spans holds.
    pub fn gaps(mut spans: Vec<Span>) -> Vec<Span> {
        spans.sort_by_key(|span| span.from);
        let mut gaps = Vec::new();
        let mut from = None;
        for span in spans {
            if let Some(begin) = span.from.filter(|begin| from.is_none_or(|from| from < *begin)) {
                gaps.push(Span { from, until: Some(begin.previous()) });
            }
            let Some(until) = span.until else { return gaps };
            from = from.max(Some(until.next()));
        }
        gaps.push(Span { from, until: None });
        gaps
    }
}

/// What a page says on some days only.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Dated<T> {
    /// What it says.
    pub what: T,
    /// On which days.
    pub span: Span,
    /// Whether that is not so on the day the page is made.
    pub hidden: bool,
}

impl<T> Dated<T> {
    /// What holds in this span, on a page made today.
    pub fn on(today: Day, what: T, span: Span) -> Self {
        Self { what, span, hidden: !span.holds(today) }
    }

    /// What always holds.
    pub fn always(what: T) -> Self {
        Self { what, span: Span::ALWAYS, hidden: false }
    }

    /// What follows on each other, as a page made today tells it. What is over is not on it, and somebody whose clock is
    /// behind sees what held when the page was made.
    pub fn told(today: Day, list: impl IntoIterator<Item = (T, Span)>) -> Vec<Self> {
        let mut list: Vec<_> = list
            .into_iter()
            .filter(|(_, span)| span.until.is_none_or(|until| today <= until))
            .map(|(what, span)| Self::on(today, what, span))
            .collect();
        if let Some(first) = list.first_mut() {
            first.span.from = None;
            first.hidden = !first.span.holds(today);
        }
        list
    }

    /// From the first day of any of them to the last; none for none.
    pub fn hull(list: &[Self]) -> Option<Dated<()>> {
        let from = list.iter().map(|dated| dated.span.from).min()?;
        let open = list.iter().any(|dated| dated.span.until.is_none());
        let until = list.iter().filter_map(|dated| dated.span.until).max().filter(|_| !open);
        Some(Dated { what: (), span: Span { from, until }, hidden: list.iter().all(|dated| dated.hidden) })
    }

    /// Says something else on the same days.
    pub fn map<U>(self, say: impl FnOnce(T) -> U) -> Dated<U> {
        Dated { what: say(self.what), span: self.span, hidden: self.hidden }
    }

    /// The first day, as it stands in the page.
    pub fn from(&self) -> Option<String> {
        self.span.from.map(String::from)
    }

    /// The last day, as it stands in the page.
    pub fn until(&self) -> Option<String> {
        self.span.until.map(String::from)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn day(d: u8) -> Day {
        Day::new(2026, 5, d).unwrap()
    }

    fn span(from: u8, until: u8) -> Span {
        Span { from: Some(day(from)), until: Some(day(until)) }
    }

    #[test]
    fn a_page_tells_nothing_of_before_and_believes_no_clock_that_is_behind() {
        let list = [("a", span(1, 4)), ("b", span(5, 8)), ("c", Span { from: Some(day(9)), until: None })];
        let told = Dated::told(day(6), list);
        let expected = [("b", Span { from: None, until: Some(day(8)) }, false), ("c", list[2].1, true)];
        assert_eq!(told.iter().map(|d| (d.what, d.span, d.hidden)).collect::<Vec<_>>(), expected);
    }

    #[test]
    fn a_hull_is_open_where_one_of_them_is() {
        let list = [Dated::on(day(6), (), span(1, 4)), Dated::on(day(6), (), span(7, 8))];
        assert_eq!(Dated::hull(&list).unwrap(), Dated { what: (), span: span(1, 8), hidden: true });
        let open = [list[0].clone(), Dated::always(())];
        assert_eq!(Dated::hull(&open).unwrap(), Dated::always(()));
        assert_eq!(Dated::<()>::hull(&[]), None);
    }

    proptest! {
        #[test]
        fn a_day_is_in_a_gap_or_in_a_span_and_never_in_two_gaps(
            spans in prop::collection::vec((prop::option::of(2u8..27), prop::option::of(2u8..27)), 0..5),
            d in 1u8..29,
        ) {
            let spans: Vec<_> = spans.into_iter()
                .map(|(from, until)| Span { from: from.map(day), until: until.map(day) })
                .filter(|span| !span.is_empty())
                .collect();
            let held = spans.iter().any(|span| span.holds(day(d)));
            let gaps = Span::gaps(spans).into_iter().filter(|gap| gap.holds(day(d))).count();
            prop_assert_eq!(gaps, usize::from(!held));
        }
    }
}
