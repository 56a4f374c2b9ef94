//! The documents a text is based on, and whom to ask about it.

use super::reference;
use crate::{
    domain::{
        consultation::{Owner, Reference},
        language::Language,
    },
    texts::page as say,
};
use leptos::prelude::*;

/// Sources and owner of a consultation.
#[component]
pub fn SourcesBlock(sources: Vec<Reference>, owner: Owner, language: Language) -> impl IntoView {
    let items = sources.iter().map(|source| view! { <li>{reference(source, language)}</li> }).collect_view();
    let mail = owner.email.map(|email| {
        let href = format!("mailto:{email}");
        view! { ", "<a href=href>{email}</a> }
    });
    view! {
        <section class="section" aria-labelledby="bronnen">
            <h2 id="bronnen">{say::sources(language)}</h2>
            <div class="stack">
                <ul class="sources">{items}</ul>
                <p>{say::owner(language)}" "{owner.name.get(language).to_owned()}{mail}</p>
            </div>
        </section>
    }
}
