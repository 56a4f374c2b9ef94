//! Tells whether anything that goes into the bundle has changed, by content rather than by time.

use std::fs;
use std::path::Path;

use sha2::{Digest, Sha256};

use crate::error::Error;
use crate::paths::Paths;

/// Folders at the top that no bundle is made of. All else counts: an unneeded build costs seconds, a stale one hours.
const OUTSIDE: [&str; 8] = [".git", ".ci", "target", "dist", "data", "node_modules", "tests", "docs"];

/// The SHA-256 of some bytes, in hexadecimal.
pub fn digest(bytes: &[u8]) -> String {
    hex(&Sha256::digest(bytes))
}

/// One digest over all sources: their paths and their contents.
pub fn of_sources(paths: &Paths) -> Result<String, Error> {
    let mut sum = Sha256::new();
    walk(&paths.root, &paths.root, paths, &mut sum)?;
    Ok(hex(&sum.finalize()))
}

fn walk(dir: &Path, root: &Path, paths: &Paths, sum: &mut Sha256) -> Result<(), Error> {
    let entries = fs::read_dir(dir).map_err(Error::io("list", dir))?;
    let mut entries = entries
        .map(|entry| entry.map(|entry| entry.path()))
        .collect::<Result<Vec<_>, _>>()
        .map_err(Error::io("list", dir))?;
    entries.sort();
    for path in entries {
        let name = path.strip_prefix(root).unwrap_or(&path);
        if path.is_dir() {
            let outside = OUTSIDE.iter().any(|outside| name == Path::new(outside));
            let own = name == Path::new("src/bin/xtask") || path == paths.target;
            if !outside && !own {
                walk(&path, root, paths, sum)?;
            }
        } else if path.is_file() && path.extension().is_none_or(|end| end != "md") {
            // A colleague or an editor may take a file away while we read.
            let Ok(content) = fs::read(&path) else {
                continue;
            };
            let name = name.to_string_lossy();
            for part in [name.as_bytes(), &content] {
                sum.update((part.len() as u64).to_le_bytes());
                sum.update(part);
            }
        }
    }
    Ok(())
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn package(name: &str) -> Result<Paths, Error> {
        let root = std::env::temp_dir().join(format!("xtask-stamp-{name}-{}", std::process::id()));
        let folders = ["src/bin/xtask", "dist", "build"];
        for folder in folders.map(|folder| root.join(folder)) {
            fs::create_dir_all(&folder).map_err(Error::io("make", &folder))?;
        }
        Ok(Paths {
            target: root.join("build"),
            dist: root.join("dist"),
            bundle: root.join("build/trunk"),
            notes: root.join("build/xtask"),
            tools: root.join("tools"),
            root,
        })
    }

    fn write(paths: &Paths, name: &str, text: &str) -> Result<String, Error> {
        let path = paths.root.join(name);
        fs::write(&path, text).map_err(Error::io("write", &path))?;
        of_sources(paths)
    }

    #[test]
    fn only_what_can_be_in_the_bundle_changes_the_stamp() -> Result<(), Error> {
        let paths = package("what")?;
        let first = write(&paths, "src/lib.rs", "mod a;")?;
        let second = write(&paths, "src/lib.rs", "mod b;")?;
        assert_ne!(first, second);
        for elsewhere in ["src/bin/xtask/main.rs", "dist/a.html", "build/a.o", "README.md"] {
            assert_eq!(write(&paths, elsewhere, "x")?, second, "{elsewhere}");
        }
        assert_ne!(write(&paths, "src/new.rs", "")?, second);
        fs::remove_dir_all(&paths.root).map_err(Error::io("remove", &paths.root))
    }

    #[test]
    fn text_that_moves_between_files_is_a_change() -> Result<(), Error> {
        let paths = package("moves")?;
        write(&paths, "src/a.rs", "12")?;
        let first = write(&paths, "src/b.rs", "3")?;
        write(&paths, "src/a.rs", "1")?;
        assert_ne!(write(&paths, "src/b.rs", "23")?, first);
        fs::remove_dir_all(&paths.root).map_err(Error::io("remove", &paths.root))
    }

    #[test]
    fn a_digest_is_plain_sha_256() {
        assert!(digest(b"abc").starts_with("ba7816bf"));
    }
}
