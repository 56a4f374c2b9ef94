//! Files and folders with what people wrote: readable by their owner only.
//!
//! What is new is made so. What was there keeps the rights that somebody gave it, and they are told.

use super::disk;
use crate::{domain::language::Language, files::error::Error, texts};
use std::{
    fs::{self, File, OpenOptions},
    io::{self, Write},
    path::Path,
};

/// Like [`disk::replace`], but only its owner can read a file that is new; one that was there keeps its rights.
pub fn replace(path: &Path, write: impl FnOnce(&mut dyn Write) -> io::Result<()>) -> Result<(), Error> {
    put(path, write).map_err(Error::write(path))
}

/// The same, with what the system said where it went wrong.
pub fn put(path: &Path, write: impl FnOnce(&mut dyn Write) -> io::Result<()>) -> io::Result<()> {
    let before = fs::metadata(path).map(|metadata| metadata.permissions()).ok();
    let make = |part: &Path| {
        let file = create(part)?;
        before.map_or(Ok(()), |before| file.set_permissions(before))?;
        Ok(file)
    };
    disk::put(path, make, write)
}

/// Opens a file to write; when it is not there, makes one that only its owner can read. What is in it stays.
pub fn create(path: &Path) -> io::Result<File> {
    let mut options = OpenOptions::new();
    options.write(true).create(true).truncate(false);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(path)
}

/// Makes a folder, and those it is in, that only its owner can look into.
pub fn make_folder(path: &Path) -> io::Result<()> {
    let mut builder = fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(path)
}

/// Tells whoever runs the command when others on this computer can read it.
pub fn warn(path: &Path, language: Language) {
    if let Some(warning) = warning(path, language) {
        eprintln!("{warning}");
    }
}

/// What to say when others on this computer can read it; `None` when they can't.
pub fn warning(path: &Path, language: Language) -> Option<String> {
    open_to_others(path).map(|rights| texts::cli::open_to_others(language, path, rights))
}

/// The rights on it, when others than its owner have any.
#[cfg(unix)]
fn open_to_others(path: &Path) -> Option<u32> {
    use std::os::unix::fs::PermissionsExt;
    let rights = fs::metadata(path).ok()?.permissions().mode() & 0o777;
    (rights & 0o077 != 0).then_some(rights)
}

#[cfg(not(unix))]
fn open_to_others(_: &Path) -> Option<u32> {
    None
}

#[cfg(all(test, unix))]
mod tests {
    use super::*;
    use std::os::unix::fs::PermissionsExt;

    fn rights(path: &Path) -> u32 {
        fs::metadata(path).unwrap().permissions().mode() & 0o777
    }

    #[test]
    fn what_is_new_is_its_owners_and_what_was_there_keeps_its_rights() {
        let dir = tempfile::tempdir().unwrap();
        let folder = dir.path().join("a/b");
        make_folder(&folder).unwrap();
        assert_eq!((rights(&folder), warning(&folder, Language::Nl)), (0o700, None));
        let file = folder.join("x.json");
        let write = |text: &'static str| replace(&file, |out| out.write_all(text.as_bytes())).unwrap();
        write("one");
        assert_eq!((rights(&file), warning(&file, Language::Nl)), (0o600, None));
        fs::set_permissions(&file, fs::Permissions::from_mode(0o644)).unwrap();
        write("two");
        assert_eq!((rights(&file), fs::read_to_string(&file).unwrap().as_str()), (0o644, "two"));
        let said = warning(&file, Language::Nl).unwrap();
        assert!(said.contains("644") && said.contains("chmod 600"), "{said}");
    }
}
