//! Who somebody is: asked once a device, before they do anything that others will see.

use super::{Desk, Wish};
use crate::{domain::gathering::Words, texts::desk as t};
use leptos::prelude::*;

/// The question in a room of its own.
#[component]
pub fn WhoRoom(desk: Desk) -> impl IntoView {
    let language = desk.language;
    view! {
        <div class="desk-head">
            <h1 tabindex="-1">{t::who_title(language)}</h1>
            <p class="desk-lead">{t::who_why(language)}</p>
        </div>
        <div class="desk-part"><WhoForm desk class="button button--primary" /></div>
    }
}

/// The field and its button; `class` is that of the button: where it is not what the room is for, it is not filled.
#[component]
pub fn WhoForm(desk: Desk, #[prop(default = "button")] class: &'static str) -> impl IntoView {
    let language = desk.language;
    let typed = RwSignal::new(desk.who.get_untracked().unwrap_or_default());
    let fault = RwSignal::new(String::new());
    let save = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        match Words::of(&typed.read_untracked(), Words::NAME) {
            Ok(name) => desk.act.run(Wish::Be(name)),
            Err(_) => fault.set(t::who_empty(language).into()),
        }
    };
    view! {
        <form class="desk-form" on:submit=save>
            <label for="desk-who">{t::who_label(language)}</label>
            <input
                id="desk-who"
                autocomplete="name"
                maxlength=Words::NAME.to_string()
                required
                prop:value=typed
                on:input=move |event| typed.set(event_target_value(&event))
            />
            <button class=class type="submit">{t::who_save(language)}</button>
            <p role="alert" class="question__error">{fault}</p>
        </form>
    }
}
