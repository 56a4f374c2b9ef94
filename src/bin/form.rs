//! The app of a consultation's page. Natively an empty shell: cargo compiles every binary of the package.

fn main() {
    #[cfg(target_arch = "wasm32")]
    beginspraak::browser::app::form();
}
