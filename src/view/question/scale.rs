//! Scale: a radio button for each step, between two named ends.

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
    let ends = format!("{} = {}, {} = {}", kind.limits.min, kind.labels.low, kind.limits.max, kind.labels.high);
    let controls = view! {
        <div class="scale">
            // Heard before the steps; the eye sees the same words under the ends.
            <p class="visually-hidden">{ends}</p>
            <div class="scale__steps">{steps}</div>
            <p class="scale__ends" aria-hidden="true">
                <span>{kind.labels.low.clone()}</span>
                <span>{kind.labels.high.clone()}</span>
            </p>
        </div>
    };
    asked.grouped(controls)
}
