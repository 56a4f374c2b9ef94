//! From a work folder to feedback, as staff do it: with the command, on real files.

#[path = "support/example.rs"]
mod example;
#[path = "support/folder.rs"]
mod folder;

use beginspraak::domain::{
    id::Id,
    json::strict,
    receipt::Receipt,
    trace::{self, Index},
};
use example::{SLUG, example, put};
use folder::copy_folder;
use serde_json::{Value, json};
use std::{
    fs,
    path::{Path, PathBuf},
    process::{Command, Output},
};

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// A desk: a content folder without feedback, and the work on the example beside it.
struct Desk(tempfile::TempDir);

impl Desk {
    fn new() -> Self {
        let desk = Self(tempfile::tempdir().unwrap());
        for folder in ["consultations", "places", "pictures"] {
            copy_folder(&root().join("public/content").join(folder), &desk.content().join(folder));
        }
        fs::copy(root().join("public/site.json"), desk.0.path().join("site.json")).unwrap();
        desk
    }

    fn content(&self) -> PathBuf {
        self.0.path().join("content")
    }

    fn file(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    /// Gathers and decides, with something changed; what `decide` answers.
    fn decide(&self, today: &str, change: impl FnOnce(&mut Value)) -> Output {
        let mut work = example();
        change(&mut work);
        put(work, self.0.path(), today)
    }

    /// The same, and publishes.
    fn publish(&self, today: &str, change: impl FnOnce(&mut Value)) -> Output {
        let decided = self.decide(today, change);
        assert!(decided.status.success(), "{}", errors(&decided));
        self.publish_again(today)
    }

    fn publish_again(&self, today: &str) -> Output {
        let (content, site) = (self.content(), self.file("site"));
        let args = ["publish", "--quick", "--lang", "en", "--feedback", SLUG, "--today", today];
        command(&[&args[..], &["--content", text(&content), "--out", text(&site)]].concat())
    }

    fn feedback(&self) -> Value {
        let path = self.content().join(format!("feedback/{SLUG}.json"));
        serde_json::from_slice(&fs::read(path).unwrap()).unwrap()
    }
}

fn command(args: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_beginspraak")).args(args).output().unwrap()
}

fn text(path: &Path) -> &str {
    path.to_str().unwrap()
}

fn errors(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).unwrap()
}

/// What became of the reaction with this code, as a browser finds it.
fn looked_up(content: &Path, code: &str) -> Option<Value> {
    let slug = Id::try_from(SLUG).unwrap();
    let tag = Receipt::try_from(code).unwrap().tag(&slug);
    let path = trace::path("", &slug, 0, &tag);
    let file = fs::read(content.parent().unwrap().join(path)).unwrap();
    let (index, records) = Index::read(&file).unwrap();
    index.find(records, &tag).map(|outcome| {
        let themes: Vec<_> = outcome.themes.iter().map(|at| index.signpost.themes[*at].id.to_string()).collect();
        json!({ "themes": themes, "set_aside": outcome.set_aside.is_some(), "later": outcome.later.is_some() })
    })
}

#[test]
fn the_published_example_is_what_its_decisions_make() {
    let desk = Desk::new();
    for (work, today) in [(example::at(".version-1", &[".version-1"]), "2026-11-02"), (example(), "2026-11-22")] {
        let decided = put(work, desk.0.path(), today);
        assert!(decided.status.success(), "{}", errors(&decided));
        let output = desk.publish_again(today);
        assert!(output.status.success(), "{}", errors(&output));
    }
    for path in [format!("feedback/{SLUG}.json"), format!("feedback/{SLUG}/1.json"), format!("trace/{SLUG}/0-0000.bin")]
    {
        let (made, kept) = (desk.content().join(&path), root().join("public/content").join(&path));
        assert_eq!(fs::read(made).unwrap(), fs::read(kept).unwrap(), "{path}");
    }
    let feedback = desk.feedback();
    assert!(feedback["example"].as_bool().unwrap(), "made-up reactions are marked as such");
    let sources: u64 = feedback["counts"]["received"].as_object().unwrap().values().map(|n| n.as_u64().unwrap()).sum();
    assert!(sources >= 300);
    let page = fs::read_to_string(desk.file("site").join(format!("vraag/{SLUG}/terugkoppeling/index.html"))).unwrap();
    for status in ["adopted", "partly", "not", "passed_on", "community", "still_open", "changed_mind"] {
        assert!(page.contains(&format!("landing--{status}")), "{status}");
    }
    assert!(page.contains("Dit is een voorbeeld. De reacties zijn bedacht"));
}

#[test]
fn every_code_of_the_example_finds_its_own_reaction() {
    let content = root().join("public/content");
    let file = fs::read(content.join(format!("feedback/{SLUG}.json"))).unwrap();
    let feedback = strict(&file).unwrap();
    let codes: Vec<_> =
        feedback["example_receipts"].as_array().unwrap().iter().map(|code| code.as_str().unwrap()).collect();
    // The lookup path begins with `content/`, beside which stands everything else that is published.
    let found: Vec<_> = codes.iter().map(|code| looked_up(&content, code).unwrap()).collect();
    assert_eq!(found[0]["themes"], json!(["langskomen", "bus-fiets"]));
    assert_eq!(found[1]["themes"], json!(["app-stemmen"]));
    assert_eq!((&found[2]["set_aside"], found[2]["themes"].as_array().unwrap().len()), (&json!(true), 1));
    assert_eq!((&found[3]["set_aside"], &found[3]["themes"]), (&json!(true), &json!([])));
    assert_eq!(found[4]["later"], json!(true));
    assert_eq!(looked_up(&content, "7R1E-G3W0-7R1E-G3WA"), None, "nobody else's");
}

#[test]
fn publishing_the_same_again_makes_no_new_version() {
    let desk = Desk::new();
    assert!(desk.publish("2026-11-22", |_| {}).status.success());
    let first = fs::read(desk.content().join(format!("feedback/{SLUG}.json"))).unwrap();
    let output = desk.publish_again("2026-11-25");
    assert!(String::from_utf8_lossy(&output.stdout).contains("nothing changed, still version 1"));
    assert_eq!(fs::read(desk.content().join(format!("feedback/{SLUG}.json"))).unwrap(), first);
}

#[test]
fn a_reaction_without_a_place_is_named_and_nothing_is_published() {
    let desk = Desk::new();
    let mut id = String::new();
    let output = desk.publish("2026-11-22", |work| {
        let gone = work["placements"].as_array_mut().unwrap().remove(0);
        id = gone["reaction"].as_str().unwrap().to_owned();
        work["placements"].as_array_mut().unwrap().retain(|one| one["reaction"] != id.as_str());
        // Quotes of it would be blamed too.
        for theme in work["themes"].as_array_mut().unwrap() {
            theme["quotes"].as_array_mut().unwrap().retain(|quote| quote["reaction"] != id.as_str());
        }
    });
    assert_eq!(output.status.code(), Some(1));
    assert!(
        errors(&output).contains("Still without a place: 1 reaction") && errors(&output).contains(&id),
        "{}",
        errors(&output)
    );
    assert!(!desk.content().join("feedback").exists() && !desk.file("site").exists(), "nothing was published");
}

#[test]
fn a_quote_with_a_telephone_number_stops_the_press_until_it_is_redacted() {
    let desk = Desk::new();
    let quote = |words: &'static str| {
        move |work: &mut Value| {
            let reaction = &mut work["reactions"][0];
            reaction["quote_consent"] = json!(true);
            reaction["answers"] = json!([{"question": "gehoord", "value": "Bel me op 06-12345678, dan vertel ik het."},
                    {"question": "ontmoeten", "value": "dorpshuis"}]);
            let (id, theme) = (reaction["id"].clone(), work["themes"][0]["id"].clone());
            for one in work["placements"].as_array_mut().unwrap().iter_mut().filter(|one| one["reaction"] == id) {
                *one = json!({"reaction": id, "themes": [theme]});
            }
            let quotes = json!([{"reaction": id, "question": "gehoord", "text": words, "cleared": true}]);
            work["themes"][0]["quotes"] = quotes;
            for theme in work["themes"].as_array_mut().unwrap().iter_mut().skip(1) {
                theme["quotes"].as_array_mut().unwrap().retain(|quote| quote["reaction"] != id);
            }
        }
    };
    let output = desk.publish("2026-11-22", quote("Bel me op 06-12345678, dan vertel ik het."));
    assert!(errors(&output).contains("a telephone number. Replace that by […]"), "{}", errors(&output));
    let output = desk.publish("2026-11-22", quote("Bel me op […], dan vertel ik het."));
    assert!(output.status.success(), "{}", errors(&output));
    assert!(!desk.feedback().to_string().contains("12345678"));
}

#[test]
fn what_is_wrong_in_decisions_is_told_with_its_place_and_nothing_holds() {
    let desk = Desk::new();
    let output = desk.decide("2026-11-22", |work| {
        work["themes"][0]["title"] =
            json!({"nl": "Een titel die veel te lang is voor op een wegwijzer", "en": "Short"});
        work["themes"][1]["landings"][0]["status"] = json!("maybe");
        work["placements"][2]["reaction"] = json!("x");
        work["placements"][3] = json!({"reaction": work["reactions"][3]["id"]});
        work["thems"] = json!([]);
    });
    let said = errors(&output);
    assert_eq!(output.status.code(), Some(1));
    for part in [
        "$.themes[0].title: This text has 51 characters",
        "$.themes[1].landings[0].status: This is not possible here. Choose from: \"adopted\", \"partly\"",
        "$.placements[2].reaction: ",
        "$.placements[3]: Choose one place",
        "$.thems: There is no such field",
    ] {
        assert!(said.contains(part), "{part} is in:\n{said}");
    }
    let log = fs::read_dir(desk.file("work").join(SLUG).join("log")).unwrap();
    assert_eq!(log.count(), 2, "only what was gathered and accepted is in the log");
}

#[test]
fn feedback_that_was_made_to_lie_is_not_published() {
    let desk = Desk::new();
    assert!(desk.publish("2026-11-22", |_| {}).status.success());
    let path = desk.content().join(format!("feedback/{SLUG}.json"));
    let mut feedback = desk.feedback();
    feedback["counts"]["landed"] = json!(feedback["counts"]["landed"].as_u64().unwrap() + 5);
    fs::write(&path, feedback.to_string()).unwrap();
    let output = command(&["check", "--lang", "en", text(&desk.content())]);
    let said = String::from_utf8(output.stdout).unwrap();
    assert_eq!(output.status.code(), Some(1));
    assert!(said.contains("The balance is wrong: 350 received"), "{said}");
}

#[test]
fn gathering_more_keeps_the_places_there_are() {
    let desk = Desk::new();
    let few = desk.decide("2026-11-21", |work| {
        work["reactions"].as_array_mut().unwrap().truncate(10);
        let ids: Vec<_> = work["reactions"].as_array().unwrap().iter().map(|one| one["id"].clone()).collect();
        work["placements"].as_array_mut().unwrap().retain(|one| ids.contains(&one["reaction"]));
        for theme in work["themes"].as_array_mut().unwrap() {
            theme["quotes"] = json!([]);
        }
    });
    assert!(few.status.success(), "{}", errors(&few));
    let holds = |name: &str| -> Value {
        let file = desk.file(name);
        let output = command(&["decide", text(desk.0.path()), "--to", text(&file)]);
        assert!(output.status.success(), "{}", errors(&output));
        serde_json::from_slice(&fs::read(file).unwrap()).unwrap()
    };
    let before = holds("before.json");
    let files = ["drenthe-dichterbij.version-1.ndjson", "drenthe-dichterbij.ndjson"];
    for file in files {
        let from = root().join("tests/feedback").join(file);
        let more = ["gather", "--lang", "en", "--today", "2026-11-22"];
        let output = command(&[&more[..], &["--from", text(&from), "--to", text(desk.0.path())]].concat());
        assert!(output.status.success(), "{output:?}");
    }
    let stand = String::from_utf8(command(&["stand", "--lang", "en", text(desk.0.path())]).stdout).unwrap();
    assert!(stand.contains("350 reactions, of which 340 reactions still without a place."), "{stand}");
    let after = holds("after.json");
    assert_eq!((&before["placements"], &before["themes"]), (&after["placements"], &after["themes"]));
    assert_eq!((before.get("nowhere"), after["nowhere"].as_array().unwrap().len()), (None, 340));
}

/// Gives a few reactions this answer to the question where they live.
fn live(work: &mut Value, range: std::ops::Range<usize>, place: &Value) {
    for reaction in &mut work["reactions"].as_array_mut().unwrap()[range] {
        let answers = reaction["answers"].as_array_mut().unwrap();
        answers.retain(|answer| answer["question"] != "plaats");
        answers.push(json!({"question": "plaats", "value": place}));
    }
}

/// All that is published, as text.
fn everything(desk: &Desk) -> String {
    fn read(dir: &Path, all: &mut String) {
        for entry in fs::read_dir(dir).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                read(&path, all);
            } else {
                all.push_str(&String::from_utf8_lossy(&fs::read(path).unwrap()));
            }
        }
    }
    let mut all = String::new();
    read(&desk.file("site"), &mut all);
    read(&desk.content(), &mut all);
    all
}

#[test]
fn what_strangers_type_for_a_place_is_never_published_unread_and_stops_nothing() {
    let desk = Desk::new();
    let strange = [
        json!({"municipality": "Assen", "village": ""}),
        json!({"municipality": "Assen", "village": "Wethouder Pietersen steelt"}),
        json!({"municipality": "Assen", "village": "x".repeat(100)}),
        json!({"municipality": "Verzonnenheim", "village": "Nergens"}),
        json!({"municipality": "\u{1b}[2J", "village": "\u{202e}"}),
        json!({"other": "Groningen"}),
        json!({"municipality": "Assen", "village": "LOON"}),
    ];
    let with_places = |decide: fn(&mut Value)| {
        let strange = &strange;
        move |work: &mut Value| {
            for (n, place) in strange.iter().enumerate() {
                live(work, n * 6..n * 6 + 6, place);
            }
            // What does not fit is in no number, and nobody is quoted with it.
            for theme in work["themes"].as_array_mut().unwrap() {
                theme["quotes"] = json!([]);
            }
            decide(work);
        }
    };
    let output = desk.publish("2026-11-22", with_places(|_| {}));
    assert!(output.status.success(), "{}", errors(&output));
    let said = String::from_utf8_lossy(&output.stdout).into_owned();
    assert!(said.contains("6 × \"Wethouder Pietersen steelt\""), "{said}");
    assert!(!said.contains('\u{1b}'), "nothing that steers a screen");
    let all = everything(&desk);
    for words in ["Pietersen", "xxxxxxxxxx", "Verzonnenheim", "Nergens", "\u{202e}"] {
        assert!(!all.contains(words), "{words} was published");
    }
    let places = desk.feedback()["places"].clone();
    let assen = places["municipalities"].as_array().unwrap().iter().find(|one| one["name"] == "Assen").unwrap().clone();
    assert!(assen["other"].as_u64().unwrap() >= 18, "{assen}");
    assert!(assen["villages"].as_array().unwrap().iter().any(|one| one["name"] == "Loon"), "{assen}");
    assert!(places["elsewhere"].as_u64().unwrap() >= 6, "{places}");
    let output = command(&["check", "--lang", "en", text(&desk.content())]);
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stdout));

    // Once staff have read them, they are what staff say.
    let output = desk.publish(
        "2026-11-23",
        with_places(|work| {
            work["places"] = json!([
                {"typed": "wethouder pietersen STEELT", "as": "hidden"},
                {"typed": "x".repeat(100), "as": {"municipality": "assen", "village": "Ubbena"}},
            ]);
        }),
    );
    assert!(output.status.success(), "{}", errors(&output));
    let said = String::from_utf8_lossy(&output.stdout).into_owned();
    assert!(!said.contains("Pietersen") && !said.contains("xxx"), "{said}");
    let places = desk.feedback()["places"].clone();
    let assen = places["municipalities"].as_array().unwrap().iter().find(|one| one["name"] == "Assen").unwrap().clone();
    assert!(assen["villages"].as_array().unwrap().iter().any(|one| one["name"] == "Ubbena"), "{assen}");
    assert!(!everything(&desk).contains("Pietersen"));
}

#[test]
fn what_can_t_be_read_back_is_never_put_in_its_place() {
    let desk = Desk::new();
    assert!(desk.publish("2026-11-22", |_| {}).status.success());
    let before = everything(&desk);
    // More reasons to set aside than a reader takes.
    let output = desk.publish("2026-11-23", |work| {
        let first = work["reactions"][0].clone();
        for n in 0..1001 {
            let mut more = first.clone();
            more["id"] = json!(format!("01900000-0000-7000-8000-{n:012x}"));
            more["tag"] = json!(format!("{n:020x}"));
            let note = json!({"nl": format!("Reden {n}"), "en": format!("Reason {n}")});
            let aside = json!({"reaction": more["id"], "set_aside": {"reason": "other", "note": note}});
            work["placements"].as_array_mut().unwrap().push(aside);
            work["reactions"].as_array_mut().unwrap().push(more);
        }
    });
    assert_eq!(output.status.code(), Some(1));
    assert!(errors(&output).contains("set_aside"), "{}", errors(&output));
    assert!(everything(&desk) == before, "nothing was changed");
}

#[test]
fn a_quote_that_is_withdrawn_goes_out_of_every_version_and_each_says_so() {
    let desk = Desk::new();
    let mut quoted = (Value::Null, String::new());
    let first = desk.publish("2026-11-22", |work| {
        let quote = &work["themes"][0]["quotes"][0];
        quoted = (quote["reaction"].clone(), quote["text"].as_str().unwrap().to_owned());
    });
    assert!(first.status.success());
    let change = |work: &mut Value| work["next_steps"] = json!([{"text": "Wij gaan verder."}]);
    assert!(desk.publish("2026-11-23", change).status.success());
    let (reaction, words) = quoted;
    let count = |text: &str| text.matches(serde_json::to_string(&words).unwrap().trim_matches('"')).count();
    assert!(count(&everything(&desk)) >= 2);

    let withdraw = |work: &mut Value| {
        change(work);
        work["withdrawn"] = json!([reaction]);
    };
    let output = desk.publish("2026-11-24", withdraw);
    assert!(output.status.success(), "{}", errors(&output));
    assert!(String::from_utf8_lossy(&output.stdout).contains("taken out of version 1"));
    assert_eq!(count(&everything(&desk)), 0, "{words}");
    let history = desk.feedback()["history"].clone();
    let redacted = json!({"quotes": 1, "on": "2026-11-24"});
    assert_eq!(
        (&history[0]["redacted"], &history[1]["redacted"], &history[2]["redacted"]),
        (&redacted, &redacted, &Value::Null)
    );
    let page = desk.file("site").join(format!("vraag/{SLUG}/terugkoppeling/versie-1/index.html"));
    assert!(fs::read_to_string(page).unwrap().contains("is er één citaat uit gehaald"));

    // The same once more changes nothing, and takes nothing out twice.
    let before = everything(&desk);
    let output = desk.publish("2026-11-24", withdraw);
    assert!(String::from_utf8_lossy(&output.stdout).contains("still version 3"), "{output:?}");
    assert!(everything(&desk) == before);
}

#[test]
fn numbers_that_can_t_be_added_are_a_finding_and_no_crash() {
    let desk = Desk::new();
    assert!(desk.publish("2026-11-22", |_| {}).status.success());
    let path = desk.content().join(format!("feedback/{SLUG}.json"));
    let whole = desk.feedback();
    let most = json!(u32::MAX);
    let change = |change: &dyn Fn(&mut Value)| {
        let mut feedback = whole.clone();
        change(&mut feedback);
        fs::write(&path, feedback.to_string()).unwrap();
        let output = command(&["check", "--lang", "en", text(&desk.content())]);
        assert_eq!(output.status.code(), Some(1), "{output:?}");
        String::from_utf8(output.stdout).unwrap()
    };
    assert!(change(&|feedback| feedback["counts"]["landed"] = most.clone()).contains("The balance is wrong"));
    let said = change(&|feedback| {
        feedback["counts"]["received"] = json!({"resident": most, "gathering": most, "paper": most})
    });
    assert!(said.contains("more than can be counted"), "{said}");
    change(&|feedback| feedback["ways"].as_array_mut().unwrap().iter_mut().for_each(|way| way["count"] = most.clone()));
    let said = change(&|feedback| feedback["places"]["municipalities"][0]["count"] = most.clone());
    assert!(said.contains("the villages and the rest"), "{said}");
}

#[test]
fn personal_data_in_what_staff_write_stops_the_press_and_a_person_may_clear_it() {
    let desk = Desk::new();
    let write = |cleared: Value| {
        move |work: &mut Value| {
            work["learned"] = json!([{"text": "Bel de heer Bakker op 06 – 12345678, Brink 1a."}]);
            work["cleared"] = cleared;
        }
    };
    let output = desk.publish("2026-11-22", write(json!([])));
    let said = errors(&output);
    for words in ["What we learned, item 1: This holds “heer Bakker”", "“06 – 12345678”", "“Brink 1a”"] {
        assert!(said.contains(words), "{words} is in {said}");
    }
    assert!(!desk.content().join("feedback").exists());
    let cleared = json!(["de heer Bakker", "06 – 12345678", "Brink 1a"]);
    let output = desk.publish("2026-11-22", write(cleared));
    assert!(output.status.success(), "{}", errors(&output));
}
