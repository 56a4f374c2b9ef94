//! `publiccode.yml`: it keeps to the standard, and says what is true.

use super::support::{problems, read, root, toml, tracked};
use beginspraak::domain::language::Language;
use serde_json::{Value, json};

fn entry() -> Value {
    serde_saphyr::from_str(&read("publiccode.yml")).unwrap()
}

#[test]
fn it_keeps_to_the_standard() {
    assert_eq!(problems("publiccode.schema.json", &entry()), Vec::<String>::new());
}

#[test]
fn what_the_standard_does_not_allow_is_found() {
    let wrong: [(&str, Value); 9] = [
        ("/publiccodeYmlVersion", json!("0.2")),
        ("/url", json!("beginspraak.git")),
        ("/developmentStatus", json!("nearly")),
        ("/softwareType", json!("website")),
        ("/categories/0", json!("consultation")),
        ("/description/nl/shortDescription", json!("x".repeat(151))),
        ("/description/nl/longDescription", json!("kort")),
        ("/localisation/availableLanguages", json!([])),
        ("/maintenance/type", json!("community")),
    ];
    for (pointer, value) in wrong {
        let mut entry = entry();
        *entry.pointer_mut(pointer).unwrap() = value;
        assert_ne!(problems("publiccode.schema.json", &entry), Vec::<String>::new(), "{pointer}");
    }
    for required in ["name", "platforms", "legal", "maintenance"] {
        let mut entry = entry();
        entry.as_object_mut().unwrap().remove(required);
        assert_ne!(problems("publiccode.schema.json", &entry), Vec::<String>::new(), "{required}");
    }
}

#[test]
fn it_says_the_same_as_the_package_and_the_site() {
    let (entry, package) = (entry(), toml("Cargo.toml")["package"].as_table().unwrap().clone());
    assert_eq!(entry["legal"]["license"].as_str(), package["license"].as_str());
    assert_eq!(entry["name"].as_str().map(str::to_lowercase).as_deref(), package["name"].as_str());
    let languages = Language::ALL.map(Language::code);
    assert_eq!(entry["localisation"]["availableLanguages"], json!(languages));
    let described: Vec<_> = entry["description"].as_object().unwrap().keys().collect();
    assert!(languages.iter().all(|language| described.contains(&&(*language).to_owned())), "{described:?}");
    assert!(read("LICENSE").starts_with("EUROPEAN UNION PUBLIC LICENCE v. 1.2"));
    // What was never released has no version in a catalogue.
    let version = package["version"].as_str().unwrap();
    let released = !read("CHANGELOG.md").contains(&format!("## [Unreleased]: {version}"));
    assert_eq!(entry.get("softwareVersion").and_then(Value::as_str), released.then_some(version));
}

#[test]
fn its_pictures_are_there() {
    let (entry, tracked) = (entry(), tracked());
    let mut count = 0;
    for text in entry["description"].as_object().unwrap().values() {
        for picture in text["screenshots"].as_array().unwrap() {
            let picture = picture.as_str().unwrap();
            assert!(tracked.iter().any(|file| file == picture) && root().join(picture).exists(), "{picture}");
            count += 1;
        }
    }
    assert!(count >= 2);
}
