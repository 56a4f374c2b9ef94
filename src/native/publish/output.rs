//! The files of a site on disk: written beside the old ones first, with their compressed twins, and then put in place.

use super::offline::edition;
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

type Compress = fn(&[u8]) -> Vec<u8>;

/// How files are compressed beforehand, by the end of the twin's name. Every browser takes brotli over https; gzip is
/// for the rest, and for hosts that know only that.
const TWINS: [(&str, Compress); 2] = [("br", brotli), ("gz", gzip)];

/// A site being written. Files of an earlier site that no longer belong are removed at the end, so that at no moment
/// a page is missing.
pub struct Output {
    root: PathBuf,
    written: BTreeSet<PathBuf>,
    pages: Vec<PageFile>,
}

/// A page that was written.
pub struct PageFile {
    /// Where it is.
    pub route: Route,
    /// In which language.
    pub language: Language,
    /// Which one it is, if it says so.
    pub edition: Option<String>,
}

impl PageFile {
    /// Its file in the site.
    pub fn path(&self) -> String {
        format!("{}index.html", self.route.href("", self.language))
    }
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
        Ok(Self { root: root.to_owned(), written: BTreeSet::new(), pages: Vec::new() })
    }

    /// Writes a page in its own folder.
    pub fn page(&mut self, route: &Route, language: Language, html: &str) -> Result<(), Error> {
        let (edition, html) = edition::stamp(html);
        let page = PageFile { route: route.clone(), language, edition };
        self.text(&page.path(), &html)?;
        self.pages.push(page);
        Ok(())
    }

    /// The pages written so far.
    pub fn pages(&self) -> &[PageFile] {
        &self.pages
    }

    /// A file of the site.
    pub fn read(&self, path: &str) -> Result<Vec<u8>, Error> {
        let path = self.root.join(path);
        fs::read(&path).map_err(Error::read(path))
    }

    /// What a file weighs on the way to most browsers.
    pub fn weight(&self, path: &str) -> Result<u64, Error> {
        let twin = self.root.join(format!("{path}.br"));
        let path = if self.written.contains(&twin) { twin } else { self.root.join(path) };
        fs::metadata(&path).map(|metadata| metadata.len()).map_err(Error::read(path))
    }

    /// The files written so far whose path begins like this.
    pub fn under(&self, start: &str) -> impl Iterator<Item = String> {
        let paths = self.written.iter().filter_map(|path| path.strip_prefix(&self.root).ok());
        paths.map(|path| path.to_string_lossy().into_owned()).filter(move |path| path.starts_with(start))
    }

    /// Writes a text file; `path` is relative to the site.
    pub fn text(&mut self, path: &str, text: &str) -> Result<(), Error> {
        self.bytes(path, text.as_bytes())
    }

    /// Writes a file and, where that makes it smaller, its compressed twins.
    pub fn bytes(&mut self, path: &str, bytes: &[u8]) -> Result<(), Error> {
        let same = fs::read(self.root.join(path)).is_ok_and(|old| old == bytes);
        if bytes.len() >= SMALL && !path.ends_with(".png") {
            for (end, compress) in TWINS {
                let twin = format!("{path}.{end}");
                // Compressing takes the most time of all: what has not changed keeps its twins.
                if same && self.root.join(&twin).is_file() {
                    self.written.insert(self.root.join(&twin));
                } else {
                    self.put(&twin, &compress(bytes))?;
                }
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

fn gzip(bytes: &[u8]) -> Vec<u8> {
    // Its header holds no time, so that the same bytes always give the same twin.
    let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
    let done = io::Write::write_all(&mut encoder, bytes).and_then(|()| encoder.finish());
    done.expect("memory can always be written")
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
        assert!(exists("index.html") && exists("vraag/nieuw/index.html"));
        assert!(exists("index.html.br") && exists("index.html.gz"));
        assert!(!exists("vraag/oud"));
    }

    #[test]
    fn twins_hold_the_same_and_pictures_have_none() {
        let dir = tempfile::tempdir().unwrap();
        let mut out = Output::begin(dir.path()).unwrap();
        let text = "Denk mee. ".repeat(100);
        out.text("a/index.html", &text).unwrap();
        out.bytes("icon.png", text.as_bytes()).unwrap();
        let twin = |end: &str| fs::read(dir.path().join(format!("a/index.html.{end}"))).unwrap();
        let mut plain = String::new();
        io::Read::read_to_string(&mut flate2::read::GzDecoder::new(&*twin("gz")), &mut plain).unwrap();
        assert_eq!(plain, text);
        let mut plain = Vec::new();
        brotli::BrotliDecompress(&mut &*twin("br"), &mut plain).unwrap();
        assert_eq!(plain, text.as_bytes());
        assert!(!dir.path().join("icon.png.gz").exists());
    }

    #[test]
    fn a_folder_with_other_things_in_it_is_left_alone() {
        let dir = tempfile::tempdir().unwrap();
        fs::write(dir.path().join("thesis.txt"), "years of work").unwrap();
        assert!(Output::begin(dir.path()).is_err());
        assert!(dir.path().join("thesis.txt").exists());
    }
}
