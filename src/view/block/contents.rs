//! The list of contents of a long page, under its title.

use crate::{domain::language::Language, texts::page as say};
use leptos::prelude::*;

/// Links to the headings with these ids. Folded away where there is little room.
#[component]
pub fn Contents(headings: Vec<(&'static str, &'static str)>, language: Language) -> impl IntoView {
    let items = headings.into_iter().map(|(id, text)| view! { <li><a href=format!("#{id}")>{text}</a></li> });
    view! {
        <nav class="contents" aria-label=say::contents(language)>
            <details class="unfold">
                <summary>{say::contents(language)}</summary>
                <ul>{items.collect_view()}</ul>
            </details>
        </nav>
    }
}
