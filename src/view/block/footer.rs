//! The foot of every page: how to reach a person, and what happens with a reaction.

use crate::{
    domain::{language::Language, route::Route, site::Contact},
    texts::page as say,
};
use leptos::prelude::*;

/// The foot of a page.
#[component]
pub fn Footer(organisation: String, contact: Contact, base: String, language: Language) -> impl IntoView {
    let mail = format!("mailto:{}", contact.email);
    let call = format!("tel:{}", contact.phone.replace(' ', ""));
    view! {
        <footer class="footer">
            <section>
                <h2>{say::contact(language)}</h2>
                <p><a href=mail>{contact.email}</a></p>
                <p><a href=call>{contact.phone}</a></p>
                <p>{say::post(language)}" "{contact.post.get(language).to_owned()}</p>
            </section>
            <section>
                <h2>{organisation}</h2>
                <p>{say::privacy_short(language)}</p>
                <p><a href=Route::About.href(&base, language)>{say::privacy_link(language)}</a></p>
            </section>
        </footer>
    }
}
