//! The app that every page starts first: what holds today, its buttons, its fields.

/// Starts a piece of it; whether there is more.
#[wasm_bindgen::prelude::wasm_bindgen]
pub fn next(piece: usize) -> bool {
    beginspraak::browser::app::page(piece)
}

fn main() {}
