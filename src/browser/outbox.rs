//! The sender: brings what waits in the outbox to its endpoint. One at a time over all tabs, and never in a hurry
//! to remove anything.

use super::{device, mine::Shelf, network, own, storage::Storage};
use crate::domain::outbox::{After, Item, pause};
use gloo_events::EventListener;
use gloo_timers::callback::Timeout;
use js_sys::{Function, Promise};
use leptos::{prelude::*, web_sys};
use std::cell::{Cell, RefCell};
use wasm_bindgen::{JsCast, JsValue, closure::Closure, prelude::wasm_bindgen};
use wasm_bindgen_futures::{JsFuture, future_to_promise, spawn_local};

/// The lock that the sending tab holds, and the channel on which tabs tell each other that something changed.
const NAME: &str = "beginspraak-outbox";

#[wasm_bindgen]
extern "C" {
    /// A `LockManager`, which web-sys has only behind its unstable flag.
    type Locks;

    #[wasm_bindgen(method)]
    fn request(this: &Locks, name: &str, holding: &Function) -> Promise;
}

thread_local! {
    static CHANNEL: Option<web_sys::BroadcastChannel> = web_sys::BroadcastChannel::new(&own(NAME)).ok();
    /// The next attempt, if one is planned.
    static RETRY: RefCell<Option<Timeout>> = const { RefCell::new(None) };
    /// Rounds in a row that got nothing through.
    static FAILURES: Cell<u32> = const { Cell::new(0) };
}

/// Sends what waits, now and whenever that has become possible: the network returned, or the page came back in view.
pub fn start(shelf: Shelf) {
    let now = move |_: &web_sys::Event| {
        // Another page may have sent it while this one lay still.
        shelf.refresh();
        send(shelf);
    };
    EventListener::new(&window(), "online", now).forget();
    EventListener::new(&window(), "pageshow", now).forget();
    EventListener::new(&document(), "visibilitychange", move |event| {
        // Not on leaving: Firefox keeps a page that is left with the lock that it takes then, and no other could send.
        if !document().hidden() {
            now(event);
        }
    })
    .forget();
    CHANNEL.with(|channel| {
        if let Some(channel) = channel {
            EventListener::new(channel, "message", move |_| shelf.refresh()).forget();
        }
    });
    // What is there shows at once; sending may take a while, or have nothing to do.
    shelf.refresh();
    send(shelf);
}

/// Tells this tab and the others to read the outbox anew.
pub fn changed(shelf: Shelf) {
    shelf.refresh();
    CHANNEL.with(|channel| {
        // Another tab that does not hear it reads the outbox when it is looked at.
        let _ = channel.as_ref().map(|channel| channel.post_message(&JsValue::NULL));
    });
}

/// Sends what waits, when no other tab is doing so; else after it.
pub fn send(shelf: Shelf) {
    RETRY.with(|retry| retry.take());
    spawn_local(async move {
        let round = Closure::once_into_js(move || -> Promise {
            future_to_promise(async move {
                match Storage::open().await {
                    Ok(storage) => {
                        all(&storage, shelf).await;
                        storage.close();
                    }
                    Err(_) => later(shelf),
                }
                Ok(JsValue::UNDEFINED)
            })
        });
        // Without secure context there are no locks; sending twice is harmless, as every send is idempotent by id.
        let locks = js_sys::Reflect::get(&window().navigator(), &"locks".into()).ok().filter(JsValue::is_object);
        let running = match locks {
            Some(locks) => locks.unchecked_into::<Locks>().request(&own(NAME), round.unchecked_ref()),
            None => match round.unchecked_ref::<Function>().call0(&JsValue::NULL) {
                Ok(promise) => promise.unchecked_into(),
                Err(_) => return,
            },
        };
        // The round itself never fails; a lock that is refused is asked for again with the next event.
        let _ = JsFuture::from(running).await;
    });
}

/// One round over everything that waits.
async fn all(storage: &Storage, shelf: Shelf) {
    let Ok(items) = storage.waiting().await else { return later(shelf) };
    let (mut left, mut through) = (false, false);
    for item in items {
        // Its writer may have deleted it while an earlier one was on its way.
        if storage.holds(&item).await == Ok(false) {
            continue;
        }
        match one(storage, item).await {
            After::Sent(_) => through = true,
            After::Kept(item) => left |= item.is_waiting(),
        }
        changed(shelf);
    }
    if through || !left {
        FAILURES.set(0);
    }
    if left {
        later(shelf);
    }
}

/// Plans the next round, after a longer pause each time that nothing gets through.
fn later(shelf: Shelf) {
    let wait = pause(FAILURES.replace(FAILURES.get() + 1), device::jitter());
    RETRY.set(Some(Timeout::new(wait * 1000, move || send(shelf))));
}

/// One attempt: send, judge the answer, and only then change the outbox.
async fn one(storage: &Storage, item: Item) -> After {
    let delivery = network::deliver(&item).await;
    let after = item.clone().after(delivery);
    let stored = match &after {
        After::Sent(copy) => storage.acknowledged(copy).await,
        After::Kept(item) => storage.update(item).await,
    };
    // What could not be stored stands as it stood: it will be sent again, which is harmless.
    if stored.is_ok() { after } else { After::Kept(item) }
}
