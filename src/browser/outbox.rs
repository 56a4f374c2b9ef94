//! The sender: brings what waits in the outbox to its endpoint. One at a time over all tabs, and never in a hurry
//! to remove anything.

use super::{device, network, own, shelf::Shelf, storage::Storage};
use crate::domain::{
    delivery::Delivery,
    outbox::{After, Item, pause},
};
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
    /// Open while the page is in use: one that listens can't be kept for going back to it.
    static CHANNEL: RefCell<Option<web_sys::BroadcastChannel>> = const { RefCell::new(None) };
    /// The next attempt, if one is planned.
    static RETRY: RefCell<Option<Timeout>> = const { RefCell::new(None) };
    /// Rounds in a row that got nothing through.
    static FAILURES: Cell<u32> = const { Cell::new(0) };
}

/// Sends what waits, now and whenever that has become possible: the network returned, or the page came back in view. As
/// the page is left, everything stops that would keep the browser from keeping it.
pub fn start(shelf: Shelf) {
    EventListener::new(&window(), "online", move |_| look(shelf)).forget();
    EventListener::new(&window(), "pageshow", move |_| look(shelf)).forget();
    EventListener::new(&document(), "visibilitychange", move |_| {
        // Not on leaving: an open outbox would keep the browser from going back to this page as it is; and Firefox keeps
        // it with the lock that it takes then, and no other could send.
        if !document().hidden() {
            look(shelf);
        }
    })
    .forget();
    EventListener::new(&window(), "pagehide", |_| {
        network::leave();
        RETRY.take();
        if let Some(channel) = CHANNEL.take() {
            channel.close();
        }
    })
    .forget();
    look(shelf);
}

/// What is there shows at once, as another page may have sent it while this one lay still; sending may take a while, or
/// have nothing to do.
fn look(shelf: Shelf) {
    network::come_back();
    CHANNEL.with_borrow_mut(|channel| {
        if channel.is_none() {
            *channel = web_sys::BroadcastChannel::new(&own(NAME)).ok();
            if let Some(channel) = channel {
                EventListener::new(channel, "message", move |_| shelf.refresh()).forget();
            }
        }
    });
    shelf.refresh();
    send(shelf);
}

/// Tells this tab and the others to read the outbox anew.
pub fn changed(shelf: Shelf) {
    shelf.refresh();
    CHANNEL.with_borrow(|channel| {
        // Another tab that does not hear it reads the outbox when it is looked at.
        let _ = channel.as_ref().map(|channel| channel.post_message(&JsValue::NULL));
    });
}

/// Sends what waits, when no other tab is doing so; else after it.
pub fn send(shelf: Shelf) {
    RETRY.take();
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
    // Read once in a round, and only when there is something to send.
    let mut present = None;
    for item in items {
        // Its writer may have deleted or brought it while an earlier one was on its way.
        if storage.still_waits(&item).await == Ok(false) {
            continue;
        }
        if present.is_none() {
            present = Some(network::present().await);
        }
        let delivery = network::deliver(&item, present.as_ref().and_then(Option::as_ref)).await;
        // What was broken off as the page was left stands as it stood.
        if network::is_left() {
            return;
        }
        match one(storage, item, delivery).await {
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
    RETRY.set(Some(Timeout::new(wait * 1000, move || {
        // What could not be read then, may show now.
        shelf.refresh();
        send(shelf);
    })));
}

/// What came of one attempt: only now the outbox is changed.
async fn one(storage: &Storage, item: Item, delivery: Delivery) -> After {
    let after = item.clone().after(delivery);
    let stored = match &after {
        After::Sent(copy) => storage.acknowledged(copy).await,
        After::Kept(item) => storage.update(item).await,
    };
    // What could not be stored stands as it stood: it will be sent again, which is harmless.
    if stored.is_ok() { after } else { After::Kept(item) }
}
