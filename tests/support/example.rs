//! The example's reactions and what staff decided on them, to change and to bring into a work folder as staff do.

use serde_json::{Value, json};
use std::{
    fs,
    path::Path,
    process::{Command, Output},
};

/// The consultation of the example.
pub const SLUG: &str = "drenthe-dichterbij";

/// What was decided as of now, with all reactions under `"reactions"`.
pub fn example() -> Value {
    at("", &[".version-1", ""])
}

/// What was decided in a version, with the reactions of these files under `"reactions"`.
pub fn at(version: &str, files: &[&str]) -> Value {
    let dir = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/feedback");
    let read = |name: String| fs::read_to_string(dir.join(name)).unwrap();
    let mut all: Value = serde_json::from_str(&read(format!("{SLUG}{version}.decisions.json"))).unwrap();
    let lines: String = files.iter().map(|file| read(format!("{SLUG}{file}.ndjson"))).collect();
    let envelopes = lines.lines().map(|line| serde_json::from_str::<Value>(line).unwrap());
    all["reactions"] = envelopes.map(|mut envelope| envelope["reaction"].take()).collect();
    all
}

/// Gathers the reactions in a folder with content, and decides the rest; what `decide` answers.
pub fn put(mut all: Value, dir: &Path, today: &str) -> Output {
    let reactions = all.as_object_mut().unwrap().remove("reactions").unwrap();
    let line = |reaction: &Value| json!({"format": "beginspraak.reaction/1", "reaction": reaction}).to_string();
    let lines: Vec<_> = reactions.as_array().unwrap().iter().map(line).collect();
    fs::write(dir.join("in.ndjson"), lines.join("\n")).unwrap();
    fs::write(dir.join("decisions.json"), all.to_string()).unwrap();
    let run = |args: &[&str]| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_beginspraak"));
        command.current_dir(dir).args(["--lang", "en"]).args(args).output().unwrap()
    };
    let gathered = run(&["gather", "--from", "in.ndjson", "--to", ".", "--today", today]);
    assert!(gathered.status.success(), "{}", String::from_utf8_lossy(&gathered.stdout));
    let from = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/feedback");
    let mut accept = vec!["accept", ".", "--who", "Anna", "--from", from.to_str().unwrap()];
    let held = fs::read_dir(from.join("gatherings")).unwrap().map(|entry| entry.unwrap().file_name());
    let held: Vec<_> = held.map(|name| name.into_string().unwrap()).collect();
    accept.extend(held.iter().flat_map(|name| ["--yes", name]));
    let accepted = run(&accept);
    assert!(accepted.status.success(), "{}", String::from_utf8_lossy(&accepted.stderr));
    run(&["decide", ".", "--from", "decisions.json", "--who", "Anna"])
}
