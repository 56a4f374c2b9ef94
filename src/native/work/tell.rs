//! From a workfile to `content/feedback/<slug>.json` and the lookup files in `content/trace/<slug>/`.
//!
//! What was published before stays readable: the earlier version goes to `content/feedback/<slug>/<version>.json`.
//! Publishing the same again makes no new version. A quote whose writer no longer agrees goes out of every version. What
//! is written was read back first, by the reader that every later `check` and `publish` uses; and all of it is made
//! before any of it is written.

use crate::{
    domain::{
        consultation::Consultation,
        day::Day,
        feedback::{Feedback, Version},
        site::Site,
        workfile::{Publication, Setting, Unready, Workfile, place::UnreadPlace},
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
    /// The versions that a quote was taken out of.
    pub redacted: Vec<u32>,
    /// Names of places that are not shown, as nobody read them yet.
    pub unread: Vec<UnreadPlace>,
}

/// What a workfile tells, and is not in the content folder yet.
#[derive(Clone, Debug)]
pub struct Telling {
    /// What became of the workfile.
    pub made: Made,
    /// The feedback with its earlier versions, as it is read from the content folder.
    pub told: Told,
    /// The files, by their path in the content folder, in the order in which they are written.
    pub files: Vec<(String, Vec<u8>)>,
}

/// Makes feedback from a workfile, for the content folder `dir`.
pub fn tell(file: &Path, dir: &Path, content: &Content, today: Day) -> Result<Telling, Error> {
    let work = content_dir::workfile(file, content).map_err(Error::Content)?;
    // A workfile of a consultation that is not there is not read.
    let Some(consultation) = content.consultations.get(&work.consultation) else {
        return Err(Error::WhichConsultation(vec![work.consultation.to_string()]));
    };
    let told = content.feedback.get(&work.consultation);
    let versions = redacted(&work, told, today);
    let ours = ours(&content.site, consultation);
    let setting = Setting { today, earlier: &[], questions: &consultation.questions, ours: &ours };
    let unready = |found| Error::Unready { path: file.into(), found };
    let (publication, new) = publication(&work, setting, told, &versions).map_err(unready)?;
    let Publication { feedback, trace, unread } = publication;
    let (slug, version) = (feedback.slug.to_string(), feedback.version);
    let redacted = versions.iter().filter(|kept| kept.changed).map(|kept| kept.feedback.version).collect();
    let earlier = versions.into_iter().map(|kept| kept.feedback);
    let earlier: Vec<_> = earlier.filter(|kept| new || kept.version != version).collect();
    // Lookup files first: feedback without them would find nobody's reaction.
    let mut files: Vec<(String, Vec<u8>)> =
        trace.files().map(|(name, bytes)| (format!("trace/{slug}/{name}"), bytes)).collect();
    let kept = earlier.iter().map(|kept| (format!("feedback/{slug}/{}.json", kept.version), json(kept)));
    for (path, text) in kept.chain([(format!("feedback/{slug}.json"), json(&feedback))]) {
        content_dir::read_back(&dir.join(&path), &text, consultation).map_err(Error::Content)?;
        files.push((path, text.into_bytes()));
    }
    let told = Told { feedback, earlier, bits: Some(trace.bits()) };
    Ok(Telling { made: Made { slug, version, new, redacted, unread }, told, files })
}

impl Telling {
    /// Writes it in the content folder.
    pub fn write(&self, dir: &Path) -> Result<(), Error> {
        for (path, bytes) in &self.files {
            write(&dir.join(path), bytes)?;
        }
        for old in self.stale(dir)? {
            fs::remove_file(&old).map_err(Error::write(&old))?;
        }
        Ok(())
    }

    /// Lookup files of an earlier version.
    fn stale(&self, dir: &Path) -> Result<Vec<PathBuf>, Error> {
        let lookups = dir.join("trace").join(&self.made.slug);
        let entries: io::Result<Vec<_>> = fs::read_dir(&lookups).and_then(Iterator::collect);
        let written: BTreeSet<PathBuf> = self.files.iter().map(|(path, _)| dir.join(path)).collect();
        let old = entries.map_err(Error::read(&lookups))?.into_iter().map(|entry| entry.path());
        let old = old.filter(|path| path.extension().is_some_and(|end| end == "bin") && !written.contains(path));
        Ok(old.collect())
    }
}

/// A version that was published, as it may stay.
struct Kept {
    feedback: Feedback,
    /// Whether a quote was taken out of it just now.
    changed: bool,
}

/// Every version there is, without quotes whose writers no longer agree.
fn redacted(work: &Workfile, told: Option<&Told>, today: Day) -> Vec<Kept> {
    let kept = |feedback: &Feedback| match feedback.without(|quote| work.is_withdrawn(quote), today) {
        Some(feedback) => Kept { feedback, changed: true },
        None => Kept { feedback: feedback.clone(), changed: false },
    };
    told.into_iter().flat_map(Told::versions).map(kept).collect()
}

/// A new version; or the one there is, when nothing in it would change.
fn publication(
    work: &Workfile,
    setting: Setting,
    told: Option<&Told>,
    earlier: &[Kept],
) -> Result<(Publication, bool), Vec<Unready>> {
    let history: Vec<Version> = told
        .map_or(&[][..], |told| &told.feedback.history)
        .iter()
        .map(|version| {
            let itself = earlier.iter().find(|kept| kept.feedback.version == version.version);
            let redacted = itself.and_then(|kept| kept.feedback.told_version()?.redacted).or(version.redacted);
            Version { redacted, ..version.clone() }
        })
        .collect();
    let next = work.publish(Setting { earlier: &history, ..setting })?;
    match (told, history.split_last()) {
        (Some(told), Some((Version { published, .. }, before))) if next.feedback.says_the_same(&told.feedback) => {
            Ok((work.publish(Setting { today: *published, earlier: before, ..setting })?, false))
        }
        _ => Ok((next, true)),
    }
}

/// What the province published about itself: how to reach it. That may stand anywhere.
fn ours(site: &Site, consultation: &Consultation) -> Vec<String> {
    let contact = &site.contact;
    let mut ours = vec![contact.email.clone(), contact.phone.clone()];
    ours.extend(contact.post.each().into_iter().map(str::to_owned));
    ours.extend(contact.security.iter().chain(&consultation.owner.email).cloned());
    ours
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
