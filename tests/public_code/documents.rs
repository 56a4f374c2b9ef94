//! What documents say: links lead somewhere, tests that they name are there, and nothing stands in them that we can't know.

use super::support::{beside, read, root, tracked, tracked_ending};
use regex::Regex;
use std::collections::BTreeSet;

/// What a newcomer or an organisation looks for, and therefore finds in the README.
const OF_THE_README: [&str; 9] = [
    "LICENSE",
    "SECURITY.md",
    "GOVERNANCE.md",
    "CODE_OF_CONDUCT.md",
    "publiccode.yml",
    "docs/standards.md",
    "docs/accessibility-statement.md",
    "docs/privacy/dpia.md",
    "docs/privacy/verwerkingsregister.md",
];

/// What stands in a document outside blocks of code, in which a link is only an example.
fn prose(text: &str) -> String {
    let mut inside = false;
    let outside = text.lines().filter(|line| {
        let fence = line.trim_start().starts_with("```");
        inside ^= fence;
        !inside && !fence
    });
    outside.collect::<Vec<_>>().join("\n")
}

/// Where the links and pictures of a document lead to.
fn links(text: &str) -> Vec<String> {
    let text = prose(text);
    let written = Regex::new(r#"\]\(([^)\s]+)\)|(?:src|href)="([^"]+)""#).unwrap();
    let found = written.captures_iter(&text).map(|found| found.get(1).or(found.get(2)).unwrap().as_str().to_owned());
    found.collect()
}

/// The names under which headings can be linked to, as forges make them.
fn anchors(text: &str) -> BTreeSet<String> {
    let headings = prose(text);
    let headings = headings.lines().filter(|line| line.starts_with('#'));
    let anchor = |line: &str| {
        let title = line.trim_start_matches('#').trim().to_lowercase().replace(' ', "-");
        title.chars().filter(|c| c.is_alphanumeric() || "-_".contains(*c)).collect::<String>()
    };
    headings.map(anchor).collect()
}

/// Why a link of a document leads nowhere, if it does.
fn leads_nowhere(document: &str, link: &str) -> Option<String> {
    if link.starts_with("https://") || link.starts_with("http://") || link.starts_with("mailto:") {
        return None;
    }
    let (path, anchor) = link.split_once('#').map_or((link, None), |(path, anchor)| (path, Some(anchor)));
    let file = if path.is_empty() { root().join(document) } else { beside(document, path) };
    if !file.exists() {
        return Some(format!("{document}: {link} is not there"));
    }
    let anchor = anchor.filter(|_| file.extension().is_some_and(|end| end == "md"))?;
    let there = anchors(&std::fs::read_to_string(&file).unwrap());
    (!there.contains(anchor)).then(|| format!("{document}: {link} has no such heading"))
}

#[test]
fn every_link_of_every_document_leads_somewhere() {
    let mut count = 0;
    let mut wrong = Vec::new();
    for document in tracked_ending(".md") {
        for link in links(&read(&document)) {
            count += 1;
            wrong.extend(leads_nowhere(&document, &link));
        }
    }
    assert_eq!(wrong, Vec::<String>::new());
    assert!(count > 100, "{count}");
    for nowhere in ["src/gone.rs", "DESIGN.md#11-gone", "#gone"] {
        assert!(leads_nowhere("README.md", nowhere).is_some(), "{nowhere}");
    }
}

#[test]
fn every_test_that_a_document_names_is_in_the_file_that_it_links_to() {
    // [file](link): `one_test`, `another`
    let named = Regex::new(r"\]\(([^)\s]+\.rs)\): ((?:`[a-z0-9_]+`(?:, )?)+)").unwrap();
    let mut count = 0;
    for document in tracked_ending(".md") {
        let text = read(&document);
        for found in named.captures_iter(&text) {
            let file = std::fs::read_to_string(beside(&document, &found[1])).unwrap_or_default();
            for test in found[2].split(", ").map(|test| test.trim_matches('`')).filter(|test| !test.is_empty()) {
                assert!(file.contains(&format!("fn {test}(")), "{document}: {test} is not in {}", &found[1]);
                count += 1;
            }
        }
    }
    assert!(count > 30, "{count}");
}

#[test]
fn each_standard_is_linked_kept_somewhere_and_shown_by_something() {
    let document = "docs/standards.md";
    let text = read(document);
    let rows: Vec<Vec<&str>> = text
        .lines()
        .filter(|line| line.starts_with("| ["))
        .map(|line| line.trim_matches('|').split(" | ").collect())
        .collect();
    assert!(rows.len() > 20, "{}", rows.len());
    for row in rows {
        let [standard, what, kept, shown] = row[..] else { panic!("{row:?} has four cells") };
        assert!(
            !links(standard).is_empty() && links(standard).iter().all(|link| link.starts_with("https://")),
            "{standard}"
        );
        assert!(!what.trim().is_empty(), "{standard}");
        for cell in [kept, shown] {
            let links = links(cell);
            assert!(!links.is_empty(), "{standard}: {cell}");
            assert!(links.iter().all(|link| beside(document, link).exists()), "{standard}: {cell}");
        }
        let is_test = |link: &String| {
            link.ends_with(".mjs")
                || std::fs::read_to_string(beside(document, link)).unwrap().contains("#[test]")
                || link.contains("wasm_")
        };
        assert!(links(shown).iter().any(is_test), "{standard}: {shown}");
    }
}

#[test]
fn the_readme_leads_to_all_that_an_organisation_looks_for() {
    let (links, tracked) = (links(&read("README.md")), tracked());
    for document in OF_THE_README {
        assert!(tracked.iter().any(|file| file == document), "{document}");
        assert!(links.iter().any(|link| link == document), "README.md does not link to {document}");
    }
}

#[test]
fn no_address_is_given_out_that_nobody_reads() {
    let address = Regex::new(r"[\w.+-]+@[\w-]+(\.[\w-]+)+").unwrap();
    for document in OF_THE_README {
        let text = read(document);
        let found: Vec<_> = address.find_iter(&text).map(|found| found.as_str()).collect();
        assert_eq!(found, Vec::<&str>::new(), "{document}");
    }
}

#[test]
fn the_accessibility_statement_names_what_is_checked_on_every_page_and_nothing_else() {
    let check = Regex::new(r#"note\(["`](A[0-9]+(?:/A[0-9]+)?) "#).unwrap();
    let code = read("tests/browser/accessibility.mjs");
    let checked: BTreeSet<_> = check.captures_iter(&code).map(|found| found[1].to_owned()).collect();
    let row = Regex::new(r"(?m)^\| (A[0-9]+(?:/A[0-9]+)?) \|").unwrap();
    let text = read("docs/accessibility-statement.md");
    let said: BTreeSet<_> = row.captures_iter(&text).map(|found| found[1].to_owned()).collect();
    assert!(checked.len() > 10, "{checked:?}");
    assert_eq!(said, checked);
}
