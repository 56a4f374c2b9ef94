//! The sign of each status: a shape in a disc, drawn in a square of 24.

use crate::domain::feedback::LandingStatus;
use leptos::prelude::*;

/// Its lines, and what is filled.
fn shapes(status: LandingStatus) -> (&'static str, &'static str) {
    match status {
        // A tick.
        LandingStatus::Adopted => ("M6 12.5l4 4 8-9", ""),
        // A disc that is half full.
        LandingStatus::Partly => ("M12 5a7 7 0 1 0 .01 0", "M12 5a7 7 0 0 0 0 14z"),
        // Turned back.
        LandingStatus::ChangedMind => ("M7 18.5V10.5a4.6 4.6 0 0 1 9.2 0V17M12.6 13.6l3.6 3.9 3.6-3.9", ""),
        // A cross.
        LandingStatus::Not => ("M7 7l10 10M17 7L7 17", ""),
        // An arrow that goes on.
        LandingStatus::PassedOn => ("M5 12h13M13 6.5l5.5 5.5-5.5 5.5", ""),
        // Three people.
        LandingStatus::Community => (
            "",
            "M12 4.6a2.9 2.9 0 1 0 .01 0M7.2 19c0-4.3 1.9-7 4.8-7s4.8 2.7 4.8 7zM5.6 7.4a2.1 2.1 0 1 0 .01 0M2.4 17.3c0-3.1 \
             1.3-4.9 3.2-4.9.8 0 1.4.3 1.9.7-1 1.2-1.6 2.5-1.8 4.2zM18.4 7.4a2.1 2.1 0 1 0 .01 0M21.6 17.3c0-3.1-1.3-4.9-3.2-4.9\
             -.8 0-1.4.3-1.9.7 1 1.2 1.6 2.5 1.8 4.2z",
        ),
        // A clock.
        LandingStatus::StillOpen => ("M12 5a7 7 0 1 0 .01 0M12 8.5V12l2.6 1.8", ""),
    }
}

/// As a picture beside a text that says the same.
pub fn picture(status: LandingStatus) -> impl IntoView {
    let (lines, filled) = shapes(status);
    view! {
        <svg class=format!("mark mark--{}", status.code()) viewBox="0 0 24 24" aria-hidden="true">
            <circle class="mark__disc" cx="12" cy="12" r="12"/>
            <path class="mark__sign" d=lines/>
            <path class="mark__fill" d=filled/>
        </svg>
    }
}
