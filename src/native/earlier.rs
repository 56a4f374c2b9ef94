//! Earlier revisions of consultations, in `consultations/<slug>/<revision>.json`: a form that was open while staff
//! changed its questions is judged by the questions that its writer saw.

use super::{content_dir, error::Error};
use crate::{
    content::{self, consultation::Surroundings},
    domain::{consultation::Consultation, id::Id, places::Places},
};
use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
};

/// The consultations as they were before, by slug and revision.
#[derive(Clone, Debug, Default)]
pub struct Earlier(BTreeMap<Id, BTreeMap<u32, Consultation>>);

impl Earlier {
    /// Reads what was kept of these consultations. A file that can't be read is as good as not kept: a rule that came
    /// later may refuse it, and that must stop neither a publication nor a collector.
    pub fn load(folder: &Path, now: &BTreeMap<Id, Consultation>, places: &BTreeMap<Id, Places>) -> Self {
        let kept = now.keys().map(|slug| {
            // What the site says about touchstones may have changed since.
            let around = Surroundings { site: None, places, file_stem: slug.as_str() };
            let read = |(revision, file): (u32, PathBuf)| {
                let json = content_dir::read(&file, content_dir::FILE_LIMIT).ok()?;
                let consultation = content::consultation::read(&json, &around).ok()?;
                (consultation.revision == revision).then_some((revision, consultation))
            };
            (slug.clone(), files(folder, slug.as_str()).into_iter().filter_map(read).collect())
        });
        Self(kept.collect())
    }

    /// The consultation as it was in this revision.
    pub fn get(&self, slug: &Id, revision: u32) -> Option<&Consultation> {
        self.0.get(slug)?.get(&revision)
    }
}

/// The files that were kept of one consultation, by revision.
pub fn files(consultations: &Path, slug: &str) -> BTreeMap<u32, PathBuf> {
    let entries = fs::read_dir(consultations.join(slug)).into_iter().flatten().flatten();
    let numbered = entries.filter_map(|entry| {
        let name = entry.file_name();
        let number = name.to_str()?.strip_suffix(".json")?;
        let revision: u32 = number.parse().ok()?;
        (revision.to_string() == number).then(|| (revision, entry.path()))
    });
    numbered.collect()
}

/// What a new release keeps of earlier revisions, as paths under `content/` with what is in the files: what stands in
/// the content folder, and what the release that it replaces (its `content/`) had, which may be the present no more.
pub fn kept(
    content: &Path,
    replaced: &Path,
    now: &BTreeMap<Id, Consultation>,
) -> Result<BTreeMap<String, Vec<u8>>, Error> {
    let mut kept = BTreeMap::new();
    for (slug, consultation) in now {
        let mut found = BTreeMap::new();
        let last = replaced.join(format!("consultations/{slug}.json"));
        found.extend(revision(&last).map(|revision| (revision, last)));
        found.extend(files(&replaced.join("consultations"), slug.as_str()));
        found.extend(files(&content.join("consultations"), slug.as_str()));
        found.remove(&consultation.revision);
        for (revision, file) in found {
            kept.insert(path(slug, revision), fs::read(&file).map_err(Error::read(&file))?);
        }
    }
    Ok(kept)
}

/// The highest revision that is kept of a consultation in a release, below its present one.
pub fn last(replaced: &Path, slug: &Id) -> Option<u32> {
    files(&replaced.join("consultations"), slug.as_str()).into_keys().next_back()
}

/// Where a revision is kept, under `content/`.
fn path(slug: &Id, revision: u32) -> String {
    format!("consultations/{slug}/{revision}.json")
}

/// The revision that a published consultation says it is.
fn revision(file: &Path) -> Option<u32> {
    let json = content_dir::read(file, content_dir::FILE_LIMIT).ok()?;
    json.get("revision")?.as_u64()?.try_into().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn consultation(revision: u32) -> String {
        let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("public/content/consultations/drenthe-luisteren.json");
        let mut json: serde_json::Value = serde_json::from_slice(&fs::read(file).unwrap()).unwrap();
        json["revision"] = revision.into();
        json["touchstones"] = serde_json::json!(["no-longer-in-the-site"]);
        json.to_string()
    }

    #[test]
    fn every_revision_that_can_be_read_is_known_by_its_number() {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("public/content");
        let content = content_dir::load(&root).unwrap();
        let dir = tempfile::tempdir().unwrap();
        let slug = Id::try_from("drenthe-luisteren").unwrap();
        let folder = dir.path().join(slug.as_str());
        fs::create_dir(&folder).unwrap();
        for (name, text) in [
            ("1.json", consultation(1)),
            ("02.json", consultation(2)),
            ("3.json", consultation(4)),
            ("5.json", "{".to_owned()),
            ("7.json", consultation(7)),
        ] {
            fs::write(folder.join(name), text).unwrap();
        }
        let earlier = Earlier::load(dir.path(), &content.consultations, &content.places);
        let known: Vec<u32> = (0..10).filter(|revision| earlier.get(&slug, *revision).is_some()).collect();
        assert_eq!(known, [1, 7]);
    }
}
