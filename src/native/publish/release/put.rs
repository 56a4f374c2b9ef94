//! Puts a release in place: written beside the one that stands there, as a whole, and then moved in step by step.

use super::{InTheWay, Release};
use crate::{
    domain::digest::sha256,
    files::{
        error::Error,
        release::{
            Published, Put,
            manifest::{MANIFEST, Manifest},
            steps::{Step, steps, whose},
        },
    },
    native::{
        disk,
        publish::output::{self, Output, twin},
    },
};
use std::{
    collections::{BTreeMap, BTreeSet},
    fs::{self, File, OpenOptions, TryLockError},
    io::{self, Write},
    path::{Path, PathBuf},
};

/// Held by whoever publishes in the folder. The file stays: removing it would let two publishers in.
pub const LOCK: &str = ".beginspraak-lock";
/// Where the new files are, before they are put in place.
pub const STAGING: &str = ".beginspraak-new";
/// Made for a moment in each folder that something is put in, to see that it can be.
const TRIAL: &str = ".beginspraak-try";

/// The right to publish in a folder: one publisher at a time. The system takes it back when the process ends.
pub struct Lock {
    _file: File,
}

impl Lock {
    /// Takes it; the folder is made if needed.
    pub fn take(root: &Path) -> Result<Self, Error> {
        fs::create_dir_all(root).map_err(Error::write(root))?;
        let path = root.join(LOCK);
        if fs::symlink_metadata(&path).is_ok_and(|metadata| !metadata.is_file()) {
            return Err(Error::InTheWay(path));
        }
        let file = OpenOptions::new().create(true).truncate(false).write(true).open(&path);
        let file = file.map_err(Error::write(&path))?;
        match file.try_lock() {
            Ok(()) => Ok(Self { _file: file }),
            Err(TryLockError::WouldBlock) => Err(Error::Publishing(root.to_owned())),
            // Some file systems know no locks; without one, publishing is as safe as it can be there.
            Err(TryLockError::Error(cause)) if cause.kind() == io::ErrorKind::Unsupported => Ok(Self { _file: file }),
            Err(TryLockError::Error(cause)) => Err(Error::Write { path, cause }),
        }
    }
}

/// Puts a release in the place of the one that is there. `first` is done when nothing can be in the way of that any
/// more, and before anything has changed.
pub fn put(
    release: &Release,
    out: &Output,
    _lock: &Lock,
    first: impl FnOnce() -> Result<(), Error>,
) -> Result<Put, Error> {
    let staged = Staged::new(release, out)?;
    if staged.steps.is_empty() && release.read(MANIFEST).as_deref() == Some(staged.manifest.as_bytes()) {
        return first().map(|()| staged.put());
    }
    staged.write(out).and_then(|()| first()).inspect_err(|_| staged.clear())?;
    let put = staged.put();
    staged.begin()?;
    for step in &staged.steps {
        staged.walk(step)?;
    }
    staged.end()?;
    Ok(put)
}

/// A release that is about to be put in place.
struct Staged<'a> {
    release: &'a Release,
    steps: Vec<Step>,
    /// The list of what is there afterwards.
    manifest: String,
    /// The list while it is being put in place: whatever happens, the next publication knows what is ours.
    journal: String,
    left: Vec<String>,
    /// What is of the site no more, whether it is still there or not.
    past: Vec<String>,
}

impl<'a> Staged<'a> {
    fn new(release: &'a Release, out: &Output) -> Result<Self, Error> {
        let mut hashes = BTreeMap::new();
        let mut changed = BTreeSet::new();
        for (path, bytes) in all(out) {
            release.way(&path).map_err(|InTheWay(path)| Error::InTheWay(path))?;
            if release.read(&path).as_deref() != Some(bytes) {
                changed.insert(path.clone());
            }
            hashes.insert(path, sha256(bytes));
        }
        release.way(MANIFEST).map_err(|InTheWay(path)| Error::InTheWay(path))?;
        let (mut gone, mut left, mut past) = (BTreeSet::new(), Vec::new(), Vec::new());
        for (path, known) in release.made.iter().filter(|(path, _)| !hashes.contains_key(*path)) {
            past.push(path.clone());
            // What is behind a link now is not what was made.
            let Some(bytes) = release.read(path) else { continue };
            // A twin goes with its file, whatever somebody did to it.
            let twin = whose(path).is_some_and(|plain| hashes.contains_key(plain));
            if twin || known.contains(&sha256(&bytes)) {
                gone.insert(path.clone());
            } else {
                left.push(path.clone());
            }
        }
        let twins = |path: &String, file: &output::File| file.twins.iter().map(|(end, _)| twin(path, end)).collect();
        let files = out.files().iter().map(|(path, file)| (path.clone(), twins(path, file))).collect();
        let steps = steps(&files, &changed, &gone);
        let journal = Manifest::new(hashes.clone(), release.made.clone()).to_json();
        let manifest = Manifest::new(hashes, BTreeMap::new()).to_json();
        Ok(Self { release, steps, manifest, journal, left, past })
    }

    /// What the steps come to, before they are taken.
    fn put(&self) -> Put {
        let mut put = Put { left: self.left.clone(), ..Put::default() };
        for step in self.steps.iter().filter(|step| whose(step.path()).is_none()) {
            match step {
                Step::Remove(_) => put.gone += 1,
                Step::Put(path) if self.release.read(path).is_some() => put.changed += 1,
                Step::Put(_) => put.new += 1,
            }
        }
        put
    }

    fn staging(&self) -> PathBuf {
        self.release.root.join(STAGING)
    }

    /// Where a new file is until it is put in place.
    fn staged(&self, path: &str) -> PathBuf {
        // No folders are needed for this name, and no two paths have the same.
        self.staging().join(sha256(path.as_bytes()))
    }

    /// Writes all that is new beside what is there, and sees whether it can be moved. Until then nothing has changed,
    /// so a disk that is full leaves the old site whole.
    fn write(&self, out: &Output) -> Result<(), Error> {
        let staging = self.staging();
        match fs::symlink_metadata(&staging) {
            Ok(metadata) if metadata.is_dir() => fs::remove_dir_all(&staging).map_err(Error::write(&staging))?,
            Ok(_) => return Err(Error::InTheWay(staging)),
            Err(_) => {}
        }
        fs::create_dir(&staging).map_err(Error::write(&staging))?;
        let new: BTreeMap<_, _> = all(out).collect();
        let put = self.steps.iter().filter_map(|step| if let Step::Put(path) = step { Some(path) } else { None });
        let put = put.filter_map(|path| Some((self.staged(path), path.as_str(), *new.get(path)?)));
        let lists = [("journal", self.journal.as_bytes()), ("manifest", self.manifest.as_bytes())];
        let lists = lists.map(|(name, bytes)| (staging.join(name), MANIFEST, bytes));
        for (file, path, bytes) in put.chain(lists) {
            let write = || {
                let mut file = File::create(&file)?;
                file.write_all(bytes)?;
                file.sync_all()
            };
            write().map_err(Error::write(self.release.root.join(path)))?;
        }
        self.make_folders()
    }

    /// Takes away what was written and is not in place. What can't be, is removed by the next publication.
    fn clear(&self) {
        let staging = self.staging();
        if fs::symlink_metadata(&staging).is_ok_and(|metadata| metadata.is_dir()) {
            let _ = fs::remove_dir_all(staging);
        }
    }

    /// Makes the folders that are not there, and tries each in which something will change.
    fn make_folders(&self) -> Result<(), Error> {
        let mut made = Vec::new();
        let folders: BTreeSet<_> = self.steps.iter().map(|step| self.release.root.join(step.path())).collect();
        let folders: BTreeSet<_> = folders.iter().map(|path| disk::parent(path)).collect();
        let mut make = |folder: &Path| {
            let missing: Vec<_> = folder.ancestors().take_while(|folder| !folder.exists()).collect();
            for folder in missing.into_iter().rev() {
                fs::create_dir(folder)?;
                made.push(folder.to_owned());
            }
            let trial = folder.join(TRIAL);
            File::create(&trial)?;
            fs::remove_file(&trial)
        };
        let done = folders.into_iter().try_for_each(|folder| make(folder).map_err(Error::write(folder)));
        if done.is_err() {
            // Empty folders are of no use to anybody; one that can't be removed does no harm either.
            made.iter().rev().for_each(|folder| drop(fs::remove_dir(folder)));
        }
        done
    }

    fn begin(&self) -> Result<(), Error> {
        self.rename("journal")
    }

    /// Takes one step.
    fn walk(&self, step: &Step) -> Result<(), Error> {
        let path = self.release.root.join(step.path());
        let done = match step {
            Step::Put(name) => fs::rename(self.staged(name), &path),
            Step::Remove(_) => match fs::remove_file(&path) {
                Err(cause) if cause.kind() == io::ErrorKind::NotFound => Ok(()),
                other => other,
            },
        };
        done.map_err(|cause| Error::HalfPut { path, cause })
    }

    /// All is in place: the list says so, and what is empty goes.
    fn end(&self) -> Result<(), Error> {
        self.rename("manifest")?;
        // Also where an earlier publication was cut off after it had removed what was in a folder. No link is followed.
        for path in self.past.iter().filter(|path| self.release.way(path).is_ok()) {
            let path = self.release.root.join(path);
            let folders = path.ancestors().skip(1).take_while(|folder| *folder != self.release.root);
            // A folder that is not empty stays, and so do those it is in.
            let _ = folders.map(fs::remove_dir).take_while(Result::is_ok).count();
        }
        self.clear();
        Ok(())
    }

    fn rename(&self, list: &str) -> Result<(), Error> {
        let path = self.release.root.join(MANIFEST);
        fs::rename(self.staging().join(list), &path).map_err(|cause| Error::HalfPut { path, cause })
    }
}

/// Every file with its path, the twins too.
pub fn all(out: &Output) -> impl Iterator<Item = (String, &[u8])> {
    out.files().iter().flat_map(|(path, file)| {
        let twins = file.twins.iter().map(|(end, bytes)| (twin(path, end), bytes.as_slice()));
        std::iter::once((path.clone(), file.bytes.as_slice())).chain(twins)
    })
}

#[cfg(test)]
mod tests;
