//! Gathering: nothing is lost, nothing doubled, and what is broken is named.

use beginspraak::{
    domain::{digest::sha256, reaction::knows_nothing},
    files::gather::{Summary, left_out::Fault},
    native::gather::{self, How, source::Source},
};
use serde_json::{Value, json};
use std::{
    fs,
    path::Path,
    process::{Command, Output},
};

fn id(n: u32) -> String {
    format!("01900000-0000-7000-8000-{n:012x}")
}

fn reaction(n: u32, story: &str) -> Value {
    json!({"id": id(n), "consultation": "dorp", "revision": 1, "language": "nl", "source": "resident",
        "tag": "00112233445566778899", "quote_consent": false, "day": "2026-06-15",
        "answers": [{"question": "verhaal", "value": story}]})
}

fn envelope(reaction: &Value) -> String {
    json!({"format": "beginspraak.reaction/1", "reaction": reaction}).to_string()
}

fn command(args: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_beginspraak")).args(args).output().unwrap()
}

fn text(path: &Path) -> &str {
    path.to_str().unwrap()
}

/// Gathers a folder, to its end.
fn gathering(from: &Path, to: &Path) -> Summary {
    let how = How { knows: &knows_nothing, tests: true };
    let (summary, ended) = gather::gather(&Source::folder(from, to, None).unwrap(), to, how).unwrap();
    ended.unwrap();
    summary
}

/// A folder with `count` reactions.
fn folder(count: u32) -> tempfile::TempDir {
    let dir = tempfile::tempdir().unwrap();
    fs::create_dir(dir.path().join("in")).unwrap();
    for n in 0..count {
        fs::write(dir.path().join(format!("in/{n}.json")), envelope(&reaction(n, "Verhaal"))).unwrap();
    }
    dir
}

#[test]
fn one_broken_file_in_ten_thousand_is_named_and_the_rest_is_gathered() {
    let dir = folder(10_000);
    let (from, to) = (dir.path().join("in"), dir.path().join("out.json"));
    fs::write(from.join("4.json"), "{\"format\":\"beginspraak.reac").unwrap();
    let output = command(&["gather", "--lang", "en", "--from", text(&from), "--to", text(&to)]);
    let said = String::from_utf8(output.stdout).unwrap();
    assert_eq!(output.status.code(), Some(1));
    assert!(said.contains("4.json: This is no reaction: not valid JSON"), "{said}");
    assert!(said.contains("9,999 new, 9,999 in") && said.contains("1 left out"), "{said}");
    let first = fs::read(&to).unwrap();
    assert_eq!(serde_json::from_slice::<Value>(&first).unwrap()["reactions"].as_array().unwrap().len(), 9_999);
    // Mended, and gathered again.
    fs::write(from.join("4.json"), envelope(&reaction(4, "Verhaal"))).unwrap();
    let output = command(&["gather", "--from", text(&from), "--to", text(&to)]);
    assert!(output.status.success());
    assert!(String::from_utf8(output.stdout).unwrap().starts_with("1 nieuw, 10.000 in"));
}

#[test]
fn gathering_twice_changes_nothing_not_even_the_file() {
    let dir = folder(5);
    let (from, to) = (dir.path().join("in"), dir.path().join("out.json"));
    gathering(&from, &to);
    let (bytes, time) = (fs::read(&to).unwrap(), fs::metadata(&to).unwrap().modified().unwrap());
    let again = gathering(&from, &to);
    assert_eq!((again.new, again.total, again.left_out), (0, 5, vec![]));
    assert_eq!((fs::read(&to).unwrap(), fs::metadata(&to).unwrap().modified().unwrap()), (bytes, time));
}

#[test]
fn two_versions_under_one_id_are_a_conflict_and_the_first_stays() {
    let dir = folder(2);
    let (from, to) = (dir.path().join("in"), dir.path().join("out.json"));
    gathering(&from, &to);
    fs::write(from.join("0.json"), envelope(&reaction(0, "Anders"))).unwrap();
    fs::write(from.join("kopie.json"), envelope(&reaction(1, "Verhaal"))).unwrap();
    let summary = gathering(&from, &to);
    assert_eq!((summary.new, summary.total, summary.left_out.len()), (0, 2, 1));
    assert_eq!(summary.left_out[0].fault, Fault::Conflict);
    assert!(summary.left_out[0].object.ends_with("0.json"));
    assert!(fs::read_to_string(&to).unwrap().contains("\"Verhaal\""));
}

#[test]
fn a_name_that_is_a_hash_or_an_id_must_be_right() {
    let dir = folder(0);
    let (from, to) = (dir.path().join("in"), dir.path().join("out.json"));
    let body = envelope(&reaction(1, "Verhaal"));
    let put = |name: &str| fs::write(from.join(name), &body).unwrap();
    put(&format!("{}.json", sha256(body.as_bytes())));
    put(&format!("{}.json", id(1)));
    put(&format!("{}.json", sha256(b"something else")));
    put(&format!("{}.json", id(2)));
    fs::write(from.join("groot.json"), "x".repeat(70_000)).unwrap();
    let summary = gathering(&from, &to);
    let has = |fits: fn(&Fault) -> bool| summary.left_out.iter().filter(|finding| fits(&finding.fault)).count();
    assert_eq!((summary.new, summary.total, summary.left_out.len()), (1, 1, 3), "{:?}", summary.left_out);
    assert_eq!(has(|fault| *fault == Fault::Hash), 1);
    assert_eq!(has(|fault| matches!(fault, Fault::Id(_))), 1);
    assert_eq!(has(|fault| *fault == Fault::TooLarge), 1);
}

#[test]
fn a_changed_row_in_a_database_is_found_by_its_hash() {
    let dir = tempfile::tempdir().unwrap();
    let database = rusqlite::Connection::open(dir.path().join("reactions.sqlite")).unwrap();
    database
        .execute_batch(
            "PRAGMA application_id = 1114861682; CREATE TABLE reactions (id, consultation, sha256, received, body)",
        )
        .unwrap();
    for n in 0..3 {
        let body = envelope(&reaction(n, "Verhaal"));
        let kept = if n == 1 { body.replace("Verhaal", "Vervalst") } else { body.clone() };
        let row = (id(n), "dorp", sha256(body.as_bytes()), "2026-06-15", kept.into_bytes());
        database.execute("INSERT INTO reactions VALUES (?1, ?2, ?3, ?4, ?5)", row).unwrap();
    }
    let summary = gathering(dir.path(), &dir.path().join("out.json"));
    assert_eq!((summary.new, summary.left_out.len()), (2, 1));
    assert_eq!((summary.left_out[0].object.as_str(), &summary.left_out[0].fault), (id(1).as_str(), &Fault::Hash));
}

#[test]
fn a_file_that_is_something_else_is_never_overwritten() {
    let dir = folder(1);
    let (from, to) = (dir.path().join("in"), dir.path().join("out.json"));
    for content in ["mijn boodschappenlijst", "{}", "{\"format\":\"beginspraak.gathered/1\",\"reactions\":[{}]}"] {
        fs::write(&to, content).unwrap();
        let output = command(&["gather", "--from", text(&from), "--to", text(&to)]);
        assert_eq!(output.status.code(), Some(1));
        assert!(String::from_utf8(output.stderr).unwrap().contains("Er is niets veranderd"));
        assert_eq!(fs::read_to_string(&to).unwrap(), content);
    }
    fs::remove_file(&to).unwrap();
    let output = command(&["gather", "--from", text(&dir.path().join("nergens")), "--to", text(&to)]);
    assert_eq!((output.status.code(), to.exists()), (Some(2), false));
}

#[test]
fn what_else_stands_in_a_gathered_file_stays() {
    let dir = folder(1);
    let (from, to) = (dir.path().join("in"), dir.path().join("out.json"));
    fs::write(&to, "{\"format\":\"beginspraak.gathered/1\",\"note\":\"mijn notitie\",\"reactions\":[]}").unwrap();
    gathering(&from, &to);
    let json: Value = serde_json::from_slice(&fs::read(&to).unwrap()).unwrap();
    assert_eq!((&json["note"], json["reactions"].as_array().unwrap().len()), (&json!("mijn notitie"), 1));
}

#[test]
fn the_file_may_lie_in_the_folder_that_is_gathered() {
    let dir = folder(2);
    let from = dir.path().join("in");
    let to = from.join("alles.json");
    for _ in 0..2 {
        let summary = gathering(&from, &to);
        assert_eq!((summary.total, summary.left_out), (2, vec![]));
    }
}

#[test]
fn folders_in_folders_are_gathered_such_as_a_downloaded_bucket_and_databases_in_them() {
    let dir = folder(0);
    let (from, to) = (dir.path().join("in"), dir.path().join("out.json"));
    for (n, slug) in [(1, "dorp"), (2, "elders")] {
        let mut one = reaction(n, "Verhaal");
        one["consultation"] = json!(slug);
        fs::create_dir_all(from.join("emmer").join(slug)).unwrap();
        let body = envelope(&one);
        fs::write(from.join(format!("emmer/{slug}/{}.json", sha256(body.as_bytes()))), body).unwrap();
    }
    fs::create_dir_all(from.join("maandag")).unwrap();
    let gathered = json!({"format": "beginspraak.gathered/1", "reactions": [reaction(3, "x"), reaction(1, "Verhaal")]});
    fs::write(from.join("maandag/alles.json"), gathered.to_string()).unwrap();
    database(&from.join("maandag/reactions.sqlite"), 4..7);
    fs::create_dir_all(from.join(".git")).unwrap();
    fs::write(from.join(".git/x.json"), "{}").unwrap();
    let summary = gathering(&from, &to);
    assert_eq!((summary.new, summary.total, summary.left_out), (6, 6, vec![]));
    // A copy of a database under any name is one too.
    fs::rename(from.join("maandag/reactions.sqlite"), dir.path().join("kopie.bak")).unwrap();
    let output = command(&["gather", "--from", text(&dir.path().join("kopie.bak")), "--to", text(&to)]);
    assert!(String::from_utf8(output.stdout).unwrap().starts_with("0 nieuw, 6 in"));
}

/// A collector's database with these reactions.
fn database(path: &Path, numbers: std::ops::Range<u32>) {
    let database = rusqlite::Connection::open(path).unwrap();
    database
        .execute_batch(
            "PRAGMA application_id = 1114861682; CREATE TABLE reactions (id, consultation, sha256, received, body)",
        )
        .unwrap();
    for n in numbers {
        let body = envelope(&reaction(n, "Verhaal"));
        let row = (id(n), "dorp", sha256(body.as_bytes()), "2026-06-15", body.into_bytes());
        database.execute("INSERT INTO reactions VALUES (?1, ?2, ?3, ?4, ?5)", row).unwrap();
    }
}

#[test]
fn a_workfile_is_not_made_from_a_file_that_is_not_there() {
    let dir = tempfile::tempdir().unwrap();
    let (from, to) = (dir.path().join("nergens.json"), dir.path().join("werk.json"));
    let content = Path::new(env!("CARGO_MANIFEST_DIR")).join("public/content");
    let args = ["work", "--content", text(&content), "--from", text(&from), "--consultation", "drenthe-luisteren"];
    let output = command(&[&args[..], &["--to", text(&to)]].concat());
    assert_eq!((output.status.code(), to.exists()), (Some(2), false));
    assert!(String::from_utf8(output.stderr).unwrap().contains("nergens.json"));
}
