//! Joining a gathering that somebody else prepared, with a code or a link from their device.

use super::{Desk, rooms::Errand};
use crate::{
    domain::{gathering::Gathering, room::Room},
    files::invitation::{Invitation, InvitationFault},
    texts::join as t,
};
use leptos::prelude::*;

/// What the address holds: nothing, or an invitation.
pub type Joining = Option<Result<Invitation, InvitationFault>>;

/// The room.
#[component]
pub fn JoinRoom(desk: Desk, joining: RwSignal<Joining>, errand: Callback<Errand>) -> impl IntoView {
    let language = desk.language;
    let body = move || match joining.get() {
        None => view! { <p>{t::none(language)}</p> }.into_any(),
        Some(Err(InvitationFault::Damaged)) => view! { <p role="alert">{t::damaged(language)}</p> }.into_any(),
        Some(Err(InvitationFault::Newer)) => view! { <p role="alert">{t::newer(language)}</p> }.into_any(),
        Some(Ok(invitation)) => offered(desk, &invitation, errand).into_any(),
    };
    view! { <div class="desk-part">{body}</div> }
}

fn offered(desk: Desk, invitation: &Invitation, errand: Callback<Errand>) -> impl IntoView + use<> {
    let (language, id) = (desk.language, invitation.gathering);
    let books = invitation.lines.books();
    let facts = books.get(&id).map(|book| facts(desk, book.now()));
    let (known, whole) = desk.held.with(|held| {
        let book = held.book(id);
        (book.is_some(), book.is_some_and(|book| invitation.is_in(book.notebook())))
    });
    let said = match (known, whole) {
        (_, true) => t::here(language),
        (true, _) => t::newer_details(language),
        _ => t::join_help(language),
    };
    let button = if known { t::take(language) } else { t::join(language) };
    let join = (!whole).then(|| {
        view! { <button class="button button--primary" type="button" on:click=move |_| errand.run(Errand::Join)>{button}</button> }
    });
    let go = known.then(|| view! { <a class="button" href=Room::Note(id).href()>{t::to_gathering(language)}</a> });
    view! {
        <section class="desk-card">
            {facts}
            <p>{said}</p>
            <p class="row">{join}{go}</p>
        </section>
    }
}

/// What is known of it.
fn facts(desk: Desk, gathering: &Gathering) -> impl IntoView + use<> {
    let language = desk.language;
    let day = desk.when(gathering);
    let stops = (!gathering.stops.is_empty()).then(|| t::stops(language, gathering.stops.len()));
    let all = [day, gathering.hosts.clone(), stops].into_iter().flatten().collect::<Vec<_>>();
    view! {
        <h2 dir="auto">{desk.name(gathering)}</h2>
        <p class="soft" dir="auto">{all.join(" · ")}</p>
        <p class="desk-lead" dir="auto">{desk.about(gathering)}</p>
    }
}
