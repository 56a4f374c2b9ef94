//! The sheet with the route of a tour: the stops in their order, with where and when.

use super::{Desk, address::typed, practice::PracticeMark};
use crate::{
    domain::gathering::{Gathering, Stop},
    texts::{handout, ready as t},
    view::{block::mark::finger_post, qr::PrintedQr},
};
use leptos::prelude::*;
use std::sync::Arc;

/// How many stops stand in each size of letters, the largest first.
const SIZES: [usize; 3] = [5, 9, 16];

/// The sheet.
#[component]
pub fn RouteSheet(desk: Desk, gathering: Arc<Gathering>) -> impl IntoView {
    let language = desk.language;
    let day = desk.when(&gathering);
    let facts: Vec<_> = [day, gathering.hosts.clone()].into_iter().flatten().collect();
    let size = SIZES.iter().filter(|most| gathering.stops.len() > **most).count();
    let stop = |stop: &Stop| {
        let about = stop.about.clone().map(|about| view! { <small>{about}</small> });
        view! { <li dir="auto"><strong>{stop.name.clone()}</strong>{about}</li> }
    };
    view! {
        <article class="handout">
            <PracticeMark desk />
            <div class="handout__page route">
                <p class="poster__who">
                    <svg class="logo" viewBox="0 0 58 42" aria-hidden="true">{finger_post()}</svg>
                    <span>{desk.offer.with_value(|offer| offer.name.clone())}</span>
                </p>
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
                    <p>{handout::not_there(language)}" "<strong>{typed(&desk.page(&gathering))}</strong></p>
                    <PrintedQr text=desk.page(&gathering) label=handout::qr(language).to_owned() class="poster__qr sheet__qr" />
                </div>
            </div>
        </article>
    }
}
