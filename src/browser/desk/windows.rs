//! What other windows of one desk hear of it, and the other piece of this one: each line that was kept, so that nobody reads
//! everything again for one remark.

use super::{refresh, store::IN_FOLDER};
use crate::{
    browser::own,
    files::gatherings::Lines,
    view::desk::{Desk, Held},
};
use gloo_events::EventListener;
use leptos::{
    prelude::*,
    web_sys::{BroadcastChannel, Event, MessageEvent},
};
use wasm_bindgen::{JsCast, JsValue};

/// What it is called.
const CHANNEL_NAME: &str = "beginspraak-desk";

thread_local! {
    /// The one of this piece: it does not hear itself.
    static CHANNEL: Option<BroadcastChannel> = BroadcastChannel::new(&own(CHANNEL_NAME)).ok();
}

/// What another window kept shows here too.
pub fn listen(desk: Desk) {
    CHANNEL.with(|channel| {
        let Some(channel) = channel else { return };
        EventListener::new(channel, "message", move |event| {
            let told = told(event).unwrap_or_default();
            match (in_folder(&told), lines(&told)) {
                (Some(count), _) => desk.safety.update(|safety| safety.in_folder = count),
                (_, Some(lines)) => take_in(desk, &lines),
                _ => refresh(desk),
            }
        })
        .forget();
    });
}

/// Calls this each time that something was kept, whichever window or piece did so.
pub fn whenever_kept(hear: impl Fn() + 'static) {
    // Another one than that of this piece: it hears this piece too.
    if let Ok(channel) = BroadcastChannel::new(&own(CHANNEL_NAME)) {
        EventListener::new(&channel, "message", move |event| {
            if told(event).is_none_or(|told| in_folder(&told).is_none()) {
                hear();
            }
        })
        .forget();
    }
}

/// Tells other windows how many entries are in the folder that one works in, if there is one.
pub fn tell_in_folder(count: Option<usize>) {
    let count = count.map(|count| count.to_string()).unwrap_or_default();
    CHANNEL.with(|channel| {
        let Some(channel) = channel else { return };
        // Who does not hear it reads it when they come back.
        let _ = channel.post_message(&JsValue::from_str(&format!("{IN_FOLDER}\n{count}")));
    });
}

fn told(event: &Event) -> Option<String> {
    event.dyn_ref::<MessageEvent>()?.data().as_string()
}

fn in_folder(told: &str) -> Option<Option<usize>> {
    let (what, count) = told.split_once('\n')?;
    (what == IN_FOLDER).then(|| count.parse().ok())
}

/// Tells other windows that something changed: these lines, or more than is worth telling.
pub fn tell(lines: Option<&Lines>) {
    CHANNEL.with(|channel| {
        let Some(channel) = channel else { return };
        let files = lines.map(Lines::to_tell).unwrap_or_default();
        let told: Vec<_> = files
            .iter()
            .map(|(path, bytes)| JsValue::from_str(&format!("{path}\n{}", String::from_utf8_lossy(bytes))))
            .collect();
        let all = if told.is_empty() { vec![JsValue::TRUE] } else { told };
        for message in &all {
            // Who does not hear it reads it when they come back.
            let _ = channel.post_message(message);
        }
    });
}

/// Shows lines that are on the device by now.
pub fn take_in(desk: Desk, lines: &Lines) {
    desk.held.update(|held| {
        if let Held::Read(all) = held {
            lines.add_to(all);
        }
    });
    desk.safety.update(|safety| safety.lines += lines.entries());
}

/// A file by its path, as it was told.
fn lines(told: &str) -> Option<Lines> {
    let (path, text) = told.split_once('\n')?;
    let mut lines = Lines::default();
    lines.told(path, text.as_bytes()).then_some(lines)
}
