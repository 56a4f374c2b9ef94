//! Where gatherings were: by municipality, each with its villages, the most gatherings first.

use super::{
    Desk,
    overview::{All, to_come},
};
use crate::{
    domain::{
        gathering::{Gathering, GatheringId, Nature, Regions},
        ordered::sort_by_key,
        room::Room,
    },
    texts::{desk, overview as t, ready},
};
use leptos::prelude::*;
use std::{collections::BTreeMap, sync::Arc};

/// Up to so many places are unfolded at once.
const FEW: usize = 3;

type One = (GatheringId, Arc<Gathering>);

/// The part of the overview.
pub fn places(desk: Desk, all: &All) -> impl IntoView + use<> {
    let language = desk.language;
    let regions = desk.offer.with_value(|offer| Regions::of(&offer.regions));
    let mut by: BTreeMap<Option<String>, Vec<One>> = BTreeMap::new();
    for one in all {
        if one.1.nature == Nature::Ideas {
            by.entry(Some(desk::nature(language, Nature::Ideas).to_owned())).or_default().push(one.clone());
            continue;
        }
        let place = one.1.place.as_deref().unwrap_or_default();
        by.entry(regions.municipality(place).map(str::to_owned)).or_default().push(one.clone());
    }
    let mut by: Vec<_> = by.into_iter().collect();
    // What is in no municipality that the site knows comes last.
    sort_by_key(&mut by, |(name, here)| (name.is_none(), std::cmp::Reverse(here.len())));
    let open = by.len() <= FEW && all.len() <= 2 * FEW;
    let part = |(name, here): (Option<String>, Vec<One>)| {
        let held = here.iter().filter(|(_, gathering)| !to_come(desk, gathering)).count();
        let people = here.iter().filter_map(|(_, gathering)| gathering.people).fold(0, u32::saturating_add);
        let remarks = here.iter().map(|(_, gathering)| gathering.remarks.len()).sum();
        let name = name.unwrap_or_else(|| t::elsewhere(language).to_owned());
        let rows: Vec<_> = here.iter().map(|one| row(desk, one)).collect();
        let heads = [t::gathering(language), t::people(language), t::remarks(language)];
        view! {
            <details class="desk-fold" open=open>
                <summary><h3>{name}</h3><span class="soft">{t::in_short(language, held, people, remarks)}</span></summary>
                <table class="desk-table">
                    <thead><tr>{heads.map(|head| view! { <th scope="col">{head}</th> }).collect_view()}</tr></thead>
                    <tbody>{rows}</tbody>
                </table>
            </details>
        }
    };
    let parts: Vec<_> = by.into_iter().map(part).collect();
    view! { <section class="desk-points"><h2>{t::where_(language)}</h2>{parts}</section> }
}

fn row(desk: Desk, (id, gathering): &One) -> impl IntoView + use<> {
    let under_way = Some(gathering.under_way()).filter(|count| *count > 0);
    let under_way = under_way.map(|count| (Some(ready::under_way(desk.language).to_owned()), count));
    let stops = gathering.stops.iter().map(|stop| (stop.name.clone(), gathering.at(stop).count())).chain(under_way);
    let stops = stops.map(|(name, count)| {
        view! { <tr class="desk-table__stop"><th scope="row" dir="auto">{name}</th><td></td><td>{count}</td></tr> }
    });
    let yet = to_come(desk, gathering).then(|| format!(" · {}", t::yet(desk.language)));
    view! {
        <tr>
            <th scope="row">
                <a href=Room::Gathering(*id).href()>{desk.name(gathering)}</a>
                <br/>
                <span class="soft">{gathering.day.map(|day| day.written(desk.language))}{yet}</span>
            </th>
            <td>{gathering.people}</td>
            <td>{gathering.remarks.len()}</td>
        </tr>
        {stops.collect_view()}
    }
}
