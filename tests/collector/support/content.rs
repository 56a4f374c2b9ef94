//! A small site: one consultation that is open, one that is closed and one that is yet to open.

use serde_json::{Value, json};
use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
    sync::OnceLock,
};
use tempfile::TempDir;

/// The day on which all stories play.
pub const TODAY: &str = "2026-06-15";

fn consultation(slug: &str, opens: &str, closes: &str) -> Value {
    json!({
        "format": "beginspraak.consultation/1", "slug": slug, "revision": 3, "kind": "listening",
        "languages": ["nl", "en"], "title": {"nl": "Hoe gaat het?", "en": "How are you?"},
        "summary": {"nl": "Vertel.", "en": "Tell."}, "why_now": {"nl": "Nu.", "en": "Now."},
        "opens": opens, "closes": closes, "feedback_due": "2027-01-01",
        "owner": {"name": "Team"},
        "questions": [
            {"id": "verhaal", "kind": "text", "title": {"nl": "Verhaal?", "en": "Story?"}, "limits": {"max_chars": 2000}},
            {"id": "cijfer", "kind": "scale", "title": {"nl": "Cijfer?", "en": "Mark?"}, "limits": {"min": 1, "max": 5},
             "labels": {"low": {"nl": "laag", "en": "low"}, "high": {"nl": "hoog", "en": "high"}}}
        ]
    })
}

/// Writes the content to a folder.
fn write(dir: &Path) {
    let text = |nl: &str| json!({"nl": nl, "en": nl});
    let site = json!({
        "format": "beginspraak.site/1", "languages": ["nl", "en"], "name": "Proef", "organisation": "Proefprovincie",
        "intro": text("Welkom."), "contact": {"email": "a@example.org", "phone": "1", "post": "Straat 1"},
        "endpoint": {"kind": "collector", "url": "/api/reactions"},
        "privacy": {"controller": text("Wij"), "retention": text("Kort"), "basis": text("Taak")}
    });
    fs::create_dir_all(dir.join("consultations")).unwrap();
    fs::write(dir.join("site.json"), site.to_string()).unwrap();
    for (slug, opens, closes) in [
        ("dorp", "2026-06-01", "2026-06-30"),
        ("voorbij", "2026-05-01", "2026-06-14"),
        ("straks", "2026-06-16", "2026-07-01"),
    ] {
        let file = dir.join(format!("consultations/{slug}.json"));
        fs::write(file, consultation(slug, opens, closes).to_string()).unwrap();
    }
}

/// Publishes the small site under `base`; the content is in `content/` beside it.
pub fn publish(base: &str) -> TempDir {
    let dir = tempfile::tempdir().unwrap();
    write(&dir.path().join("content"));
    again(dir.path(), base);
    dir
}

/// Publishes what is in `content/` again.
pub fn again(dir: &Path, base: &str) {
    let mut command = Command::new(env!("CARGO_BIN_EXE_beginspraak"));
    command.args(["publish", "--quick", "--base", base, "--content"]).arg(dir.join("content"));
    let output = command.arg("--out").arg(dir.join("site")).output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
}

/// The small site under `/`, published once for all stories that do not change it.
pub fn published() -> PathBuf {
    static SITE: OnceLock<TempDir> = OnceLock::new();
    SITE.get_or_init(|| publish("/")).path().join("site")
}
