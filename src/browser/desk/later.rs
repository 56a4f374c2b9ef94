//! The rooms of hosts that come when somebody goes there. The page asks for this piece, each time that such a room opens; it fills the
//! place that the desk has for it.

use super::{
    acts, desk, device, erase, fetch, folder, idea, join, parcel, place, practice, prepare, refresh, rooms, screen,
    send, windows,
};
use crate::{
    domain::{
        gathering::{GatheringId, Screen, Setting, Wall},
        room::{Piece, Room},
    },
    view::desk::{
        Desk, Sign,
        fetch::Work,
        idea::Typed,
        join::Joining,
        rooms::{Errand, RoomsView},
        sending::Round,
    },
};
use gloo_events::EventListener;
use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;

thread_local! {
    static DESK: Shared = begin();
}

/// What all these rooms share.
#[derive(Clone, Copy)]
struct Shared {
    desk: Desk,
    round: RwSignal<Round>,
    on_screen: RwSignal<Screen>,
    wall: RwSignal<Option<Wall>>,
    work: RwSignal<Work>,
    typed: Typed,
    invitation: RwSignal<Option<(GatheringId, String)>>,
    joining: RwSignal<Joining>,
}

/// Shows the room of the address.
pub fn show() {
    let Some(room) = rooms::here() else { return };
    let Shared { desk, round, on_screen, wall, work, typed, invitation, joining } = DESK.with(|all| *all);
    if desk.room.get_untracked().gathering() != room.gathering() {
        on_screen.set(Screen::default());
        wall.set(None);
    }
    desk.room.set(room);
    desk.sign.set(Sign::Quiet);
    // Who they are may have been asked since.
    refresh(desk);
    screen::arrive(desk, on_screen);
    if room == Room::Fetch {
        spawn_local(fetch::arrive(desk, work));
    }
    join::arrive(joining);
    invitation.set(None);
    let errand = Callback::new(move |errand| match errand {
        Errand::Practise => acts::in_turn(desk, practice::begin(desk)),
        Errand::TakeAway(id) => acts::in_turn(desk, prepare::take_away(desk, id)),
        Errand::BackUp => spawn_local(parcel::back_up(desk)),
        Errand::PutBack => spawn_local(parcel::put_back(desk)),
        Errand::Folder(what) => spawn_local(folder::run(desk, what)),
        Errand::Mail(id) => parcel::mail(desk, id),
        Errand::Erase(id, thing, why) => spawn_local(erase::erase(desk, id, thing, why)),
        Errand::CopyNumber(id, thing) => spawn_local(parcel::copy_number(desk, id, thing)),
        Errand::Print => device::print(),
        Errand::Send => spawn_local(send::all(desk, round)),
        Errand::StopSending => round.update(|round| round.under_way = false),
        Errand::Screen(id, to) => screen::change(desk, on_screen, id, to),
        Errand::Measure => screen::measure(desk),
        Errand::Enlarge => screen::enlarge(),
        Errand::CopyPassed(number) => spawn_local(parcel::copy_passed(desk, number)),
        Errand::KeepPassed(number) => parcel::keep_passed(desk, number),
        Errand::Hear => spawn_local(idea::hear(desk, typed)),
        Errand::Hand => spawn_local(fetch::hand(desk, work)),
        Errand::HandOwn => spawn_local(fetch::hand_own(desk, work)),
        Errand::Decide(id, accepted) => spawn_local(fetch::decide(desk, work, id, accepted)),
        Errand::KeepFolder => spawn_local(fetch::keep(desk, work)),
        Errand::LeaveFolder => spawn_local(fetch::leave(desk, work)),
        Errand::StopWork => fetch::stop(),
        Errand::Invite(id) => spawn_local(join::invite(desk, id, invitation)),
        Errand::CopyLink => {
            let address = invitation.with_untracked(|made| made.as_ref().map(|(_, address)| address.clone()));
            spawn_local(async move { parcel::copy_link(desk, &address.unwrap_or_default()).await });
        }
        Errand::Join => spawn_local(join::join(desk, joining)),
    });
    let prepare = Callback::new(move |(id, setting): (Option<GatheringId>, Setting)| {
        acts::in_turn(desk, async move { prepare::prepare(desk, id, &setting).await });
    });
    let awake = screen::can_stay_awake();
    place::fill(move || {
        let folder = folder::standing();
        view! { <RoomsView desk room round screen=on_screen wall awake folder work typed invitation joining errand prepare /> }
    });
}

/// What goes on as long as the page is there.
fn begin() -> Shared {
    let (desk, on_screen) = (desk(), RwSignal::new(Screen::default()));
    let joining = RwSignal::new(None);
    windows::listen(desk);
    let wall = RwSignal::new(None);
    screen::listen(desk, on_screen, wall);
    folder::begin(desk);
    place::empty_elsewhere(Piece::Rooms);
    EventListener::new(&window(), "hashchange", move |_| {
        // From one invitation to another, the room stays.
        join::arrive(joining);
    })
    .forget();
    Shared {
        desk,
        round: RwSignal::new(Round::default()),
        on_screen,
        wall,
        work: RwSignal::new(Work::default()),
        typed: Typed::default(),
        invitation: RwSignal::new(None),
        joining,
    }
}
