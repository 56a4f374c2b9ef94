//! What was noted, the newest first: to read, to search, to change and to take back.

use super::{
    Desk, FIELD, Sign, bring_up,
    change::Change,
    focus, focus_soon,
    only::{Only, kinds, stops},
    turns::{Turning, Turns, beginning},
    within,
};
use crate::{
    domain::{
        day::{Day, clock_in_the_netherlands},
        gathering::{Deed, Gathering, GatheringId, Remark, RemarkId, StopId, TakenBack},
        room::Room,
    },
    texts::{desk as t, erasing},
};
use leptos::{either::Either, leptos_dom::helpers::request_animation_frame, prelude::*};
use std::{cmp::Reverse, sync::Arc};

/// The heading of the list.
pub const NOTED: &str = "desk-noted";
/// How many show at first, and how many more each time.
const PART: usize = 50;

/// The list; `turning`: what one takes back in its room, `empty`: what stands there before there is any.
#[component]
pub fn Remarks(
    desk: Desk,
    id: GatheringId,
    gathering: Memo<Arc<Gathering>>,
    turning: Turning,
    empty: &'static str,
) -> impl IntoView {
    let language = desk.language;
    // Whoever comes for one of them finds its fields open, however long ago it was noted.
    let asked = within().and_then(|name| RemarkId::try_from(&*name).ok());
    let (query, changing) = (RwSignal::new(String::new()), RwSignal::new(asked));
    let room = RwSignal::new(if asked.is_some() { usize::MAX } else { PART });
    let touched = RwSignal::new(None);
    let (kind, stop) = (RwSignal::new(String::new()), RwSignal::new(String::new()));
    let found = Memo::new(move |_| {
        let (query, kind, stop) = (query.get(), kind.get(), stop.get());
        gathering.with(|gathering| {
            // What is no name of a stop is under way; one that is left out is no choice any more.
            let stop = (!stop.is_empty()).then(|| StopId::try_from(stop.as_str()).ok());
            let stop = stop.filter(|stop| stop.is_none_or(|stop| gathering.stops.iter().any(|one| one.id == stop)));
            let fits = gathering.remarks.iter().rev().filter(|remark| kind.is_empty() || kind == remark.kind.code());
            let fits = fits.filter(|remark| stop.is_none_or(|stop| gathering.stop_of(remark) == stop));
            let fits = fits.filter(|remark| remark.has(&query));
            (fits.clone().take(room.get()).cloned().collect::<Vec<_>>(), fits.count(), gathering.remarks.len())
        })
    });
    let count = move || {
        found.with(
            |(_, fits, all)| if fits == all { t::remarks(language, *all) } else { t::found(language, *fits, *all) },
        )
    };
    let hides = Memo::new(move |_| found.with(|(_, fits, all)| all - fits));
    let last = Memo::new(move |_| {
        let last = gathering.with(|gathering| gathering.remarks.last().map(|remark| remark.id));
        // It is only said of what was kept at this moment, and not where one merely looks, or where a remark was refused.
        let kept = desk.sign.with(|sign| matches!(sign, Sign::Safe(_)));
        kept && found.with(|(shown, ..)| last != shown.first().map(|remark| remark.id))
    });
    let show_all = move |_| {
        query.set(String::new());
        kind.set(String::new());
        stop.set(String::new());
        focus(NOTED);
    };
    let put_back = move |remark: RemarkId| {
        desk.does(id, Deed::Keep { remark, kept: true });
        if !focus(FIELD) {
            focus(NOTED);
        }
    };
    let taken_back = move || {
        let one = |one: &TakenBack| {
            let (name, words) = (one.id, one.text.clone());
            let hidden = format!(": {}", beginning(words.as_deref().unwrap_or_default()));
            let button = words.is_some().then(|| {
                view! {
                    <button class="button button--link" type="button" on:click=move |_| put_back(name)>
                        {t::put_back(language)}<span class="visually-hidden">{hidden}</span>
                    </button>
                }
            });
            view! { <li><span dir="auto">{words.unwrap_or_else(|| t::wordless(language).into())}</span>" "{button}</li> }
        };
        let (all, erased): (Vec<_>, _) =
            gathering.with(|gathering| (gathering.taken_back.iter().map(one).collect(), gathering.erased));
        let taken = (!all.is_empty()).then(|| view! {
            <details class="desk-fold"><summary>{t::taken_back(language, all.len())}</summary><ul class="desk-list">{all}</ul></details>
        });
        let erased = (erased > 0).then(|| view! { <p class="soft">{t::erased(language, erased)}</p> });
        view! { {taken}{erased} }
    };
    // Where one notes, one goes on typing; elsewhere the one below, which stays where it is, or the heading.
    let below = Callback::new(move |name: RemarkId| {
        if focus(FIELD) {
            return;
        }
        let after = found.with_untracked(|(shown, ..)| {
            let mut rest = shown.iter().skip_while(|remark| remark.id != name).skip(1);
            rest.next().map(|remark| place(remark.id))
        });
        focus(after.as_deref().unwrap_or(NOTED));
    });
    let order = Memo::new(move |_| found.with(|(shown, ..)| !shown.is_sorted_by_key(|remark| Reverse(remark.at))));
    let one = move |remark: Remark| view! { <One desk id remark changing touched below /> };
    view! {
        <section class="desk-noted">
            <div class="desk-noted__head">
                <h2 id=NOTED tabindex="-1">{t::noted(language)}</h2>
                <p class="soft" role="status">{count}</p>
            </div>
            <Turns desk id turning />
            <div class="desk-search" hidden=move || found.with(|(.., all)| *all == 0)>
                <div>
                    <label for="desk-search">{t::search(language)}</label>
                    <input
                        id="desk-search"
                        type="search"
                        autocomplete="off"
                        prop:value=query
                        on:input=move |event| {
                            query.set(event_target_value(&event));
                            // What is found is what one wants to see, and not what was safe before.
                            desk.sign.set(Sign::Quiet);
                            bring_up("desk-search");
                        }
                    />
                </div>
                <Only desk id="desk-only" label=t::of_kind(language) all=t::all_kinds(language) options=kinds(desk, gathering, kind) only=kind />
                <Only desk id="desk-only-stop" label=t::of_stop(language) all=t::all_stops(language) options=stops(desk, gathering) only=stop />
            </div>
            <p class="desk-empty" hidden=move || found.with(|(.., all)| *all > 0)>{empty}</p>
            <p hidden=move || found.with(|(_, fits, all)| *fits > 0 || *all == 0)>{t::not_found(language)}</p>
            <p class="desk-asked row" hidden=move || hides.get() == 0>
                <span>{move || t::hidden(language, hides.get(), last.get())}</span>
                <button class="button" type="button" on:click=show_all>{t::show_all(language)}</button>
            </p>
            <p class="soft" hidden=move || !order.get()>{t::other_clocks(language)}</p>
            <ol class="desk-remarks" reversed>
                <For each=move || found.get().0 key=Remark::clone children=one />
            </ol>
            <p hidden=move || found.with(|(shown, fits, _)| shown.len() >= *fits)>
                <button class="button" type="button" on:click=move |_| room.update(|room| *room += PART)>
                    {t::older(language)}
                </button>
            </p>
            {taken_back}
        </section>
    }
}

/// The element of a remark.
fn place(remark: RemarkId) -> String {
    format!("remark-{remark}")
}

/// A remark, or the fields to change it. `touched`: the one that was changed last; `below` leads to the one below it.
#[component]
fn One(
    desk: Desk,
    id: GatheringId,
    remark: Remark,
    changing: RwSignal<Option<RemarkId>>,
    touched: RwSignal<Option<RemarkId>>,
    below: Callback<RemarkId>,
) -> impl IntoView {
    let remark = StoredValue::new(remark);
    let name = remark.with_value(|remark| remark.id);
    let kind = remark.with_value(|remark| remark.kind.code());
    // What was changed comes anew: whoever did that is led to it.
    if touched.get_untracked() == Some(name) {
        touched.set(None);
        request_animation_frame(move || {
            // Unless they went on elsewhere.
            if document().active_element().is_none_or(|active| active.tag_name() == "BODY") {
                focus(&place(name));
            }
        });
    }
    let close = Callback::new(move |changed: bool| {
        changing.set(None);
        // Where one notes, one goes on typing.
        if changed && focus(FIELD) {
            return;
        }
        touched.set(changed.then_some(name));
        focus_soon(place(name));
    });
    view! {
        <li id=place(name) tabindex="-1" class=format!("desk-remark desk-remark--{kind}")>
            {move || {
                if changing.get() == Some(name) {
                    Either::Left(view! { <Change desk id remark close /> })
                } else {
                    Either::Right(view! { <Shown desk id remark changing below /> })
                }
            }}
        </li>
    }
}

#[component]
fn Shown(
    desk: Desk,
    id: GatheringId,
    remark: StoredValue<Remark>,
    changing: RwSignal<Option<RemarkId>>,
    below: Callback<RemarkId>,
) -> impl IntoView {
    let language = desk.language;
    let Remark { id: name, text, kind, stop, speaker, who, at, changed, sent, old_there, .. } = remark.get_value();
    let at = i64::try_from(at).unwrap_or_default();
    // Of what was noted on another day than that of the gathering, one reads that too.
    let day = Day::in_the_netherlands(at)
        .filter(|day| desk.held.with_untracked(|held| held.book(id).is_some_and(|book| book.now().day != Some(*day))));
    let time = clock_in_the_netherlands(at).map(|time| t::clock(language, time)).map(|time| match day {
        Some(day) => t::day_and_time(language, &day.written(language), &time),
        None => time,
    });
    let changed = changed.then(|| t::changed(language).into());
    let was_sent = sent.then(|| if old_there { t::old_there(language) } else { t::sent(language) }.into());
    let about: Vec<String> =
        [stop, speaker, Some(t::noted_by(language, &who)), time, changed, was_sent].into_iter().flatten().collect();
    let short: String = text.as_deref().unwrap_or_default().chars().take(40).collect();
    let (words, hidden) = (text.unwrap_or_else(|| t::wordless(language).into()), format!(": {short}"));
    let asked = RwSignal::new(false);
    view! {
        <p class="desk-remark__about"><strong>{t::kind_name(language, kind)}</strong>" · "{about.join(" · ")}</p>
        <p class="desk-remark__text" dir="auto">{words}</p>
        <p class="desk-remark__acts">
            <button class="button button--link" type="button" on:click=move |_| changing.set(Some(name))>
                {t::change(language)}<span class="visually-hidden">{hidden.clone()}</span>
            </button>
            <button class="button button--link" type="button" on:click=move |_| {
                // Of what was sent, one hears first what that does.
                if sent && !asked.get_untracked() {
                    return asked.set(true);
                }
                desk.does(id, Deed::Keep { remark: name, kept: false });
                below.run(name);
            }>
                {t::take_back(language)}<span class="visually-hidden">{hidden}</span>
            </button>
        </p>
        <div role="alert">
            {move || asked.get().then(|| view! { <SentStays desk id />  <p class="desk-asked">{t::take_back_sure(language)}</p> })}
        </div>
    }
}

/// What changing or taking back does to a remark that was sent, and where one asks for more.
#[component]
pub fn SentStays(desk: Desk, id: GatheringId) -> impl IntoView {
    let language = desk.language;
    view! {
        <p class="desk-asked">
            {t::sent_stays(language)}" "{t::sent_away(language)}" "
            <a href=Room::Erase(id).href()>{erasing::title(language)}</a>"."
        </p>
    }
}
