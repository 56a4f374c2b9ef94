//! REUSE: of every file it is said who made it and how it may be used, and each licence is there in full.

use super::support::{read, root, toml, tracked};
use regex::Regex;
use serde_json::Value;
use std::{collections::BTreeSet, fs};

struct Annotation {
    paths: Vec<(String, Regex)>,
    licence: String,
}

impl Annotation {
    fn covers(&self, file: &str) -> bool {
        self.paths.iter().any(|(_, path)| path.is_match(file))
    }
}

/// A path in REUSE.toml: `*` stands for anything within a folder, `**` for anything.
fn pattern(path: &str) -> Regex {
    let escaped = regex::escape(path).replace(r"\*\*", ".*").replace(r"\*", "[^/]*");
    Regex::new(&format!("^{escaped}$")).unwrap()
}

fn annotations() -> Vec<Annotation> {
    let file = toml("REUSE.toml");
    assert_eq!(file["version"].as_integer(), Some(1));
    let annotation = |entry: &toml::Value| {
        let texts = |key: &str| match &entry[key] {
            toml::Value::String(text) => vec![text.clone()],
            other => other.as_array().unwrap().iter().map(|text| text.as_str().unwrap().to_owned()).collect(),
        };
        assert!(texts("SPDX-FileCopyrightText").iter().all(|holder| !holder.trim().is_empty()));
        let paths = texts("path").into_iter().map(|path| (path.clone(), pattern(&path))).collect();
        Annotation { paths, licence: entry["SPDX-License-Identifier"].as_str().unwrap().to_owned() }
    };
    file["annotations"].as_array().unwrap().iter().map(annotation).collect()
}

/// What needs no annotation: licences, and REUSE.toml itself.
fn is_exempt(file: &str) -> bool {
    file == "LICENSE" || file == "REUSE.toml" || file.starts_with("LICENSES/")
}

/// Files that no annotation covers.
fn uncovered(files: &[String], annotations: &[Annotation]) -> Vec<String> {
    let covered = |file: &str| annotations.iter().any(|annotation| annotation.covers(file));
    files.iter().filter(|file| !is_exempt(file) && !covered(file)).cloned().collect()
}

#[test]
fn every_file_has_a_maker_and_a_licence() {
    let annotations = annotations();
    assert_eq!(uncovered(&tracked(), &annotations), Vec::<String>::new(), "name these in REUSE.toml");
    // The check can fail: nothing covers just anything.
    let made_up = ["fonts/Some-Font.woff2".to_owned(), "data.csv".to_owned(), "public/logo.svg".to_owned()];
    assert_eq!(uncovered(&made_up, &annotations), made_up);
}

#[test]
fn no_annotation_is_about_files_that_are_gone() {
    let files = tracked();
    for annotation in annotations() {
        for (path, pattern) in annotation.paths {
            assert!(files.iter().any(|file| pattern.is_match(file)), "{path} is in REUSE.toml and matches no file");
        }
    }
}

#[test]
fn each_licence_is_there_in_full_and_none_besides() {
    let named: BTreeSet<_> = annotations().into_iter().map(|annotation| annotation.licence).collect();
    let there = fs::read_dir(root().join("LICENSES")).unwrap();
    let there = there.map(|entry| entry.unwrap().file_name().into_string().unwrap());
    let there: BTreeSet<_> = there.map(|name| name.strip_suffix(".txt").unwrap().to_owned()).collect();
    assert_eq!(named, there);
    for licence in &named {
        assert!(spdx::license_id(licence).is_some(), "{licence} is an identifier of SPDX");
        assert!(read(&format!("LICENSES/{licence}.txt")).len() > 10_000, "{licence} is a whole text");
    }
    assert_eq!(read("LICENSE"), read("LICENSES/EUPL-1.2.txt"), "the same licence, where people look for it");
}

#[test]
fn names_of_places_carry_the_licence_that_stands_in_their_files() {
    let files: Vec<_> = tracked().into_iter().filter(|file| file.starts_with("public/content/places/")).collect();
    assert!(!files.is_empty());
    for file in files {
        let places: Value = serde_json::from_str(&read(&file)).unwrap();
        let licence = places["source"]["licence"].as_str().unwrap().replace(' ', "-");
        // The last annotation that covers a file is the one that holds.
        let annotations = annotations();
        let holds = annotations.iter().rfind(|annotation| annotation.covers(&file)).unwrap();
        assert_eq!(holds.licence, licence, "{file}");
    }
}
