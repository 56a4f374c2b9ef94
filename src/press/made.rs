//! A site that was made, in memory: its files by path, and what is to be known of its pages.

use super::edition;
use crate::domain::{language::Language, route::Route};
use std::collections::BTreeMap;

/// What is made so far.
#[derive(Debug, Default)]
pub struct Made {
    /// What stands in each file, by path from the site's folder.
    pub files: BTreeMap<String, Vec<u8>>,
    pages: Vec<PageFile>,
}

/// A page that was made.
#[derive(Debug)]
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

impl Made {
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
        self.files.get(path).map_or(&[], Vec::as_slice)
    }

    /// The files so far whose path begins like this.
    pub fn under(&self, start: &str) -> impl Iterator<Item = &str> {
        self.files.keys().map(String::as_str).filter(move |path| path.starts_with(start))
    }

    /// A text file; `path` is relative to the site.
    pub fn text(&mut self, path: &str, text: &str) {
        self.bytes(path, text.as_bytes());
    }

    /// A file that browsers keep for ever, so its name changes with every byte in it. Gives its address under this base.
    pub fn asset(&mut self, base: &str, stem: &str, end: &str, bytes: &[u8]) -> String {
        let name = format!("assets/{stem}-{}{end}", edition::sum(bytes));
        self.bytes(&name, bytes);
        format!("{base}{name}")
    }

    /// A file.
    pub fn bytes(&mut self, path: &str, bytes: &[u8]) {
        self.files.insert(path.to_owned(), bytes.to_owned());
    }
}

/// Whether a file goes over the line as it is, and not compressed: a picture is compressed already, and the length of a
/// lookup file may say nothing of what is in it.
pub fn is_plain(path: &str) -> bool {
    [".png", ".jpg", ".webp", ".bin"].iter().any(|end| path.ends_with(end))
}
