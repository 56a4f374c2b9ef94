//! The app that checks and sends, and tells on every page what waits to be sent. Natively an empty shell: cargo compiles
//! every binary of the package.

/// Starts a piece of it; whether there is more.
#[cfg(target_arch = "wasm32")]
#[wasm_bindgen::prelude::wasm_bindgen]
pub fn next(piece: usize) -> bool {
    beginspraak::browser::app::send(piece)
}

fn main() {}
