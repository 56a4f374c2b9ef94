//! Questions that are being written: `work/<slug>/draft.json`, a consultation as far as it is there. Any part may be missing,
//! and what is missing is asked for in the words of `check`. None of it is ever published.

use super::{Content, FILE_LIMIT, FileFault, Problem, Problems, load};
use crate::{
    domain::{id::Id, language::Localised, places::Places},
    files::{
        folder::{Folder, join},
        read::{
            Cause, Finding,
            consultation::{self, Surroundings},
            finding::Expected,
        },
    },
};
use serde_json::{Map, Value};
use std::{collections::BTreeMap, io::ErrorKind, path::PathBuf};

/// What it is called, in the folder of its question.
pub const FILE: &str = "draft.json";

/// A question that is being written: whatever fields there are.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Manuscript(Map<String, Value>);

impl Manuscript {
    /// Reads one. Only what is no JSON at all, or no object, is none.
    pub fn read(bytes: &[u8]) -> Result<Self, FileFault> {
        match load::parse(bytes)? {
            Value::Object(fields) => Ok(Self(fields)),
            _ => Err(FileFault::Content(Finding { path: "$".into(), cause: Cause::Expected(Expected::Object) })),
        }
    }

    /// As it stands in the file.
    pub fn text(&self) -> String {
        format!("{:#}\n", Value::Object(self.0.clone()))
    }

    /// What it is called so far.
    pub fn title(&self) -> Option<Localised> {
        serde_json::from_value(self.0.get("title")?.clone()).ok()
    }

    /// What still stands in the way of publishing it.
    pub fn findings(&self, around: &Surroundings) -> Vec<Finding> {
        consultation::read(&Value::Object(self.0.clone()), around).err().unwrap_or_default()
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{domain::language::Language, files::folder::Memory, native::disk::Disk};
    use proptest::prelude::*;

    const SLUG: &str = "drenthe-luisteren";

    /// The example's own text, and what is said of this one in its place.
    fn written(change: impl FnOnce(&mut Map<String, Value>)) -> (String, Vec<Written>) {
        let content = super::super::load(&Disk::at(concat!(env!("CARGO_MANIFEST_DIR"), "/public/content"))).unwrap();
        let mut all_of_it = Manuscript::read(&content.files[&format!("consultations/{SLUG}.json")]).unwrap();
        change(&mut all_of_it.0);
        let (mut folder, text) = (Memory::default(), all_of_it.text());
        folder.write(&format!("work/{SLUG}/draft.json"), text.as_bytes()).unwrap();
        folder.write("work/elders/1.ndjson", b"").unwrap();
        (text, all(&folder, "work", Some(&content)))
    }

    #[test]
    fn what_is_whole_has_nothing_in_its_way_and_what_is_missing_is_named() {
        let (_, whole) = written(|_| ());
        let [one] = &whole[..] else { panic!("{whole:?}") };
        assert_eq!((one.slug.as_str(), &one.problems[..]), (SLUG, &[][..]));
        assert!(one.title.as_ref().is_some_and(|title| !title.get(Language::Nl).is_empty()));
        let (_, begun) = written(|fields| fields.retain(|name, _| name == "title"));
        let missing = |name: &str| {
            let path = format!("$.{name}");
            let is = |one: &Problem| matches!(&one.fault, FileFault::Content(of) if of.path == path && of.cause == Cause::Missing);
            begun[0].problems.iter().any(is)
        };
        assert!(missing("summary") && missing("format") && !missing("title"), "{begun:?}");
        assert!(begun[0].title.is_some());
    }

    #[test]
    fn what_can_not_be_read_is_named_and_is_still_a_manuscript() {
        let mut folder = Memory::default();
        for text in ["{", "[]", ""] {
            folder.write("work/bus/draft.json", text.as_bytes()).unwrap();
            let found = all(&folder, "work", None);
            assert_eq!((found.len(), found[0].problems.len()), (1, 1), "{text}");
        }
    }

    fn any_json() -> impl Strategy<Value = Value> {
        let leaf = prop_oneof![
            Just(Value::Null),
            any::<bool>().prop_map(Value::from),
            any::<i64>().prop_map(Value::from),
            ".{0,12}".prop_map(Value::from),
        ];
        leaf.prop_recursive(3, 24, 5, |inner| {
            prop_oneof![
                proptest::collection::vec(inner.clone(), 0..5).prop_map(Value::from),
                proptest::collection::btree_map(".{0,6}", inner, 0..5)
                    .prop_map(|map| Value::Object(map.into_iter().collect())),
            ]
        })
    }

    proptest! {
        #[test]
        fn whatever_is_in_it_it_is_read_back_as_it_was_written_and_judged_without_a_fall(
            fields in proptest::collection::btree_map("title|slug|kind|questions|scope|languages|[a-z]{1,5}", any_json(), 0..8),
        ) {
            let manuscript = Manuscript(fields.into_iter().collect());
            prop_assert_eq!(Manuscript::read(manuscript.text().as_bytes()), Ok(manuscript.clone()));
            let around = Surroundings { site: None, places: &BTreeMap::new(), file_stem: "bus" };
            prop_assert!(!manuscript.findings(&around).is_empty());
        }
    }
}
