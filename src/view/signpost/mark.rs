//! The sign of each status: a shape in a disc, drawn in a square of 24.

use crate::domain::feedback::LandingStatus;
use leptos::prelude::*;

/// The strokes.
fn strokes(status: LandingStatus) -> &'static str {
    match status {
        // A tick.
        LandingStatus::Adopted => "M6 12.5l4 4 8-9",
        // Half a bar filled: a tick with a dash.
        LandingStatus::Partly => "M6 9.5l3.5 3.5L17 6M6 17.5h12",
        // Turned round.
        LandingStatus::ChangedMind => "M18 9a6.5 6.5 0 1 0 .3 5M18.5 4.5V9.5h-5",
        // A cross.
        LandingStatus::Not => "M7 7l10 10M17 7L7 17",
        // An arrow that goes on.
        LandingStatus::PassedOn => "M5 12h13M13 6.5l5.5 5.5-5.5 5.5",
        // Two people.
        LandingStatus::Community => "M8 6.5v.01M16 6.5v.01M4.5 17.5c0-6 7-6 7 0M12.5 17.5c0-6 7-6 7 0",
        // Three dots.
        LandingStatus::StillOpen => "M6.5 12v.01M12 12v.01M17.5 12v.01",
    }
}

/// As a group, for a drawing.
pub fn group(status: LandingStatus, x: f64, y: f64) -> impl IntoView {
    view! {
        <g class=format!("mark mark--{}", status.code()) transform=format!("translate({x:.1} {y:.1})")>
            <circle class="mark__disc" cx="12" cy="12" r="12"/>
            <path class="mark__sign" d=strokes(status)/>
        </g>
    }
}

/// As a picture beside a text that says the same.
pub fn picture(status: LandingStatus) -> impl IntoView {
    view! {
        <svg class=format!("mark mark--{}", status.code()) viewBox="0 0 24 24" aria-hidden="true">
            <circle class="mark__disc" cx="12" cy="12" r="12"/>
            <path class="mark__sign" d=strokes(status)/>
        </svg>
    }
}
