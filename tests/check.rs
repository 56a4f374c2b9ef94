//! The content: what is published is right by reader and schema alike, and everything wrong with a folder is told.

use beginspraak::{
    files::{
        content::{self, FileFault},
        schema,
    },
    native::disk::Disk,
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
    for folder in ["consultations", "places", "pictures"] {
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
        ("decisions", "tests/feedback"),
    ] {
        let files = fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join(folder)).unwrap();
        files
            .map(|entry| entry.unwrap().path())
            .filter(|path| path.extension().is_some_and(|end| end == "json"))
            .for_each(|path| fits(name, &path));
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
    let entry = json!({"id": "0123456789abcdef01234567", "who": "Anna", "at": 1, "after": [], "do": []});
    assert!(schema("log").is_valid(&entry) && !schema("log").is_valid(&json!({"who": "Anna"})));
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
    line("half.json, line 1, column 1:", "is closed nowhere");
    line("latijn.json, line 1, column 14:", "This is probably “é”");
    line("Naam Fout.json", "Rename it");
    line("map.json", "can't be read");
    line("kopie.json, line 3, $.slug", "Name the file drenthe-dichterbij.json");
    line("kopie.json", "The slug is in");
    line("lezen.txt", "This file is not read: a consultation in a document");
    assert!(said.lines().last().unwrap().contains("problems found in"));
}

#[test]
fn an_empty_or_absent_folder_is_told_too() {
    let dir = tempfile::tempdir().unwrap();
    let empty = check(dir.path(), "nl");
    assert_eq!(empty.status.code(), Some(1));
    assert!(said(&empty).contains("site.json"), "{}", said(&empty));
    let nowhere = check(&dir.path().join("nergens/content"), "nl");
    assert_eq!(nowhere.status.code(), Some(1));
    let words = format!("is er niet: in {} staat geen “nergens”. Kijk of de naam klopt", dir.path().display());
    assert!(said(&nowhere).contains(&words) && !said(&nowhere).contains("site.json"), "{}", said(&nowhere));
}

#[test]
fn who_names_another_folder_hears_which_one_it_is() {
    let dir = copy();
    let content = dir.path().join("content");
    for meant in ["", "content/consultations", "content/consultations/drenthe-luisteren.json"] {
        let output = check(&dir.path().join(meant), "nl");
        assert_eq!(output.status.code(), Some(1));
        let lines = said(&output);
        assert!(lines.contains(&format!("Noem die: {}\n", content.display())), "{lines}");
        // Nothing else is said: above all not that the right folder had better go.
        assert_eq!(lines.lines().count(), 2, "{lines}");
    }
}

#[test]
fn a_question_in_a_document_is_found_and_a_readme_is_not() {
    for name in ["dorp.docx", "dorp.odt", "Dorp.DOC", "dorp.txt"] {
        let (code, said) = told(|dir| fs::write(dir.join("content/consultations").join(name), "Dorp").unwrap(), &[]);
        assert_eq!(code, Some(1), "{said}");
        assert!(said.contains(&format!("{name}: This file is not read: a consultation in a document")), "{said}");
    }
    let beside = |dir: &Path| {
        fs::write(dir.join("content/consultations/LEESMIJ.txt"), "Let op").unwrap();
        fs::write(dir.join("content/notes.docx"), "Notes").unwrap();
        fs::write(dir.join("content/consultations/~$dorp.docx"), "").unwrap();
    };
    let (code, said) = told(beside, &[]);
    assert_eq!(code, Some(0), "{said}");
    assert!(
        said.contains("LEESMIJ.txt: This is not read.") && said.contains("notes.docx: This is not read."),
        "{said}"
    );
    assert!(said.contains("~$dorp.docx: Somebody has this document open"), "{said}");
}

#[test]
fn what_is_not_there_is_told_by_every_command_with_what_to_do() {
    let dir = copy();
    fs::write(dir.path().join("in.json"), "[]").unwrap();
    fs::create_dir(dir.path().join("bundle")).unwrap();
    fs::create_dir_all(dir.path().join("werkmap/work")).unwrap();
    let here = dir.path().canonicalize().unwrap().display().to_string();
    for (args, words) in [
        ("publish --content contnet --out dist", "contnet: Deze map is er niet: in HERE staat geen “contnet”. Kijk"),
        ("publish --content content --out dist --bundle bundel", "bundel is er niet: in HERE staat geen “bundel”."),
        ("publish --content content --out dist --bundle bundle", "In bundle staat niet precies één bestand page*.js."),
        (
            "publish --content content --out dist --feedback drenthe-dichterbij --work werk",
            "werk is geen werkmap. Een werkmap is een map, met daarin",
        ),
        ("stand werk", "werk is geen werkmap."),
        ("decide werkmap --content content --from weg.json", "weg.json: Dit bestand is er niet. Kijk of"),
        ("serve --site site/oud --data data", "site/oud is er niet: in HERE staat geen “site”."),
        ("gather --from weg --to uit", "weg is er niet: in HERE staat geen “weg”."),
        ("gather --from in.json --content contnet --to uit", "in HERE staat geen “contnet”."),
        ("gather --from in.json --to in.json", "in.json is geen werkmap."),
        ("export --from weg --to uit.csv", "weg is geen werkmap."),
        ("export --from werkmap --to weg/uit.csv", "weg/uit.csv is niet te schrijven: in HERE staat geen map “weg”."),
        (
            "sign-intake --bucket reacties --prefix in --region eu-central-1 --out weg/intake.json",
            "in HERE staat geen map “weg”.",
        ),
        ("check content --site weg", "weg is er niet: in HERE staat geen “weg”."),
    ] {
        let mut command = Command::new(env!("CARGO_BIN_EXE_beginspraak"));
        command.current_dir(&here).env("AWS_ACCESS_KEY_ID", "key").env("AWS_SECRET_ACCESS_KEY", "secret");
        let output = command.args(args.split(' ')).output().unwrap();
        let said = said(&output) + &String::from_utf8_lossy(&output.stderr);
        let words = words.replace("HERE", &here);
        assert!(said.contains(&words), "{args}: {words} is in {said}");
        assert!(!said.contains("os error") && !said.contains("entity not found"), "{said}");
    }
}

#[cfg(unix)]
#[test]
fn what_the_system_says_is_told_in_words() {
    let dir = copy();
    let taken = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let listen = taken.local_addr().unwrap().to_string();
    fs::write(dir.path().join("file"), "").unwrap();
    fs::write(dir.path().join("in.json"), "[]").unwrap();
    fs::create_dir_all(dir.path().join("werkmap/work")).unwrap();
    let run = |args: &[&str]| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_beginspraak"));
        let output = command.current_dir(dir.path()).args(args).output().unwrap();
        assert!(!output.status.success() || args[0] == "publish", "{args:?}");
        said(&output) + &String::from_utf8_lossy(&output.stderr)
    };
    run(&["publish", "--quick", "--content", "content", "--out", "dist"]);
    let busy = run(&["serve", "--site", "dist", "--data", "data", "--listen", &listen]);
    assert!(busy.contains("lukt niet: een ander programma gebruikt dit adres al. Kies een ander adres"), "{busy}");
    let folder = run(&["gather", "--from", "in.json", "--to", "file/werkmap"]);
    assert!(folder.contains("is niet te lezen: een deel van de naam is een bestand en geen map."), "{folder}");
    let english = run(&["--lang", "en", "decide", "werkmap", "--content", "content", "--from", "content"]);
    assert!(english.contains("this is a folder and no file."), "{english}");
}

#[test]
fn a_site_file_in_the_folder_comes_before_one_beside_it() {
    let dir = copy();
    let content = dir.path().join("content");
    fs::rename(dir.path().join("site.json"), content.join("site.json")).unwrap();
    assert!(content::load(&Disk::at(&content)).is_ok());
    fs::write(dir.path().join("site.json"), "not read").unwrap();
    assert!(content::load(&Disk::at(&content)).is_ok());
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
    for help in ["serve", "check", "publish", "gather", "stand", "decide", "erase", "export", "schema"] {
        assert_eq!(code(&[help, "--help"]), Some(0));
    }
}

#[test]
fn help_and_errors_are_in_the_language_that_was_asked_for() {
    let run = |args: &[&str]| {
        let output = Command::new(env!("CARGO_BIN_EXE_beginspraak")).args(args).output().unwrap();
        (output.status.code(), said(&output), String::from_utf8(output.stderr).unwrap())
    };
    for args in [&["check", "--help"][..], &["help", "check"], &["check", "-h"]] {
        let (code, help, _) = run(args);
        assert_eq!(code, Some(0));
        assert!(help.contains("Gebruik: beginspraak check [OPTIES] <MAP>") && help.contains("Voorbeelden:"), "{help}");
    }
    let (code, help, _) = run(&["--help", "--lang", "en"]);
    assert!(code == Some(0) && help.contains("Usage:") && help.contains("Serve a published site"), "{help}");
    let (code, _, wrong) = run(&["check", "x", "--bsae", "/"]);
    assert!(code == Some(2) && wrong.starts_with("“--bsae” kan hier niet. Bedoelde u --base?"), "{wrong}");
    let (code, _, wrong) = run(&["--lang", "en", "check", "x", "--bsae", "/"]);
    assert!(code == Some(2) && wrong.starts_with("error: unexpected argument"), "{wrong}");
    let (code, version, _) = run(&["--version"]);
    assert!(code == Some(0) && version.starts_with("beginspraak "), "{version}");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]
    #[test]
    fn whatever_bytes_a_file_holds_loading_ends_in_problems(bytes: Vec<u8>) {
        let dir = tempfile::tempdir().unwrap();
        fs::create_dir(dir.path().join("consultations")).unwrap();
        fs::write(dir.path().join("consultations/x.json"), bytes).unwrap();
        let problems = content::load(&Disk::at(dir.path())).unwrap_err();
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
    let published = command(&["publish", "--quick", "--content", content, "--out", out]);
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

/// What `check` says of the published content after a change, on a day on which nothing is odd about it.
fn told(change: impl Fn(&Path), more: &[&str]) -> (Option<i32>, String) {
    let dir = copy();
    change(dir.path());
    let mut command = Command::new(env!("CARGO_BIN_EXE_beginspraak"));
    command.args(["check", "--lang", "en", "--today", "2026-11-26"]).arg(dir.path().join("content")).args(more);
    let output = command.output().unwrap();
    (output.status.code(), said(&output))
}

/// Changes a JSON file.
fn edit(file: PathBuf, change: impl Fn(&mut Value)) {
    let mut json: Value = serde_json::from_slice(&fs::read(&file).unwrap()).unwrap();
    change(&mut json);
    fs::write(file, json.to_string()).unwrap();
}

const LISTENING: &str = "content/consultations/drenthe-luisteren.json";

#[test]
fn what_is_right_and_usual_raises_no_question() {
    let (code, said) = told(|_| {}, &[]);
    assert_eq!(code, Some(0));
    assert!(said.starts_with("All is well") && said.lines().count() == 1, "{said}");
}

#[test]
fn files_that_nobody_reads_are_named_and_only_what_is_nearly_content_stops() {
    let lock = |dir: &Path| {
        fs::write(dir.join("content/consultations/.~lock.dorp.json#"), "").unwrap();
        fs::write(dir.join("content/consultations/~$dorp.json"), "").unwrap();
        fs::write(dir.join("content/consultations/.DS_Store"), "").unwrap();
        fs::create_dir(dir.join("content/Consultation")).unwrap();
        fs::copy(dir.join("site.json"), dir.join("content/site.json")).unwrap();
    };
    let (code, said) = told(lock, &[]);
    assert_eq!(code, Some(0), "{said}");
    assert_eq!(said.matches("Somebody has this document open").count(), 2, "{said}");
    assert!(said.contains("Did you mean “consultations”?") && said.contains("only"), "{said}");
    assert!(!said.contains("DS_Store"), "{said}");
    for name in ["dorp.json.txt", "dorp.JSON", "dorp.jsonc"] {
        let (code, said) = told(|dir| fs::write(dir.join("content/consultations").join(name), "{}").unwrap(), &[]);
        assert_eq!(code, Some(1), "{said}");
        assert!(said.contains(&format!("{name}: This file is not read.")), "{said}");
    }
}

#[test]
fn days_that_make_no_sense_are_questions() {
    let days = |opens: &'static str, closes: &'static str, due: &'static str| {
        told(
            move |dir| {
                edit(dir.join(LISTENING), |json| {
                    (json["opens"], json["closes"], json["feedback_due"]) = (json!(opens), json!(closes), json!(due));
                })
            },
            &[],
        )
    };
    for (opens, closes, due, question) in [
        ("2062-11-22", "2062-12-31", "2063-03-01", "Did you mean 22 November 2026?"),
        ("2062-11-22", "2062-12-31", "2063-03-01", "Did you mean 1 March 2027?"),
        ("2026-11-22", "2026-11-24", "2026-12-24", "People can react for 3 days only."),
        ("2026-11-22", "2028-11-22", "2028-12-22", "People can react for 732 days."),
        ("2026-11-22", "2026-12-31", "2026-12-31", "Is there time then to read everything?"),
    ] {
        let (code, said) = days(opens, closes, due);
        assert_eq!(code, Some(0), "{said}");
        assert!(said.contains(question) && said.contains("All is well"), "{question}: {said}");
    }
}

#[test]
fn of_days_in_the_wrong_order_the_one_that_is_odd_is_named() {
    for (opens, closes, due, place, says) in [
        ("2062-11-22", "2026-12-31", "2027-03-01", "$.opens", "This is after the last day (“closes”): 2026-12-31."),
        ("2026-11-22", "2025-12-31", "2027-03-01", "$.closes", "This is before the first day (“opens”): 2026-11-22."),
        ("2026-11-22", "2062-12-31", "2027-03-01", "$.closes", "This is after the promised day of feedback"),
        ("2026-11-22", "2026-12-31", "2026-03-01", "$.feedback_due", "This is before the last day (“closes”)"),
        ("2026-11-22", "2026-12-31", "2026-12-20", "$.feedback_due", "This is before the last day (“closes”)"),
    ] {
        let change = move |dir: &Path| {
            edit(dir.join(LISTENING), |json| {
                (json["opens"], json["closes"], json["feedback_due"]) = (json!(opens), json!(closes), json!(due));
            })
        };
        let (code, said) = told(change, &[]);
        assert_eq!(code, Some(1));
        let line = said.lines().next().unwrap();
        assert!(line.contains(&format!("{place}: ")) && line.contains(says), "{said}");
    }
}

#[test]
fn a_character_that_one_can_not_see_is_found_where_it_stands() {
    for hidden in ["In C:\temp", "Rekening \u{202e}321", "Links\u{200e}", "Een\u{2067}twee\u{2069}", "a\u{0}b"] {
        let (code, said) = told(move |dir| edit(dir.join(LISTENING), |json| json["title"] = json!(hidden)), &[]);
        assert_eq!(code, Some(1), "{hidden:?}");
        assert!(said.contains("$.title: In this text is a tab or another character that you can't see"), "{said}");
    }
    let line_ends =
        |dir: &Path| edit(dir.join(LISTENING), |json| json["why_now"] = json!("Een.\r\n\r\nTwee. 👩\u{200d}🌾"));
    assert_eq!(told(line_ends, &[]).0, Some(0));
}

#[test]
fn options_that_read_the_same_are_found_and_questions_that_do_are_asked_about() {
    let with =
        |question: Value| move |dir: &Path| edit(dir.join(LISTENING), |json| json["questions"] = json!([question]));
    let options = |one: Value, other: Value| json!([{"id": "a", "label": one}, {"id": "b", "label": other}]);
    let single = |options: Value| json!({"id": "q", "kind": "single", "title": "Welke?", "options": options});
    let (code, said) = told(with(single(options(json!("De bus"), json!(" de  Bus ")))), &[]);
    assert_eq!(code, Some(1));
    assert!(
        said.contains("question 1 “Welke?”, $.questions[0].options[1].label: “") && said.contains("is here twice"),
        "{said}"
    );
    assert!(said.contains("line "), "{said}");
    let english = options(json!({"nl": "Bus", "en": "Bus"}), json!({"nl": "Touringcar", "en": "bus"}));
    assert!(told(with(single(english)), &[]).1.contains("“bus” is here twice"));
    let ends = json!({"id": "q", "kind": "scale", "title": "Hoe?", "limits": {"min": 1, "max": 5}, "labels": {"low": "Goed", "high": "goed"}});
    assert!(told(with(ends), &[]).1.contains("$.questions[0].labels.high"));
    let (code, said) = told(with(single(options(json!("Bus"), json!("Trein")))), &[]);
    assert_eq!(code, Some(0), "{said}");
    let text = |id: &str| json!({"id": id, "kind": "text", "title": "Wat?"});
    let change = |dir: &Path| edit(dir.join(LISTENING), |json| json["questions"] = json!([text("a"), text("b")]));
    let (code, said) = told(change, &[]);
    assert_eq!(code, Some(0));
    assert!(said.contains("Question 1 and question 2 are both called “Wat?”."), "{said}");
    // The two sides of a dilemma; and publishing stops there too.
    let dir = copy();
    edit(dir.path().join("content/consultations/drenthe-dichterbij.json"), |json| {
        let label = json["dilemmas"][0]["sides"][0]["label"].clone();
        json["dilemmas"][0]["sides"][1]["label"] = label;
    });
    let output = Command::new(env!("CARGO_BIN_EXE_beginspraak"))
        .args(["publish", "--quick", "--content"])
        .arg(dir.path().join("content"))
        .arg("--out")
        .arg(dir.path().join("dist"))
        .output()
        .unwrap();
    let why = String::from_utf8(output.stderr).unwrap();
    assert!(output.status.code() == Some(1) && why.contains("$.dilemmas[0].sides[1].label"), "{why}");
}

#[test]
fn a_consultation_in_a_language_without_pages_is_found() {
    let english = |dir: &Path| {
        edit(dir.join("site.json"), |json| json["languages"] = json!(["nl"]));
        edit(dir.join(LISTENING), |json| json["languages"] = json!(["en"]));
    };
    let (code, said) = told(english, &[]);
    assert_eq!(code, Some(1));
    assert!(said.contains("The site has no pages for this; it is in: \"nl\"."), "{said}");
    let (code, said) = told(|dir| edit(dir.join(LISTENING), |json| json["languages"] = json!(["nl"])), &[]);
    assert_eq!(code, Some(0));
    assert!(said.contains("has no page in English"), "{said}");
    for languages in [json!(["en"]), json!(["nl", "nl"])] {
        let (code, said) = told(|dir| edit(dir.join("site.json"), |json| json["languages"] = languages.clone()), &[]);
        assert_eq!(code, Some(1), "{said}");
        assert!(said.contains("$.languages"), "{said}");
    }
}

#[test]
fn a_form_that_can_hold_more_than_can_be_sent_is_found() {
    let stories = |count: usize, max: usize| {
        told(
            move |dir| {
                edit(dir.join(LISTENING), |json| {
                    let story = |n| json!({"id": format!("v{n}"), "kind": "story", "about": "experience", "title": "Wat?", "limits": {"max_chars": max}});
                    json["questions"] = (0..count).map(story).collect();
                })
            },
            &[],
        )
    };
    let (code, said) = stories(30, 10_000);
    assert_eq!(code, Some(1));
    assert!(said.contains("$.questions: Who fills in everything") && said.contains("65,536 bytes"), "{said}");
    assert_eq!(stories(8, 2_000).0, Some(1), "in a script of four bytes a character it is too much");
    assert_eq!(stories(7, 2_000).0, Some(0));
}

#[test]
fn an_endpoint_that_holds_the_base_already_is_found_by_check_and_by_publish() {
    let twice = |dir: &Path| {
        edit(dir.join("site.json"), |json| {
            json["endpoint"] = json!({"kind": "collector", "url": "/denkmee/api/reactions"});
        })
    };
    assert_eq!(told(twice, &[]).0, Some(0));
    let (code, said) = told(twice, &["--base", "/denkmee/"]);
    assert_eq!(code, Some(1));
    assert!(said.contains("$.endpoint.url") && said.contains("Type \"/api/reactions\""), "{said}");
    let dir = copy();
    twice(dir.path());
    let mut command = Command::new(env!("CARGO_BIN_EXE_beginspraak"));
    command
        .args(["--lang", "en", "publish", "--quick", "--base", "/denkmee/", "--content"])
        .arg(dir.path().join("content"));
    let output = command.arg("--out").arg(dir.path().join("dist")).output().unwrap();
    assert_eq!(output.status.code(), Some(1));
    assert!(!dir.path().join("dist").exists());
}

#[test]
fn a_theme_that_is_not_there_or_can_not_be_read_is_found() {
    let theme = |css: Option<&'static [u8]>| {
        told(
            move |dir| {
                edit(dir.join("site.json"), |json| json["theme"] = json!("eigen.css"));
                css.iter().for_each(|css| fs::write(dir.join("eigen.css"), css).unwrap());
            },
            &[],
        )
    };
    let (code, said) = theme(None);
    assert!(code == Some(1) && said.contains("eigen.css: This file does not exist."), "{said}");
    let (code, said) = theme(Some(b"/* caf\xe9 */"));
    assert!(code == Some(1) && said.contains("This is probably “é”"), "{said}");
    let (code, said) = theme(Some(b":root { --bs-color-text: #999; }"));
    assert_eq!(code, Some(1));
    assert!(
        said.contains("ordinary text (--bs-color-text) on the page (--bs-color-page) can't be seen well enough"),
        "{said}"
    );
    assert!(said.contains("to 1, and 4.5 to 1 is needed"), "{said}");
    assert_eq!(theme(Some(b":root { color-scheme: light; --bs-color-action: #0b3d91; }")).0, Some(0));
}

#[test]
fn what_is_wrong_with_a_picture_is_named_with_its_file_and_the_remedy() {
    let picture = |file: &'static str, bytes: &'static [u8]| {
        told(move |dir| fs::write(dir.join("content/pictures").join(file), bytes).unwrap(), &[])
    };
    let named = |json: Value| told(move |dir| edit(dir.join(LISTENING), |c| c["picture"] = json.clone()), &[]);
    let (code, said) = named(json!({"file": "nergens", "alt": {"nl": "x", "en": "x"}}));
    assert_eq!(code, Some(1));
    assert!(
        said.contains("There is no picture “nergens”. Make it from a photo")
            && said.contains("beginspraak picture FILE"),
        "{said}"
    );
    let (code, said) = named(json!({"file": "hunebed"}));
    assert!(code == Some(1) && said.contains("$.picture.alt"), "{said}");
    let (code, said) = named(json!({"file": "hunebed", "alt": {"nl": "Een hunebed"}}));
    assert!(code == Some(1) && said.contains("$.picture.alt") && said.contains("English"), "{said}");
    let (code, said) =
        picture("hunebed.svg", b"<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 2 1'><script>x</script></svg>");
    assert!(
        code == Some(1) && said.contains("hunebed.svg: This drawing holds what may not stand on a site: script"),
        "{said}"
    );
    let (code, said) = picture("hunebed-400.webp", b"RIFF\x16\0\0\0WEBPVP8 a photo that broke off");
    assert!(code == Some(1) && said.contains("hunebed-400.webp: This is no picture, or it is damaged."), "{said}");
    let (code, said) = told(
        |dir| {
            let file = dir.join("content/pictures/polder.svg");
            let drawing = fs::read_to_string(&file).unwrap();
            let heavy = format!("<desc>{}</desc></svg>", "x".repeat(40_000));
            fs::write(file, drawing.replace("</svg>", &heavy)).unwrap();
        },
        &[],
    );
    assert!(
        code == Some(1) && said.contains("polder.svg: This picture weighs 49 kB; it may be at most 40 kB"),
        "{said}"
    );
}

#[test]
fn a_place_on_a_card_is_short_and_paper_goes_somewhere() {
    let (code, said) = told(|dir| edit(dir.join(LISTENING), |c| c["where"] = json!("x".repeat(41))), &[]);
    assert!(code == Some(1) && said.contains("$.where"), "{said}");
    let (code, said) = told(|dir| edit(dir.join("site.json"), |site| site["paper"] = json!({})), &[]);
    assert!(code == Some(1) && said.contains("$.paper.send"), "{said}");
}

#[test]
fn equal_values_in_a_line_are_published_and_numbers_beyond_counting_are_found() {
    let fact = |values: Value, chart: &'static str| {
        move |dir: &Path| {
            edit(dir.join(LISTENING), |json| {
                json["facts"] = json!([{"id": "gelijk", "title": "Gelijk", "chart": chart, "values": values, "source": {"title": "Bron"}}]);
            })
        }
    };
    let series = |a: f64, b: f64| json!([{"label": "2024", "value": a}, {"label": "2025", "value": b}]);
    let (code, said) = told(fact(series(1e308, -1e308), "line"), &[]);
    assert_eq!(code, Some(1));
    assert!(said.contains("1,000,000,000,000,000"), "{said}");
    let dir = copy();
    fact(series(5.0, 5.0), "line")(dir.path());
    let page = published(dir.path());
    assert!(page.contains("line__path") && !page.contains("NaN"));
}

/// The page of [`LISTENING`], once the content in this folder is published beside it.
fn published(dir: &Path) -> String {
    let mut command = Command::new(env!("CARGO_BIN_EXE_beginspraak"));
    command.args(["publish", "--quick", "--content"]).arg(dir.join("content")).arg("--out").arg(dir.join("dist"));
    assert!(command.output().unwrap().status.success());
    fs::read_to_string(dir.join("dist/vraag/drenthe-luisteren/index.html")).unwrap()
}

#[test]
fn questions_that_are_called_alike_have_ids_of_their_own_on_the_page() {
    let dir = copy();
    edit(dir.path().join(LISTENING), |json| {
        let options = json!([{"id": "a", "label": "A"}, {"id": "b", "label": "B"}]);
        let text = |id: &str| json!({"id": id, "kind": "text", "title": "Wat?", "help": "Kort."});
        json["questions"] = json!([
            {"id": "keuze", "kind": "single", "title": "Welke?", "options": options, "other": true}, text("keuze-other"),
            {"id": "rang", "kind": "ranking", "title": "Welke eerst?", "options": options}, text("rang-0"), text("rang-1"),
            {"id": "plaats", "kind": "place", "title": "Waar?", "province": "drenthe"}, text("plaats-village"), text("plaats-other"),
        ]);
    });
    let page = published(dir.path());
    let mut ids: Vec<_> = page.split(" id=\"").skip(1).filter_map(|rest| rest.split('"').next()).collect();
    assert!(ids.contains(&"f-keuze_other") && ids.contains(&"f-keuze-other"), "{ids:?}");
    ids.sort_unstable();
    let twice: Vec<_> = ids.windows(2).filter(|two| two[0] == two[1]).collect();
    assert!(twice.is_empty(), "{twice:?}");
}

#[test]
fn a_site_that_asks_nothing_yet_can_be_published_and_that_is_asked_about() {
    let dir = tempfile::tempdir().unwrap();
    fs::create_dir(dir.path().join("content")).unwrap();
    let empty = include_str!("../src/files/content/manuscript/empty.json");
    fs::write(dir.path().join("content/site.json"), empty).unwrap();
    let output = check(&dir.path().join("content"), "nl");
    assert!(output.status.success() && said(&output).contains("Er staat nog geen vraag."), "{}", said(&output));
    let mut command = Command::new(env!("CARGO_BIN_EXE_beginspraak"));
    command.args(["publish", "--quick", "--content"]).arg(dir.path().join("content"));
    assert!(command.arg("--out").arg(dir.path().join("dist")).output().unwrap().status.success());
    let home = fs::read_to_string(dir.path().join("dist/index.html")).unwrap();
    assert!(home.contains("Op dit moment is er geen vraag waarop u kunt reageren."));
}
