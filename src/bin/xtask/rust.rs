//! Sees to the parts of the Rust toolchain that are not always there: the wasm target, rustfmt and clippy.

use std::env;
use std::ffi::OsStr;
use std::path::Path;
use std::process::Command;

use crate::error::Error;
use crate::steps::Steps;

/// The target the browser runs.
pub const WASM: &str = "wasm32-unknown-unknown";

/// Adds the wasm target if this compiler has no standard library for it.
pub fn ensure_wasm_target(steps: &mut Steps) -> Result<(), Error> {
    let mut rustc = Command::new("rustc");
    rustc.args(["--print", "target-libdir", "--target", WASM]);
    if printed(&mut rustc).is_some_and(|dir| Path::new(dir.trim()).exists()) {
        return Ok(());
    }
    rustup(steps, &["target", "add", WASM])
}

/// Adds rustfmt and clippy if they are missing.
pub fn ensure_components(steps: &mut Steps) -> Result<(), Error> {
    for (subcommand, component) in [("fmt", "rustfmt"), ("clippy", "clippy")] {
        if printed(Command::new("cargo").args([subcommand, "--version"])).is_none() {
            rustup(steps, &["component", "add", component])?;
        }
    }
    Ok(())
}

/// Cargo, as from a shell.
pub fn cargo() -> Command {
    from_shell("cargo")
}

/// A program that is cargo or calls it, as from a shell. What `cargo run` tells this program about itself would be a
/// change to build scripts that look at it, and half of what is compiled would be compiled again each time.
pub fn from_shell(program: impl AsRef<OsStr>) -> Command {
    let mut command = Command::new(program);
    for (name, _) in env::vars_os() {
        let about_us = |name: &str| name.starts_with("CARGO_PKG_") || name.starts_with("CARGO_MANIFEST_");
        if name.to_str().is_some_and(about_us) {
            command.env_remove(name);
        }
    }
    command
}

/// What a program prints, if it is there and content.
pub fn printed(command: &mut Command) -> Option<String> {
    let output = command.output().ok()?;
    let text = String::from_utf8(output.stdout).ok()?;
    output.status.success().then_some(text)
}

fn rustup(steps: &mut Steps, arguments: &[&str]) -> Result<(), Error> {
    let command = format!("rustup {}", arguments.join(" "));
    let what = arguments.last().copied().unwrap_or_default();
    match steps.command(&command, Command::new("rustup").args(arguments)) {
        Err(Error::Start { .. }) => Err(Error::Missing {
            what: format!("The Rust part '{what}'"),
            remedy: "There is no rustup to add it with: install Rust by https://rustup.rs, or add that part \
                 with the package manager that Rust came from."
                .to_owned(),
        }),
        Err(Error::Failed { .. }) => Err(Error::Missing {
            what: format!("The Rust part '{what}'"),
            remedy: format!("Adding it failed, for the reason above. Once there is a network, run `{command}`."),
        }),
        other => other.map(drop),
    }
}
