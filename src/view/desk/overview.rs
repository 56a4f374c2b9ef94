//! What was heard in all gatherings together: what was promised first, then where, of which kind, what was passed on and in the
//! way. However many gatherings there are, a part shows what matters most; the rest is folded, and all of it is on paper.

use super::{Desk, outside::places, passing::passed_on, points, rooms::Errand};
use crate::{
    domain::{
        gathering::{Gathering, GatheringId, Kind, Point, Sort},
        ordered::sort_by_key,
        room::Room,
    },
    texts::{closing, desk, overview as t},
};
use leptos::{either::Either, prelude::*};
use std::{collections::BTreeMap, sync::Arc};

/// Every gathering.
pub type All = Vec<(GatheringId, Arc<Gathering>)>;
/// So many of a list show before somebody unfolds the rest.
const SHOWN: usize = 8;
/// A point, and the gathering that it is of.
type Said<'a> = (&'a Point, GatheringId, &'a Arc<Gathering>);

/// The room.
#[component]
pub fn OverviewRoom(desk: Desk, errand: Callback<Errand>) -> impl IntoView {
    let language = desk.language;
    let all = desk.gatherings();
    move || {
        all.with(|all| match all.is_empty() {
            true => Either::Left(view! {
                <div class="desk-part desk-all">
                    <p class="desk-empty">{t::empty(language)}</p>
                    <p><a class="button" href=Room::New.href()>{desk::new(language)}</a></p>
                </div>
            }),
            false => Either::Right(view! {
                <div class="desk-part desk-printed desk-overview">
                    <h2 class="desk-printed__title">{t::title(language)}</h2>
                    <p class="desk-lead">{in_short(desk, all)}</p>
                    <p class="row"><button class="button" type="button" on:click=move |_| errand.run(Errand::Print)>{t::print(language)}</button></p>
                    {promises(desk, all)}
                    {heard(desk, all)}
                    {places(desk, all)}
                    {kinds(desk, all)}
                    {passed_on(desk, all, errand)}
                    {listed(desk, all, Sort::Obstacle, t::obstacles(language))}
                    {touchstones(desk, all)}
                    {listed(desk, all, Sort::Join, closing::sort(language, Sort::Join))}
                    {listed(desk, all, Sort::Village, t::village(language))}
                </div>
            }),
        })
    }
}

fn in_short(desk: Desk, all: &All) -> String {
    let (to_come, held): (Vec<_>, Vec<_>) = all.iter().partition(|(_, gathering)| to_come(desk, gathering));
    let people = held.iter().filter_map(|(_, gathering)| gathering.people).fold(0, u32::saturating_add);
    let remarks = held.iter().map(|(_, gathering)| gathering.remarks.len()).sum();
    let short = t::in_short(desk.language, held.len(), people, remarks);
    if to_come.is_empty() { short } else { format!("{short}. {}", t::to_come(desk.language, to_come.len())) }
}

/// Whether a gathering is still to be held: its day is to come, and nothing was noted.
pub fn to_come(desk: Desk, gathering: &Gathering) -> bool {
    gathering.remarks.is_empty() && desk.today.is_some_and(|today| gathering.ahead(today).is_some())
}

/// What each gathering came down to, as it was read back.
fn heard(desk: Desk, all: &All) -> impl IntoView + use<> {
    let language = desk.language;
    let part = |(id, gathering): &(GatheringId, Arc<Gathering>)| {
        let main = gathering.points.iter().filter(|point| point.sort == Sort::Main);
        let main: Vec<_> = main
            .map(|point| {
                let unread = points::unread(desk, point).map(|unread| view! { " "<small>{unread}</small> });
                view! { <li dir="auto">{point.text.clone()}{unread}</li> }
            })
            .collect();
        let day = gathering.day.map(|day| day.written(language));
        let (href, name) = (Room::Gathering(*id).href(), desk.name(gathering));
        (!main.is_empty()).then(|| {
            view! { <li><a href=href>{name}</a><span class="soft">{day}</span><ul class="desk-list">{main}</ul></li> }
        })
    };
    let parts: Vec<_> = all.iter().filter_map(part).collect();
    let body = match parts.is_empty() {
        true => Either::Left(view! { <p class="soft">{t::none(language)}</p> }),
        false => Either::Right(folded(desk, parts)),
    };
    view! { <section class="desk-points desk-heard"><h2>{closing::heard(language)}</h2>{body}</section> }
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
                <thead><tr><th scope="col">{t::kind(language)}</th><th scope="col">{t::share(language)}</th><th scope="col">{t::remarks(language)}</th></tr></thead>
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
            let items = items.into_iter().map(|(point, id, gathering)| item(desk, point, id, gathering));
            Either::Right(folded(desk, items.collect()))
        }
    }
}

/// A list of which what comes first shows.
fn folded<T: IntoView + 'static>(desk: Desk, items: Vec<T>) -> impl IntoView + use<T> {
    let many = items.len();
    let mut first = items;
    // One more is not worth a button.
    let rest = if many > SHOWN + 1 { first.split_off(SHOWN) } else { Vec::new() };
    let rest = (!rest.is_empty()).then(|| {
        view! {
            <details class="desk-fold">
                <summary>{t::more(desk.language, rest.len())}</summary>
                <ul class="desk-list">{rest}</ul>
            </details>
        }
    });
    view! { <ul class="desk-list">{first}</ul>{rest} }
}

fn listed(desk: Desk, all: &All, sort: Sort, title: &'static str) -> impl IntoView + use<> {
    view! { <section class="desk-points"><h2>{title}</h2>{list(desk, of(all, sort).collect())}</section> }
}

/// Promises: what is late longest first, then what is due soonest, then what was done.
fn promises(desk: Desk, all: &All) -> impl IntoView + use<> {
    let language = desk.language;
    let late = |point: &Point| desk.today.is_some_and(|today| point.is_overdue(today));
    let part = |title: &'static str, class: &'static str, fits: &dyn Fn(&Point) -> bool| {
        let mut items: Vec<_> = of(all, Sort::Promise).filter(|(point, ..)| fits(point)).collect();
        sort_by_key(&mut items, |(point, ..)| point.by);
        (!items.is_empty()).then(|| view! { <h3 class=class>{title}" ("{items.len()}")"</h3>{list(desk, items)} })
    };
    let parts = [
        part(t::overdue(language), "desk-late", &late),
        part(t::open(language), "", &|point| !point.done && !late(point)),
        part(t::kept(language), "", &|point| point.done),
    ];
    let none = parts.iter().all(Option::is_none).then(|| view! { <p class="soft">{t::none(language)}</p> });
    view! { <section class="desk-points"><h2>{t::promises(language)}</h2>{parts.collect_view()}{none}</section> }
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
        view! { <h3>{title}</h3>{folded(desk, stories.collect())} }
    };
    let parts: Vec<_> = by.into_iter().map(part).collect();
    view! { <section class="desk-points"><h2>{t::touchstones(language)}</h2><p class="soft desk-screen">{t::touchstones_help(language)}</p>{parts}{none}</section> }
}
