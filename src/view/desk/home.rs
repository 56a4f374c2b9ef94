//! The home: what is here, what is not safe yet, what is not sent; and everything in one file.

use super::{Desk, Safety, conflicts::Disputed, who::WhoForm};
use crate::{
    domain::{
        day::Day,
        gathering::{Gathering, GatheringId},
        room::Room,
        sending::unsent,
    },
    texts::{desk as t, folder, own_site, sending},
};
use leptos::{either::Either, prelude::*};
use std::sync::Arc;

/// The room.
#[component]
pub fn HomeRoom(desk: Desk) -> impl IntoView {
    let language = desk.language;
    let here = desk.gatherings();
    let is = move || {
        here.with(|all| match all.len() {
            0 => t::nothing_here(language).to_owned(),
            count => t::here_is(language, count, all.iter().map(|(_, gathering)| gathering.remarks.len()).sum()),
        })
    };
    let go_on = move || {
        here.with(|all| {
            let (id, gathering) = next_up(all, desk.today)?;
            let (href, place) = (Room::Gathering(*id).href(), desk.name(gathering));
            Some(view! { <a class="button button--primary" href=href>{t::go_on(language)}" "{place}</a> })
        })
    };
    let not_sent = move || {
        let count = desk.held.with(|held| held.all().map(|(_, book)| unsent(book)).sum::<usize>());
        let noted = here.with(|all| all.iter().any(|(_, gathering)| !gathering.remarks.is_empty()));
        match (count, noted) {
            (0, false) => t::no_sending(language).to_owned(),
            (count, _) => sending::unsent(language, count),
        }
    };
    let again = RwSignal::new(false);
    let who = move || match desk.who.get() {
        Some(who) if !again.get() => Either::Left(view! {
            <p>{t::you_are(language, &who)}</p>
            <p><button class="button" type="button" on:click=move |_| again.set(true)>{t::who_change(language)}</button></p>
        }),
        _ => Either::Right(view! {
            <p>{t::who_why(language)}</p>
            <WhoForm desk />
        }),
    };
    // Who has just said who they are, is known.
    Effect::new(move |_| {
        desk.who.track();
        again.set(false);
    });
    view! {
        <div class="desk-head desk-head--home">
            <h1 tabindex="-1">{t::home_title(language)}</h1>
            <p class="desk-lead">{t::home_lead(language)}</p>
            <div class="desk-land" aria-hidden="true"></div>
        </div>
        <Disputed desk />
        <div class="desk-part desk-parts">
            {desk.offer.with_value(|offer| offer.questions.is_empty()).then(|| view! {
                <section class="desk-card">
                    <h2>{own_site::empty(language)}</h2>
                    <p>{own_site::empty_help(language)}</p>
                    <p><a class="button button--primary" href=Room::Site.href()>{own_site::room(language)}</a></p>
                </section>
            }.into_any())}
            <section class="desk-card">
                <h2>{t::here(language)}</h2>
                <p>{is}</p>
                <p class="row">
                    {go_on}
                    <a class=move || here.with(|all| if all.is_empty() { "button button--primary" } else { "button" }) href=Room::New.href()>{t::new(language)}</a>
                    <a class="button" href=Room::Idea.href()>{t::heard(language)}</a>
                </p>
            </section>
            <section class="desk-card">
                <h2>{t::safety(language)}</h2>
                {move || safety(desk)}
                <p><a class="button" href=Room::Files.href()>{t::to_files(language)}</a></p>
            </section>
            <section class="desk-card">
                <h2>{t::sending(language)}</h2>
                <p>{not_sent}</p>
                <p><a class="button" href=Room::Send.href()>{sending::title(language)}</a></p>
            </section>
            <section class="desk-card">
                <h2>{t::who_title(language)}</h2>
                {who}
            </section>
        </div>
    }
}

/// The one to go on with, of all with the latest day first: that of today which is not closed, or the next one; else the latest.
fn next_up(all: &[(GatheringId, Arc<Gathering>)], today: Option<Day>) -> Option<&(GatheringId, Arc<Gathering>)> {
    let comes = |one: &Gathering| today.is_some() && one.day >= today && !one.closed;
    all.iter().rev().find(|(_, one)| comes(one)).or(all.first())
}

/// How safe it is, in sentences.
fn safety(desk: Desk) -> impl IntoView {
    let language = desk.language;
    let Safety { promised, backed_up, in_folder, lines, work, .. } = desk.safety.get();
    let promise = match promised {
        Some(true) => t::promised(language),
        Some(false) => t::not_promised(language),
        None => t::not_asked(language),
    };
    let copy = match backed_up {
        // Who only writes questions has nothing to do with back-ups of gatherings.
        _ if lines == 0 && work.is_some_and(|changes| changes > 0) => String::new(),
        _ if lines == 0 => t::backup_nothing(language).to_owned(),
        None => t::no_backup(language).to_owned(),
        Some(had) if had >= lines => t::backup_whole(language).to_owned(),
        Some(had) => t::since_backup(language, lines - had),
    };
    let folder = in_folder.map(|has| match lines.saturating_sub(has) {
        0 => folder::whole(language).to_owned(),
        more => folder::lacks(language, more),
    });
    let work = work.map(|changes| {
        view! { <p>{t::work_folder(language, changes)}" "<a href=Room::Fetch.href()>{t::fetch(language)}</a></p> }
    });
    let copy = (!copy.is_empty()).then(|| view! { <p>{copy}</p> });
    view! { {copy}{folder.map(|folder| view! { <p>{folder}</p> })}{work}<p>{promise}</p> }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::gathering::Notebook;

    #[test]
    fn one_goes_on_with_today_or_the_next_one_and_else_with_the_latest() {
        let on = |n: u8, day: &str, closed| {
            let day = Day::try_from(day).ok();
            (GatheringId::from([n; 12]), Arc::new(Gathering { day, closed, ..Gathering::of(&Notebook::default()) }))
        };
        let all = [
            on(1, "2026-12-20", false),
            on(2, "2026-12-05", false),
            on(3, "2026-11-28", false),
            on(4, "2026-11-28", true),
            on(5, "2026-11-20", false),
            on(6, "", false),
        ];
        let next = |today: &str| next_up(&all, Day::try_from(today).ok()).map(|(id, _)| id.to_string()[..2].to_owned());
        for (today, expected) in [("2026-11-28", "03"), ("2026-11-29", "02"), ("2027-01-01", "01"), ("", "01")] {
            assert_eq!(next(today).as_deref(), Some(expected), "{today}");
        }
        assert!(next_up(&[], None).is_none());
        let closed = [on(7, "2026-11-28", true), on(8, "2026-11-20", false)];
        assert_eq!(
            next_up(&closed, Day::try_from("2026-11-28").ok()),
            closed.first(),
            "to read it over, or to send it"
        );
    }
}
