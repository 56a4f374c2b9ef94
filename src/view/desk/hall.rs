//! The screen in the hall: the question, the remarks that were shown, one of them large, and where one can tell more. It
//! is as large as where it stands, so that who steers it sees the same in small.

use super::{Desk, address::typed, poster::step, practice::PracticeMark, rooms::Errand};
use crate::{
    domain::{
        gathering::{Gathering, GatheringId, Remark, RemarkId, Screen},
        room::Room,
    },
    texts::{desk, hall as t},
    view::qr::PrintedQr,
};
use leptos::{either::EitherOf3, prelude::*};
use std::sync::Arc;

/// So much of a remark stands among others, in characters.
const SHORT: usize = 150;
/// The height of a screen of nine to sixteen, less the room around what stands on it and for the buttons below.
const SCREEN: f64 = 49.0;
/// So many characters stand on a line below the question, and the height of what is under it.
const WHERE: usize = 47;
const UNDER: f64 = 3.1;
/// The height of a line there.
const LINE: f64 = 3.91;
/// The letters of the one that stands alone, the largest first, and how many of them stand on a line.
const LIT: [(f64, usize); 4] = [(7.0, 14), (5.4, 19), (4.2, 24), (3.4, 30)];
/// The height of a line, in its letters.
const LEADING: f64 = 1.15;

/// Between what stands on one line: it stays with what is before it, so that it never begins a line by itself.
const BETWEEN: &str = "\u{a0}· ";

/// The room: the screen, and the few buttons on it.
#[component]
pub fn HallRoom(desk: Desk, id: GatheringId, screen: RwSignal<Screen>, errand: Callback<Errand>) -> impl IntoView {
    let language = desk.language;
    let gathering = desk.gathering(id);
    let enlarge = move || errand.run(Errand::Enlarge);
    let on_key = window_event_listener(leptos::ev::keydown, move |event| {
        if pressed(&event) == Some("KeyV") {
            event.prevent_default();
            enlarge();
        }
    });
    on_cleanup(move || on_key.remove());
    // Whoever steers it hears what is on it.
    Effect::new(move |_| {
        gathering.track();
        screen.track();
        errand.run(Errand::Measure);
    });
    view! {
        <div class="hall hall--whole">
            <Hall desk gathering screen />
            <p class="hall__bar">
                <button class="button" type="button" on:click=move |_| enlarge()>{t::whole(language)}<kbd>"Alt V"</kbd></button>
                <CodeButton desk id screen errand />
                <a class="button" href=Room::Screen(id).href()>{t::to_remote(language)}</a>
            </p>
        </div>
    }
}

/// The button that makes the code large, with its key.
#[component]
pub fn CodeButton(desk: Desk, id: GatheringId, screen: RwSignal<Screen>, errand: Callback<Errand>) -> impl IntoView {
    let language = desk.language;
    let turn = move || {
        let now = screen.get_untracked();
        errand.run(Errand::Screen(id, Screen { code: !now.code, ..now }));
    };
    let on_key = window_event_listener(leptos::ev::keydown, move |event| {
        if pressed(&event) == Some("KeyQ") {
            event.prevent_default();
            turn();
        }
    });
    on_cleanup(move || on_key.remove());
    let text = move || if screen.get().code { t::code_small(language) } else { t::code_large(language) };
    view! { <button class="button" type="button" on:click=move |_| turn()>{text}<kbd>"Alt Q"</kbd></button> }
}

/// The key that was pressed together with Alt alone.
pub fn pressed(event: &leptos::ev::KeyboardEvent) -> Option<&'static str> {
    let code = event.code();
    let key = ["KeyQ", "KeyT", "KeyA", "KeyV"].into_iter().find(|key| *key == code);
    key.filter(|_| event.alt_key() && !event.ctrl_key() && !event.meta_key())
}

/// What stands on the screen.
#[component]
pub fn Hall(desk: Desk, gathering: Memo<Arc<Gathering>>, screen: RwSignal<Screen>) -> impl IntoView {
    let language = desk.language;
    let code = move |class| {
        let whole = gathering.with(|gathering| desk.page(gathering));
        view! { <PrintedQr text=whole label=t::qr(language).to_owned() class /> }
    };
    let lit = Memo::new(move |_| {
        let spotlight = screen.get().spotlight?;
        gathering.with(|gathering| gathering.shown().find(|remark| remark.id == spotlight).cloned())
    });
    let count = move || {
        screen.get().counter.then(|| {
            let count = gathering.with(|gathering| gathering.remarks.len());
            view! { <span class="hall__count">{desk::remarks(language, count)}</span>{BETWEEN} }
        })
    };
    let asked = move || {
        let asked = gathering.with(|gathering| desk.about(gathering));
        let with = gathering.with(|gathering| gathering.shown().next().is_some());
        let class = format!("hall__asked hall__asked--{}", asked_size(&asked, with));
        let whereabouts = gathering.with(|gathering| whereabouts(desk, gathering));
        view! {
            <header class="hall__head">
                <p class=class dir="auto">{asked}</p>
                <p class="hall__where" dir="auto">{count}{whereabouts}</p>
            </header>
        }
    };
    let wall = move || match lit.get() {
        Some(Remark { id, text, kind, .. }) => {
            let (size, text) = gathering.with(|gathering| alone(desk, gathering, text.as_deref().unwrap_or_default()));
            let class = format!("hall__lit hall__lit--{size} desk-remark--{}", kind.code());
            EitherOf3::A(view! {
                <p class=class data-remark=id.to_string() dir="auto"><b class="hall__kind">{desk::kind_name(language, kind)}</b>{text}</p>
            })
        }
        None if gathering.with(|gathering| gathering.shown().next().is_none()) => {
            EitherOf3::B(view! { <p class="hall__tell">{t::tell(language)}</p> })
        }
        None => {
            let one = |remark: &Remark| {
                let text = short(remark.text.as_deref().unwrap_or_default(), SHORT);
                let class = format!("hall__said desk-remark--{}", remark.kind.code());
                let kind = desk::kind_name(language, remark.kind);
                view! { <li class=class data-remark=remark.id.to_string() dir="auto"><b class="hall__kind">{kind}": "</b>{text}</li> }
            };
            let all: Vec<_> = gathering.with(|gathering| gathering.shown().map(one).collect());
            EitherOf3::C(view! { <ul class="hall__wall">{all}</ul> })
        }
    };
    let class = move || if screen.get().code { "hall__inside hall__inside--code" } else { "hall__inside" };
    view! {
        <PracticeMark desk />
        <div class=class>
            {asked}
            <div class="hall__main">{wall}</div>
            <aside class="hall__side">
                {move || code("hall__qr sheet__qr")}
                <p>{t::on_site(language)}" "<strong>{move || gathering.with(|gathering| typed(&desk.page(gathering)))}</strong></p>
            </aside>
        </div>
    }
}

/// Where and on which day it is, which is not broken. Everybody there knows the year.
fn whereabouts(desk: Desk, gathering: &Gathering) -> String {
    let day = gathering.day.map(|day| {
        let whole = day.written(desk.language);
        whole.rsplit_once(' ').map_or(whole.as_str(), |(day, _)| day).replace(' ', "\u{a0}")
    });
    [Some(desk.name(gathering)), day].into_iter().flatten().collect::<Vec<_>>().join(BETWEEN)
}

/// Which of the sizes the question has; `with` remarks below it a smaller one.
fn asked_size(asked: &str, with: bool) -> usize {
    step(asked, &[40, 90]).max(usize::from(with))
}

/// Whether the hall sees the beginning of a remark only, as the rest has no room.
pub fn is_cut(desk: Desk, gathering: &Gathering, remark: RemarkId, large: bool) -> bool {
    let text = gathering.shown().find(|one| one.id == remark).and_then(|one| one.text.as_deref()).unwrap_or_default();
    let shown = if large { alone(desk, gathering, text).1 } else { short(text, SHORT) };
    shown != text
}

/// How large a remark stands alone, and what of it.
fn alone(desk: Desk, gathering: &Gathering, text: &str) -> (usize, String) {
    let counted = desk::remarks(desk.language, gathering.remarks.len());
    lit(room(&desk.about(gathering), &format!("{counted}{BETWEEN}{}", whereabouts(desk, gathering))), text)
}

/// The same in this room: the largest letters in which all of it has room; of what is too long in the smallest, the beginning.
fn lit(room: f64, text: &str) -> (usize, String) {
    let high = |text: &str, (letters, width): (f64, usize)| {
        text.lines().map(|line| lines(line, width)).sum::<usize>() as f64 * letters * LEADING
    };
    let first = step(text, &[32, 75, 120]);
    if let Some(size) = (first..LIT.len()).find(|size| high(text, LIT[*size]) <= room) {
        return (size, text.to_owned());
    }
    let smallest = LIT[LIT.len() - 1];
    let most = (0..text.chars().count()).rev().step_by(4);
    let cut = most.map(|most| short(text, most)).find(|cut| high(cut, smallest) <= room);
    (LIT.len() - 1, cut.unwrap_or_else(|| short(text, smallest.1)))
}

/// The height of the wall under this question and this line, in hundredths of the screen's width, on a screen as low as they
/// come: with the buttons below it.
fn room(asked: &str, whereabouts: &str) -> f64 {
    let (letters, width) = if asked_size(asked, true) == 1 { (3.9, 43) } else { (3.5, 48) };
    // The kind of what stands alone has a line too.
    let head = lines(asked, width) as f64 * letters * 1.1 + (lines(whereabouts, WHERE) + 1) as f64 * LINE + UNDER;
    (SCREEN - head).max(0.0)
}

/// How many lines words take that are at most so many characters long, broken between words where that goes.
fn lines(text: &str, width: usize) -> usize {
    let (mut lines, mut at) = (1, 0);
    for word in text.split_whitespace().map(|word| word.chars().count()) {
        let with = if at == 0 { word } else { at + 1 + word };
        if with <= width {
            at = with;
            continue;
        }
        // A word that is longer than a line is broken.
        lines += usize::from(at > 0) + (word - 1) / width;
        at = (word - 1) % width + 1;
    }
    lines
}

/// The beginning of a text that is too long for the screen.
fn short(text: &str, most: usize) -> String {
    if text.chars().count() <= most {
        return text.to_owned();
    }
    let cut: String = text.chars().take(most).collect();
    let cut = cut.rsplit_once(' ').map_or(cut.as_str(), |(before, _)| before);
    format!("{cut} …")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_longer_a_remark_is_the_smaller_its_letters_and_it_is_whole_as_long_as_there_is_room() {
        let room = |asked: &str| room(asked, "10 opmerkingen · Dorpshuis Annen · 3 december");
        let usual = room("Wat maakt het goed wonen in Annen, en wat kan beter?");
        let size = |words: usize| lit(usual, &"bussen ".repeat(words));
        assert_eq!([2, 8, 15, 28].map(|words| size(words).0), [0, 1, 2, 3]);
        for words in [2, 8, 15, 28] {
            assert_eq!(size(words).1, "bussen ".repeat(words), "nothing is cut while there is room");
        }
        let (smallest, cut) = size(120);
        assert!(smallest == 3 && cut.ends_with("bussen …") && cut.chars().count() > 190, "{cut}");
        assert!(room(&"Een vraag. ".repeat(18)) < usual, "a longer question leaves less");
        assert!(lit(0.0, "Een opmerking die nergens past, hoe klein ook.").1.ends_with('…'));
        assert_eq!(lit(usual, &"Ja.\n".repeat(4)).0, 1, "what is on lines of its own needs them");
        assert_eq!(
            (lines("", 5), lines("aap noot mies", 8), lines("aap noot mies", 7), lines("a\n\nb", 5)),
            (1, 2, 3, 1)
        );
        assert_eq!((lines("abcdefghijk", 5), lines("a abcdefghijk b", 5)), (3, 4));
    }

    #[test]
    fn a_long_remark_is_cut_between_words_and_says_so() {
        assert_eq!(short("De bus komt niet.", SHORT), "De bus komt niet.");
        let cut = short(&"woord ".repeat(60), SHORT);
        assert!(cut.ends_with("woord …") && cut.chars().count() <= SHORT + 2, "{cut}");
    }
}
