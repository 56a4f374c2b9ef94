//! Ranking: rows in order. Each begins with a list to choose its place (which works without JavaScript), and ends with
//! buttons up and down and a handle to drag.

use super::frame::Asked;
use crate::{
    domain::question::{Opt, Ranking},
    texts::form as t,
};
use leptos::prelude::*;

pub fn view(asked: Asked, kind: &Ranking<String>) -> impl IntoView + use<> {
    let count = kind.options.len();
    let rows: Vec<_> = kind.options.iter().enumerate().map(|(row, option)| item(asked, option, row, count)).collect();
    let by_pen = t::rank_by_pen(asked.language);
    let how = t::rank_how(asked.language);
    asked.grouped(view! { <p class="print-only">{by_pen}</p> <p class="question__help js-only">{how}</p> <ol class="ranking">{rows}</ol> })
}

fn item(asked: Asked, option: &Opt<String>, row: usize, count: usize) -> impl IntoView + use<> {
    let (language, label) = (asked.language, &option.label);
    let row_id = format!("{}_{row}", asked.question.id);
    let stands = asked.text(option.id.as_str());
    let places: Vec<_> = (1..=count)
        .map(|place| {
            let text = place.to_string();
            view! { <option value=text.clone() selected=stands == text>{text.clone()}</option> }
        })
        .collect();
    let button = |name: &str, sign: &'static str, text: &'static str, end: bool| {
        view! {
            <button
                type="button"
                class="button button--icon"
                id=format!("{name}-{row_id}")
                aria-disabled=end.then_some("true")
                aria-label=format!("{label} {text}")
            >
                {sign}
            </button>
        }
    };
    view! {
        <li class="ranking__item" data-row=row.to_string()>
            // Without this, Firefox puts back on F5 what stood in a row, whichever option is in that row by then.
            <select
                class="ranking__position"
                autocomplete="off"
                id=if row == 0 { asked.focus_id() } else { format!("f-{row_id}") }
                name=asked.field(option.id.as_str())
                aria-label=format!("{} {label}", t::place_of(language))
            >
                <option value="">{t::no_place(language)}</option>
                {places}
            </select>
            <span class="ranking__label" id=format!("label-{row_id}")>{label.clone()}</span>
            <span class="ranking__buttons js-only">
                {button("up", "↑", t::up(language), row == 0)}
                {button("down", "↓", t::down(language), row + 1 == count)}
            </span>
            <span class="ranking__handle js-only" aria-hidden="true"></span>
        </li>
    }
}
