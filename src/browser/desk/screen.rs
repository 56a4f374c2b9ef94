//! The screen in the hall: what it shows at this moment is kept on the device and told to other windows, and it stays awake.

use super::{
    acts, refresh,
    store::{self, Store},
};
use crate::{
    browser::own,
    domain::{
        gathering::{GatheringId, RemarkId, Screen, Told, Wall},
        room::Room,
    },
    files::gatherings::Lines,
    view::desk::{Desk, Sign},
};
use gloo_events::EventListener;
use js_sys::{Function, Promise, Reflect};
use leptos::{
    leptos_dom::helpers::request_animation_frame,
    prelude::*,
    web_sys::{BroadcastChannel, HtmlElement, MessageEvent},
};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};

/// On which windows tell each other of it.
const CHANNEL_NAME: &str = "beginspraak-desk-screen";

thread_local! {
    static CHANNEL: Option<BroadcastChannel> = BroadcastChannel::new(&own(CHANNEL_NAME)).ok();
}

/// Follows other windows, as long as the page is there; and finds out what it missed while the browser had frozen it. `wall`:
/// what is on the screen in the hall, where another window is it.
pub fn listen(desk: Desk, screen: RwSignal<Screen>, wall: RwSignal<Option<Wall>>) {
    CHANNEL.with(|channel| {
        let Some(channel) = channel else { return };
        EventListener::new(channel, "message", move |event| {
            let told = event.dyn_ref::<MessageEvent>().and_then(|event| event.data().as_string());
            let here = desk.room.get_untracked().gathering();
            match here.zip(told).and_then(|(here, told)| Told::of(&told, here)) {
                Some(Told::Shows(to)) => screen.set(to),
                Some(Told::Has(has)) => wall.set(has),
                Some(Told::Asks) => measure(desk),
                None => {}
            }
        })
        .forget();
    });
    let back = move || {
        if !document().hidden() && matches!(desk.room.get_untracked(), Room::Screen(_) | Room::Hall(_)) {
            refresh(desk);
            arrive(desk, screen);
        }
    };
    EventListener::new(&document(), "visibilitychange", move |_| back()).forget();
    EventListener::new(&document(), "resume", move |_| back()).forget();
    EventListener::new(&window(), "pageshow", move |_| back()).forget();
    EventListener::new(&window(), "resize", move |_| measure(desk)).forget();
    // Whoever steers it hears that it is not there any more.
    EventListener::new(&window(), "pagehide", move |_| {
        if let Room::Hall(id) = desk.room.get_untracked() {
            tell(id, &Told::Has(None));
        }
    })
    .forget();
    EventListener::new(&window(), "hashchange", move |event| {
        let before = Reflect::get(event, &"oldURL".into()).ok().and_then(|before| before.as_string());
        let room = before.as_deref().and_then(|before| before.split_once('#')).and_then(|(_, room)| Room::at(room));
        if let Some(Room::Hall(id)) = room {
            tell(id, &Told::Has(None));
        }
    })
    .forget();
}

/// Tells other windows.
fn tell(id: GatheringId, told: &Told) {
    CHANNEL.with(|channel| {
        if let Some(channel) = channel {
            // Who does not hear it reads it when they come back.
            let _ = channel.post_message(&JsValue::from_str(&told.to_json(id)));
        }
    });
}

/// Tells what is on the screen, where this window is it: once what changed shows.
pub fn measure(desk: Desk) {
    let Room::Hall(id) = desk.room.get_untracked() else { return };
    request_animation_frame(move || tell(id, &Told::Has(Some(wall()))));
}

/// What is on it. A remark without room stands in a next column, beyond the edge.
fn wall() -> Wall {
    let mut wall = Wall::default();
    let found = document().query_selector_all(".hall--whole .hall__main, .hall--whole [data-remark]");
    let Ok(found) = found else { return wall };
    let mut edge = 0;
    let all = (0..found.length()).filter_map(|at| found.item(at)?.dyn_into::<HtmlElement>().ok());
    for one in all {
        let remark = one.get_attribute("data-remark").and_then(|name| RemarkId::try_from(name.as_str()).ok());
        match remark {
            // It comes before what stands in it.
            None => edge = one.offset_left() + one.offset_width(),
            Some(remark) if one.offset_width() > 0 && one.offset_left() < edge => wall.seen.push(remark),
            Some(_) if edge == 0 => {}
            Some(remark) => wall.no_room.push(remark),
        }
    }
    wall
}

/// Shows what was kept, and asks that the screen in the hall stays awake.
pub fn arrive(desk: Desk, screen: RwSignal<Screen>) {
    let room = desk.room.get_untracked();
    if matches!(room, Room::Hall(_)) {
        stay_awake();
    }
    let Some(id) = room.gathering() else { return };
    if matches!(room, Room::Screen(_)) {
        tell(id, &Told::Asks);
    }
    measure(desk);
    let before = screen.get_untracked();
    spawn_local(async move {
        let Ok(store) = Store::open().await else { return };
        let Ok(known) = store.device().await else { return };
        // What was told meanwhile is newer.
        if screen.get_untracked() == before && desk.room.get_untracked() == room {
            screen.set(known.get(&store::screen(id)).map(|kept| Screen::of(kept)).unwrap_or_default());
        }
    });
}

/// Changes it, here and in every window. What shows is kept, so whoever steers it may load their window again at any moment;
/// where nothing can be kept, the screen follows all the same.
pub fn change(desk: Desk, screen: RwSignal<Screen>, id: GatheringId, to: Screen) {
    let json = to.to_json();
    spawn_local(async move {
        let kept = acts::keep(&Lines::default(), &[(&store::screen(id), &json)]).await;
        screen.set(to);
        tell(id, &Told::Shows(to));
        if let Err(error) = kept {
            desk.sign.set(Sign::Cannot(error.into()));
        }
    });
}

/// Makes the window as large as the screen, or not any more.
pub fn enlarge() {
    let document = document();
    match document.fullscreen_element() {
        Some(_) => document.exit_fullscreen(),
        None => {
            if let Some(html) = document.document_element() {
                // A browser that refuses leaves the window as it is.
                let _ = html.request_fullscreen();
            }
        }
    }
}

/// What keeps a screen awake, where the browser has that.
fn lock() -> Option<(JsValue, Function)> {
    let lock = Reflect::get(&window().navigator(), &"wakeLock".into()).ok()?;
    let request = Reflect::get(&lock, &"request".into()).ok()?.dyn_into().ok()?;
    Some((lock, request))
}

/// Whether the browser can keep a screen awake.
pub fn can_stay_awake() -> bool {
    lock().is_some()
}

/// Asks for it. A browser gives it up when the window is out of sight, so it is asked again each time.
fn stay_awake() {
    let asked = lock().and_then(|(lock, request)| request.call1(&lock, &"screen".into()).ok());
    if let Some(asked) = asked.and_then(|asked| asked.dyn_into::<Promise>().ok()) {
        spawn_local(async move {
            // Refused while the battery is low: then it sleeps as it would have.
            let _ = JsFuture::from(asked).await;
        });
    }
}
