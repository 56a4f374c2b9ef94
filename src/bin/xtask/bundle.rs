//! Compiles the browser's apps with trunk, unless nothing that goes into it has changed.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::error::Error;
use crate::paths::Paths;
use crate::rust::printed;
use crate::steps::Steps;
use crate::{stamp, tools};

const STEP: &str = "wasm bundle";
const WASM_END: &str = "_bg.wasm";

/// What Rust's wasm target may use, told to `wasm-opt` because the module no longer says so.
const FEATURES: [&str; 6] = [
    "--enable-bulk-memory",
    "--enable-multivalue",
    "--enable-mutable-globals",
    "--enable-nontrapping-float-to-int",
    "--enable-reference-types",
    "--enable-sign-ext",
];

/// Leaves the JavaScript and WebAssembly of each app in [`Paths::trunk`].
pub fn build(paths: &Paths, steps: &mut Steps) -> Result<(), Error> {
    let optimiser = printed(Command::new("wasm-opt").arg("--version"));
    let inputs = [
        stamp::of_sources(paths)?,
        tools::versions(paths)?,
        printed(Command::new("rustc").arg("--version")).unwrap_or_default(),
        optimiser.clone().unwrap_or_default(),
    ]
    .join("\n");
    let stamp = paths.notes.join("bundle.stamp");
    let unchanged = fs::read_to_string(&stamp).is_ok_and(|earlier| earlier == inputs);
    if unchanged && !modules(&paths.trunk)?.is_empty() {
        steps.skip(STEP, "unchanged");
        return Ok(());
    }
    // Gone while we build: an interrupted build must not pass for a finished one.
    if stamp.exists() {
        fs::remove_file(&stamp).map_err(Error::io("remove", &stamp))?;
    }
    steps.command(STEP, &mut trunk(paths))?;
    if modules(&paths.trunk)?.is_empty() {
        return Err(Error::Unusable {
            what: format!("trunk left no *{WASM_END} in {}", paths.trunk.display()),
            remedy: "See that index.html has its `data-trunk rel=\"rust\"` link.".to_owned(),
        });
    }
    if optimiser.is_some() {
        for module in modules(&paths.trunk)? {
            optimise(&module, steps)?;
        }
    }
    fs::create_dir_all(&paths.notes).map_err(Error::io("make", &paths.notes))?;
    fs::write(&stamp, inputs).map_err(Error::io("write", &stamp))
}

fn trunk(paths: &Paths) -> Command {
    let mut trunk = Command::new(paths.tools_bin().join("trunk"));
    trunk
        .arg("build")
        .arg("--dist")
        .arg(&paths.trunk)
        .env("PATH", tools::path_with_tools(paths))
        .env("TRUNK_SKIP_VERSION_CHECK", "true")
        // Trunk takes only true and false here, and stops at the usual NO_COLOR=1.
        .env_remove("NO_COLOR")
        // Where in trunk's own source it stopped helps nobody here.
        .env_remove("RUST_BACKTRACE")
        .current_dir(&paths.root);
    trunk
}

fn modules(dir: &Path) -> Result<Vec<PathBuf>, Error> {
    if !dir.exists() {
        return Ok(Vec::new());
    }
    let entries = fs::read_dir(dir).map_err(Error::io("list", dir))?;
    let paths = entries.filter_map(|entry| Some(entry.ok()?.path()));
    Ok(paths.filter(|path| path.to_string_lossy().ends_with(WASM_END)).collect())
}

/// Shrinks a module with a `wasm-opt` that happens to be installed. Publishing names it by its bytes.
fn optimise(module: &Path, steps: &mut Steps) -> Result<(), Error> {
    let smaller = module.with_extension("smaller");
    let mut wasm_opt = Command::new("wasm-opt");
    wasm_opt.arg("-Oz").args(FEATURES).arg(module).arg("-o").arg(&smaller);
    if let Err(error @ Error::Failed { .. }) = steps.command("wasm-opt", &mut wasm_opt) {
        eprintln!("{error}\nThis wasm-opt may be too old for our module; the bundle stays as it was.");
        // It may have written a part, or nothing.
        let _ = fs::remove_file(&smaller);
        return Ok(());
    }
    fs::rename(&smaller, module).map_err(Error::io("rename", &smaller))
}
