//! The page on which one types a receipt: the field, with the code that stands after the `#` in the address.

use super::{base, device, element, focus, language, lookup};
use crate::{
    domain::receipt::{Receipt, each},
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
    let (language, base) = (language(), base());
    let answers = RwSignal::new(Vec::new());
    let from_address = {
        let base = base.clone();
        move || {
            let code = device::fragment();
            // The skip link leads to a place on the page, and stands in the address too.
            if !code.is_empty() && element(&code).is_none() {
                typed.set(code.clone());
                look(answers, base.clone(), code, false);
            }
        }
    };
    from_address();
    EventListener::new(&window(), "hashchange", move |_| from_address()).forget();
    let ask = {
        let base = base.clone();
        Callback::new(move |typed: String| look(answers, base.clone(), typed, true))
    };
    let traceables = lookup::traceables();
    mount::mount_to(root, move || view! { <FollowView typed answers ask traceables language base /> }).forget();
}

/// Looks up what was typed. A person who asked is taken to the answer; one who came with a code in the address is not.
fn look(answers: RwSignal<Vec<Answer>>, base: String, typed: String, asked: bool) {
    let codes = each(&typed).into_iter().map(|code| match Receipt::try_from(code) {
        Ok(receipt) => Answer::Code(receipt, Looked::Looking),
        Err(why) => Answer::Typo(code.to_owned(), why),
    });
    let codes: Vec<_> = codes.collect();
    let clean = codes.iter().any(|answer| matches!(answer, Answer::Code(..)));
    answers.set(codes.clone());
    spawn_local(async move {
        let traceables = lookup::traceables();
        for (at, answer) in codes.into_iter().enumerate() {
            let Answer::Code(receipt, _) = answer else { continue };
            let looked = lookup::look_up(&base, &traceables, &receipt).await;
            answers.update(|answers| {
                if let Some(place) = answers.get_mut(at) {
                    *place = Answer::Code(receipt, looked);
                }
            });
        }
        if asked && clean {
            Timeout::new(0, || focus(RESULTS)).forget();
        }
    });
}
