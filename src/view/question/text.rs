//! Story and text: a text box with a counter.

use super::frame::Asked;
use crate::domain::question::text::TextLimits;
use leptos::prelude::*;

pub fn view(asked: Asked, limits: &TextLimits, rows: u8) -> impl IntoView + use<> {
    let control = asked.area("", asked.focus_id(), rows, limits.max_chars);
    asked.labelled(control)
}
