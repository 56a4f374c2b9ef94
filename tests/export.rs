//! Exporting for a spreadsheet: whatever strangers sent, each cell shows what somebody typed, and nothing else is lost.

use proptest::prelude::*;
use serde_json::{Value, json};
use std::{
    fs,
    io::Write,
    path::{Path, PathBuf},
    process::{Command, Output, Stdio},
    time::{Duration, Instant},
};

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

fn text(path: &Path) -> &str {
    path.to_str().unwrap()
}

fn reaction(n: u32, slug: &str, answers: Value) -> Value {
    json!({"id": format!("01900000-0000-7000-8000-{n:012x}"), "consultation": slug, "revision": 1, "language": "nl",
        "source": "resident", "tag": "12345678901234567e89", "quote_consent": false, "day": "2026-11-15",
        "answers": answers})
}

fn story(n: u32, slug: &str, story: &str) -> Value {
    reaction(n, slug, json!([{"question": "verhaal", "value": story}]))
}

/// A folder with a work folder in it, and what is exported from that.
struct Desk(tempfile::TempDir);

impl Desk {
    fn with(reactions: &[Value]) -> Self {
        let desk = Self(tempfile::tempdir().unwrap());
        fs::create_dir_all(desk.file("in/work")).unwrap();
        desk.receive(reactions);
        desk
    }

    /// Puts these in the work folder as well.
    fn receive(&self, reactions: &[Value]) {
        let line = |one: &Value| json!({"format": "beginspraak.reaction/1", "reaction": one}).to_string() + "\n";
        for one in reactions {
            let dir = self.file("in/work").join(one["consultation"].as_str().unwrap());
            fs::create_dir_all(&dir).unwrap();
            let mut file = fs::File::options().create(true).append(true).open(dir.join("alles.ndjson")).unwrap();
            file.write_all(line(one).as_bytes()).unwrap();
        }
    }

    fn file(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    fn export(&self, to: &str, more: &[&str]) -> Output {
        let mut command = Command::new(env!("CARGO_BIN_EXE_beginspraak"));
        command.args(["export", "--from"]).arg(self.file("in")).arg("--to").arg(self.file(to)).args(more);
        command.output().unwrap()
    }

    /// What a spreadsheet reads of a file.
    fn rows(&self, name: &str, separator: u8) -> Vec<Vec<String>> {
        let bytes = fs::read(self.file(name)).unwrap();
        let body = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap();
        let mut reader = csv::ReaderBuilder::new().delimiter(separator).has_headers(false).from_reader(body);
        reader.records().map(|row| row.unwrap().iter().map(str::to_owned).collect()).collect()
    }
}

fn said(output: &Output) -> String {
    String::from_utf8_lossy(&output.stdout).into_owned() + &String::from_utf8_lossy(&output.stderr)
}

#[test]
fn dutch_spreadsheets_get_semicolons_a_mark_and_line_ends_of_their_own() {
    let desk = Desk::with(&[
        story(1, "dorp", "Gewoon, met \"komma\"; en\nregel"),
        story(2, "dorp", "=HYPERLINK(\"http://x\")"),
    ]);
    assert!(desk.export("uit.csv", &[]).status.success());
    let bytes = fs::read(desk.file("uit.csv")).unwrap();
    assert!(bytes.starts_with(b"\xef\xbb\xbf\"id\";\"consultation\";"));
    assert_eq!(bytes.windows(2).filter(|two| two == b"\r\n").count(), 3);
    let rows = desk.rows("uit.csv", b';');
    assert_eq!(rows[1][8], "Gewoon, met \"komma\"; en\nregel");
    assert_eq!(rows[2][8], "'=HYPERLINK(\"http://x\")");
    assert_eq!(rows[1][7], "'12345678901234567e89", "no number");
    assert!(desk.export("out.csv", &["--lang", "en"]).status.success());
    assert_eq!(desk.rows("out.csv", b',')[1][8], rows[1][8]);
    assert!(desk.export("tab.csv", &["--separator", "tab"]).status.success());
    assert_eq!(desk.rows("tab.csv", b'\t')[1][8], rows[1][8]);
}

#[test]
fn columns_are_the_questions_and_cells_what_people_chose() {
    let full = json!([
        {"question": "plaats", "value": {"municipality": "Assen", "village": "Loon"}},
        {"question": "bezoek", "value": {"lean": -2, "reason": "-omdat"}},
        {"question": "onderwerpen", "value": ["bus", {"other": "de ijsbaan"}]},
        {"question": "gehoord", "value": "00123"},
        {"question": "afstand", "value": 4},
        {"question": "ontmoeten", "value": {"other": "bij de kachel"}},
    ]);
    let made_up = json!([{"question": "verzonnen", "value": "x"}]);
    let mut other = reaction(3, "drenthe-dichterbij", json!([{"question": "afstand", "value": 2}]));
    other["revision"] = json!(4_000_000_000u32);
    let slug = "drenthe-dichterbij";
    let path = root().join("public/content/consultations").join(format!("{slug}.json"));
    let consultation: Value = serde_json::from_slice(&fs::read(path).unwrap()).unwrap();
    let question = |id: &str| {
        let at = consultation["questions"].as_array().unwrap().iter().position(|one| one["id"] == id).unwrap();
        (at + 1, consultation["questions"][at].clone())
    };
    let (n, topics) = question("onderwerpen");
    let options = topics["options"].as_array().unwrap();
    let bus = options.iter().position(|option| option["id"] == "bus").unwrap_or(0);
    let full = Value::Array(
        full.as_array()
            .unwrap()
            .iter()
            .cloned()
            .map(|mut answer| {
                if answer["question"] == "onderwerpen" {
                    answer["value"][0] = options[bus]["id"].clone();
                }
                answer
            })
            .collect(),
    );
    let desk = Desk::with(&[reaction(1, slug, full), reaction(2, slug, made_up), other]);
    let content = root().join("public/content");
    let output = desk.export("uit.csv", &["--content", text(&content)]);
    assert!(output.status.success(), "{}", said(&output));
    let rows = desk.rows("uit.csv", b';');
    let column =
        |name: &str| rows[0].iter().position(|one| one == name).unwrap_or_else(|| panic!("{name} in {:?}", rows[0]));
    let cell = |row: usize, name: &str| rows[row][column(name)].as_str();
    let title = |id: &str| format!("{}. {}", question(id).0, question(id).1["title"]["nl"].as_str().unwrap());
    assert_eq!(cell(1, &title("afstand")), "4");
    assert_eq!(cell(1, &title("gehoord")), "'00123");
    assert_eq!(cell(1, &format!("{} – gemeente", title("plaats"))), "Assen");
    assert_eq!(cell(1, &format!("{} – waarom", title("bezoek"))), "'-omdat");
    let topic = |at: usize| {
        format!("{n}. {} – {}", topics["title"]["nl"].as_str().unwrap(), options[at]["label"]["nl"].as_str().unwrap())
    };
    for at in 0..options.len() {
        assert_eq!(cell(1, &topic(at)), if at == bus { "1" } else { "0" });
        assert_eq!(cell(2, &topic(at)), "");
    }
    assert_eq!(cell(1, &format!("{} – anders, namelijk", title("onderwerpen"))), "de ijsbaan");
    assert_eq!(cell(1, &title("ontmoeten")), "Anders");
    // In the order of the form, whoever answered first.
    let firsts: Vec<_> = consultation["questions"]
        .as_array()
        .unwrap()
        .iter()
        .map(|one| {
            let title = title(one["id"].as_str().unwrap());
            rows[0].iter().position(|name| name.starts_with(&title)).unwrap()
        })
        .collect();
    assert!(firsts.is_sorted(), "{firsts:?}");
    // What does not fit has no columns, and says why.
    for row in [2, 3] {
        assert_ne!(cell(row, "Past niet, omdat"), "");
        assert!(rows[row][6..].iter().all(String::is_empty), "{:?}", rows[row]);
    }
    let output = desk.export("ids.csv", &["--content", text(&content), "--ids"]);
    assert!(output.status.success(), "{}", said(&output));
    let with_ids = desk.rows("ids.csv", b';');
    let ids = with_ids[0].iter().position(|name| name == "onderwerpen").unwrap();
    assert!(with_ids[1][ids].starts_with(options[bus]["id"].as_str().unwrap()));
    let mut names = with_ids[0].clone();
    names.sort();
    names.dedup();
    assert_eq!(names.len(), with_ids[0].len(), "no two columns are called the same");
}

#[test]
fn questions_of_earlier_revisions_keep_columns_of_their_own() {
    let slug = "drenthe-dichterbij";
    let desk = Desk::with(&[]);
    let consultations = desk.file("content/consultations");
    fs::create_dir_all(consultations.join(slug)).unwrap();
    fs::create_dir_all(desk.file("content/places")).unwrap();
    let public = root().join("public");
    fs::copy(public.join("site.json"), desk.file("site.json")).unwrap();
    fs::copy(public.join("content/places/drenthe.json"), desk.file("content/places/drenthe.json")).unwrap();
    let path = public.join("content/consultations").join(format!("{slug}.json"));
    let mut consultation: Value = serde_json::from_slice(&fs::read(path).unwrap()).unwrap();
    let asks = |id: &str, title: &str| json!({"id": id, "kind": "text", "title": title});
    let mut write = |revision: u32, questions: Value, to: PathBuf| {
        consultation["revision"] = json!(revision);
        consultation["questions"] = questions;
        fs::write(to, consultation.to_string()).unwrap();
    };
    let kept = |revision: u32| consultations.join(slug).join(format!("{revision}.json"));
    write(1, json!([asks("wat", "Wat ziet u?"), asks("oud", "Wat was er?")]), kept(1));
    write(2, json!([asks("wat", "Wat ziet u nu?"), asks("oud", "Wat was er?")]), kept(2));
    write(3, json!([asks("wat", "Wat ziet u nu?")]), consultations.join(format!("{slug}.json")));
    let answered = |n: u32, revision: u32, answers: Value| {
        let mut reaction = reaction(n, slug, answers);
        reaction["revision"] = json!(revision);
        reaction
    };
    let all = [
        answered(1, 1, json!([{"question": "wat", "value": "Een"}, {"question": "oud", "value": "Twee"}])),
        answered(2, 2, json!([{"question": "wat", "value": "Drie"}, {"question": "oud", "value": "Vier"}])),
        answered(3, 3, json!([{"question": "wat", "value": "Vijf"}])),
    ];
    desk.receive(&all);
    let output = desk.export("uit.csv", &["--content", text(&desk.file("content"))]);
    assert!(output.status.success(), "{}", said(&output));
    let rows = desk.rows("uit.csv", b';');
    // As it is asked now, with what was answered to it before; then what is no longer asked, as it was last.
    assert_eq!(rows[0][6..], ["1. Wat ziet u nu?", "Versie 2, 2. Wat was er?"]);
    let answers: Vec<_> = rows[1..].iter().map(|row| row[6..].to_vec()).collect();
    assert_eq!(answers, [["Een", "Twee"], ["Drie", "Vier"], ["Vijf", ""]]);
    assert!(rows[1..].iter().all(|row| row[5].is_empty()), "all of them fit what was asked then");
}

#[test]
fn a_table_holds_one_consultation() {
    let desk = Desk::with(&[story(1, "dorp", "Een"), story(2, "stad", "Twee")]);
    let output = desk.export("uit.csv", &[]);
    assert_eq!(output.status.code(), Some(2));
    assert!(said(&output).contains("dorp, stad"), "{}", said(&output));
    assert!(desk.export("uit.csv", &["--consultation", "stad"]).status.success());
    let rows = desk.rows("uit.csv", b';');
    assert_eq!((rows.len(), rows[1][8].as_str()), (2, "Twee"));
    assert_eq!(desk.export("x.csv", &["--consultation", "land"]).status.code(), Some(2));
}

#[test]
fn nothing_is_overwritten_that_somebody_may_miss() {
    let desk = Desk::with(&[story(1, "dorp", "Een")]);
    let decisions = r#"{"format":"beginspraak.decisions/1","consultation":"dorp"}"#;
    fs::write(desk.file("besluiten.json"), decisions).unwrap();
    fs::write(desk.file("mijn.csv"), "van mij").unwrap();
    for (name, more) in [("besluiten.json", &["--replace"][..]), ("mijn.csv", &[]), ("besluiten.json", &[])] {
        let before = fs::read(desk.file(name)).unwrap();
        let output = desk.export(name, more);
        assert_eq!(output.status.code(), Some(2), "{name}: {}", said(&output));
        assert_eq!(fs::read(desk.file(name)).unwrap(), before, "{name}");
    }
    assert!(desk.export("mijn.csv", &["--replace"]).status.success());
    for name in ["uit.xlsx", "uit.txt", "uit"] {
        let output = desk.export(name, &[]);
        assert_eq!((output.status.code(), desk.file(name).exists()), (Some(2), false), "{name}");
    }
}

#[test]
fn json_is_exported_as_it_was() {
    let all = [story(1, "dorp", "=1+1"), story(2, "stad", "é\0")];
    let desk = Desk::with(&all);
    assert!(desk.export("out.json", &[]).status.success());
    assert_eq!(serde_json::from_slice::<Value>(&fs::read(desk.file("out.json")).unwrap()).unwrap(), json!(all));
    let output = Command::new(env!("CARGO_BIN_EXE_beginspraak"))
        .args(["export", "--from", "nergens", "--to"])
        .arg(desk.file("x.json"))
        .output();
    assert_eq!(output.unwrap().status.code(), Some(2), "asked wrongly: there is no such folder");
    assert!(!desk.file("x.json").exists());
}

#[test]
fn a_damaged_line_is_passed_over_and_a_reaction_that_stands_there_twice_is_one() {
    let desk = Desk::with(&[story(1, "dorp", "Een"), story(2, "dorp", "Twee")]);
    let lines = desk.file("in/work/dorp/alles.ndjson");
    let whole = fs::read_to_string(&lines).unwrap();
    fs::write(&lines, format!("\u{feff}{whole}geen json\n{{}}\n{}", &whole[..40])).unwrap();
    fs::write(desk.file("in/work/dorp/kopie.ndjson"), &whole).unwrap();
    assert!(desk.export("uit.csv", &[]).status.success());
    let mut stories: Vec<_> = desk.rows("uit.csv", b';')[1..].iter().map(|row| row[8].clone()).collect();
    stories.sort();
    assert_eq!(stories, ["Een", "Twee"]);
}

#[test]
fn what_is_no_work_folder_is_named_and_nothing_is_written() {
    let desk = Desk::with(&[]);
    fs::remove_dir_all(desk.file("in")).unwrap();
    for make in [&|| {}, &|| fs::write(desk.file("in"), "[]").unwrap()] as [&dyn Fn(); 2] {
        make();
        let there = fs::read_dir(desk.0.path()).unwrap().count();
        for to in ["uit.csv", "uit.json"] {
            let output = desk.export(to, &[]);
            assert!(!output.status.success() && said(&output).contains("in"), "{}", said(&output));
            assert_eq!(fs::read_dir(desk.0.path()).unwrap().count(), there);
        }
    }
}

#[cfg(unix)]
#[test]
fn stopped_half_way_it_leaves_nothing_behind() {
    let many: Vec<_> = (0..60_000).map(|n| story(n, "dorp", &"Een lang verhaal. ".repeat(20))).collect();
    let desk = Desk::with(&many);
    let mut child = Command::new(env!("CARGO_BIN_EXE_beginspraak"))
        .args(["export", "--from"])
        .arg(desk.file("in"))
        .arg("--to")
        .arg(desk.file("uit.csv"))
        .stdout(Stdio::null())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    // Once it writes, somebody presses Ctrl-C.
    let parts = || {
        fs::read_dir(desk.0.path())
            .unwrap()
            .filter(|entry| text(&entry.as_ref().unwrap().path()).ends_with(".part"))
            .count()
    };
    let begun = Instant::now();
    while parts() == 0 {
        assert!(begun.elapsed() < Duration::from_secs(60) && child.try_wait().unwrap().is_none());
        std::thread::yield_now();
    }
    assert!(Command::new("kill").args(["-INT", &child.id().to_string()]).status().unwrap().success());
    let output = child.wait_with_output().unwrap();
    assert_eq!(output.status.code(), Some(1), "{}", said(&output));
    assert!(said(&output).contains("Gestopt"), "{}", said(&output));
    assert_eq!(fs::read_dir(desk.0.path()).unwrap().count(), 1, "no half file");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]
    #[test]
    fn no_cell_is_a_formula_and_no_text_is_changed_inside(stories in proptest::collection::vec("[=+@;,\"\t\r\n ａ＝－0-9.-]{1,8}|.{1,30}", 1..20)) {
        let reactions: Vec<_> = stories.iter().zip(0..).map(|(words, n)| story(n, "dorp", words)).collect();
        let desk = Desk::with(&reactions);
        prop_assert!(desk.export("uit.csv", &[]).status.success());
        let rows = desk.rows("uit.csv", b';');
        prop_assert_eq!(rows.len(), stories.len() + 1);
        for (row, words) in rows[1..].iter().zip(&stories) {
            prop_assert!(!row.iter().any(|cell| cell.trim_start().starts_with(['=', '+', '-', '@', '＝', '－'])), "{:?}", row);
            let cell = &row[8];
            // What turns the direction of reading is named in a cell.
            let turns = |c: char| matches!(c, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
            let name = |c: char| if turns(c) { format!("[U+{:04X}]", u32::from(c)) } else { c.to_string() };
            let words: String = words.chars().map(name).collect();
            let plain = |text: &str| text.chars().filter(|c| !c.is_control() && !('\u{2400}'..='\u{2421}').contains(c)).collect::<String>();
            prop_assert!(plain(cell) == plain(&words) || plain(cell) == format!("'{}", plain(&words)), "{:?} {:?}", cell, words);
        }
    }
}
