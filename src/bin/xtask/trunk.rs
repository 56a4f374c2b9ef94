//! Trunk, for who likes to work with it: it makes the same apps from `index.html`. Nothing here needs it.

use std::env;
use std::ffi::OsString;
use std::fs;

use crate::error::Error;
use crate::paths::Paths;
use crate::rust;
use crate::steps::Steps;

const STEP: &str = "trunk builds the apps too";

/// Builds the apps with trunk where it is installed, and fails when one is not there then.
pub fn check(paths: &Paths, steps: &mut Steps, apps: &[String]) -> Result<(), Error> {
    let path = path_with_tools(paths);
    let named = format!("trunk{}", env::consts::EXE_SUFFIX);
    let Some(trunk) = env::split_paths(&path).map(|dir| dir.join(&named)).find(|program| program.is_file()) else {
        steps.skip(STEP, "it is not here, and need not be");
        return Ok(());
    };
    let dist = paths.notes.join("trunk");
    let mut command = rust::from_shell(trunk);
    command
        .arg("build")
        .arg("--dist")
        .arg(&dist)
        .env("PATH", &path)
        // Trunk takes only true and false here, and stops at the usual NO_COLOR=1.
        .env_remove("NO_COLOR")
        .current_dir(&paths.root);
    steps.command(STEP, &mut command)?;
    let files = fs::read_dir(&dist).map_err(Error::io("list", &dist))?;
    let files: Vec<_> = files.flatten().map(|file| file.file_name().to_string_lossy().into_owned()).collect();
    let is_there =
        |app: &&String| files.iter().any(|file| file.starts_with(app.as_str()) && file.ends_with("_bg.wasm"));
    match apps.iter().find(|app| !is_there(app)) {
        None => Ok(()),
        Some(app) => Err(Error::Unusable {
            what: format!("Trunk left no {app} in {}", dist.display()),
            remedy: "See that index.html has a `data-trunk rel=\"rust\"` link for it.".to_owned(),
        }),
    }
}

/// `PATH` with our tools in front: trunk finds the locked wasm-bindgen there, and fetches none.
fn path_with_tools(paths: &Paths) -> OsString {
    let rest = env::var_os("PATH").unwrap_or_default();
    let dirs = std::iter::once(paths.tools_bin()).chain(env::split_paths(&rest));
    // Joining fails only if our own folder's name holds the separator; then PATH cannot help us.
    env::join_paths(dirs).unwrap_or(rest)
}
