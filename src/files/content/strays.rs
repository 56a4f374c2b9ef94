//! Files in a content folder that are read by nobody: a text file that only seems to be JSON, what an office program
//! leaves while a document is open, a folder whose name is nearly right.

use crate::files::folder::{Child, Folder, join};

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
const FOLDERS: [&str; 5] = ["consultations", "places", "feedback", "trace", "pictures"];
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

/// Everything in a content folder that is not read, by path.
pub fn in_folder(folder: &dyn Folder) -> Vec<(String, Stray)> {
    let mut found = Vec::new();
    // In another folder than one of content, most of what there is has nothing to do with it.
    let content = folder.list(FOLDERS[0]).is_ok();
    for Child { name, is_folder } in entries(folder, "") {
        let lower = name.to_lowercase();
        let known = FOLDERS.contains(&name.as_str()) || BESIDE.iter().any(|beside| lower.starts_with(beside));
        match Name::of(&name) {
            _ if known || name == "site.json" || lower.ends_with(".css") => {}
            _ if is_folder => {
                let near = FOLDERS.into_iter().find(|known| lower.starts_with(&known[..5]));
                let stray = near.map(Stray::Folder).or(content.then_some(Stray::Ignored));
                found.extend(stray.map(|stray| (name, stray)));
            }
            other if content => found.extend(stray(other).map(|stray| (name, stray))),
            _ => {}
        }
    }
    for within in ["consultations", "places", "feedback"] {
        let entries = entries(folder, within);
        for Child { name, is_folder } in &entries {
            // Earlier versions and revisions have a folder that is called as their file.
            let file = Child { name: format!("{name}.json"), is_folder: false };
            let versions = *is_folder && entries.contains(&file);
            // What nearly is content was told when the folder was read.
            let told = versions || matches!(Name::of(name), Name::Json | Name::AlmostJson | Name::Document);
            found.extend(stray(Name::of(name)).filter(|_| !told).map(|stray| (join(within, name), stray)));
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

fn entries(content: &dyn Folder, path: &str) -> Vec<Child> {
    // A folder that can't be read is told by who reads the content.
    content.list(path).unwrap_or_default()
}
