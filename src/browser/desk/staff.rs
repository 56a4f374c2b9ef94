//! The rooms of staff, in a piece of their own: writing questions, what is printed of them, and publishing.

use super::{bare, device, element, parcel, place, publish, rooms, write};
use crate::{
    domain::room::{Piece, Room},
    texts::{preview as t_preview, printed as t},
    view::desk::{
        Desk, Sign,
        handouts::question::{self, NOTICE, Printed, PrintedRoom},
        publish::{Press, PublishRoom, Want},
        sign::SignLine,
        write::{WRITE, preview::PREVIEW},
    },
};
use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;

thread_local! {
    static DESK: (Desk, RwSignal<Press>) = begin();
}

/// Shows the room of the address.
pub fn show() {
    let Some(room) = rooms::here() else { return };
    let (desk, press) = DESK.with(|all| *all);
    desk.room.set(room);
    desk.sign.set(Sign::Quiet);
    let want = Callback::new(move |want| match want {
        Want::Begin => spawn_local(publish::begin(desk, press)),
        Want::Make => spawn_local(publish::make(desk, press)),
        Want::Stop => publish::stop(),
        Want::Look(at) => publish::look(press, at),
        Want::Looked => publish::looked(press),
        Want::Mend(slug, at) => {
            write::lead(at.unwrap_or_default());
            match slug {
                Some(slug) => spawn_local(async move { publish::mend(desk, &slug).await }),
                None => rooms::go(Room::Site),
            }
        }
        Want::KeepFormer => spawn_local(publish::keep_former(desk, press)),
        Want::Send(way) => spawn_local(publish::send(desk, press, way)),
        Want::GoOn => spawn_local(publish::go_on(desk, press)),
        Want::LetGo => spawn_local(publish::let_go(desk, press)),
        Want::TakeBack => spawn_local(publish::take_back(desk, press)),
        Want::Keep => spawn_local(publish::keep(desk, press)),
    });
    let printed = RwSignal::new(Printed::Reading);
    let asked = Callback::new(move |want| match want {
        question::Want::Print => device::print(),
        question::Want::Copy => spawn_local(async move {
            let text = element(NOTICE).and_then(|place| place.text_content()).unwrap_or_default();
            parcel::copy(desk, &text, t::copied(desk.language), t::not_copied(desk.language)).await;
        }),
        question::Want::Field(lack) => write::lead(lack.at.to_owned()),
    });
    place::fill(move || {
        let body = match room {
            Room::Handouts => view! { <PrintedRoom desk printed want=asked /> }.into_any(),
            Room::Publish => view! { <PublishRoom desk press want /> }.into_any(),
            _ => view! {
                <div class="desk-part write-room">
                    <div class="write" id=WRITE></div>
                    <aside class="desk-card write-preview" id=PREVIEW aria-label=t_preview::title(desk.language) hidden></aside>
                </div>
            }
            .into_any(),
        };
        view! { {body}<SignLine desk /> }
    });
    match room {
        Room::Publish => spawn_local(async move {
            // What was typed just now is part of it.
            write::keep(desk).await;
            publish::arrive(desk, press).await;
        }),
        Room::Handouts => spawn_local(async move {
            // What was typed just now is part of it.
            write::keep(desk).await;
            match write::printed(desk).await {
                Ok(now) => printed.set(now),
                Err(error) => desk.sign.set(Sign::Cannot(error.into())),
            }
        }),
        _ => write::arrive(desk, press),
    }
}

/// What goes on as long as the page is there.
fn begin() -> (Desk, RwSignal<Press>) {
    let desk = bare();
    place::empty_elsewhere(Piece::Staff);
    write::begin(desk);
    publish::begin_listening();
    (desk, RwSignal::new(Press::default()))
}
