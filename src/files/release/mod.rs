//! What would change or vanish against the release that is published, and what was done with it.
//!
//! - [`manifest`]: the list of what publishing made.
//! - [`revision`]: questions that changed while their revision did not.
//! - [`stop`]: whatever else nobody may have meant.
//! - [`online`]: the site as it is online; [`report`]: what came of making the next one in the desk.
//! - [`steps`]: in which order files are put in place; [`placing`]: that in a folder or a bucket; [`served`]: how they are served.
//! - [`look`]: a page of that, to be looked at.
//! - [`changes`]: which files say something else than those that are published; [`differences`]: the same by question and field.

pub mod changes;
pub mod differences;
pub mod look;
pub mod manifest;
pub mod online;
pub mod placing;
pub mod report;
pub mod revision;
pub mod served;
pub mod steps;
pub mod stop;

use crate::domain::{id::Id, language::Localised};
use serde_json::Value;
use std::path::PathBuf;

/// A site that was published, wherever its files are.
pub trait Published {
    /// What all its pages have in common; `None` where nothing was published before.
    fn kind(&self) -> Option<&Kind>;
    /// Every file that publishing made there, by path.
    fn paths(&self) -> Vec<&str>;
    /// What is in a file; `None` when it is not there.
    fn read(&self, path: &str) -> Option<Vec<u8>>;

    /// The same as JSON.
    fn json(&self, path: &str) -> Option<Value> {
        serde_json::from_slice(&self.read(path)?).ok()
    }

    /// The files whose paths begin so.
    fn under(&self, start: &str) -> Vec<&str> {
        self.paths().into_iter().filter(|path| path.starts_with(start)).collect()
    }
}

/// What all pages of a release have in common, as its `assets.json` says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Kind {
    /// The path under which it lives.
    pub base: String,
    /// Whether it has the apps of browsers.
    pub has_apps: bool,
}

impl Kind {
    /// The file that says it.
    pub const FILE: &str = "assets.json";

    /// `None` when this is another program's file with the same name.
    pub fn read(assets: &Value) -> Option<Self> {
        let base = assets.get("base")?.as_str().filter(|base| base.starts_with('/') && base.ends_with('/'))?;
        let apps = assets.get("apps")?.as_object()?;
        assets.get("theme")?;
        Some(Self { base: base.to_owned(), has_apps: !apps.is_empty() })
    }
}

/// A reason to stop.
#[derive(Clone, Debug, PartialEq)]
pub enum Stop {
    /// There are other things in the folder, and no site of ours.
    Folder,
    /// Files that publishing did not make would be overwritten.
    Files(Vec<String>),
    /// Files of the site that somebody changed since would be overwritten.
    Edited(Vec<String>),
    /// The path under which the site lives.
    Base {
        /// That of the release.
        was: String,
        /// That of the new one.
        is: String,
    },
    /// The release has the browser's apps, and the new one would not.
    Bundle,
    /// Where reactions go, once one could react.
    Endpoint {
        /// Where they went.
        was: Vec<String>,
        /// Where they would go.
        is: Vec<String>,
        /// Whether one can react now.
        open: bool,
    },
    /// A consultation has gone.
    Consultation(String),
    /// A version of feedback has gone.
    FeedbackGone(String, u64),
    /// A version of feedback says something else than what was published.
    FeedbackChanged(String, u64),
    /// Questions changed, and the revision did not.
    Revision(Behind),
}

/// What may be done all the same.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(not(target_arch = "wasm32"), derive(clap::ValueEnum))]
pub enum Anyway {
    /// Publish in a folder with other things in it; they stay
    Folder,
    /// Overwrite files that publishing did not make, or that somebody changed since
    Files,
    /// Publish under another path than before
    Base,
    /// Publish without the browser's apps
    Bundle,
    /// Let reactions go elsewhere while one can react
    Endpoint,
    /// Let a consultation disappear
    Consultation,
    /// Let feedback that was published disappear or change
    Feedback,
    /// Publish other questions under a revision that was used before
    Revision,
    /// Publish feedback though lines of the work folder can't be read, or are missing
    Lines,
}

impl Anyway {
    /// How it is called on the command line.
    pub fn name(self) -> &'static str {
        match self {
            Anyway::Folder => "folder",
            Anyway::Files => "files",
            Anyway::Base => "base",
            Anyway::Bundle => "bundle",
            Anyway::Endpoint => "endpoint",
            Anyway::Consultation => "consultation",
            Anyway::Feedback => "feedback",
            Anyway::Revision => "revision",
            Anyway::Lines => "lines",
        }
    }
}

impl Stop {
    /// What one says to do it all the same.
    pub fn anyway(&self) -> Anyway {
        match self {
            Stop::Folder => Anyway::Folder,
            Stop::Files(_) | Stop::Edited(_) => Anyway::Files,
            Stop::Base { .. } => Anyway::Base,
            Stop::Bundle => Anyway::Bundle,
            Stop::Endpoint { .. } => Anyway::Endpoint,
            Stop::Consultation(_) => Anyway::Consultation,
            Stop::FeedbackGone(..) | Stop::FeedbackChanged(..) => Anyway::Feedback,
            Stop::Revision(_) => Anyway::Revision,
        }
    }
}

/// A consultation whose revision is too low.
#[derive(Clone, Debug, PartialEq)]
pub struct Behind {
    /// The consultation.
    pub slug: Id,
    /// Its file in the content folder.
    pub file: PathBuf,
    /// The revision that is published.
    pub published: u64,
    /// The revision in the file.
    pub has: u64,
    /// What it has to be.
    pub needs: u64,
    /// The questions that are not as they were published.
    pub questions: Vec<Changed>,
}

/// A question that is not as it was published.
#[derive(Clone, Debug, PartialEq)]
pub struct Changed {
    /// What happened to it.
    pub how: How,
    /// Which one it is, counted from 1; one that has gone, as it was published.
    pub number: usize,
    /// Its title.
    pub title: Localised,
}

/// What happened to a question.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum How {
    /// It was not there.
    New,
    /// It was there.
    Gone,
    /// It is asked otherwise, or takes other answers.
    Otherwise,
}

/// What was put in place: files by their paths, without their compressed twins.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Put {
    /// How many were not there before.
    pub new: usize,
    /// How many say something else than before.
    pub changed: usize,
    /// How many have gone.
    pub gone: usize,
    /// Those that would have been removed, but stay, as somebody has changed them since.
    pub left: Vec<String>,
}

/// What was done.
#[derive(Clone, Copy)]
pub struct Done<'a> {
    /// How many pages the site has.
    pub pages: usize,
    /// How many files it has, without their compressed twins.
    pub files: usize,
    /// Whether no site stood there before.
    pub first: bool,
    /// What changed.
    pub put: &'a Put,
}

#[cfg(test)]
mod tests {
    use super::Anyway;
    use clap::ValueEnum;

    #[test]
    fn what_one_is_told_to_add_is_what_the_command_takes() {
        for how in Anyway::value_variants() {
            assert_eq!(Anyway::from_str(how.name(), false), Ok(*how));
        }
    }
}
