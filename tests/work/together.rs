//! Several people work in one folder, with files that are copied and merged.

use crate::{
    desk::{Desk, SLUG, id, reaction, said, stand, theme, words},
    folder::copy_folder,
    tree::tree,
};
use serde_json::{Value, json};
use std::{
    fs,
    path::{Path, PathBuf},
};

/// What holds, but what was known of it.
pub fn holds(desk: &Desk) -> Value {
    let mut holds = desk.holds();
    holds.as_object_mut().unwrap().remove("after");
    holds
}

#[test]
fn two_who_decide_differently_from_the_same_file_are_told_and_one_of_them_settles_it() {
    let desk = Desk::with(6);
    desk.decide("Anna", |all| {
        let themes = json!([theme("bus", "De bus"), theme("halte", "De halte")]);
        all["themes"] = themes;
        all["placements"][5]["themes"] = json!(["halte"]);
    });
    let given = desk.holds();
    let moved = |to: &str, title: &str| {
        let mut all = given.clone();
        all["placements"][0]["themes"] = json!([to]);
        all["themes"][1]["title"] = json!(title);
        all
    };
    // Both begin with the same file; the second knows nothing of what the first did.
    let bob = {
        let mut all = given.clone();
        all["placements"][0] = json!({"reaction": id(0), "set_aside": {"reason": "insulting"}});
        all["placements"][1]["themes"] = json!(["halte"]);
        all
    };
    desk.take("Anna", &moved("halte", "De halte terug"));
    desk.take("Bob", &bob);
    let stand_now = stand(&desk);
    assert!(
        stand_now.contains("Colleagues decided different things") && stand_now.contains("set aside"),
        "{stand_now}"
    );
    assert!(stand_now.contains("\"Anna\"") && stand_now.contains("\"Bob\""), "{stand_now}");
    // What only one of them changed holds, and is no conflict.
    let now = desk.holds();
    assert_eq!(now["placements"][1]["themes"], json!(["halte"]));
    assert_eq!(now["themes"][1]["title"], "De halte terug");
    let output = desk.publish("2026-11-22");
    assert_eq!(output.status.code(), Some(1));
    assert!(said(&output).contains("In 1 place colleagues decided different things"), "{}", said(&output));
    assert!(!desk.at("content/feedback").exists() && !desk.at("site").exists());
    // Who takes the file finds it there too, and settles nothing by changing something else.
    let open = desk.holds()["conflicts"].clone();
    assert_eq!(open[0]["about"], format!("place/{}", id(0)), "{open}");
    assert!(open[0]["says"].to_string().contains("set aside"), "{open}");
    desk.decide("Bob", |all| all["minimum"] = json!(4));
    assert_eq!(desk.holds()["conflicts"], open);
    // Taken out of that list it is settled by what stands in the file, also if that held already.
    let undecided = tree(&desk.at("work"));
    desk.decide("Bob", |all| all["conflicts"] = json!([]));
    assert!(!stand(&desk).contains("Colleagues"), "{}", stand(&desk));
    assert_eq!(desk.holds()["placements"], now["placements"]);
    for path in tree(&desk.at("work")).keys().filter(|path| !undecided.contains_key(*path)) {
        fs::remove_file(path).unwrap();
    }
    assert!(stand(&desk).contains("Colleagues"));
    desk.decide("Anna", |all| all["placements"][0] = json!({"reaction": id(0), "themes": ["bus"]}));
    assert!(!stand(&desk).contains("Colleagues"), "{}", stand(&desk));
    let output = desk.publish("2026-11-22");
    assert!(output.status.success(), "{}", said(&output));
    assert_eq!(desk.feedback()["themes"][0]["count"], 4);
}

#[test]
fn what_somebody_did_last_is_taken_back_and_done_again_also_later_and_what_a_colleague_did_since_stays() {
    let desk = Desk::with(3);
    let move_to = |who: &str, n: usize, at: Value| {
        desk.decide(who, |all| {
            let mut place = at.clone();
            place["reaction"] = json!(id(n as u8));
            all["placements"][n] = place;
        });
    };
    let before = holds(&desk);
    move_to("Anna", 0, json!({"later": "2026-12-01"}));
    move_to("Anna", 1, json!({"later": "2026-12-02"}));
    let after = holds(&desk);
    move_to("Bob", 1, json!({"set_aside": {"reason": "double"}}));
    let back = desk.works(&["decide", ".", "--undo", "--who", "Anna"]);
    assert!(back.contains("took back what \"Anna\" did last") && back.contains("\"Bob\" decided it since"), "{back}");
    assert_eq!(holds(&desk)["placements"][1]["set_aside"], json!({"reason": "double"}), "that of a colleague stays");
    let back = desk.works(&["decide", ".", "--undo", "--who", "Anna"]);
    assert!(!back.contains("Bob"), "{back}");
    assert_eq!(holds(&desk)["placements"][0], before["placements"][0]);
    desk.works(&["decide", ".", "--redo", "--who", "Anna"]);
    assert_eq!(holds(&desk)["placements"][0], after["placements"][0]);
    desk.works(&["decide", ".", "--undo", "--who", "Bob"]);
    desk.works(&["decide", ".", "--redo", "--who", "Anna"]);
    assert_eq!(holds(&desk), after);
    let nothing = tree(&desk.at("work"));
    for way in ["--undo", "--redo"] {
        let said = desk.works(&["decide", ".", way, "--who", "Carla"]);
        assert!(said.contains("Nothing was changed"), "{said}");
    }
    assert_eq!(tree(&desk.at("work")), nothing);
}

#[test]
fn what_decisions_changed_is_said_so_that_nothing_goes_unseen() {
    let desk = Desk::with(3);
    let mut bare = desk.holds();
    bare["themes"] = json!([]);
    bare["placements"] = json!([]);
    let said = desk.take("Anna", &bare);
    assert!(said.contains("theme removed: bus") && said.contains("without a place now: 3"), "{said}");
}

#[test]
fn the_same_decisions_once_more_change_nothing() {
    let desk = Desk::with(3);
    let before = tree(&desk.at("work"));
    let said = desk.take("Bob", &desk.holds());
    assert!(said.contains("this held already"), "{said}");
    assert_eq!(tree(&desk.at("work")), before);
}

#[test]
fn copies_under_other_names_and_folders_that_are_merged_say_the_same() {
    let desk = Desk::with(4);
    // A colleague takes the whole folder home, and each goes on.
    let home = Desk::with(0);
    copy_folder(&desk.at("work"), &home.at("work"));
    home.gather(&[reaction(9, &words(9))]);
    desk.gather(&[reaction(8, &words(8))]);
    home.decide("Bob", |all| all["placements"][0] = json!({"reaction": id(0), "set_aside": {"reason": "insulting"}}));
    desk.decide("Anna", |all| all["placements"][1] = json!({"reaction": id(1), "later": "2026-12-01"}));
    // Both put the other's files beside their own, some twice, under any name.
    let both = |into: &Desk, from: &Desk| {
        for kind in ["", "log", "texts"] {
            for (n, file) in from.files(kind).into_iter().enumerate() {
                let dir = into.at("work").join(SLUG).join(kind);
                fs::copy(&file, dir.join(format!("kopie van {n}.NDJSON"))).unwrap();
                fs::copy(&file, dir.join(format!("conflict ({n}).ndjson"))).unwrap();
            }
        }
    };
    let copy = tempfile::tempdir().unwrap();
    copy_folder(&desk.at("work"), copy.path());
    both(&desk, &home);
    copy_folder(copy.path(), &home.at("work"));
    assert_eq!((holds(&desk), stand(&desk)), (holds(&home), stand(&home)));
    let now = holds(&desk);
    assert_eq!(now["placements"][0]["set_aside"], json!({"reason": "insulting"}));
    assert_eq!(now["placements"][1]["later"], "2026-12-01");
    assert_eq!(now["nowhere"], json!([{"reaction": id(8), "says": words(8)}, {"reaction": id(9), "says": words(9)}]));
    assert!(!stand(&desk).contains("Colleagues"), "{}", stand(&desk));
}

#[test]
fn what_a_newer_release_did_is_kept_and_stops_nothing() {
    let desk = Desk::with(2);
    let newer = "{\"id\":\"0123456789abcdef01234567\",\"who\":\"Later\",\"at\":1,\"after\":[],\"seal\":{}}\n";
    let file = desk.at("work").join(SLUG).join("log/van-later.ndjson");
    fs::write(&file, newer).unwrap();
    let output = desk.run(&["stand", "."]);
    assert!(output.status.success(), "{}", said(&output));
    desk.decide("Anna", |all| all["learned"] = json!([{"text": "Wij luisterden te kort.", "mistake": true}]));
    let entry = |file: &PathBuf| serde_json::from_slice::<Value>(&fs::read(file).unwrap()).unwrap();
    let comes_after = |file: &PathBuf| entry(file)["after"].to_string().contains("0123456789abcdef01234567");
    assert_eq!(desk.files("log").iter().filter(|file| comes_after(file)).count(), 1);
    assert_eq!(fs::read_to_string(file).unwrap(), newer);
    assert!(desk.publish("2026-11-22").status.success());
}

#[test]
fn reactions_to_what_the_content_does_not_have_wait_apart_and_come_home_when_it_does() {
    let desk = Desk::with(1);
    let consultation = desk.at(&format!("content/consultations/{SLUG}.json"));
    let kept = fs::read(&consultation).unwrap();
    fs::remove_file(&consultation).unwrap();
    let elsewhere = tempfile::tempdir().unwrap();
    let away = elsewhere.path().to_str().unwrap();
    let line = json!({"format": "beginspraak.reaction/1", "reaction": reaction(5, &words(5))}).to_string();
    fs::write(desk.at("in.ndjson"), &line).unwrap();
    let args = ["gather", "--from", "in.ndjson", "--to", away, "--content", "content"];
    desk.works(&args);
    let files = |slug: &str| tree(&Path::new(away).join("work").join(slug)).len();
    assert_eq!((files("_unknown"), files(SLUG)), (1, 0));
    let told = desk.works(&["stand", away]);
    assert!(told.contains(SLUG) && told.contains("this question is not in the content"), "{told}");
    fs::write(&consultation, kept).unwrap();
    desk.works(&args);
    let homes: Vec<_> = tree(Path::new(away))
        .into_iter()
        .filter(|(_, bytes)| String::from_utf8_lossy(bytes).contains(&words(5)))
        .collect();
    assert_eq!(homes.len(), 1, "{homes:?}");
    assert!(homes[0].0.contains(SLUG), "{homes:?}");
    assert_eq!(String::from_utf8_lossy(&homes[0].1).trim(), line, "to the letter");
    let before = tree(Path::new(away));
    desk.works(&args);
    assert_eq!(tree(Path::new(away)), before);
}

#[test]
fn who_changes_their_own_file_and_brings_it_in_again_differs_with_nobody() {
    let desk = Desk::with(3);
    let mut mine = desk.holds();
    mine["themes"][0]["quotes"] =
        json!([{"reaction": id(0), "question": "gehoord", "text": words(0), "cleared": true}]);
    desk.take("Anna", &mine);
    assert!(desk.take("Anna", &mine).contains("held already"), "once more, it changes nothing");
    mine["themes"][0]["title"] = json!("De lijnbus");
    desk.take("Anna", &mine);
    assert!(!stand(&desk).contains("decided different things"), "{}", stand(&desk));
    let holds = desk.holds();
    assert_eq!(holds["themes"][0]["title"], "De lijnbus");
    assert_eq!(holds["themes"][0]["quotes"].as_array().unwrap().len(), 1);
    // A colleague who brings in the same old file knows nothing of it.
    mine["themes"][0]["title"] = json!("De streekbus");
    desk.take("Bob", &mine);
    assert!(stand(&desk).contains("decided different things"), "{}", stand(&desk));
}
