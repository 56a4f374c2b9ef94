//! From a village evening to its place in the answer: sent, gathered, accepted, decided about and published.

use crate::desk::{Desk, SLUG, id, reaction, said, stand, theme, words};
use beginspraak::{
    domain::{
        day::Day,
        gathering::{About, Deed, Gathering, GatheringId, Kind, Notebook, Offered, RemarkId, TextLine},
        id::Id,
        log::{Act, Entry, EntryId, TextId},
        reaction::Secret,
        sending::{self, State, outgoing},
        trace::{self, Index},
    },
    files::{
        gatherings::{Holds, LineKey, Lines},
        parcel,
    },
};
use serde_json::{Value, json};
use std::fs;

const WORDS: [&str; 3] = ["De bus zoemtzz niet meer.", "Wij rijden zelf de schoolzz.", "Een belbus misschienzz."];

/// An evening in a village hall, in a notebook of its hosts.
struct Evening {
    id: GatheringId,
    book: Notebook,
    lines: Lines,
    names: u8,
}

impl Evening {
    fn new() -> Self {
        Self::with(true)
    }

    /// One that sent nothing has no secret yet.
    fn with(secret: bool) -> Self {
        let mut evening =
            Self { id: GatheringId::from([7; 12]), book: Notebook::default(), lines: Lines::default(), names: 0 };
        let place = evening.text("Annen");
        let about = About::Consultation(Id::try_from(SLUG).unwrap());
        let day = Day::try_from("2026-11-12").unwrap();
        evening.does(vec![Deed::About { about }, Deed::Place { text: place }, Deed::Day { day }]);
        evening.does(vec![Deed::People { count: 34 }]);
        if secret {
            let text = evening.text(&Secret::from([5; 32]).text());
            evening.does(vec![Deed::Secret { text }]);
        }
        for (words, kind) in WORDS.into_iter().zip([Kind::Bother, Kind::OwnAction, Kind::Idea]) {
            let (remark, text) = (RemarkId::from(evening.name()), evening.text(words));
            let speaker = Some(evening.text("Marietjezz"));
            evening.does(vec![Deed::Note { remark, text, kind, stop: None, speaker }]);
        }
        evening
    }

    fn name(&mut self) -> [u8; 12] {
        self.names += 1;
        [self.names; 12]
    }

    fn text(&mut self, is: &str) -> TextId {
        let text = TextId::from(self.name());
        let line = TextLine { text, is: is.to_owned() };
        let key = LineKey { gathering: self.id, holds: Holds::Text, name: text.to_string() };
        self.lines.put(key, serde_json::to_string(&line).unwrap());
        self.book.merge([], [line]);
        text
    }

    fn does(&mut self, deeds: Vec<Deed>) {
        let name = EntryId::from(self.name());
        let entry: Entry<Deed> = self.book.next(name, "Anna", 1_794_500_000_000, Act::Do(deeds));
        let key = LineKey { gathering: self.id, holds: Holds::Entry, name: entry.id.to_string() };
        self.lines.put(key, entry.line());
        self.book.merge([entry], []);
    }

    /// What is sent of it, to what the content of this desk asks.
    fn sends(&self, desk: &Desk) -> Vec<Value> {
        let asked = fs::read(desk.at(&format!("content/consultations/{SLUG}.json"))).unwrap();
        let asked: Value = serde_json::from_slice(&asked).unwrap();
        let open = json!([{"id": "gehoord", "about": "experience"}, {"id": "aansluiten", "about": null}]);
        let offered = json!({"slug": SLUG, "title": "x", "opens": asked["opens"], "closes": asked["closes"],
            "revision": asked["revision"], "listening": false, "open": open});
        let offered: Offered = serde_json::from_value(offered).unwrap();
        let today = Day::try_from("2026-11-13").unwrap();
        let all = outgoing(self.id, &self.book, &Gathering::of(&self.book), &[offered], today);
        let envelope = |one: sending::Outgoing| match one.state {
            State::Ready { envelope, .. } => serde_json::from_str::<Value>(&envelope).unwrap()["reaction"].take(),
            other => panic!("{other:?}"),
        };
        all.into_iter().map(envelope).collect()
    }

    /// Its file, as a desk mails it.
    fn mail(&self, desk: &Desk) -> String {
        let file = desk.at("annen.zip");
        fs::write(&file, parcel::pack(&self.lines.files(), "").unwrap()).unwrap();
        file.to_str().unwrap().to_owned()
    }

    fn name_of(&self) -> String {
        self.id.to_string()
    }
}

/// A desk with two reactions of residents, the evening's remarks, and what a stranger made of one of these.
fn village(evening: &Evening) -> (Desk, Vec<Value>) {
    let desk = Desk::with(2);
    let sent = evening.sends(&desk);
    let mut strange = sent[0].clone();
    strange["id"] = json!(id(99));
    strange["answers"][0]["value"] = json!("De bus moet weg.");
    let all: Vec<Value> = sent.iter().cloned().chain([strange]).collect();
    let gathered = desk.gather(&all);
    assert!(gathered.contains("4 reactions say that they come from a gathering or from paper. That is not confirmed."));
    assert!(!gathered.contains("do not fit"), "no question that is required makes a remark a misfit: {gathered}");
    assert!(desk.gather(&all).contains("0 new"), "twice is once");
    desk.decide("Anna", |all| {
        let placed = |one: &Value| json!({"reaction": one["id"], "themes": ["bus"]});
        let more: Vec<_> = sent.iter().map(placed).chain([json!({"reaction": id(99), "themes": ["bus"]})]).collect();
        all["placements"].as_array_mut().unwrap().extend(more);
    });
    (desk, sent)
}

fn counts(desk: &Desk, today: &str) -> Value {
    let published = desk.publish(today);
    assert!(published.status.success(), "{}", said(&published));
    desk.feedback()["counts"].clone()
}

#[test]
fn remarks_count_as_of_a_gathering_once_staff_accepted_it_and_their_proof_fits() {
    let evening = Evening::new();
    let (desk, sent) = village(&evening);
    let name = evening.name_of();
    // Until its file is here, nobody can tell.
    let listed = desk.works(&["accept", "."]);
    assert!(listed.contains(&format!("Village gathering {name}: 4 reactions. The gathering itself is not here yet")));
    let early = desk.run(&["accept", ".", "--yes", &name]);
    assert!(!early.status.success() && said(&early).contains("is not here yet"), "{}", said(&early));
    let before = counts(&desk, "2026-11-20");
    assert_eq!(before["received"], json!({"resident": 2, "gathering": 0, "paper": 0, "unconfirmed": 4}));

    let listed = desk.works(&["accept", ".", "--from", &evening.mail(&desk)]);
    for said in [
        "Village gathering \"Annen\", 12 November 2026 (34 people): 3 reactions, the proof fits. Not decided yet.",
        "1 reaction names this gathering without a proof that fits. It counts as not confirmed.",
        &format!("--yes {name}"),
    ] {
        assert!(listed.contains(said), "{said} is in {listed}");
    }
    let again = desk.works(&["accept", ".", "--from", &evening.mail(&desk)]);
    assert!(again.contains("Everything in this file was in the work folder already."), "{again}");
    assert!(stand(&desk).contains("Nobody decided yet whether 1 village gathering counts"), "{}", stand(&desk));
    assert_eq!(counts(&desk, "2026-11-20")["received"]["unconfirmed"], 4, "its file alone confirms nothing");

    desk.works(&["accept", ".", "--yes", &name, "--who", "Anna"]);
    let after = counts(&desk, "2026-11-21");
    assert_eq!(after["received"], json!({"resident": 2, "gathering": 3, "paper": 0, "unconfirmed": 1}));
    assert_eq!(after["gatherings"], json!({"count": 1, "people": 34}));
    let page = desk.at("site").join(format!("vraag/{SLUG}/terugkoppeling/index.html"));
    let page = fs::read_to_string(page).unwrap();
    assert!(page.contains("Daarbij zijn 3 opmerkingen uit 1 gesprek met 34 mensen."));
    for words in WORDS.into_iter().chain(["Marietjezz"]) {
        assert!(!page.contains(words), "nobody was asked whether they may be quoted");
    }
    // Everywhere the same: what was gathered, and what is exported.
    let gathered = desk.gather(&sent);
    assert!(gathered.contains("1 reaction says that it comes from a gathering or from paper."), "{gathered}");
    desk.works(&["export", "--from", ".", "--to", "out.csv", "--ids"]);
    let table = fs::read_to_string(desk.at("out.csv")).unwrap();
    assert_eq!((table.matches("\"gathering\"").count(), table.matches("\"unconfirmed\"").count()), (3, 1), "{table}");
    assert_eq!(table.matches("From a village gathering").count(), 3, "{table}");
    assert_eq!(table.matches("Says: from a talk (not confirmed)").count(), 1, "{table}");
    // All of the evening has one receipt, which finds what became of it.
    let slug = Id::try_from(SLUG).unwrap();
    let tag = sending::receipt(evening.id).tag(&slug);
    let file = fs::read(desk.at(trace::path("", &slug, 0, &tag).as_str())).unwrap();
    let (index, records) = Index::read(&file).unwrap();
    assert_eq!(index.find(records, &tag).unwrap().themes, [0]);
    assert_eq!(records.chunks(12).filter(|record| record[..10] == tag.bytes()).count(), 1);
}

#[test]
fn what_is_refused_is_kept_and_counted_apart_and_that_can_be_taken_back() {
    let evening = Evening::new();
    let (desk, _) = village(&evening);
    let name = evening.name_of();
    desk.works(&["accept", ".", "--no", &name, "--who", "Bert"]);
    let refused = counts(&desk, "2026-11-20");
    assert_eq!(refused["received"], json!({"resident": 2, "gathering": 0, "paper": 0, "unconfirmed": 0}));
    assert_eq!((&refused["refused"], &refused["landed"]), (&json!(4), &json!(2)));
    assert!(stand(&desk).contains("4 reactions: from a village gathering that does not count"), "{}", stand(&desk));
    desk.works(&["decide", ".", "--undo", "--who", "Bert"]);
    assert_eq!(counts(&desk, "2026-11-21")["received"]["unconfirmed"], 4);
    desk.works(&["accept", ".", "--from", &evening.mail(&desk), "--yes", &name, "--who", "Bert"]);
    assert_eq!(counts(&desk, "2026-11-22")["received"]["gathering"], 3);
    // Nothing of it can be confirmed without its files: that is told, and does not change numbers unseen.
    fs::rename(desk.at("gatherings"), desk.at("elsewhere")).unwrap();
    let output = desk.publish("2026-11-23");
    assert!(!output.status.success() && said(&output).contains("its files are missing"), "{}", said(&output));
    let unknown = desk.run(&["accept", ".", "--no", &"0".repeat(24)]);
    assert_eq!(unknown.status.code(), Some(2), "{}", said(&unknown));
}

#[test]
fn what_two_colleagues_decided_about_a_gathering_is_shown_and_settled() {
    let evening = Evening::new();
    let (desk, _) = village(&evening);
    let name = evening.name_of();
    desk.works(&["accept", ".", "--from", &evening.mail(&desk)]);
    let logs = desk.at("work").join(SLUG).join("log");
    let aside = desk.at("aside");
    fs::create_dir(&aside).unwrap();
    let before: Vec<_> = desk.files("log");
    desk.works(&["accept", ".", "--yes", &name, "--who", "Anna"]);
    let fresh = desk.files("log").into_iter().find(|file| !before.contains(file)).unwrap();
    fs::rename(&fresh, aside.join("a.ndjson")).unwrap();
    desk.works(&["accept", ".", "--no", &name, "--who", "Bert"]);
    fs::rename(aside.join("a.ndjson"), logs.join("a.ndjson")).unwrap();
    assert!(stand(&desk).contains(&format!("whether village gathering {name} counts")), "{}", stand(&desk));
    assert!(!desk.publish("2026-11-20").status.success(), "nothing is published meanwhile");
    desk.works(&["accept", ".", "--yes", &name, "--who", "Cas"]);
    assert_eq!(counts(&desk, "2026-11-21")["received"]["gathering"], 3);
}

#[test]
fn a_remark_that_is_erased_goes_from_its_gathering_too() {
    let evening = Evening::new();
    let (desk, sent) = village(&evening);
    desk.works(&["accept", ".", "--from", &evening.mail(&desk), "--yes", &evening.name_of()]);
    let everything = |desk: &Desk| -> String {
        let files = crate::tree::tree(&desk.at("gatherings")).into_iter().chain(crate::tree::tree(&desk.at("work")));
        files.map(|(_, bytes)| String::from_utf8_lossy(&bytes).into_owned()).collect()
    };
    assert!(everything(&desk).contains("zoemtzz"));
    let reaction = sent[0]["id"].as_str().unwrap();
    let erased = desk.works(&["erase", ".", "--consultation", SLUG, "--reaction", reaction, "--why", "on_request"]);
    assert!(erased.contains("were erased from the files of the village gathering too"), "{erased}");
    let left = everything(&desk);
    assert!(!left.contains("zoemtzz"), "{left}");
    assert_eq!(left.matches("Marietjezz").count(), 2, "nor who said it; the others stay");
    // Whoever still has it brings it back in vain.
    desk.works(&["accept", ".", "--from", &evening.mail(&desk)]);
    desk.gather(&sent);
    assert!(!everything(&desk).contains("zoemtzz"));
    assert!(desk.works(&["accept", "."]).contains("2 reactions, the proof fits. It counts."));
}

#[test]
fn what_two_devices_sent_that_did_not_know_of_each_other_is_one_reaction() {
    let evening = Evening::new();
    let (desk, sent) = village(&evening);
    let mut twice = sent.clone();
    for one in &mut twice {
        let proof = Secret::from([6; 32]).prove(one.as_object().unwrap());
        one["gathering"]["proof"] = proof.into();
    }
    let gathered = desk.gather(&twice);
    assert!(gathered.starts_with("0 new") && !gathered.contains("another reaction"), "{gathered}");
    // Nor does a colleague's copy of it in the folder contradict anything.
    let line = |one: &Value| json!({"format": "beginspraak.reaction/1", "reaction": one}).to_string() + "\n";
    let copy = desk.at("work").join(SLUG).join("copy.ndjson");
    fs::write(copy, twice.iter().map(line).collect::<String>()).unwrap();
    assert!(!stand(&desk).contains("with other words too"), "{}", stand(&desk));
    assert_eq!(counts(&desk, "2026-11-20")["received"]["unconfirmed"], 4);
}

#[test]
fn what_holds_no_gathering_is_told_and_changes_nothing() {
    let desk = Desk::with(1);
    let file = desk.at("words.zip");
    fs::write(&file, words(1)).unwrap();
    let output = desk.run(&["accept", ".", "--from", file.to_str().unwrap()]);
    assert!(!output.status.success() && said(&output).contains("there is no village gathering in it"), "{output:?}");
    assert!(desk.works(&["accept", "."]).contains("There are no village gatherings here"));
    assert!(!desk.at("gatherings").exists());
    // A resident in the hall reacts as a resident, and may name the gathering.
    let mut named = reaction(7, "Ik was er ook.");
    named["gathering"] = json!({"id": "070707070707070707070707"});
    desk.gather(&[named]);
    desk.decide("Anna", |all| {
        all["themes"] = json!([theme("bus", "De bus")]);
        all["placements"].as_array_mut().unwrap().push(json!({"reaction": id(7), "themes": ["bus"]}));
    });
    assert_eq!(counts(&desk, "2026-11-20")["received"]["resident"], 2);
}

#[test]
fn remarks_that_nobody_sent_come_in_with_the_file_when_staff_accept_it() {
    let evening = Evening::new();
    let desk = Desk::with(1);
    let sent = evening.sends(&desk);
    desk.gather(&sent[..1]);
    let name = evening.name_of();
    let listed = desk.works(&["accept", ".", "--from", &evening.mail(&desk)]);
    assert!(listed.contains("1 reaction, the proof fits. Not decided yet."), "{listed}");
    assert!(
        listed.contains("2 remarks are only in the file of this gathering. When the gathering counts, they come in.")
    );
    let accepted = desk.works(&["accept", ".", "--yes", &name, "--who", "Anna"]);
    assert!(accepted.contains("2 remarks taken over from the file of the gathering."), "{accepted}");
    assert!(accepted.contains("3 reactions, the proof fits. It counts."), "{accepted}");
    // They are the very reactions that its hosts would have sent: that these arrive after all changes nothing.
    let gathered = desk.gather(&sent);
    assert!(gathered.starts_with("0 new") && !gathered.contains("another reaction"), "{gathered}");
    let again = desk.works(&["accept", ".", "--from", &evening.mail(&desk), "--yes", &name]);
    assert!(again.contains("nothing was changed") && !again.contains("only in the file"), "{again}");
    desk.decide("Anna", |all| {
        let placed = |one: &Value| json!({"reaction": one["id"], "themes": ["bus"]});
        all["placements"].as_array_mut().unwrap().extend(sent.iter().map(placed));
    });
    assert_eq!(counts(&desk, "2026-11-20")["received"]["gathering"], 3);
}

#[test]
fn an_evening_that_sent_nothing_counts_by_its_file_alone() {
    let evening = Evening::with(false);
    let desk = Desk::with(1);
    let name = evening.name_of();
    let listed = desk.works(&["accept", ".", "--from", &evening.mail(&desk)]);
    assert!(listed.contains("nothing of it has come in over the internet yet. Not decided yet."), "{listed}");
    assert!(listed.contains(&format!("--yes {name}")), "{listed}");
    let refused = desk.works(&["accept", ".", "--no", &name, "--who", "Bert"]);
    assert!(!refused.contains("taken over"), "nothing comes in of what does not count: {refused}");
    let accepted = desk.works(&["accept", ".", "--yes", &name, "--who", "Bert"]);
    assert!(accepted.contains("3 reactions, the proof fits. It counts."), "{accepted}");
    assert!(stand(&desk).contains("3 reactions, the proof fits. It counts."), "{}", stand(&desk));
    // Erased words do not come in again, however often it is accepted.
    let all: Vec<String> = desk.files("").iter().map(|file| fs::read_to_string(file).unwrap()).collect();
    let line = all.iter().flat_map(|text| text.lines()).find(|line| line.contains("zoemtzz")).unwrap();
    let reaction = serde_json::from_str::<Value>(line).unwrap()["reaction"]["id"].as_str().unwrap().to_owned();
    desk.works(&["erase", ".", "--consultation", SLUG, "--reaction", &reaction, "--why", "on_request"]);
    let after = desk.works(&["accept", ".", "--from", &evening.mail(&desk), "--yes", &name, "--who", "Bert"]);
    assert!(after.contains("2 reactions, the proof fits. It counts.") && !after.contains("taken over"), "{after}");
}
