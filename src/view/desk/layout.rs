//! What stands around every room: the list of rooms, and the line that says what is safe.

use super::{
    Desk, Held, ROOMS, gathering::GatheringRoom, home::HomeRoom, note::NoteRoom, practice::Band, sign::SignLine,
    who::WhoRoom,
};
use crate::{
    domain::{language::Language, room::Room},
    texts::{
        closing, desk as t, erasing, fetch, hall, handout, idea, join, overview, own_site, printed, publishing, ready,
        sending, site, writing,
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
        let within = room.gathering().is_some() || matches!(room, Room::Gatherings | Room::New);
        let all = [
            (Room::Home, t::home(language), room == Room::Home),
            (Room::Gatherings, t::gatherings_short(language), within),
            (Room::Overview, t::overview(language), room == Room::Overview),
            (Room::Fetch, t::fetch(language), room == Room::Fetch),
            (Room::Drafts, writing::room(language), matches!(room, Room::Drafts | Room::Draft | Room::Handouts)),
            (Room::Site, own_site::in_list(language), room == Room::Site),
            (Room::Publish, publishing::room(language), room == Room::Publish),
        ];
        let link = |(to, text, here): (Room, &'static str, bool)| {
            view! { <li><a href=to.href() aria-current=here.then_some("page")>{text}</a></li> }
        };
        all.into_iter().map(link).collect::<Vec<_>>()
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
            Room::Nowhere => plain(t::nowhere(language), t::nowhere_help(language)).into_any(),
            room => view! { <LaterRoom desk room /> }.into_any(),
        },
    };
    view! {
        <nav class="desk-rooms" aria-label=t::rooms(language)><ul>{rooms}</ul></nav>
        <main id="main" class="desk-main">
            {move || practised.get().map(|id| view! { <Band desk id /> })}
            // Each is made afresh. With erased views, Leptos would make one of the other where both look alike, and lose parts.
            <For each=move || [stage.get()] key=|stage| *stage children=body />
        </main>
        {move || desk.room.get().piece().is_none().then(|| view! { <SignLine desk /> })}
    }
}

/// What stands above a room that comes when somebody goes there.
fn heading(language: Language, room: Room) -> (&'static str, &'static str) {
    match room {
        Room::Gatherings => (t::gatherings(language), t::gatherings_lead(language)),
        Room::New => (t::new_title(language), t::prepare_lead(language)),
        Room::Prepare(_) => (t::prepare_title(language), t::prepare_lead(language)),
        Room::Files => (t::backup(language), t::backup_lead(language)),
        Room::Send => (sending::title(language), sending::lead(language)),
        Room::Join => (join::title(language), join::lead(language)),
        Room::Overview => (overview::title(language), overview::lead(language)),
        Room::Fetch => (fetch::title(language), fetch::lead(language)),
        // What one can do in these stands in their own piece.
        Room::Drafts | Room::Draft => (writing::title(language), ""),
        Room::Handouts => (printed::title(language), ""),
        Room::Site => (own_site::title(language), ""),
        Room::Publish => (publishing::title(language), publishing::lead(language)),
        Room::Idea => (idea::title(language), idea::lead(language)),
        Room::Ready(_) => (ready::title(language), ready::lead(language)),
        Room::Paper(_) => (t::to_paper(language), handout::lead(language)),
        Room::Erase(_) => (erasing::title(language), erasing::lead(language)),
        Room::Screen(_) => (t::to_screen(language), hall::lead(language)),
        Room::Hall(_) => (hall::steer(language), ""),
        _ => (closing::title(language), closing::lead(language)),
    }
}

/// A room that comes when somebody goes there: its heading, and the place that its piece fills.
#[component]
fn LaterRoom(desk: Desk, room: Room) -> impl IntoView {
    let language = desk.language;
    let (title, lead) = heading(language, room);
    // Its place is on the page by then.
    Effect::new(move |_| {
        if let Some(Ok(call)) = room.piece().map(|piece| leptos::web_sys::Event::new(piece.call())) {
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
        Room::Note(_) => Some(t::to_note(language)),
        Room::Nowhere => Some(t::nowhere(language)),
        room => Some(heading(language, room).0),
    };
    let parts = [what.map(str::to_owned), place, Some(t::title(language).to_owned())];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" – ")
}
