//! What on the sheet of an evening looks like personal data: in which field it stands, in which words, and the way there.

use super::{Desk, focus, focus_soon, points::change_button};
use crate::{
    domain::{
        gathering::{
            Gathering, GatheringId, PointId,
            on_sheet::{Field, Seen},
        },
        language::Language,
        room::Room,
    },
    texts::{closing as t, desk, personal},
};
use leptos::{either::Either, prelude::*, wasm_bindgen::JsCast, web_sys::HtmlElement};
use std::sync::Arc;

/// The list; nothing where there is nothing.
#[component]
pub fn OnSheet(desk: Desk, id: GatheringId, gathering: Memo<Arc<Gathering>>) -> impl IntoView {
    let language = desk.language;
    let seen = Memo::new(move |_| gathering.with(|gathering| Seen::all(gathering)));
    let one = move |Seen { field, kind, words }: &Seen| {
        let text = desk::change(language);
        let hidden = format!(": {words}");
        let way = match point_of(*field) {
            Some((point, is_who)) => Either::Left(view! {
                <button class="button button--link" type="button" on:click=move |_| open(point, is_who)>
                    {text}<span class="visually-hidden">{hidden}</span>
                </button>
            }),
            None => Either::Right(
                view! { <a href=Room::Prepare(id).href()>{text}<span class="visually-hidden">{hidden}</span></a> },
            ),
        };
        view! {
            <li>
                {called(language, *field)}": "<strong dir="auto">{words.clone()}</strong>" ("{personal::name(language, *kind)}") "{way}
            </li>
        }
    };
    move || {
        let all: Vec<_> = seen.with(|seen| seen.iter().map(one).collect());
        (!all.is_empty()).then(|| {
            view! {
                <div class="desk-asked desk-on-sheet">
                    <p><strong>{t::personal(language)}</strong></p>
                    <ul class="desk-list">{all}</ul>
                    <p>{t::personal_help(language)}</p>
                </div>
            }
        })
    }
}

/// What a field is called where one fills it in.
fn called(language: Language, field: Field) -> &'static str {
    match field {
        Field::Place => desk::place(language),
        Field::Hosts => desk::hosts(language),
        Field::Ask => desk::ask(language),
        Field::Point(_, sort) | Field::Who(_, sort) => t::sort(language, sort),
    }
}

/// The point that a field belongs to, and whether the field says whose it is.
fn point_of(field: Field) -> Option<(PointId, bool)> {
    match field {
        Field::Point(point, _) => Some((point, false)),
        Field::Who(point, _) => Some((point, true)),
        Field::Place | Field::Hosts | Field::Ask => None,
    }
}

/// Opens the fields of a point by the button that it has for that, unless they are open, and leads to the one that is meant.
fn open(point: PointId, is_who: bool) {
    let button = document().get_element_by_id(&change_button(point));
    if let Some(button) = button.and_then(|button| button.dyn_into::<HtmlElement>().ok()) {
        button.click();
    }
    let at = format!("point-{}-{point}", if is_who { "who" } else { "text" });
    if !focus(&at) {
        focus_soon(at);
    }
}
