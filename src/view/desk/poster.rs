//! The poster of a gathering, to be read from some metres: where, when, and the question.

use super::{Desk, address::typed, practice::PracticeMark};
use crate::{
    domain::gathering::{Gathering, Stop},
    texts::{desk, handout as t},
    view::{
        block::mark::{POST, STONE, finger_post},
        qr::PrintedQr,
    },
};
use leptos::prelude::*;
use std::sync::Arc;

/// How many stops stand in each size of letters, the largest first.
const STOPS: [usize; 2] = [4, 8];

/// Stones on the land: where they lie, and how large they are.
const STONES: [(&str, &str); 4] = [
    ("translate(22 49) scale(.34)", "poster__stone"),
    ("translate(36 53) scale(.22)", "poster__stone"),
    ("translate(176 50) scale(.42)", "poster__stone"),
    ("translate(196 55) scale(.26)", "poster__stone"),
];

/// The sheet.
#[component]
pub fn Poster(desk: Desk, gathering: Arc<Gathering>) -> impl IntoView {
    let language = desk.language;
    let (asked, place) = (desk.about(&gathering), desk.name(&gathering));
    let day = gathering.day.map(|day| view! { <p class="poster__day">{day.written(language)}</p> });
    let time = match gathering.begins {
        Some(hour) => t::from(language, &desk::clock(language, hour.clock())),
        None => t::time(language).to_owned(),
    };
    let stops = (!gathering.stops.is_empty()).then(|| {
        let size = STOPS.iter().filter(|most| gathering.stops.len() > **most).count();
        let all = gathering.stops.iter().map(|stop| view! { <li dir="auto">{called(stop)}</li> });
        view! { <ol class=format!("poster__stops poster__stops--{size}")>{all.collect_view()}</ol> }
    });
    let hosts = gathering.hosts.clone().map(|hosts| view! { <p class="poster__hosts" dir="auto">{hosts}</p> });
    let ask_class = format!("poster__asked poster__asked--{}", step(&asked, &[60, 100, 160, 300]));
    let place_class = format!("poster__place poster__place--{}", step(&place, &[40, 90, 140, 300]));
    view! {
        <article class="handout">
            <PracticeMark desk />
            <div class="handout__page poster">
                <p class="poster__who">
                    <svg class="logo" viewBox="0 0 58 42" aria-hidden="true">{finger_post()}</svg>
                    <span>{desk.offer.with_value(|offer| offer.name.clone())}</span>
                </p>
                <p class="poster__come">{t::come(language)}</p>
                <p class=ask_class dir="auto">{asked}</p>
                <svg class="poster__scene" viewBox="0 0 210 60" preserveAspectRatio="xMidYMax slice" aria-hidden="true">{scene()}</svg>
                <div class="poster__facts">
                    <div>
                        {day}
                        <p class="poster__time">{time}</p>
                        <p class=place_class dir="auto">{place}</p>
                        {stops}
                        {hosts}
                    </div>
                    <PrintedQr text=desk.page(&gathering) label=t::qr(language).to_owned() class="poster__qr sheet__qr" />
                </div>
                <p class="poster__foot">{t::not_there(language)}" "<strong>{typed(&desk.page(&gathering))}</strong></p>
            </div>
        </article>
    }
}

/// A stop with where and when it is.
pub fn called(stop: &Stop) -> String {
    let parts = [stop.name.clone(), stop.about.clone()];
    parts.into_iter().flatten().collect::<Vec<_>>().join(", ")
}

/// The sun over the land, with a finger-post.
fn scene() -> impl IntoView {
    // Furrows run to one point at the horizon.
    let furrows = (-9..=14).map(|at| format!("M150 34L{} 62", 150 + (at - 3) * 26)).collect::<String>();
    let stones = STONES.map(|(place, class)| view! { <path class=class d=STONE transform=place/> }).collect_view();
    view! {
        <rect class="poster__sky" width="210" height="60"/>
        <circle class="poster__sun" cx="150" cy="35" r="25"/>
        <path class="poster__land" d="M0 36Q70 31 210 35V60H0z"/>
        <path class="poster__furrow" d=furrows/>
        <path class="poster__post" d=POST transform="translate(72 4) scale(1.15)"/>
        {stones}
    }
}

/// How far a text goes beyond these lengths: longer words are smaller. A capital is about twice as wide as another letter.
pub fn step(text: &str, lengths: &[usize]) -> usize {
    let length = text.chars().map(|c| if c.is_uppercase() { 2 } else { 1 }).sum::<usize>();
    lengths.iter().filter(|most| length > **most).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn longer_words_are_smaller_counted_as_people_do() {
        assert_eq!(step("é🚲é", &[3, 5]), 0);
        assert_eq!(step("woord", &[3, 5]), 1);
        assert_eq!(step("woorden", &[3, 5]), 2);
    }
}
