//! Where a site is put: a folder that somebody chose, or a bucket.

use super::{Failed, in_bucket::Bucket};
use crate::{
    browser::desk::directory::{Directory, Stamp},
    domain::{bucket::etag::etag, digest::sha256},
    files::release::{
        manifest::{MANIFEST, Manifest},
        placing::Found,
    },
    view::desk::publish::Way,
};
use std::{cell::RefCell, collections::BTreeMap};

/// Folders of a work folder: a site does not belong among reactions.
const WORK: [&str; 2] = ["work", "gatherings"];
/// What stands in a folder without meaning anything.
const NOTHING: [&str; 3] = [".git", ".DS_Store", "desktop.ini"];

/// It.
pub enum Goal {
    /// A folder, with what its files were seen by when they were read.
    Folder(Directory, RefCell<BTreeMap<String, Stamp>>),
    /// A bucket.
    Bucket(Bucket),
}

/// What stands there that is no site of ours.
pub enum Others {
    /// Nothing.
    None,
    /// Something.
    Some,
    /// A work folder.
    WorkFolder,
}

impl Goal {
    /// What it is.
    pub fn way(&self) -> Way {
        match self {
            Goal::Folder(..) => Way::Folder,
            Goal::Bucket(_) => Way::Bucket,
        }
    }

    /// What it is called.
    pub fn name(&self) -> String {
        match self {
            Goal::Folder(directory, _) => directory.name(),
            Goal::Bucket(bucket) => bucket.name(),
        }
    }

    /// The list of the release that stands there.
    pub async fn listed(&self) -> Result<Option<Manifest>, Failed> {
        let list = match self {
            Goal::Folder(directory, stamps) => match directory.file(MANIFEST).await? {
                Some(file) => {
                    let (stamp, bytes) = file.read().await?;
                    stamps.borrow_mut().insert(MANIFEST.to_owned(), stamp);
                    Some(bytes)
                }
                None => None,
            },
            Goal::Bucket(bucket) => bucket.read(MANIFEST).await?,
        };
        Ok(list.and_then(|bytes| Manifest::read(&bytes)))
    }

    /// What stands there beside that.
    pub async fn others(&self) -> Result<Others, Failed> {
        match self {
            Goal::Folder(directory, _) => {
                let children = directory.children().await?;
                let is = |names: &[&str]| children.iter().any(|child| names.contains(&child.name.as_str()));
                Ok(match children.iter().all(|child| NOTHING.contains(&child.name.as_str())) {
                    true => Others::None,
                    false if is(&WORK) => Others::WorkFolder,
                    false => Others::Some,
                })
            }
            Goal::Bucket(bucket) => Ok(if bucket.listed().await?.is_empty() { Others::None } else { Others::Some }),
        }
    }

    /// Which of these files stand there, and as what. `list`: of what a site was made of that stands there; `new` is what they will be.
    pub async fn found<'a>(
        &self,
        wanted: impl Iterator<Item = &'a String>,
        list: &BTreeMap<String, String>,
        new: &dyn Fn(&str) -> Option<Vec<u8>>,
        mut told: impl AsyncFnMut(usize) -> Result<(), Failed>,
    ) -> Result<Found, Failed> {
        let mut found = Found::new();
        match self {
            Goal::Folder(directory, stamps) => {
                for (at, path) in wanted.enumerate() {
                    told(at).await?;
                    if let Some(file) = directory.file(path).await? {
                        let (stamp, bytes) = file.read().await?;
                        stamps.borrow_mut().insert(path.clone(), stamp);
                        found.insert(path.clone(), Some(sha256(&bytes)));
                    }
                }
            }
            Goal::Bucket(bucket) => {
                let tags = bucket.listed().await?;
                for (at, path) in wanted.enumerate() {
                    told(at).await?;
                    let Some(tag) = tags.get(path) else { continue };
                    let hash = match new(path) {
                        Some(bytes) if etag(&bytes) == *tag => Some(sha256(&bytes)),
                        Some(_) => None,
                        // What is not at hand is as the list says.
                        None => list.get(path).cloned(),
                    };
                    found.insert(path.clone(), hash);
                }
            }
        }
        Ok(found)
    }

    /// What is in a file.
    pub async fn read(&self, path: &str) -> Result<Option<Vec<u8>>, Failed> {
        match self {
            Goal::Folder(directory, _) => match directory.file(path).await? {
                Some(file) => Ok(Some(file.read().await?.1)),
                None => Ok(None),
            },
            Goal::Bucket(bucket) => bucket.read(path).await,
        }
    }

    /// Puts a file there, whole or not at all.
    pub async fn put(&self, path: &str, bytes: &[u8]) -> Result<(), Failed> {
        match self {
            Goal::Folder(directory, stamps) => {
                let read = stamps.borrow().get(path).copied();
                let stamp = directory.write(path, bytes, read).await?;
                stamps.borrow_mut().insert(path.to_owned(), stamp);
                Ok(())
            }
            Goal::Bucket(bucket) => bucket.put(path, bytes).await,
        }
    }

    /// Takes one away.
    pub async fn remove(&self, path: &str) -> Result<(), Failed> {
        match self {
            Goal::Folder(directory, stamps) => {
                let read = stamps.borrow().get(path).copied();
                Ok(directory.remove(path, read).await?)
            }
            Goal::Bucket(bucket) => bucket.remove(path).await,
        }
    }
}
