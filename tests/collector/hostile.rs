//! Whatever strangers post, the honest rest is gathered and published, and no word of theirs is.
//!
//! A short run is part of every test; `cargo xtask bench hostile` makes it long.

use crate::{
    reactions::reactions,
    support::{Server, id},
};
use beginspraak::native::mixed::Mixed;
use serde_json::{Map, Value, json};
use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
    process::{Command, Output},
    time::Instant,
};

const SLUG: &str = "drenthe-dichterbij";
/// The day on which it all plays: people can react, and staff tell something back.
const DAY: &str = "2026-11-22";
/// Stands in every text of a stranger, and may stand nowhere in what is published.
const CANARY: &str = "kanarie";

struct Random(Mixed);

impl Random {
    fn next(&mut self) -> u64 {
        self.0.number()
    }

    fn below(&mut self, end: usize) -> usize {
        (self.next() % end as u64) as usize
    }

    fn of<'a, T>(&mut self, all: &'a [T]) -> &'a T {
        &all[self.below(all.len())]
    }

    /// What somebody who means harm types.
    fn text(&mut self) -> String {
        let parts = [
            "<script>alert(1)</script>",
            "</script><!--",
            "=HYPERLINK(\"http://evil.example\")",
            "'; DROP TABLE reactions; --",
            "\u{202e}\u{2028}\u{feff}",
            "\u{0}\u{1b}[2J",
            "../../etc/passwd",
            "{{7*7}}${7*7}%s%n",
            "🏳️‍🌈e\u{301}",
            "\n\r\t",
            "javascript:alert(1)",
            "Jan Jansen steelt",
        ];
        let repeat = *self.of(&[1, 1, 1, 2, 40, 400]);
        format!("{CANARY} {}", self.of(&parts)).repeat(repeat)
    }

    fn json(&mut self, deep: usize) -> Value {
        match self.below(if deep == 0 { 7 } else { 10 }) {
            0 => Value::Null,
            1 => json!(self.next().is_multiple_of(2)),
            2 => json!(self.next()),
            3 => json!(self.next() as i64),
            4 => json!(f64::from_bits(self.next())),
            5 | 6 => json!(self.text()),
            7 | 8 => (0..self.below(4)).map(|_| self.json(deep - 1)).collect(),
            _ => {
                let keys = ["other", "lean", "reason", "municipality", "village", "question", "value", CANARY];
                Value::Object((0..self.below(4)).map(|_| ((*self.of(&keys)).into(), self.json(deep - 1))).collect())
            }
        }
    }

    /// An answer that looks like one, or is anything.
    fn answer(&mut self) -> Value {
        let questions = [
            "afstand",
            "gehoord",
            "ontmoeten",
            "onderwerpen",
            "belangrijkst",
            "bezoek",
            "aansluiten",
            "plaats",
            "verzonnen",
        ];
        let value = match self.below(8) {
            0 => json!({"municipality": "Assen", "village": self.text()}),
            1 => json!({"municipality": self.text()}),
            2 => json!({"other": self.text()}),
            3 => json!({"lean": self.below(9) as i64 - 4, "reason": self.text()}),
            4 => json!(["wonen", "wonen", self.text()]),
            5 => json!(self.text()),
            _ => self.json(3),
        };
        let question = if self.below(9) == 0 { self.json(1) } else { json!(self.of(&questions)) };
        json!({"question": question, "value": value})
    }

    /// A body that a stranger posts.
    fn body(&mut self, kinds: &mut BTreeMap<&'static str, u64>) -> Vec<u8> {
        let mut count = |kind| *kinds.entry(kind).or_default() += 1;
        let mut envelope = json!({"format": "beginspraak.reaction/1", "reaction": honest(&id(), self.text())});
        let reaction = &mut envelope["reaction"];
        match self.below(8) {
            0 => {
                count("no JSON at all");
                return (0..self.below(300)).map(|_| self.next() as u8).collect();
            }
            1 => {
                count("half an envelope");
                let text = envelope.to_string();
                return text.as_bytes()[..self.below(text.len())].to_owned();
            }
            2 => {
                count("too large or too deep");
                let deep = 1000 + self.below(20_000);
                return if deep.is_multiple_of(2) { "[".repeat(deep) } else { "x".repeat(65_000 + deep) }.into_bytes();
            }
            3 => {
                count("a field that is anything");
                let fields =
                    ["id", "consultation", "revision", "language", "source", "tag", "quote_consent", "day", "answers"];
                reaction[*self.of(&fields)] = self.json(3);
            }
            4 => {
                count("other revisions, days and sources");
                reaction["revision"] = json!(self.of(&[0, 1, 2, 3, 4_000_000_000, u64::MAX]));
                reaction["day"] = json!(self.of(&["0001-01-01", "9999-12-31", "2026-02-30", DAY]));
                reaction["source"] = json!(self.of(&["resident", "gathering", "paper"]));
                reaction["quote_consent"] = json!(true);
                reaction["test"] = self.json(1);
                reaction["gathering"] = self.json(2);
            }
            5 => {
                count("the same accusation as village");
                let place = json!({"municipality": "Assen", "village": format!("{CANARY} Jan steelt")});
                reaction["answers"] = json!([{"question": "plaats", "value": place}]);
            }
            6 => {
                count("thousands of made-up questions");
                let many = (0..1 + self.below(1500)).map(|n| json!({"question": format!("{CANARY}{n}"), "value": "x"}));
                reaction["answers"] = many.collect();
            }
            _ => {
                count("answers that are anything");
                reaction["answers"] = (0..self.below(6)).map(|_| self.answer()).collect();
            }
        }
        envelope.to_string().into_bytes()
    }
}

/// What somebody means.
fn honest(id: &str, story: String) -> Value {
    json!({"id": id, "consultation": SLUG, "revision": 1, "language": "nl", "source": "resident",
        "tag": id.replace('-', "")[12..].to_owned(), "quote_consent": true, "day": DAY,
        "answers": [{"question": "gehoord", "value": story}, {"question": "ontmoeten", "value": "dorpshuis"},
            {"question": "plaats", "value": {"municipality": "Assen"}}]})
}

/// A site with the example content, in a folder of its own.
struct World {
    folder: tempfile::TempDir,
}

impl World {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let public = Path::new(env!("CARGO_MANIFEST_DIR")).join("public");
        for path in ["site.json", "theme.css"] {
            // Not every example has a theme.
            let _ = fs::copy(public.join(path), folder.path().join(path));
        }
        let files = [
            "consultations/drenthe-dichterbij.json",
            "places/drenthe.json",
            "pictures/hunebed.svg",
            "pictures/wegwijzer.svg",
        ];
        for file in files {
            let to = folder.path().join("content").join(file);
            fs::create_dir_all(to.parent().unwrap()).unwrap();
            fs::copy(public.join("content").join(file), to).unwrap();
        }
        Self { folder }
    }

    fn at(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// Runs the command in this folder.
    fn run(&self, args: &[&str]) -> Output {
        let mut command = Command::new(env!("CARGO_BIN_EXE_beginspraak"));
        command.args(args).current_dir(self.folder.path());
        let output = command.output().unwrap();
        assert!(matches!(output.status.code(), Some(0 | 1)), "{args:?}: {output:?}");
        output
    }

    fn published(&self, more: &[&str]) {
        let args =
            [&["publish", "--quick", "--content", "content", "--out", "site", "--today", DAY][..], more].concat();
        let output = self.run(&args);
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    }

    fn json(&self, name: &str) -> Value {
        serde_json::from_slice(&fs::read(self.at(name)).unwrap()).unwrap()
    }
}

/// Every place in a JSON value, as a pointer.
fn pointers(value: &Value, at: String, all: &mut Vec<String>) {
    match value {
        Value::Array(list) => list.iter().enumerate().for_each(|(n, one)| pointers(one, format!("{at}/{n}"), all)),
        Value::Object(map) => map.iter().for_each(|(key, one)| pointers(one, format!("{at}/{key}"), all)),
        _ => {}
    }
    all.push(at);
}

#[test]
fn whatever_stands_in_the_content_what_check_lets_through_is_published() {
    let wanted = times() / 200;
    let (world, mut random) = (World::new(), Random(Mixed::of(0xc0de)));
    let file = world.at(&format!("content/consultations/{SLUG}.json"));
    let whole: Value = serde_json::from_slice(&fs::read(&file).unwrap()).unwrap();
    let mut all = Vec::new();
    pointers(&whole, String::new(), &mut all);
    let (mut tried, mut fine) = (0, 0);
    while fine < wanted && tried < 100 * wanted {
        let mut content = whole.clone();
        for _ in 0..1 + random.below(2) {
            let junk = match random.below(5) {
                0 => json!(random.of(&[0.0, -1.0, 5.0, 1e308, -1e308, 1e-300])),
                1 => json!(random.of(&[0, 1, 2, 7, i64::MAX])),
                2 => json!(random.of(&["a", "2026-11-22", "figure", "bars", "line", "single", "https://a.example/"])),
                _ => random.json(2),
            };
            let at: &String = random.of(&all);
            if let Some(place) = content.pointer_mut(at) {
                *place = junk;
            }
        }
        fs::write(&file, content.to_string()).unwrap();
        tried += 1;
        if world.run(&["check", "content"]).status.success() {
            fine += 1;
            // Somebody starts anew: nothing is compared with a release before.
            let _ = fs::remove_dir_all(world.at("site"));
            world.published(&[]);
        }
    }
    println!("content: {tried} tried, {fine} let through and published");
    assert_eq!(fine, wanted);
}

/// How much is posted; as much of content is tried as goes with it.
fn times() -> usize {
    std::env::var("BEGINSPRAAK_HOSTILE").ok().and_then(|n| n.parse().ok()).unwrap_or(400)
}

/// Every file below a folder.
fn files(dir: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(dir).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() { files(&path, found) } else { found.push(path) }
    }
}

#[test]
fn whatever_strangers_post_the_honest_rest_is_published() {
    let times = times();
    let (world, started) = (World::new(), Instant::now());
    world.published(&[]);
    let mut random = Random(Mixed::of(0x5eed));
    let (mut kinds, mut answers) = (BTreeMap::new(), BTreeMap::<u16, u64>::new());
    let ours: Vec<_> = (0..12).map(|n| honest(&id(), format!("De bus komt te laat, keer {n}."))).collect();
    let server = Server::at(&world.at("site"), &world.at("data"), &["--rate-limit", "off", "--today", DAY]);
    let mut client = server.connect();
    let mut bucket = Vec::new();
    for n in 0..times {
        let body = random.body(&mut kinds);
        // A refusal may end the connection.
        let answer = server.connect().post_with("application/json", &[], &body);
        *answers.entry(answer.status).or_default() += 1;
        if let Some(ours) = ours.get(n) {
            let envelope = json!({"format": "beginspraak.reaction/1", "reaction": ours});
            assert_eq!(client.post(&envelope).status, 201);
        }
        bucket.push(body);
    }
    assert!(answers.keys().all(|status| [200, 201, 404, 409, 410, 413, 422].contains(status)), "{answers:?}");
    let stored = server.stored();
    assert!(server.stop().success());

    // The same once more, past the collector: a bucket, lines, and an export of a form service.
    fs::create_dir_all(world.at("bucket/vreemd")).unwrap();
    for (n, body) in bucket.iter().enumerate().take(2000) {
        fs::write(world.at(&format!("bucket/vreemd/{n}.json")), body).unwrap();
    }
    let lines: Vec<u8> = bucket.iter().flat_map(|body| [body, &b"\n"[..]].concat()).collect();
    fs::write(world.at("bucket/regels.ndjson"), lines).unwrap();
    let forms: Vec<_> = bucket.iter().map(|body| json!({"reaction": String::from_utf8_lossy(body)})).collect();
    fs::write(world.at("bucket/formulieren.json"), json!({ "submissions": forms, "fields": ["x"] }).to_string())
        .unwrap();
    world.run(&["gather", "--from", "data", "--to", "."]);
    world.run(&["gather", "--from", "bucket", "--to", "."]);
    let gathered = reactions(&world.at("."));
    assert!(ours.iter().all(|one| gathered.contains(one)), "every honest reaction is there");
    assert!(gathered.len() as u64 >= stored);

    // Staff put what is meant in a theme, and set aside what else fits the questions.
    assert!(world.run(&["decide", ".", "--consultation", SLUG, "--to", "besluiten.json"]).status.success());
    let mut decisions = world.json("besluiten.json");
    let mine = |reaction: &Value| ours.iter().any(|one| one["id"] == reaction["reaction"]);
    let place = |reaction: &Value| match mine(reaction) {
        true => json!({"reaction": reaction["reaction"], "themes": ["bus"]}),
        false => json!({"reaction": reaction["reaction"], "set_aside": {"reason": "insulting"}}),
    };
    let placed: Vec<_> = decisions["nowhere"].as_array().unwrap().iter().map(place).collect();
    let landing = json!({"status": "adopted", "what": "Vaker een bus", "reason": "Dat hoorden we vaak.",
        "destination": {"kind": "province", "name": "Provincie"}});
    let quote =
        json!({"reaction": ours[0]["id"], "question": "gehoord", "text": "De bus komt te laat", "cleared": true});
    let fields = Map::from_iter([
        ("placements".to_owned(), json!(placed)),
        (
            "themes".to_owned(),
            json!([{"id": "bus", "title": "De bus", "summary": "De bus komt te laat.", "landings": [landing], "quotes": [quote]}]),
        ),
    ]);
    decisions.as_object_mut().unwrap().extend(fields);
    fs::write(world.at("besluiten.json"), decisions.to_string()).unwrap();
    let decided = world.run(&["decide", ".", "--from", "besluiten.json"]);
    assert!(decided.status.success(), "{}", String::from_utf8_lossy(&decided.stderr));
    world.published(&["--feedback", SLUG]);
    world.published(&[]);
    world.run(&["export", "--from", ".", "--to", "all-out.json"]);
    assert!(world.run(&["check", "content"]).status.success());
    let mut pages = Vec::new();
    files(&world.at("site"), &mut pages);
    for page in pages {
        let text = String::from_utf8_lossy(&fs::read(&page).unwrap()).into_owned();
        assert!(!text.contains(CANARY), "{}", page.display());
    }
    let feedback = fs::read_to_string(world.at(&format!("site/content/feedback/{SLUG}.json"))).unwrap();
    assert!(feedback.contains("De bus komt te laat"), "{feedback}");
    println!(
        "hostile: {times} posts ({kinds:?}), answered {answers:?}; {} gathered in all, {} honest of {} published; {:.0} s",
        gathered.len(),
        ours.len(),
        ours.len(),
        started.elapsed().as_secs_f64()
    );
}
