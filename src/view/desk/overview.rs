//! What was heard in all gatherings together: where, of which kind, what was promised, passed on and in the way. To print too.

use super::{Desk, points, rooms::Errand};
use crate::{
    domain::{
        gathering::{Gathering, GatheringId, Kind, Point, Sort},
        room::Room,
    },
    texts::{desk, overview as t},
};
use leptos::{either::Either, prelude::*};
use std::{collections::BTreeMap, sync::Arc};

type All = Vec<(GatheringId, Arc<Gathering>)>;
/// A point, and the gathering that it is of.
type Said<'a> = (&'a Point, GatheringId, &'a Arc<Gathering>);

/// The room.
#[component]
pub fn OverviewRoom(desk: Desk, errand: Callback<Errand>) -> impl IntoView {
    let language = desk.language;
    let all = desk.gatherings();
    move || {
        all.with(|all| match all.is_empty() {
            true => Either::Left(view! { <div class="desk-part"><p class="desk-empty">{t::empty(language)}</p></div> }),
            false => Either::Right(view! {
                <div class="desk-part desk-printed desk-overview">
                    <h2 class="desk-printed__title">{t::title(language)}</h2>
                    <p class="desk-lead">{in_short(desk, all)}</p>
                    <p class="row"><button class="button" type="button" on:click=move |_| errand.run(Errand::Print)>{t::print(language)}</button></p>
                    {kinds(desk, all)}
                    {promises(desk, all)}
                    {passed_on(desk, all)}
                    {listed(desk, all, Sort::Obstacle, t::obstacles(language))}
                    {touchstones(desk, all)}
                    {listed(desk, all, Sort::Village, t::village(language))}
                    {places(desk, all)}
                </div>
            }),
        })
    }
}

fn in_short(desk: Desk, all: &All) -> String {
    let people = all.iter().filter_map(|(_, gathering)| gathering.people).fold(0, u32::saturating_add);
    let remarks = all.iter().map(|(_, gathering)| gathering.remarks.len()).sum();
    t::in_short(desk.language, all.len(), people, remarks)
}

/// Every kind with its share, drawn and as numbers.
fn kinds(desk: Desk, all: &All) -> impl IntoView + use<> {
    let language = desk.language;
    let count = |kind: Kind| -> usize {
        all.iter().map(|(_, gathering)| gathering.kinds().get(&kind).copied().unwrap_or_default()).sum()
    };
    let counts = Kind::ALL.map(|kind| (kind, count(kind)));
    let most = counts.iter().map(|(_, count)| *count).max().unwrap_or_default().max(1);
    let row = |(kind, count): (Kind, usize)| {
        let width = (count * 200 / most).to_string();
        view! {
            <tr class=format!("desk-remark--{}", kind.code())>
                <th scope="row">{desk::kind_name(language, kind)}</th>
                <td><svg class="desk-bar" viewBox="0 0 200 10" preserveAspectRatio="none" aria-hidden="true"><rect width=width height="10"/></svg></td>
                <td>{count}</td>
            </tr>
        }
    };
    view! {
        <section class="desk-points">
            <h2>{t::kinds(language)}</h2>
            <table class="desk-table">
                <thead class="visually-hidden"><tr><th scope="col">{t::kind(language)}</th><td></td><th scope="col">{t::remarks(language)}</th></tr></thead>
                <tbody>{counts.map(row).collect_view()}</tbody>
            </table>
        </section>
    }
}

/// The points of a sort, each with the gathering that it is of.
fn of(all: &All, sort: Sort) -> impl Iterator<Item = Said<'_>> {
    all.iter().flat_map(move |(id, gathering)| {
        let points = gathering.points.iter().filter(move |point| point.sort == sort);
        points.map(move |point| (point, *id, gathering))
    })
}

/// A point in a list: its words, what stands beside it, and where it was said.
fn item(desk: Desk, point: &Point, id: GatheringId, gathering: &Gathering) -> impl IntoView + use<> {
    let about = points::about(desk, point).map(|about| view! { <span class="soft">{about}" · "</span> });
    view! {
        <li>
            <span dir="auto">{point.text.clone()}</span>
            <br/>
            {about}
            <a href=Room::Gathering(id).href()>{desk.name(gathering)}</a>
        </li>
    }
}

fn list(desk: Desk, items: Vec<Said>) -> impl IntoView + use<> {
    match items.is_empty() {
        true => Either::Left(view! { <p class="soft">{t::none(desk.language)}</p> }),
        false => {
            let items: Vec<_> =
                items.into_iter().map(|(point, id, gathering)| item(desk, point, id, gathering)).collect();
            Either::Right(view! { <ul class="desk-list">{items}</ul> })
        }
    }
}

fn listed(desk: Desk, all: &All, sort: Sort, title: &'static str) -> impl IntoView + use<> {
    view! { <section class="desk-points"><h2>{title}</h2>{list(desk, of(all, sort).collect())}</section> }
}

/// Promises: what is late before what is open before what was done.
fn promises(desk: Desk, all: &All) -> impl IntoView + use<> {
    let language = desk.language;
    let late = |point: &Point| desk.today.is_some_and(|today| point.is_overdue(today));
    let part = |title: &'static str, fits: &dyn Fn(&Point) -> bool| {
        let items: Vec<_> = of(all, Sort::Promise).filter(|(point, ..)| fits(point)).collect();
        (!items.is_empty()).then(|| view! { <h3>{title}" ("{items.len()}")"</h3>{list(desk, items)} })
    };
    let parts = [
        part(t::overdue(language), &late),
        part(t::open(language), &|point| !point.done && !late(point)),
        part(t::kept(language), &|point| point.done),
    ];
    let none = parts.iter().all(Option::is_none).then(|| view! { <p class="soft">{t::none(language)}</p> });
    view! { <section class="desk-points"><h2>{t::promises(language)}</h2>{parts.collect_view()}{none}</section> }
}

/// What was passed on, by who is to hear of it.
fn passed_on(desk: Desk, all: &All) -> impl IntoView + use<> {
    let language = desk.language;
    let mut by: BTreeMap<&str, Vec<_>> = BTreeMap::new();
    for one in of(all, Sort::PassOn) {
        by.entry(one.0.who.as_deref().unwrap_or_default()).or_default().push(one);
    }
    let none = by.is_empty().then(|| view! { <p class="soft">{t::none(language)}</p> });
    let help = (!by.is_empty()).then(|| view! { <p>{t::passed_on_help(language)}</p> });
    let parts: Vec<_> =
        by.into_iter().map(|(who, items)| view! { <h3>{who.to_owned()}</h3>{list(desk, items)} }).collect();
    view! { <section class="desk-points"><h2>{t::passed_on(language)}</h2>{help}{parts}{none}</section> }
}

/// Touchstones, each with the stories in which it showed.
fn touchstones(desk: Desk, all: &All) -> impl IntoView + use<> {
    let language = desk.language;
    let mut by: BTreeMap<String, Vec<_>> = BTreeMap::new();
    for one in of(all, Sort::Touchstone) {
        by.entry(points::about(desk, one.0).unwrap_or_default()).or_default().push(one);
    }
    let none = by.is_empty().then(|| view! { <p class="soft">{t::none(language)}</p> });
    let part = |(title, items): (String, Vec<Said>)| {
        let stories = items.into_iter().map(|(point, id, gathering)| {
            let (text, href, name) = (point.text.clone(), Room::Gathering(id).href(), desk.name(gathering));
            view! { <li><span dir="auto">{text}</span><br/><a href=href>{name}</a></li> }
        });
        view! { <h3>{title}</h3><ul class="desk-list">{stories.collect_view()}</ul> }
    };
    let parts: Vec<_> = by.into_iter().map(part).collect();
    view! { <section class="desk-points"><h2>{t::touchstones(language)}</h2>{parts}{none}</section> }
}

/// Every gathering in a row.
fn places(desk: Desk, all: &All) -> impl IntoView + use<> {
    let language = desk.language;
    let row = |(id, gathering): &(GatheringId, Arc<Gathering>)| {
        view! {
            <tr>
                <th scope="row">
                    <a href=Room::Gathering(*id).href()>{desk.name(gathering)}</a>
                    <br/>
                    <span class="soft">{gathering.day.map(|day| day.written(language))}</span>
                </th>
                <td>{gathering.people}</td>
                <td>{gathering.remarks.len()}</td>
            </tr>
        }
    };
    let heads = [t::gathering(language), t::people(language), t::remarks(language)];
    view! {
        <section class="desk-points">
            <h2>{t::where_(language)}</h2>
            <table class="desk-table">
                <thead><tr>{heads.map(|head| view! { <th scope="col">{head}</th> }).collect_view()}</tr></thead>
                <tbody>{all.iter().map(row).collect_view()}</tbody>
            </table>
        </section>
    }
}
