//! Earlier revisions of consultations, in `consultations/<slug>/<revision>.json`: a form that was open while staff
//! changed its questions is judged by the questions that its writer saw.

use super::{FILE_LIMIT, load::json};
use crate::{
    domain::{consultation::Consultation, id::Id, places::Places},
    files::{
        folder::{Folder, join},
        read::{self, consultation::Surroundings},
    },
};
use std::{collections::BTreeMap, io, path::PathBuf};

/// The consultations as they were before, by slug and revision.
#[derive(Clone, Debug, Default)]
pub struct Earlier(BTreeMap<Id, BTreeMap<u32, Consultation>>);

impl Earlier {
    /// Reads what was kept of these consultations. A file that can't be read is as good as not kept: a rule that came
    /// later may refuse it, and that must stop neither a publication nor a collector.
    pub fn load(
        folder: &dyn Folder,
        consultations: &str,
        now: &BTreeMap<Id, Consultation>,
        places: &BTreeMap<Id, Places>,
    ) -> Self {
        let kept = now.keys().map(|slug| {
            // What the site says about touchstones may have changed since.
            let around = Surroundings { site: None, places, file_stem: slug.as_str() };
            let read = |(revision, path): (u32, String)| {
                let consultation = read::consultation::read(&json(folder, &path).ok()?, &around).ok()?;
                (consultation.revision == revision).then_some((revision, consultation))
            };
            let files = files(folder, &join(consultations, slug.as_str()));
            (slug.clone(), files.into_iter().filter_map(read).collect())
        });
        Self(kept.collect())
    }

    /// The consultation as it was in this revision.
    pub fn get(&self, slug: &Id, revision: u32) -> Option<&Consultation> {
        self.0.get(slug)?.get(&revision)
    }
}

/// The files that were kept of one consultation, by revision.
fn files(folder: &dyn Folder, path: &str) -> BTreeMap<u32, String> {
    let entries = folder.list(path).unwrap_or_default();
    let numbered = entries.into_iter().filter_map(|entry| {
        let number = entry.name.strip_suffix(".json")?;
        let revision: u32 = number.parse().ok()?;
        (revision.to_string() == number).then(|| (revision, join(path, &entry.name)))
    });
    numbered.collect()
}

/// What a new release keeps of earlier revisions, as paths under `content/` with what is in the files: what stands in
/// the content folder, and what the release that it replaces (its `content/`) had, which may be the present no more.
/// Else the file that can't be read, and why.
pub fn kept(
    content: &dyn Folder,
    replaced: &dyn Folder,
    now: &BTreeMap<Id, Consultation>,
) -> Result<BTreeMap<String, Vec<u8>>, (PathBuf, io::Error)> {
    let mut kept = BTreeMap::new();
    for (slug, consultation) in now {
        let folder = format!("consultations/{slug}");
        let mut found: BTreeMap<u32, (&dyn Folder, String)> = BTreeMap::new();
        let last = format!("{folder}.json");
        found.extend(revision(replaced, &last).map(|revision| (revision, (replaced, last))));
        for side in [replaced, content] {
            found.extend(files(side, &folder).into_iter().map(|(revision, path)| (revision, (side, path))));
        }
        found.remove(&consultation.revision);
        for (revision, (side, path)) in found {
            let bytes = side.read(&path, FILE_LIMIT).map_err(|cause| (side.named(&path), cause))?;
            kept.insert(format!("{folder}/{revision}.json"), bytes);
        }
    }
    Ok(kept)
}

/// The highest revision that is kept of a consultation in a release, below its present one.
pub fn last(replaced: &dyn Folder, slug: &Id) -> Option<u32> {
    files(replaced, &format!("consultations/{slug}")).into_keys().next_back()
}

/// The revision that a published consultation says it is.
fn revision(folder: &dyn Folder, path: &str) -> Option<u32> {
    json(folder, path).ok()?.get("revision")?.as_u64()?.try_into().ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        files::{content, folder::Memory},
        native::disk::Disk,
    };

    #[test]
    fn every_revision_that_can_be_read_is_known_by_its_number() {
        let example = Disk::at(concat!(env!("CARGO_MANIFEST_DIR"), "/public/content"));
        let content = content::load(&example).unwrap();
        let consultation = |revision: u32| {
            let bytes = &content.files["consultations/drenthe-luisteren.json"];
            let mut json: serde_json::Value = serde_json::from_slice(bytes).unwrap();
            json["revision"] = revision.into();
            json["touchstones"] = serde_json::json!(["no-longer-in-the-site"]);
            json.to_string()
        };
        let slug = Id::try_from("drenthe-luisteren").unwrap();
        let mut folder = Memory::default();
        for (name, text) in [
            ("1.json", consultation(1)),
            ("02.json", consultation(2)),
            ("3.json", consultation(4)),
            ("5.json", "{".to_owned()),
            ("7.json", consultation(7)),
        ] {
            folder.write(&format!("kept/{slug}/{name}"), text.as_bytes()).unwrap();
        }
        let earlier = Earlier::load(&folder, "kept", &content.consultations, &content.places);
        let known: Vec<u32> = (0..10).filter(|revision| earlier.get(&slug, *revision).is_some()).collect();
        assert_eq!(known, [1, 7]);
    }
}
