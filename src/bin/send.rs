//! The app that checks and sends, and tells on every page what waits to be sent. Natively an empty shell: cargo compiles
//! every binary of the package.

fn main() {
    #[cfg(target_arch = "wasm32")]
    beginspraak::browser::app::send();
}
