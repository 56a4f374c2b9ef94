//! From a work folder to `content/feedback/<slug>.json` and the lookup files in `content/trace/<slug>/`.
//!
//! What was published before stays readable: the earlier version goes to `content/feedback/<slug>/<version>.json`.
//! Publishing the same again makes no new version. A quote whose writer no longer agrees goes out of every version. What
//! is written was read back first, by the reader that every later `check` and `publish` uses; and all of it is made
//! before any of it is written.

use super::{
    content::{self, Content, Versions},
    error::Error,
    folder::Folder,
    lines::Shelf,
};
use crate::domain::{
    consultation::Consultation,
    day::Day,
    feedback::{Feedback, Quote, Version},
    id::Id,
    site::Site,
    work::{Publication, Setting, Unready, Work, publish::Made},
};
use std::collections::BTreeSet;

/// What a work folder tells, and is not in the content folder yet.
#[derive(Clone, Debug)]
pub struct Prepared {
    /// What became of it.
    pub made: Made,
    /// The feedback with its earlier versions, as it is read from the content folder.
    pub told: Versions,
    /// The files, by their path in the content folder, in the order in which they are written.
    pub files: Vec<(String, Vec<u8>)>,
}

/// Makes feedback on a consultation from what stands in its part of a work folder, for a content folder.
///
/// What can't be read may be somebody's reaction, so it stops this, unless `anyway`.
pub fn prepare(
    (shelf, anyway): (&Shelf, bool),
    slug: &Id,
    folder: &dyn Folder,
    content: &Content,
    today: Day,
) -> Result<Prepared, Error> {
    let Some(consultation) = content.consultations.get(slug) else {
        return Err(Error::NoSuchConsultation(slug.to_string()));
    };
    if !shelf.damage.is_empty() && !anyway {
        return Err(Error::Damaged(shelf.damage.clone()));
    }
    let work = shelf.work(slug.clone());
    let told = content.feedback.get(&work.consultation);
    let versions = redacted(&work, told, today);
    let ours = ours(&content.site, consultation);
    let before = told.map_or(0, |told| told.feedback.counts.ever());
    let setting = Setting { today, earlier: &[], before, questions: &consultation.questions, ours: &ours };
    let unready = |found| Error::Unready { slug: slug.clone(), found };
    let (publication, new) = publication(&work, setting, told, &versions).map_err(unready)?;
    let Publication { feedback, trace, unread } = publication;
    let (slug, version) = (feedback.slug.clone(), feedback.version);
    let redacted = versions.iter().filter(|kept| kept.changed).map(|kept| kept.feedback.version).collect();
    let earlier = versions.into_iter().map(|kept| kept.feedback);
    let earlier: Vec<_> = earlier.filter(|kept| new || kept.version != version).collect();
    // Lookup files first: feedback without them would find nobody's reaction.
    let mut files: Vec<(String, Vec<u8>)> =
        trace.files().map(|(name, bytes)| (format!("trace/{slug}/{name}"), bytes)).collect();
    let kept = earlier.iter().map(|kept| (format!("feedback/{slug}/{}.json", kept.version), json(kept)));
    for (path, text) in kept.chain([(format!("feedback/{slug}.json"), json(&feedback))]) {
        content::read_back(&folder.named(&path), &text, consultation).map_err(Error::Content)?;
        files.push((path, text.into_bytes()));
    }
    let told = Versions { feedback, earlier, bits: Some(trace.bits()) };
    Ok(Prepared { made: Made { slug, version, new, redacted, unread }, told, files })
}

impl Prepared {
    /// Writes it in the content folder.
    pub fn write(&self, folder: &mut dyn Folder) -> Result<(), Error> {
        for (path, bytes) in &self.files {
            if !folder.read(path, bytes.len() as u64).is_ok_and(|old| old == *bytes) {
                folder.write(path, bytes).map_err(|cause| Error::Write { path: folder.named(path), cause })?;
            }
        }
        for old in self.stale(folder)? {
            folder.remove(&old).map_err(|cause| Error::Write { path: folder.named(&old), cause })?;
        }
        Ok(())
    }

    /// Lookup files of an earlier version.
    fn stale(&self, folder: &dyn Folder) -> Result<Vec<String>, Error> {
        let lookups = format!("trace/{}", self.made.slug);
        let entries = folder.list(&lookups).map_err(|cause| Error::Read { path: folder.named(&lookups), cause })?;
        let written: BTreeSet<_> = self.files.iter().map(|(path, _)| path.as_str()).collect();
        let old = entries
            .iter()
            .filter(|entry| entry.name.ends_with(".bin"))
            .map(|entry| format!("{lookups}/{}", entry.name));
        Ok(old.filter(|path| !written.contains(path.as_str())).collect())
    }
}

/// The files of what was told, by path in the content folder, from which quotes were taken out that are `gone`; with the
/// number of the version. Only those that change.
pub fn without(told: &Versions, gone: impl Fn(&Quote) -> bool, today: Day) -> Vec<(String, String, u32)> {
    let slug = &told.feedback.slug;
    let changed = told.versions().filter_map(|feedback| feedback.without(&gone, today));
    let file = |feedback: Feedback| {
        let version = feedback.version;
        let last = version == told.feedback.version;
        let path = if last { format!("feedback/{slug}.json") } else { format!("feedback/{slug}/{version}.json") };
        (path, json(&feedback), version)
    };
    changed.map(file).collect()
}

/// A version that was published, as it may stay.
struct Kept {
    feedback: Feedback,
    /// Whether a quote was taken out of it just now.
    changed: bool,
}

/// Every version there is, without quotes whose writers no longer agree.
fn redacted(work: &Work, told: Option<&Versions>, today: Day) -> Vec<Kept> {
    let kept = |feedback: &Feedback| match feedback.without(|quote| work.is_withdrawn(quote), today) {
        Some(feedback) => Kept { feedback, changed: true },
        None => Kept { feedback: feedback.clone(), changed: false },
    };
    told.into_iter().flat_map(Versions::versions).map(kept).collect()
}

/// A new version; or the one there is, when nothing in it would change.
fn publication(
    work: &Work,
    setting: Setting,
    told: Option<&Versions>,
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
