//! All gatherings, the latest day first, and what is put away.

use super::{Desk, practice::Practise, rooms::Errand};
use crate::{
    domain::{
        gathering::{Book, Deed, Gathering, GatheringId},
        room::Room,
    },
    texts::{away as words, closing, desk as t},
};
use leptos::{either::Either, prelude::*};
use std::sync::Arc;

/// The room.
#[component]
pub fn ListRoom(desk: Desk, errand: Callback<Errand>) -> impl IntoView {
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
    let away = move || {
        let away = |(id, book): (GatheringId, &Book)| (id, book.now().clone());
        let all: Vec<_> = desk.held.with(|held| held.put_away().map(away).collect());
        let one = |(id, gathering): &(GatheringId, Arc<Gathering>)| {
            let (id, name) = (*id, desk.name(gathering));
            let facts = [desk.when(gathering), Some(t::remarks(language, gathering.remarks.len()))];
            let facts = facts.into_iter().flatten().collect::<Vec<_>>().join(" · ");
            view! {
                <li>
                    <a href=Room::Gathering(id).href()>{name.clone()}</a>" "<span class="soft">{facts}</span><br/>
                    <button class="button button--link" type="button" on:click=move |_| desk.does(id, Deed::PutAway { away: false })>
                        {words::take_back(language)}<span class="visually-hidden">": "{name}</span>
                    </button>
                </li>
            }
        };
        let list: Vec<_> = all.iter().map(one).collect();
        (!all.is_empty()).then(|| {
            view! {
                <details class="desk-part desk-fold">
                    <summary>{words::count(language, all.len())}</summary>
                    <p>{words::means(language)}</p>
                    <ul class="desk-list">{list}</ul>
                </details>
            }
        })
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
        {away}
        <div class="desk-part"><Practise desk errand /></div>
    }
}
