//! The worker of the desk that makes sites, and shows questions while they are written.

use js_sys::{Array, Map};
use wasm_bindgen::prelude::wasm_bindgen;

/// Makes a site.
#[wasm_bindgen]
pub fn make(order: &str, work: &Map, site: &Map) -> Array {
    beginspraak::worker::make(order, work, site)
}

/// Shows a question.
#[wasm_bindgen]
pub fn preview(order: &str, work: &Map, online: &str) -> Array {
    beginspraak::worker::preview(order, work, online)
}

fn main() {}
