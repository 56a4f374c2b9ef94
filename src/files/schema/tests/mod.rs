//! That the schemas and the strict reader know the same fields, at each place in what is published; [`names`]: and the same names
//! where one of several is chosen.

mod names;

use super::all;
use crate::{
    domain::{id::Id, language::Language},
    files::read::{Cause, Finding, consultation, feedback, places, site, tests::with_all_that_may_be},
};
use serde_json::{Value, json};
use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::Path,
};

type Read = Box<dyn Fn(&Value) -> Vec<Finding>>;

/// A format: its schema, what is published of it, and its reader.
struct Format {
    schema: Value,
    files: Vec<(Value, Read)>,
}

fn folder(name: &str) -> Vec<(String, Value)> {
    let content = Path::new(env!("CARGO_MANIFEST_DIR")).join("public/content").join(name);
    let files = fs::read_dir(content).unwrap().map(|entry| entry.unwrap().path());
    let files = files.filter(|path| path.extension().is_some_and(|end| end == "json"));
    let read = |path: std::path::PathBuf| {
        let json = serde_json::from_slice(&fs::read(&path).unwrap()).unwrap();
        (path.file_stem().unwrap().to_str().unwrap().to_owned(), json)
    };
    files.map(read).collect()
}

fn formats() -> Vec<Format> {
    let schemas: BTreeMap<_, _> = all().into_iter().collect();
    let of_site = fs::read(Path::new(env!("CARGO_MANIFEST_DIR")).join("public/site.json")).unwrap();
    let of_site: Value = serde_json::from_slice(&of_site).unwrap();
    let around = || {
        let read = |(name, json): (String, Value)| {
            (Id::try_from(name.as_str()).unwrap(), places::read(&json, &Language::ALL).unwrap())
        };
        folder("places").into_iter().map(read).collect::<BTreeMap<_, _>>()
    };
    let consulted = |(file_stem, json): (String, Value)| {
        let (places, site) = (around(), site::read(&of_site).unwrap());
        let read: Read = Box::new(move |json| {
            let around = consultation::Surroundings { site: Some(&site), places: &places, file_stem: &file_stem };
            consultation::read(json, &around).err().unwrap_or_default()
        });
        (json, read)
    };
    let told = |(stem, json): (String, Value)| -> (Value, Read) {
        (json, Box::new(move |json| feedback::read(json, &stem, &Language::ALL).err().unwrap_or_default()))
    };
    let listed = |(_, json): (String, Value)| -> (Value, Read) {
        (json, Box::new(|json| places::read(json, &Language::ALL).err().unwrap_or_default()))
    };
    let whole = ("flevoland-krachtige-samenleving".to_owned(), with_all_that_may_be());
    let read_site: Read = Box::new(|json| site::read(json).err().unwrap_or_default());
    vec![
        Format { schema: schemas["site"].clone(), files: vec![(of_site.clone(), read_site)] },
        Format {
            schema: schemas["consultation"].clone(),
            files: folder("consultations").into_iter().chain([whole]).map(consulted).collect(),
        },
        Format { schema: schemas["feedback"].clone(), files: folder("feedback").into_iter().map(told).collect() },
        Format { schema: schemas["places"].clone(), files: folder("places").into_iter().map(listed).collect() },
    ]
}

/// What holds of `value` in a schema: itself, what it refers to, and the ways in which `value` may be it.
fn parts<'a>(root: &'a Value, schema: &'a Value, value: &Value) -> Vec<&'a Value> {
    let mut found = vec![schema];
    if let Some(name) = schema["$ref"].as_str() {
        found.extend(parts(root, root.pointer(name.trim_start_matches('#')).unwrap(), value));
    }
    for key in ["oneOf", "anyOf", "allOf"] {
        for one in schema[key].as_array().into_iter().flatten() {
            let inner = parts(root, one, value);
            if inner.iter().all(|part| may_be(part, value)) {
                found.extend(inner);
            }
        }
    }
    found
}

/// Whether `value` is of the type, and has the constants, that this part of a schema says.
fn may_be(part: &Value, value: &Value) -> bool {
    let of = match value {
        Value::Null => "null",
        Value::Bool(_) => "boolean",
        Value::Number(_) => "number",
        Value::String(_) => "string",
        Value::Array(_) => "array",
        Value::Object(_) => "object",
    };
    let types =
        part["type"].as_str().into_iter().chain(part["type"].as_array().into_iter().flatten().flat_map(Value::as_str));
    let types: Vec<_> = types.map(|name| if name == "integer" { "number" } else { name }).collect();
    let constants =
        part["properties"].as_object().into_iter().flatten().filter_map(|(key, one)| Some((key, one.get("const")?)));
    (types.is_empty() || types.contains(&of))
        && constants.into_iter().all(|(key, constant)| value.get(key) == Some(constant))
}

/// A place in a file: as findings and as JSON pointers name it, and what the schema says there.
struct Spot<'a> {
    path: String,
    pointer: String,
    schema: &'a Value,
}

/// Every place in a file, as far as the schema says what stands there.
fn spots<'a>(root: &'a Value, value: &Value) -> Vec<Spot<'a>> {
    let mut todo = vec![Spot { path: "$".into(), pointer: String::new(), schema: root }];
    let mut at = 0;
    while let Some(Spot { path, pointer, schema }) = todo.get(at) {
        let here = value.pointer(pointer).unwrap();
        let parts = parts(root, schema, here);
        let mut inner = Vec::new();
        for (key, _) in here.as_object().into_iter().flatten() {
            if let Some(schema) = parts.iter().find_map(|part| part["properties"].get(key)) {
                inner.push(Spot { path: format!("{path}.{key}"), pointer: format!("{pointer}/{key}"), schema });
            }
        }
        if let Some(schema) = parts.iter().find_map(|part| part.get("items")) {
            for n in 0..here.as_array().map_or(0, Vec::len) {
                inner.push(Spot { path: format!("{path}[{n}]"), pointer: format!("{pointer}/{n}"), schema });
            }
        }
        todo.extend(inner);
        at += 1;
    }
    todo
}

/// The fields that a schema names for this value; `None` when it has none, such as a list or a text in some languages.
fn fields(root: &Value, schema: &Value, value: &Value) -> Option<BTreeSet<String>> {
    let parts = parts(root, schema, value);
    let named: Vec<_> = parts.iter().filter_map(|part| part["properties"].as_object()).collect();
    (value.is_object() && !named.is_empty()).then(|| named.into_iter().flat_map(|map| map.keys().cloned()).collect())
}

/// Each name that a reader asks for, as its source says.
fn asked_for() -> BTreeSet<String> {
    let asks = regex::Regex::new(r#"\.(?:need|may|or)\(\s*"([a-z_]+)""#).unwrap();
    let files = fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("src/files/read")).unwrap();
    let texts = files.map(|file| fs::read_to_string(file.unwrap().path()).unwrap_or_default());
    texts.flat_map(|text| asks.captures_iter(&text).map(|found| found[1].to_owned()).collect::<Vec<_>>()).collect()
}

#[test]
fn the_reader_knows_every_field_that_the_schema_names_and_no_other() {
    let mut met = 0;
    for Format { schema, files } in formats() {
        for (file, read) in files {
            let (mut known, mut strange) = (file.clone(), file.clone());
            let (mut theirs, mut odd) = (BTreeSet::new(), BTreeSet::new());
            for Spot { path, pointer, schema: here } in spots(&schema, &file) {
                let value = file.pointer(&pointer).unwrap();
                let Some(fields) = fields(&schema, here, value) else { continue };
                met += 1;
                for name in fields.iter().filter(|name| value.get(name).is_none()) {
                    theirs.insert(format!("{path}.{name}"));
                    known.pointer_mut(&pointer).unwrap()[name] = Value::Null;
                }
                for name in asked_for().into_iter().filter(|name| !fields.contains(name)) {
                    odd.insert(format!("{path}.{name}"));
                    strange.pointer_mut(&pointer).unwrap()[name] = json!("?");
                }
            }
            let unknown = |json: &Value| -> BTreeSet<String> {
                let found = read(json).into_iter().filter(|finding| finding.cause == Cause::Unknown);
                found.map(|finding| finding.path).collect()
            };
            let refused: Vec<_> = unknown(&known).intersection(&theirs).cloned().collect();
            assert!(refused.is_empty(), "in the schema, unknown to the reader: {refused:#?}");
            let taken: Vec<_> = odd.difference(&unknown(&strange)).cloned().collect();
            assert!(taken.is_empty(), "known to the reader, not in the schema: {taken:#?}");
        }
    }
    assert!(met > 100, "{met}");
}

#[test]
fn the_schema_refuses_a_field_that_nobody_knows_wherever_it_stands() {
    for Format { schema, files } in formats() {
        let validator = jsonschema::validator_for(&schema).unwrap();
        for (file, _) in files {
            assert!(validator.is_valid(&file));
            for Spot { path, pointer, schema: here } in spots(&schema, &file) {
                if fields(&schema, here, file.pointer(&pointer).unwrap()).is_some() {
                    let mut strange = file.clone();
                    strange.pointer_mut(&pointer).unwrap()["nobody"] = json!(1);
                    assert!(!validator.is_valid(&strange), "{path}");
                }
            }
        }
    }
}
