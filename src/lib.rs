//! Beginspraak: asks people for input at the beginning of policy, and tells each of them where it landed.
//!
//! The map of the house. Data flows one way: person, network, storage and clock give events to the pure `domain`,
//! whose outcome `view` shows and the edges perform.
//!
//! - [`domain`]: the rules, pure, shared by browser, collector and publisher.
//! - [`content`]: content files into domain types, with every problem reported.
//! - [`texts`]: every sentence on a screen, in Dutch and English.
//! - [`view`]: Leptos components, prerendered natively; what comes later is made in the browser.
//! - `browser`: the edges of the resident's app (storage, network, clock, randomness, page).
//! - `native`: the edges of the companion command (files, SQLite, HTTP).

// A page is one deep type: each element holds those inside it.
#![recursion_limit = "512"]

pub mod content;
pub mod domain;
pub mod texts;
pub mod view;

#[cfg(target_arch = "wasm32")]
pub mod browser;

#[cfg(not(target_arch = "wasm32"))]
pub mod native;
