//! That the schemas, which are made from what serde writes, and the strict reader know the same names where one of several is chosen.

use super::{Format, Spot, formats, spots};
use crate::files::read::{Cause, Finding};
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet};

/// The names one of which a value can be, with no other way to be it.
fn names(root: &Value, schema: &Value) -> BTreeSet<String> {
    let refers = schema["$ref"].as_str().and_then(|name| root.pointer(name.trim_start_matches('#')));
    let ways = ["oneOf", "anyOf"].into_iter().filter_map(|key| schema[key].as_array()).flatten().chain(refers);
    let own = schema["enum"].as_array().into_iter().flatten().chain(schema.get("const"));
    own.filter_map(|name| name.as_str().map(str::to_owned)).chain(ways.flat_map(|way| names(root, way))).collect()
}

/// The fields that tell which of several shapes a value has, each with its names.
fn telling(root: &Value, schema: &Value) -> BTreeMap<String, BTreeSet<String>> {
    let refers = schema["$ref"].as_str().and_then(|name| root.pointer(name.trim_start_matches('#')));
    let inner = ["oneOf", "anyOf", "allOf"].into_iter().filter_map(|key| schema[key].as_array()).flatten();
    let mut found = BTreeMap::<_, BTreeSet<_>>::new();
    for (key, names) in inner.chain(refers).flat_map(|way| telling(root, way)) {
        found.entry(key).or_default().extend(names);
    }
    for (key, one) in schema["properties"].as_object().into_iter().flatten() {
        if let Some(name) = one["const"].as_str() {
            found.entry(key.clone()).or_default().insert(name.to_owned());
        }
    }
    found
}

#[test]
fn the_reader_knows_every_name_that_the_schema_has_for_a_choice_and_no_other() {
    let mut met = BTreeSet::new();
    for Format { schema, files } in formats() {
        for (file, read) in files {
            for Spot { path, pointer, schema: here } in spots(&schema, &file) {
                let value = file.pointer(&pointer).unwrap();
                let field = |(key, names): (String, BTreeSet<String>)| {
                    (format!("{path}.{key}"), format!("{pointer}/{key}"), names)
                };
                // Of what tells which shape it is, only the one that stands there is left: the others are told above.
                let is_choice = value.is_string() && here.get("const").is_none();
                let chosen = if is_choice { names(&schema, here) } else { BTreeSet::new() };
                let told = telling(&schema, here).into_iter().filter(|(key, _)| key != "format" && value.is_object());
                let of_it = (path.clone(), pointer.clone(), chosen);
                for (path, pointer, names) in told.map(field).chain([of_it]).filter(|(.., names)| !names.is_empty()) {
                    let mut strange = file.clone();
                    *strange.pointer_mut(&pointer).unwrap() = json!("nobody");
                    let found = read(&strange).into_iter().find(|finding| finding.path == path);
                    let Some(Finding { cause: Cause::NotOneOf(known), .. }) = &found else {
                        panic!("{path} is one of {names:?} in the schema; of another the reader says {found:?}");
                    };
                    let known: BTreeSet<_> = known.iter().map(|name| (*name).to_owned()).collect();
                    assert_eq!(known, names, "{path}");
                    met.insert(names);
                }
            }
        }
    }
    assert!(met.len() >= 13, "{met:#?}");
}
