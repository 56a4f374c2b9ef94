//! At which stop of a tour one is now: chosen with one tap, it goes with each remark.

use super::Desk;
use crate::{
    domain::gathering::{Draft, Gathering, GatheringId, Stop, StopId, stop::by_clock},
    texts::ready as t,
};
use leptos::prelude::*;
use std::sync::Arc;

/// Kept where somebody chose that they are at none.
const UNDER_WAY: &str = "-";

/// The stop that was chosen, as long as it stands: it is known after a reload. Until somebody chooses, it is that of the clock
/// as one came in, on the day of the tour, and on another day the first.
pub fn at_stop(desk: Desk, id: GatheringId, gathering: Memo<Arc<Gathering>>) -> Memo<Option<Stop>> {
    let now = (desk.clock)().filter(|_| gathering.with_untracked(|gathering| gathering.day == desk.today));
    Memo::new(move |_| {
        let chosen =
            desk.typed.with(|all| all.get(&Draft::At(id).key()).map(|kept| StopId::try_from(kept.as_str()).ok()));
        gathering.with(|gathering| {
            let at = chosen.unwrap_or_else(|| by_clock(&gathering.stops, now.unwrap_or_default()))?;
            gathering.stops.iter().find(|stop| stop.id == at).cloned()
        })
    })
}

/// The stops to choose from; nothing where it is no tour.
#[component]
pub fn AtStop(desk: Desk, id: GatheringId, gathering: Memo<Arc<Gathering>>, at: Memo<Option<Stop>>) -> impl IntoView {
    let language = desk.language;
    let stops = Memo::new(move |_| gathering.with(|gathering| gathering.stops.clone()));
    let choice = move |value: Option<StopId>, name: String| {
        let text = value.map_or_else(|| UNDER_WAY.to_owned(), |stop| stop.to_string());
        view! {
            <label class="desk-kind desk-kind--stop">
                <input
                    type="radio"
                    name="desk-at"
                    prop:checked=move || at.with(|at| at.as_ref().map(|stop| stop.id)) == value
                    on:change=move |_| desk.types(Draft::At(id), text.clone())
                />
                <span dir="auto">{name}</span>
            </label>
        }
    };
    move || {
        stops.with(|stops| {
            (!stops.is_empty()).then(|| {
                let all = stops.iter().map(|stop| choice(Some(stop.id), stop.name.clone().unwrap_or_default()));
                view! {
                    <fieldset class="desk-sorts">
                        <legend>{t::at_which(language)}</legend>
                        {all.collect_view()}
                        {choice(None, t::under_way(language).to_owned())}
                    </fieldset>
                }
            })
        })
    }
}
