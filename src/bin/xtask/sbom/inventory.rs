//! Which packages the command and the browser's apps are made of, which need which, and which of them still run.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use serde::Deserialize;

use crate::error::Error;

/// What `cargo metadata` prints for one target, as far as it matters here.
#[derive(Deserialize)]
pub struct Metadata {
    packages: Vec<Package>,
    resolve: Resolve,
}

/// A package, as its maker describes it.
#[derive(Clone, Deserialize)]
pub struct Package {
    id: String,
    pub name: String,
    pub version: String,
    pub license: Option<String>,
    pub repository: Option<String>,
    targets: Vec<Target>,
    manifest_path: PathBuf,
}

#[derive(Clone, Deserialize)]
struct Target {
    kind: Vec<String>,
}

#[derive(Deserialize)]
struct Resolve {
    root: Option<String>,
    nodes: Vec<Node>,
}

#[derive(Deserialize)]
struct Node {
    id: String,
    deps: Vec<Need>,
}

#[derive(Deserialize)]
struct Need {
    pkg: String,
    dep_kinds: Vec<NeedKind>,
}

#[derive(Deserialize)]
struct NeedKind {
    /// Nothing for what is linked in; else "build" or "dev".
    kind: Option<String>,
}

/// A package that is part of what we hand over, or makes a part of it.
pub struct Part {
    pub package: Package,
    /// Of what it is a part: the command, the apps, or both.
    pub of: Vec<&'static str>,
    /// Whether it is there when that runs; if not, it only helped to compile it.
    pub runs: bool,
    /// The ids of what it needs.
    pub needs: Vec<String>,
}

/// All parts by cargo's id, ours among them.
#[derive(Default)]
pub struct Inventory {
    pub ours: String,
    pub parts: BTreeMap<String, Part>,
}

impl Inventory {
    /// Adds what our package needs on one target. What only its tests need is left out.
    pub fn add(&mut self, of: &'static str, metadata: Metadata) -> Result<(), Error> {
        let unusable = |what: &str| Error::Unusable {
            what: format!("`cargo metadata` names no {what}"),
            remedy: "Run it in the folder of Cargo.toml.".to_owned(),
        };
        let packages: BTreeMap<_, _> = metadata.packages.iter().map(|package| (&package.id, package)).collect();
        let nodes: BTreeMap<_, _> = metadata.resolve.nodes.iter().map(|node| (&node.id, node)).collect();
        self.ours = metadata.resolve.root.ok_or_else(|| unusable("package of ours"))?;
        let mut met: BTreeMap<String, bool> = BTreeMap::new();
        let mut ahead = vec![(self.ours.clone(), true)];
        while let Some((id, runs)) = ahead.pop() {
            // Met again matters only where it turns out to run after all.
            if met.get(&id).is_some_and(|known| *known || !runs) {
                continue;
            }
            met.insert(id.clone(), runs);
            let package = packages.get(&id).ok_or_else(|| unusable(&id))?;
            let needs = nodes.get(&id).into_iter().flat_map(|node| &node.deps).filter(|need| !need.only_tests());
            let part = self.parts.entry(id).or_insert_with(|| Part {
                package: (*package).clone(),
                of: Vec::new(),
                runs: false,
                needs: Vec::new(),
            });
            part.runs |= runs;
            if !part.of.contains(&of) {
                part.of.push(of);
            }
            for need in needs {
                if !part.needs.contains(&need.pkg) {
                    part.needs.push(need.pkg.clone());
                }
                let linked = need.linked() && packages.get(&need.pkg).is_some_and(|package| !package.is_macro());
                ahead.push((need.pkg.clone(), runs && linked));
            }
        }
        Ok(())
    }
}

impl Need {
    fn only_tests(&self) -> bool {
        self.dep_kinds.iter().all(|kind| kind.kind.as_deref() == Some("dev"))
    }

    fn linked(&self) -> bool {
        self.dep_kinds.iter().any(|kind| kind.kind.is_none())
    }
}

impl Package {
    /// Where its source is.
    pub fn folder(&self) -> &Path {
        self.manifest_path.parent().unwrap_or(&self.manifest_path)
    }

    /// A macro runs in the compiler, and so does all that it needs.
    fn is_macro(&self) -> bool {
        self.targets.iter().any(|target| target.kind.iter().any(|kind| kind == "proc-macro"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::{Value, json};

    /// Metadata from who needs whom, as what; a package whose name ends in "macro" is one.
    fn metadata(needs: &[(&str, &str, Option<&str>)]) -> Metadata {
        let names: std::collections::BTreeSet<_> = needs.iter().flat_map(|(from, to, _)| [*from, *to]).collect();
        let package = |name: &&str| {
            let kind = if name.ends_with("macro") { "proc-macro" } else { "lib" };
            json!({ "id": name, "name": name, "version": "1.0.0", "targets": [{ "kind": [kind] }], "manifest_path": "/p/Cargo.toml" })
        };
        let node = |name: &&str| {
            let deps = needs.iter().filter(|(from, ..)| from == name);
            let deps = deps.map(|(_, to, kind)| json!({ "pkg": to, "dep_kinds": [{ "kind": kind }] }));
            json!({ "id": name, "deps": deps.collect::<Vec<Value>>() })
        };
        serde_json::from_value(json!({
            "packages": names.iter().map(package).collect::<Vec<_>>(),
            "resolve": { "root": "ours", "nodes": names.iter().map(node).collect::<Vec<_>>() }
        }))
        .unwrap()
    }

    fn told(inventory: &Inventory) -> Vec<(&str, Vec<&str>, bool)> {
        inventory.parts.iter().map(|(id, part)| (id.as_str(), part.of.clone(), part.runs)).collect()
    }

    #[test]
    fn what_only_tests_need_is_left_out_and_what_only_compiles_does_not_run() {
        let mut inventory = Inventory::default();
        let native = [
            ("ours", "shared", None),
            ("ours", "database", None),
            ("ours", "some-macro", None),
            ("ours", "tester", Some("dev")),
            ("tester", "deep", None),
            ("database", "compiler", Some("build")),
            ("some-macro", "parser", None),
            ("compiler", "shared", None),
        ];
        inventory.add("command", metadata(&native)).unwrap();
        inventory.add("browser", metadata(&[("ours", "shared", None), ("ours", "page", None)])).unwrap();
        assert_eq!(
            told(&inventory),
            [
                ("compiler", vec!["command"], false),
                ("database", vec!["command"], true),
                ("ours", vec!["command", "browser"], true),
                ("page", vec!["browser"], true),
                ("parser", vec!["command"], false),
                ("shared", vec!["command", "browser"], true),
                ("some-macro", vec!["command"], false),
            ]
        );
        assert_eq!(inventory.parts["ours"].needs, ["shared", "database", "some-macro", "page"]);
    }

    #[test]
    fn what_is_met_first_in_a_macro_and_then_in_the_program_runs() {
        for order in [["a-macro", "program"], ["program", "a-macro"]] {
            let mut needs: Vec<_> = order.map(|name| ("ours", name, None)).into();
            needs.extend([("a-macro", "shared", None), ("program", "shared", None), ("shared", "below", None)]);
            let mut inventory = Inventory::default();
            inventory.add("command", metadata(&needs)).unwrap();
            assert!(inventory.parts["shared"].runs && inventory.parts["below"].runs);
            assert!(!inventory.parts["a-macro"].runs);
        }
    }
}
