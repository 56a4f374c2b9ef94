//! The app that every page starts first: what holds today, its buttons, its fields. Natively an empty shell: cargo
//! compiles every binary of the package.

/// Starts a piece of it; whether there is more.
#[cfg(target_arch = "wasm32")]
#[wasm_bindgen::prelude::wasm_bindgen]
pub fn next(piece: usize) -> bool {
    beginspraak::browser::app::page(piece)
}

fn main() {}
