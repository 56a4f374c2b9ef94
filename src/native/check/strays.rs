//! Files in a content folder that are read by nobody: a text file that only seems to be JSON, what an office program
//! leaves while a document is open, a folder whose name is nearly right.

use std::{
    fs,
    path::{Path, PathBuf},
};

/// What a name says of a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Name {
    /// A content file.
    Json,
    /// Nearly one: `dorp.json.txt`, `dorp.JSON`.
    AlmostJson,
    /// What people write texts in: `dorp.docx`.
    Document,
    /// Somebody has a file open in an office program.
    Lock,
    /// What systems put in every folder.
    Clutter,
    /// Anything else.
    Other,
}

/// A file or folder that is not read, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Stray {
    /// Its name only resembles that of a content file.
    AlmostJson,
    /// Somebody has a file open.
    Lock,
    /// It belongs nowhere.
    Ignored,
    /// A folder that is probably meant to be called this.
    Folder(&'static str),
}

/// The folders of content.
const FOLDERS: [&str; 4] = ["consultations", "places", "feedback", "trace"];
/// What else may stand in the content folder.
const BESIDE: [&str; 5] = ["readme", "leesmij", "license", "licence", "changelog"];
/// What people write texts in; in the folders of content, somebody means that as content.
const DOCUMENTS: [&str; 6] = [".doc", ".docx", ".odt", ".rtf", ".pages", ".txt"];

impl Name {
    /// Judges a name.
    pub fn of(name: &str) -> Self {
        let lower = name.trim_end_matches([' ', '.']).to_lowercase();
        match lower.as_str() {
            ".ds_store" | "thumbs.db" | "desktop.ini" | ".gitkeep" | ".gitignore" | ".gitattributes" => Name::Clutter,
            lower if lower.starts_with("~$") || lower.starts_with(".~lock.") => Name::Lock,
            lower if lower.starts_with("._") => Name::Clutter,
            _ if name.ends_with(".json") => Name::Json,
            lower if [".json", ".json.txt", ".jsonc", ".json5"].iter().any(|end| lower.ends_with(end)) => {
                Name::AlmostJson
            }
            lower if BESIDE.iter().any(|beside| lower.starts_with(beside)) => Name::Other,
            lower if DOCUMENTS.iter().any(|end| lower.ends_with(end)) => Name::Document,
            _ => Name::Other,
        }
    }
}

/// Everything in a content folder that is not read, by name.
pub fn in_folder(dir: &Path) -> Vec<(PathBuf, Stray)> {
    let mut found = Vec::new();
    // In another folder than one of content, most of what there is has nothing to do with it.
    let content = dir.join(FOLDERS[0]).is_dir();
    for (name, path) in entries(dir) {
        let lower = name.to_lowercase();
        let known = FOLDERS.contains(&name.as_str()) || BESIDE.iter().any(|beside| lower.starts_with(beside));
        match Name::of(&name) {
            _ if known || name == "site.json" || lower.ends_with(".css") => {}
            _ if path.is_dir() => {
                let near = FOLDERS.into_iter().find(|folder| lower.starts_with(&folder[..5]));
                let stray = near.map(Stray::Folder).or(content.then_some(Stray::Ignored));
                found.extend(stray.map(|stray| (path, stray)));
            }
            other if content => found.extend(stray(other).map(|stray| (path, stray))),
            _ => {}
        }
    }
    for folder in ["consultations", "places", "feedback"] {
        for (name, path) in entries(&dir.join(folder)) {
            // Earlier versions and revisions have a folder that is called as their file.
            let versions = path.is_dir() && dir.join(folder).join(format!("{name}.json")).is_file();
            // What nearly is content was told when the folder was read.
            let told = versions || matches!(Name::of(&name), Name::Json | Name::AlmostJson | Name::Document);
            found.extend(stray(Name::of(&name)).filter(|_| !told).map(|stray| (path, stray)));
        }
    }
    found
}

fn stray(name: Name) -> Option<Stray> {
    match name {
        Name::AlmostJson => Some(Stray::AlmostJson),
        Name::Lock => Some(Stray::Lock),
        Name::Json | Name::Document | Name::Other => Some(Stray::Ignored),
        Name::Clutter => None,
    }
}

fn entries(dir: &Path) -> Vec<(String, PathBuf)> {
    // A folder that can't be read is told by who reads the content.
    let entries = fs::read_dir(dir).into_iter().flatten().flatten();
    let mut entries: Vec<_> = entries.map(|e| (e.file_name().to_string_lossy().into_owned(), e.path())).collect();
    entries.sort();
    entries
}
