//! What stands around every room: the list of rooms, and the line that says what is safe.

use super::{
    CALL, Desk, Held, ROOMS, gathering::GatheringRoom, home::HomeRoom, note::NoteRoom, practice::Band, sign::SignLine,
    who::WhoRoom,
};
use crate::{
    domain::room::Room,
    texts::{
        closing, desk as t, erasing, fetch, hall, handout, idea, join, overview, publishing, ready, sending, site,
    },
};
use leptos::prelude::*;

/// What shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
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
    desk.held.with(|held| match (held, room.gathering()) {
        (Held::Loading, _) => Stage::Loading,
        (Held::Closed, _) => Stage::Closed,
        (_, Some(id)) if held.book(id).is_none() => Stage::NoSuch,
        (_, Some(_)) if !known => Stage::Who,
        (_, None) if room == Room::New && !known => Stage::Who,
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
        let within = room.gathering().is_some() || matches!(room, Room::Gatherings | Room::New);
        view! {
            {link(Room::Home, t::home(language), room == Room::Home)}
            {link(Room::Gatherings, t::gatherings(language), within)}
            {link(Room::Overview, t::overview(language), room == Room::Overview)}
            {link(Room::Fetch, t::fetch(language), room == Room::Fetch)}
            {link(Room::Publish, publishing::room(language), room == Room::Publish)}
        }
    };
    let practised = Memo::new(move |_| match stage.get() {
        Stage::Open(room) => room.gathering().filter(|id| id.is_practice()),
        _ => None,
    });
    let body = move |stage| match stage {
        Stage::Loading => plain(t::title(language), t::loading(language)).into_any(),
        Stage::Closed => plain(t::title(language), t::closed(language)).into_any(),
        Stage::Who => view! { <WhoRoom desk /> }.into_any(),
        Stage::NoSuch => plain(t::no_such(language), t::no_such_help(language)).into_any(),
        Stage::Open(room) => match room {
            Room::Home => view! { <HomeRoom desk /> }.into_any(),
            Room::Gathering(id) => view! { <GatheringRoom desk id /> }.into_any(),
            Room::Note(id) => view! { <NoteRoom desk id /> }.into_any(),
            Room::Gatherings
            | Room::New
            | Room::Prepare(_)
            | Room::Ready(_)
            | Room::Close(_)
            | Room::Paper(_)
            | Room::Erase(_)
            | Room::Screen(_)
            | Room::Hall(_)
            | Room::Send
            | Room::Files
            | Room::Fetch
            | Room::Publish
            | Room::Idea
            | Room::Join
            | Room::Overview => view! { <LaterRoom desk room /> }.into_any(),
            Room::Nowhere => plain(t::nowhere(language), t::nowhere_help(language)).into_any(),
        },
    };
    view! {
        <nav class="desk-rooms" aria-label=t::rooms(language)><ul>{rooms}</ul></nav>
        <main id="main" class="desk-main">
            {move || practised.get().map(|id| view! { <Band desk id /> })}
            // Each is made afresh. With erased views, Leptos would make one of the other where both look alike, and lose parts.
            <For each=move || [stage.get()] key=|stage| *stage children=body />
        </main>
        {move || (!desk.room.get().comes_later()).then(|| view! { <SignLine desk /> })}
    }
}

/// A room that comes when somebody goes there: its heading, and the place that its piece fills.
#[component]
fn LaterRoom(desk: Desk, room: Room) -> impl IntoView {
    let language = desk.language;
    let (title, lead) = match room {
        Room::Gatherings => (t::gatherings(language), t::gatherings_lead(language)),
        Room::New => (t::new_title(language), t::prepare_lead(language)),
        Room::Prepare(_) => (t::prepare_title(language), t::prepare_lead(language)),
        Room::Files => (t::backup(language), t::backup_lead(language)),
        Room::Send => (sending::title(language), sending::lead(language)),
        Room::Join => (join::title(language), join::lead(language)),
        Room::Overview => (overview::title(language), overview::lead(language)),
        Room::Fetch => (fetch::title(language), fetch::lead(language)),
        Room::Publish => (publishing::title(language), publishing::lead(language)),
        Room::Idea => (idea::title(language), idea::lead(language)),
        Room::Ready(_) => (ready::title(language), ready::lead(language)),
        Room::Paper(_) => (t::to_paper(language), handout::lead(language)),
        Room::Erase(_) => (erasing::title(language), erasing::lead(language)),
        Room::Screen(_) => (t::to_screen(language), hall::lead(language)),
        Room::Hall(_) => (hall::steer(language), ""),
        _ => (closing::title(language), closing::lead(language)),
    };
    // Its place is on the page by then.
    Effect::new(move |_| {
        if let Ok(call) = leptos::web_sys::Event::new(CALL) {
            // Who listens can't make this fail.
            let _ = window().dispatch_event(&call);
        }
    });
    let back = room.gathering().map(|id| {
        let gathering = desk.gathering(id);
        let name = move || gathering.with(|gathering| desk.name(gathering));
        view! { <p><a href=Room::Gathering(id).href()>{name}</a></p> }
    });
    view! {
        <div class="desk-head">
            {back}
            <h1 tabindex="-1">{title}</h1>
            <p class="desk-lead">{lead}</p>
        </div>
        <div id=ROOMS>
            <div class="desk-part" role="status">
                <p>{t::fetching(language)}</p>
                <p data-app="away" hidden>{site::app_away(language)}</p>
                <p data-app="unable" hidden>{t::unable(language)}</p>
            </div>
        </div>
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

/// What the window is called in a room.
pub fn title(desk: Desk) -> String {
    let (language, room) = (desk.language, desk.room.get());
    let place = room.gathering().map(|id| {
        desk.held.with(|held| held.book(id).map_or_else(|| t::no_such(language).into(), |book| desk.name(book.now())))
    });
    let what = match room {
        Room::Home | Room::Gathering(_) => None,
        Room::Gatherings => Some(t::gatherings(language)),
        Room::New => Some(t::new_title(language)),
        Room::Prepare(_) => Some(t::prepare_title(language)),
        Room::Ready(_) => Some(ready::title(language)),
        Room::Note(_) => Some(t::to_note(language)),
        Room::Close(_) => Some(closing::title(language)),
        Room::Paper(_) => Some(t::to_paper(language)),
        Room::Erase(_) => Some(erasing::title(language)),
        Room::Screen(_) => Some(t::to_screen(language)),
        Room::Hall(_) => Some(hall::steer(language)),
        Room::Overview => Some(overview::title(language)),
        Room::Fetch => Some(fetch::title(language)),
        Room::Publish => Some(publishing::title(language)),
        Room::Idea => Some(idea::title(language)),
        Room::Files => Some(t::backup(language)),
        Room::Send => Some(sending::title(language)),
        Room::Join => Some(join::title(language)),
        Room::Nowhere => Some(t::nowhere(language)),
    };
    let parts = [what.map(str::to_owned), place, Some(t::title(language).to_owned())];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" – ")
}
