//! The files of a site, made as a whole before any of them is put in place, with their compressed twins.

use super::offline::edition;
use crate::{
    domain::{language::Language, route::Route},
    native::error::Error,
};
use indicatif::ProgressBar;
use std::{
    collections::BTreeMap,
    fs, io,
    path::{Path, PathBuf},
};

/// Files below this are not worth compressing.
const SMALL: usize = 512;

/// How much work is done to make twins small.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Effort {
    /// As small as can be: what somebody will download.
    #[default]
    Best,
    /// Somewhat larger, and some ten times as quick: for a site that is tried out.
    Quick,
}

/// A way of compressing files beforehand.
struct Packing {
    /// What the twin's name ends in.
    end: &'static str,
    pack: fn(&[u8], Effort) -> Vec<u8>,
    unpack: fn(&[u8]) -> Option<Vec<u8>>,
}

/// Every browser takes brotli over https; gzip is for the rest, and for hosts that know only that.
static TWINS: [Packing; 2] =
    [Packing { end: "br", pack: brotli, unpack: unbrotli }, Packing { end: "gz", pack: gzip, unpack: gunzip }];

/// A site that was made, and is not on the disk yet.
pub struct Output {
    /// Where the site is to stand; an earlier one may be there.
    root: PathBuf,
    effort: Effort,
    files: BTreeMap<String, File>,
    pages: Vec<PageFile>,
    bar: ProgressBar,
}

/// A file of the site, to be put in place together with its twins.
pub struct File {
    /// What is in it.
    pub bytes: Vec<u8>,
    /// The same compressed, by the end of the name.
    pub twins: Vec<(&'static str, Vec<u8>)>,
}

/// A page that was made.
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
    /// Nothing yet. What an earlier site in `root` has compressed need not be compressed again.
    pub fn new(root: &Path, effort: Effort) -> Self {
        Self { root: root.to_owned(), effort, files: BTreeMap::new(), pages: Vec::new(), bar: ProgressBar::hidden() }
    }

    /// The same, with each file counted on a bar.
    pub fn counted_on(self, bar: ProgressBar) -> Self {
        Self { bar, ..self }
    }

    /// A page in its own folder.
    pub fn page(&mut self, route: &Route, language: Language, html: &str) {
        let (edition, html) = edition::stamp(html);
        let page = PageFile { route: route.clone(), language, edition };
        self.text(&page.path(), &html);
        self.pages.push(page);
    }

    /// The pages so far.
    pub fn pages(&self) -> &[PageFile] {
        &self.pages
    }

    /// What is in a file; nothing when it is not there.
    pub fn read(&self, path: &str) -> &[u8] {
        self.files.get(path).map_or(&[], |file| &file.bytes)
    }

    /// What a file weighs on the way to most browsers.
    pub fn weight(&self, path: &str) -> u64 {
        let least = |file: &File| file.twins.first().map_or(file.bytes.len(), |(_, twin)| twin.len());
        self.files.get(path).map_or(0, |file| least(file) as u64)
    }

    /// The files so far whose path begins like this.
    pub fn under(&self, start: &str) -> impl Iterator<Item = &str> {
        self.files.keys().map(String::as_str).filter(move |path| path.starts_with(start))
    }

    /// Every file, by path.
    pub fn files(&self) -> &BTreeMap<String, File> {
        &self.files
    }

    /// A text file; `path` is relative to the site.
    pub fn text(&mut self, path: &str, text: &str) {
        self.bytes(path, text.as_bytes());
    }

    /// A file and, where that makes it smaller, its compressed twins.
    pub fn bytes(&mut self, path: &str, bytes: &[u8]) {
        self.bar.inc(1);
        let mut twins = Vec::new();
        if bytes.len() >= SMALL && !path.ends_with(".png") {
            // Compressing takes the most time of all: what says the same already is kept.
            let kept = |way: &Packing| {
                let twin = fs::read(self.root.join(format!("{path}.{}", way.end))).ok()?;
                (way.unpack)(&twin).is_some_and(|plain| plain == bytes).then_some(twin)
            };
            twins
                .extend(TWINS.iter().map(|way| (way.end, kept(way).unwrap_or_else(|| (way.pack)(bytes, self.effort)))));
        }
        self.files.insert(path.to_owned(), File { bytes: bytes.to_owned(), twins });
    }

    /// A file that is to have this length on the line too: without a twin.
    pub fn plain(&mut self, path: &str, bytes: &[u8]) {
        self.files.insert(path.to_owned(), File { bytes: bytes.to_owned(), twins: Vec::new() });
    }

    /// Copies a file into the site.
    pub fn copy(&mut self, from: &Path, to: &str) -> Result<(), Error> {
        self.bytes(to, &fs::read(from).map_err(Error::read(from))?);
        Ok(())
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
            self.plain(&format!("{to}/{name}"), &fs::read(&path).map_err(Error::read(&path))?);
        }
        Ok(())
    }
}

/// The path of a twin.
pub fn twin(path: &str, end: &str) -> String {
    format!("{path}.{end}")
}

/// The path of the file that this is a twin of, if its name says that it is one.
pub fn whose(path: &str) -> Option<&str> {
    TWINS.iter().find_map(|way| path.strip_suffix(way.end)?.strip_suffix('.'))
}

/// Whether a twin says the same as the file.
pub fn same(path: &str, twin: &[u8], plain: &[u8]) -> bool {
    let way = TWINS.iter().find(|way| path.ends_with(way.end));
    way.and_then(|way| (way.unpack)(twin)).is_some_and(|unpacked| unpacked == plain)
}

/// The files of a folder whose names end so, with their names; none when there is no folder.
fn files_with(folder: &Path, end: &str) -> Result<Vec<(String, PathBuf)>, Error> {
    if !folder.is_dir() {
        return Ok(Vec::new());
    }
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).map_err(Error::read(folder))? {
        let entry = entry.map_err(Error::read(folder))?;
        let (name, path) = (entry.file_name().to_string_lossy().into_owned(), entry.path());
        if name.ends_with(end) && path.is_file() {
            files.push((name, path));
        }
    }
    Ok(files)
}

fn brotli(bytes: &[u8], effort: Effort) -> Vec<u8> {
    let mut out = Vec::new();
    let quality = if effort == Effort::Best { 11 } else { 9 };
    let parameters = brotli::enc::BrotliEncoderParams { quality, lgwin: 22, ..Default::default() };
    let done = brotli::BrotliCompress(&mut &*bytes, &mut out, &parameters);
    debug_assert!(done.is_ok(), "memory can always be written");
    out
}

fn unbrotli(bytes: &[u8]) -> Option<Vec<u8>> {
    let mut out = Vec::new();
    brotli::BrotliDecompress(&mut &*bytes, &mut out).ok()?;
    Some(out)
}

fn gzip(bytes: &[u8], effort: Effort) -> Vec<u8> {
    // Its header holds no time, so that the same bytes always give the same twin.
    let level = if effort == Effort::Best { flate2::Compression::best() } else { flate2::Compression::default() };
    let mut encoder = flate2::write::GzEncoder::new(Vec::new(), level);
    let done = io::Write::write_all(&mut encoder, bytes).and_then(|()| encoder.finish());
    done.expect("memory can always be written")
}

fn gunzip(bytes: &[u8]) -> Option<Vec<u8>> {
    let mut out = Vec::new();
    io::Read::read_to_end(&mut flate2::read::GzDecoder::new(bytes), &mut out).ok()?;
    Some(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn twins_hold_the_same_and_pictures_have_none() {
        let dir = tempfile::tempdir().unwrap();
        let mut out = Output::new(dir.path(), Effort::Best);
        let text = "Denk mee. ".repeat(100);
        out.text("a/index.html", &text);
        out.bytes("icon.png", text.as_bytes());
        out.text("small.txt", "Denk mee.");
        let twins = &out.files()["a/index.html"].twins;
        assert_eq!(twins.iter().map(|(end, _)| *end).collect::<Vec<_>>(), ["br", "gz"]);
        for (end, packed) in twins {
            let path = twin("a/index.html", end);
            assert_eq!(whose(&path), Some("a/index.html"));
            assert!(packed.len() < 100 && same(&path, packed, text.as_bytes()));
            assert!(!same(&path, packed, b"something else") && !same(&path, b"no twin at all", text.as_bytes()));
        }
        assert!(out.files()["icon.png"].twins.is_empty() && out.files()["small.txt"].twins.is_empty());
        assert_eq!(whose("a/index.html"), None);
    }

    #[test]
    fn a_twin_that_says_something_else_is_made_again() {
        let dir = tempfile::tempdir().unwrap();
        let text = "Denk mee. ".repeat(100);
        let made = |dir: &Path| {
            let mut out = Output::new(dir, Effort::Best);
            out.text("index.html", &text);
            out.files()["index.html"].twins.clone()
        };
        let fresh = made(dir.path());
        fs::write(dir.path().join("index.html.br"), brotli(b"old", Effort::Best)).unwrap();
        fs::write(dir.path().join("index.html.gz"), "half a file").unwrap();
        assert_eq!(made(dir.path()), fresh);
        // Packed in another way, but saying the same: that is kept as it is.
        let mut loose = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::none());
        io::Write::write_all(&mut loose, text.as_bytes()).unwrap();
        let loose = loose.finish().unwrap();
        fs::write(dir.path().join("index.html.gz"), &loose).unwrap();
        assert_eq!(made(dir.path())[1].1, loose);
    }
}
