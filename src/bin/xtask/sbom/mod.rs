//! Writes the software bill of materials (CycloneDX 1.6): every package that the command and the apps are made of.
//!
//! By hand: it is one object of a few fields, and the library for it would be more packages to list than that.

mod inventory;
mod sqlite;

use std::collections::BTreeMap;
use std::fs;
use std::path::PathBuf;
use std::process::Command;

use jiff::Timestamp;
use serde::Deserialize;
use serde_json::{Value, json};

use self::inventory::{Inventory, Metadata, Package, Part};
use crate::error::Error;
use crate::paths::Paths;
use crate::rust::{self, WASM, printed};
use crate::steps::Steps;

/// The file's name in cargo's build folder; other tools know such files by how it ends.
const FILE: &str = "beginspraak.cdx.json";

#[derive(Deserialize)]
struct Lock {
    package: Vec<Locked>,
}

#[derive(Deserialize)]
struct Locked {
    name: String,
    version: String,
    checksum: Option<String>,
}

/// The SHA-256 of packages, by name and version.
type Checksums = BTreeMap<(String, String), String>;

/// Leaves the bill of materials in cargo's build folder, and tells where.
pub fn write(paths: &Paths, steps: &mut Steps) -> Result<PathBuf, Error> {
    steps.work("bill of materials", || {
        let mut inventory = Inventory::default();
        for (of, target) in [("command", host()?), ("browser", WASM.to_owned())] {
            inventory.add(of, metadata(paths, &target)?)?;
        }
        let sqlite = inventory.parts.values().find(|part| part.package.name == sqlite::PACKAGE);
        let sqlite = sqlite.map(sqlite::component).transpose()?;
        let bill = bill(&inventory, sqlite, &checksums(paths)?, Timestamp::now());
        let path = paths.target.join(FILE);
        fs::create_dir_all(&paths.target).map_err(Error::io("make", &paths.target))?;
        fs::write(&path, format!("{bill:#}\n")).map_err(Error::io("write", &path))?;
        Ok(path)
    })
}

/// The target that this compiler makes programs for unless told otherwise.
fn host() -> Result<String, Error> {
    let host = printed(Command::new("rustc").args(["--print", "host-tuple"]));
    host.map(|host| host.trim().to_owned()).ok_or_else(|| Error::Unusable {
        what: "`rustc --print host-tuple` does not say for which machine it compiles".to_owned(),
        remedy: "Is Rust installed, and on PATH?".to_owned(),
    })
}

fn metadata(paths: &Paths, target: &str) -> Result<Metadata, Error> {
    let arguments = ["metadata", "--locked", "--format-version", "1", "--filter-platform", target];
    let text = printed(rust::cargo().args(arguments).current_dir(&paths.root));
    text.and_then(|text| serde_json::from_str(&text).ok()).ok_or_else(|| Error::Unusable {
        what: "Cargo does not tell which packages there are".to_owned(),
        remedy: format!("Run `cargo {}` to see why.", arguments.join(" ")),
    })
}

fn checksums(paths: &Paths) -> Result<Checksums, Error> {
    let path = paths.root.join("Cargo.lock");
    let text = fs::read_to_string(&path).map_err(Error::io("read", &path))?;
    let lock: Lock = toml::from_str(&text).map_err(|error| Error::Unusable {
        what: format!("Cargo.lock can't be read: {}", error.message()),
        remedy: "Run `cargo metadata --locked` to see what is wrong with it.".to_owned(),
    })?;
    let packages = lock.package.into_iter();
    Ok(packages.filter_map(|locked| Some(((locked.name, locked.version), locked.checksum?))).collect())
}

/// The whole bill, as it was at this moment.
fn bill(inventory: &Inventory, sqlite: Option<Value>, checksums: &Checksums, now: Timestamp) -> Value {
    let named = |id: &String| inventory.parts.get(id).map(|part| reference(&part.package, *id == inventory.ours));
    let mut components = BTreeMap::new();
    let mut dependencies = BTreeMap::new();
    let mut ours = json!({});
    for (id, part) in &inventory.parts {
        let reference = reference(&part.package, *id == inventory.ours);
        let mut needs: Vec<_> = part.needs.iter().filter_map(named).collect();
        if let Some(sqlite) = sqlite.as_ref().filter(|_| part.package.name == sqlite::PACKAGE) {
            needs.extend(sqlite["bom-ref"].as_str().map(str::to_owned));
        }
        needs.sort();
        dependencies.insert(reference.clone(), json!({ "ref": reference, "dependsOn": needs }));
        if *id == inventory.ours {
            ours = described(&part.package, "application", &reference);
        } else {
            components.insert(reference.clone(), component(part, &reference, checksums));
        }
    }
    if let Some(sqlite) = sqlite {
        let reference = sqlite["bom-ref"].as_str().unwrap_or_default().to_owned();
        dependencies.insert(reference.clone(), json!({ "ref": reference, "dependsOn": [] }));
        components.insert(reference, sqlite);
    }
    json!({
        "$schema": "http://cyclonedx.org/schema/bom-1.6.schema.json",
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "version": 1,
        "metadata": {
            "timestamp": now.strftime("%Y-%m-%dT%H:%M:%SZ").to_string(),
            "lifecycles": [{ "phase": "build" }],
            "tools": { "components": [
                { "type": "application", "name": "cargo xtask sbom", "version": env!("CARGO_PKG_VERSION") }
            ] },
            "component": ours
        },
        "components": components.into_values().collect::<Vec<_>>(),
        "dependencies": dependencies.into_values().collect::<Vec<_>>()
    })
}

/// A name that no other package in the bill has: for others their package URL. Ours is in no registry.
fn reference(package: &Package, ours: bool) -> String {
    let Package { name, version, .. } = package;
    if ours { format!("{name}@{version}") } else { format!("pkg:cargo/{name}@{}", version.replace('+', "%2B")) }
}

/// What its maker says of a package.
fn described(package: &Package, kind: &str, reference: &str) -> Value {
    let mut told = json!({ "type": kind, "bom-ref": reference, "name": package.name, "version": package.version });
    if let Some(license) = &package.license {
        // Some packages still write a choice as cargo once had it: "MIT/Apache-2.0".
        let choices: Vec<_> = license.split('/').map(str::trim).collect();
        told["licenses"] = json!([{ "expression": choices.join(" OR ") }]);
    }
    if let Some(repository) = &package.repository {
        told["externalReferences"] = json!([{ "type": "vcs", "url": repository }]);
    }
    told
}

fn component(part: &Part, reference: &str, checksums: &Checksums) -> Value {
    let mut told = described(&part.package, "library", reference);
    told["purl"] = json!(reference);
    told["scope"] = json!(if part.runs { "required" } else { "excluded" });
    told["properties"] = part_of(&part.of);
    if let Some(sum) = checksums.get(&(part.package.name.clone(), part.package.version.clone())) {
        told["hashes"] = json!([{ "alg": "SHA-256", "content": sum }]);
    }
    told
}

/// Whether something is in the command, in the apps or in both.
fn part_of(of: &[&str]) -> Value {
    of.iter().map(|of| json!({ "name": "beginspraak:part-of", "value": of })).collect()
}
