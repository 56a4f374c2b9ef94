//! Loads a whole content folder: everything in it, or everything that is wrong with it.

use super::{check::strays::Name, earlier::Earlier, files::Gap, theme::ThemeFault, whereabouts};
use crate::{
    content::{
        self, Finding,
        consultation::Surroundings,
        slip::{
            self, Slip,
            spot::{self, Spot},
        },
    },
    domain::{
        consultation::Consultation,
        feedback::Feedback,
        id::Id,
        json,
        language::Language,
        places::Places,
        reaction::{Asked, Header, Known},
        site::Site,
        trace,
        workfile::Workfile,
    },
};
use serde_json::Value;
use std::{
    collections::BTreeMap,
    fs, io,
    path::{Path, PathBuf},
};

/// No content file is near this; a larger one is a mistake.
pub const FILE_LIMIT: u64 = 8 * 1024 * 1024;
/// A workfile holds every reaction: a million of them is about this.
const WORKFILE_LIMIT: u64 = 2 * 1024 * 1024 * 1024;

/// All content of a site.
#[derive(Clone, Debug)]
pub struct Content {
    /// The site.
    pub site: Site,
    /// Its file.
    pub site_file: PathBuf,
    /// The consultations by slug.
    pub consultations: BTreeMap<Id, Consultation>,
    /// What was kept of their earlier revisions.
    pub earlier: Earlier,
    /// The places by province.
    pub places: BTreeMap<Id, Places>,
    /// What was told back, by the slug of its consultation.
    pub feedback: BTreeMap<Id, Told>,
}

impl Content {
    /// The consultation as it was in this revision, which may be the present one; `None` when that is not known.
    pub fn revision(&self, slug: &Id, revision: u64) -> Option<&Consultation> {
        let now = self.consultations.get(slug)?;
        let revision = u32::try_from(revision).ok()?;
        if now.revision == revision { Some(now) } else { self.earlier.get(slug, revision) }
    }

    /// What a reaction is judged by: when its consultation is open, and what that asked in the revision it names.
    pub fn known(&self, header: &Header) -> Known<'_> {
        let Some(now) = self.consultations.get(&header.consultation) else { return Known::NoConsultation };
        let named = header.reaction.get("revision").and_then(Value::as_u64);
        let then = named.and_then(|revision| self.revision(&header.consultation, revision));
        let questions = then.map(|then| &then.questions[..]);
        Known::Asked(Asked { opens: now.opens, closes: now.closes, questions })
    }
}

/// Feedback on a consultation.
#[derive(Clone, Debug)]
pub struct Told {
    /// What holds now.
    pub feedback: Feedback,
    /// Earlier versions, the first one first.
    pub earlier: Vec<Feedback>,
    /// By how many bits of a tag its lookup files are picked; `None` when there are none.
    pub bits: Option<u32>,
}

impl Told {
    /// Every version, the first one first.
    pub fn versions(&self) -> impl Iterator<Item = &Feedback> {
        self.earlier.iter().chain([&self.feedback])
    }
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
    /// Where in it, when that is known.
    pub spot: Option<Spot>,
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
    /// The folder is not there.
    NoFolder(Gap),
    /// A file was named for the folder.
    NotAFolder,
    /// This is no content folder; that one near it is.
    Elsewhere(PathBuf),
    /// A text in the format of a word processor, where content files are.
    Document,
    /// It is larger than any content file.
    TooLarge,
    /// It is no JSON, or no text.
    Slip(Slip),
    /// Its name only resembles that of a content file, so it is not read.
    AlmostJson,
    /// Something in a theme.
    Theme(ThemeFault),
    /// Its name, without `.json`, is no id.
    Name,
    /// Another file has this slug too.
    SameSlug(String),
    /// There is no consultation in the folder.
    NoConsultations,
    /// It belongs to a consultation that is not there.
    NoSuchConsultation(String),
    /// Something in it.
    Content(Finding),
}

/// Loads the folder with `consultations/`, `places/` and, in it or beside it, `site.json`.
pub fn load(dir: &Path) -> Result<Content, Problems> {
    let mut loader = Loader::default();
    if let Some(fault) = whereabouts::fault(dir) {
        loader.problems.files = 1;
        loader.note(dir, fault);
        return Err(loader.problems);
    }
    let site_file = site_file(dir);
    let site = loader.site(&site_file);
    let languages = site.as_ref().map_or(&Language::ALL[..], |site| &site.languages).to_vec();
    let places: BTreeMap<Id, Places> = loader
        .folder(&dir.join("places"), false)
        .into_iter()
        .filter_map(|(file, stem, json)| {
            Some((stem, loader.keep(&file, &json, content::places::read(&json, &languages))?))
        })
        .collect();
    let folder = dir.join("consultations");
    let files = loader.folder(&folder, true);
    loader.same_slugs(&files);
    let slugs: Vec<Id> = files.iter().map(|(_, stem, _)| stem.clone()).collect();
    let mut consultations = BTreeMap::new();
    for (file, stem, json) in files {
        let around = Surroundings { site: site.as_ref(), places: &places, file_stem: stem.as_str() };
        if let Some(consultation) = loader.keep(&file, &json, content::consultation::read(&json, &around)) {
            consultations.insert(stem, consultation);
        }
    }
    let earlier = Earlier::load(&folder, &consultations, &places);
    let feedback = loader.feedback(dir, &consultations, &slugs);
    match site {
        Some(site) if loader.problems.list.is_empty() => {
            Ok(Content { site, site_file, consultations, earlier, places, feedback })
        }
        _ => Err(loader.problems),
    }
}

/// `site.json` is in the content folder or beside it.
fn site_file(dir: &Path) -> PathBuf {
    let (inside, beside) = (dir.join("site.json"), dir.join("../site.json"));
    if !inside.exists() && beside.exists() { beside } else { inside }
}

/// A file of text beside the content.
pub fn text(file: &Path) -> Result<String, FileFault> {
    let bytes = bytes(file, FILE_LIMIT)?;
    String::from_utf8(bytes).map_err(|error| {
        let at = error.utf8_error().valid_up_to();
        let bytes = error.into_bytes();
        FileFault::Slip(slip::foreign(&bytes).unwrap_or_else(|| slip::unknown(&bytes, 1, at)))
    })
}

/// Reads the workfile of one of the consultations.
pub fn workfile(file: &Path, content: &Content) -> Result<Workfile, Problems> {
    let mut loader = Loader::default();
    let work = loader.json(file, WORKFILE_LIMIT).and_then(|json| {
        let slug = content::workfile::consultation(&json);
        let consultation = slug.as_ref().and_then(|slug| content.consultations.get(slug));
        if let (Some(slug), None) = (&slug, consultation) {
            loader.note(file, FileFault::NoSuchConsultation(slug.to_string()));
            return None;
        }
        let languages = consultation.map_or(&Language::ALL[..], |consultation| &consultation.languages);
        loader.keep(file, &json, content::workfile::read(&json, languages, &|header| content.known(header)))
    });
    work.ok_or(loader.problems)
}

/// Whether feedback that is about to be written would be read: by the same rules, before it is in its place.
pub fn read_back(file: &Path, text: &str, consultation: &Consultation) -> Result<(), Problems> {
    let mut loader = Loader::default();
    loader.problems.files = 1;
    let large = text.len() as u64 > FILE_LIMIT;
    match if large { Err(FileFault::TooLarge) } else { parse(text.as_bytes()) } {
        Ok(json) => {
            let read = content::feedback::read(&json, consultation.slug.as_str(), &consultation.languages);
            loader.keep(file, &json, read);
        }
        Err(fault) => loader.note(file, fault),
    }
    if loader.problems.list.is_empty() { Ok(()) } else { Err(loader.problems) }
}

/// What was found in a content file that could be read, with the lines on which it stands.
pub fn located(file: &Path, findings: Vec<Finding>) -> Vec<Problem> {
    let mut loader = Loader::default();
    loader.found(file, &read(file, FILE_LIMIT).unwrap_or_default(), findings);
    loader.problems.list
}

#[derive(Default)]
struct Loader {
    problems: Problems,
}

impl Loader {
    fn note(&mut self, file: &Path, fault: FileFault) {
        self.problems.list.push(Problem { file: file.to_owned(), spot: None, fault });
    }

    fn keep<T>(&mut self, file: &Path, json: &Value, read: Result<T, Vec<Finding>>) -> Option<T> {
        match read {
            Ok(value) => Some(value),
            Err(findings) => {
                self.found(file, json, findings);
                None
            }
        }
    }

    /// Notes what was found in a file, with the lines on which it stands.
    fn found(&mut self, file: &Path, json: &Value, findings: Vec<Finding>) {
        // It could be read before; if it is gone by now, only the lines are missing.
        let text = fs::read_to_string(file).unwrap_or_default();
        let paths: Vec<_> = findings.iter().map(|finding| finding.path.as_str()).collect();
        let spots = spot::spots(&text, json, &paths);
        let problem = |(finding, spot): (Finding, Spot)| Problem {
            file: file.to_owned(),
            spot: (!text.is_empty()).then_some(spot),
            fault: FileFault::Content(finding),
        };
        self.problems.list.extend(findings.into_iter().zip(spots).map(problem));
    }

    fn site(&mut self, file: &Path) -> Option<Site> {
        let json = self.json(file, FILE_LIMIT)?;
        self.keep(file, &json, content::site::read(&json))
    }

    /// `feedback/<slug>.json`, with earlier versions in `feedback/<slug>/` and lookup files in `trace/<slug>/`.
    fn feedback(&mut self, dir: &Path, consultations: &BTreeMap<Id, Consultation>, slugs: &[Id]) -> BTreeMap<Id, Told> {
        let mut told = BTreeMap::new();
        for (file, slug, json) in self.folder(&dir.join("feedback"), false) {
            // A question that is there and can't be read is blamed already, and is not gone.
            let there = |name: &str| dir.join("consultations").join(format!("{slug}{name}")).exists();
            if !slugs.contains(&slug) && ![".json", ".json.txt", ".JSON"].into_iter().any(there) {
                self.note(&file, FileFault::NoSuchConsultation(slug.to_string()));
            }
            // One that can't be read is blamed already.
            let Some(consultation) = consultations.get(&slug) else { continue };
            let languages = &consultation.languages;
            let current = self.keep(&file, &json, content::feedback::read(&json, slug.as_str(), languages));
            let mut earlier = Vec::new();
            for (file, _, json) in self.folder(&dir.join("feedback").join(slug.as_str()), false) {
                earlier.extend(self.keep(&file, &json, content::feedback::read(&json, slug.as_str(), languages)));
            }
            earlier.sort_by_key(|feedback| feedback.version);
            let bits = bits(&dir.join("trace").join(slug.as_str()));
            told.extend(current.map(|feedback| (slug, Told { feedback, earlier, bits })));
        }
        told
    }

    /// Every `*.json` in a folder, by name.
    fn folder(&mut self, dir: &Path, needed: bool) -> Vec<(PathBuf, Id, Value)> {
        let files = match files(dir) {
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
        let (files, others): (Vec<_>, Vec<_>) = files.into_iter().partition(|(name, _)| *name == Name::Json);
        for (name, file) in &others {
            match name {
                Name::AlmostJson => self.note(file, FileFault::AlmostJson),
                Name::Document => self.note(file, FileFault::Document),
                _ => {}
            }
        }
        if needed && files.is_empty() {
            self.note(dir, FileFault::NoConsultations);
        }
        files.into_iter().filter_map(|(_, file)| self.named(file)).collect()
    }

    fn named(&mut self, file: PathBuf) -> Option<(PathBuf, Id, Value)> {
        let stem = file.file_stem().and_then(|stem| stem.to_str()).and_then(|stem| Id::try_from(stem).ok());
        let json = self.json(&file, FILE_LIMIT);
        let Some(stem) = stem else {
            self.note(&file, FileFault::Name);
            return None;
        };
        Some((file, stem, json?))
    }

    fn json(&mut self, file: &Path, limit: u64) -> Option<Value> {
        self.problems.files += 1;
        match read(file, limit) {
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

/// By how many bits the lookup files in a folder are picked, as their names say.
fn bits(dir: &Path) -> Option<u32> {
    fs::read_dir(dir).ok()?.flatten().find_map(|entry| trace::bits_of(entry.file_name().to_str()?))
}

/// The files of a folder, with what their names say.
fn files(dir: &Path) -> io::Result<Vec<(Name, PathBuf)>> {
    let mut files = Vec::new();
    for entry in fs::read_dir(dir)? {
        let path = entry?.path();
        files.push((Name::of(&path.file_name().unwrap_or_default().to_string_lossy()), path));
    }
    files.sort_by(|(_, a), (_, b)| a.cmp(b));
    Ok(files)
}

fn bytes(file: &Path, limit: u64) -> Result<Vec<u8>, FileFault> {
    let unreadable = |cause: io::Error| match cause.kind() {
        io::ErrorKind::NotFound => FileFault::Absent,
        kind => FileFault::Unreadable(kind),
    };
    let metadata = fs::metadata(file).map_err(unreadable)?;
    if metadata.len() > limit {
        return Err(FileFault::TooLarge);
    }
    fs::read(file).map_err(unreadable)
}

/// The JSON in a file.
pub(super) fn read(file: &Path, limit: u64) -> Result<Value, FileFault> {
    parse(&bytes(file, limit)?)
}

fn parse(bytes: &[u8]) -> Result<Value, FileFault> {
    json::strict(bytes).map_err(|error| {
        let slip = slip::find(bytes).unwrap_or_else(|| slip::unknown(bytes, error.line(), error.column()));
        FileFault::Slip(slip)
    })
}
