//! The top of a page: its title, what it is about, and the land that begins under it.

use super::{badges, mark::finger_post, paragraphs};
use crate::{
    domain::{consultation::Status, language::Language, span::Dated},
    texts::page as say,
};
use leptos::prelude::*;

/// `statuses` and `dates` say how it stands, each on its own days; with `facts`, which are short, the dates stand in one
/// row; `action` is the address of the form, where one can react, and `answer` leads to what was told back;
/// `invite` stands under the words of a page without these.
#[component]
pub fn Hero(
    title: String,
    #[prop(optional)] summary: Option<String>,
    #[prop(optional)] statuses: Vec<Dated<Status>>,
    #[prop(optional)] dates: Vec<Dated<String>>,
    #[prop(optional)] facts: Vec<String>,
    #[prop(optional_no_strip)] action: Option<String>,
    #[prop(optional_no_strip)] answer: Option<(String, String)>,
    #[prop(optional_no_strip)] invite: Option<AnyView>,
    #[prop(optional_no_strip)] picture: Option<AnyView>,
    language: Language,
) -> impl IntoView {
    let class = if action.is_some() { "button" } else { "button button--primary" };
    view! {
        <div class="hero">
            {(!statuses.is_empty()).then(|| view! { <p class="hero__status">{badges(&statuses, language)}</p> })}
            <h1 tabindex="-1">{title}</h1>
            {summary.map(|text| view! { <p class="hero__summary">{text}</p> })}
            {(action.is_some() || answer.is_some()).then(|| view! {
                <p class="hero__actions">
                    {action.map(|href| view! { <a class="button button--primary" href=href>{say::react(language)}</a> })}
                    {answer.map(|(href, text)| view! { <a class=class href=href>{text}</a> })}
                </p>
            })}
            {(!dates.is_empty() || !facts.is_empty()).then(|| {
                let facts = dates.into_iter().chain(facts.into_iter().map(Dated::always)).map(fact).collect_view();
                view! { <ul class="hero__facts">{facts}</ul> }
            })}
            {invite}
            {picture.unwrap_or_else(|| view! {
                <svg class="hero__scene" viewBox="0 0 58 42" preserveAspectRatio="xMaxYMax" aria-hidden="true">{finger_post()}</svg>
                <div class="hero__land"></div>
            }.into_any())}
        </div>
    }
}

fn fact(fact: Dated<String>) -> impl IntoView {
    let (from, until) = (fact.from(), fact.until());
    view! { <li data-from=from data-until=until hidden=fact.hidden>{fact.what}</li> }
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
