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
    let most = fact.values.iter().map(|value| value.value).fold(0.0, f64::max);
    let rows = fact.values.iter().map(|value| {
        let bar = bars.then(|| {
            let length = if most > 0.0 { (value.value.max(0.0) / most * 100.0).round() } else { 0.0 };
            view! {
                <td>
                    <svg viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
                        <path class="bars__rest" d="M0 9.5h100v.5H0z"/>
                        <path class="bars__bar" d=format!("M0 0H{length}V10H0z")/>
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

/// A round distance of which three to six make up the range.
fn grid_step(range: f64) -> f64 {
    let magnitude = 10f64.powf((range.max(1e-9) / 3.0).log10().floor());
    [5.0, 2.0, 1.0].map(|n| n * magnitude).into_iter().find(|step| range / step >= 1.5).unwrap_or(magnitude)
}

/// A line through the values between round numbers, with the first and last label under it.
fn line(fact: &Fact, language: Language) -> impl IntoView + use<> {
    let values: Vec<f64> = fact.values.iter().map(|value| value.value).collect();
    let (least, most) = values.iter().fold((f64::MAX, f64::MIN), |(a, b), v| (a.min(*v), b.max(*v)));
    let step = grid_step(most - least);
    let (bottom, top) = ((least / step).floor() * step, (most / step).ceil() * step);
    let range = if top > bottom { top - bottom } else { 1.0 };
    let y = |value: f64| 20.0 + (1.0 - (value - bottom) / range) * 110.0;
    let x = |at: usize| 58.0 + at as f64 * 280.0 / (values.len().max(2) - 1) as f64;
    let lines = (range / step).round() as i32;
    let grid = (0..=lines).map(|n| {
        let value = bottom + f64::from(n) * step;
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
        <svg class="line" role="img" viewBox="0 0 360 162">
            <title>{title}</title>
            {grid.collect_view()}
            <polyline class="line__path" points=points.trim_end().to_owned()/>
            {dots.collect_view()}
            <text x="50" y="156">{label(0)}</text>
            <text x="350" y="156" text-anchor="end">{label(values.len() - 1)}</text>
        </svg>
        {unit(fact, language).map(|unit| view! { <p class="soft small">{unit}</p> })}
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_grid_has_few_round_lines() {
        assert_eq!(grid_step(3.1), 2.0);
        assert_eq!(grid_step(17.0), 5.0);
        assert_eq!(grid_step(100.0), 50.0);
    }
}
