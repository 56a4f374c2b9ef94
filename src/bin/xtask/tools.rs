//! Keeps trunk and wasm-bindgen, in exactly the versions we need, in a cache of our own.

use std::env;
use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::error::Error;
use crate::lockfile::locked_version;
use crate::paths::Paths;
use crate::rust;
use crate::steps::Steps;

/// The trunk that this project is built and tested with.
const TRUNK: &str = "0.21.14";

/// The driver of Firefox that the stories in other engines are told with.
const GECKODRIVER: &str = "0.37.1";

/// A program from crates.io.
struct Tool {
    package: &'static str,
    programs: &'static [&'static str],
    version: String,
}

/// Installs what building needs and is missing or of another version, and nothing else.
pub fn ensure(paths: &Paths, steps: &mut Steps) -> Result<(), Error> {
    wanted(paths)?.iter().try_for_each(|tool| ensure_one(tool, paths, steps))
}

/// Firefox's driver, installed if need be. Debian has none.
pub fn geckodriver(paths: &Paths, steps: &mut Steps) -> Result<PathBuf, Error> {
    let tool = Tool { package: "geckodriver", programs: &["geckodriver"], version: GECKODRIVER.to_owned() };
    ensure_one(&tool, paths, steps)?;
    Ok(program_in(&paths.tools_bin(), "geckodriver"))
}

fn ensure_one(tool: &Tool, paths: &Paths, steps: &mut Steps) -> Result<(), Error> {
    let dir = paths.tools_bin();
    let ready = tool.programs.iter().all(|program| {
        let path = program_in(&dir, program);
        version_of(&path).as_deref() == Some(tool.version.as_str())
    });
    if ready { Ok(()) } else { install(tool, paths, steps) }
}

/// The versions in use, for stamps: another wasm-bindgen makes another bundle.
pub fn versions(paths: &Paths) -> Result<String, Error> {
    let tools = wanted(paths)?;
    let names = tools.iter().map(|t| format!("{} {}", t.package, t.version));
    Ok(names.collect::<Vec<_>>().join(", "))
}

/// `PATH` with our tools in front, so that trunk finds our wasm-bindgen and fetches none.
pub fn path_with_tools(paths: &Paths) -> OsString {
    let rest = env::var_os("PATH").unwrap_or_default();
    let dirs = std::iter::once(paths.tools_bin()).chain(env::split_paths(&rest));
    // Joining fails only if our own folder's name holds the separator; then PATH cannot help us.
    env::join_paths(dirs).unwrap_or(rest)
}

fn wanted(paths: &Paths) -> Result<[Tool; 2], Error> {
    Ok([
        Tool { package: "trunk", programs: &["trunk"], version: TRUNK.to_owned() },
        Tool {
            package: "wasm-bindgen-cli",
            programs: &["wasm-bindgen", "wasm-bindgen-test-runner"],
            version: locked_version(paths, "wasm-bindgen")?,
        },
    ])
}

fn install(tool: &Tool, paths: &Paths, steps: &mut Steps) -> Result<(), Error> {
    let root = &paths.tools;
    std::fs::create_dir_all(root).map_err(Error::io("make", root))?;
    let mut cargo = rust::cargo();
    cargo
        .args(["install", "--locked", "--force", "--root"])
        .arg(root)
        .args(["--version", &format!("={}", tool.version), tool.package])
        // Unoptimised, it is ready in a quarter of the time, and quick enough for our sizes.
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

fn program_in(dir: &Path, program: &str) -> PathBuf {
    dir.join(format!("{program}{}", env::consts::EXE_SUFFIX))
}

fn version_of(program: &Path) -> Option<String> {
    let output = Command::new(program).arg("--version").output().ok()?;
    let text = String::from_utf8(output.stdout).ok()?;
    output.status.success().then(|| parse_version(&text))?
}

/// The version in what `--version` prints: `trunk 0.21.14`, `wasm-bindgen 0.2.127 (abc)`, `v20.20.2`.
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
        assert_eq!(read("trunk 0.21.14\n").as_deref(), Some("0.21.14"));
        let long = "wasm-bindgen 0.2.127 (f00)";
        assert_eq!(read(long).as_deref(), Some("0.2.127"));
        assert_eq!(read("v20.20.2").as_deref(), Some("20.20.2"));
        assert_eq!(read("what?"), None);
        assert_eq!(read(""), None);
    }

    #[test]
    fn a_program_that_is_not_there_has_no_version() {
        assert_eq!(version_of(Path::new("/nowhere/trunk")), None);
    }
}
