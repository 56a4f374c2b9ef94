//! The signpost (wegwijzer): roads from what people said, through themes, to where it landed.
//!
//! Wide, it is one drawing; on a phone and on paper it is a list along a road that gets narrower with every theme that
//! leaves it. A table says the same. Somebody's own way can be marked in all three.
//!
//! - [`layout`]: where everything is in the wide drawing.
//! - [`wide`], [`road`], [`table`]: the three forms.
//! - [`mark`]: the sign of each status, so that colour is never the only one.

pub mod layout;
pub mod mark;
pub mod road;
pub mod table;
pub mod wide;

use crate::{
    domain::{language::Language, signpost::Signpost},
    texts::feedback as t,
};
use leptos::prelude::*;

/// What is marked as the reader's own: places in [`Signpost::themes`].
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Own(pub Option<Vec<usize>>);

impl Own {
    /// The class of a theme: marked, stepped back, or neither.
    pub fn class(&self, base: &str, theme: usize) -> String {
        match &self.0 {
            Some(own) if own.contains(&theme) => format!("{base} {base}--own"),
            Some(_) => format!("{base} {base}--other"),
            None => base.to_owned(),
        }
    }

    /// Whether this theme is the reader's.
    pub fn has(&self, theme: usize) -> bool {
        self.0.as_ref().is_some_and(|own| own.contains(&theme))
    }
}

/// Where on the page a theme is told in full.
pub fn theme_anchor(id: &str) -> String {
    format!("thema-{id}")
}

/// The signpost in its three forms. `page` is the address of the page that tells each theme in full; empty on that page.
#[component]
pub fn SignpostView(signpost: Signpost, own: Own, page: String, language: Language) -> impl IntoView {
    view! {
        <div class="signpost">
            {wide::view(&signpost, &own, &page, language)}
            {road::view(&signpost, &own, &page, language)}
            <details class="signpost__details">
                <summary>{t::signpost_table(language)}</summary>
                {table::view(&signpost, &own, language)}
            </details>
        </div>
    }
}
