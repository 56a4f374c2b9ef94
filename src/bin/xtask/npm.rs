//! Installs the browser tests' own packages when their lock file has changed.

use std::fs;
use std::process::Command;

use crate::error::Error;
use crate::paths::Paths;
use crate::stamp::digest;
use crate::steps::Steps;

/// Runs `npm ci` in `tests/browser`, unless what is there came from the same lock file.
pub fn ensure(paths: &Paths, steps: &mut Steps) -> Result<(), Error> {
    let dir = paths.root.join("tests/browser");
    let lock = dir.join("package-lock.json");
    let text = fs::read(&lock).map_err(|_| Error::Missing {
        what: lock.display().to_string(),
        remedy: "It belongs in the repository: restore it, or make it with `npm install` in that folder.".to_owned(),
    })?;
    // Inside node_modules, so that throwing that folder away throws the stamp away with it.
    let stamp = dir.join("node_modules/.beginspraak-lock");
    let digest = digest(&text);
    if fs::read_to_string(&stamp).is_ok_and(|earlier| earlier == digest) {
        return Ok(());
    }
    let mut npm = Command::new("npm");
    npm.args(["ci", "--no-audit", "--no-fund"]).env("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1").current_dir(&dir);
    match steps.command("npm ci in tests/browser", &mut npm) {
        Ok(_) => fs::write(&stamp, digest).map_err(Error::io("write", &stamp)),
        Err(Error::Failed { .. }) => Err(Error::Missing {
            what: "What the browser tests need from npm".to_owned(),
            remedy:
                "`npm ci` failed, for the reason above. Without a network: connect once and run `cargo xtask setup`."
                    .to_owned(),
        }),
        Err(other) => Err(other),
    }
}
