//! The bill of materials that `cargo xtask sbom` writes.

use super::support::{problems, root, toml};
use serde_json::{Value, json};
use std::{collections::BTreeSet, fs, process::Command};

fn bill() -> Value {
    let folder = tempfile::tempdir().unwrap();
    let xtask = Command::new(env!("CARGO_BIN_EXE_xtask"))
        .arg("sbom")
        .env("CARGO_TARGET_DIR", folder.path())
        .current_dir(root())
        .output()
        .unwrap();
    assert!(xtask.status.success(), "{}", String::from_utf8_lossy(&xtask.stderr));
    let text = fs::read(folder.path().join("beginspraak.cdx.json")).unwrap();
    serde_json::from_slice(&text).unwrap()
}

#[test]
fn it_names_what_both_worlds_are_made_of_with_licence_and_sum() {
    let bill = bill();
    assert_eq!(problems("cyclonedx.schema.json", &bill), Vec::<String>::new());
    let package = &toml("Cargo.toml")["package"];
    let ours = &bill["metadata"]["component"];
    assert_eq!(ours["name"].as_str(), package["name"].as_str());
    assert_eq!(ours["version"].as_str(), package["version"].as_str());
    assert_eq!(ours["licenses"], json!([{ "expression": package["license"].as_str().unwrap() }]));

    let components = bill["components"].as_array().unwrap();
    let find = |name: &str| components.iter().find(|component| component["name"] == name);
    let part_of = |name: &str| -> BTreeSet<String> {
        let properties = find(name).unwrap_or_else(|| panic!("{name} is named"))["properties"].as_array().unwrap();
        properties.iter().map(|property| property["value"].as_str().unwrap().to_owned()).collect()
    };
    assert_eq!(part_of("leptos"), BTreeSet::from(["browser".to_owned(), "command".to_owned()]));
    assert_eq!(part_of("rusqlite"), BTreeSet::from(["command".to_owned()]));
    assert_eq!(part_of("gloo-timers"), BTreeSet::from(["browser".to_owned()]));
    assert_eq!(find("rusqlite").unwrap()["scope"], "required");
    assert_eq!(find("serde_derive").unwrap()["scope"], "excluded", "a macro only runs in the compiler");
    for only_tests in ["proptest", "jsonschema", "wasm-bindgen-test"] {
        assert!(find(only_tests).is_none(), "{only_tests} is in nothing that we hand over");
    }

    // Whatever is pointed at is there, and each points somewhere once.
    let refs: Vec<_> =
        components.iter().chain([ours]).map(|component| component["bom-ref"].as_str().unwrap()).collect();
    let known: BTreeSet<_> = refs.iter().copied().collect();
    assert_eq!(known.len(), refs.len());
    let dependencies = bill["dependencies"].as_array().unwrap();
    let from: BTreeSet<_> = dependencies.iter().map(|one| one["ref"].as_str().unwrap()).collect();
    assert_eq!(from, known);
    for one in dependencies {
        for to in one["dependsOn"].as_array().unwrap() {
            assert!(known.contains(to.as_str().unwrap()), "{to}");
        }
    }

    // Known weak spots of SQLite are told under its own name and version: the one that runs.
    let sqlite = find("SQLite").unwrap();
    assert_eq!(sqlite["version"], rusqlite::version());
    let brings = dependencies.iter().find(|one| one["ref"].as_str().unwrap().starts_with("pkg:cargo/libsqlite3-sys@"));
    assert!(brings.unwrap()["dependsOn"].as_array().unwrap().contains(&sqlite["bom-ref"]));

    let lock = toml("Cargo.lock");
    for component in components.iter().filter(|component| component["name"] != "SQLite") {
        let mut locked = lock["package"].as_array().unwrap().iter();
        let locked = locked.find(|locked| {
            locked["name"].as_str() == component["name"].as_str()
                && locked["version"].as_str() == component["version"].as_str()
        });
        let sum = locked.unwrap_or_else(|| panic!("{} is locked", component["bom-ref"]))["checksum"].as_str();
        assert_eq!(component["hashes"][0]["content"].as_str(), sum, "{}", component["bom-ref"]);
    }
}

#[test]
fn what_the_standard_does_not_allow_is_found() {
    let bill = bill();
    let wrong: [(&str, Value); 6] = [
        ("/specVersion", json!("2")),
        ("/components/0/scope", json!("sometimes")),
        ("/components/0/purl", json!("cargo:serde")),
        ("/components/0/licenses", json!([])),
        ("/components/0/hashes/0/content", json!("no sum")),
        ("/metadata/timestamp", json!("today")),
    ];
    for (pointer, value) in wrong {
        let mut bill = bill.clone();
        *bill.pointer_mut(pointer).unwrap() = value;
        assert_ne!(problems("cyclonedx.schema.json", &bill), Vec::<String>::new(), "{pointer}");
    }
}
