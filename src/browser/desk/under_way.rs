//! Work of staff that takes its time: it tells how far it is, lets the browser have its turn, can be stopped, and who leaves the page
//! meanwhile is asked.

use super::device;
use gloo_events::{EventListener, EventListenerOptions};
use gloo_timers::future::TimeoutFuture;
use js_sys::{Function, Promise};
use leptos::prelude::window;
use std::cell::{Cell, RefCell};
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;

/// After how many milliseconds the browser gets its turn.
const TURN: f64 = 30.0;

thread_local! {
    /// Goes up when something begins or is stopped: what began before that is not wanted any more.
    static ROUND: Cell<u32> = const { Cell::new(0) };
    /// Gives up what is waited for.
    static GIVE_UP: RefCell<Option<Function>> = const { RefCell::new(None) };
    /// When the browser had its turn.
    static TURNED: Cell<f64> = const { Cell::new(0.0) };
    /// Whether who leaves the page is asked.
    static ASKS: Cell<bool> = const { Cell::new(false) };
}

/// Somebody stopped it.
pub struct Stopped;

/// One such work.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct UnderWay(u32);

impl UnderWay {
    /// Begins one; what was under way before is not wanted any more.
    pub fn begin() -> Self {
        ROUND.set(ROUND.get().wrapping_add(1));
        Self(ROUND.get())
    }

    /// Fails when it is not wanted any more.
    pub fn still(self) -> Result<(), Stopped> {
        if ROUND.get() == self.0 { Ok(()) } else { Err(Stopped) }
    }

    /// Tells how far it is, and lets the browser have its turn, now and then.
    pub async fn told(self, tell: impl FnOnce()) -> Result<(), Stopped> {
        if device::milliseconds() - TURNED.get() > TURN {
            tell();
            turn().await;
        }
        self.still()
    }

    /// Waits for a promise, until somebody stops it. Nothing where it came to nothing.
    pub async fn until(self, promise: impl FnOnce(Function, Function)) -> Result<Option<JsValue>, Stopped> {
        let mut promise = Some(promise);
        let answer = Promise::new(&mut |resolve, reject| {
            GIVE_UP.set(Some(reject.clone()));
            if let Some(promise) = promise.take() {
                promise(resolve, reject);
            }
        });
        let answer = JsFuture::from(answer).await;
        GIVE_UP.take();
        self.still()?;
        Ok(answer.ok())
    }
}

/// Lets the browser have its turn.
pub async fn turn() {
    TimeoutFuture::new(0).await;
    TURNED.set(device::milliseconds());
}

/// Stops whatever is being done.
pub fn stop() {
    UnderWay::begin();
    if let Some(give_up) = GIVE_UP.take() {
        // Settling a promise can't fail.
        let _ = give_up.call0(&JsValue::NULL);
    }
}

/// From now on who leaves the page is asked, or not any more.
pub fn ask_who_leaves(ask: bool) {
    ASKS.set(ask);
}

/// Listens to who leaves the page; once, as long as it is there.
pub fn listen() {
    let options = EventListenerOptions::enable_prevent_default();
    EventListener::new_with_options(&window(), "beforeunload", options, move |event| {
        if ASKS.get() {
            event.prevent_default();
        }
    })
    .forget();
}
