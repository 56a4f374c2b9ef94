//! The files of a site on disk: written beside the old ones first, with their brotli twins, and then put in place.

use crate::{
    domain::{language::Language, route::Route},
    native::error::Error,
};
use std::{
    collections::BTreeSet,
    fs, io,
    path::{Path, PathBuf},
};

/// Files below this are not worth compressing.
const SMALL: usize = 512;

/// A site being written. Files of an earlier site that no longer belong are removed at the end, so that at no moment
/// a page is missing.
pub struct Output {
    root: PathBuf,
    written: BTreeSet<PathBuf>,
}

impl Output {
    /// Begins writing in `root`, which is made if needed. As files that do not belong to the site are removed at the
    /// end, a folder with anything else than an earlier site in it is refused.
    pub fn begin(root: &Path) -> Result<Self, Error> {
        fs::create_dir_all(root).map_err(Error::write(root))?;
        let mut inside = fs::read_dir(root).map_err(Error::read(root))?;
        if inside.next().is_some() && !root.join("assets.json").is_file() {
            return Err(Error::write(root)(io::ErrorKind::DirectoryNotEmpty.into()));
        }
        Ok(Self { root: root.to_owned(), written: BTreeSet::new() })
    }

    /// Writes a page in its own folder.
    pub fn page(&mut self, route: &Route, language: Language, html: &str) -> Result<(), Error> {
        self.text(&format!("{}index.html", route.href("", language)), html)
    }

    /// Writes a text file; `path` is relative to the site.
    pub fn text(&mut self, path: &str, text: &str) -> Result<(), Error> {
        self.bytes(path, text.as_bytes())
    }

    /// Writes a file and its brotli twin.
    pub fn bytes(&mut self, path: &str, bytes: &[u8]) -> Result<(), Error> {
        let same = fs::read(self.root.join(path)).is_ok_and(|old| old == bytes);
        let twin = format!("{path}.br");
        if bytes.len() >= SMALL {
            // Compressing takes the most time of all: what has not changed keeps its twin.
            if same && self.root.join(&twin).is_file() {
                self.written.insert(self.root.join(&twin));
            } else {
                self.put(&twin, &brotli(bytes))?;
            }
        }
        if same {
            self.written.insert(self.root.join(path));
            return Ok(());
        }
        self.put(path, bytes)
    }

    /// Writes a file that is to have this length on the line too: without a twin.
    pub fn plain(&mut self, path: &str, bytes: &[u8]) -> Result<(), Error> {
        if fs::read(self.root.join(path)).is_ok_and(|old| old == bytes) {
            self.written.insert(self.root.join(path));
            return Ok(());
        }
        self.put(path, bytes)
    }

    fn put(&mut self, path: &str, bytes: &[u8]) -> Result<(), Error> {
        let path = self.root.join(path);
        if let Some(folder) = path.parent() {
            fs::create_dir_all(folder).map_err(Error::write(folder))?;
        }
        // A reader never sees half a file.
        let half = path.with_extension("half");
        fs::write(&half, bytes).map_err(Error::write(&half))?;
        fs::rename(&half, &path).map_err(Error::write(&path))?;
        self.written.insert(path);
        Ok(())
    }

    /// Copies a file into the site.
    pub fn copy(&mut self, from: &Path, to: &str) -> Result<(), Error> {
        self.bytes(to, &fs::read(from).map_err(Error::read(from))?)
    }

    /// Copies the JSON files of a folder, if it is there.
    pub fn copy_json(&mut self, from: &Path, to: &str) -> Result<(), Error> {
        for (name, path) in files_with(from, ".json")? {
            self.copy(&path, &format!("{to}/{name}"))?;
        }
        Ok(())
    }

    /// Copies the files of a folder whose names end so, as they are, if it is there.
    pub fn copy_plain(&mut self, from: &Path, to: &str, end: &str) -> Result<(), Error> {
        for (name, path) in files_with(from, end)? {
            self.plain(&format!("{to}/{name}"), &fs::read(&path).map_err(Error::read(&path))?)?;
        }
        Ok(())
    }

    /// Leaves a file that another command writes.
    pub fn leave(&mut self, path: &str) {
        self.written.insert(self.root.join(path));
    }

    /// Removes what an earlier run wrote and this one did not.
    pub fn finish(self) -> Result<(), Error> {
        sweep(&self.root, &self.written).map(|_| ())
    }
}

/// The files of a folder whose names end so, with their names; none when there is no folder.
fn files_with(folder: &Path, end: &str) -> Result<Vec<(String, PathBuf)>, Error> {
    if !folder.is_dir() {
        return Ok(Vec::new());
    }
    let entries = fs::read_dir(folder).map_err(Error::read(folder))?.flatten();
    let named = entries.map(|entry| (entry.file_name().to_string_lossy().into_owned(), entry.path()));
    Ok(named.filter(|(name, path)| name.ends_with(end) && path.is_file()).collect())
}

/// Removes files that are not in `keep`, and folders that are then empty; says whether `folder` is empty.
fn sweep(folder: &Path, keep: &BTreeSet<PathBuf>) -> Result<bool, Error> {
    let mut empty = true;
    for entry in fs::read_dir(folder).map_err(Error::read(folder))?.flatten() {
        let path = entry.path();
        if path.is_dir() {
            if sweep(&path, keep)? {
                fs::remove_dir(&path).map_err(Error::write(&path))?;
            } else {
                empty = false;
            }
        } else if keep.contains(&path) {
            empty = false;
        } else {
            fs::remove_file(&path).map_err(Error::write(&path))?;
        }
    }
    Ok(empty)
}

fn brotli(bytes: &[u8]) -> Vec<u8> {
    let mut out = Vec::new();
    let parameters = brotli::enc::BrotliEncoderParams { quality: 11, lgwin: 22, ..Default::default() };
    let done = brotli::BrotliCompress(&mut &*bytes, &mut out, &parameters);
    debug_assert!(done.is_ok(), "memory can always be written");
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_no_longer_published_goes_and_the_rest_stays() {
        let dir = tempfile::tempdir().unwrap();
        let write = |files: &[&str]| {
            let mut out = Output::begin(dir.path()).unwrap();
            out.text("assets.json", "{}").unwrap();
            for file in files {
                out.text(file, &"x".repeat(600)).unwrap();
            }
            out.finish().unwrap();
        };
        write(&["index.html", "vraag/oud/index.html"]);
        write(&["index.html", "vraag/nieuw/index.html"]);
        let exists = |path: &str| dir.path().join(path).exists();
        assert!(exists("index.html") && exists("index.html.br") && exists("vraag/nieuw/index.html"));
        assert!(!exists("vraag/oud"));
    }

    #[test]
    fn a_folder_with_other_things_in_it_is_left_alone() {
        let dir = tempfile::tempdir().unwrap();
        fs::write(dir.path().join("thesis.txt"), "years of work").unwrap();
        assert!(Output::begin(dir.path()).is_err());
        assert!(dir.path().join("thesis.txt").exists());
    }
}
