//! The top of a page: its title, what it is about, and the land that begins under it.

use super::{mark::hunebed, paragraphs};
use crate::{domain::language::Language, texts::page as say};
use leptos::prelude::*;

/// `facts` are short and shown in one row; `action` is the address of the form, where one can react.
#[component]
pub fn Hero(
    title: String,
    #[prop(optional)] summary: Option<String>,
    #[prop(optional)] facts: Vec<String>,
    #[prop(optional)] action: Option<String>,
    language: Language,
) -> impl IntoView {
    view! {
        <div class="hero">
            <h1 tabindex="-1">{title}</h1>
            {summary.map(|text| view! { <p class="hero__summary">{text}</p> })}
            {action.map(|href| view! { <a class="button button--primary" href=href>{say::react(language)}</a> })}
            {(!facts.is_empty()).then(|| {
                let facts = facts.into_iter().map(|fact| view! { <li>{fact}</li> }).collect_view();
                view! { <ul class="hero__facts">{facts}</ul> }
            })}
            <svg class="hero__scene" viewBox="-9 0 73 42" preserveAspectRatio="xMaxYMax" aria-hidden="true">{hunebed()}</svg>
            <div class="hero__land"></div>
        </div>
    }
}

/// Why this is asked now, in paragraphs.
#[component]
pub fn WhyNow(text: String, language: Language) -> impl IntoView {
    view! {
        <section class="section" aria-labelledby="waarom">
            <h2 id="waarom">{say::why_now(language)}</h2>
            <div>{paragraphs(&text)}</div>
        </section>
    }
}
