//! Dilemmas: two sides facing each other, each with what it gives and what it costs.

use crate::{
    domain::{
        language::{Language, Localised},
        question::{Dilemma, Side},
    },
    texts::page as say,
};
use leptos::prelude::*;

/// All dilemmas of a consultation.
#[component]
pub fn DilemmasBlock(dilemmas: Vec<Dilemma<Localised>>, language: Language) -> impl IntoView {
    let each = dilemmas.into_iter().map(|dilemma| {
        let dilemma = dilemma.map(&mut |text: Localised| text.get(language).to_owned());
        let (title, intro) = (dilemma.title.clone(), dilemma.intro.clone());
        view! {
            <div class="dilemma">
                <h3>{title}</h3>
                {intro.map(|text| view! { <p>{text}</p> })}
                <DilemmaSides dilemma language/>
            </div>
        }
    });
    view! {
        <section class="section section--wide" aria-labelledby="dilemmas">
            <h2 id="dilemmas">{say::dilemmas(language)}</h2>
            {each.collect_view()}
        </section>
    }
}

/// The two sides of one dilemma, without its title: also used inside the question about it.
#[component]
pub fn DilemmaSides(dilemma: Dilemma<String>, language: Language) -> impl IntoView {
    let [left, right] = dilemma.sides;
    view! {
        <div class="dilemma__sides">
            {side(left, language)}
            <span class="stone dilemma__or">{say::or(language)}</span>
            {side(right, language)}
        </div>
    }
}

fn side(side: Side<String>, language: Language) -> impl IntoView {
    let list = |title: &'static str, class: &'static str, items: Vec<String>| {
        (!items.is_empty()).then(|| {
            let items = items.into_iter().map(|item| view! { <li>{item}</li> }).collect_view();
            view! { <p class="dilemma__sort">{title}</p><ul class=class>{items}</ul> }
        })
    };
    view! {
        <div class="dilemma__side">
            <p class="dilemma__name">{side.label}</p>
            {list(say::gains(language), "dilemma__gains", side.gains)}
            {list(say::costs(language), "dilemma__costs", side.costs)}
        </div>
    }
}
