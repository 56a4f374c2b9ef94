//! What holds for all blocks and the style sheets together.

use super::*;
use crate::domain::{
    consultation::{Chart, Fact, FactValue, Role, Scope, ScopeItem, Table},
    id::Id,
    language::Localised,
};
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

fn text(words: &str) -> Localised {
    Localised::Same(words.to_owned())
}

fn scope(counts: [usize; 3]) -> String {
    let items =
        |count: usize| (0..count).map(|n| ScopeItem { text: text(&format!("Punt {n}")), reason: None }).collect();
    let scope = Scope { fixed: items(counts[0]), open: items(counts[1]), undecided: items(counts[2]), agreed: None };
    Owner::new().with(|| view! { <ScopeBlock scope language=Language::Nl/> }.to_html())
}

/// The two numbers of every `translate(x y)`.
fn places(html: &str) -> Vec<(i32, i32)> {
    let inside = html.split("translate(").skip(1).filter_map(|rest| rest.split_once(')'));
    inside.filter_map(|(pair, _)| pair.split_once(' ')).map(|(x, y)| (x.parse().unwrap(), y.parse().unwrap())).collect()
}

#[test]
fn every_point_lies_in_the_picture_on_a_place_of_its_own() {
    for counts in [[1, 1, 1], [0, 4, 1], [2, 0, 3], [9, 1, 1], [1, 12, 2], [8, 8, 8], [0, 1, 0]] {
        let places = places(&scope(counts));
        assert_eq!(places.len(), counts.iter().sum::<usize>(), "{counts:?}");
        assert!(places.iter().all(|(x, y)| (12..=348).contains(x) && (30..=205).contains(y)), "{counts:?}: {places:?}");
        for (at, (x, y)) in places.iter().enumerate() {
            let near = places[..at].iter().any(|(a, b)| (x - a).abs() < 18 && (y - b).abs() < 18);
            assert!(!near, "{counts:?}: a stone at {x},{y} covers another one");
        }
    }
}

#[test]
fn a_name_in_the_picture_of_what_can_change_stays_within_it() {
    let scope = Scope {
        fixed: vec![],
        open: (0..8).map(|n| ScopeItem { text: text(&format!("Punt {n}")), reason: None }).collect(),
        undecided: vec![ScopeItem { text: text("Punt"), reason: None }],
        agreed: None,
    };
    for language in [Language::Nl, Language::En] {
        let scope = scope.clone();
        let html = Owner::new().with(|| view! { <ScopeBlock scope language/> }.to_html());
        let heights = html
            .split("<text x=")
            .skip(1)
            .filter_map(|rest| rest.split(" y=\"").nth(1)?.split('"').next()?.parse::<i32>().ok());
        assert!(heights.clone().all(|y| (15..=52).contains(&y)), "{:?}: {html}", heights.collect::<Vec<_>>());
        assert_eq!(heights.count(), 3, "“Open”, and two lines for the narrow part");
    }
}

#[test]
fn a_block_stays_within_the_content_security_policy() {
    let value = |label: &str, value| FactValue { label: text(label), value };
    let fact = |chart| Fact {
        id: Id::try_from("f").unwrap(),
        title: text("<script>alert(1)</script>"),
        chart,
        unit: Some(text("%")),
        values: vec![value("a", 66.0), value("b", 68.9), value("c", 65.8)],
        text: None,
        source: crate::domain::consultation::Reference { title: text("x"), url: None, year: None },
        example: true,
    };
    let facts = vec![fact(Chart::Figure), fact(Chart::Bars), fact(Chart::Line)];
    let roles = [Role::CoCreationPartner, Role::Caretaker, Role::Director];
    let table = |role| Table {
        id: Id::try_from("t").unwrap(),
        name: text("x"),
        about: text("x"),
        who: vec![],
        role,
        meaning: None,
    };
    let tables = roles.map(table).to_vec();
    let language = Language::Nl;
    let html = Owner::new().with(|| view! { <FactsBlock facts language/><TablesBlock tables language/> }.to_html())
        + &scope([2, 2, 2]);
    for forbidden in [" style=", "<script", " onclick", "<style"] {
        assert!(!html.contains(forbidden), "{forbidden}");
    }
    assert!(html.contains(">65,8<"), "numbers are written in Dutch");
}
