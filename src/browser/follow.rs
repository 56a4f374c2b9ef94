//! The page on which one types a receipt: the field, with the code that stands after the `#` in the address.

use super::{
    base, device, element, focus, language,
    lookup::{self, Round},
};
use crate::{
    domain::receipt::{Receipt, each},
    texts::lookup as t,
    view::{
        follow::{FollowView, RESULTS, ROOT},
        looked::{Answer, Looked},
    },
};
use gloo_events::EventListener;
use gloo_timers::callback::Timeout;
use leptos::{mount, prelude::*};
use wasm_bindgen_futures::spawn_local;

/// Shows the field, on the page that has a place for it.
pub fn start() {
    let Some(root) = element(ROOT) else { return };
    let typed = RwSignal::new(String::new());
    let state = State { answers: RwSignal::new(Vec::new()), said: RwSignal::new(String::new()) };
    let from_address = move || {
        let code = device::fragment();
        // The skip link leads to a place on the page, and stands in the address too.
        if !code.is_empty() && element(&code).is_none() {
            typed.set(code.clone());
            look(state, &code);
        }
    };
    from_address();
    EventListener::new(&window(), "hashchange", move |_| from_address()).forget();
    let ask = Callback::new(move |typed: String| look(state, &typed));
    let (State { answers, said }, traceables) = (state, lookup::traceables());
    let follow = move || view! { <FollowView typed answers said ask traceables language=language() base=base() /> };
    mount::mount_to(root, follow).forget();
}

/// What the page shows of it.
#[derive(Clone, Copy)]
struct State {
    answers: RwSignal<Vec<Answer>>,
    /// How it stands, for who can't see it.
    said: RwSignal<String>,
}

/// Looks up what was typed, or stands in the address, and takes whoever asked to the answer.
fn look(state: State, typed: &str) {
    let codes = each(typed).into_iter().map(|code| match Receipt::try_from(code) {
        Ok(receipt) => Answer::Code(receipt, ArcRwSignal::new(Looked::Looking)),
        Err(why) => Answer::Typo(code.to_owned(), why),
    });
    let codes: Vec<_> = codes.collect();
    let places = codes.iter().filter_map(|answer| match answer {
        Answer::Code(receipt, place) => Some((receipt.clone(), place.clone())),
        Answer::Typo(..) => None,
    });
    let places: Vec<_> = places.collect();
    state.answers.set(codes);
    if places.is_empty() {
        return state.said.set(String::new());
    }
    state.said.set(t::looking(language()).into());
    spawn_local(async move {
        let (traceables, mut round, mut found) = (lookup::traceables(), Round::new(base()), 0);
        for (receipt, place) in &places {
            let looked = round.look_up(&traceables, receipt).await;
            found += usize::from(matches!(looked, Looked::Found(_)));
            place.set(looked);
        }
        state.said.set(t::looked_up(language(), found, places.len()));
        Timeout::new(0, || focus(RESULTS)).forget();
    });
}
