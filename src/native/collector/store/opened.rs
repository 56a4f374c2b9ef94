//! Whether a file is still the one that was opened there. Who moves the database away from under a running collector
//! takes along what it writes afterwards; so nothing more may be acknowledged.

use std::{
    fs,
    path::{Path, PathBuf},
};

/// What tells a file from another under the same name.
type Identity = (u64, u64);

/// A file that was there.
#[derive(Debug)]
pub struct Opened {
    path: PathBuf,
    was: Option<Identity>,
}

impl Opened {
    /// The file that is there now, if any.
    pub fn of(path: PathBuf) -> Self {
        let was = identity(&path);
        Self { path, was }
    }

    /// Whether there was a file, and it is still there.
    pub fn holds(&self) -> bool {
        self.was.is_some() && self.was == identity(&self.path)
    }
}

#[cfg(unix)]
fn identity(path: &Path) -> Option<Identity> {
    use std::os::unix::fs::MetadataExt;
    fs::metadata(path).ok().map(|metadata| (metadata.dev(), metadata.ino()))
}

/// Elsewhere a file that is open can't be moved or removed.
#[cfg(not(unix))]
fn identity(path: &Path) -> Option<Identity> {
    fs::metadata(path).ok().map(|_| (0, 0))
}
