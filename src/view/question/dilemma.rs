//! Dilemma: both sides with what they gain and cost, five steps between them, and why.

use super::frame::Asked;
use crate::{
    domain::question::{DilemmaQuestion, dilemma::LEAN},
    texts::form as t,
    view::block::DilemmaSides,
};
use leptos::prelude::*;

pub fn view(asked: Asked, kind: &DilemmaQuestion<String>) -> impl IntoView + use<> {
    let (language, id) = (asked.language, format!("{}_reason", asked.focus_id()));
    let [first, second] = &kind.dilemma.sides;
    let steps: Vec<_> = (-LEAN..=LEAN)
        .map(|lean| {
            let label = t::lean(language, lean, &first.label, &second.label);
            asked.tick(true, &lean.to_string(), label, "lean__step", lean == -LEAN)
        })
        .collect();
    let reason = asked.area("reason", id.clone(), 3, kind.limits.max_chars);
    let controls = view! {
        <DilemmaSides dilemma=kind.dilemma.clone() language />
        <div class="lean"><div class="lean__steps">{steps}</div></div>
        <label for=id>{t::reason(language)}</label>
        {reason}
    };
    asked.grouped(controls)
}
