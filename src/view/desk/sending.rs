//! Sending what was noted: for each gathering what can go, what waits and why, and what went.

use super::{Desk, Safety, rooms::Errand, turns::beginning};
use crate::{
    domain::{
        day::{Day, clock_in_the_netherlands},
        delivery::{Refusal, Trouble},
        gathering::{Book, GatheringId},
        ordered::Ordered,
        personal::{self, PersonalKind},
        room::Room,
        sending::{Outgoing, Since, State, Waits, outgoing},
    },
    texts::{desk as words, personal as names, sending as t},
};
use leptos::{either::Either, prelude::*};
use std::collections::BTreeMap;

/// How a round of sending goes, or went.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Round {
    /// Whether it is going on.
    pub under_way: bool,
    /// How many have arrived in it.
    pub sent: usize,
    /// Of how many.
    pub of: usize,
    /// Why it ended before that.
    pub ended: Option<Ended>,
    /// What was refused, in its own words, and why.
    pub refused: Vec<(String, Refusal)>,
}

/// Why a round ended before everything was sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ended {
    /// Somebody stopped it.
    Stopped,
    /// The network or the server.
    Trouble(Trouble),
    /// Where reactions go has changed.
    Refresh,
}

/// How the remarks of one gathering stand.
#[derive(Clone, Debug, Default, PartialEq)]
struct Stand {
    ready: usize,
    sent: usize,
    waits: BTreeMap<Waits, usize>,
    since: BTreeMap<Since, usize>,
}

/// The room.
#[component]
pub fn SendRoom(desk: Desk, round: RwSignal<Round>, errand: Callback<Errand>) -> impl IntoView {
    let language = desk.language;
    let all = Memo::new(move |_| stands(desk));
    let named = Memo::new(move |_| named(desk));
    let ready = Memo::new(move |_| all.with(|all| all.iter().map(|(.., stand)| stand.ready).sum::<usize>()));
    let waits = Memo::new(move |_| all.with(|all| all.iter().any(|(.., stand)| !stand.waits.is_empty())));
    let act = move || {
        match (desk.sends, round.with(|round| round.under_way), ready.get()) {
        (false, ..) => view! { <p><strong>{t::by_hand(language)}</strong></p> }.into_any(),
        (_, true, _) => view! {
            <p><button class="button" type="button" on:click=move |_| errand.run(Errand::StopSending)>{t::stop(language)}</button></p>
        }
        .into_any(),
        // What went is told below.
        (_, _, 0) if all.with(Vec::is_empty) || round.with(|round| round.sent > 0) => ().into_any(),
        (_, _, 0) => view! { <p>{t::nothing(language)}</p> }.into_any(),
        (_, _, count) => view! {
            <p><button class="button button--primary" type="button" on:click=move |_| errand.run(Errand::Send)>{t::send(language, count)}</button></p>
        }
        .into_any(),
    }
    };
    let told = move || {
        round.with(|round| match round.ended {
            _ if round.under_way => t::progress(language, round.sent, round.of),
            Some(Ended::Stopped) => t::stopped(language).to_owned(),
            Some(Ended::Trouble(trouble)) => t::trouble(language, trouble).to_owned(),
            Some(Ended::Refresh) => t::refresh(language).to_owned(),
            // Never over a button to send, nor while something waits.
            None if round.of > 0 && round.sent == round.of && ready.get() == 0 => match waits.get() {
                true => t::could_sent(language).to_owned(),
                false => t::all_sent(language).to_owned(),
            },
            None => String::new(),
        })
    };
    let bar = move || {
        round.with(|round| {
            let (sent, of) = (round.sent.to_string(), round.of.to_string());
            round
                .under_way
                .then(|| view! { <progress class="desk-progress" max=of value=sent aria-hidden="true"></progress> })
        })
    };
    let refused = move || {
        round.with(|round| {
            let one = |(words, why): &(String, Refusal)| {
                view! { <li><span dir="auto">{words.clone()}</span><br/><strong>{t::refusal(language, *why)}</strong></li> }
            };
            let all: Vec<_> = round.refused.iter().map(one).collect();
            (!all.is_empty()).then(|| {
                view! { <section class="desk-card"><h2>{t::refused(language)}</h2><p>{t::refused_help(language)}</p><ul class="desk-list">{all}</ul></section> }
            })
        })
    };
    // Nobody is kept from sending: it may well be meant.
    let personal = move || {
        let one = |(href, words, kinds): &(String, String, Vec<PersonalKind>)| {
            let kinds = kinds.iter().map(|kind| names::name(language, *kind)).collect::<Vec<_>>().join(", ");
            view! {
                <li>
                    <span dir="auto">{words.clone()}</span>" "<strong>"("{kinds}")"</strong><br/>
                    <a href=href.clone()>{t::correct(language)}<span class="visually-hidden">": "{beginning(words)}</span></a>
                </li>
            }
        };
        let all: Vec<_> = named.with(|all| all.iter().map(one).collect());
        (!all.is_empty()).then(|| {
            view! {
                <section class="desk-card">
                    <h2>{t::personal(language)}</h2>
                    <p>{t::personal_help(language)}</p>
                    <ul class="desk-list">{all}</ul>
                </section>
            }
        })
    };
    let cards = move || {
        all.with(|all| {
            all.iter()
                .map(|(href, name, stand)| {
                    let ready = (stand.ready > 0)
                        .then(|| view! { <li><strong>{t::ready(language, stand.ready)}</strong></li> });
                    let sent = (stand.sent > 0).then(|| view! { <li>{t::sent(language, stand.sent)}</li> });
                    let waits: Vec<_> = stand
                        .waits
                        .iter()
                        .map(|(why, count)| view! { <li>{t::of(language, *count, &t::waits(language, *why))}</li> })
                        .collect();
                    let since: Vec<_> = stand
                        .since
                        .iter()
                        .map(|(what, count)| view! { <li>{t::of(language, *count, t::since(language, *what))}</li> })
                        .collect();
                    view! {
                        <section class="desk-card">
                            <h2><a href=href.clone()>{name.clone()}</a></h2>
                            <ul class="desk-list">{ready}{sent}{waits}{since}</ul>
                        </section>
                    }
                })
                .collect_view()
        })
    };
    view! {
        <div class="desk-part desk-closing">
            <div class="desk-steps">
                <section class="desk-points">
                    <h2>{t::first(language)}</h2>
                    <p>{t::what(language)}</p>
                    {personal}
                    {act}
                    {bar}
                    <p role="status">{told}</p>
                </section>
                <section class="desk-points">
                    <h2>{t::second(language)}</h2>
                    <p>{t::then(language)}</p>
                    <p>{t::names(language)}</p>
                    {reach(desk)}
                    <p>{move || backed_up(desk)}</p>
                    <p><a class="button" href=Room::Files.href()>{words::to_files(language)}</a></p>
                </section>
            </div>
            <div class="desk-parts">
                {refused}
                {move || match all.with(Vec::is_empty) {
                    true => Either::Left(view! { <p class="desk-empty">{t::nothing(language)}</p> }),
                    false => Either::Right(cards()),
                }}
            </div>
        </div>
    }
}

/// Where one mails or calls the province, as far as the site says that.
pub fn reach(desk: Desk) -> impl IntoView + use<> {
    let language = desk.language;
    let (email, phone) = desk.offer.with_value(|offer| (offer.email.clone(), offer.phone.clone()));
    let linked = |scheme: &str, is: String| {
        let href = format!("{scheme}:{}", is.replace(' ', ""));
        (!is.is_empty()).then(|| view! { " "<a href=href>{is}</a> })
    };
    let (mail, call) = (linked("mailto", email), linked("tel", phone));
    (mail.is_some() || call.is_some()).then(|| view! { <p>{t::reach(language)}{mail}{call}</p> })
}

/// When the last back-up was made, and whether something came since.
fn backed_up(desk: Desk) -> Option<String> {
    let language = desk.language;
    let Safety { backed_up, backed_up_at, lines, .. } = desk.safety.get();
    let at = i64::try_from(backed_up_at?).ok()?;
    let (day, time) = (Day::in_the_netherlands(at)?, clock_in_the_netherlands(at)?);
    let made = t::backed_up(language, &day.written(language), &words::clock(language, time));
    let more = lines.saturating_sub(backed_up?);
    Some(if more == 0 { made } else { format!("{made} {}", words::since_backup(language, more)) })
}

/// Remarks that can go and in which something looks like personal data: where one corrects them, their words, and what it looks
/// like.
fn named(desk: Desk) -> Vec<(String, String, Vec<PersonalKind>)> {
    let Some(today) = desk.today else { return Vec::new() };
    let of = |(id, book): (GatheringId, &Book)| {
        let outgoing =
            desk.offer.with_value(|offer| outgoing(id, book.notebook(), book.now(), &offer.questions, today));
        let goes = |one: &&Outgoing| matches!(one.state, State::Ready { .. } | State::Waits(Waits::NoSecret));
        let going = outgoing.iter().filter(goes).map(|one| one.remark).to_set();
        let remarks = book.now().remarks.iter().filter(|remark| going.contains(&remark.id));
        let signs = remarks.filter_map(|remark| {
            let words = remark.text.clone()?;
            let kinds = personal::find(&words).into_iter().map(|sign| sign.kind).to_set();
            let to = || format!("{}?{}", Room::Gathering(id).href(), remark.id);
            (!kinds.is_empty()).then(|| (to(), words, kinds.into_iter().collect()))
        });
        signs.collect::<Vec<_>>()
    };
    desk.held.with(|held| held.all().flat_map(of).collect())
}

/// Every gathering with a remark: where it is, what it is called and how its remarks stand. Where only the secret is missing,
/// it is made as they are sent.
fn stands(desk: Desk) -> Vec<(String, String, Stand)> {
    let Some(today) = desk.today else { return Vec::new() };
    desk.held.with(|held| {
        let stand = |(id, book): (_, &Book)| {
            let outgoing =
                desk.offer.with_value(|offer| outgoing(id, book.notebook(), book.now(), &offer.questions, today));
            let mut stand = Stand::default();
            for one in &outgoing {
                match one.state {
                    State::Ready { .. } | State::Waits(Waits::NoSecret) => stand.ready += 1,
                    State::Waits(why) => *stand.waits.entry(why).or_default() += 1,
                    State::Sent(since) => {
                        stand.sent += 1;
                        if let Some(since) = since {
                            *stand.since.entry(since).or_default() += 1;
                        }
                    }
                }
            }
            (!outgoing.is_empty()).then(|| (Room::Gathering(id).href(), desk.name(book.now()), stand))
        };
        held.all().filter_map(stand).collect()
    })
}
