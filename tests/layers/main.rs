//! The layers of the house: what a file names lies below it, no two neighbours lean on each other, and only the edges
//! touch the world.

mod house;

use house::House;
use std::{fs, path::Path};

/// From below to above. Those that stand together know nothing of each other.
const LAYERS: [&[&str]; 6] =
    [&["domain"], &["files"], &["texts"], &["view"], &["press"], &["browser", "worker", "native"]];

/// What only an edge may name: there a disk, a clock or a network begins.
const WORLD: [&str; 6] = ["std::env", "std::fs", "std::net", "std::process", "std::thread", "std::time"];

/// Neighbours that still lean on each other. Take a line out when its circle is gone; never put one in.
const CIRCLES: &[&[&str]] = &[];

/// What lies above but is named all the same, or what touches the world. Take a line out when that is gone; never put one in.
const UPWARD: &[&str] = &[];

fn house() -> House {
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut files = Vec::new();
    walk(&src, &mut Vec::new(), &mut files);
    House::of(&files)
}

/// Every source file with the module that it is. The binaries and the roots of the crate stand above everything.
fn walk(folder: &Path, module: &mut Vec<String>, files: &mut Vec<(Vec<String>, String)>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let stem = path.file_stem().unwrap().to_str().unwrap().to_owned();
        module.push(stem.clone());
        if path.is_dir() && *module != ["bin"] {
            walk(&path, module, files);
        }
        let is_root = module.len() == 1 && ["lib", "main"].contains(&stem.as_str());
        if path.extension().is_some_and(|end| end == "rs") && !is_root {
            if stem == "mod" {
                module.pop();
            }
            files.push((module.clone(), fs::read_to_string(&path).unwrap()));
            if stem == "mod" {
                module.push(stem);
            }
        }
        module.pop();
    }
}

#[test]
fn arrows_go_down_only() {
    let mut found = house().upward(&LAYERS);
    found.retain(|line| !UPWARD.iter().any(|known| line.starts_with(known)));
    assert!(found.is_empty(), "\n{}", found.join("\n"));
}

#[test]
fn only_the_edges_touch_the_world() {
    let mut found = house().outward(&WORLD, LAYERS[LAYERS.len() - 1]);
    found.retain(|line| !UPWARD.iter().any(|known| line.starts_with(known)));
    assert!(found.is_empty(), "\n{}", found.join("\n"));
}

#[test]
fn no_neighbours_lean_on_each_other() {
    let house = house();
    let found = house.circles();
    for circle in &found {
        assert!(
            CIRCLES.contains(&&circle.iter().map(String::as_str).collect::<Vec<_>>()[..]),
            "{}",
            house.told(circle)
        );
    }
    assert_eq!(found.len(), CIRCLES.len(), "a circle that is gone stands in the list");
}

/// A house of these modules.
fn of(files: &[(&str, &str)]) -> House {
    let files: Vec<_> = files
        .iter()
        .map(|(module, text)| (module.split("::").map(str::to_owned).collect(), (*text).to_owned()))
        .collect();
    House::of(&files)
}

#[test]
fn the_test_sees_every_way_to_name_what_lies_above() {
    for text in [
        "use crate::view::form::FormView;",
        "use crate::{domain::day::Day, view::{mine}};",
        "pub(crate) use crate::{\n  texts::{self as t},\n  view::form::{self}};",
        "fn f() { crate::view::mine::go() }",
        "fn f() { view! { <p>{crate::view::mine::go()}</p> } }",
        "mod inner { use super::super::super::view::mine; }",
        "use super::super::view::mine;",
    ] {
        let house = of(&[("texts::page", text), ("view::mine", ""), ("view::form", ""), ("domain::day", "")]);
        assert_eq!(house.upward(&LAYERS).len(), 1, "{text}: {:?}", house.upward(&LAYERS));
    }
    for text in [
        "use crate::domain::day::Day;",
        "// use crate::view::mine;\nfn f() -> &'static str { \"crate::view::mine\" }",
        "#[cfg(test)]\nmod tests { use crate::view::mine; }",
        "#[cfg(all(test, unix))]\npub(crate) mod tests { use crate::view::mine; }",
        "#[cfg(test)]\nmod tests;",
        "macro_rules! say { () => { $crate::domain::day::Day } }",
    ] {
        let tests = ("texts::page::tests", "use crate::view::mine;");
        let tests = if text.ends_with("tests;") { tests } else { ("texts::other", "") };
        let house = of(&[("texts::page", text), tests, ("view::mine", ""), ("domain::day", "")]);
        assert_eq!(house.upward(&LAYERS), [""; 0], "{text}");
    }
    let edges = of(&[("browser::form", "use crate::native::disk;"), ("native::disk", "")]);
    assert_eq!(edges.upward(&LAYERS).len(), 1, "the two worlds know nothing of each other");
    let new = of(&[("desk::room", "use crate::domain::day;"), ("domain::day", "")]);
    assert_eq!(new.upward(&LAYERS).len(), 1, "what stands in no layer is told");
}

#[test]
fn the_test_sees_who_touches_the_world() {
    for text in ["use std::fs;", "use std::{fmt, fs::File};", "fn f() { std::time::Instant::now(); }"] {
        assert_eq!(of(&[("press::shell", text)]).outward(&WORLD, &["native"]).len(), 1, "{text}");
        assert!(of(&[("native::disk", text)]).outward(&WORLD, &["native"]).is_empty());
    }
    assert!(of(&[("press::shell", "use std::{fmt, io};")]).outward(&WORLD, &["native"]).is_empty());
}

#[test]
fn the_test_sees_a_circle_of_any_length_and_by_any_road() {
    let circle = |files: &[(&str, &str)]| of(files).circles();
    let two = circle(&[
        ("domain::a", "use super::b::B;"),
        ("domain::b", "mod deep;"),
        ("domain::b::deep", "use crate::domain::{a::A};"),
    ]);
    assert_eq!(two, [["domain::a", "domain::b"]]);
    let three = circle(&[
        ("domain::a", "use super::b::B;"),
        ("domain::b", "fn f() { super::c::go() }"),
        ("domain::c", "use crate::domain::{a, d};"),
        ("domain::d", ""),
    ]);
    assert_eq!(three, [["domain::a", "domain::b", "domain::c"]]);
    let by_another_name = circle(&[
        ("domain", "pub use a::A;"),
        ("domain::a", "use super::b::B;"),
        ("domain::b", "use crate::domain::A;"),
    ]);
    assert_eq!(by_another_name, [["domain::a", "domain::b"]]);
    let none = circle(&[
        ("domain::a", "use super::b::B; mod inner; use inner::C; #[cfg(test)] mod tests { use super::super::c::D; }"),
        ("domain::a::inner", "use super::super::b;"),
        ("domain::b", ""),
        ("domain::c", "use super::a::A;"),
    ]);
    assert!(none.is_empty(), "{none:?}");
}
