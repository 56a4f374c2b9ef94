//! Looking up by receipt: the field, with the code that stands after the `#` in the address.

use super::{device, element};
use crate::{
    domain::language::Language,
    view::follow::{FollowView, ROOT},
};
use leptos::{mount, prelude::*};

/// Shows the field, on the page that has a place for it.
pub fn start(language: Language) {
    let Some(root) = element(ROOT) else { return };
    let code = device::fragment();
    mount::mount_to(root, move || view! { <FollowView code language /> }).forget();
}
