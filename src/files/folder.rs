//! A folder with files, wherever it is: on a disk, in a browser, in memory. What is in it is named by a path from there,
//! with `/` between the parts; `..` leads out of it, to what stands beside it.

use crate::domain::ordered::Ordered;
use std::{
    collections::BTreeMap,
    io,
    path::{Path, PathBuf},
};

/// What can be done with a folder.
pub trait Folder {
    /// What stands in a folder of it, by name; `NotFound` when there is no such folder.
    fn list(&self, path: &str) -> io::Result<Vec<Child>>;
    /// What is in a file. One of more than `limit` bytes is not read: `FileTooLarge`.
    fn read(&self, path: &str, limit: u64) -> io::Result<Vec<u8>>;
    /// Puts this in a file, in one piece. Folders on the way to it are made.
    fn write(&mut self, path: &str, bytes: &[u8]) -> io::Result<()>;
    /// Takes a file away.
    fn remove(&mut self, path: &str) -> io::Result<()>;
    /// How people know what stands there.
    fn named(&self, path: &str) -> PathBuf;

    /// Whether a file stands there.
    fn has_file(&self, path: &str) -> bool {
        let (folder, name) = path.rsplit_once('/').unwrap_or(("", path));
        self.list(folder).is_ok_and(|entries| entries.iter().any(|entry| entry.name == name && !entry.is_folder))
    }
}

/// What stands in a folder.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Child {
    /// Its name.
    pub name: String,
    /// Whether it is a folder itself.
    pub is_folder: bool,
}

/// Why nothing is found at a path: the first part of it that is not there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Gap {
    /// The last folder on the way that is there, from the root.
    pub within: PathBuf,
    /// What is not in it.
    pub name: String,
}

/// A path in a folder.
pub fn join(folder: &str, name: &str) -> String {
    if folder.is_empty() { name.to_owned() } else { format!("{folder}/{name}") }
}

/// A folder in memory.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Memory {
    /// Every file by its path.
    pub files: BTreeMap<String, Vec<u8>>,
}

impl Folder for Memory {
    fn list(&self, path: &str) -> io::Result<Vec<Child>> {
        let inside = self.files.keys().filter_map(|file| match path {
            "" => Some(file.as_str()),
            folder => file.strip_prefix(folder)?.strip_prefix('/'),
        });
        let entries = inside
            .map(|rest| match rest.split_once('/') {
                Some((name, _)) => Child { name: name.to_owned(), is_folder: true },
                None => Child { name: rest.to_owned(), is_folder: false },
            })
            .to_set();
        // In memory a folder is there by what is in it.
        if entries.is_empty() && !path.is_empty() {
            Err(io::ErrorKind::NotFound.into())
        } else {
            Ok(entries.into_iter().collect())
        }
    }

    fn read(&self, path: &str, limit: u64) -> io::Result<Vec<u8>> {
        let bytes = self.files.get(path).ok_or(io::ErrorKind::NotFound)?;
        if bytes.len() as u64 > limit { Err(io::ErrorKind::FileTooLarge.into()) } else { Ok(bytes.clone()) }
    }

    fn write(&mut self, path: &str, bytes: &[u8]) -> io::Result<()> {
        self.files.insert(path.to_owned(), bytes.to_owned());
        Ok(())
    }

    fn remove(&mut self, path: &str) -> io::Result<()> {
        self.files.remove(path).map(drop).ok_or(io::ErrorKind::NotFound.into())
    }

    fn named(&self, path: &str) -> PathBuf {
        Path::new(path).to_owned()
    }
}

/// A folder in another one. What stands beside it can be reached from it, as on a disk.
#[derive(Clone, Copy, Debug)]
pub struct Within<'a, F> {
    folder: &'a F,
    dir: &'static str,
}

impl<'a, F: Folder> Within<'a, F> {
    /// The folder with this name.
    pub fn new(folder: &'a F, dir: &'static str) -> Self {
        Self { folder, dir }
    }

    fn path(&self, path: &str) -> String {
        match path.strip_prefix("../") {
            Some(beside) => beside.to_owned(),
            None if path.is_empty() => self.dir.to_owned(),
            None => join(self.dir, path),
        }
    }
}

impl<F: Folder> Folder for Within<'_, F> {
    fn list(&self, path: &str) -> io::Result<Vec<Child>> {
        if path == ".." { self.folder.list("") } else { self.folder.list(&self.path(path)) }
    }

    fn read(&self, path: &str, limit: u64) -> io::Result<Vec<u8>> {
        self.folder.read(&self.path(path), limit)
    }

    /// It is there to read from.
    fn write(&mut self, _: &str, _: &[u8]) -> io::Result<()> {
        Err(io::ErrorKind::ReadOnlyFilesystem.into())
    }

    fn remove(&mut self, _: &str) -> io::Result<()> {
        Err(io::ErrorKind::ReadOnlyFilesystem.into())
    }

    fn named(&self, path: &str) -> PathBuf {
        self.folder.named(&self.path(path))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn in_a_folder_of_a_folder_what_stands_beside_it_is_found_too() {
        let mut folder = Memory::default();
        folder.write("content/a/1.json", b"{}").unwrap();
        folder.write("site.json", b"[1]").unwrap();
        let content = Within::new(&folder, "content");
        assert!(content.has_file("a/1.json") && content.has_file("../site.json") && !content.has_file("site.json"));
        assert_eq!(content.read("../site.json", 9).unwrap(), b"[1]");
        assert_eq!(content.list("").unwrap(), [Child { name: "a".to_owned(), is_folder: true }]);
        assert_eq!(content.named("../site.json"), Path::new("site.json"));
        assert_eq!(content.named("a/1.json"), Path::new("content/a/1.json"));
    }

    #[test]
    fn a_folder_in_memory_is_there_by_what_is_in_it() {
        let mut folder = Memory::default();
        folder.write("content/a/1.json", b"{}").unwrap();
        folder.write("content/b.json", b"[1]").unwrap();
        let names =
            |path: &str| folder.list(path).map(|list| list.into_iter().map(|e| (e.name, e.is_folder)).collect());
        assert_eq!(names("").unwrap(), [("content".to_owned(), true)]);
        assert_eq!(names("content").unwrap(), [("a".to_owned(), true), ("b.json".to_owned(), false)]);
        let absent: io::Result<Vec<(String, bool)>> = names("conten");
        assert_eq!(absent.unwrap_err().kind(), io::ErrorKind::NotFound);
        assert!(folder.has_file("content/b.json") && !folder.has_file("content/a") && !folder.has_file("x/y"));
        assert_eq!(folder.read("content/b.json", 3).unwrap(), b"[1]");
        assert_eq!(folder.read("content/b.json", 2).unwrap_err().kind(), io::ErrorKind::FileTooLarge);
        folder.remove("content/b.json").unwrap();
        assert!(folder.read("content/b.json", 3).is_err() && folder.remove("content/b.json").is_err());
    }
}
