//! Installs Debian packages where we may, and otherwise says which to install.

use std::process::Command;
use std::thread;
use std::time::{Duration, Instant};

use crate::error::Error;
use crate::rust::printed;
use crate::steps::Steps;

/// How long another `apt` may keep us waiting.
const PATIENCE: Duration = Duration::from_secs(300);

/// Installs packages with `apt-get`; `otherwise` tells people with another system what to do.
pub fn install(steps: &mut Steps, packages: &[&str], otherwise: &str) -> Result<(), Error> {
    let names = packages.join(" ");
    let missing = |remedy: String| Error::Missing { what: names.clone(), remedy };
    if printed(Command::new("apt-get").arg("--version")).is_none() {
        return Err(missing(otherwise.to_owned()));
    }
    let by_hand = format!("sudo apt-get update && sudo apt-get install {names}");
    let Some(rights) = Rights::find() else {
        return Err(missing(format!("Installing needs root, and sudo asks for a password here. Run: {by_hand}")));
    };
    let attempts: [&[&str]; 2] = [&["update"], &["install", "-y", "--no-install-recommends"]];
    for (arguments, packages) in attempts.into_iter().zip([&[][..], packages]) {
        let name = format!("apt-get {} {}", arguments[0], packages.join(" "));
        let ran = steps.work(name.trim(), || patiently(&rights, arguments, packages))?;
        if let Err(words) = ran {
            // A list that could not be refreshed may still do; a package that could not be had may not.
            if !packages.is_empty() {
                eprint!("{words}");
                return Err(missing(format!(
                    "Installing failed, for the reason above. Once that is solved, run: {by_hand}"
                )));
            }
        }
    }
    Ok(())
}

enum Rights {
    Root,
    Sudo,
}

impl Rights {
    fn find() -> Option<Rights> {
        if printed(Command::new("id").arg("-u"))?.trim() == "0" {
            return Some(Rights::Root);
        }
        printed(Command::new("sudo").args(["-n", "true"])).map(|_| Rights::Sudo)
    }

    fn apt_get(&self) -> Command {
        let mut command = match self {
            Rights::Root => Command::new("env"),
            Rights::Sudo => Command::new("sudo"),
        };
        if let Rights::Sudo = self {
            command.args(["-n", "env"]);
        }
        command.args(["DEBIAN_FRONTEND=noninteractive", "LC_ALL=C", "apt-get"]);
        command.args(["-o", "DPkg::Lock::Timeout=300"]);
        command
    }
}

/// Runs `apt-get`, trying again while another one holds the lock. The inner error is what it printed.
fn patiently(rights: &Rights, arguments: &[&str], packages: &[&str]) -> Result<Result<(), String>, Error> {
    let started = Instant::now();
    loop {
        let output = rights.apt_get().args(arguments).args(packages).output();
        let output = output.map_err(|cause| Error::Io { doing: "run apt-get".to_owned(), cause })?;
        if output.status.success() {
            return Ok(Ok(()));
        }
        let words = String::from_utf8_lossy(&output.stderr).into_owned();
        if !is_locked(&words) || started.elapsed() > PATIENCE {
            return Ok(Err(words));
        }
        thread::sleep(Duration::from_secs(3));
    }
}

fn is_locked(words: &str) -> bool {
    words.contains("Could not get lock") || words.contains("Unable to lock directory")
}

#[cfg(test)]
mod tests {
    use super::is_locked;

    #[test]
    fn only_a_lock_is_waited_for() {
        assert!(is_locked("E: Could not get lock /var/lib/apt/lists/lock. It is held by process 12 (apt-get)"));
        assert!(!is_locked("E: Unable to locate package chromium-driver"));
    }
}
