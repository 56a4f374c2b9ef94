//! The sheet with the route of a tour: the stops in their order, with where and when.

use super::{
    Desk,
    handouts::{
        code::{address, code},
        sender::{Sender, head},
    },
    practice::PracticeMark,
};
use crate::{
    domain::gathering::{Gathering, Stop},
    texts::{desk, handout, ready as t},
};
use leptos::prelude::*;
use std::sync::Arc;

/// How many stops stand in each size of letters, the largest first.
const SIZES: [usize; 3] = [5, 9, 16];

/// The sheet.
#[component]
pub fn RouteSheet(desk: Desk, gathering: Arc<Gathering>) -> impl IntoView {
    let language = desk.language;
    let hosts = gathering.hosts.as_ref().map(|hosts| handout::led_by(language, hosts));
    let day = gathering.day.map(|day| day.in_full(language));
    let time = gathering.begins.map(|hour| desk::clock(language, hour.clock()));
    let facts: Vec<_> = [day, time, hosts].into_iter().flatten().collect();
    let size = SIZES.iter().filter(|most| gathering.stops.len() > **most).count();
    let stop = |stop: &Stop| {
        let about = stop.about.clone().map(|about| view! { <small>{about}</small> });
        view! { <li dir="auto"><strong>{stop.name.clone()}</strong>{about}</li> }
    };
    view! {
        <article class="handout">
            <PracticeMark desk />
            <div class="handout__page route">
                {head(&Sender::of(desk))}
                <div>
                    <p class="route__title" dir="auto">{desk.name(&gathering)}</p>
                    <p class="route__facts" dir="auto">{facts.join(" · ")}</p>
                    <p class="route__asked" dir="auto">{desk.about(&gathering)}</p>
                </div>
                <div>
                    <p class="route__facts"><strong>{t::calls_at(language)}</strong></p>
                    <ol class=format!("route__stops route__stops--{size}")>{gathering.stops.iter().map(stop).collect_view()}</ol>
                </div>
                <div class="route__foot">
                    {address(handout::not_there(language), &desk.page(&gathering))}
                    {code(language, &desk.page(&gathering))}
                </div>
            </div>
        </article>
    }
}
