//! Choices that narrow the list of what was noted: to a kind, and to a stop of a tour.

use super::{Desk, Sign};
use crate::{
    domain::gathering::{Gathering, Kind, StopId},
    texts::{desk as t, ready},
};
use leptos::prelude::*;
use std::sync::Arc;

/// What one can choose: the value, and what it is called.
type Options = Vec<(String, String)>;

/// The kinds that are there, each with how many.
pub fn kinds(desk: Desk, gathering: Memo<Arc<Gathering>>, only: RwSignal<String>) -> Memo<Options> {
    Memo::new(move |_| {
        let kinds = gathering.with(|gathering| gathering.kinds());
        let option = |kind: Kind| {
            let count = kinds.get(&kind).copied().unwrap_or(0);
            // One that was chosen stays, also when nothing is left of it.
            let there = count > 0 || only.with(|only| only == kind.code());
            there.then(|| (kind.code().to_owned(), t::kind_with(desk.language, kind, count)))
        };
        Kind::ALL.into_iter().filter_map(option).collect()
    })
}

/// The stops of a tour, each with how many; nothing where it is none.
pub fn stops(desk: Desk, gathering: Memo<Arc<Gathering>>) -> Memo<Options> {
    Memo::new(move |_| {
        gathering.with(|gathering| {
            let under_way = (None, ready::under_way(desk.language).to_owned());
            let stops = gathering.stops.iter().map(|stop| (Some(stop.id), stop.name.clone().unwrap_or_default()));
            let all = stops.chain(Some(under_way).filter(|_| !gathering.stops.is_empty()));
            let option = |(stop, name): (Option<StopId>, String)| {
                let count = gathering.remarks.iter().filter(|remark| gathering.stop_of(remark) == stop).count();
                (stop.map_or_else(|| "-".to_owned(), |stop| stop.to_string()), format!("{name} ({count})"))
            };
            all.map(option).collect()
        })
    })
}

/// A choice that narrows the list: to all, or to one of these; not there where there is nothing to choose.
#[component]
pub fn Only(
    desk: Desk,
    id: &'static str,
    label: &'static str,
    all: &'static str,
    options: Memo<Options>,
    only: RwSignal<String>,
) -> impl IntoView {
    let option = move |(value, text): (String, String)| {
        let chosen = only.with(|only| *only == value);
        view! { <option value=value prop:selected=chosen>{text}</option> }
    };
    let choose = move |event| {
        only.set(event_target_value(&event));
        // What is found is what one wants to see, and not what was safe before.
        desk.sign.set(Sign::Quiet);
    };
    view! {
        <div hidden=move || options.with(Vec::is_empty)>
            <label for=id>{label}</label>
            <select id=id on:change=choose>
                <option value="">{all}</option>
                {move || options.get().into_iter().map(option).collect_view()}
            </select>
        </div>
    }
}
