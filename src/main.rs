//! Two mains: the resident's app in the browser, the companion command `beginspraak` everywhere else.

#[cfg(target_arch = "wasm32")]
fn main() {
    beginspraak::browser::start();
}

#[cfg(not(target_arch = "wasm32"))]
fn main() -> std::process::ExitCode {
    beginspraak::native::main()
}
