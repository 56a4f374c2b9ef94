//! What steers the screen in the hall: what was noted, each with a button that shows it, and what it looks like there.

use super::{
    Desk,
    hall::{CodeButton, Hall, is_cut, pressed},
    rooms::Errand,
};
use crate::{
    domain::{
        gathering::{Deed, Gathering, GatheringId, Remark, RemarkId, Screen, Stands, Wall},
        ordered::Ordered,
        personal,
        room::Room,
    },
    texts::{desk, hall as t, personal as names},
};
use leptos::prelude::*;
use std::sync::Arc;

/// How many remarks show at first, and how many more each time.
const PART: usize = 50;

/// The room. `wall`: what is on the screen in the hall, where one is open; `awake`: whether the browser can keep a screen awake.
#[component]
pub fn RemoteRoom(
    desk: Desk,
    id: GatheringId,
    screen: RwSignal<Screen>,
    wall: RwSignal<Option<Wall>>,
    awake: bool,
    errand: Callback<Errand>,
) -> impl IntoView {
    let language = desk.language;
    let gathering = desk.gathering(id);
    let counter = move || {
        let now = screen.get_untracked();
        errand.run(Errand::Screen(id, Screen { counter: !now.counter, ..now }));
    };
    let all = move || {
        let now = screen.get_untracked();
        errand.run(Errand::Screen(id, Screen { spotlight: None, code: false, ..now }));
    };
    let on_key = window_event_listener(leptos::ev::keydown, move |event| {
        match pressed(&event) {
            Some("KeyT") => counter(),
            Some("KeyA") => all(),
            _ => return,
        }
        event.prevent_default();
    });
    on_cleanup(move || on_key.remove());
    let room = RwSignal::new(PART);
    let names = Memo::new(move |_| {
        gathering.with(|gathering| {
            gathering.remarks.iter().rev().take(room.get()).map(|remark| remark.id).collect::<Vec<_>>()
        })
    });
    let total = Memo::new(move |_| gathering.with(|gathering| gathering.remarks.len()));
    let shown = move || {
        gathering.with(|gathering| {
            let (now, of) = (screen.get(), gathering.remarks.len());
            let large = gathering.shown().any(|remark| now.spotlight == Some(remark.id));
            wall.with(|wall| match wall {
                None => t::no_screen(language, gathering.shown().count(), of),
                Some(_) if now.code => t::only_code(language).to_owned(),
                Some(_) if large => t::only_large(language).to_owned(),
                Some(wall) => t::on_screen(language, wall.seen.len(), wall.no_room.len(), of),
            })
        })
    };
    let counting = move || if screen.get().counter { t::counter_hide(language) } else { t::counter_show(language) };
    // It stays where it is, so that whoever pressed it keeps the focus.
    let none = move || (screen.with(|now| now.spotlight.is_none() && !now.code)).then_some("true");
    let one = move |remark: RemarkId| view! { <One desk id gathering remark screen wall errand /> };
    view! {
        <div class="desk-part desk-remote">
            <div class="desk-steps">
                <section class="desk-points">
                    <p>
                        <a class="button button--primary" href=Room::Hall(id).href() target="_blank">{t::open(language)}</a>
                    </p>
                    <p class="soft">{t::open_help(language)}</p>
                    {(!awake).then(|| view! { <p><strong>{t::sleeps(language)}</strong></p> })}
                </section>
                <section class="desk-points">
                    <h2>{t::steer(language)}</h2>
                    <p class="row">
                        <CodeButton desk id screen errand />
                        <button class="button" type="button" on:click=move |_| counter()>{counting}<kbd>"Alt T"</kbd></button>
                        <button class="button" type="button" aria-disabled=none on:click=move |_| all()>{t::light_off(language)}<kbd>"Alt A"</kbd></button>
                    </p>
                    <p class="soft" role="status">{shown}</p>
                    <p class="desk-empty" hidden=move || total.get().gt(&0)>{t::nothing(language)}</p>
                    <ol class="desk-remarks" reversed>
                        <For each=move || names.get() key=|name| *name children=one />
                    </ol>
                    <p hidden=move || total.get() <= room.get()>
                        <button class="button" type="button" on:click=move |_| room.update(|room| *room += PART)>
                            {desk::older(language)}
                        </button>
                    </p>
                </section>
            </div>
            <section class="desk-remote__preview">
                <h2>{t::preview(language)}</h2>
                // The buttons tell the same in words.
                <div class="hall hall--preview" aria-hidden="true" inert><Hall desk gathering screen /></div>
            </section>
        </div>
    }
}

/// A remark; its buttons stay where they are when the hall sees it.
#[component]
fn One(
    desk: Desk,
    id: GatheringId,
    gathering: Memo<Arc<Gathering>>,
    remark: RemarkId,
    screen: RwSignal<Screen>,
    wall: RwSignal<Option<Wall>>,
    errand: Callback<Errand>,
) -> impl IntoView {
    let language = desk.language;
    let now =
        Memo::new(move |_| gathering.with(|gathering| gathering.remarks.iter().find(|one| one.id == remark).cloned()));
    let with = move |what: fn(&Remark) -> String| move || now.with(|now| now.as_ref().map(what).unwrap_or_default());
    let words = with(|remark| remark.text.clone().unwrap_or_default());
    let short = with(|remark| {
        let text = remark.text.as_deref().unwrap_or_default();
        format!(": {}", text.chars().take(40).collect::<String>())
    });
    let kind = move || now.with(|now| now.as_ref().map(|remark| desk::kind_name(language, remark.kind)));
    let is_shown = move || now.with(|now| now.as_ref().is_some_and(|remark| remark.shown));
    let is_lit = move || is_shown() && screen.get().spotlight == Some(remark);
    // What seems to tell who somebody is comes into the hall at a second tap only.
    let personal = Memo::new(move |_| {
        let kinds = now.with(|now| {
            let text = now.as_ref().filter(|remark| !remark.shown).and_then(|remark| remark.text.as_deref());
            personal::find(text.unwrap_or_default()).into_iter().map(|sign| sign.kind).to_set()
        });
        kinds.into_iter().map(|kind| names::name(language, kind)).collect::<Vec<_>>().join(", ")
    });
    let asked = RwSignal::new(false);
    let asks = move || {
        let first = !untrack(is_shown) && !personal.with_untracked(String::is_empty) && !asked.get_untracked();
        asked.set(first);
        first
    };
    let sure = move || asked.get() && !personal.with(String::is_empty);
    let show = move |shown| desk.does(id, Deed::Show { remark, shown });
    let light = move || {
        if !untrack(is_shown) {
            show(true);
            errand.run(Errand::Screen(id, Screen { spotlight: Some(remark), code: false, ..screen.get_untracked() }));
        } else {
            errand.run(Errand::Screen(id, screen.get_untracked().light(remark)));
        }
    };
    let stands = Memo::new(move |_| {
        gathering.with(|gathering| wall.with(|wall| screen.get().stands(remark, gathering, wall.as_ref())))
    });
    let state = move || t::stands(language, stands.get());
    let cut = move || {
        let large = match stands.get() {
            Stands::Seen | Stands::Ready => false,
            Stands::SeenLarge | Stands::ReadyLarge => true,
            _ => return None,
        };
        let cut = gathering.with(|gathering| is_cut(desk, gathering, remark, large));
        cut.then(|| view! { <p class="desk-asked">{if large { t::cut_large(language) } else { t::cut(language) }}</p> })
    };
    let look = move || {
        let kinds = personal.get();
        (!kinds.is_empty()).then(|| view! { <p class="desk-asked">{t::look_first(language, &kinds)}</p> })
    };
    let class = move || {
        let kind = now.with(|now| now.as_ref().map(|remark| remark.kind.code()).unwrap_or_default());
        let shown = if is_shown() { " desk-remark--shown" } else { "" };
        format!("desk-remark desk-remark--{kind}{shown}")
    };
    view! {
        <li class=class>
            <p class="desk-remark__about"><strong>{kind}</strong></p>
            <p class="desk-remark__text" dir="auto">{words}</p>
            <p class="desk-remark__acts">
                <button class="button button--link" type="button" on:click=move |_| {
                    if !asks() {
                        show(!untrack(is_shown));
                    }
                }>
                    {move || match is_shown() {
                        true => t::hide(language),
                        false if sure() => t::show_sure(language),
                        false => t::show(language),
                    }}
                    <span class="visually-hidden">{short}</span>
                </button>
                <button class="button button--link" type="button" on:click=move |_| {
                    if !asks() {
                        light();
                    }
                }>
                    {move || match is_lit() {
                        true => t::unlight(language),
                        false if sure() => t::light_sure(language),
                        false => t::light(language),
                    }}
                    <span class="visually-hidden">{short}</span>
                </button>
                <strong>{state}</strong>
            </p>
            {look}
            <div role="alert">{move || sure().then(|| view! { <p class="desk-asked">{t::ask_first(language)}</p> })}</div>
            {cut}
        </li>
    }
}
