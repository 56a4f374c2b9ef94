//! What others made and comes in with us: only under the licences, and from the sources, of `deny.toml`.

use super::support::{packages, toml};
use serde_json::Value;
use spdx::{Expression, Licensee, ParseMode};

fn texts(value: &toml::Value) -> Vec<&str> {
    value.as_array().unwrap().iter().map(|text| text.as_str().unwrap()).collect()
}

/// Whether what a package says of its licence leaves a choice that is allowed.
fn is_allowed(said: &str, allowed: &[Licensee]) -> bool {
    // Some packages still write a choice as cargo once had it: "MIT/Apache-2.0".
    let Ok(said) = Expression::parse_mode(said, ParseMode::LAX) else { return false };
    said.evaluate(|asked| allowed.iter().any(|licence| licence.satisfies(asked)))
}

#[test]
fn every_package_is_under_a_licence_that_is_allowed_and_from_where_it_may_come() {
    let deny = toml("deny.toml");
    let allowed: Vec<_> =
        texts(&deny["licenses"]["allow"]).into_iter().map(|text| Licensee::parse(text).unwrap()).collect();
    let registries = texts(&deny["sources"]["allow-registry"]);
    let packages = packages(&texts(&deny["graph"]["targets"]));
    assert!(packages.len() > 100, "{}", packages.len());
    let wrong = packages.iter().filter_map(|package| {
        let licence = package["license"].as_str().unwrap_or_default();
        let from = match &package["source"] {
            Value::Null => package["name"] == "beginspraak",
            source => registries.iter().any(|registry| source == &format!("registry+{registry}")),
        };
        let fine = from && is_allowed(licence, &allowed);
        (!fine).then(|| format!("{} {}: {licence:?}, from {}", package["name"], package["version"], package["source"]))
    });
    assert_eq!(wrong.collect::<Vec<_>>(), Vec::<String>::new());
}

#[test]
fn a_licence_that_is_not_on_the_list_is_not_allowed() {
    let allowed = ["MIT", "Apache-2.0 WITH LLVM-exception"].map(|text| Licensee::parse(text).unwrap());
    for fine in ["MIT", "MIT OR GPL-3.0-only", "MIT/Apache-2.0", "Apache-2.0 WITH LLVM-exception"] {
        assert!(is_allowed(fine, &allowed), "{fine}");
    }
    for not in ["GPL-3.0-only", "MIT AND GPL-3.0-only", "Apache-2.0", "", "whatever they said"] {
        assert!(!is_allowed(not, &allowed), "{not}");
    }
}
