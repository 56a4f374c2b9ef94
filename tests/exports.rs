//! Gathering what form services export: every record becomes a reaction, or is named.

#[path = "support/reactions.rs"]
mod reactions;
#[path = "support/tree.rs"]
mod tree;

use beginspraak::domain::digest::sha256;
use reactions::reactions;
use serde_json::{Value, json};
use std::{fs, process::Command};
use tree::tree;

fn reaction(n: u32, story: &str) -> Value {
    json!({"id": format!("01900000-0000-7000-8000-{n:012x}"), "consultation": "dorp", "revision": 1, "language": "nl",
        "source": "resident", "tag": "00112233445566778899", "quote_consent": false, "day": "2026-06-15",
        "answers": [{"question": "verhaal", "value": story}]})
}

/// The fields that the app posts to a form service.
fn posted(n: u32, story: &str) -> Value {
    let reaction = reaction(n, story);
    let envelope = json!({"format": "beginspraak.reaction/1", "reaction": reaction}).to_string();
    json!({"form-name": "reacties", "consultation": "dorp", "id": reaction["id"], "sha256": sha256(envelope.as_bytes()),
        "reaction": envelope})
}

/// Gathers a file with this content, as staff do; gives the exit code, what was said, and the reactions.
fn gather(name: &str, content: &str, more: &[&str]) -> (Option<i32>, String, Vec<Value>) {
    let dir = tempfile::tempdir().unwrap();
    let (from, to) = (dir.path().join(name), dir.path().join("werkmap"));
    fs::write(&from, content).unwrap();
    let once = || {
        let mut command = Command::new(env!("CARGO_BIN_EXE_beginspraak"));
        command.args(["--lang", "en", "gather", "--from"]).arg(&from).arg("--to").arg(&to).args(more);
        command.output().unwrap()
    };
    let output = once();
    let said = String::from_utf8(output.stdout).unwrap() + &String::from_utf8(output.stderr).unwrap();
    let first = tree(&to);
    once();
    assert_eq!(tree(&to), first, "gathering twice changes nothing");
    (output.status.code(), said, reactions(&to))
}

/// A content folder with the consultation that the forms are about.
fn content() -> tempfile::TempDir {
    let dir = tempfile::tempdir().unwrap();
    let text = |nl: &str| json!({"nl": nl});
    let site = json!({
        "format": "beginspraak.site/1", "languages": ["nl"], "name": "Proef", "organisation": "Proefprovincie",
        "intro": text("Welkom."), "contact": {"email": "a@example.org", "phone": "1", "post": "Straat 1"},
        "endpoint": {"kind": "form", "url": "/", "encoding": "urlencoded", "fields": {"form-name": "reacties"}},
        "privacy": {"controller": text("Wij"), "retention": text("Kort"), "basis": text("Taak")}
    });
    let option = |id: &str| json!({"id": id, "label": id});
    let consultation = json!({
        "format": "beginspraak.consultation/1", "slug": "dorp", "revision": 1, "kind": "listening",
        "languages": ["nl"], "title": "Hoe gaat het?", "summary": "Vertel.", "why_now": "Nu.",
        "opens": "2026-06-01", "closes": "2026-06-30", "feedback_due": "2027-01-01", "owner": {"name": "Team"},
        "questions": [
            {"id": "verhaal", "kind": "text", "title": "Verhaal?"},
            {"id": "wat", "kind": "multiple", "title": "Wat?", "options": [option("bus"), option("school"), option("zorg")]}
        ]
    });
    fs::create_dir_all(dir.path().join("consultations")).unwrap();
    fs::write(dir.path().join("site.json"), site.to_string()).unwrap();
    fs::write(dir.path().join("consultations/dorp.json"), consultation.to_string()).unwrap();
    dir
}

#[test]
fn what_the_netlify_api_gives_is_gathered_and_what_is_changed_or_empty_is_named() {
    let submission = |n: u32, data: Value| {
        json!({"id": format!("5f{n}"), "number": n, "created_at": "2026-06-15T10:00:00.000Z", "data": data,
            "ordered_human_fields": [{"title": "Consultation", "name": "consultation", "value": "dorp"}]})
    };
    let mut changed = posted(3, "Echt");
    changed["reaction"] = json!(changed["reaction"].as_str().unwrap().replace("Echt", "Vals"));
    let all = json!([
        submission(1, posted(1, "Een")),
        submission(2, posted(2, "Twee")),
        submission(3, changed),
        submission(4, json!({"email": "spam@example.org"})),
        submission(5, posted(1, "Een")),
        submission(6, posted(2, "Anders")),
    ]);
    let (code, said, reactions) = gather("submissions.json", &all.to_string(), &[]);
    assert_eq!(code, Some(1));
    assert_eq!(reactions, [reaction(1, "Een"), reaction(2, "Twee")]);
    for (place, why) in [("[2] 5f3", "changed"), ("[3] 5f4", "there is no “reaction”"), ("[5] 5f6", "another reaction")]
    {
        let line = said.lines().find(|line| line.contains(place)).unwrap_or_else(|| panic!("{place} in {said}"));
        assert!(line.contains(why), "{line}");
    }
    assert_eq!(said.lines().filter(|line| line.contains("submissions.json[")).count(), 3, "{said}");
}

#[test]
fn tables_of_form_services_are_gathered_with_any_separator() {
    for separator in [b',', b';'] {
        let mut table = csv::WriterBuilder::new().delimiter(separator).from_writer(Vec::new());
        table.write_record(["Date", "_gotcha", "id", "sha256", "consultation", "reaction"]).unwrap();
        for n in 0..20 {
            let fields = posted(n, "Regel één;\n\"en\", twee");
            let cell = |name: &str| fields[name].as_str().unwrap().to_owned();
            let row = [
                "2026-06-15".into(),
                String::new(),
                cell("id"),
                cell("sha256"),
                cell("consultation"),
                cell("reaction"),
            ];
            table.write_record(row).unwrap();
        }
        let text = String::from_utf8(table.into_inner().unwrap()).unwrap();
        let (code, said, reactions) = gather("formspree.csv", &format!("\u{feff}{text}"), &[]);
        assert_eq!((code, reactions.len()), (Some(0), 20), "{said}");
        assert_eq!(reactions[7]["answers"][0]["value"], "Regel één;\n\"en\", twee");
    }
}

#[test]
fn a_form_without_javascript_becomes_a_reaction_when_the_consultations_are_given() {
    let plain =
        |n: u32, fields: Value| json!({"id": format!("p{n}"), "created_at": "2026-06-15T10:00:00Z", "data": fields});
    let all = json!([
        plain(
            1,
            json!({"consultation": "dorp", "revision": "1", "language": "nl", "q.verhaal": "Getypt", "q.wat": ["bus", "zorg"]})
        ),
        plain(2, json!({"consultation": "dorp", "revision": "1", "language": "nl", "q.verhaal": " "})),
    ]);
    let (code, said, reactions) = gather("netlify.json", &all.to_string(), &[]);
    assert_eq!((code, reactions.len()), (Some(1), 0));
    assert!(said.contains("[0] p1: This form was sent without JavaScript. Give the folder"), "{said}");
    let content = content();
    let folder = content.path().to_str().unwrap();
    let (code, said, reactions) = gather("netlify.json", &all.to_string(), &["--content", folder]);
    assert_eq!((code, reactions.len()), (Some(1), 1), "{said}");
    let answers = json!([{"question": "verhaal", "value": "Getypt"}, {"question": "wat", "value": ["bus", "zorg"]}]);
    assert_eq!((&reactions[0]["answers"], &reactions[0]["day"]), (&answers, &json!("2026-06-15")));
    assert!(said.contains("[1] p2: This is no reaction: nothing is answered."), "{said}");
}

#[test]
fn our_own_files_are_gathered_too() {
    let all = [reaction(1, "Een"), reaction(2, "Twee")];
    let gathered = json!({"format": "beginspraak.gathered/1", "reactions": all});
    let exported = json!(all);
    let envelope = json!({"format": "beginspraak.reaction/1", "reaction": all[0]});
    for (file, count) in [(gathered, 2), (exported, 2), (envelope, 1)] {
        let (code, said, reactions) = gather("in.json", &file.to_string(), &[]);
        assert_eq!((code, reactions.as_slice()), (Some(0), &all[..count]), "{said}");
    }
}

#[test]
fn a_file_that_is_no_export_says_so() {
    let (code, said, reactions) = gather("in.json", "geen json", &[]);
    assert_eq!((code, reactions.len()), (Some(1), 0), "{said}");
    assert!(said.contains("in.json: This is no reaction: not valid JSON (line 1, column 1)."), "{said}");
}

#[test]
fn a_work_folder_is_made_where_there_is_none_and_a_file_is_none() {
    let dir = tempfile::tempdir().unwrap();
    let (from, to) = (dir.path().join("in.json"), dir.path().join("away/werkmap"));
    fs::write(&from, json!([posted(1, "een")]).to_string()).unwrap();
    let gather = |to: &std::path::Path| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_beginspraak"));
        command.args(["--lang", "en", "gather", "--from"]).arg(&from).arg("--to").arg(to).output().unwrap()
    };
    assert_eq!(gather(&to).status.code(), Some(0));
    assert!(to.join("work").is_dir());
    let before = fs::read(&from).unwrap();
    let output = gather(&from);
    let said = String::from_utf8(output.stderr).unwrap();
    assert!(output.status.code() == Some(2) && said.contains("is not a work folder"), "{said}");
    assert_eq!(fs::read(&from).unwrap(), before);
}

/// Gathers a folder with these reactions, with the consultations at hand.
fn gather_folder(sent: &[Value], more: &[&str]) -> (Option<i32>, String, Vec<Value>) {
    let (dir, content) = (tempfile::tempdir().unwrap(), content());
    let (from, to) = (dir.path().join("in"), dir.path().join("werkmap"));
    fs::create_dir(&from).unwrap();
    for (n, reaction) in sent.iter().enumerate() {
        let envelope = json!({"format": "beginspraak.reaction/1", "reaction": reaction});
        fs::write(from.join(format!("{n}.json")), envelope.to_string()).unwrap();
    }
    let mut command = Command::new(env!("CARGO_BIN_EXE_beginspraak"));
    command.args(["--lang", "en", "gather", "--from"]).arg(&from).arg("--to").arg(&to);
    let output = command.arg("--content").arg(content.path()).args(more).output().unwrap();
    let said = String::from_utf8(output.stdout).unwrap() + &String::from_utf8(output.stderr).unwrap();
    (output.status.code(), said, reactions(&to))
}

#[test]
fn what_does_not_fit_what_was_asked_is_kept_and_counted_by_its_cause() {
    let with = |n: u32, field: &str, value: Value| {
        let mut one = reaction(n, "Verhaal");
        one[field] = value;
        one
    };
    let answer = |question: &str, value: Value| json!([{"question": question, "value": value}]);
    let all = [
        reaction(1, "Past"),
        with(2, "day", json!("9999-01-01")),
        with(3, "answers", answer("verzonnen", json!("x"))),
        with(4, "consultation", json!("elders")),
        with(5, "answers", answer("verhaal", json!("x".repeat(5000)))),
        with(6, "answers", answer("wat", json!(["trein"]))),
        with(7, "revision", json!(7)),
        with(8, "answers", answer("verhaal", json!({"lean": 1}))),
        with(9, "answers", json!([])),
        with(10, "source", json!("paper")),
        with(11, "test", json!(true)),
    ];
    let (code, said, reactions) = gather_folder(&all, &[]);
    assert_eq!((code, reactions.len()), (Some(1), 10), "{said}");
    assert!(said.contains("8.json: This is no reaction: nothing is answered."), "{said}");
    let causes = [
        "7 reactions do not fit the questions:",
        "1 × written after the last day",
        "1 × question that was not asked",
        "1 × no such consultation",
        "1 × text too long",
        "1 × answer that was not offered",
        "1 × revision of the questions not known",
        "1 × answer of another kind",
        "1 reaction is a test.",
        "1 reaction says that it comes from a gathering or from paper. That is not confirmed.",
    ];
    causes.iter().for_each(|cause| assert!(said.contains(cause), "{cause}: {said}"));
    let (code, said, reactions) = gather_folder(&all[..1], &[]);
    assert!(code == Some(0) && reactions.len() == 1 && said.trim_end().ends_with("0 left out."), "{said}");
}

#[test]
fn tests_are_taken_out_together() {
    let mut test = reaction(2, "Proef");
    test["test"] = json!(true);
    let (_, said, real) = gather_folder(&[reaction(1, "Echt"), test.clone()], &["--no-tests"]);
    assert_eq!(real, [reaction(1, "Echt")], "{said}");
    // Also those that stand in the folder already.
    let dir = tempfile::tempdir().unwrap();
    let (from, to) = (dir.path().join("in.json"), dir.path().join("werkmap"));
    fs::write(&from, json!([reaction(1, "Echt"), test]).to_string()).unwrap();
    let gather = |more: Option<&str>| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_beginspraak"));
        command.args(["gather", "--from"]).arg(&from).arg("--to").arg(&to).args(more).output().unwrap()
    };
    gather(None);
    assert_eq!(reactions(&to).len(), 2);
    gather(Some("--no-tests"));
    assert_eq!(reactions(&to), [reaction(1, "Echt")]);
    gather(None);
    // An export has them only when asked.
    for (more, count) in [(None, 1), (Some("--tests"), 2)] {
        let out = dir.path().join(format!("{count}.json"));
        let mut command = Command::new(env!("CARGO_BIN_EXE_beginspraak"));
        let output = command.args(["export", "--from"]).arg(&to).arg("--to").arg(&out).args(more).output().unwrap();
        assert!(output.status.success(), "{output:?}");
        let exported: Value = serde_json::from_slice(&fs::read(&out).unwrap()).unwrap();
        assert_eq!(exported.as_array().unwrap().len(), count);
    }
}

/// Gathers several files after one another into one, with the consultations at hand.
fn gather_files(files: &[(&str, String)]) -> (String, Vec<Value>) {
    let (dir, content) = (tempfile::tempdir().unwrap(), content());
    let (to, mut said) = (dir.path().join("werkmap"), String::new());
    for (name, text) in files {
        let from = dir.path().join(name);
        fs::write(&from, text).unwrap();
        let mut command = Command::new(env!("CARGO_BIN_EXE_beginspraak"));
        command.args(["--lang", "en", "gather", "--from"]).arg(&from).arg("--to").arg(&to);
        let output = command.arg("--content").arg(content.path()).output().unwrap();
        said += &String::from_utf8(output.stdout).unwrap();
    }
    (said, reactions(&to))
}

#[test]
fn the_same_forms_as_json_as_a_table_and_with_a_field_more_are_the_same_reactions() {
    let form = |n: u32, story: &str, more: Value| {
        let mut data = json!({"consultation": "dorp", "revision": "1", "language": "nl", "q.verhaal": story,
            "q.wat": ["bus", "zorg"]});
        data.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        json!({"id": format!("p{n}"), "created_at": format!("2026-06-15T10:00:0{n}.000Z"), "data": data})
    };
    let all = |more: Value| json!([form(1, "Een", more.clone()), form(2, "Een", more)]).to_string();
    let table = "created_at;consultation;revision;language;q.verhaal;q.wat\r\n\
        2026-06-15 10:00:01;dorp;1;nl;Een;\"bus, zorg\"\r\n2026-06-15 10:00:02 UTC;dorp;1;nl;Een;\"zorg, bus\"\r\n";
    let files = [
        ("a.json", all(json!({}))),
        ("b.csv", table.to_owned()),
        ("c.json", all(json!({"ip": "203.0.113.7", "user_agent": "x"}))),
        ("d.json", json!({"errors": [], "submissions": [form(1, "Een", json!({}))], "tags": ["x"]}).to_string()),
    ];
    let (said, reactions) = gather_files(&files);
    assert_eq!(reactions.len(), 2, "{said}");
    assert!(reactions.iter().all(|one| one["answers"][1]["value"] == json!(["bus", "zorg"])), "{reactions:?}");
    // Where an export knows only the day, two who say the same are still two, in each of its forms.
    let day = "date,consultation,revision,language,q.verhaal\n2026-06-15,dorp,1,nl,Ja\n2026-06-15,dorp,1,nl,Ja\n";
    let (said, reactions) = gather_files(&[("a.csv", day.to_owned()), ("b.csv", day.replace(',', ";"))]);
    assert_eq!(reactions.len(), 2, "{said}");
}

#[test]
fn a_form_without_javascript_that_does_not_fit_is_kept_as_it_was_typed() {
    let row = |story: &str, more: &str| format!("2026-06-15T10:00:00Z,dorp,1,nl,{story},{more}\n");
    let table = "created_at,consultation,revision,language,q.verhaal,q.vroeger\n".to_owned()
        + &row(&"x".repeat(5000), "")
        + &row("Verhaal", "Een vraag van toen");
    let (said, reactions) = gather_files(&[("in.csv", table)]);
    assert_eq!(reactions.len(), 2, "{said}");
    assert!(said.contains("2 reactions do not fit the questions"), "{said}");
    let kept = |text: &str| reactions.iter().any(|one| one["answers"].to_string().contains(text));
    assert!(kept(&"x".repeat(5000)) && kept("Een vraag van toen"), "{reactions:?}");
}

#[test]
fn a_row_that_can_not_be_read_is_named_and_the_others_are_gathered() {
    let dir = tempfile::tempdir().unwrap();
    let mut table = b"number,reaction\n".to_vec();
    for n in 0..300 {
        let envelope = json!({"format": "beginspraak.reaction/1", "reaction": reaction(n, "Caf\u{e9}")}).to_string();
        let row = format!("{},\"{}\"\n", n, envelope.replace('"', "\"\""));
        // One row as an old spreadsheet would write it.
        let latin = |text: &str| text.chars().map(|c| c as u8).collect::<Vec<_>>();
        table.extend(if n == 9 { latin(&row) } else { row.into_bytes() });
    }
    let (from, to) = (dir.path().join("in.csv"), dir.path().join("werkmap"));
    fs::write(&from, &table).unwrap();
    let mut command = Command::new(env!("CARGO_BIN_EXE_beginspraak"));
    let output = command.args(["--lang", "en", "gather", "--from"]).arg(&from).arg("--to").arg(&to).output().unwrap();
    let said = String::from_utf8(output.stdout).unwrap();
    assert!(said.contains("[9]: This holds characters that can't be read."), "{said}");
    assert!(said.contains("299 new") && said.contains("1 left out"), "{said}");
}

#[test]
fn lines_of_reactions_are_gathered_and_a_broken_line_is_named() {
    let line = |n| json!({"format": "beginspraak.reaction/1", "reaction": reaction(n, "Verhaal")}).to_string();
    let (said, reactions) = gather_files(&[("in.ndjson", [line(1), "{\"half".into(), line(2)].join("\n"))]);
    assert_eq!(reactions, [reaction(1, "Verhaal"), reaction(2, "Verhaal")], "{said}");
    assert!(said.contains("in.ndjson:2: This is no reaction: not valid JSON"), "{said}");
}

#[test]
fn what_holds_no_reactions_is_refused_in_words() {
    let lists = json!({"people": [{"name": "x"}], "tags": ["y"]}).to_string();
    let (said, reactions) = gather_files(&[("in.json", lists)]);
    assert!(reactions.is_empty() && said.contains("reactions in none of these lists: .people, .tags"), "{said}");
    let own = "id,consultation,revision,language,source,day,quote_consent,tag,verhaal\n1,dorp,1,nl,resident,2026-06-15,false,00,x\n";
    let (said, reactions) = gather_files(&[("in.csv", own.to_owned())]);
    assert!(reactions.is_empty() && said.contains("This is a table that export made"), "{said}");
}
