//! The content: what is published is right by reader and schema alike, and everything wrong with a folder is told.

use beginspraak::native::{
    content_dir::{self, FileFault},
    schema,
};
use proptest::prelude::*;
use serde_json::{Value, json};
use std::{
    fs,
    path::{Path, PathBuf},
    process::{Command, Output},
};

fn public() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("public")
}

fn check(dir: &Path, language: &str) -> Output {
    Command::new(env!("CARGO_BIN_EXE_beginspraak")).args(["check", "--lang", language]).arg(dir).output().unwrap()
}

fn said(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).unwrap()
}

/// A copy of what is published, to break.
fn copy() -> tempfile::TempDir {
    let dir = tempfile::tempdir().unwrap();
    let content = dir.path().join("content");
    for folder in ["consultations", "places"] {
        fs::create_dir_all(content.join(folder)).unwrap();
        for entry in fs::read_dir(public().join("content").join(folder)).unwrap() {
            let from = entry.unwrap().path();
            fs::copy(&from, content.join(folder).join(from.file_name().unwrap())).unwrap();
        }
    }
    fs::copy(public().join("site.json"), dir.path().join("site.json")).unwrap();
    dir
}

#[test]
fn all_that_is_published_has_no_findings() {
    let output = check(&public().join("content"), "nl");
    assert!(output.status.success(), "{}", said(&output));
    assert!(said(&output).starts_with("Alles in orde"));
}

#[test]
fn all_that_is_published_fits_its_schema() {
    let schemas = schema::all();
    let schema = |name: &str| &schemas.iter().find(|(found, _)| *found == name).unwrap().1;
    let fits = |name: &str, file: &Path| {
        let json: Value = serde_json::from_slice(&fs::read(file).unwrap()).unwrap();
        let validator = jsonschema::validator_for(schema(name)).unwrap();
        let errors: Vec<_> = validator.iter_errors(&json).map(|e| format!("{}: {e}", e.instance_path())).collect();
        assert!(errors.is_empty(), "{}: {errors:#?}", file.display());
        let mut broken = json;
        broken["format"] = json!("beginspraak.other/1");
        assert!(!validator.is_valid(&broken));
    };
    fits("site", &public().join("site.json"));
    for (name, folder) in [
        ("consultation", "public/content/consultations"),
        ("places", "public/content/places"),
        ("feedback", "public/content/feedback"),
        ("workfile", "tests/feedback"),
    ] {
        let files = fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join(folder)).unwrap();
        files.map(|entry| entry.unwrap().path()).filter(|path| path.is_file()).for_each(|path| fits(name, &path));
    }
}

#[test]
fn a_reaction_fits_its_schema_and_every_kind_of_answer_does() {
    let schemas = schema::all();
    let schema = |name: &str| jsonschema::validator_for(&schemas.iter().find(|(n, _)| *n == name).unwrap().1).unwrap();
    let values = json!(["tekst", {"other": "anders"}, ["a", {"other": "b"}], 3, {"lean": -2, "reason": "x"},
        {"municipality": "Assen", "village": "Loon"}, {"municipality": "Assen"}]);
    let answers: Vec<_> =
        values.as_array().unwrap().iter().map(|value| json!({"question": "q", "value": value})).collect();
    let reaction = json!({"id": "01900000-0000-7000-8000-000000000001", "consultation": "dorp", "revision": 1,
        "language": "nl", "source": "resident", "tag": "00112233445566778899", "quote_consent": false,
        "day": "2026-06-15", "answers": answers});
    let envelope = json!({"format": "beginspraak.reaction/1", "reaction": reaction});
    assert!(schema("reaction").is_valid(&envelope));
    assert!(schema("gathered").is_valid(&json!({"format": "beginspraak.gathered/1", "reactions": [reaction]})));
    assert!(!schema("reaction").is_valid(&reaction));
    assert!(schema("acknowledgement").is_valid(&json!({"id": "x", "sha256": "0".repeat(64)})));
}

#[test]
fn every_problem_is_told_with_file_path_and_remedy() {
    let dir = copy();
    let content = dir.path().join("content");
    let consultations = content.join("consultations");
    fs::write(consultations.join("half.json"), "{\"slug\":").unwrap();
    fs::write(consultations.join("latijn.json"), b"{\"slug\": \"caf\xe9\"}").unwrap();
    fs::write(consultations.join("Naam Fout.json"), "{}").unwrap();
    fs::create_dir(consultations.join("map.json")).unwrap();
    fs::write(consultations.join("lezen.txt"), "This is no content.").unwrap();
    fs::copy(consultations.join("drenthe-dichterbij.json"), consultations.join("kopie.json")).unwrap();
    let output = check(&content, "en");
    assert_eq!(output.status.code(), Some(1));
    let said = said(&output);
    let line = |file: &str, words: &str| {
        let found = said.lines().any(|line| line.contains(file) && line.contains(words));
        assert!(found, "{file} {words}\n{said}");
    };
    line("half.json: $", "line 1 column");
    line("latijn.json", "From byte 13 on");
    line("Naam Fout.json", "Rename it");
    line("map.json", "can't be read");
    line("kopie.json: $.slug", "Name the file drenthe-dichterbij.json");
    line("kopie.json", "The slug is in");
    assert!(!said.contains("lezen.txt"));
    assert!(said.lines().last().unwrap().contains("problems found in"));
}

#[test]
fn an_empty_or_absent_folder_is_told_too() {
    let dir = tempfile::tempdir().unwrap();
    for folder in [dir.path().to_owned(), dir.path().join("nergens")] {
        let output = check(&folder, "nl");
        assert_eq!(output.status.code(), Some(1));
        assert!(said(&output).contains("Hier staat geen onderwerp"), "{}", said(&output));
        assert!(said(&output).contains("site.json"));
    }
}

#[test]
fn a_site_file_in_the_folder_comes_before_one_beside_it() {
    let dir = copy();
    let content = dir.path().join("content");
    fs::rename(dir.path().join("site.json"), content.join("site.json")).unwrap();
    assert!(content_dir::load(&content).is_ok());
    fs::write(dir.path().join("site.json"), "not read").unwrap();
    assert!(content_dir::load(&content).is_ok());
}

#[test]
fn the_command_writes_its_schemas() {
    let dir = tempfile::tempdir().unwrap();
    let mut command = Command::new(env!("CARGO_BIN_EXE_beginspraak"));
    assert!(command.args(["schema", "--out"]).arg(dir.path().join("schema")).status().unwrap().success());
    for (name, schema) in schema::all() {
        let file = fs::read(dir.path().join(format!("schema/{name}.json"))).unwrap();
        assert_eq!(serde_json::from_slice::<Value>(&file).unwrap(), schema);
    }
    let shown = Command::new(env!("CARGO_BIN_EXE_beginspraak")).arg("schema").output().unwrap().stdout;
    assert!(serde_json::from_slice::<Value>(&shown).unwrap()["consultation"].is_object());
}

#[test]
fn asked_wrongly_ends_with_2() {
    let code =
        |args: &[&str]| Command::new(env!("CARGO_BIN_EXE_beginspraak")).args(args).output().unwrap().status.code();
    for wrong in [&[][..], &["check"], &["chekc"], &["check", "x", "--lang", "fy"], &["serve", "--site", "x"]] {
        assert_eq!(code(wrong), Some(2), "{wrong:?}");
    }
    for help in ["serve", "check", "publish", "gather", "export", "schema"] {
        assert_eq!(code(&[help, "--help"]), Some(0));
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]
    #[test]
    fn whatever_bytes_a_file_holds_loading_ends_in_problems(bytes: Vec<u8>) {
        let dir = tempfile::tempdir().unwrap();
        fs::create_dir(dir.path().join("consultations")).unwrap();
        fs::write(dir.path().join("consultations/x.json"), bytes).unwrap();
        let problems = content_dir::load(dir.path()).unwrap_err();
        prop_assert!(problems.list.iter().any(|p| p.fault == FileFault::Absent));
        prop_assert!(problems.list.iter().any(|p| p.file.ends_with("x.json")));
    }
}

#[test]
fn a_site_that_posts_into_a_bucket_is_checked_for_its_signature() {
    let dir = copy();
    let content = dir.path().join("content");
    let file = dir.path().join("site.json");
    let mut site: Value = serde_json::from_slice(&fs::read(&file).unwrap()).unwrap();
    site["endpoint"] = json!({"kind": "s3", "intake": "/intake.json", "origin": "https://s3.example.org"});
    fs::write(&file, site.to_string()).unwrap();
    let out = dir.path().join("dist");
    let command = |args: &[&str]| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_beginspraak"));
        command.env("AWS_ACCESS_KEY_ID", "key").env("AWS_SECRET_ACCESS_KEY", "secret").env_remove("AWS_SESSION_TOKEN");
        command.args(["--lang", "en"]).args(args).output().unwrap()
    };
    let (content, out, intake) =
        (content.to_str().unwrap(), out.to_str().unwrap(), out.join("intake.json").display().to_string());
    let published = command(&["publish", "--content", content, "--out", out]);
    assert!(published.status.success());
    assert!(said(&published).contains("intake.json: This file is not there yet."), "{}", said(&published));
    let sign = |server: &str| {
        let args =
            ["sign-intake", "--bucket", "reacties", "--prefix", "in", "--endpoint-url", server, "--out", &intake];
        assert!(command(&args).status.success());
        command(&["check", content, "--site", out])
    };
    let elsewhere = sign("https://s3.example.com");
    assert_eq!(elsewhere.status.code(), Some(1));
    assert!(said(&elsewhere).contains("but site.json allows only https://s3.example.org"), "{}", said(&elsewhere));
    let right = sign("https://s3.example.org");
    assert!(right.status.success() && said(&right).starts_with("All is well"), "{}", said(&right));
}
