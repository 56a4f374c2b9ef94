//! Questions that are being written: `work/<slug>/draft.json`, a consultation as far as it is there. Any part may be missing,
//! and what is missing is asked for in the words of `check`. None of it is ever published.
//!
//! - [`form`]: every field there is, as data; [`spots`]: those that show, and which finding belongs where.
//! - [`path`]: places in a draft; [`edit`]: changes of it; [`history`]: undoing them.
//! - [`begin`]: from nothing, from the example, or from an earlier question.
//! - [`site`]: the site as a whole, which is written in the same way; [`matter`]: which of the two it is.
//! - [`gate`]: what a person should look at before it goes out; [`amend`]: what can happen to it after that.
//! - [`stand_in`]: what stands for what is still to be written, in a page of it.
//! - [`pasted`]: what somebody pastes.
//! - [`versions`]: how it stood before; [`merge`](mod@merge): what two people did to it.
//! - [`order`]: how it is written.

pub mod amend;
pub mod begin;
pub mod edit;
pub mod form;
pub mod gate;
pub mod handout;
pub mod history;
pub mod matter;
pub mod merge;
mod order;
pub mod pasted;
pub mod path;
pub mod site;
pub mod spots;
pub mod stand_in;
pub mod versions;

#[cfg(test)]
mod tests;

use super::{Content, FILE_LIMIT, FileFault, Problem, Problems, load};
use crate::{
    domain::{consultation::Consultation, id::Id, language::Localised, places::Places, site::Site},
    files::{
        folder::{Folder, join},
        read::{
            self, Cause, Finding,
            consultation::{self, Surroundings},
            finding::Expected,
        },
    },
};
use serde_json::{Value, json};
use std::{collections::BTreeMap, io::ErrorKind, path::PathBuf};

/// What it is called, in the folder of its question.
pub const FILE: &str = "draft.json";

/// A question that is being written: an object with whatever fields there are.
#[derive(Clone, Debug, PartialEq)]
pub struct Manuscript(Value);

impl Default for Manuscript {
    fn default() -> Self {
        Self(json!({}))
    }
}

impl Manuscript {
    /// Reads one. Only what is no JSON at all, or no object, is none.
    pub fn read(bytes: &[u8]) -> Result<Self, FileFault> {
        match load::parse(bytes)? {
            Value::Object(fields) => Ok(Self(Value::Object(fields))),
            _ => Err(FileFault::Content(Finding { path: "$".into(), cause: Cause::Expected(Expected::Object) })),
        }
    }

    /// As it stands in the file: fields in the order of the format.
    pub fn text(&self) -> String {
        order::text(&self.0, matter::fields(&self.0).0)
    }

    /// All of it.
    pub fn root(&self) -> &Value {
        &self.0
    }

    /// All of it, to be changed by an edit.
    pub fn root_mut(&mut self) -> &mut Value {
        &mut self.0
    }

    /// What it is called so far.
    pub fn title(&self) -> Option<Localised> {
        serde_json::from_value(self.0.get("title")?.clone()).ok()
    }

    /// The question as it would be published, or what still stands in the way of that.
    pub fn judged(&self, around: &Surroundings) -> Result<Consultation, Vec<Finding>> {
        consultation::read(&self.0, around)
    }

    /// The site as it would be published, or what still stands in the way of that.
    pub fn judged_site(&self) -> Result<Site, Vec<Finding>> {
        read::site::read(&self.0)
    }

    /// What still stands in the way of publishing it.
    pub fn findings(&self, around: &Surroundings) -> Vec<Finding> {
        self.judged(around).err().unwrap_or_default()
    }
}

/// A manuscript in a work folder.
#[derive(Clone, Debug, PartialEq)]
pub struct Written {
    /// The question.
    pub slug: Id,
    /// The file.
    pub file: PathBuf,
    /// What it is called so far.
    pub title: Option<Localised>,
    /// What still stands in the way of publishing it.
    pub problems: Vec<Problem>,
}

/// Those in the folder `work` of a folder, judged by the content that they will be part of, as far as that is known.
pub fn all(folder: &dyn Folder, work: &str, content: Option<&Content>) -> Vec<Written> {
    let slugs = folder.list(work).unwrap_or_default().into_iter();
    let slugs = slugs.filter(|child| child.is_folder).filter_map(|child| Id::try_from(child.name.as_str()).ok());
    slugs.filter_map(|slug| one(folder, &join(&join(work, slug.as_str()), FILE), slug, content)).collect()
}

fn one(folder: &dyn Folder, path: &str, slug: Id, content: Option<&Content>) -> Option<Written> {
    let file = folder.named(path);
    let fault = |fault| vec![Problem { file: file.clone(), spot: None, fault }];
    let (title, problems) = match folder.read(path, FILE_LIMIT) {
        Err(error) if error.kind() == ErrorKind::NotFound => return None,
        Err(error) if error.kind() == ErrorKind::FileTooLarge => (None, fault(FileFault::TooLarge)),
        Err(error) => (None, fault(FileFault::Unreadable(error.kind()))),
        Ok(bytes) => match Manuscript::read(&bytes) {
            Err(of) => (None, fault(of)),
            Ok(manuscript) => {
                let none = BTreeMap::<Id, Places>::new();
                let around = Surroundings {
                    site: content.map(|content| &content.site),
                    places: content.map_or(&none, |content| &content.places),
                    file_stem: slug.as_str(),
                };
                let findings = manuscript.findings(&around);
                (manuscript.title(), Problems::in_file(file.clone(), &bytes, findings))
            }
        },
    };
    Some(Written { slug, file, title, problems })
}
