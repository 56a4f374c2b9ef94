//! Reads from `Cargo.lock` which version of a package this checkout uses.

use crate::error::Error;
use crate::paths::Paths;

/// The locked version of the package: the command line `wasm-bindgen` must match the library exactly.
pub fn locked_version(paths: &Paths, package: &str) -> Result<String, Error> {
    let path = paths.root.join("Cargo.lock");
    let text = std::fs::read_to_string(&path).map_err(Error::io("read", &path))?;
    version_in(&text, package).ok_or_else(|| Error::Unusable {
        what: format!("Cargo.lock names no single version of {package}"),
        remedy: format!("Run `cargo tree --invert {package} --target all` to see what asks for it."),
    })
}

/// The version of a package in the text of a lock file; nothing if it is absent or there twice.
fn version_in(lock: &str, package: &str) -> Option<String> {
    let value = |line: &str, key: &str| {
        let value = line.strip_prefix(key)?.trim_start().strip_prefix('=')?;
        Some(value.trim().trim_matches('"').to_owned())
    };
    let mut versions = lock.split("[[package]]").skip(1).filter_map(|entry| {
        let name = entry.lines().find_map(|line| value(line, "name"))?;
        if name != package {
            return None;
        }
        entry.lines().find_map(|line| value(line, "version"))
    });
    let version = versions.next()?;
    versions.next().is_none().then_some(version)
}

#[cfg(test)]
mod tests {
    use super::*;

    const LOCK: &str = r#"
version = 4

[[package]]
name = "syn"
version = "1.0.0"

[[package]]
name = "syn"
version = "2.0.0"

[[package]]
name = "wasm-bindgen"
version = "0.2.127"
dependencies = ["cfg-if", "wasm-bindgen-macro"]

[[package]]
name = "wasm-bindgen-macro"
version = "0.9.9"
"#;

    #[test]
    fn the_version_of_exactly_that_package_is_found() {
        let found = version_in(LOCK, "wasm-bindgen");
        assert_eq!(found.as_deref(), Some("0.2.127"));
    }

    #[test]
    fn absent_and_ambiguous_packages_have_no_version() {
        assert_eq!(version_in(LOCK, "wasm"), None);
        assert_eq!(version_in(LOCK, "syn"), None);
        assert_eq!(version_in("", "syn"), None);
    }

    #[test]
    fn line_endings_of_windows_are_read_too() {
        let lock = LOCK.replace('\n', "\r\n");
        let found = version_in(&lock, "wasm-bindgen");
        assert_eq!(found.as_deref(), Some("0.2.127"));
    }
}
