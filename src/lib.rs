//! Beginspraak: asks people for input at the beginning of policy, and tells each of them where it landed.
//!
//! The map of the house, from the ground up: each layer names only those that stand before it in this list, and
//! `tests/layers` sees to that. What happens comes in at an edge (`browser`, `native`), which asks [`domain`] what follows,
//! shows that with [`view`], and does the rest itself: sending, storing, writing files.
//!
//! - [`domain`]: the rules, pure, shared by browser, collector and publisher.
//! - [`files`]: what stands in files: read with every problem reported, and written.
//! - [`texts`]: every sentence on a screen, in Dutch and English.
//! - [`view`]: Leptos components, prerendered natively; what comes later is made in the browser.
//! - `press`: makes a site: content, apps and a day become files in memory.
//! - `browser`: the edges of the resident's app (storage, network, clock, randomness, page).
//! - `worker`: the edge of the worker that makes sites in the desk.
//! - `native`: the edges of the companion command (disk, SQLite, HTTP).

// A page is one deep type: each element holds those inside it.
#![recursion_limit = "512"]

#[cfg(all(feature = "csr", feature = "ssr"))]
compile_error!("With both `csr` and `ssr` every event is silently off: add `--no-default-features` for the browser.");
#[cfg(not(any(feature = "csr", feature = "ssr")))]
compile_error!("Choose `--features csr` for an app of the browser, or `ssr` for what makes pages.");

pub mod domain;
pub mod files;
pub mod texts;
pub mod view;

#[cfg(feature = "ssr")]
pub mod press;

#[cfg(all(target_arch = "wasm32", feature = "csr"))]
pub mod browser;

#[cfg(all(target_arch = "wasm32", feature = "ssr"))]
pub mod worker;

#[cfg(all(not(target_arch = "wasm32"), feature = "ssr"))]
pub mod native;
