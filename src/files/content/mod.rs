//! A whole content folder: everything in it, or everything that is wrong with it.
//!
//! - [`load`]: reading all of it.
//! - [`earlier`]: earlier revisions of consultations.
//! - [`theme`]: the file of tokens that it names.
//! - [`pictures`]: the photos and drawings that it names.
//! - [`manuscript`]: questions that are being written.
//! - [`strays`]: files that nobody reads.
//! - [`days`]: days that make little sense.
//! - [`doubt`]: those and other questions, which stop nothing.
//! - [`beside`]: what a site has beside it.
//! - [`base`]: addresses that would hold the site's path twice.
//! - [`villages`]: a list of places from what somebody pastes.
//! - [`alike`]: options and questions that nobody can tell apart.

pub mod alike;
pub mod base;
pub mod beside;
pub mod days;
pub mod doubt;
pub mod earlier;
mod load;
pub mod manuscript;
pub mod pictures;
pub mod strays;
pub mod theme;
pub mod villages;

pub use load::{DECISIONS_LIMIT, decisions, load, located, of_decisions, read_back};

use super::{
    folder::{Folder, Gap},
    pictures::{Drawn, PictureFault},
    read::Finding,
    slip::{Slip, spot::Spot},
    theme::ThemeFault,
};
use crate::domain::{
    consultation::Consultation,
    feedback::Feedback,
    id::Id,
    places::Places,
    reaction::{Asked, Header, Known},
    site::Site,
};
use earlier::Earlier;
use serde_json::Value;
use std::{
    collections::{BTreeMap, BTreeSet},
    io,
    path::PathBuf,
};

/// No content file is near this; a larger one is a mistake.
pub const FILE_LIMIT: u64 = 8 * 1024 * 1024;

/// All content of a site.
#[derive(Clone, Debug)]
pub struct Content {
    /// The site.
    pub site: Site,
    /// Its file, as people know it.
    pub site_file: PathBuf,
    /// Where that is in the folder, or beside it.
    pub site_path: String,
    /// What stands in it.
    pub site_bytes: Vec<u8>,
    /// The other files that were read, by path in the folder, as they are: a site is published with them.
    pub files: BTreeMap<String, Vec<u8>>,
    /// The consultations by slug.
    pub consultations: BTreeMap<Id, Consultation>,
    /// What was kept of their earlier revisions.
    pub earlier: Earlier,
    /// The places by province.
    pub places: BTreeMap<Id, Places>,
    /// What was told back, by the slug of its consultation.
    pub feedback: BTreeMap<Id, Versions>,
}

impl Content {
    /// Takes in what was told back, with the files in which it stands.
    pub fn add(&mut self, told: Versions, files: impl IntoIterator<Item = (String, Vec<u8>)>) {
        self.feedback.insert(told.feedback.slug.clone(), told);
        self.files.extend(files);
    }

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
        Known::Asked(Asked { opens: now.opens, closes: now.ends(), questions })
    }
}

/// Feedback on a consultation.
#[derive(Clone, Debug)]
pub struct Versions {
    /// What holds now.
    pub feedback: Feedback,
    /// Earlier versions, the first one first.
    pub earlier: Vec<Feedback>,
    /// By how many bits of a tag its lookup files are picked; `None` when there are none.
    pub bits: Option<u32>,
}

impl Versions {
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
    /// Something in a picture, or it is not there.
    Picture(PictureFault),
    /// Its name, without `.json`, is no id.
    Name,
    /// Another file has this slug too.
    SameSlug(String),
    /// It belongs to a consultation that is not there.
    NoSuchConsultation(String),
    /// Something in it.
    Content(Finding),
}

/// What a site looks like, beside its content.
#[derive(Clone, Debug, Default)]
pub struct Face {
    /// Its own tokens, if it has any.
    pub theme: Option<String>,
    /// The pictures that its content names.
    pub pictures: BTreeMap<Id, Drawn>,
}

/// What keeps content that is right by itself from being published under this base; else what it looks like.
pub fn publishable(folder: &dyn Folder, content: &Content, base: &str) -> Result<Face, Problems> {
    let mut list = base::problems(content, base);
    list.extend(alike::problems(folder, content));
    let (theme, pictures) = (theme::read(folder, &content.site, &content.site_path), pictures::read(folder, content));
    match (theme, pictures) {
        (Ok(theme), Ok(pictures)) if list.is_empty() => Ok(Face { theme, pictures }),
        (theme, pictures) => {
            list.extend(theme.err().into_iter().chain(pictures.err()).flatten());
            let files = list.iter().map(|problem| &problem.file).collect::<BTreeSet<_>>().len();
            Err(Problems { list, files })
        }
    }
}
