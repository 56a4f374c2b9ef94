//! From a workfile to `content/feedback/<slug>.json` and the lookup files in `content/trace/<slug>/`.
//!
//! What was published before stays readable: the earlier version goes to `content/feedback/<slug>/<version>.json`.
//! Publishing the same again makes no new version.

use crate::{
    domain::{
        day::Day,
        feedback::{Feedback, Version},
        workfile::{Publication, Workfile},
    },
    native::{
        content_dir::{self, Content, Told},
        error::Error,
        files,
    },
};
use std::{
    collections::BTreeSet,
    fs, io,
    path::{Path, PathBuf},
};

/// What became of a workfile.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Made {
    /// The consultation.
    pub slug: String,
    /// The version that holds now.
    pub version: u32,
    /// Whether that is a new one.
    pub new: bool,
}

/// Makes the feedback of a workfile part of the content folder `dir`.
pub fn tell(file: &Path, dir: &Path, content: &Content, today: Day) -> Result<Made, Error> {
    let work = content_dir::workfile(file, content).map_err(Error::Content)?;
    let told = content.feedback.get(&work.consultation);
    let (publication, new) =
        publication(&work, told, today).map_err(|found| Error::Unready { path: file.into(), found })?;
    let Publication { feedback, trace } = publication;
    let slug = feedback.slug.as_str();
    let folder = dir.join("feedback");
    if let (Some(told), true) = (told, new) {
        let earlier = folder.join(slug);
        write(&earlier.join(format!("{}.json", told.feedback.version)), json(&told.feedback).as_bytes())?;
    }
    // Lookup files first: feedback without them would find nobody's reaction.
    let lookups = dir.join("trace").join(slug);
    let mut written = BTreeSet::new();
    for (name, bytes) in trace.files() {
        write(&lookups.join(&name), &bytes)?;
        written.insert(name);
    }
    write(&folder.join(format!("{slug}.json")), json(&feedback).as_bytes())?;
    for old in stale(&lookups, &written)? {
        fs::remove_file(&old).map_err(Error::write(&old))?;
    }
    Ok(Made { slug: slug.to_owned(), version: feedback.version, new })
}

/// A new version; or the one there is, when nothing in it would change.
fn publication(
    work: &Workfile,
    told: Option<&Told>,
    today: Day,
) -> Result<(Publication, bool), Vec<crate::domain::workfile::Unready>> {
    let history = told.map_or(&[][..], |told| &told.feedback.history);
    let next = work.publish(today, history)?;
    match (told, history.split_last()) {
        (Some(told), Some((Version { published, .. }, before))) if next.feedback.says_the_same(&told.feedback) => {
            Ok((work.publish(*published, before)?, false))
        }
        _ => Ok((next, true)),
    }
}

fn json(feedback: &Feedback) -> String {
    let text = serde_json::to_string_pretty(feedback);
    debug_assert!(text.is_ok(), "strings, numbers and lists always have JSON");
    text.unwrap_or_default() + "\n"
}

fn write(path: &Path, bytes: &[u8]) -> Result<(), Error> {
    if fs::read(path).is_ok_and(|old| old == bytes) {
        return Ok(());
    }
    let folder = files::parent(path);
    fs::create_dir_all(folder).map_err(Error::write(folder))?;
    files::replace(path, |file| file.write_all(bytes))
}

/// Lookup files of an earlier version.
fn stale(dir: &Path, written: &BTreeSet<String>) -> Result<Vec<PathBuf>, Error> {
    let entries: io::Result<Vec<_>> = fs::read_dir(dir).and_then(Iterator::collect);
    let names = entries.map_err(Error::read(dir))?;
    let old = names.into_iter().filter(|entry| !written.contains(&entry.file_name().to_string_lossy().into_owned()));
    Ok(old.map(|entry| entry.path()).filter(|path| path.extension().is_some_and(|end| end == "bin")).collect())
}
