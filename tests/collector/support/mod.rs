//! What the stories share: a published site, a collector process, a connection, and reactions.

mod client;
mod content;
mod server;

pub use client::{Answer, Client};
pub use content::{TODAY, again, publish, published};
pub use server::Server;

use serde_json::{Value, json};
use std::sync::atomic::{AtomicU64, Ordering};

static COUNTER: AtomicU64 = AtomicU64::new(1);

/// An id that no other test uses.
pub fn id() -> String {
    let n = COUNTER.fetch_add(1, Ordering::Relaxed);
    let process = std::process::id();
    format!("01900000-0000-7000-8{:03x}-{process:06x}{n:06x}", n % 0xfff)
}

/// A reaction to the open consultation of the fixture.
pub fn reaction(id: &str) -> Value {
    json!({"format": "beginspraak.reaction/1", "reaction": {
        "id": id, "consultation": "dorp", "revision": 3, "language": "nl", "source": "resident",
        "tag": "00112233445566778899", "quote_consent": false, "day": TODAY,
        "answers": [{"question": "verhaal", "value": "Bij ons rijdt geen bus meer."}]
    }})
}
