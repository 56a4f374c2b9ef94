//! A desk: a work folder with a few reactions to the example consultation, and the commands of staff.

use crate::folder::copy_folder;
use beginspraak::domain::{id::Id, receipt::Receipt};
use serde_json::{Value, json};
use std::{
    fs,
    io::Write,
    path::{Path, PathBuf},
    process::{Command, Output, Stdio},
};

/// The consultation.
pub const SLUG: &str = "drenthe-dichterbij";

/// A work folder with the content in it.
pub struct Desk(tempfile::TempDir);

impl Desk {
    /// With so many reactions, gathered, and all of them in one theme; without any, with content only.
    pub fn with(count: u8) -> Self {
        let desk = Self(tempfile::tempdir().unwrap());
        let public = Path::new(env!("CARGO_MANIFEST_DIR")).join("public");
        for folder in ["consultations", "places", "pictures"] {
            copy_folder(&public.join("content").join(folder), &desk.at("content").join(folder));
        }
        fs::copy(public.join("site.json"), desk.at("site.json")).unwrap();
        if count == 0 {
            return desk;
        }
        let all: Vec<_> = (0..count).map(|n| reaction(n, &words(n))).collect();
        desk.gather(&all);
        desk.decide("Anna", |all| {
            all["themes"] = json!([theme("bus", "De bus")]);
            all["placements"] = (0..count).map(|n| json!({"reaction": id(n), "themes": ["bus"]})).collect();
        });
        desk
    }

    /// A place in the folder.
    pub fn at(&self, path: &str) -> PathBuf {
        self.0.path().join(path)
    }

    /// Runs a command in it, in English.
    pub fn run(&self, args: &[&str]) -> Output {
        self.run_with(args, "")
    }

    /// The same, with something typed.
    pub fn run_with(&self, args: &[&str], typed: &str) -> Output {
        let mut command = Command::new(env!("CARGO_BIN_EXE_beginspraak"));
        command.current_dir(self.0.path()).args(["--lang", "en"]).args(args);
        let mut child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
        // Who asks for nothing may be gone already.
        let _ = child.stdin.take().unwrap().write_all(typed.as_bytes());
        child.wait_with_output().unwrap()
    }

    /// Runs a command that must work; what it says.
    pub fn works(&self, args: &[&str]) -> String {
        let output = self.run(args);
        assert!(output.status.success(), "{args:?}: {}", said(&output));
        said(&output)
    }

    /// Gathers these reactions; what is said.
    pub fn gather(&self, reactions: &[Value]) -> String {
        let line = |one: &Value| json!({"format": "beginspraak.reaction/1", "reaction": one}).to_string();
        let lines: Vec<_> = reactions.iter().map(line).collect();
        let dir = tempfile::tempdir().unwrap();
        let from = dir.path().join("in.ndjson");
        fs::write(&from, lines.join("\n")).unwrap();
        said(&self.run(&["gather", "--from", from.to_str().unwrap(), "--to", ".", "--today", "2026-11-20"]))
    }

    /// What holds, as `decide --to` writes it.
    pub fn holds(&self) -> Value {
        let dir = tempfile::tempdir().unwrap();
        let file = dir.path().join("holds.json");
        self.works(&["decide", ".", "--consultation", SLUG, "--to", file.to_str().unwrap()]);
        serde_json::from_slice(&fs::read(file).unwrap()).unwrap()
    }

    /// Lets what is in these decisions hold.
    pub fn take(&self, who: &str, decisions: &Value) -> String {
        let dir = tempfile::tempdir().unwrap();
        let file = dir.path().join("decisions.json");
        fs::write(&file, decisions.to_string()).unwrap();
        self.works(&["decide", ".", "--from", file.to_str().unwrap(), "--who", who])
    }

    /// Changes what holds.
    pub fn decide(&self, who: &str, change: impl FnOnce(&mut Value)) {
        let mut decisions = self.holds();
        change(&mut decisions);
        self.take(who, &decisions);
    }

    /// Publishes on a day.
    pub fn publish(&self, today: &str) -> Output {
        let args =
            ["publish", "--quick", "--content", "content", "--out", "site", "--feedback", SLUG, "--today", today];
        self.run(&args)
    }

    /// What was published.
    pub fn feedback(&self) -> Value {
        serde_json::from_slice(&fs::read(self.at(&format!("content/feedback/{SLUG}.json"))).unwrap()).unwrap()
    }

    /// Every file with such lines, in its folder: `""`, `"log"` or `"texts"`.
    pub fn files(&self, kind: &str) -> Vec<PathBuf> {
        let dir = self.at("work").join(SLUG).join(kind);
        let files = fs::read_dir(dir).into_iter().flatten().map(|entry| entry.unwrap().path());
        files.filter(|path| path.is_file()).collect()
    }
}

/// All that a command said.
pub fn said(output: &Output) -> String {
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    text(&output.stdout) + &text(&output.stderr)
}

/// The id of a reaction.
pub fn id(n: u8) -> String {
    format!("01900000-0000-7000-8000-{n:012x}")
}

/// What its sender wrote.
pub fn words(n: u8) -> String {
    format!("De halte nummer{n}zz is weg.")
}

/// Its receipt.
pub fn receipt(n: u8) -> Receipt {
    Receipt::new([n; 10])
}

/// A reaction.
pub fn reaction(n: u8, words: &str) -> Value {
    let tag = receipt(n).tag(&Id::try_from(SLUG).unwrap());
    json!({"id": id(n), "consultation": SLUG, "revision": 1, "language": "nl", "source": "resident",
        "tag": tag.as_str(), "quote_consent": true, "day": "2026-11-15",
        "answers": [{"question": "gehoord", "value": words}, {"question": "ontmoeten", "value": "dorpshuis"}]})
}

/// A theme that landed.
pub fn theme(id: &str, title: &str) -> Value {
    let landing = json!({"status": "adopted", "what": "Vaker een bus", "reason": "Dat hoorden we vaak.",
        "destination": {"kind": "province", "name": "Provincie"}});
    json!({"id": id, "title": title, "summary": "De bus komt te laat.", "landings": [landing]})
}

/// How it stands.
pub fn stand(desk: &Desk) -> String {
    said(&desk.run(&["stand", "."]))
}
