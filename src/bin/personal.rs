//! The piece that asks about personal data on the check page. Natively an empty shell: cargo compiles every binary of the
//! package.

/// Asks, of what the check page shows; there is no second piece.
#[cfg(target_arch = "wasm32")]
#[wasm_bindgen::prelude::wasm_bindgen]
pub fn next(_piece: usize) -> bool {
    beginspraak::browser::personal::ask();
    false
}

fn main() {}
