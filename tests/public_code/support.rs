//! Reading the files of this checkout.

use serde_json::Value;
use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
};

/// The folder of `Cargo.toml`.
pub fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// A file's text.
pub fn read(path: &str) -> String {
    fs::read_to_string(root().join(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// A file in TOML.
pub fn toml(path: &str) -> toml::Table {
    toml::from_str(&read(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// What is wrong with a value by a schema beside these tests, each with its place.
pub fn problems(schema: &str, value: &Value) -> Vec<String> {
    let schema: Value = serde_json::from_str(&read(&format!("tests/public_code/{schema}"))).unwrap();
    let validator = jsonschema::validator_for(&schema).unwrap();
    validator.iter_errors(value).map(|error| format!("{}: {error}", error.instance_path())).collect()
}

/// Every file that is kept in the repository and there now, by its path from the root.
pub fn tracked() -> Vec<String> {
    let listed = Command::new("git").args(["ls-files", "-z"]).current_dir(root()).output();
    let listed = listed.expect("git is needed to know which files belong to the project");
    assert!(listed.status.success(), "{}", String::from_utf8_lossy(&listed.stderr));
    let listed = String::from_utf8(listed.stdout).unwrap();
    let files: Vec<_> = listed.split_terminator('\0').map(str::to_owned).collect();
    assert!(files.len() > 100, "{}", files.len());
    files.into_iter().filter(|file| root().join(file).exists()).collect()
}

/// Those of them that end so.
pub fn tracked_ending(end: &str) -> Vec<String> {
    tracked().into_iter().filter(|file| file.ends_with(end)).collect()
}

/// What cargo says about all packages on these targets.
pub fn packages(targets: &[&str]) -> Vec<Value> {
    let mut cargo = Command::new(env!("CARGO"));
    cargo.args(["metadata", "--locked", "--format-version", "1"]).current_dir(root());
    cargo.args(targets.iter().flat_map(|target| ["--filter-platform", target]));
    let told = cargo.output().unwrap();
    assert!(told.status.success(), "{}", String::from_utf8_lossy(&told.stderr));
    let told: Value = serde_json::from_slice(&told.stdout).unwrap();
    told["packages"].as_array().unwrap().clone()
}

/// Where a path in a document leads, from the document's own folder.
pub fn beside(document: &str, path: &str) -> PathBuf {
    root().join(document).parent().unwrap().join(path)
}
