//! The app that checks and sends, and tells on every page what waits to be sent.

/// Starts a piece of it; whether there is more.
#[wasm_bindgen::prelude::wasm_bindgen]
pub fn next(piece: usize) -> bool {
    beginspraak::browser::app::send(piece)
}

fn main() {}
