//! The file in which reactions are brought together, on the disk.

use crate::{
    files::{error::Error, gather::gathered::Gathered},
    native::private,
};
use std::{fs, io, path::Path};

/// What is in the file; nothing when there is none. A file that is something else is an error, so that it is never
/// overwritten.
pub fn open(path: &Path) -> Result<Gathered, Error> {
    let bytes = match fs::read(path) {
        Ok(bytes) => Some(bytes),
        Err(cause) if cause.kind() == io::ErrorKind::NotFound => None,
        Err(cause) => return Err(Error::read(path)(cause)),
    };
    Gathered::read(bytes).map_err(|why| Error::NotGathered { path: path.to_owned(), why })
}

/// Writes the file, unless it would be the same.
pub fn save(gathered: &Gathered, path: &Path) -> Result<(), Error> {
    gathered.changed().map_or(Ok(()), |bytes| private::replace(path, |file| file.write_all(&bytes)))
}
