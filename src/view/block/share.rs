//! Passing a page on, by the browser's own sharing or by copying its address.

use crate::{domain::language::Language, texts::stay as say};
use leptos::prelude::*;

/// A button that shares the page it is on under this title. Hidden until the app finds that the browser can do it. What
/// came of it is said in the live region after the button.
#[component]
pub fn Share(title: String, language: Language) -> impl IntoView {
    view! {
        <div class="row share">
            <button
                type="button"
                class="button"
                data-share=title
                data-shared=say::shared(language)
                data-copied=say::copied(language)
                data-not=say::not_shared(language)
                hidden
            >
                {say::share(language)}
            </button>
            <p role="status"></p>
        </div>
    }
}
