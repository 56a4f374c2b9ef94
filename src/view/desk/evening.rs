//! The sheet of an evening: what was heard and what happens with it, on one page, for the door of the hall.

use super::{Desk, address::typed, points, practice::PracticeMark};
use crate::{
    domain::{
        feedback::LandingStatus,
        gathering::{Gathering, Point, Sort},
    },
    texts::{closing as t, handout},
    view::{block::mark::finger_post, qr::PrintedQr, signpost::post},
};
use leptos::prelude::*;
use std::sync::Arc;

/// The element that is printed, or goes into a file.
pub const SHEET: &str = "evening";
/// How large the words are, in hundredths of the sheet's width, the largest first.
const SIZES: [f64; 15] = [3.6, 3.2, 2.9, 2.6, 2.35, 2.1, 1.9, 1.75, 1.6, 1.5, 1.4, 1.3, 1.2, 1.1, 1.0];
/// The smallest that one reads at a door: eight points, on A4.
const READABLE: f64 = 1.5;
/// How high a sheet of A4 is within its margins, in the same measure, less some room to be sure.
const PAGE: f64 = 141.0;
/// How high head and foot are, with a question of one line.
const AROUND: f64 = 34.0;
/// How high each further line of the question is, and how many characters stand on it.
const ASKED: (f64, f64) = (3.0, 70.0);
/// How wide a letter is, in its own size. Those of a device that has wide ones.
const LETTER: f64 = 0.525;
/// How high a line is.
const LEADING: f64 = 1.3;
/// How wide words stand on a board: on one of two sides of the pole, where there is one side, and below.
const BESIDE: f64 = 42.0;
const ALONE: f64 = 88.0;
const UNDER: f64 = 70.0;
/// How high the edges of a board are, and those of the post.
const EDGES: f64 = 1.9;
const POST: f64 = 2.5;

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
    let main: Vec<_> = of(Sort::Main)
        .map(|point| {
            let unread = points::unread(desk, point).map(|unread| view! { <small>{unread}</small> });
            view! { <li dir="auto">{point.text.as_deref().map(unbroken)}" "{unread}</li> }
        })
        .collect();
    let heard = (!main.is_empty()).then(|| {
        view! { <section class="evening__heard"><h3>{t::heard(language)}</h3><ol>{main}</ol></section> }
    });
    let board = |(sort, status): &(Sort, LandingStatus)| {
        let items: Vec<_> = of(*sort)
            .map(|point| {
                let about = points::about(desk, point).map(|about| view! { <small>{beside(&about)}</small> });
                view! { <li dir="auto">{point.text.as_deref().map(unbroken)}" "{about}</li> }
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
        <article id=SHEET class=format!("sheet evening evening--{size}")>
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
                    {gathering.hosts.as_ref().map(|hosts| view! { <p>{handout::led_by(language, hosts)}</p> })}
                </div>
            </footer>
        </article>
    }
}

/// The same, with hyphens that do not break where they stand in a number: that of a telephone stays on one line.
fn unbroken(text: &str) -> String {
    let all: Vec<char> = text.chars().collect();
    let digit = |at: usize| all.get(at).is_some_and(char::is_ascii_digit);
    let within = |at: usize| at > 0 && digit(at - 1) && digit(at + 1);
    all.iter().enumerate().map(|(at, one)| if *one == '-' && within(at) { '\u{2011}' } else { *one }).collect()
}

/// Who and when, as they stand behind what was agreed: in the line, and not for a sentence of its own.
fn beside(about: &str) -> String {
    format!("({})", about.replace(" · ", ", "))
}

/// Whether it is more than one reads at a door.
pub fn is_too_much(desk: Desk, gathering: &Gathering) -> bool {
    SIZES[size(desk, gathering)] < READABLE
}

/// Which of the sizes lets everything stand on one sheet.
fn size(desk: Desk, gathering: &Gathering) -> usize {
    let about = |point: &Point| {
        points::about(desk, point)
            .map(|about| beside(&about))
            .or_else(|| points::unread(desk, point).map(str::to_owned))
    };
    let parts: Vec<_> = gathering
        .points
        .iter()
        .map(|point| (point.sort, point.text.clone().unwrap_or_default(), about(point)))
        .collect();
    fitting(&desk.about(gathering), &parts)
}

/// The same of the question, and of sorts, words and what stands beside them.
fn fitting(asked: &str, parts: &[(Sort, String, Option<String>)]) -> usize {
    let long = |text: &str| text.chars().count() as f64;
    let room = PAGE - AROUND - ((long(asked) / ASKED.1).ceil() - 1.0).max(0.0) * ASKED.0;
    SIZES.iter().position(|size| height(parts, *size) <= room).unwrap_or(SIZES.len() - 1)
}

/// How high everything between head and foot is, in letters of this size.
fn height(parts: &[(Sort, String, Option<String>)], size: f64) -> f64 {
    let of = |sort: Sort| parts.iter().filter(move |(one, ..)| *one == sort);
    // A line is not filled to its end, as words are not broken.
    let lines = |length: usize, width: f64| {
        let most = (width / (size * LETTER)).max(8.0);
        if length as f64 <= most { 1.0 } else { (length as f64 / (most - 3.0).max(6.0)).ceil() }
    };
    let main: f64 = of(Sort::Main)
        .map(|(_, text, about)| {
            let length = text.chars().count() + about.as_ref().map_or(0, |about| about.chars().count() + 1);
            (lines(length, 100.0 - 2.2 * size) * LEADING + 0.25) * size
        })
        .sum();
    let head = if main > 0.0 { size * 2.6 } else { 0.0 };
    let board = |(sort, _): &(Sort, LandingStatus), width: f64| -> f64 {
        let item = |text: &str, about: Option<&str>| {
            let length = text.chars().count() + about.map_or(0, |about| about.chars().count() + 1);
            (lines(length, width) * LEADING + 0.2) * size
        };
        let items: f64 = of(*sort).map(|(_, text, about)| item(text, about.as_deref())).sum();
        if items > 0.0 { items + size * 1.9 + EDGES } else { 0.0 }
    };
    let side = |arms: &[(Sort, LandingStatus)], width| arms.iter().map(|arm| board(arm, width)).sum::<f64>();
    let (right, left) = (side(&RIGHT, BESIDE), side(&LEFT, BESIDE));
    let beside = match right > 0.0 && left > 0.0 {
        true => right.max(left),
        false => side(&RIGHT, ALONE) + side(&LEFT, ALONE),
    };
    head + main + beside + side(&BELOW, UNDER) + POST
}

#[cfg(test)]
mod tests {
    use super::*;

    fn part(sort: Sort, words: usize) -> (Sort, String, Option<String>) {
        (sort, "woord ".repeat(words), None)
    }

    #[test]
    fn a_number_of_a_telephone_stays_on_one_line() {
        assert_eq!(
            unbroken("Bel 06-87654321, e-mail niet - dat-is 3-"),
            "Bel 06\u{2011}87654321, e-mail niet - dat-is 3-"
        );
        assert_eq!(unbroken(""), "");
    }

    #[test]
    fn more_words_are_smaller_and_few_are_large() {
        let few = [part(Sort::Main, 8), part(Sort::Promise, 8)];
        let many: Vec<_> =
            (0..6).map(|_| part(Sort::Main, 25)).chain((0..6).map(|_| part(Sort::Promise, 25))).collect();
        let sizes = [fitting("", &[]), fitting("", &few), fitting("", &many)];
        assert!(sizes[0] == 0 && sizes[1] < sizes[2] && SIZES[sizes[2]] >= READABLE, "{sizes:?}");
        assert!(fitting(&"vraag ".repeat(33), &many) >= sizes[2]);
    }

    #[test]
    fn a_usual_evening_is_read_at_the_door_and_too_much_is_known() {
        let evening = |main, others: usize| -> Vec<_> {
            let promises = [Sort::Promise, Sort::PassOn, Sort::Village, Sort::Obstacle];
            let others = promises.into_iter().flat_map(|sort| (0..others).map(move |_| part(sort, 14)));
            (0..main).map(|_| part(Sort::Main, 18)).chain(others).collect()
        };
        assert!(SIZES[fitting("Wat kan hier beter?", &evening(6, 2))] >= 1.9, "ten points on A4");
        assert!(SIZES[fitting("Wat kan hier beter?", &evening(30, 12))] < READABLE);
        // What stands on one side only has the whole width.
        let alone: Vec<_> = (0..8).map(|_| part(Sort::Promise, 20)).collect();
        let both: Vec<_> = alone.iter().cloned().chain([part(Sort::Village, 4)]).collect();
        assert!(fitting("", &alone) < fitting("", &both));
    }
}
