//! Letting a helper join with a device of their own: a code, and the same as a link.

use super::{Desk, rooms::Errand};
use crate::{
    domain::{
        gathering::{Gathering, GatheringId, place::Key},
        room::Room,
    },
    files::invitation::MOST,
    texts::{desk, join as t},
    view::qr::PrintedQr,
};
use leptos::prelude::*;
use std::sync::Arc;

/// The part of the room about it. `invitation`: of which gathering it was made, and the address.
#[component]
pub fn Helper(
    desk: Desk,
    id: GatheringId,
    gathering: Memo<Arc<Gathering>>,
    invitation: RwSignal<Option<(GatheringId, String)>>,
    errand: Callback<Errand>,
) -> impl IntoView {
    let language = desk.language;
    let disputed = Memo::new(move |_| {
        let known = |key: &Key| {
            matches!(
                key,
                Key::About | Key::Day | Key::Begin | Key::Place | Key::Hosts | Key::Ask | Key::Route | Key::Stop(..)
            )
        };
        gathering.with(|gathering| gathering.conflicts.iter().any(|conflict| known(&conflict.key)))
    });
    // Who changes what is known has to make another code.
    Effect::new(move |before: Option<Arc<Gathering>>| {
        let now = gathering.get();
        let known = |gathering: &Gathering| {
            let Gathering { about, ask, place, day, begins, hosts, stops, .. } = gathering.clone();
            (about, ask, place, day, begins, hosts, stops)
        };
        if before.is_some_and(|before| known(&before) != known(&now)) {
            invitation.set(None);
        }
        now
    });
    let address = Memo::new(move |_| invitation.get().filter(|(of, _)| *of == id).map(|(_, address)| address));
    let show = move || {
        match (id.is_practice(), disputed.get(), address.get()) {
        (true, ..) => view! { <p>{t::practised(language)}</p> }.into_any(),
        (_, true, _) => view! { <p>{t::disputed(language)}</p> }.into_any(),
        (.., None) => view! {
            <p><button class="button" type="button" on:click=move |_| errand.run(Errand::Invite(id))>{t::show(language)}</button></p>
        }
        .into_any(),
        (.., Some(address)) => view! {
            <p><strong>{t::beware(language)}</strong></p>
            {code(desk, &address)}
            <div>
                <label for="desk-link">{t::link(language)}</label>
                <input id="desk-link" readonly dir="ltr" prop:value=address on:focus=select />
            </div>
            <p><button class="button" type="button" on:click=move |_| errand.run(Errand::CopyLink)>{t::copy(language)}</button></p>
            <p>{t::back(language)}</p>
        }
        .into_any(),
    }
    };
    view! {
        <section class="desk-points">
            <h2>{t::help(language)}</h2>
            <p>{t::help_lead(language)}</p>
            <div class="desk-form">{show}</div>
        </section>
    }
}

/// The code, or what to do where there is too much for one.
fn code(desk: Desk, address: &str) -> impl IntoView + use<> {
    let language = desk.language;
    let fits = address.len() <= MOST;
    let drawn = fits.then(|| {
        view! { <PrintedQr text=address.to_owned() label=t::code(language).to_owned() class="desk-invitation sheet__qr" /> }
    });
    let instead = (!fits).then(|| {
        view! { <p>{t::too_large(language)}" "<a href=Room::Files.href()>{desk::to_files(language)}</a></p> }
    });
    view! { {drawn}{instead} }
}

/// Whoever goes to the link is about to copy it.
fn select(event: leptos::ev::FocusEvent) {
    use leptos::wasm_bindgen::JsCast;
    if let Some(field) = event.target().and_then(|field| field.dyn_into::<leptos::web_sys::HtmlInputElement>().ok()) {
        field.select();
    }
}
