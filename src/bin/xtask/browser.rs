//! Finds (or installs) the browser, its driver and Node for the tests that need them.

use std::env;
use std::path::PathBuf;
use std::process::Command;

use serde_json::json;

use crate::error::Error;
use crate::packages;
use crate::paths::Paths;
use crate::rust::printed;
use crate::steps::Steps;
use crate::tools::parse_version;

const CHROMIUM: Program = Program {
    variable: "CHROMIUM",
    names: &["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"],
    places: &["/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"],
};

const DRIVER: Program = Program {
    variable: "CHROMEDRIVER",
    names: &["chromedriver"],
    places: &["/usr/lib/chromium/chromedriver", "/usr/lib/chromium-browser/chromedriver"],
};

const OLDEST_NODE: u32 = 20;

/// A program known by several names, or pointed at by a variable.
pub struct Program {
    pub variable: &'static str,
    pub names: &'static [&'static str],
    pub places: &'static [&'static str],
}

impl Program {
    pub fn find(&self) -> Option<PathBuf> {
        if let Some(path) = env::var_os(self.variable).filter(|path| !path.is_empty()) {
            return Some(path.into()).filter(|path: &PathBuf| path.exists());
        }
        let path = env::var_os("PATH").unwrap_or_default();
        let on_path = env::split_paths(&path).flat_map(|dir| self.names.iter().map(move |name| dir.join(name)));
        let known = self.places.iter().map(PathBuf::from);
        on_path.chain(known).find(|path| path.is_file())
    }
}

/// The browser, installed if need be.
pub fn chromium(steps: &mut Steps) -> Result<PathBuf, Error> {
    ensure(&CHROMIUM, "chromium", steps)
}

/// The browser's driver, installed if need be.
pub fn driver(steps: &mut Steps) -> Result<PathBuf, Error> {
    ensure(&DRIVER, "chromium-driver", steps)
}

fn ensure(program: &Program, package: &str, steps: &mut Steps) -> Result<PathBuf, Error> {
    if let Some(path) = program.find() {
        return Ok(path);
    }
    let variable = program.variable;
    let remedy = format!(
        "Install Chrome or Chromium with its driver of the same version (on macOS: `brew install --cask google-chrome \
         chromedriver`) and set {variable} to the program's path."
    );
    if env::var_os(variable).is_some_and(|path| !path.is_empty()) {
        return Err(Error::Usage(format!("{variable} points at nothing. {remedy}")));
    }
    packages::install(steps, &[package], &remedy)?;
    program.find().ok_or(Error::Missing { what: package.to_owned(), remedy })
}

/// Checks that Node is there and recent enough.
pub fn node() -> Result<(), Error> {
    let found = printed(Command::new("node").arg("--version")).and_then(|text| parse_version(&text));
    let major = found.as_deref().and_then(|version| version.split('.').next()?.parse().ok());
    if major.is_some_and(|major: u32| major >= OLDEST_NODE) {
        return Ok(());
    }
    Err(Error::Missing {
        what: format!("Node {OLDEST_NODE} or newer"),
        remedy: format!(
            "Here is {}. Install it from https://nodejs.org; only the browser tests need it.",
            found.map_or("none".to_owned(), |version| format!("version {version}"))
        ),
    })
}

/// Writes the settings for the wasm tests' browser: no window, and not a request that we did not ask for.
pub fn write_driver_settings(paths: &Paths, chromium: &PathBuf) -> Result<PathBuf, Error> {
    let settings = json!({
        "goog:chromeOptions": {
            "binary": chromium,
            "args": [
                "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic",
                "--disable-background-networking", "--disable-component-update", "--disable-sync",
            ],
        }
    });
    let path = paths.notes.join("webdriver.json");
    std::fs::create_dir_all(&paths.notes).map_err(Error::io("make", &paths.notes))?;
    std::fs::write(&path, settings.to_string()).map_err(Error::io("write", &path))?;
    Ok(path)
}
