//! The mark of the product: a finger-post before the rising sun. And the stones that lie all over the site.

use leptos::prelude::*;

/// The sun, drawn in (0, 15) to (54, 42).
pub const SUN: &str = "M0 42a27 27 0 0 1 54 0z";

/// A post with an arm to either side, drawn in (2, 1) to (57, 42).
pub const POST: &str = "M24 42V4l3-3 3 3v38zM15 6h33l9 6.5L48 19H15zM40 23v13H11l-9-6.5 9-6.5z";

/// The sun and the post, in (0, 0) to (58, 42).
pub fn finger_post() -> impl IntoView {
    view! {
        <path class="mark__sun" d=SUN/>
        <path class="mark__post" d=POST/>
    }
}

/// A stone around (0, 0), some 34 wide.
pub const STONE: &str = "M-17 3C-18-9-9-17 2-17S18-8 17 4 9 16-2 16-16 12-17 3z";
