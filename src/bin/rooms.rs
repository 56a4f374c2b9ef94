//! The piece of the desk with the rooms that come when somebody goes there.

/// Shows the one of the address; there is no second piece.
#[wasm_bindgen::prelude::wasm_bindgen]
pub fn next(_piece: usize) -> bool {
    beginspraak::browser::desk::later::show();
    false
}

fn main() {}
