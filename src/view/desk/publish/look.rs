//! The pages as they will be, to click through. In the frame nothing runs, so it can send nothing and keeps nothing.

use super::{FRAME, Look, Press, WINDOW, Want};
use crate::{files::release::report::Report, texts::publishing as t, view::desk::Desk};
use leptos::prelude::*;

/// The part of the room.
pub fn look(desk: Desk, press: RwSignal<Press>, report: &Report, want: Callback<Want>) -> impl IntoView + use<> {
    let language = desk.language;
    let now = Memo::new(move |_| press.with(|press| press.look.as_ref().map(|(look, _)| *look).unwrap_or_default()));
    let change = move |change: &dyn Fn(&mut Look)| {
        let mut look = now.get_untracked();
        change(&mut look);
        want.run(Want::Look(look));
    };
    let options: Vec<_> = report
        .pages
        .iter()
        .enumerate()
        .map(|(at, (_, title))| {
            view! { <option value=at.to_string() prop:selected=move || now.with(|look| look.page == at)>{title.clone()}</option> }
        })
        .collect();
    let choice = move |name: &'static str,
                       all: [(&'static str, bool); 2],
                       is: fn(&Look) -> bool,
                       set: fn(&mut Look, bool)| {
        all.map(|(text, value)| {
            view! {
                <label class="choice">
                    <input type="radio" name=name prop:checked=move || now.with(is) == value on:change=move |_| change(&|look| set(look, value)) />
                    <span>{text}</span>
                </label>
            }
        })
        .into_iter()
        .collect::<Vec<_>>()
    };
    let frame = move || {
        press.with(|press| press.look.clone()).map(|(look, text)| {
            let class = if look.wide { "desk-frame desk-frame--wide" } else { "desk-frame" };
            view! { <iframe id=FRAME class=class title=t::look(language) sandbox="allow-same-origin" srcdoc=text on:load=move |_| want.run(Want::Looked)></iframe> }
        })
    };
    view! {
        <section class="desk-card desk-card--whole">
            <h2>{t::look(language)}</h2>
            <p>{t::look_help(language)}</p>
            <p>
                <label for="publish-page">{t::page(language)}</label>
                <select id="publish-page" on:change=move |event| change(&|look| look.page = event_target_value(&event).parse().unwrap_or_default())>{options}</select>
            </p>
            <div class="desk-looks">
                <fieldset class="desk-choices">
                    <legend>{t::width(language)}</legend>
                    {choice("publish-width", [(t::phone(language), false), (t::laptop(language), true)], |look| look.wide, |look, to| look.wide = to)}
                </fieldset>
                <fieldset class="desk-choices">
                    <legend>{t::light(language)}</legend>
                    {choice("publish-dark", [(t::bright(language), false), (t::dark(language), true)], |look| look.dark, |look, to| look.dark = to)}
                </fieldset>
            </div>
            <div class="desk-look" id=WINDOW>{frame}</div>
        </section>
    }
}
