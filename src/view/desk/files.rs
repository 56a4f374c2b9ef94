//! Everything in one file, and everything back from it; and in a folder that others work in too.

use super::{
    Desk, FILE,
    conflicts::Disputed,
    folder::{FolderPart, FolderStanding},
    rooms::Errand,
};
use crate::texts::desk as t;
use leptos::prelude::*;

/// The room.
#[component]
pub fn FilesRoom(desk: Desk, folder: RwSignal<FolderStanding>, errand: Callback<Errand>) -> impl IntoView {
    let language = desk.language;
    view! {
        <Disputed desk />
        <div class="desk-part desk-parts">
            <section class="desk-card">
                <h2>{t::backup_make(language)}</h2>
                <p>{t::backup_make_help(language)}</p>
                <p>
                    <button
                        class="button button--primary"
                        type="button"
                        disabled=move || desk.safety.with(|safety| safety.lines == 0)
                        on:click=move |_| errand.run(Errand::BackUp)
                    >
                        {t::backup_make(language)}
                    </button>
                </p>
            </section>
            <section class="desk-card">
                <h2>{t::hand_over(language)}</h2>
                <div class="desk-form">
                    <label for=FILE>{t::backup_back(language)}</label>
                    <p class="soft" id="desk-file-help">{t::backup_back_help(language)}</p>
                    <input
                        id=FILE
                        type="file"
                        accept=".zip,application/zip"
                        aria-describedby="desk-file-help"
                        on:change=move |_| errand.run(Errand::PutBack)
                    />
                </div>
            </section>
            <FolderPart desk standing=folder errand />
        </div>
    }
}
