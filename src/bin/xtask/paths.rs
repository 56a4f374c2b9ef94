//! Where things are: the package, its build folder, the finished site and the cache of tools.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};

use crate::error::Error;

/// The folders every task works in, all absolute.
pub struct Paths {
    /// The package: the folder of `Cargo.toml`.
    pub root: PathBuf,
    /// Cargo's build folder, usually `target/`.
    pub target: PathBuf,
    /// The finished site.
    pub dist: PathBuf,
    /// The browser's apps as `publish` takes them, where trunk leaves them too: JavaScript and WebAssembly.
    pub bundle: PathBuf,
    /// Our own notes between runs: stamps, the browser driver's settings, bench data.
    pub notes: PathBuf,
    /// Tools for tests, kept outside `target/` so that `cargo clean` does not cost minutes.
    pub tools: PathBuf,
}

impl Paths {
    /// Finds the folders from the environment that cargo gives to a binary it runs.
    pub fn find() -> Result<Paths, Error> {
        let root =
            env::var_os("CARGO_MANIFEST_DIR").map_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")), PathBuf::from);
        let target = match env::var_os("CARGO_TARGET_DIR") {
            Some(dir) => std::path::absolute(&dir).map_err(Error::io("find", Path::new(&dir)))?,
            None => root.join("target"),
        };
        let tools = tools_root(|name| env::var_os(name).map(PathBuf::from)).ok_or_else(|| Error::Missing {
            what: "A folder for the tools of tests".to_owned(),
            remedy: "Set BEGINSPRAAK_TOOLS to a folder that may hold some 200 MB.".to_owned(),
        })?;
        Ok(Paths {
            dist: root.join("dist"),
            bundle: target.join("trunk"),
            notes: target.join("xtask"),
            tools: std::path::absolute(&tools).map_err(Error::io("find", &tools))?,
            root,
            target,
        })
    }

    /// Where cargo puts those that it installs.
    pub fn tools_bin(&self) -> PathBuf {
        self.tools.join("bin")
    }

    /// The native `beginspraak`, built optimised or not.
    pub fn native_command(&self, release: bool) -> PathBuf {
        let profile = if release { "release" } else { "debug" };
        let name = format!("beginspraak{}", env::consts::EXE_SUFFIX);
        self.target.join(profile).join(name)
    }
}

/// The names of the Rust files in a folder, without their end, in order.
pub fn rust_files(dir: &Path) -> Result<Vec<String>, Error> {
    let entries = fs::read_dir(dir).map_err(Error::io("list", dir))?;
    let names = entries.filter_map(|entry| entry.ok()?.file_name().into_string().ok());
    let mut names: Vec<_> = names.filter_map(|name| Some(name.strip_suffix(".rs")?.to_owned())).collect();
    names.sort();
    Ok(names)
}

fn tools_root(variable: impl Fn(&str) -> Option<PathBuf>) -> Option<PathBuf> {
    let set = |name| variable(name).filter(|path| !path.as_os_str().is_empty());
    set("BEGINSPRAAK_TOOLS").or_else(|| {
        let cache = set("XDG_CACHE_HOME").or_else(|| Some(set("HOME")?.join(".cache")))?;
        Some(cache.join("beginspraak/tools"))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn with(vars: &'static [(&str, &str)]) -> Option<PathBuf> {
        tools_root(|name| {
            let found = vars.iter().find(|(key, _)| *key == name);
            found.map(|(_, value)| PathBuf::from(value))
        })
    }

    #[test]
    fn the_most_specific_setting_decides_where_tools_live() {
        let all = &[("BEGINSPRAAK_TOOLS", "/t"), ("XDG_CACHE_HOME", "/x"), ("HOME", "/h")];
        assert_eq!(with(all), Some("/t".into()));
        assert_eq!(with(&all[1..]), Some("/x/beginspraak/tools".into()));
        assert_eq!(with(&all[2..]), Some("/h/.cache/beginspraak/tools".into()));
        assert_eq!(with(&[("BEGINSPRAAK_TOOLS", "")]), None);
    }
}
