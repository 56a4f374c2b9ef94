//! Writing files so that nobody ever finds half of one.

use super::error::Error;
use std::{
    fs::{self, File},
    io::{BufWriter, Write},
    path::Path,
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

/// The folder that something is in.
pub fn parent(path: &Path) -> &Path {
    match path.parent() {
        Some(parent) if parent.as_os_str().is_empty() => Path::new("."),
        Some(parent) => parent,
        None => path,
    }
}

/// Makes names in a folder survive a power cut. Some systems can't open a folder; there the rename itself must do.
pub fn sync_folder(dir: &Path) -> std::io::Result<()> {
    if cfg!(unix) { File::open(dir)?.sync_all() } else { Ok(()) }
}
