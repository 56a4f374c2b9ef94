//! For which phase of policy input is asked: making it, doing it or looking back; and the rules that hold.

use super::reference;
use crate::{
    domain::{
        consultation::{Law, LawPhase},
        language::Language,
    },
    texts::page as say,
};
use leptos::prelude::*;

/// The phases in a row, with this one marked.
#[component]
pub fn LawBlock(law: Law, language: Language) -> impl IntoView {
    let phases = LawPhase::ALL.map(|phase| {
        let (name, meaning) = say::phase(phase, language);
        let here = phase == law.phase;
        let meaning = here.then(|| view! { <p>{meaning}</p> });
        view! { <li class="law__phase" aria-current=here.then_some("step")><b>{name}</b>{meaning}</li> }
    });
    let rules = law.ordinance.map(|ordinance| {
        view! { <p class="small">{say::ordinance(language)}" "{reference(&ordinance, language)}</p> }
    });
    view! {
        <section class="section" aria-labelledby="fase">
            <h2 id="fase">{say::law(language)}</h2>
            <div class="stack">
                <ol class="law">{phases.into_iter().collect::<Vec<_>>()}</ol>
                {rules}
            </div>
        </section>
    }
}
