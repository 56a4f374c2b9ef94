//! The app of the pages about what is on the device.

/// Starts a piece of it; whether there is more.
#[wasm_bindgen::prelude::wasm_bindgen]
pub fn next(piece: usize) -> bool {
    beginspraak::browser::app::device(piece)
}

fn main() {}
