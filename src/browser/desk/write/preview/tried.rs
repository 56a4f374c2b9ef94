//! Beginning to try a question out, and going back to looking at it.

use super::{
    frame, open_one,
    orders::{changed, want},
    say, trial,
};
use crate::{
    browser::{base, desk::element, network},
    files::{preview::What, release::Kind},
    texts::preview as t,
    view::desk::{Desk, write::preview as view},
};
use js_sys::Map;
use wasm_bindgen_futures::spawn_local;

/// Lets one try it out, or goes back to looking at it.
pub fn attempt(desk: Desk) -> Option<()> {
    if open_one(|open| open.tries)? {
        trial::end();
        open_one(|open| (open.tries, open.shows) = (false, false));
        trying(desk, false);
        changed(desk);
        return Some(());
    }
    if !trial::can() {
        say(t::no_attempt(desk.language));
        return Some(());
    }
    // Who presses twice wants it once.
    if open_one(|open| std::mem::replace(&mut open.prepares, true))? {
        return None;
    }
    say(t::attempting(desk.language));
    spawn_local(async move {
        trial::clear().await;
        match network::file(&format!("{}{}", base(), Kind::FILE)).await {
            Some((200, bytes)) => {
                open_one(|open| open.online = String::from_utf8_lossy(&bytes).into_owned());
                want(desk, What::Tried);
            }
            _ => {
                open_one(|open| open.prepares = false);
                say(t::not_attempted(desk.language));
            }
        }
    });
    Some(())
}

/// The button says what it does now.
fn trying(desk: Desk, tries: bool) {
    if let Some(button) = element(view::TRIES) {
        button.set_text_content(Some(if tries { t::attempted(desk.language) } else { t::attempt(desk.language) }));
    }
}

/// Shows what was made, once it is in its place.
pub async fn begin(desk: Desk, address: &str, files: &Map) {
    let is_there = trial::begin(files).await;
    open_one(|open| open.prepares = false);
    let Some((wide, dark)) = open_one(|open| (open.wide, open.dark)) else { return trial::end() };
    if !is_there {
        trial::end();
        open_one(|open| open.tries = false);
        return say(t::not_attempted(desk.language));
    }
    say(t::trying(desk.language));
    trying(desk, true);
    // Without a frame there is nothing to visit.
    let _ = frame::visit(desk, address, wide, dark);
}
