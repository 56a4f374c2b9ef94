//! Scale: a radio button for each step, between two named ends. Where they do not fit beside each other they lie under each
//! other, so that each end stays at its own step.

use super::frame::Asked;
use crate::domain::question::Scale;
use leptos::prelude::*;

pub fn view(asked: Asked, kind: &Scale<String>) -> impl IntoView + use<> {
    let steps: Vec<_> = (kind.limits.min..=kind.limits.max)
        .map(|step| {
            let text = step.to_string();
            let first = step == kind.limits.min;
            asked.tick(true, &text, text.clone(), "scale__step", first)
        })
        .collect();
    // So many fit beside each other on a telephone.
    let class = if steps.len() <= 6 { "scale scale--short" } else { "scale" };
    let ends = format!("{} = {}, {} = {}", kind.limits.min, kind.labels.low, kind.limits.max, kind.labels.high);
    let controls = view! {
        <div class=class>
            // Heard before the steps; the eye sees the same words under the ends.
            <p class="visually-hidden">{ends}</p>
            <div class="scale__in">
                <span class="scale__end" aria-hidden="true">{kind.labels.low.clone()}</span>
                <div class="scale__steps">{steps}</div>
                <span class="scale__end" aria-hidden="true">{kind.labels.high.clone()}</span>
            </div>
        </div>
    };
    asked.grouped(controls)
}
