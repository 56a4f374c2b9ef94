//! nginx and Caddy, with which the browser tests try the files of `docs/hosting`.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::error::Error;
use crate::paths::Paths;
use crate::rust::printed;
use crate::steps::Steps;

/// Debian's packages. They are unpacked in a folder of our own and not installed: installing would start both of them
/// as services of this machine.
const PACKAGES: [&str; 4] = ["nginx", "nginx-common", "libnginx-mod-http-brotli-static", "caddy"];

/// What the tests run.
const NEEDED: [&str; 3] = ["usr/sbin/nginx", "usr/lib/nginx/modules/ngx_http_brotli_static_module.so", "usr/bin/caddy"];

/// The folder that holds them as Debian lays them out. Where they can't be had, the tests about them are skipped, and
/// say so.
pub fn ensure(paths: &Paths, steps: &mut Steps) -> Option<PathBuf> {
    let own = paths.tools.join("hosts");
    let found = [PathBuf::from("/"), own.clone()].into_iter().find(|root| complete(root));
    if found.is_some() {
        return found;
    }
    let unpacked = match printed(Command::new("apt-get").arg("--version")) {
        Some(_) => steps.work("unpack nginx and Caddy", || unpack(&own)).is_ok() && complete(&own),
        None => false,
    };
    if unpacked {
        return Some(own);
    }
    steps.skip("nginx and Caddy", "not here, and not to be had from apt: the stories about them are skipped");
    None
}

fn complete(root: &Path) -> bool {
    NEEDED.iter().all(|path| root.join(path).is_file())
}

fn unpack(root: &Path) -> Result<(), Error> {
    fs::create_dir_all(root).map_err(Error::io("make", root))?;
    run(Command::new("apt-get").arg("download").args(PACKAGES).current_dir(root))?;
    for entry in fs::read_dir(root).map_err(Error::io("list", root))?.flatten() {
        let path = entry.path();
        if path.extension().is_some_and(|end| end == "deb") {
            run(Command::new("dpkg").arg("-x").arg(&path).arg(root))?;
            fs::remove_file(&path).map_err(Error::io("remove", &path))?;
        }
    }
    Ok(())
}

fn run(command: &mut Command) -> Result<(), Error> {
    let program = command.get_program().to_string_lossy().into_owned();
    let output = command.output().map_err(|cause| Error::Io { doing: format!("run {program}"), cause })?;
    if output.status.success() {
        return Ok(());
    }
    Err(Error::Failed { step: "unpack nginx and Caddy".to_owned(), command: program, code: output.status.code() })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_counts_only_with_all_that_is_run() -> Result<(), Error> {
        let root = std::env::temp_dir().join(format!("xtask-hosts-{}", std::process::id()));
        for (done, needed) in NEEDED.iter().enumerate() {
            assert!(!complete(&root), "with {done}");
            let path = root.join(needed);
            let folder = path.parent().unwrap_or(&root);
            fs::create_dir_all(folder).map_err(Error::io("make", folder))?;
            fs::write(&path, "").map_err(Error::io("write", &path))?;
        }
        assert!(complete(&root));
        fs::remove_dir_all(&root).map_err(Error::io("remove", &root))
    }
}
