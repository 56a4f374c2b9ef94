//! The files of a site that was made, with their compressed twins.

use crate::press::made::{Made, is_plain};
use indicatif::ProgressBar;
use std::{collections::BTreeMap, fs, io, path::Path};

/// Files below this are not worth compressing.
const SMALL: usize = 512;

/// How much work is done to make twins small.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Effort {
    /// As small as can be: what somebody will download.
    #[default]
    Best,
    /// Larger, and some ten times as quick: for a site that is tried out.
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
    files: BTreeMap<String, File>,
}

/// A file of the site, to be put in place together with its twins.
pub struct File {
    /// What is in it.
    pub bytes: Vec<u8>,
    /// The same compressed, by the end of the name.
    pub twins: Vec<(&'static str, Vec<u8>)>,
}

impl Output {
    /// With twins where they make a file smaller. What an earlier site in `root` has compressed need not be compressed
    /// again. Each file is counted on the bar.
    pub fn of(made: Made, root: &Path, effort: Effort, bar: &ProgressBar) -> Self {
        let file = |(path, bytes): (String, Vec<u8>)| {
            let mut twins = Vec::new();
            if bytes.len() >= SMALL && !is_plain(&path) {
                // Compressing takes the most time of all: what says the same already is kept.
                let kept = |way: &Packing| {
                    let twin = fs::read(root.join(format!("{path}.{}", way.end))).ok()?;
                    (way.unpack)(&twin).is_some_and(|plain| plain == bytes).then_some(twin)
                };
                let twin = |way: &Packing| (way.end, kept(way).unwrap_or_else(|| (way.pack)(&bytes, effort)));
                twins.extend(TWINS.iter().map(twin));
            }
            bar.inc(1);
            (path, File { bytes, twins })
        };
        Self { files: made.files.into_iter().map(file).collect() }
    }

    /// What is in a file; nothing when it is not there.
    pub fn read(&self, path: &str) -> &[u8] {
        self.files.get(path).map_or(&[], |file| &file.bytes)
    }

    /// The files whose path begins like this.
    pub fn under(&self, start: &str) -> impl Iterator<Item = &str> {
        self.files.keys().map(String::as_str).filter(move |path| path.starts_with(start))
    }

    /// Every file, by path.
    pub fn files(&self) -> &BTreeMap<String, File> {
        &self.files
    }
}

/// The path of a twin.
pub fn twin(path: &str, end: &str) -> String {
    format!("{path}.{end}")
}

/// Whether a twin says the same as the file.
pub fn same(path: &str, twin: &[u8], plain: &[u8]) -> bool {
    let way = TWINS.iter().find(|way| path.ends_with(way.end));
    way.and_then(|way| (way.unpack)(twin)).is_some_and(|unpacked| unpacked == plain)
}

fn brotli(bytes: &[u8], effort: Effort) -> Vec<u8> {
    let mut out = Vec::new();
    let quality = if effort == Effort::Best { 11 } else { 5 };
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
    let level = if effort == Effort::Best { flate2::Compression::best() } else { flate2::Compression::fast() };
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
    use crate::files::release::steps::whose;

    #[test]
    fn twins_hold_the_same_and_pictures_have_none() {
        let dir = tempfile::tempdir().unwrap();
        let mut made = Made::default();
        let text = "Denk mee. ".repeat(100);
        made.text("a/index.html", &text);
        made.text("icon.png", &text);
        made.text("content/trace/dorp/0-0000.bin", &text);
        made.text("small.txt", "Denk mee.");
        let out = Output::of(made, dir.path(), Effort::Best, &ProgressBar::hidden());
        let twins = &out.files()["a/index.html"].twins;
        assert_eq!(twins.iter().map(|(end, _)| *end).collect::<Vec<_>>(), ["br", "gz"]);
        for (end, packed) in twins {
            let path = twin("a/index.html", end);
            assert_eq!(whose(&path), Some("a/index.html"));
            assert!(packed.len() < 100 && same(&path, packed, text.as_bytes()));
            assert!(!same(&path, packed, b"something else") && !same(&path, b"no twin at all", text.as_bytes()));
        }
        for path in ["icon.png", "content/trace/dorp/0-0000.bin", "small.txt"] {
            assert!(out.files()[path].twins.is_empty(), "{path}");
        }
        assert_eq!(whose("a/index.html"), None);
    }

    #[test]
    fn a_twin_that_says_something_else_is_made_again() {
        let dir = tempfile::tempdir().unwrap();
        let text = "Denk mee. ".repeat(100);
        let made = |dir: &Path| {
            let mut made = Made::default();
            made.text("index.html", &text);
            Output::of(made, dir, Effort::Best, &ProgressBar::hidden()).files()["index.html"].twins.clone()
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
