//! The piece of the desk in which staff write questions and publish.

/// Shows the room of the address; there is no second piece.
#[wasm_bindgen::prelude::wasm_bindgen]
pub fn next(_piece: usize) -> bool {
    beginspraak::browser::desk::staff::show();
    false
}

fn main() {}
