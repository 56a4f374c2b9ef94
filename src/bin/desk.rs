//! The app of the desk, for hosts and staff.

/// Starts it; there is no second piece.
#[wasm_bindgen::prelude::wasm_bindgen]
pub fn next(_piece: usize) -> bool {
    beginspraak::browser::desk::start();
    false
}

fn main() {}
