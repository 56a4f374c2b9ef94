//! What is erased is gone: no word of it is left anywhere, it does not come back, and that it happened is told.

use crate::{
    desk::{Desk, SLUG, id, reaction, receipt, said, stand, words},
    tree::tree,
};
use beginspraak::domain::digest::sha256;
use serde_json::{Value, json};
use std::fs;

/// Whether this word stands in any byte of the work folder.
fn stands(desk: &Desk, word: &str) -> bool {
    let has = |bytes: &[u8]| bytes.windows(word.len()).any(|part| part == word.as_bytes());
    let all = tree(&desk.at("work"));
    assert!(!all.is_empty());
    all.values().any(|bytes| has(bytes))
}

/// The word that only this reaction has.
fn word(n: u8) -> String {
    format!("nummer{n}zz")
}

/// With a quote of the reaction `n`, published.
fn quoted(n: u8) -> Desk {
    let desk = Desk::with(4);
    let quote = json!([{"reaction": id(n), "question": "gehoord", "text": words(n), "cleared": true}]);
    desk.decide("Anna", |all| all["themes"][0]["quotes"] = quote);
    let output = desk.publish("2026-11-22");
    assert!(output.status.success(), "{}", said(&output));
    desk
}

#[test]
fn a_reaction_that_is_erased_leaves_no_word_does_not_come_back_and_is_counted_with_the_reason() {
    let desk = quoted(1);
    // Copies of its file too, as people who merge folders have them.
    let [file] = &desk.files("")[..] else { panic!() };
    fs::copy(file, file.with_file_name("kopie.ndjson")).unwrap();
    let old = fs::read_to_string(file).unwrap();
    assert!(stands(&desk, &word(1)));
    let args = ["erase", ".", "--consultation", SLUG, "--reaction", &id(1), "--why", "personal_data", "--who", "Bob"];
    let told = desk.works(&args);
    assert!(told.contains("was erased from the work folder") && told.contains("back-ups"), "{told}");
    assert!(!stands(&desk, &word(1)), "no word is left");
    assert!(!stands(&desk, receipt(1).tag(&SLUG.try_into().unwrap()).as_str()), "nor what stands for its receipt");
    for n in [0, 2, 3] {
        assert!(stands(&desk, &word(n)), "the others are there");
    }
    // An old file brings it back neither by gathering nor by copying, and an export has it not.
    fs::write(desk.at("oud.ndjson"), &old).unwrap();
    let before = tree(&desk.at("work"));
    desk.works(&["gather", "--from", "oud.ndjson", "--to", ".", "--today", "2026-11-20"]);
    assert_eq!(tree(&desk.at("work")), before);
    fs::write(desk.at("work").join(SLUG).join("teruggezet.ndjson"), &old).unwrap();
    desk.works(&["export", "--from", ".", "--to", "uit.json"]);
    let exported: Value = serde_json::from_slice(&fs::read(desk.at("uit.json")).unwrap()).unwrap();
    assert_eq!(exported.as_array().unwrap().len(), 3);
    assert!(stand(&desk).contains("3 reactions") && stand(&desk).contains("erased: 1 reaction"), "{}", stand(&desk));
    assert_eq!(desk.holds().get("nowhere"), None);
    // Erased once more, what was put back goes too.
    desk.works(&args);
    assert!(!stands(&desk, &word(1)));
    // What is published says that there was one, and why.
    let output = desk.publish("2026-11-23");
    assert!(output.status.success(), "{}", said(&output));
    let counts = desk.feedback()["counts"].clone();
    assert_eq!(counts["erased"], json!([{"why": "personal_data", "count": 1}]));
    assert_eq!(counts["received"]["resident"], 3);
    let page = fs::read_to_string(desk.at(&format!("site/vraag/{SLUG}/terugkoppeling/index.html"))).unwrap();
    assert!(page.contains("Gewist omdat er stond wie iemand is: 1 reactie."));
    assert!(!page.contains(&word(1)));
}

#[test]
fn who_has_only_a_receipt_can_have_their_reaction_erased_and_the_code_is_kept_nowhere() {
    let desk = quoted(2);
    let code = receipt(2).to_string();
    let args = ["erase", ".", "--consultation", SLUG, "--receipt", "--why", "on_request"];
    let wrong = desk.run_with(&args, &format!("{}\n", receipt(9)));
    assert!(wrong.status.code() == Some(1) && said(&wrong).contains("not here"), "{}", said(&wrong));
    assert!(stands(&desk, &word(2)));
    let typed = format!(" {} \n", code.to_lowercase().replace('-', " "));
    let output = desk.run_with(&args, &typed);
    assert!(output.status.success(), "{}", said(&output));
    assert!(!stands(&desk, &word(2)) && !stands(&desk, &code) && !said(&output).contains(&code));
    assert!(desk.publish("2026-11-23").status.success());
    assert_eq!(desk.feedback()["counts"]["erased"], json!([{"why": "on_request", "count": 1}]));
}

#[test]
fn what_is_erased_is_erased_for_colleagues_whose_copy_comes_later() {
    let desk = quoted(0);
    let copies: Vec<_> = ["", "texts"]
        .iter()
        .flat_map(|kind| desk.files(kind))
        .map(|file| (file.clone(), fs::read(file).unwrap()))
        .collect();
    desk.works(&["erase", ".", "--consultation", SLUG, "--reaction", &id(0), "--why", "unlawful"]);
    for (file, bytes) in copies {
        fs::write(file.with_file_name(format!("van-bob-{}.ndjson", &sha256(&bytes)[..8])), bytes).unwrap();
    }
    let output = desk.publish("2026-11-23");
    assert!(output.status.success(), "{}", said(&output));
    assert_eq!(desk.feedback()["themes"][0]["quotes"].as_array().map_or(0, Vec::len), 0);
    assert_eq!(desk.feedback()["counts"]["received"]["resident"], 3);
}

#[test]
fn a_reaction_that_waits_for_its_consultation_can_be_erased_too() {
    let desk = Desk::with(1);
    fs::write(
        desk.at("in.ndjson"),
        json!({"format": "beginspraak.reaction/1", "reaction": reaction(5, &words(5))}).to_string(),
    )
    .unwrap();
    let consultation = desk.at(&format!("content/consultations/{SLUG}.json"));
    let kept = fs::read(&consultation).unwrap();
    fs::remove_file(&consultation).unwrap();
    let gather = ["gather", "--from", "in.ndjson", "--to", "."];
    desk.run(&gather);
    assert!(stands(&desk, &word(5)));
    let args = ["erase", ".", "--consultation", SLUG, "--receipt", "--why", "on_request"];
    let output = desk.run_with(&args, &format!("{}\n", receipt(5)));
    assert!(output.status.success(), "{}", said(&output));
    assert!(!stands(&desk, &word(5)));
    desk.run(&gather);
    assert!(!stands(&desk, &word(5)));
    fs::write(&consultation, kept).unwrap();
    desk.run(&gather);
    assert!(!stands(&desk, &word(5)));
}

#[test]
fn what_nobody_knows_is_not_erased() {
    let desk = Desk::with(1);
    let before = tree(&desk.at("work"));
    let output = desk.run(&["erase", ".", "--consultation", SLUG, "--reaction", &id(9), "--why", "on_request"]);
    assert!(output.status.code() == Some(1) && said(&output).contains("not here"), "{}", said(&output));
    assert_eq!(tree(&desk.at("work")), before);
}

#[test]
fn what_was_ever_quoted_goes_out_of_every_version_also_where_the_quote_held_no_longer() {
    let desk = quoted(1);
    desk.decide("Anna", |all| all["themes"][0]["quotes"] = json!([]));
    assert!(desk.publish("2026-11-23").status.success());
    let first = desk.at(&format!("content/feedback/{SLUG}/1.json"));
    assert!(fs::read_to_string(&first).unwrap().contains(&word(1)), "the first version still has it");
    let args = ["erase", ".", "--consultation", SLUG, "--reaction", &id(1), "--why", "on_request"];
    let told = desk.works(&args);
    assert!(told.contains("taken out of version 1"), "{told}");
    assert!(!stands(&desk, &word(1)), "no word in the work folder");
    assert!(!fs::read_to_string(&first).unwrap().contains(&word(1)));
    let output = desk.publish("2026-11-24");
    assert!(output.status.success(), "{}", said(&output));
    let has = |bytes: &Vec<u8>| String::from_utf8_lossy(bytes).contains(&word(1));
    let site = tree(&desk.at("site"));
    assert!(site.keys().any(|path| path.contains("versie-1")));
    assert_eq!(
        site.iter().filter(|(_, bytes)| has(bytes)).map(|(path, _)| path).collect::<Vec<_>>(),
        Vec::<&String>::new()
    );
}
