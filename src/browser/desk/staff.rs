//! The rooms of staff, in a piece of their own: writing questions, and publishing.

use super::{bare, place, publish, rooms, write};
use crate::{
    domain::room::{Piece, Room},
    view::desk::{
        Desk, Sign,
        publish::{Press, PublishRoom, Want},
        sign::SignLine,
        write::{
            WRITE,
            preview::{HEADING, PREVIEW},
        },
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
        Want::Mend(slug) => spawn_local(async move { publish::mend(desk, &slug).await }),
        Want::KeepFormer => spawn_local(publish::keep_former(desk, press)),
        Want::Send(way) => spawn_local(publish::send(desk, press, way)),
        Want::GoOn => spawn_local(publish::go_on(desk, press)),
        Want::LetGo => spawn_local(publish::let_go(desk, press)),
        Want::TakeBack => spawn_local(publish::take_back(desk, press)),
        Want::Keep => spawn_local(publish::keep(desk, press)),
    });
    place::fill(move || {
        let body = match room {
            Room::Publish => view! { <PublishRoom desk press want /> }.into_any(),
            _ => view! {
                <div class="desk-part write-room">
                    <div class="write" id=WRITE></div>
                    <aside class="desk-card write-preview" id=PREVIEW aria-labelledby=HEADING hidden></aside>
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
