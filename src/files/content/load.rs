//! Loads a whole content folder, with every problem noted.

use super::{Content, FILE_LIMIT, FileFault, Problem, Problems, Versions, earlier::Earlier, strays::Name};
use crate::{
    domain::{
        consultation::Consultation,
        id::Id,
        json,
        language::Language,
        places::Places,
        site::Site,
        trace,
        work::{Decisions, Where},
    },
    files::{
        folder::{Folder, join},
        read::{self, Cause, Finding, consultation::Surroundings},
        slip::{
            self,
            spot::{self, Spot},
        },
    },
};
use serde_json::Value;
use std::{
    collections::BTreeMap,
    io,
    path::{Path, PathBuf},
};

/// Loads the folder with `consultations/`, `places/` and, in it or beside it, `site.json`.
pub fn load(folder: &dyn Folder) -> Result<Content, Problems> {
    let mut loader = Loader { folder, problems: Problems::default(), files: BTreeMap::new() };
    let site_path = site_path(folder);
    let site_file = loader.site(&site_path);
    let site = site_file.as_ref().and_then(|(site, _)| site.as_ref());
    let languages = site.map_or(&Language::ALL[..], |site| &site.languages).to_vec();
    let places: BTreeMap<Id, Places> = loader
        .folder("places")
        .into_iter()
        .filter_map(|file| Some((file.stem.clone(), loader.keep(&file, read::places::read(&file.json, &languages))?)))
        .collect();
    let files = loader.folder("consultations");
    loader.same_slugs(&files);
    let slugs: Vec<Id> = files.iter().map(|file| file.stem.clone()).collect();
    let mut consultations = BTreeMap::new();
    for file in files {
        let around = Surroundings { site, places: &places, file_stem: file.stem.as_str() };
        if let Some(consultation) = loader.keep(&file, read::consultation::read(&file.json, &around)) {
            consultations.insert(file.stem, consultation);
        }
    }
    let earlier = Earlier::load(folder, "consultations", &consultations, &places);
    let feedback = loader.feedback(&consultations, &slugs);
    match site_file {
        Some((Some(site), site_bytes)) if loader.problems.list.is_empty() => {
            let (site_file, files) = (folder.named(&site_path), loader.files);
            Ok(Content { site, site_file, site_path, site_bytes, files, consultations, earlier, places, feedback })
        }
        _ => Err(loader.problems),
    }
}

/// `site.json` is in the content folder or beside it.
fn site_path(folder: &dyn Folder) -> String {
    let beside = "../site.json";
    let is_beside = !folder.has_file("site.json") && folder.has_file(beside);
    if is_beside { beside } else { "site.json" }.to_owned()
}

/// Decisions may be about a million reactions: that is about this.
pub const DECISIONS_LIMIT: u64 = 2 * 1024 * 1024 * 1024;

/// Reads decisions about one of the consultations, from what came of reading its file.
pub fn decisions(file: &Path, bytes: io::Result<Vec<u8>>, content: &Content) -> Result<Decisions, Problems> {
    let mut problems = Problems { files: 1, ..Problems::default() };
    let read = bytes.map_err(|cause| fault(&cause)).and_then(|bytes| Ok((parse(&bytes)?, bytes)));
    let read = read.map_err(|fault| problems.note(file.to_owned(), fault)).ok();
    let decisions = read.and_then(|(json, bytes)| {
        let slug = read::decisions::consultation(&json);
        let consultation = slug.as_ref().and_then(|slug| content.consultations.get(slug));
        if let (Some(slug), None) = (&slug, consultation) {
            problems.note(file.to_owned(), FileFault::NoSuchConsultation(slug.to_string()));
            return None;
        }
        let languages = consultation.map_or(&Language::ALL[..], |consultation| &consultation.languages);
        let read = read::decisions::read(&json, languages);
        read.map_err(|findings| problems.found(file.to_owned(), &bytes, &json, findings)).ok()
    });
    decisions.ok_or(problems)
}

/// On which lines of a file of decisions these stand.
pub fn of_decisions(file: &Path, bytes: &[u8], causes: impl IntoIterator<Item = (Where, Cause)>) -> Vec<Problem> {
    let finding = |(at, cause)| Finding { path: read::decisions::path(at), cause };
    Problems::in_file(file.to_owned(), bytes, causes.into_iter().map(finding).collect())
}

/// Whether feedback that is about to be written would be read: by the same rules, before it is in its place.
pub fn read_back(file: &Path, text: &str, consultation: &Consultation) -> Result<(), Problems> {
    let mut problems = Problems { files: 1, ..Problems::default() };
    let large = text.len() as u64 > FILE_LIMIT;
    match if large { Err(FileFault::TooLarge) } else { parse(text.as_bytes()) } {
        Ok(json) => {
            let read = read::feedback::read(&json, consultation.slug.as_str(), &consultation.languages);
            if let Err(findings) = read {
                problems.found(file.to_owned(), text.as_bytes(), &json, findings);
            }
        }
        Err(fault) => problems.note(file.to_owned(), fault),
    }
    if problems.list.is_empty() { Ok(()) } else { Err(problems) }
}

/// What was found in a content file that could be read, with the lines on which it stands.
pub fn located(folder: &dyn Folder, content: &Content, path: &str, findings: Vec<Finding>) -> Vec<Problem> {
    let bytes = content.files.get(path).map_or(&[][..], Vec::as_slice);
    Problems::in_file(folder.named(path), bytes, findings)
}

impl Problems {
    /// What was found in one file, with the lines on which it stands.
    pub(super) fn in_file(file: PathBuf, bytes: &[u8], findings: Vec<Finding>) -> Vec<Problem> {
        let mut problems = Problems::default();
        if !findings.is_empty() {
            problems.found(file, bytes, &parse(bytes).unwrap_or_default(), findings);
        }
        problems.list
    }

    fn note(&mut self, file: PathBuf, fault: FileFault) {
        self.list.push(Problem { file, spot: None, fault });
    }

    /// Notes what was found in a file, with the lines on which it stands.
    fn found(&mut self, file: PathBuf, bytes: &[u8], json: &Value, findings: Vec<Finding>) {
        // What is JSON is UTF-8.
        let text = std::str::from_utf8(bytes).unwrap_or_default();
        let paths: Vec<_> = findings.iter().map(|finding| finding.path.as_str()).collect();
        let spots = spot::spots(text, json, &paths);
        let problem = |(finding, spot): (Finding, Spot)| Problem {
            file: file.clone(),
            spot: (!text.is_empty()).then_some(spot),
            fault: FileFault::Content(finding),
        };
        self.list.extend(findings.into_iter().zip(spots).map(problem));
    }
}

/// A file that is JSON and has the name of one.
struct File {
    path: String,
    stem: Id,
    json: Value,
}

struct Loader<'a> {
    folder: &'a dyn Folder,
    problems: Problems,
    /// What was read.
    files: BTreeMap<String, Vec<u8>>,
}

impl Loader<'_> {
    fn note(&mut self, path: &str, fault: FileFault) {
        self.problems.note(self.folder.named(path), fault);
    }

    fn keep<T>(&mut self, file: &File, read: Result<T, Vec<Finding>>) -> Option<T> {
        let bytes = self.files.get(&file.path).map_or(&[][..], Vec::as_slice);
        read.map_err(|findings| self.problems.found(self.folder.named(&file.path), bytes, &file.json, findings)).ok()
    }

    /// The site, if it is right, and what stands in its file.
    fn site(&mut self, path: &str) -> Option<(Option<Site>, Vec<u8>)> {
        let (json, bytes) = self.json(path)?;
        let read = read::site::read(&json);
        let site = read.map_err(|findings| self.problems.found(self.folder.named(path), &bytes, &json, findings)).ok();
        Some((site, bytes))
    }

    /// `feedback/<slug>.json`, with earlier versions in `feedback/<slug>/` and lookup files in `trace/<slug>/`.
    fn feedback(&mut self, consultations: &BTreeMap<Id, Consultation>, slugs: &[Id]) -> BTreeMap<Id, Versions> {
        let there = self.folder.list("consultations").unwrap_or_default();
        let mut told = BTreeMap::new();
        for file in self.folder("feedback") {
            let slug = file.stem.clone();
            // A question that is there and can't be read is blamed already, and is not gone.
            let is_there = |end: &str| there.iter().any(|entry| entry.name == format!("{slug}{end}"));
            if !slugs.contains(&slug) && ![".json", ".json.txt", ".JSON"].into_iter().any(is_there) {
                self.note(&file.path, FileFault::NoSuchConsultation(slug.to_string()));
            }
            // One that can't be read is blamed already.
            let Some(consultation) = consultations.get(&slug) else { continue };
            let languages = &consultation.languages;
            let current = self.keep(&file, read::feedback::read(&file.json, slug.as_str(), languages));
            let mut earlier = Vec::new();
            for file in self.folder(&format!("feedback/{slug}")) {
                earlier.extend(self.keep(&file, read::feedback::read(&file.json, slug.as_str(), languages)));
            }
            earlier.sort_by_key(|feedback| feedback.version);
            let bits = bits(self.folder, &format!("trace/{slug}"));
            told.extend(current.map(|feedback| (slug, Versions { feedback, earlier, bits })));
        }
        told
    }

    /// Every `*.json` in a folder, by name.
    fn folder(&mut self, path: &str) -> Vec<File> {
        let entries = match self.folder.list(path) {
            Ok(entries) => entries,
            Err(cause) if cause.kind() == io::ErrorKind::NotFound => return Vec::new(),
            Err(cause) => {
                self.note(path, FileFault::Unreadable(cause.kind()));
                return Vec::new();
            }
        };
        let mut files = Vec::new();
        for entry in entries {
            let file = join(path, &entry.name);
            match Name::of(&entry.name) {
                Name::Json => files.push(file),
                Name::AlmostJson => self.note(&file, FileFault::AlmostJson),
                Name::Document => self.note(&file, FileFault::Document),
                _ => {}
            }
        }
        files.into_iter().filter_map(|path| self.named(path)).collect()
    }

    fn named(&mut self, path: String) -> Option<File> {
        let name = path.rsplit('/').next().unwrap_or_default();
        let stem = name.strip_suffix(".json").and_then(|stem| Id::try_from(stem).ok());
        let read = self.json(&path);
        let Some(stem) = stem else {
            self.note(&path, FileFault::Name);
            return None;
        };
        let (json, bytes) = read?;
        self.files.insert(path.clone(), bytes);
        Some(File { path, stem, json })
    }

    fn json(&mut self, path: &str) -> Option<(Value, Vec<u8>)> {
        self.problems.files += 1;
        let read = bytes(self.folder, path).and_then(|bytes| Ok((parse(&bytes)?, bytes)));
        read.map_err(|fault| self.note(path, fault)).ok()
    }

    /// A slug that stands in two files, by copying one and forgetting to change it.
    fn same_slugs(&mut self, files: &[File]) {
        let mut first: BTreeMap<&str, &str> = BTreeMap::new();
        for file in files {
            let Some(slug) = file.json.get("slug").and_then(Value::as_str) else { continue };
            if let Some(other) = first.get(slug) {
                let other = self.folder.named(other).display().to_string();
                self.note(&file.path, FileFault::SameSlug(other));
            } else {
                first.insert(slug, &file.path);
            }
        }
    }
}

/// By how many bits the lookup files in a folder are picked, as their names say.
fn bits(folder: &dyn Folder, path: &str) -> Option<u32> {
    folder.list(path).ok()?.iter().find_map(|entry| trace::bits_of(&entry.name))
}

/// What is in a file of content.
pub fn bytes(folder: &dyn Folder, path: &str) -> Result<Vec<u8>, FileFault> {
    folder.read(path, FILE_LIMIT).map_err(|cause| fault(&cause))
}

/// Why a file could not be read.
fn fault(cause: &io::Error) -> FileFault {
    match cause.kind() {
        io::ErrorKind::NotFound => FileFault::Absent,
        io::ErrorKind::FileTooLarge => FileFault::TooLarge,
        kind => FileFault::Unreadable(kind),
    }
}

/// The JSON in a file.
pub fn json(folder: &dyn Folder, path: &str) -> Result<Value, FileFault> {
    parse(&bytes(folder, path)?)
}

pub(super) fn parse(bytes: &[u8]) -> Result<Value, FileFault> {
    json::strict(bytes).map_err(|error| {
        let slip = slip::find(bytes).unwrap_or_else(|| slip::unknown(bytes, error.line(), error.column()));
        FileFault::Slip(slip)
    })
}
