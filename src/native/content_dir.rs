//! Loads a whole content folder: everything in it, or everything that is wrong with it.

use crate::{
    content::{self, Finding, consultation::Surroundings},
    domain::{consultation::Consultation, id::Id, json, language::Language, places::Places, site::Site},
};
use serde_json::Value;
use std::{
    collections::BTreeMap,
    fs, io,
    path::{Path, PathBuf},
};

/// No content file is near this; a larger one is a mistake.
const FILE_LIMIT: u64 = 8 * 1024 * 1024;

/// All content of a site.
#[derive(Clone, Debug)]
pub struct Content {
    /// The site.
    pub site: Site,
    /// The consultations by slug.
    pub consultations: BTreeMap<Id, Consultation>,
    /// The places by province.
    pub places: BTreeMap<Id, Places>,
}

/// Everything that is wrong with a content folder.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Problems {
    /// In the order of the files.
    pub list: Vec<Problem>,
    /// How many files were looked at.
    pub files: usize,
}

/// Something wrong in a file.
#[derive(Clone, Debug, PartialEq)]
pub struct Problem {
    /// The file or folder.
    pub file: PathBuf,
    /// What is wrong.
    pub fault: FileFault,
}

/// What is wrong with a file.
#[derive(Clone, Debug, PartialEq)]
pub enum FileFault {
    /// It can't be opened or read.
    Unreadable(io::ErrorKind),
    /// It is not there.
    Absent,
    /// It is larger than any content file.
    TooLarge,
    /// From this byte on it is not UTF-8.
    NotUtf8(usize),
    /// Its name, without `.json`, is no id.
    Name,
    /// Another file has this slug too.
    SameSlug(String),
    /// There is no consultation in the folder.
    NoConsultations,
    /// Something in it.
    Content(Finding),
}

/// Loads the folder with `consultations/`, `places/` and, in it or beside it, `site.json`.
pub fn load(dir: &Path) -> Result<Content, Problems> {
    let mut loader = Loader::default();
    let site = loader.site(dir);
    let languages = site.as_ref().map_or(&Language::ALL[..], |site| &site.languages).to_vec();
    let places: BTreeMap<Id, Places> = loader
        .folder(&dir.join("places"), false)
        .into_iter()
        .filter_map(|(file, stem, json)| Some((stem, loader.keep(&file, content::places::read(&json, &languages))?)))
        .collect();
    let folder = dir.join("consultations");
    let files = loader.folder(&folder, true);
    loader.same_slugs(&files);
    let mut consultations = BTreeMap::new();
    for (file, stem, json) in files {
        let around = Surroundings { site: site.as_ref(), places: &places, file_stem: stem.as_str() };
        if let Some(consultation) = loader.keep(&file, content::consultation::read(&json, &around)) {
            consultations.insert(stem, consultation);
        }
    }
    match site {
        Some(site) if loader.problems.list.is_empty() => Ok(Content { site, consultations, places }),
        _ => Err(loader.problems),
    }
}

#[derive(Default)]
struct Loader {
    problems: Problems,
}

impl Loader {
    fn note(&mut self, file: &Path, fault: FileFault) {
        self.problems.list.push(Problem { file: file.to_owned(), fault });
    }

    fn keep<T>(&mut self, file: &Path, read: Result<T, Vec<Finding>>) -> Option<T> {
        match read {
            Ok(value) => Some(value),
            Err(findings) => {
                findings.into_iter().for_each(|finding| self.note(file, FileFault::Content(finding)));
                None
            }
        }
    }

    fn site(&mut self, dir: &Path) -> Option<Site> {
        let inside = dir.join("site.json");
        let beside = dir.join("../site.json");
        let file = if !inside.exists() && beside.exists() { beside } else { inside };
        let json = self.json(&file)?;
        self.keep(&file, content::site::read(&json))
    }

    /// Every `*.json` in a folder, by name.
    fn folder(&mut self, dir: &Path, needed: bool) -> Vec<(PathBuf, Id, Value)> {
        let files = match json_files(dir) {
            Ok(files) => files,
            Err(cause) if cause.kind() == io::ErrorKind::NotFound => {
                if needed {
                    self.note(dir, FileFault::NoConsultations);
                }
                return Vec::new();
            }
            Err(cause) => {
                self.note(dir, FileFault::Unreadable(cause.kind()));
                return Vec::new();
            }
        };
        if needed && files.is_empty() {
            self.note(dir, FileFault::NoConsultations);
        }
        files.into_iter().filter_map(|file| self.named(file)).collect()
    }

    fn named(&mut self, file: PathBuf) -> Option<(PathBuf, Id, Value)> {
        let stem = file.file_stem().and_then(|stem| stem.to_str()).and_then(|stem| Id::try_from(stem).ok());
        let json = self.json(&file);
        let Some(stem) = stem else {
            self.note(&file, FileFault::Name);
            return None;
        };
        Some((file, stem, json?))
    }

    fn json(&mut self, file: &Path) -> Option<Value> {
        self.problems.files += 1;
        match read(file) {
            Ok(json) => Some(json),
            Err(fault) => {
                self.note(file, fault);
                None
            }
        }
    }

    /// A slug that stands in two files, by copying one and forgetting to change it.
    fn same_slugs(&mut self, files: &[(PathBuf, Id, Value)]) {
        let mut first: BTreeMap<&str, &Path> = BTreeMap::new();
        for (file, _, json) in files {
            let Some(slug) = json.get("slug").and_then(Value::as_str) else { continue };
            if let Some(other) = first.get(slug) {
                self.note(file, FileFault::SameSlug(other.display().to_string()));
            } else {
                first.insert(slug, file);
            }
        }
    }
}

fn json_files(dir: &Path) -> io::Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    for entry in fs::read_dir(dir)? {
        let path = entry?.path();
        if path.extension().is_some_and(|extension| extension == "json") {
            files.push(path);
        }
    }
    files.sort();
    Ok(files)
}

fn read(file: &Path) -> Result<Value, FileFault> {
    let unreadable = |cause: io::Error| match cause.kind() {
        io::ErrorKind::NotFound => FileFault::Absent,
        kind => FileFault::Unreadable(kind),
    };
    let metadata = fs::metadata(file).map_err(unreadable)?;
    if metadata.len() > FILE_LIMIT {
        return Err(FileFault::TooLarge);
    }
    let bytes = fs::read(file).map_err(unreadable)?;
    std::str::from_utf8(&bytes).map_err(|error| FileFault::NotUtf8(error.valid_up_to()))?;
    json::strict(&bytes).map_err(|error| {
        let cause = content::Cause::NotJson(error.to_string());
        FileFault::Content(Finding { path: "$".into(), cause })
    })
}
