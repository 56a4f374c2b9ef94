//! Everything in one file, and everything back from it.

use super::{Desk, FILE, Wish};
use crate::texts::desk as t;
use leptos::prelude::*;

/// The part of the home about it.
#[component]
pub fn BackUp(desk: Desk) -> impl IntoView {
    let language = desk.language;
    view! {
        <section class="desk-card" id="desk-backup">
            <h2>{t::backup(language)}</h2>
            <p>{t::backup_lead(language)}</p>
            <p>
                <button
                    class="button"
                    type="button"
                    disabled=move || desk.safety.with(|safety| safety.lines == 0)
                    on:click=move |_| desk.act.run(Wish::BackUp)
                >
                    {t::backup_make(language)}
                </button>
            </p>
            <div class="desk-form">
                <label for=FILE>{t::backup_back(language)}</label>
                <p class="soft" id="desk-file-help">{t::backup_back_help(language)}</p>
                <input
                    id=FILE
                    type="file"
                    accept=".zip,application/zip"
                    aria-describedby="desk-file-help"
                    on:change=move |_| desk.act.run(Wish::PutBack)
                />
            </div>
        </section>
    }
}
