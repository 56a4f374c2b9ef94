//! What the register of processing says of data is what the code does with it.

use super::support::read;
use beginspraak::{files::schema, native::collector::store::database};
use regex::Regex;
use serde_json::Value;
use std::{collections::BTreeSet, process::Command};

const REGISTER: &str = "docs/privacy/verwerkingsregister.md";

/// What stands between backticks in the first cell of rows under a heading.
fn named_under(heading: &str) -> BTreeSet<String> {
    let text = read(REGISTER);
    let (_, rest) = text.split_once(&format!("## {heading}\n")).unwrap_or_else(|| panic!("{heading}"));
    let part = rest.split("\n## ").next().unwrap();
    let cells = part.lines().filter(|line| line.starts_with("| ")).filter_map(|line| line.split('|').nth(1));
    cells.flat_map(coded).collect()
}

/// Words between backticks.
fn coded(text: &str) -> Vec<String> {
    let code = Regex::new("`([^`]+)`").unwrap();
    code.captures_iter(text).map(|found| found[1].to_owned()).collect()
}

fn schema(name: &str) -> Value {
    schema::all().into_iter().find(|(known, _)| *known == name).unwrap().1
}

/// The kinds of endpoint that a site can name, as its schema has them.
fn kinds(value: &Value, found: &mut BTreeSet<String>) {
    match value {
        Value::Object(fields) => {
            found.extend(value.pointer("/properties/kind/const").and_then(Value::as_str).map(str::to_owned));
            fields.values().for_each(|value| kinds(value, found));
        }
        Value::Array(list) => list.iter().for_each(|value| kinds(value, found)),
        _ => {}
    }
}

#[test]
fn it_names_every_field_of_a_reaction() {
    let schema = schema("reaction");
    let fields = schema["$defs"]["Reaction"]["properties"].as_object().unwrap();
    assert_eq!(named_under("Welke gegevens"), fields.keys().cloned().collect());
}

#[test]
fn it_says_for_every_kind_of_endpoint_who_sees_what() {
    let mut known = BTreeSet::new();
    kinds(&schema("site"), &mut known);
    assert!(known.len() >= 4, "{known:?}");
    assert_eq!(named_under("Wie krijgt wat te zien"), known);
}

#[test]
fn it_names_every_column_of_the_database_and_every_store_of_the_device() {
    let text = read(REGISTER);
    let row = |start: &str| -> BTreeSet<String> {
        let row = text.lines().find(|line| line.starts_with(start)).unwrap_or_else(|| panic!("{start}"));
        coded(row.split('|').nth(2).unwrap()).into_iter().collect()
    };
    let folder = tempfile::tempdir().unwrap();
    drop(database::Database::open(folder.path()).unwrap());
    let database = rusqlite::Connection::open(folder.path().join(database::FILE)).unwrap();
    let mut columns = database.prepare("SELECT name FROM pragma_table_info('reactions')").unwrap();
    let columns: BTreeSet<String> = columns.query_map([], |row| row.get(0)).unwrap().map(Result::unwrap).collect();
    assert_eq!(row("| eigen verzamelpunt |"), columns);

    let code = read("src/browser/storage.rs");
    let store = Regex::new(r#"(?m)^const [A-Z]+: &str = "([a-z]+)";"#).unwrap();
    let stores: BTreeSet<_> = store.captures_iter(&code).map(|found| found[1].to_owned()).collect();
    assert_eq!(row("| apparaat van de inwoner |"), stores);
}

#[test]
fn it_tells_the_days_that_the_command_proposes() {
    let explained = Command::new(env!("CARGO_BIN_EXE_beginspraak"))
        .args(["sign-intake", "--bucket", "reacties", "--prefix", "in", "--endpoint-url", "https://s3.example.org"])
        .args(["--explain", "ovh"])
        .output()
        .unwrap();
    let explained = String::from_utf8(explained.stdout).unwrap();
    let days = Regex::new("Verwijder reacties na ([0-9]+ dagen)").unwrap();
    let days = days.captures(&explained).unwrap_or_else(|| panic!("{explained}"))[1].to_owned();
    assert!(read(REGISTER).contains(&days), "{days}");
}
