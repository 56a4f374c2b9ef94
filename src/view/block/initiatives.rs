//! Initiatieven: what people already do, that one can join.

use crate::{
    domain::{consultation::Initiative, language::Language},
    texts::page as say,
};
use leptos::prelude::*;

/// All initiatives of a consultation.
#[component]
pub fn InitiativesBlock(initiatives: Vec<Initiative>, language: Language) -> impl IntoView {
    let items = initiatives.into_iter().map(|initiative| {
        let name = initiative.name.get(language).to_owned();
        let link = initiative.url.map(|url| view! { <p><a href=url>{say::initiative_site(&name, language)}</a></p> });
        view! {
            <li>
                <h3>{name}</h3>
                {initiative.place.map(|place| view! { <p class="soft small">{place.get(language).to_owned()}</p> })}
                <p>{initiative.text.get(language).to_owned()}</p>
                {link}
            </li>
        }
    });
    view! {
        <section class="section" aria-labelledby="initiatieven">
            <h2 id="initiatieven">{say::initiatives(language)}</h2>
            <ul class="initiatives">{items.collect_view()}</ul>
        </section>
    }
}
