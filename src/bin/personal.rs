//! The piece that asks about personal data on the check page.

/// Asks, of what the check page shows; there is no second piece.
#[wasm_bindgen::prelude::wasm_bindgen]
pub fn next(_piece: usize) -> bool {
    beginspraak::browser::personal::ask();
    false
}

fn main() {}
