//! Passing a page on, by the browser's own sharing or by copying its address.

use crate::{domain::language::Language, texts::stay as say};
use leptos::prelude::*;

/// A button that shares the page it is on under this title. Hidden until the app finds that the browser can do it. That
/// the address was copied is said once, in the live region after the button.
#[component]
pub fn Share(title: String, language: Language) -> impl IntoView {
    view! {
        <div class="row">
            <button type="button" class="button" data-share=title data-copied=say::copied(language) hidden>
                {say::share(language)}
            </button>
            <p role="status"></p>
        </div>
    }
}
