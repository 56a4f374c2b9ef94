//! Gathering: nothing is lost, nothing doubled, and what is broken is named.

#[path = "support/reactions.rs"]
mod reactions;
#[path = "support/tree.rs"]
mod tree;

use beginspraak::{
    domain::{day::Day, digest::sha256, reaction::knows_nothing},
    files::gather::{Summary, left_out::Fault},
    native::{
        gather::{self, How, source::Source},
        work::folder::WorkFolder,
    },
};
use reactions::reactions;
use serde_json::{Value, json};
use std::{
    fs,
    path::Path,
    process::{Command, Output},
};
use tree::tree;

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
    let today = Day::new(2026, 6, 16).unwrap();
    let how = How { knows: &knows_nothing, known: None, tests: true, who: "Anna", today };
    let folder = WorkFolder::at(to).unwrap();
    let (summary, ended) = gather::gather(&Source::folder(from, to, None).unwrap(), &folder, how).unwrap();
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
    let (from, to) = (dir.path().join("in"), dir.path().join("werkmap"));
    fs::write(from.join("4.json"), "{\"format\":\"beginspraak.reac").unwrap();
    let output = command(&["gather", "--lang", "en", "--from", text(&from), "--to", text(&to)]);
    let said = String::from_utf8(output.stdout).unwrap();
    assert_eq!(output.status.code(), Some(1));
    assert!(said.contains("4.json: This is no reaction: not valid JSON"), "{said}");
    assert!(said.contains("9,999 new, 9,999 in") && said.contains("1 left out"), "{said}");
    assert_eq!(reactions(&to).len(), 9_999);
    // Mended, and gathered again.
    fs::write(from.join("4.json"), envelope(&reaction(4, "Verhaal"))).unwrap();
    let output = command(&["gather", "--from", text(&from), "--to", text(&to)]);
    assert!(output.status.success());
    assert!(String::from_utf8(output.stdout).unwrap().starts_with("1 nieuw, 10.000 in"));
}

#[test]
fn gathering_twice_changes_nothing_and_another_day_is_noted_once() {
    let dir = folder(5);
    let (from, to) = (dir.path().join("in"), dir.path().join("werkmap"));
    gathering(&from, &to);
    let first = tree(&to);
    let again = gathering(&from, &to);
    assert_eq!((again.new, again.total, again.left_out), (0, 5, vec![]));
    assert_eq!(tree(&to), first);
    for _ in 0..2 {
        let args = ["gather", "--from", text(&from), "--to", text(&to), "--today", "2026-06-17"];
        assert!(command(&args).status.success());
        let now = tree(&to);
        assert!(first.iter().all(|(path, bytes)| now.get(path) == Some(bytes)), "what was there is as it was");
        let new: Vec<_> = now.iter().filter(|(path, _)| !first.contains_key(*path)).collect();
        let [(path, bytes)] = new[..] else { panic!("{new:?}") };
        assert!(path.contains("/log/2026-06-17-"), "{path}");
        let entry: Value = serde_json::from_slice(bytes).unwrap();
        assert_eq!(entry["do"], json!([{"gathered": {"day": "2026-06-17", "reactions": 5}}]));
    }
}

#[test]
fn two_versions_under_one_id_are_a_conflict_and_the_first_stays() {
    let dir = folder(2);
    let (from, to) = (dir.path().join("in"), dir.path().join("werkmap"));
    gathering(&from, &to);
    fs::write(from.join("0.json"), envelope(&reaction(0, "Anders"))).unwrap();
    fs::write(from.join("kopie.json"), envelope(&reaction(1, "Verhaal"))).unwrap();
    let summary = gathering(&from, &to);
    assert_eq!((summary.new, summary.total, summary.left_out.len()), (0, 2, 1));
    assert_eq!(summary.left_out[0].fault, Fault::Conflict);
    assert!(summary.left_out[0].object.ends_with("0.json"));
    assert_eq!(reactions(&to), [reaction(0, "Verhaal"), reaction(1, "Verhaal")]);
}

#[test]
fn a_name_that_is_a_hash_or_an_id_must_be_right() {
    let dir = folder(0);
    let (from, to) = (dir.path().join("in"), dir.path().join("werkmap"));
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
    let summary = gathering(dir.path(), &dir.path().join("werkmap"));
    assert_eq!((summary.new, summary.left_out.len()), (2, 1));
    assert_eq!((summary.left_out[0].object.as_str(), &summary.left_out[0].fault), (id(1).as_str(), &Fault::Hash));
}

#[test]
fn what_is_no_folder_is_left_alone_and_what_is_not_there_makes_none() {
    let dir = folder(1);
    let (from, to) = (dir.path().join("in"), dir.path().join("werkmap"));
    fs::write(&to, "mijn boodschappenlijst").unwrap();
    let output = command(&["gather", "--lang", "en", "--from", text(&from), "--to", text(&to)]);
    assert!(!output.status.success() && String::from_utf8(output.stderr).unwrap().contains("werkmap"));
    assert_eq!(fs::read_to_string(&to).unwrap(), "mijn boodschappenlijst");
    fs::remove_file(&to).unwrap();
    let output = command(&["gather", "--from", text(&dir.path().join("nergens")), "--to", text(&to)]);
    assert_eq!((output.status.code(), to.exists()), (Some(2), false));
}

#[test]
fn what_else_stands_in_a_work_folder_stays_as_it_is() {
    let dir = folder(1);
    let (from, to) = (dir.path().join("in"), dir.path().join("werkmap"));
    fs::create_dir_all(to.join("work/dorp/log")).unwrap();
    let newer = "{\"id\":\"0123456789abcdef01234567\",\"who\":\"Later\",\"at\":1,\"after\":[],\"seal\":{}}\n";
    fs::write(to.join("work/dorp/notities.txt"), "mijn notitie").unwrap();
    fs::write(to.join("work/dorp/log/van-later.ndjson"), newer).unwrap();
    let before = tree(&to);
    let summary = gathering(&from, &to);
    assert_eq!((summary.total, summary.damage), (1, vec![]));
    let after = tree(&to);
    assert!(before.iter().all(|(path, bytes)| after.get(path) == Some(bytes)), "{after:?}");
}

#[test]
fn the_work_folder_may_lie_in_the_folder_that_is_gathered() {
    let dir = folder(2);
    let from = dir.path().join("in");
    let to = from.join("werkmap");
    for _ in 0..2 {
        let summary = gathering(&from, &to);
        assert_eq!((summary.total, summary.left_out), (2, vec![]));
    }
}

#[test]
fn a_colleagues_work_folder_is_gathered_without_what_they_did() {
    let dir = folder(3);
    let (theirs, ours) = (dir.path().join("van-anna"), dir.path().join("werkmap"));
    assert_eq!(gathering(&dir.path().join("in"), &theirs).new, 3);
    assert!(theirs.join("work/dorp/log").is_dir(), "there is a log of it");
    let summary = gathering(&theirs, &ours);
    assert_eq!((summary.new, summary.left_out), (3, vec![]));
}

#[test]
fn folders_in_folders_are_gathered_such_as_a_downloaded_bucket_and_databases_in_them() {
    let dir = folder(0);
    let (from, to) = (dir.path().join("in"), dir.path().join("werkmap"));
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
fn decisions_that_are_not_there_are_named_and_change_nothing() {
    let dir = folder(1);
    let to = dir.path().join("werkmap");
    gathering(&dir.path().join("in"), &to);
    let before = tree(&to);
    let content = Path::new(env!("CARGO_MANIFEST_DIR")).join("public/content");
    let from = dir.path().join("nergens.json");
    let output = command(&["decide", text(&to), "--from", text(&from), "--content", text(&content)]);
    assert_eq!(output.status.code(), Some(1));
    assert!(String::from_utf8(output.stderr).unwrap().contains("nergens.json"));
    assert_eq!(tree(&to), before);
}
