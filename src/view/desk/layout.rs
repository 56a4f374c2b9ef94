//! What stands around every room: the list of rooms, and the line that says what is safe.

use super::{
    Cannot, Desk, Held, Sign, gathering::GatheringRoom, home::HomeRoom, list::ListRoom, name, note::NoteRoom,
    prepare::PrepareRoom, who::WhoRoom,
};
use crate::{
    domain::{gathering::Gathering, language::Language, room::Room},
    texts::desk as t,
};
use leptos::prelude::*;

/// What shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Stage {
    Loading,
    Closed,
    Who,
    NoSuch,
    Open(Room),
}

/// What shows now: it changes when somebody goes elsewhere, and not with each remark.
fn stage(desk: Desk) -> Stage {
    let room = desk.room.get();
    let known = desk.who.with(Option::is_some);
    desk.held.with(|held| match (held, room) {
        (Held::Loading, _) => Stage::Loading,
        (Held::Closed, _) => Stage::Closed,
        (_, Room::Gathering(id) | Room::Prepare(id) | Room::Note(id)) if held.notebook(id).is_none() => Stage::NoSuch,
        (_, Room::New | Room::Gathering(_) | Room::Prepare(_) | Room::Note(_)) if !known => Stage::Who,
        _ => Stage::Open(room),
    })
}

/// The app as a whole.
#[component]
pub fn DeskView(desk: Desk) -> impl IntoView {
    let stage = Memo::new(move |_| stage(desk));
    let language = desk.language;
    let rooms = move || {
        let room = desk.room.get();
        let link = |to: Room, text: &'static str, here: bool| {
            view! { <li><a href=to.href() aria-current=here.then_some("page")>{text}</a></li> }
        };
        let within = !matches!(room, Room::Home | Room::Nowhere);
        view! {
            {link(Room::Home, t::home(language), room == Room::Home)}
            {link(Room::Gatherings, t::gatherings(language), within)}
        }
    };
    let body = move || match stage.get() {
        Stage::Loading => plain(t::title(language), t::loading(language)).into_any(),
        Stage::Closed => plain(t::title(language), t::closed(language)).into_any(),
        Stage::Who => view! { <WhoRoom desk /> }.into_any(),
        Stage::NoSuch => plain(t::no_such(language), t::no_such_help(language)).into_any(),
        Stage::Open(room) => match room {
            Room::Home => view! { <HomeRoom desk /> }.into_any(),
            Room::Gatherings => view! { <ListRoom desk /> }.into_any(),
            Room::New => view! { <PrepareRoom desk id=None /> }.into_any(),
            Room::Gathering(id) => view! { <GatheringRoom desk id /> }.into_any(),
            Room::Prepare(id) => view! { <PrepareRoom desk id=Some(id) /> }.into_any(),
            Room::Note(id) => view! { <NoteRoom desk id /> }.into_any(),
            Room::Nowhere => plain(t::nowhere(language), t::nowhere_help(language)).into_any(),
        },
    };
    view! {
        <nav class="desk-rooms" aria-label=t::rooms(language)><ul>{rooms}</ul></nav>
        <main id="main" class="desk-main">{body}</main>
        <SignLine desk />
    }
}

/// A room with a word and nothing to do.
fn plain(title: &'static str, text: &'static str) -> impl IntoView {
    view! {
        <div class="desk-head">
            <h1 tabindex="-1">{title}</h1>
            <p class="desk-lead">{text}</p>
        </div>
    }
}

/// What is safe and what is not; it is said once to who listens.
#[component]
fn SignLine(desk: Desk) -> impl IntoView {
    let language = desk.language;
    let text = move || {
        desk.sign.with(|sign| match sign {
            Sign::Quiet => String::new(),
            Sign::Saving => t::saving(language).into(),
            Sign::Safe(count) => t::safe_with(language, *count),
            Sign::Said(text) | Sign::Wrong(text) => (*text).into(),
            Sign::PutBack(new, damaged) => t::restored(language, *new, *damaged),
            Sign::Cannot(why) => t::wrong(language, cannot(language, *why)),
        })
    };
    let kind = move || {
        desk.sign.with(|sign| match sign {
            Sign::Quiet => "desk-sign",
            Sign::Saving => "desk-sign desk-sign--saving",
            Sign::Safe(_) | Sign::Said(_) | Sign::PutBack(..) => "desk-sign desk-sign--safe",
            Sign::Cannot(_) | Sign::Wrong(_) => "desk-sign desk-sign--wrong",
        })
    };
    view! { <div class=kind><p role="status" id="desk-sign">{text}</p></div> }
}

fn cannot(language: Language, why: Cannot) -> &'static str {
    match why {
        Cannot::Refused => t::refused(language),
        Cannot::Full => t::full(language),
        Cannot::Newer => t::newer(language),
        Cannot::Busy => t::busy(language),
        Cannot::NotReadBack => t::not_read_back(language),
    }
}

/// What the window is called in a room.
pub fn title(desk: Desk) -> String {
    let language = desk.language;
    let place = |id| {
        desk.held.with(|held| {
            held.notebook(id)
                .map_or_else(|| t::no_such(language).into(), |notebook| name(language, &Gathering::of(notebook)))
        })
    };
    match desk.room.get() {
        Room::Home => t::title(language).into(),
        Room::Gatherings => format!("{} – {}", t::gatherings(language), t::title(language)),
        Room::New => format!("{} – {}", t::new_title(language), t::title(language)),
        Room::Gathering(id) => format!("{} – {}", place(id), t::title(language)),
        Room::Prepare(id) => format!("{} – {} – {}", t::prepare_title(language), place(id), t::title(language)),
        Room::Note(id) => format!("{} – {} – {}", t::to_note(language), place(id), t::title(language)),
        Room::Nowhere => format!("{} – {}", t::nowhere(language), t::title(language)),
    }
}
