//! Decisions that can't hold, and those that may be a mistake: each is named where it stands in the file.

use super::desk::{Desk, SLUG, id, reaction, said, theme, words};
use serde_json::json;
use std::fs;

/// What `decide` says to the decisions that hold, changed so and written a line for each.
fn decide(desk: &Desk, change: impl FnOnce(&mut serde_json::Value)) -> (bool, String) {
    let mut all = desk.holds();
    change(&mut all);
    fs::write(desk.at("mine.json"), format!("{all:#}")).unwrap();
    let output = desk.run(&["decide", ".", "--from", "mine.json", "--who", "Anna"]);
    (output.status.success(), said(&output))
}

/// The line on which this stands.
fn line(desk: &Desk, words: &str) -> usize {
    let text = fs::read_to_string(desk.at("mine.json")).unwrap();
    text.lines().position(|line| line.contains(words)).unwrap() + 1
}

#[test]
fn what_can_not_hold_is_named_with_its_line_and_what_stands_there() {
    let desk = Desk::with(2);
    let (works, text) = decide(&desk, |all| {
        all["placements"][1] = json!({"reaction": id(1), "themes": ["trein"]});
    });
    let at = line(&desk, "trein") - 3;
    assert!(!works && text.contains(&format!("mine.json, line {at}, ")), "{text}");
    assert!(text.contains("$.placements[1]: There is no theme “trein”.") && text.contains("It says: {"), "{text}");
    assert!(text.ends_with("Nothing was changed.\n"), "{text}");
    let (works, text) = decide(&desk, |all| all["withdrawn"] = json!([id(9)]));
    assert!(!works && text.contains(&format!("line {}, ", line(&desk, "withdrawn"))), "{text}");
}

#[test]
fn what_may_be_a_mistake_holds_and_is_asked_about_once() {
    let desk = Desk::with(1);
    let mut strange = reaction(1, &words(1));
    strange["revision"] = json!(99);
    desk.gather(&[strange]);
    let change = |all: &mut serde_json::Value| {
        let mut past = theme("bus", "De bus");
        past["landings"][0]["destination"]["date"] = json!("2020-02-01");
        all["themes"] = json!([past]);
        all["placements"] = (0..2).map(|n| json!({"reaction": id(n), "themes": ["bus"]})).collect();
    };
    let (works, text) = decide(&desk, change);
    assert!(works, "{text}");
    assert!(text.contains("Note: mine.json, line ") && text.contains("$.placements[1]: Reaction "), "{text}");
    assert!(text.contains("does not fit the questions"), "{text}");
    assert!(
        text.contains("$.themes[0].landings[0]: The theme “bus” has a day that has passed: 1 February 2020"),
        "{text}"
    );
    let (works, text) = decide(&desk, change);
    assert!(works && !text.contains("Note: "), "{text}");
    let (works, text) = decide(&desk, |all| all["placements"][0] = json!({"reaction": id(0), "later": "2020-02-01"}));
    assert!(works && text.contains("$.placements[0]: Reaction ") && text.contains("1 February 2020"), "{text}");
}

#[test]
fn decisions_are_never_written_among_what_is_published() {
    let desk = Desk::with(1);
    for to in ["content/decisions.json", "content/../content/deep/decisions.json"] {
        let output = desk.run(&["decide", ".", "--consultation", SLUG, "--to", to]);
        assert_eq!(output.status.code(), Some(2), "{}", said(&output));
        assert!(said(&output).contains("Put decisions somewhere else") && !desk.at(to).exists(), "{}", said(&output));
    }
}
