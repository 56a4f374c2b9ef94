//! Who decides, when, about what.

use crate::{
    domain::{consultation::Decision, language::Language},
    texts::page as say,
};
use leptos::prelude::*;

/// The decision in three lines.
#[component]
pub fn DecisionBlock(decision: Decision, language: Language) -> impl IntoView {
    view! {
        <section class="section" aria-labelledby="besluit">
            <h2 id="besluit">{say::decision(language)}</h2>
            <dl class="decision">
                <div><dt>{say::decision_who(language)}</dt><dd>{decision.who.get(language).to_owned()}</dd></div>
                <div>
                    <dt>{say::decision_when(language)}</dt>
                    <dd><time datetime=decision.when.to_string()>{decision.when.written(language)}</time></dd>
                </div>
                <div><dt>{say::decision_about(language)}</dt><dd>{decision.about.get(language).to_owned()}</dd></div>
            </dl>
        </section>
    }
}
