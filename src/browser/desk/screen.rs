//! The screen in the hall: what it shows at this moment is kept on the device and told to other windows, and it stays awake.

use super::{
    acts, refresh,
    store::{self, Store},
};
use crate::{
    browser::own,
    domain::{
        gathering::{GatheringId, Screen},
        room::Room,
    },
    files::gatherings::Lines,
    view::desk::{Desk, Sign},
};
use gloo_events::EventListener;
use js_sys::{Function, Promise, Reflect};
use leptos::{
    prelude::*,
    web_sys::{BroadcastChannel, MessageEvent},
};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};

/// On which windows tell each other of it.
const CHANNEL_NAME: &str = "beginspraak-desk-screen";

thread_local! {
    static CHANNEL: Option<BroadcastChannel> = BroadcastChannel::new(&own(CHANNEL_NAME)).ok();
}

/// Follows other windows, as long as the page is there; and finds out what it missed while the browser had frozen it.
pub fn listen(desk: Desk, screen: RwSignal<Screen>) {
    CHANNEL.with(|channel| {
        let Some(channel) = channel else { return };
        EventListener::new(channel, "message", move |event| {
            let told = event.dyn_ref::<MessageEvent>().and_then(|event| event.data().as_string());
            let here = desk.room.get_untracked().gathering();
            if let Some((id, kept)) = told.as_deref().and_then(|told| told.split_once('\n'))
                && here.is_some_and(|here| here.to_string() == id)
            {
                screen.set(Screen::of(kept));
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
}

/// Shows what was kept, and asks that the screen in the hall stays awake.
pub fn arrive(desk: Desk, screen: RwSignal<Screen>) {
    let room = desk.room.get_untracked();
    if matches!(room, Room::Hall(_)) {
        stay_awake();
    }
    let Some(id) = room.gathering() else { return };
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
        CHANNEL.with(|channel| {
            if let Some(channel) = channel {
                // Who does not hear it reads it when they come back.
                let _ = channel.post_message(&JsValue::from_str(&format!("{id}\n{json}")));
            }
        });
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
