//! What holds for all blocks and the style sheets together.

use std::{collections::BTreeSet, fs, path::Path};

fn sheets() -> String {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("style");
    let files = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    files.map(|path| fs::read_to_string(path).unwrap()).collect()
}

/// Every `--name` that follows one of `before`.
fn names(css: &str, is_it: impl Fn(&str, &str) -> bool) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    for (at, _) in css.match_indices("--") {
        let name: String = css[at..].chars().take_while(|c| c.is_ascii_alphanumeric() || *c == '-').collect();
        if is_it(css[..at].trim_end(), css[at + name.len()..].trim_start()) {
            found.insert(name);
        }
    }
    found
}

#[test]
fn every_token_that_is_used_is_defined() {
    let css = sheets();
    let defined = names(&css, |before, after| after.starts_with(':') && before.ends_with(['{', ';', '/']));
    // Knobs of a component and the NL Design System's tokens may be set by nobody: then the fallback counts.
    let used = names(&css, |before, after| before.ends_with("var(") && !after.starts_with(','));
    let missing: Vec<_> = used.difference(&defined).collect();
    assert!(missing.is_empty(), "used but defined nowhere: {missing:?}");
}

#[test]
fn every_token_that_is_defined_is_used() {
    let css = sheets();
    let defined = names(&css, |before, after| after.starts_with(':') && before.ends_with(['{', ';', '/']));
    let used = names(&css, |before, _| before.ends_with("var("));
    let idle: Vec<_> = defined.difference(&used).collect();
    assert!(idle.is_empty(), "defined but used nowhere: {idle:?}");
}
