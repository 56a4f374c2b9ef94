//! The points of one sort: those that are there, with what can be done with each.

use super::{Desk, focus, focus_soon, point_form::PointFields};
use crate::{
    domain::gathering::{Deed, Draft, Gathering, GatheringId, Point, PointId, Sort},
    texts::{closing as t, desk},
};
use leptos::{either::Either, prelude::*};
use std::sync::Arc;

/// The part of the room about them.
#[component]
pub fn Points(desk: Desk, id: GatheringId, gathering: Memo<Arc<Gathering>>, sort: Sort) -> impl IntoView {
    let language = desk.language;
    let half = |point: &Point| desk.typed.with_untracked(|all| all.contains_key(&Draft::Change(id, point.id).key()));
    let changing = RwSignal::new(gathering.with_untracked(|gathering| {
        let mut of_sort = gathering.points.iter().filter(|point| point.sort == sort);
        of_sort.find(|point| half(point)).map(|point| point.id)
    }));
    let begun = desk.typed.with_untracked(|all| all.contains_key(&Draft::Point(id, sort).key()));
    let points = Memo::new(move |_| {
        gathering
            .with(|gathering| gathering.points.iter().filter(|point| point.sort == sort).cloned().collect::<Vec<_>>())
    });
    let names = Memo::new(move |_| points.with(|points| points.iter().map(|point| point.id).collect::<Vec<_>>()));
    let one = move |name: PointId| {
        let point = Memo::new(move |_| points.with(|points| points.iter().find(|point| point.id == name).cloned()));
        view! {
            <li class="desk-point">
                {move || {
                    if changing.get() == Some(name) {
                        Either::Left(view! { <PointFields desk id sort point=point.get_untracked() changing gathering /> })
                    } else {
                        Either::Right(point.get().map(|point| view! { <Shown desk id point changing /> }))
                    }
                }}
            </li>
        }
    };
    view! {
        <section class="desk-points">
            <h2 id=part(sort) tabindex="-1">{t::sort(language, sort)}</h2>
            <p>{t::sort_help(language, sort)}</p>
            <ol class="desk-pointed"><For each=move || names.get() key=|name| *name children=one /></ol>
            <details class="desk-around" open=sort == Sort::Main || begun>
                <summary>{t::one_more(language)}</summary>
                <PointFields desk id sort point=None changing gathering />
            </details>
        </section>
    }
}

#[component]
fn Shown(desk: Desk, id: GatheringId, point: Point, changing: RwSignal<Option<PointId>>) -> impl IntoView {
    let language = desk.language;
    let about = about(desk, &point);
    let Point { id: name, sort, text, agreed, done, .. } = point;
    let words = text.unwrap_or_else(|| desk::wordless(language).into());
    let hidden = format!(": {}", words.chars().take(40).collect::<String>());
    let box_of = move |label: &'static str, is: bool, deed: fn(PointId, bool) -> Deed| {
        view! {
            <label class="choice desk-tick">
                <input
                    type="checkbox"
                    prop:checked=is
                    on:change=move |event| desk.does(id, deed(name, event_target_checked(&event)))
                />
                <span>{label}</span>
            </label>
        }
    };
    let tick = match sort {
        Sort::Main => Some(box_of(t::agreed(language), agreed, |point, agreed| Deed::Agree { point, agreed })),
        Sort::Promise => Some(box_of(t::done(language), done, |point, done| Deed::Fulfil { point, done })),
        _ => None,
    };
    view! {
        <p class="desk-remark__text" dir="auto">{words}</p>
        {about.map(|about| view! { <p class="desk-remark__about">{about}</p> })}
        {tick}
        <p class="desk-remark__acts">
            <button id=change_button(name) class="button button--link" type="button" on:click=move |_| {
                desk.hush();
                changing.set(Some(name));
                focus_soon(format!("point-text-{name}"));
            }>
                {t::change(language)}<span class="visually-hidden">{hidden.clone()}</span>
            </button>
            <button class="button button--link" type="button" on:click=move |_| {
                desk.does(id, Deed::Leave { point: name, kept: false });
                // It goes; one is where the rest of its part is.
                focus(&part(sort));
            }>
                {t::leave(language)}<span class="visually-hidden">{hidden}</span>
            </button>
        </p>
    }
}

/// The button with which one changes a point.
pub fn change_button(point: PointId) -> String {
    format!("point-change-{point}")
}

/// The heading of a part.
fn part(sort: Sort) -> String {
    format!("points-{}", sort.code())
}

/// That a main point was not read back yet: nobody has said that it is right.
pub fn unread(desk: Desk, point: &Point) -> Option<&'static str> {
    (point.sort == Sort::Main && !point.agreed).then(|| t::unread(desk.language))
}

/// Whose it is, by when, and which touchstone.
pub fn about(desk: Desk, point: &Point) -> Option<String> {
    let language = desk.language;
    let who = point.who.clone().map(|who| if point.sort == Sort::PassOn { t::to(language, &who) } else { who });
    let by = point.by.map(|day| t::by(language, &day.written(language)));
    let touchstone = point.touchstone.as_ref().map(|id| {
        let title = desk
            .offer
            .with_value(|offer| offer.touchstones.iter().find(|one| one.id == *id).map(|one| one.title.clone()));
        title.unwrap_or_else(|| id.to_string())
    });
    let parts: Vec<_> = [who, by, touchstone].into_iter().flatten().collect();
    (!parts.is_empty()).then(|| parts.join(" · "))
}
