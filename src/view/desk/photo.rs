//! A photo of a flip chart or of sticky notes, beside the field in which one types over what is on it. It is nowhere but in
//! this window.

use super::{Desk, PHOTO, Wish};
use crate::texts::photo as t;
use leptos::prelude::*;

/// Where it is chosen.
#[component]
pub fn ChoosePhoto(desk: Desk) -> impl IntoView {
    let language = desk.language;
    view! {
        <details class="desk-around">
            <summary>{t::title(language)}</summary>
            <div class="desk-form">
                <div>
                    <label for=PHOTO>{t::choose(language)}</label>
                    <p class="soft" id="desk-photo-help">{t::help(language)}</p>
                    <input
                        id=PHOTO
                        type="file"
                        accept="image/*"
                        aria-describedby="desk-photo-help"
                        on:change=move |_| desk.act.run(Wish::Photo)
                    />
                </div>
            </div>
        </details>
    }
}

/// Where it shows; nothing while there is none.
#[component]
pub fn ShownPhoto(desk: Desk) -> impl IntoView {
    let language = desk.language;
    let (large, broken) = (RwSignal::new(false), RwSignal::new(false));
    let shown = move |address: String| {
        large.set(false);
        broken.set(false);
        let size = move || if large.get() { t::whole(language) } else { t::larger(language) };
        view! {
            <div class="desk-photo">
                // Who can't use a mouse scrolls it too.
                <div class="desk-photo__frame" tabindex="0" role="group" aria-label=t::alt(language) hidden=broken>
                    <img src=address alt="" class:desk-photo--large=large on:error=move |_| broken.set(true) />
                </div>
                <p role="alert">{move || broken.get().then(|| t::not_shown(language))}</p>
                <p class="row">
                    <button class="button" type="button" hidden=broken on:click=move |_| large.update(|large| *large = !*large)>{size}</button>
                    <button class="button" type="button" on:click=move |_| desk.act.run(Wish::NoPhoto)>{t::away(language)}</button>
                </p>
            </div>
        }
    };
    move || desk.photo.get().map(shown)
}
