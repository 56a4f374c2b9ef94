//! What is in the file is read, judged and written as it is.

use crate::{
    domain::{id::Id, language::Language, places::Places},
    files::{
        content::{
            self, FileFault, Problem,
            manuscript::{Manuscript, Written, all},
        },
        folder::{Folder, Memory},
        read::{Cause, consultation::Surroundings},
    },
    native::disk::Disk,
};
use proptest::prelude::*;
use serde_json::{Map, Value};
use std::collections::BTreeMap;

const SLUG: &str = "drenthe-luisteren";

/// The example's own text, and what is said of this one in its place.
fn written(change: impl FnOnce(&mut Map<String, Value>)) -> (String, Vec<Written>) {
    let content = content::load(&Disk::at(concat!(env!("CARGO_MANIFEST_DIR"), "/public/content"))).unwrap();
    let mut all_of_it = Manuscript::read(&content.files[&format!("consultations/{SLUG}.json")]).unwrap();
    change(all_of_it.0.as_object_mut().unwrap());
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
fn two_days_that_cross_are_said_though_the_third_is_still_to_come() {
    let (_, begun) = written(|fields| {
        fields.insert("opens".into(), "2027-03-12".into());
        fields.insert("closes".into(), "2027-03-01".into());
        fields.remove("feedback_due");
    });
    let crosses = |one: &Problem| {
        let FileFault::Content(of) = &one.fault else { return false };
        of.path == "$.closes" && matches!(of.cause, Cause::Before { field: "opens", .. })
    };
    assert!(begun[0].problems.iter().any(crosses), "{begun:?}");
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
        let manuscript = Manuscript(Value::Object(fields.into_iter().collect()));
        prop_assert_eq!(Manuscript::read(manuscript.text().as_bytes()), Ok(manuscript.clone()));
        let around = Surroundings { site: None, places: &BTreeMap::<Id, Places>::new(), file_stem: "bus" };
        prop_assert!(!manuscript.findings(&around).is_empty());
    }
}
