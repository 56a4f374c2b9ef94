//! A notice above everything else, such as "this is an example".

use crate::{domain::language::Language, texts::page as say};
use leptos::prelude::*;

/// A band with one text, in a landmark of its own between header and main.
#[component]
pub fn Notice(text: String, language: Language) -> impl IntoView {
    view! { <aside class="notice" aria-label=say::notice(language)><p>{text}</p></aside> }
}
