//! Feiten en cijfers: one large number, bars in a table, or a line with its table.

use super::reference;
use crate::{
    domain::{
        consultation::{Chart, Fact},
        language::Language,
    },
    texts::page::{self as say, number},
};
use leptos::prelude::*;

/// All facts of a consultation.
#[component]
pub fn FactsBlock(facts: Vec<Fact>, language: Language) -> impl IntoView {
    view! {
        <section class="section section--wide" aria-labelledby="feiten">
            <h2 id="feiten">{say::facts(language)}</h2>
            <div class="facts">{facts.into_iter().map(|fact| one(fact, language)).collect_view()}</div>
        </section>
    }
}

fn one(fact: Fact, language: Language) -> impl IntoView {
    let chart = match fact.chart {
        Chart::Figure => figure(&fact, language).into_any(),
        Chart::Bars => table(&fact, true, language).into_any(),
        Chart::Line => view! {
            {line(&fact, language)}
            <details><summary>{say::as_table(language)}</summary>{table(&fact, false, language)}</details>
        }
        .into_any(),
    };
    view! {
        <div class="fact">
            <h3>{fact.title.get(language).to_owned()}</h3>
            {chart}
            {fact.text.as_ref().map(|text| view! { <p>{text.get(language).to_owned()}</p> })}
            {fact.example.then(|| view! { <p><span class="badge badge--waiting">{say::example_figure(language)}</span></p> })}
            <p class="fact__source">{say::source(language)}" "{reference(&fact.source, language)}</p>
        </div>
    }
}

fn unit(fact: &Fact, language: Language) -> Option<String> {
    fact.unit.as_ref().map(|unit| unit.get(language).to_owned())
}

/// One large number.
fn figure(fact: &Fact, language: Language) -> impl IntoView + use<> {
    let value = fact.values.first().map(|value| number(value.value, language));
    view! { <p class="fact__figure"><b>{value}</b>" "{unit(fact, language)}</p> }
}

/// The values in a table; with a bar from zero for each.
fn table(fact: &Fact, bars: bool, language: Language) -> impl IntoView + use<> {
    let rows = fact.values.iter().map(|value| {
        let bar = bars.then(|| {
            let (from, to) = bar(value.value, fact.values.iter().map(|value| value.value));
            view! {
                <td>
                    <svg viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
                        <path class="bars__rest" d="M0 9.5h100v.5H0z"/>
                        <path class="bars__bar" d=format!("M{from} 0H{to}V10H{from}z")/>
                    </svg>
                </td>
            }
        });
        view! {
            <tr>
                <th scope="row">{value.label.get(language).to_owned()}</th>
                <td class="bars__number">{number(value.value, language)}</td>
                {bar}
            </tr>
        }
    });
    let column = unit(fact, language).unwrap_or_else(|| say::column_value(language).to_owned());
    view! {
        <table class=bars.then_some("bars")>
            <caption class="visually-hidden">{fact.title.get(language).to_owned()}</caption>
            <thead>
                <tr><th scope="col">{say::column_label(language)}</th><th scope="col" colspan=bars.then_some("2")>{column}</th></tr>
            </thead>
            <tbody>{rows.collect_view()}</tbody>
        </table>
    }
}

/// From where to where a bar goes, in hundredths: from zero to the right, or to the left for less than zero.
fn bar(value: f64, all: impl Iterator<Item = f64>) -> (f64, f64) {
    let (least, most) = all.fold((0.0, 0.0), |(least, most): (f64, f64), value| (least.min(value), most.max(value)));
    let range = if most > least { most - least } else { 1.0 };
    let at = |value: f64| ((value - least) / range * 100.0).round();
    (at(value.min(0.0)), at(value.max(0.0)))
}

/// A round distance of which three to six make up the range.
fn grid_step(range: f64) -> f64 {
    let magnitude = 10f64.powf((range / 3.0).log10().floor());
    [5.0, 2.0, 1.0].map(|n| n * magnitude).into_iter().find(|step| range / step >= 1.5).unwrap_or(magnitude)
}

/// The lines of a grid, from a round number to a round number. Never more than a few: whatever stands in a fact, a chart
/// of it fits on a page.
#[derive(Clone, Copy, Debug)]
struct Grid {
    step: f64,
    /// The lowest line, counted in steps from zero.
    first: f64,
    lines: u8,
}

impl Grid {
    const MOST: f64 = 8.0;

    /// Around these values and zero: a line that begins elsewhere makes a leap of a small step.
    fn around(values: &[f64]) -> Self {
        let (least, most) = values.iter().fold((0f64, 0f64), |(a, b), v| (a.min(*v), b.max(*v)));
        let most = if most > least { most } else { 1.0 };
        let step = grid_step(most - least);
        let first = (least / step).floor();
        let steps = ((most / step).ceil() - first).clamp(1.0, Self::MOST);
        Self { step, first, lines: steps as u8 }
    }

    /// What a line stands for.
    fn value(self, line: u8) -> f64 {
        (self.first + f64::from(line)) * self.step
    }

    /// How high a value lies: 0 is the lowest line, 1 the highest.
    fn height(self, value: f64) -> f64 {
        (value / self.step - self.first) / f64::from(self.lines)
    }
}

/// A line through the values, over zero, with the first and last label under it.
fn line(fact: &Fact, language: Language) -> impl IntoView + use<> {
    let values: Vec<f64> = fact.values.iter().map(|value| value.value).collect();
    let grid = Grid::around(&values);
    let y = |value: f64| 20.0 + (1.0 - grid.height(value)) * 110.0;
    let x = |at: usize| 58.0 + at as f64 * 280.0 / (values.len().max(2) - 1) as f64;
    let lines = (0..=grid.lines).map(|n| {
        let value = grid.value(n);
        let height = y(value);
        view! {
            <path class="line__grid" d=format!("M50 {height:.0}H350")/>
            <text x="0" y=format!("{:.0}", height + 5.0)>{number((value * 1e6).round() / 1e6, language)}</text>
        }
    });
    let points: String =
        values.iter().enumerate().map(|(at, value)| format!("{:.0},{:.0} ", x(at), y(*value))).collect();
    let dots = values.iter().enumerate().map(|(at, value)| view! { <circle class="line__dot" cx=format!("{:.0}", x(at)) cy=format!("{:.0}", y(*value)) r="5"/> });
    let label = |at: usize| fact.values.get(at).map(|value| value.label.get(language).to_owned());
    let title = fact.title.get(language).to_owned();
    view! {
        {unit(fact, language).map(|unit| view! { <p class="soft small">{unit}</p> })}
        <svg class="line" role="img" viewBox="0 0 360 162">
            <title>{title}</title>
            {lines.collect_view()}
            <polyline class="line__path" points=points.trim_end().to_owned()/>
            {dots.collect_view()}
            <text x="50" y="156">{label(0)}</text>
            <text x="350" y="156" text-anchor="end">{label(values.len() - 1)}</text>
        </svg>
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn the_grid_has_few_round_lines() {
        assert_eq!(grid_step(3.1), 2.0);
        assert_eq!(grid_step(17.0), 5.0);
        assert_eq!(grid_step(100.0), 50.0);
    }

    #[test]
    fn a_line_begins_at_zero_so_that_a_small_step_is_small() {
        let grid = Grid::around(&[64.0, 67.0]);
        assert_eq!(grid.value(0), 0.0);
        assert!(grid.height(67.0) - grid.height(64.0) < 0.05, "{grid:?}");
        for value in [5.0, 0.0, -5.0, 0.001, 1e15] {
            let grid = Grid::around(&[value, value]);
            assert!((0..=grid.lines).any(|line| grid.value(line) == 0.0), "{value}: {grid:?}");
        }
    }

    #[test]
    fn bars_below_zero_go_to_the_left() {
        let all = [-1.0, -5.0];
        assert_eq!(bar(-1.0, all.into_iter()), (80.0, 100.0));
        assert_eq!(bar(-5.0, all.into_iter()), (0.0, 100.0));
        let all = [-5.0, 15.0];
        assert_eq!(bar(-5.0, all.into_iter()), (0.0, 25.0));
        assert_eq!(bar(15.0, all.into_iter()), (25.0, 100.0));
        assert_eq!(bar(0.0, [0.0, 0.0].into_iter()), (0.0, 0.0));
    }

    proptest! {
        #[test]
        fn every_series_gets_a_few_lines_and_lies_between_them(
            values in prop::collection::vec(prop_oneof![-1e15..1e15, -100.0..100.0, Just(1e15), Just(-1e15), Just(0.0)], 2..12),
        ) {
            let grid = Grid::around(&values);
            prop_assert!((1..=8).contains(&grid.lines));
            for value in values {
                let height = grid.height(value);
                prop_assert!((-1e-6..=1.0 + 1e-6).contains(&height), "{value} at {height} in {grid:?}");
            }
            for line in 0..=grid.lines {
                prop_assert!(grid.value(line).is_finite());
            }
        }
    }
}
