//! The app that drives the fields of a form. Natively an empty shell: cargo compiles every binary of the package.

fn main() {
    #[cfg(target_arch = "wasm32")]
    beginspraak::browser::app::fields();
}
