//! Compiles the browser's apps and binds them to JavaScript, unless nothing that goes into them has changed.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

use wasm_bindgen_cli_support::Bindgen;

use crate::error::Error;
use crate::paths::{self, Paths};
use crate::rust::{self, WASM, printed};
use crate::stamp;
use crate::steps::Steps;

const STEP: &str = "wasm bundle";
/// The profile in `Cargo.toml` that counts every byte.
const PROFILE: &str = "wasm";
const WASM_END: &str = "_bg.wasm";

/// The feature of ours with which what is shown reacts.
pub const CSR: [&str; 3] = ["--no-default-features", "--features", "csr"];

/// How Leptos is told to erase the types of views, beside the flags that are in `.cargo/config.toml`: of many pages it makes half
/// the code then, in half the time. What residents download has few views, and is 6 kB larger with it.
const ERASED: [&str; 2] = ["--config", "target.wasm32-unknown-unknown.rustflags=['--cfg','erase_components']"];
/// The apps of the desk, with views by the dozen.
const DESK: [&str; 3] = ["desk", "rooms", "staff"];
/// The app that is built apart, as what is shown in it is written out as HTML.
const PRESS: &str = "press";
/// The feature of ours for that.
pub const WORKER: [&str; 3] = ["--no-default-features", "--features", "worker"];

/// What Rust's wasm target may use, told to `wasm-opt` because the module no longer says so.
const FEATURES: [&str; 6] = [
    "--enable-bulk-memory",
    "--enable-multivalue",
    "--enable-mutable-globals",
    "--enable-nontrapping-float-to-int",
    "--enable-reference-types",
    "--enable-sign-ext",
];

/// Leaves the JavaScript and WebAssembly of each app in [`Paths::bundle`].
pub fn build(paths: &Paths, steps: &mut Steps) -> Result<(), Error> {
    let optimiser = printed(Command::new("wasm-opt").arg("--version"));
    let inputs = [
        stamp::of_sources(paths)?,
        // The one file of xtask that says something about what is in the bundle.
        stamp::digest(include_bytes!("bundle.rs")),
        printed(Command::new("rustc").arg("--version")).unwrap_or_default(),
        optimiser.clone().unwrap_or_default(),
    ]
    .join("\n");
    // Among the apps, so that it goes when they go: when trunk makes them, or we.
    let stamp = paths.bundle.join("made-from");
    if fs::read_to_string(&stamp).is_ok_and(|earlier| earlier == inputs) {
        steps.skip(STEP, "unchanged");
        return Ok(());
    }
    let apps = apps(paths)?;
    for (step, mut cargo) in compile(&apps) {
        steps.command(step, cargo.current_dir(&paths.root))?;
    }
    // Trunk gives some files other names, and an app of two builds is none.
    if paths.bundle.exists() {
        fs::remove_dir_all(&paths.bundle).map_err(Error::io("empty", &paths.bundle))?;
    }
    steps.work("bindings of the apps", || {
        let all = apps.iter().map(String::as_str).chain([PRESS]);
        all.into_iter().try_for_each(|app| bind(app, paths))
    })?;
    if optimiser.is_some() {
        for module in modules(&paths.bundle)? {
            optimise(&module, steps)?;
        }
    }
    fs::write(&stamp, inputs).map_err(Error::io("write", &stamp))
}

/// The names of the browser's apps that react: each file in `src/bin` but the press.
pub fn apps(paths: &Paths) -> Result<Vec<String>, Error> {
    let mut apps = paths::rust_files(&paths.root.join("src/bin"))?;
    apps.retain(|app| app != PRESS);
    Ok(apps)
}

/// What residents download, the desk, and the press: of each, cargo compiles what its apps share once and two of them side by
/// side.
fn compile(apps: &[String]) -> [(&'static str, Command); 3] {
    let cargo = |features: [&str; 3], apps: &[&str]| {
        let mut cargo = rust::cargo();
        cargo.args(["build", "--target", WASM, "--profile", PROFILE]).args(features);
        cargo.args(apps.iter().flat_map(|app| ["--bin", app]));
        cargo
    };
    let residents: Vec<_> = apps.iter().map(String::as_str).filter(|app| !DESK.contains(app)).collect();
    let (mut desk, mut press) = (cargo(CSR, &DESK), cargo(WORKER, &[PRESS]));
    desk.args(ERASED);
    press.args(ERASED);
    [(STEP, cargo(CSR, &residents)), ("wasm bundle, the desk", desk), ("wasm bundle, the press", press)]
}

/// Begins to compile the apps, beside tests that leave a processor idle; one after another, as cargo sees to. Whether it came to
/// a good end is seen when they are built, which has then little left to do.
pub fn ahead(paths: &Paths) -> Result<Vec<Child>, Error> {
    let begin = |(_, mut cargo): (_, Command)| {
        let quiet = cargo.current_dir(&paths.root).stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
        quiet.spawn().map_err(|cause| Error::Unusable {
            what: format!("cargo did not start: {cause}"),
            remedy: "See whether cargo is in PATH.".to_owned(),
        })
    };
    compile(&apps(paths)?).into_iter().map(begin).collect()
}

/// What `wasm-bindgen --target web --no-typescript` does.
fn bind(app: &str, paths: &Paths) -> Result<(), Error> {
    let module = paths.target.join(WASM).join(PROFILE).join(app).with_extension("wasm");
    let mut bindgen = Bindgen::new();
    let bound =
        bindgen.input_path(&module).typescript(false).web(true).and_then(|bindgen| bindgen.generate(&paths.bundle));
    bound.map_err(|cause| Error::Unusable {
        what: format!("{} got no bindings: {cause:#}", module.display()),
        remedy: "If it names two versions of wasm-bindgen, run `cargo update wasm-bindgen-cli-support`.".to_owned(),
    })
}

fn modules(dir: &Path) -> Result<Vec<PathBuf>, Error> {
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn trunk_is_told_of_the_same_apps() -> Result<(), Error> {
        let paths = Paths::find()?;
        let page = paths.root.join("index.html");
        let page = fs::read_to_string(&page).map_err(Error::io("read", &page))?;
        let mut named: Vec<_> = page.split("data-bin=\"").skip(1).filter_map(|rest| rest.split('"').next()).collect();
        named.sort();
        let mut all = apps(&paths)?;
        all.push(PRESS.to_owned());
        all.sort();
        assert_eq!(named, all);
        assert_eq!(page.matches(&format!("data-cargo-profile=\"{PROFILE}\"")).count(), named.len());
        for ([_, _, feature], many) in [(CSR, all.len() - 1), (WORKER, 1)] {
            let features = format!("data-cargo-no-default-features data-cargo-features=\"{feature}\"");
            assert_eq!(page.matches(&features).count(), many, "{feature}");
        }
        Ok(())
    }
}
