//! Keeps programs that only tests need, in exactly the versions we need, in a cache of our own.

use std::env;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::error::Error;
use crate::lockfile::locked_version;
use crate::paths::Paths;
use crate::rust;
use crate::steps::Steps;

/// The driver of Firefox that the stories in other engines are told with.
const GECKODRIVER: &str = "0.37.1";

/// A program from crates.io.
struct Tool {
    package: &'static str,
    program: &'static str,
    version: String,
}

/// What runs tests in a browser that were compiled to wasm, installed if need be. A library would do, but brings a web
/// server that nothing else here needs.
pub fn wasm_test_runner(paths: &Paths, steps: &mut Steps) -> Result<PathBuf, Error> {
    let version = locked_version(paths, "wasm-bindgen")?;
    ensure(&Tool { package: "wasm-bindgen-cli", program: "wasm-bindgen-test-runner", version }, paths, steps)
}

/// Firefox's driver, installed if need be. Debian has none.
pub fn geckodriver(paths: &Paths, steps: &mut Steps) -> Result<PathBuf, Error> {
    let version = GECKODRIVER.to_owned();
    ensure(&Tool { package: "geckodriver", program: "geckodriver", version }, paths, steps)
}

fn ensure(tool: &Tool, paths: &Paths, steps: &mut Steps) -> Result<PathBuf, Error> {
    let program = paths.tools_bin().join(format!("{}{}", tool.program, env::consts::EXE_SUFFIX));
    if version_of(&program).as_ref() != Some(&tool.version) {
        install(tool, paths, steps)?;
    }
    Ok(program)
}

fn install(tool: &Tool, paths: &Paths, steps: &mut Steps) -> Result<(), Error> {
    let root = &paths.tools;
    std::fs::create_dir_all(root).map_err(Error::io("make", root))?;
    let mut cargo = rust::cargo();
    cargo
        .args(["install", "--locked", "--force", "--root"])
        .arg(root)
        .args(["--version", &format!("={}", tool.version), tool.package])
        // Unoptimised, it is ready in a quarter of the time, and quick enough for tests.
        .env("CARGO_PROFILE_RELEASE_OPT_LEVEL", "0")
        .env("CARGO_PROFILE_RELEASE_LTO", "off")
        .env("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "256")
        // This project's own settings have no say in how a tool is built.
        .env_remove("CARGO_TARGET_DIR")
        .env_remove("RUSTFLAGS")
        .current_dir(root);
    let name = format!("install {} {} (once)", tool.package, tool.version);
    match steps.command(&name, &mut cargo) {
        Err(Error::Failed { .. }) => Err(Error::Missing {
            what: format!("{} {}", tool.package, tool.version),
            remedy: format!(
                "Installing it failed, for the reason above. Without a network: connect once and run \
                 `cargo xtask setup`, or set BEGINSPRAAK_TOOLS to a folder whose bin/ holds it. It is kept in {}.",
                root.display()
            ),
        }),
        other => other.map(drop),
    }
}

fn version_of(program: &Path) -> Option<String> {
    let output = Command::new(program).arg("--version").output().ok()?;
    let text = String::from_utf8(output.stdout).ok()?;
    output.status.success().then(|| parse_version(&text))?
}

/// The version in what `--version` prints: `geckodriver 0.37.1`, `wasm-bindgen 0.2.127 (abc)`, `v20.20.2`.
pub fn parse_version(text: &str) -> Option<String> {
    let words = text.lines().next()?.split_whitespace();
    let mut versions = words.map(|word| word.trim_start_matches('v'));
    let found = versions.find(|word| word.starts_with(|c: char| c.is_ascii_digit()))?;
    Some(found.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn versions_are_read_as_programs_print_them() {
        let read = |text| parse_version(text);
        assert_eq!(read("geckodriver 0.37.1\n").as_deref(), Some("0.37.1"));
        let long = "wasm-bindgen 0.2.127 (f00)";
        assert_eq!(read(long).as_deref(), Some("0.2.127"));
        assert_eq!(read("v20.20.2").as_deref(), Some("20.20.2"));
        assert_eq!(read("what?"), None);
        assert_eq!(read(""), None);
    }

    #[test]
    fn a_program_that_is_not_there_has_no_version() {
        assert_eq!(version_of(Path::new("/nowhere/driver")), None);
    }
}
