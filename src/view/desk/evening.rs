//! The sheet of an evening: what was heard and what happens with it, on one page, for the door of the hall.

use super::{Desk, address::typed, points, practice::PracticeMark};
use crate::{
    domain::{
        feedback::LandingStatus,
        gathering::{Gathering, Point, Sort},
    },
    texts::closing as t,
    view::{block::mark::finger_post, qr::PrintedQr, signpost::post},
};
use leptos::prelude::*;
use std::sync::Arc;

/// The element that is printed, or goes into a file.
pub const SHEET: &str = "evening";
/// How large the words are, in hundredths of the sheet's width, the largest first; as those of the sheet of an answer.
const SIZES: [f64; 10] = [3.6, 3.2, 2.8, 2.5, 2.2, 1.9, 1.65, 1.4, 1.2, 1.0];
/// The room between head and foot, in the same measure.
const ROOM: f64 = 84.0;
/// How wide a line of the main points is.
const LINE: f64 = 92.0;
/// How wide one is on a board.
const BOARD: f64 = 38.0;

/// The arms beside the pole, with how each looks on the signpost of an answer: what one can count on to the right, what others
/// do to the left.
const RIGHT: [(Sort, LandingStatus); 2] =
    [(Sort::Promise, LandingStatus::Adopted), (Sort::Join, LandingStatus::Community)];
const LEFT: [(Sort, LandingStatus); 2] =
    [(Sort::PassOn, LandingStatus::PassedOn), (Sort::Village, LandingStatus::Community)];
/// What is not solved points nowhere.
const BELOW: [(Sort, LandingStatus); 1] = [(Sort::Obstacle, LandingStatus::StillOpen)];

/// The sheet.
#[component]
pub fn Evening(desk: Desk, gathering: Memo<Arc<Gathering>>) -> impl IntoView {
    move || gathering.with(|gathering| sheet(desk, gathering))
}

fn sheet(desk: Desk, gathering: &Gathering) -> impl IntoView + use<> {
    let language = desk.language;
    let day = gathering.day.map(|day| day.written(language));
    let facts = t::evening(language, &desk.name(gathering), day.as_deref(), gathering.people, gathering.remarks.len());
    let of = |sort: Sort| gathering.points.iter().filter(move |point| point.sort == sort);
    let main: Vec<_> = of(Sort::Main).map(|point| view! { <li dir="auto">{point.text.clone()}</li> }).collect();
    let heard = (!main.is_empty()).then(|| {
        view! { <section class="evening__heard"><h3>{t::heard(language)}</h3><ol>{main}</ol></section> }
    });
    let board = |(sort, status): &(Sort, LandingStatus)| {
        let items: Vec<_> = of(*sort)
            .map(|point| {
                let about = points::about(desk, point).map(|about| view! { <small>{about}</small> });
                view! { <li dir="auto">{point.text.clone()}" "{about}</li> }
            })
            .collect();
        let head = view! { <b>{t::sort(language, *sort)}</b> };
        (!items.is_empty()).then(|| post::board(*status, head, items))
    };
    let side = |arms: &[(Sort, LandingStatus)], class: &'static str| {
        let boards: Vec<_> = arms.iter().filter_map(board).collect();
        (!boards.is_empty()).then(|| view! { <ol class=class>{boards}</ol> })
    };
    let (right, left) = (side(&RIGHT, "post__side post__side--ours"), side(&LEFT, "post__side post__side--others"));
    let class = if right.is_some() && left.is_some() { "post post--both" } else { "post" };
    let below = side(&BELOW, "post__side post__side--open");
    let post = (right.is_some() || left.is_some() || below.is_some())
        .then(|| view! { <div class="signpost"><div class=class>{right}{left}{below}</div></div> });
    let whole = desk.page(gathering);
    let shown = typed(&whole);
    let size = size(desk, gathering);
    view! {
        <article id=SHEET class=format!("sheet evening sheet--{size}")>
            <PracticeMark desk />
            <header class="sheet__head">
                <p class="sheet__who">
                    <svg class="logo" viewBox="0 0 58 42" aria-hidden="true">{finger_post()}</svg>
                    <span>{facts}</span>
                </p>
                <p class="sheet__asked">{desk.about(gathering)}</p>
                <h3 class="evening__title">{t::tonight(language)}</h3>
            </header>
            <div class="evening__body">{heard}{post}</div>
            <footer class="sheet__foot">
                <PrintedQr text=whole.clone() label=t::sheet_qr(language).to_owned() class="sheet__qr" />
                <div>
                    <p class="sheet__more">{t::sheet_more(language)}</p>
                    <p class="sheet__address">{shown}</p>
                    {gathering.hosts.clone().map(|hosts| view! { <p>{hosts}</p> })}
                </div>
            </footer>
        </article>
    }
}

/// Which of the sizes lets everything stand on one sheet.
fn size(desk: Desk, gathering: &Gathering) -> usize {
    let about = |point: &Point| points::about(desk, point);
    let parts: Vec<_> = gathering
        .points
        .iter()
        .map(|point| (point.sort, point.text.clone().unwrap_or_default(), about(point)))
        .collect();
    fitting(&parts)
}

/// The same of sorts, words and what stands beside them.
fn fitting(parts: &[(Sort, String, Option<String>)]) -> usize {
    let fits = |size: &f64| {
        let lines = |text: &str, width: f64| (text.chars().count() as f64 / (width / (size * 0.54)).max(8.0)).ceil();
        let of = |sort: Sort| parts.iter().filter(move |(one, ..)| *one == sort);
        let main: f64 = of(Sort::Main).map(|(_, text, _)| (lines(text, LINE) * 1.35 + 0.3) * size).sum();
        let head = if main > 0.0 { size * 2.2 } else { 0.0 };
        let board = |(sort, _): &(Sort, LandingStatus)| -> f64 {
            let items: f64 = of(*sort)
                .map(|(_, text, about)| {
                    let beside = about.as_deref().map_or(0.0, |about| lines(about, BOARD));
                    (lines(text, BOARD) + beside) * size * 1.35
                })
                .sum();
            if items > 0.0 { items + size * 1.7 + 2.2 } else { 0.0 }
        };
        let side = |arms: &[(Sort, LandingStatus)]| arms.iter().map(board).sum::<f64>();
        head + main + side(&RIGHT).max(side(&LEFT)) + side(&BELOW) + 4.0 <= ROOM
    };
    SIZES.iter().position(fits).unwrap_or(SIZES.len() - 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn more_words_are_smaller_and_few_are_large() {
        let part = |sort, words: usize| (sort, "woord ".repeat(words), None);
        let few = [part(Sort::Main, 8), part(Sort::Promise, 8)];
        let many: Vec<_> =
            (0..6).map(|_| part(Sort::Main, 25)).chain((0..6).map(|_| part(Sort::Promise, 25))).collect();
        assert!(
            fitting(&[]) == 0 && fitting(&few) < fitting(&many) && fitting(&many) < SIZES.len(),
            "{}",
            fitting(&many)
        );
    }
}
