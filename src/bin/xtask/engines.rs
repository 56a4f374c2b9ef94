//! Firefox and WebKitGTK (the nearest thing to Safari here), with what drives them: for `tests/browser/engines`.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::browser::Program;
use crate::error::Error;
use crate::paths::Paths;
use crate::rust::printed;
use crate::steps::Steps;
use crate::{packages, tools};

const FIREFOX: Program = Program {
    variable: "FIREFOX",
    names: &["firefox-esr", "firefox"],
    places: &["/Applications/Firefox.app/Contents/MacOS/firefox"],
};

const WEBKIT_DRIVER: Program = Program { variable: "WEBKITDRIVER", names: &["WebKitWebDriver"], places: &[] };

/// The screen that is nowhere: WebKitGTK can't do without one.
const SCREEN: Program = Program { variable: "XVFB", names: &["Xvfb"], places: &[] };

/// Debian's packages for all of them.
const PACKAGES: [&str; 3] = ["firefox-esr", "webkit2gtk-driver", "xvfb"];

/// An engine that can be driven here: its name, and each program under the variable by which the stories know it.
pub struct Engine {
    pub name: &'static str,
    pub programs: Vec<(&'static str, PathBuf)>,
}

/// Both where there is apt; elsewhere those that are there, and for the others it says why not.
pub fn ensure(paths: &Paths, steps: &mut Steps) -> Result<Vec<Engine>, Error> {
    let all_here = FIREFOX.find().is_some() && webkit().is_some();
    if !all_here && printed(Command::new("apt-get").arg("--version")).is_some() {
        packages::install(steps, &PACKAGES, "")?;
    }
    let mut engines = Vec::new();
    match FIREFOX.find() {
        Some(firefox) => {
            let driver = tools::geckodriver(paths, steps)?;
            engines.push(Engine { name: "Firefox", programs: vec![("FIREFOX", firefox), ("GECKODRIVER", driver)] });
        }
        None => steps.skip("stories in Firefox", "it is not here: install Firefox, or set FIREFOX to its path"),
    }
    match webkit() {
        Some(programs) => engines.push(Engine { name: "WebKitGTK", programs }),
        None => steps.skip("stories in WebKitGTK", "it is not here: Debian's webkit2gtk-driver and xvfb have it"),
    }
    Ok(engines)
}

fn webkit() -> Option<Vec<(&'static str, PathBuf)>> {
    let browser = match std::env::var_os("MINIBROWSER").filter(|path| !path.is_empty()) {
        Some(named) => PathBuf::from(named),
        None => mini_browser(Path::new("/usr/lib"))?,
    };
    Some(vec![("MINIBROWSER", browser), ("WEBKITDRIVER", WEBKIT_DRIVER.find()?), ("XVFB", SCREEN.find()?)])
}

/// Debian keeps it with its library: `/usr/lib/<machine>/webkit2gtk-<version>/MiniBrowser`.
fn mini_browser(libraries: &Path) -> Option<PathBuf> {
    let folders = |dir: &Path| fs::read_dir(dir).into_iter().flatten().flatten().map(|entry| entry.path());
    let mut found: Vec<_> = folders(libraries)
        .flat_map(|machine| folders(&machine).collect::<Vec<_>>())
        .filter(|path| path.file_name().is_some_and(|name| name.to_string_lossy().starts_with("webkit2gtk-")))
        .map(|path| path.join("MiniBrowser"))
        .filter(|path| path.is_file())
        .collect();
    found.sort();
    found.pop()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn of_several_libraries_the_newest_that_has_the_browser_is_taken() -> Result<(), Error> {
        let root = std::env::temp_dir().join(format!("xtask-engines-{}", std::process::id()));
        let machine = root.join("aarch64-linux-gnu");
        for (folder, file) in
            [("webkit2gtk-4.0", "MiniBrowser"), ("webkit2gtk-4.1", "MiniBrowser"), ("webkit2gtk-6.0", "other")]
        {
            fs::create_dir_all(machine.join(folder)).map_err(Error::io("make", &machine))?;
            fs::write(machine.join(folder).join(file), "").map_err(Error::io("write", &machine))?;
        }
        assert_eq!(mini_browser(&root), Some(machine.join("webkit2gtk-4.1/MiniBrowser")));
        assert_eq!(mini_browser(&machine), None);
        fs::remove_dir_all(&root).map_err(Error::io("remove", &root))
    }
}
