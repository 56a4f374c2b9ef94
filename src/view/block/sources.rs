//! The documents a text is based on, and whom to ask about it.

use super::reference;
use crate::{
    domain::{
        consultation::{Owner, Reference, SeenBy},
        language::Language,
    },
    texts::page as say,
};
use leptos::prelude::*;

/// Sources and owner of a consultation, and who else read it.
#[component]
pub fn SourcesBlock(sources: Vec<Reference>, owner: Owner, seen: Option<SeenBy>, language: Language) -> impl IntoView {
    let items = sources.iter().map(|source| view! { <li>{reference(source, language)}</li> }).collect_view();
    let mail = owner.email.map(|email| {
        let href = format!("mailto:{email}");
        view! { ", "<a href=href>{email}</a> }
    });
    let seen = seen.map(|seen| {
        view! { <p class="small">{say::seen_by(seen.role.get(language), seen.on, language)}</p> }
    });
    view! {
        <section class="section" aria-labelledby="bronnen">
            <h2 id="bronnen">{say::sources(language)}</h2>
            <div class="stack">
                <ul class="sources">{items}</ul>
                <p>{say::owner(language)}" "{owner.name.get(language).to_owned()}{mail}</p>
                {seen}
            </div>
        </section>
    }
}
