//! Writing files so that nobody ever finds half of one.

use super::error::Error;
use std::{
    fs::{self, File},
    io::{BufWriter, Write},
    path::{Component, Path, PathBuf},
};

/// Writes a file beside `path` and then puts it in its place, both safely on the disk.
pub fn replace(path: &Path, write: impl FnOnce(&mut dyn Write) -> std::io::Result<()>) -> Result<(), Error> {
    replace_with(path, |part| File::create(part), write)
}

/// The same, with a file that `make` makes.
pub fn replace_with(
    path: &Path,
    make: impl FnOnce(&Path) -> std::io::Result<File>,
    write: impl FnOnce(&mut dyn Write) -> std::io::Result<()>,
) -> Result<(), Error> {
    let mut name = path.file_name().unwrap_or_default().to_owned();
    name.push(format!(".{}.part", std::process::id()));
    let part = path.with_file_name(name);
    let written = make(&part).and_then(|file| {
        let mut buffer = BufWriter::with_capacity(1 << 16, file);
        write(&mut buffer)?;
        buffer.into_inner().map_err(|error| error.into_error())?.sync_all()?;
        fs::rename(&part, path)?;
        sync_folder(parent(path))
    });
    if written.is_err() {
        // The message is about the file that could not be written; a left-over part is of no use to anybody.
        let _ = fs::remove_file(&part);
    }
    written.map_err(Error::write(path))
}

/// Why nothing is found at a path: the first part of it that is not there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Gap {
    /// The last folder on the way that is there, from the root.
    pub within: PathBuf,
    /// What is not in it.
    pub name: String,
}

impl Gap {
    /// The gap in a path; `None` when there is something.
    pub fn of(path: &Path) -> Option<Self> {
        let path = std::path::absolute(path).ok()?;
        let missing = path.ancestors().take_while(|part| fs::symlink_metadata(part).is_err()).last()?;
        let name = missing.file_name()?.to_string_lossy().into_owned();
        Some(Self { within: parent(missing).to_owned(), name })
    }

    /// The gap that made something go wrong, if that was the cause.
    pub fn behind(cause: &std::io::Error, path: &Path) -> Option<Self> {
        if cause.kind() == std::io::ErrorKind::NotFound { Self::of(path) } else { None }
    }
}

/// The folder that something is in.
pub fn parent(path: &Path) -> &Path {
    match path.parent() {
        Some(parent) if parent.as_os_str().is_empty() => Path::new("."),
        Some(parent) => parent,
        None => path,
    }
}

/// Where a path really is, also one of something that is not there yet: links in what is there are followed.
pub fn real(path: &Path) -> PathBuf {
    let path = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
    let there = path.ancestors().find_map(|there| Some((there, there.canonicalize().ok()?)));
    let Some((there, mut real)) = there else { return path };
    for part in path.strip_prefix(there).into_iter().flat_map(Path::components) {
        // What is not there yet is no link, so the folder above it is the one before.
        match part {
            Component::ParentDir => {
                real.pop();
            }
            part => real.push(part),
        }
    }
    real
}

/// Makes names in a folder survive a power cut. Some systems can't open a folder; there the rename itself must do.
pub fn sync_folder(dir: &Path) -> std::io::Result<()> {
    if cfg!(unix) { File::open(dir)?.sync_all() } else { Ok(()) }
}
