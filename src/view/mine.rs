//! What this device sent or still holds: the list, and the banner that every page shows while something waits.

use super::{
    looked::{Looked, LookedView},
    qr::{self, Qr},
};
use crate::{
    domain::{
        delivery::quoted,
        device::Held,
        id::ReactionId,
        language::Language,
        outbox::{Copy, Item, State},
        own_json::Json,
        route::Route,
        trace::Traceable,
    },
    texts::{form, lookup, outbox as t},
};
use leptos::{either::Either, prelude::*};
use std::collections::BTreeMap;

/// The ids of the elements that lead on to a draft begin with this; the slug follows.
pub const DRAFT: &str = "draft-";
/// The element in which the list is shown.
pub const LIST: &str = "mine-root";
/// The element in which the banner is shown.
pub const BANNER: &str = "banner-root";
/// The event by which the first app of a page asks for the one that sends: something waits for it.
pub const CALL: &str = "send";

/// What a person asks of the list.
#[derive(Clone, Debug)]
pub enum Wish {
    /// Try to send now.
    SendNow,
    /// Download this one as a text to read.
    Download(Copy),
    /// Download this one as data.
    DownloadData(Held),
    /// Its writer has brought or mailed it.
    HandedOver(Item),
    /// Delete this one.
    Delete(Held),
}

/// What is known of the device's reactions.
#[derive(Clone, Debug, PartialEq)]
pub enum Shelf {
    /// Being read.
    Loading,
    /// Read, the latest first.
    Read(Vec<Held>),
    /// The browser keeps nothing.
    Refused,
    /// Something else has it, for now.
    Busy,
}

/// The list of reactions. `mail` is the address to which one can mail them; `known` says how the questions stand by now.
#[component]
pub fn MineView(
    shelf: RwSignal<Shelf>,
    landed: RwSignal<BTreeMap<ReactionId, Looked>>,
    announce: RwSignal<String>,
    known: Vec<Traceable>,
    language: Language,
    base: String,
    mail: String,
    act: Callback<Wish>,
) -> impl IntoView {
    let say = |text: &'static str| Either::Left(view! { <p prop:textContent=text></p> });
    let body = move || match shelf.get() {
        Shelf::Loading => say(t::loading(language)),
        Shelf::Refused => say(t::storage_refused(language)),
        Shelf::Busy => say(t::storage_busy(language)),
        Shelf::Read(held) if held.is_empty() => say(t::none(language)),
        Shelf::Read(held) => {
            let item = |held| item(held, landed, &known, language, &base, &mail, act);
            let items: Vec<_> = held.into_iter().map(item).collect();
            Either::Right(view! { <ul class="mine">{items}</ul> })
        }
    };
    view! {
        <p role="status" class="visually-hidden" prop:textContent=move || announce.get()></p>
        {body}
    }
}

fn item(
    held: Held,
    landed: RwSignal<BTreeMap<ReactionId, Looked>>,
    known: &[Traceable],
    language: Language,
    base: &str,
    to: &str,
    act: Callback<Wish>,
) -> impl IntoView + use<> {
    let (badge, state, help) = match &held {
        Held::Unsent(Item { state: State::Waiting(trouble), .. }) => {
            ("badge badge--waiting", t::waiting(language), t::trouble(language, *trouble))
        }
        Held::Unsent(Item { state: State::Refused(refusal), .. }) => {
            ("badge badge--refused", t::refused(language), form::refused(language, *refusal))
        }
        Held::Unsent(Item { state: State::HandedOver(()), .. }) => ("badge badge--sent", t::handed_over(language), ""),
        Held::Sent(_) => ("badge badge--sent", t::sent(language), ""),
        Held::Unreadable(..) => ("badge badge--refused", t::unreadable(language), t::unreadable_help(language)),
    };
    let copy = held.copy();
    let own = copy.map(|copy| {
        let answers = answers(copy);
        let said = answers.split("\n\n").filter_map(|block| block.split_once('\n'));
        let said: Vec<_> = said
            .map(|(title, text)| view! { <p class="answers__value" dir="auto"><b>{title.to_owned()}</b>{["\n", text].concat()}</p> })
            .collect();
        view! { <details><summary>{form::own_words(language)}</summary>{said}</details> }
    });
    let title = copy.map(|copy| {
        let href = Route::Consultation(copy.slug.clone()).href(base, copy.language);
        view! { <h2 class="mine__title"><a href=href lang=copy.language.code()>{copy.title.clone()}</a></h2> }
    });
    let about = copy.map(|copy| {
        let known = known.iter().find(|one| one.slug == copy.slug);
        let due = promise(copy, known, matches!(held, Held::Sent(_)), language);
        view! {
            <p>{t::written_on(language, copy.day)}"."</p>
            <p>{t::receipt(language)}": "<code translate="no">{copy.receipt.to_string()}</code></p>
            {due.map(|(due, language)| view! { <p lang=language.code()>{due}</p> })}
        }
    });
    let way = matches!(held, Held::Sent(_)).then(|| {
        let (id, base) = (copy.map(|copy| copy.id.clone()), base.to_owned());
        move || {
            let looked = id.as_ref().and_then(|id| landed.with(|landed| landed.get(id).cloned()));
            let base = base.clone();
            looked.map(|looked| view! { <LookedView looked unknown=lookup::not_in_feedback(language) base language /> })
        }
    });
    let by_hand = match &held {
        Held::Unsent(item) if item.is_by_hand() => Some(item.clone()),
        _ => None,
    };
    let waiting = by_hand.is_none() && matches!(&held, Held::Unsent(item) if item.is_waiting());
    let button = |wish: Wish, text: &'static str, class: &'static str| {
        let name = copy.map(|copy| copy.title.clone());
        view! {
            <button type="button" class=class on:click=move |_| act.run(wish.clone())>
                {text}
                {name.map(|name| view! { <span class="visually-hidden">": "{name}</span> })}
            </button>
        }
    };
    let send = waiting.then(|| button(Wish::SendNow, t::send_now(language), "button button--secondary"));
    let download =
        copy.map(|copy| button(Wish::Download(copy.clone()), form::download(language), "button button--secondary"));
    let data = button(Wish::DownloadData(held.clone()), form::download_data(language), "button button--link");
    let delete = button(Wish::Delete(held.clone()), t::delete(language), "button button--link");
    let brought = by_hand.map(|item| {
        let mail = mail(to, &item.copy, language);
        let parts = qr::parts(&item.copy.envelope);
        let label = |at: usize| t::whole_qr(language, at + 1, parts.len());
        let codes: Vec<_> = parts.iter().enumerate().map(|(at, part)| {
            view! { <figure><Qr text=(*part).to_owned() label=label(at) /><figcaption class="print-only">{label(at)}</figcaption></figure> }
        }).collect();
        let done = button(Wish::HandedOver(item), t::hand_over(language), "button button--secondary");
        view! {
            <div class="mine__codes">{codes}</div>
            <p>{t::attach(language)}</p>
            <p class="mine__actions">
                <a class="button button--secondary" href=mail>{t::mail(language)}</a>
                {done}
            </p>
        }
    });
    view! {
        <li class="mine__item">
            {title}
            <p class=badge prop:textContent=state></p>
            {(!help.is_empty()).then(|| view! { <p prop:textContent=help></p> })}
            {waiting.then(|| view! { <p>{t::keep(language)}</p> })}
            {about}
            {way}
            {own}
            {brought}
            <p class="mine__actions">
                {send}
                {download}
                {data}
                {delete}
            </p>
        </li>
    }
}

/// What its writer may expect, in a language: an answer by the day that is promised now, or why none comes.
fn promise(copy: &Copy, known: Option<&Traceable>, is_sent: bool, language: Language) -> Option<(String, Language)> {
    if let Some((said, one)) = known.and_then(|one| one.withdrawn.clone().zip(Some(one))) {
        return Some((said, one.language));
    }
    // The day may have changed since it was written.
    let due = known.map_or(copy.feedback_due, |one| one.feedback_due);
    is_sent.then(|| (form::feedback_due(language, due), language))
}

/// What was answered, in words. An earlier release kept only what is sent, in which a question has no title.
pub fn answers(copy: &Copy) -> String {
    if let Some(words) = &copy.words {
        return words.clone();
    }
    let envelope = Json::read(&copy.envelope).unwrap_or(Json::Null);
    let answers = envelope.get("reaction").get("answers").list().unwrap_or_default();
    let row = |answer: &Json| {
        let mut said = vec![answer.get("question").text().unwrap_or_default().to_owned()];
        texts(answer.get("value"), &mut said);
        said.retain(|line| !line.is_empty());
        said.join("\n").replace("\n\n", "\n")
    };
    answers.iter().map(row).collect::<Vec<_>>().join("\n\n")
}

/// Every text and number in an answer.
fn texts(json: &Json, said: &mut Vec<String>) {
    match json {
        Json::Text(text) => said.push(text.clone()),
        Json::Number(number) => said.push(number.to_string()),
        Json::List(items) => items.iter().for_each(|item| texts(item, said)),
        Json::Object(fields) => fields.iter().for_each(|(_, value)| texts(value, said)),
        _ => {}
    }
}

/// A mail to which the reaction is attached. The reaction itself does not fit in every address. What an address may not
/// hold is quoted.
fn mail(to: &str, copy: &Copy, language: Language) -> String {
    format!("mailto:{to}?subject={}&body={}", quoted(&copy.title), quoted(t::mail_body(language)))
}

/// Says on every page that something waits to be sent.
#[component]
pub fn BannerView(shelf: RwSignal<Shelf>, language: Language, base: String) -> impl IntoView {
    let href = Route::Mine.href(&base, language);
    move || {
        let (waiting, refused) = shelf.with(|shelf| {
            let unsent = |wanted: fn(&State) -> bool| match shelf {
                Shelf::Read(held) => {
                    held.iter().filter(|h| matches!(h, Held::Unsent(item) if wanted(&item.state))).count()
                }
                _ => 0,
            };
            (unsent(|state| matches!(state, State::Waiting(_))), unsent(|state| matches!(state, State::Refused(_))))
        });
        let sentences = [(waiting, t::banner(language, waiting)), (refused, t::banner_refused(language, refused))];
        let text: Vec<_> = sentences.into_iter().filter(|(n, _)| *n > 0).map(|(_, text)| text).collect();
        let href = href.clone();
        (!text.is_empty()).then(|| {
            view! {
                <div class="outbox-banner">
                    <p><span prop:textContent=text.join(" ")></span>" "<a href=href>{t::see(language)}</a></p>
                </div>
            }
        })
    }
}
