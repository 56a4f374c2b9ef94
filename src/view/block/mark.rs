//! The mark of the product: a hunebed before the rising sun, stones that carry a stone together. Such stones lie all
//! over the site.

use leptos::prelude::*;

/// The sun, drawn in (-9, 21) to (33, 42).
pub const SUN: &str = "M-9 42a21 21 0 0 1 42 0z";

/// Three standing stones and the one they carry, drawn in (4, 4) to (61, 41), with a line of 3 around them.
pub const STONES: &str = "M10 41l-1-11 5-5 6 2 2 14zM28 41l1-11 5-4 5 4 1 11zM46 41l1-12 6-4 5 5 1 11zM4 19l5-8 14-6 20-1 15 5 3 7-10 4-28 2z";

/// The sun and the stones, in (-9, 0) to (64, 43).
pub fn hunebed() -> impl IntoView {
    view! {
        <path class="mark__sun" d=SUN/>
        <path class="mark__stones" d=STONES/>
    }
}

/// A stone around (0, 0), some 34 wide.
pub const STONE: &str = "M-17 3C-18-9-9-17 2-17S18-8 17 4 9 16-2 16-16 12-17 3z";
