//! A question that is being written is listed with what still stands in its way, and never published.

use super::desk::{Desk, said, stand};
use std::fs;

#[test]
fn what_is_being_written_is_listed_stops_nothing_and_is_never_published() {
    let desk = Desk::with(1);
    fs::create_dir_all(desk.at("work/bus")).unwrap();
    fs::write(desk.at("work/bus/draft.json"), "{\n  \"title\": \"De kanariebus\",\n  \"kind\": \"vraag\"\n}\n")
        .unwrap();
    let check = desk.run(&["check", "content"]);
    assert_eq!(check.status.code(), Some(0), "{}", said(&check));
    for text in [said(&check), stand(&desk)] {
        assert!(text.contains("bus: being written, “De kanariebus”. None of it is on the site."), "{text}");
        assert!(text.contains("draft.json, line 3, $.kind: ") && text.contains("$.summary: "), "{text}");
    }
    assert!(desk.publish("2026-12-01").status.success());
    let mut folders = vec![desk.at("site")];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else {
                let text = String::from_utf8_lossy(&fs::read(&path).unwrap()).into_owned();
                assert!(!text.contains("kanariebus"), "{}", path.display());
            }
        }
    }
}
