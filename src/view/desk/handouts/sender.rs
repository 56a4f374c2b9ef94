//! Whose a sheet is, at the head of it: the site by its name, and who asks.

use crate::view::{block::mark::finger_post, desk::Desk};
use leptos::prelude::*;

/// Who sends it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sender {
    /// What the site is called.
    pub site: String,
    /// Who asks.
    pub organisation: String,
}

impl Sender {
    /// That of the site that one works on.
    pub fn of(desk: Desk) -> Self {
        desk.offer.with_value(|offer| Self { site: offer.name.clone(), organisation: offer.organisation.clone() })
    }
}

/// The head of a sheet.
pub fn head(sender: &Sender) -> impl IntoView + use<> {
    let Sender { site, organisation } = sender.clone();
    let second =
        (!organisation.is_empty() && organisation != site).then(|| view! { <span dir="auto">{organisation}</span> });
    view! {
        <p class="poster__who">
            <svg class="logo" viewBox="0 0 58 42" aria-hidden="true">{finger_post()}</svg>
            <strong dir="auto">{site}</strong>
            {second}
        </p>
    }
}
