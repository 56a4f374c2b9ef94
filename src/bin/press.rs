//! The worker of the desk that makes sites.

use js_sys::{Array, Map};

/// Answers an order.
#[wasm_bindgen::prelude::wasm_bindgen]
pub fn make(order: &str, work: &Map, site: &Map) -> Array {
    beginspraak::worker::make(order, work, site)
}

fn main() {}
