//! Files that are damaged, cut off or lost, and reactions that do not fit: what is published is never less than what came.

use crate::{
    desk::{Desk, SLUG, id, reaction, said, stand, theme, words},
    together::holds,
    tree::tree,
};
use serde_json::json;
use std::fs;

#[test]
fn damaged_lines_are_named_and_the_rest_is_read_and_nothing_is_published() {
    for (kind, line, why) in [
        ("", "{\"format\":\"beginspraak.reaction/1\",\"reac", "not valid JSON"),
        ("", "{\"format\":\"beginspraak.reaction/1\",\"reaction\":{}}", "This is no reaction"),
        ("log", "{\"id\":\"0123456789abcdef0123", "damaged or cut off"),
        ("log", "{\"id\":\"0123456789abcdef01234567\",\"who\":\"x\",\"after\":[]}", "“at” is missing or wrong"),
        ("texts", "zomaar iets", "this is no text"),
    ] {
        let desk = Desk::with(2);
        let before = holds(&desk);
        let broken = desk.at("work").join(SLUG).join(kind).join("zz-kapot.ndjson");
        fs::write(&broken, format!("\n{line}\n")).unwrap();
        let output = desk.run(&["stand", "."]);
        let text = said(&output);
        assert_eq!(output.status.code(), Some(1), "{text}");
        let named = text.lines().find(|line| line.contains("zz-kapot.ndjson, line 2: "));
        let named = named.unwrap_or_else(|| panic!("{text}")).to_lowercase();
        assert!(named.contains(&why.to_lowercase()), "{why}: {named}");
        assert_eq!(holds(&desk), before, "the rest is read");
        let output = desk.publish("2026-11-22");
        assert!(output.status.code() == Some(1) && said(&output).contains("zz-kapot.ndjson"), "{}", said(&output));
        assert!(!desk.at("content/feedback").exists() && !desk.at("site").exists());
        fs::remove_file(broken).unwrap();
        assert!(desk.publish("2026-11-22").status.success());
    }
}

#[test]
fn a_file_that_was_cut_off_loses_only_its_last_line() {
    let desk = Desk::with(5);
    let [file] = &desk.files("")[..] else { panic!() };
    let whole = fs::read(file).unwrap();
    fs::write(file, &whole[..whole.len() - 30]).unwrap();
    let text = stand(&desk);
    assert!(text.contains("4 reactions, of which 0 reactions") && text.contains(", line 5: "), "{text}");
    assert_eq!(desk.publish("2026-11-22").status.code(), Some(1));
    // Gathered again, it is whole.
    let all: Vec<_> = (0..5).map(|n| reaction(n, &words(n))).collect();
    desk.gather(&all);
    assert!(stand(&desk).contains("5 reactions"), "{}", stand(&desk));
}

#[test]
fn a_file_that_is_lost_stops_a_new_version() {
    let desk = Desk::with(4);
    assert!(desk.publish("2026-11-22").status.success());
    let [file] = &desk.files("")[..] else { panic!() };
    let whole = fs::read_to_string(file).unwrap();
    let fewer: String = whole.lines().take(3).map(|line| format!("{line}\n")).collect();
    fs::write(file, fewer).unwrap();
    let first = fs::read(desk.at(&format!("content/feedback/{SLUG}.json"))).unwrap();
    let output = desk.publish("2026-11-23");
    let text = said(&output);
    assert_eq!(output.status.code(), Some(1));
    assert!(text.contains("4 reactions were gathered, and 3 are here now"), "{text}");
    assert!(text.contains("The version before counted 4 reactions, and 3 are here now"), "{text}");
    assert_eq!(fs::read(desk.at(&format!("content/feedback/{SLUG}.json"))).unwrap(), first);
    // Also when all that staff noted is gone with it.
    fs::remove_dir_all(desk.at("work")).unwrap();
    desk.gather(&(0..3).map(|n| reaction(n, &words(n))).collect::<Vec<_>>());
    desk.decide("Anna", |all| {
        all["themes"] = json!([theme("bus", "De bus")]);
        all["placements"] = (0..3).map(|n| json!({"reaction": id(n), "themes": ["bus"]})).collect();
    });
    let text = said(&desk.publish("2026-11-23"));
    assert!(text.contains("counted 4 reactions, and 3 are here now") && !text.contains("were gathered"), "{text}");
}

#[test]
fn what_does_not_fit_needs_no_place_is_a_number_beside_and_is_not_quoted() {
    let desk = Desk::with(3);
    let mut misfit = reaction(7, "Kanariewoord, heel vaak.");
    misfit["revision"] = json!(4_000_000);
    desk.gather(&[misfit]);
    assert!(stand(&desk).contains("1 reaction: does not fit"), "{}", stand(&desk));
    assert_eq!(desk.holds().get("nowhere"), None);
    let output = desk.publish("2026-11-22");
    assert!(output.status.success(), "{}", said(&output));
    let counts = desk.feedback()["counts"].clone();
    assert_eq!((&counts["received"]["resident"], &counts["unfit"]), (&json!(3), &json!(1)), "{counts}");
    let page = fs::read_to_string(desk.at(&format!("site/vraag/{SLUG}/terugkoppeling/index.html"))).unwrap();
    assert!(page.contains("Daarnaast kwam 1 reactie binnen die niet bij de vragen past."));
    let quote = json!([{"reaction": id(7), "question": "gehoord", "text": "Kanariewoord", "cleared": true}]);
    desk.decide("Anna", |all| {
        all["themes"][0]["quotes"] = quote;
        all["placements"].as_array_mut().unwrap().push(json!({"reaction": id(7), "themes": ["bus"]}));
    });
    let output = desk.publish("2026-11-23");
    assert_eq!(output.status.code(), Some(1));
    assert!(said(&output).contains("does not fit the questions and is in no number"), "{}", said(&output));
    // Its sender finds back what became of it, once somebody gave it a place.
    desk.decide("Anna", |all| drop(all["themes"][0].as_object_mut().unwrap().remove("quotes")));
    assert!(desk.publish("2026-11-23").status.success());
    assert_eq!(desk.feedback()["counts"]["received"]["resident"], 3);
    for (path, bytes) in tree(&desk.at("site")).into_iter().chain(tree(&desk.at("content"))) {
        assert!(!String::from_utf8_lossy(&bytes).contains("Kanariewoord"), "{path}");
    }
}

#[test]
fn that_it_is_all_that_came_in_is_only_said_when_it_was_gathered() {
    let publish = ["publish", "--quick", "--content", "content", "--out", "site", "--feedback", SLUG];
    let says = |desk: &Desk, how: &[&str]| {
        desk.works(&[&publish[..], &["--today", "2026-11-22"], how].concat());
        let page = fs::read_to_string(desk.at(&format!("site/vraag/{SLUG}/terugkoppeling/index.html"))).unwrap();
        page.contains("Samen is het precies wat er tot en met 20 november 2026 binnenkwam.")
    };
    let desk = Desk::with(3);
    assert!(says(&desk, &[]));
    assert_eq!(desk.feedback()["gathered"], "2026-11-20");
    // The same reactions, put there by hand.
    let by_hand = Desk::with(3);
    for file in by_hand.files("log") {
        if fs::read_to_string(&file).unwrap().contains("\"gathered\"") {
            fs::remove_file(file).unwrap();
        }
    }
    assert!(!says(&by_hand, &["--anyway", "lines"]));
    assert_eq!(by_hand.feedback().get("gathered"), None);
}

#[test]
fn a_file_of_the_log_that_is_lost_is_noticed_by_those_that_came_after_it() {
    let desk = Desk::with(2);
    desk.decide("Anna", |all| all["note"] = json!("Daarna."));
    let first = desk.files("log").into_iter().find(|file| fs::read_to_string(file).unwrap().contains("add_theme"));
    let first = first.unwrap();
    let kept = fs::read(&first).unwrap();
    fs::remove_file(&first).unwrap();
    let output = desk.run(&["stand", "."]);
    assert!(output.status.code() == Some(1) && said(&output).contains("a line is missing"), "{}", said(&output));
    let output = desk.publish("2026-11-22");
    assert!(output.status.code() == Some(1) && said(&output).contains("a line is missing"), "{}", said(&output));
    fs::write(&first, kept).unwrap();
    assert!(desk.publish("2026-11-22").status.success());
}

#[test]
fn who_has_no_copy_of_a_damaged_line_can_go_on_without_it() {
    let desk = Desk::with(2);
    fs::write(desk.at("work").join(SLUG).join("texts/zz.ndjson"), "zomaar iets\n").unwrap();
    let output = desk.publish("2026-11-22");
    assert!(output.status.code() == Some(1) && said(&output).contains("--anyway lines"), "{}", said(&output));
    let args = ["publish", "--quick", "--content", "content", "--out", "site", "--feedback", SLUG];
    desk.works(&[&args[..], &["--today", "2026-11-22", "--anyway", "lines"]].concat());
}

#[test]
fn a_question_without_reactions_and_one_that_is_not_there_are_told() {
    let desk = Desk::with(2);
    let args = ["publish", "--quick", "--content", "content", "--out", "site", "--feedback", "drenthe-luisteren"];
    let output = desk.run(&args);
    assert!(output.status.code() == Some(1) && said(&output).contains("no reaction yet"), "{}", said(&output));
    for args in [
        ["stand", ".", "--consultation", "drente"].as_slice(),
        &["decide", ".", "--consultation", "drente", "--to", "x.json"],
    ] {
        let output = desk.run(args);
        assert!(output.status.code() == Some(2) && said(&output).contains("“drente”"), "{args:?}: {}", said(&output));
    }
    assert!(!desk.at("x.json").exists());
}

#[test]
fn what_somebody_chose_is_not_quoted_as_what_they_wrote() {
    let desk = Desk::with(2);
    let quote = json!([{"reaction": id(0), "question": "ontmoeten", "text": "dorpshuis", "cleared": true}]);
    desk.decide("Anna", |all| all["themes"][0]["quotes"] = quote);
    let output = desk.publish("2026-11-22");
    assert!(output.status.code() == Some(1) && said(&output).contains("not in the answer"), "{}", said(&output));
}
