//! The screen in the hall: the question, the remarks that were shown, one of them large, and where one can tell more. It
//! is as large as where it stands, so that who steers it sees the same in small.

use super::{Desk, poster::step, practice::PracticeMark, rooms::Errand};
use crate::{
    domain::{
        gathering::{Gathering, GatheringId, Remark, Screen},
        room::Room,
    },
    texts::{desk, hall as t},
    view::qr::PrintedQr,
};
use leptos::{either::EitherOf3, prelude::*};
use std::sync::Arc;

/// So much of a remark stands among others, in characters.
const SHORT: usize = 150;
/// The most characters of the one that stands alone: what its smallest letters leave room for.
const LIT: usize = 180;

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
            view! { <span class="hall__count">{desk::remarks(language, count)}</span>" · " }
        })
    };
    let asked = move || {
        let asked = gathering.with(|gathering| desk.about(gathering));
        let class = format!("hall__asked hall__asked--{}", step(&asked, &[50, 100]));
        let whereabouts = gathering.with(|gathering| {
            let day = gathering.day.map(|day| day.written(language));
            [Some(desk.name(gathering)), day].into_iter().flatten().collect::<Vec<_>>().join(" · ")
        });
        view! {
            <header class="hall__head">
                <p class=class dir="auto">{asked}</p>
                <p class="hall__where" dir="auto">{count}{whereabouts}</p>
            </header>
        }
    };
    let wall = move || match lit.get() {
        Some(Remark { text, kind, .. }) => {
            let text = short(&text.unwrap_or_default(), LIT);
            let class = format!("hall__lit hall__lit--{} desk-remark--{}", step(&text, &[32, 75, 120]), kind.code());
            EitherOf3::A(view! { <p class=class dir="auto">{text}</p> })
        }
        None if gathering.with(|gathering| gathering.shown().next().is_none()) => {
            EitherOf3::B(view! { <p class="hall__tell">{t::tell(language)}</p> })
        }
        None => {
            let one = |remark: &Remark| {
                let text = short(remark.text.as_deref().unwrap_or_default(), SHORT);
                view! { <li class=format!("hall__said desk-remark--{}", remark.kind.code()) dir="auto">{text}</li> }
            };
            let all: Vec<_> = gathering.with(|gathering| gathering.shown().take(20).map(one).collect());
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
                <p>{t::on_site(language)}" "<strong>{desk.address()}</strong></p>
            </aside>
        </div>
    }
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
    fn a_long_remark_is_cut_between_words_and_says_so() {
        assert_eq!(short("De bus komt niet.", SHORT), "De bus komt niet.");
        let cut = short(&"woord ".repeat(60), SHORT);
        assert!(cut.ends_with("woord …") && cut.chars().count() <= SHORT + 2, "{cut}");
    }
}
