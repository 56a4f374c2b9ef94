//! Folders on a disk, and writing files so that nobody ever finds half of one.

use crate::files::{
    error::Error,
    folder::{Child, Folder, Gap},
};
use std::{
    fs::{self, File},
    io::{self, BufWriter, Write},
    path::{Component, Path, PathBuf},
};

/// A folder on a disk.
#[derive(Clone, Debug)]
pub struct Disk(PathBuf);

impl Disk {
    /// The folder at this path, whether it is there or not.
    pub fn at(path: impl Into<PathBuf>) -> Self {
        Self(path.into())
    }
}

impl Folder for Disk {
    fn list(&self, path: &str) -> io::Result<Vec<Child>> {
        let mut entries = Vec::new();
        for entry in fs::read_dir(self.named(path))? {
            let entry = entry?;
            let (name, is_folder) = (entry.file_name().to_string_lossy().into_owned(), entry.path().is_dir());
            entries.push(Child { name, is_folder });
        }
        entries.sort();
        Ok(entries)
    }

    fn read(&self, path: &str, limit: u64) -> io::Result<Vec<u8>> {
        read(&self.named(path), limit)
    }

    fn write(&mut self, path: &str, bytes: &[u8]) -> io::Result<()> {
        let path = self.named(path);
        fs::create_dir_all(parent(&path))?;
        put(&path, |part| File::create(part), |file| file.write_all(bytes))
    }

    fn remove(&mut self, path: &str) -> io::Result<()> {
        fs::remove_file(self.named(path))
    }

    fn named(&self, path: &str) -> PathBuf {
        if path.is_empty() { self.0.clone() } else { self.0.join(path) }
    }
}

/// What is in a file; one of more than `limit` bytes is not read.
pub fn read(path: &Path, limit: u64) -> io::Result<Vec<u8>> {
    if fs::metadata(path)?.len() > limit { Err(io::ErrorKind::FileTooLarge.into()) } else { fs::read(path) }
}

/// Writes a file beside `path` and then puts it in its place, both safely on the disk.
pub fn replace(path: &Path, write: impl FnOnce(&mut dyn Write) -> io::Result<()>) -> Result<(), Error> {
    put(path, |part| File::create(part), write).map_err(Error::write(path))
}

/// The same, with a file that `make` makes, and with what the system said where it went wrong.
pub fn put(
    path: &Path,
    make: impl FnOnce(&Path) -> io::Result<File>,
    write: impl FnOnce(&mut dyn Write) -> io::Result<()>,
) -> io::Result<()> {
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
    written
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
    pub fn behind(cause: &io::Error, path: &Path) -> Option<Self> {
        if cause.kind() == io::ErrorKind::NotFound { Self::of(path) } else { None }
    }
}

impl Error {
    /// Could not be read.
    pub fn read(path: impl Into<PathBuf>) -> impl FnOnce(io::Error) -> Self {
        let path = path.into();
        move |cause| match Gap::behind(&cause, &path) {
            Some(gap) => Error::Absent { path, gap },
            None => Error::Read { path, cause },
        }
    }

    /// Could not be written.
    pub fn write(path: impl Into<PathBuf>) -> impl FnOnce(io::Error) -> Self {
        let path = path.into();
        move |cause| match Gap::behind(&cause, parent(&path)) {
            Some(gap) => Error::NoFolder { path, gap },
            None => Error::Write { path, cause },
        }
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
pub fn sync_folder(dir: &Path) -> io::Result<()> {
    if cfg!(unix) { File::open(dir)?.sync_all() } else { Ok(()) }
}
