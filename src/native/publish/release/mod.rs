//! The release that stands in the site's folder, and putting the next one in its place.
//!
//! - [`adopt`]: what an earlier version of this program made, which left no list.
//! - [`put`]: doing that, one publisher at a time.
//! - [`raise`]: the revisions that were raised, in their files.

mod adopt;
mod put;
pub mod raise;

pub use put::{Lock, all, put};

use crate::{
    domain::digest::sha256,
    files::release::{
        Kind, Published, Stop,
        manifest::{MANIFEST, Manifest},
        steps::whose,
    },
};
use put::{LOCK, STAGING};
use serde_json::Value;
use std::{
    collections::{BTreeMap, BTreeSet},
    fs, io,
    path::{Path, PathBuf},
};

/// What stands in a site's folder.
pub struct Release {
    root: PathBuf,
    /// The files that publishing made there, with the hashes that they may have.
    made: BTreeMap<String, BTreeSet<String>>,
    /// What its `assets.json` says; `None` when nothing was published there.
    kind: Option<Kind>,
    /// Whether what publishing made is on a list, or was only recognised.
    listed: bool,
    /// Whether there are things in the folder, and none of them shows that it is ours.
    pub strange: bool,
}

/// What stands where a file of the site belongs: a link, or something else that is no file.
#[derive(Debug)]
pub struct InTheWay(pub PathBuf);

impl Release {
    /// Looks what is in the folder. `beside` are files of other commands of ours, such as the signed intake.
    pub fn find(root: &Path, beside: &[String]) -> io::Result<Self> {
        let mut release =
            Self { root: root.to_owned(), made: BTreeMap::new(), kind: None, listed: true, strange: false };
        let kind = release.json(Kind::FILE).as_ref().and_then(Kind::read);
        let manifest = release.read(MANIFEST).and_then(|bytes| Manifest::read(&bytes));
        if let Some(manifest) = manifest {
            release.made = manifest.made();
            release.kind = kind;
        } else if kind.is_some() && is_site(release.json("site.json").as_ref()) {
            release.made = adopt::made(&release);
            release.kind = kind;
            release.listed = false;
        } else {
            release.strange = has_others(root, beside)?;
        }
        Ok(release)
    }

    /// Whether there is a file at this path. Links are not followed: one on the way is in the way, and so is a folder.
    fn way(&self, path: &str) -> Result<bool, InTheWay> {
        let mut at = self.root.clone();
        let mut parts = path.split('/').peekable();
        while let Some(part) = parts.next() {
            at.push(part);
            let Ok(metadata) = fs::symlink_metadata(&at) else { return Ok(false) };
            let right = if parts.peek().is_some() { metadata.is_dir() } else { metadata.is_file() };
            if !right {
                return Err(InTheWay(at));
            }
        }
        Ok(true)
    }

    /// Whether nothing was published here before.
    pub fn is_first(&self) -> bool {
        self.kind.is_none()
    }

    /// Reasons to stop because of what is there already with something else in it that publishing did not make: files of
    /// others, and its own that somebody changed. Of a site without a list that can't be known: what stands where publishing
    /// puts its files, it made.
    pub fn at_stake<'a>(&self, files: impl Iterator<Item = (String, &'a [u8])>) -> Vec<Stop> {
        let (mut foreign, mut edited) = (Vec::new(), Vec::new());
        // A twin follows its file, whatever somebody did to it.
        let files = files.filter(|(path, _)| self.listed && (whose(path).is_none() || !self.made.contains_key(path)));
        for (path, bytes) in files {
            let Some(there) = self.read(&path).filter(|there| there != bytes) else { continue };
            match self.made.get(&path) {
                None => foreign.push(path),
                Some(known) if !known.contains(&sha256(&there)) => edited.push(path),
                Some(_) => {}
            }
        }
        let foreign = (!foreign.is_empty()).then_some(Stop::Files(foreign));
        foreign.into_iter().chain((!edited.is_empty()).then_some(Stop::Edited(edited))).collect()
    }
}

impl Published for Release {
    fn kind(&self) -> Option<&Kind> {
        self.kind.as_ref()
    }

    fn paths(&self) -> Vec<&str> {
        self.made.keys().map(String::as_str).collect()
    }

    /// A file in the folder; `None` when it is not there, or only by way of a link.
    fn read(&self, path: &str) -> Option<Vec<u8>> {
        let there = self.way(path).ok()?;
        if there { fs::read(self.root.join(path)).ok() } else { None }
    }
}

/// Whether there is anything in a folder but what is ours without a doubt.
fn has_others(root: &Path, beside: &[String]) -> io::Result<bool> {
    let ours = |name: &str| {
        let first = |path: &String| path.split('/').next() == Some(name);
        [LOCK, STAGING].contains(&name) || beside.iter().any(first)
    };
    match fs::read_dir(root) {
        Ok(entries) => {
            let names: Vec<_> = entries.map(|entry| Ok(entry?.file_name())).collect::<io::Result<_>>()?;
            Ok(names.iter().any(|name| !ours(&name.to_string_lossy())))
        }
        Err(cause) if cause.kind() == io::ErrorKind::NotFound => Ok(false),
        Err(cause) => Err(cause),
    }
}

/// Whether this is a `site.json` of ours.
fn is_site(json: Option<&Value>) -> bool {
    json.and_then(|json| json["format"].as_str()).is_some_and(|format| format.starts_with("beginspraak.site/"))
}
