//! The app of the pages about what is on the device. Natively an empty shell: cargo compiles
//! every binary of the package.

/// Starts a piece of it; whether there is more.
#[cfg(target_arch = "wasm32")]
#[wasm_bindgen::prelude::wasm_bindgen]
pub fn next(piece: usize) -> bool {
    beginspraak::browser::app::device(piece)
}

fn main() {}
