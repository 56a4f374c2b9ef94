//! The app of the pages about what is on the device. Natively an empty shell: cargo compiles every binary of the package.

fn main() {
    #[cfg(target_arch = "wasm32")]
    beginspraak::browser::app::device();
}
