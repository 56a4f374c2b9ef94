//! The companion command `beginspraak`. For the browser an empty shell: there the binaries are in `src/bin`.
#![cfg_attr(target_arch = "wasm32", no_main)]
#![cfg(not(target_arch = "wasm32"))]

fn main() -> std::process::ExitCode {
    beginspraak::native::main()
}
