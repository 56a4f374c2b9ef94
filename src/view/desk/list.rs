//! All gatherings, the latest day first.

use super::{Desk, practice::Practise};
use crate::{
    domain::{
        gathering::{Gathering, GatheringId},
        room::Room,
    },
    texts::{closing, desk as t},
};
use leptos::{either::Either, prelude::*};
use std::sync::Arc;

/// The room.
#[component]
pub fn ListRoom(desk: Desk) -> impl IntoView {
    let language = desk.language;
    let all = desk.gatherings();
    let card = move |(id, gathering): (GatheringId, Arc<Gathering>)| {
        let about = desk.about(&gathering);
        let day = desk.when(&gathering);
        let closed = gathering.closed.then(|| closing::is_closed(language).to_owned());
        let facts = [day, closed].into_iter().flatten().collect::<Vec<_>>().join(" · ");
        view! {
            <li class="desk-card">
                <h2><a href=Room::Gathering(id).href()>{desk.name(&gathering)}</a></h2>
                <p class="soft">{facts}</p>
                <p>{about}</p>
                <p>{t::remarks(language, gathering.remarks.len())}</p>
                <p><a class="button" href=Room::Note(id).href()>{t::to_note(language)}<span class="visually-hidden">": "{desk.name(&gathering)}</span></a></p>
            </li>
        }
    };
    view! {
        <div class="desk-part desk-all">
            <p><a class="button button--primary" href=Room::New.href()>{t::new(language)}</a></p>
            {move || {
                let all = all.get();
                if all.is_empty() {
                    Either::Left(view! { <p class="desk-empty">{t::no_gatherings(language)}</p> })
                } else {
                    Either::Right(view! { <ul class="desk-parts">{all.into_iter().map(card).collect_view()}</ul> })
                }
            }}
        </div>
        <div class="desk-part"><Practise desk /></div>
    }
}
