//! Publishing as staff do it: with the command, again and again in the same folder, and with the mistakes people make.

#[path = "support/example.rs"]
mod example;
#[path = "support/folder.rs"]
mod folder;

use example::{SLUG, example, put};
use folder::copy_folder;
use serde_json::{Value, json};
use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
    process::{Command, Output, Stdio},
};

const TODAY: &str = "2026-11-24";

/// A copy of the example content, a bundle, and a folder for the site.
struct Province(tempfile::TempDir);

impl Province {
    fn new() -> Self {
        let province = Self(tempfile::tempdir().unwrap());
        let public = Path::new(env!("CARGO_MANIFEST_DIR")).join("public");
        copy_folder(&public.join("content"), &province.at("content"));
        for file in ["flevoland-gesprekstafels", "flevoland-krachtige-samenleving"] {
            fs::remove_file(province.at(&format!("content/consultations/{file}.json"))).unwrap();
        }
        fs::copy(public.join("site.json"), province.at("site.json")).unwrap();
        fs::create_dir(province.at("bundle")).unwrap();
        for app in ["page", "send", "device", "personal", "qr", "desk", "rooms", "staff"] {
            fs::write(province.at("bundle").join(format!("{app}.js")), format!("export default {app}")).unwrap();
            fs::write(province.at("bundle").join(format!("{app}_bg.wasm")), format!("\0asm {app}")).unwrap();
        }
        province
    }

    fn at(&self, path: &str) -> PathBuf {
        self.0.path().join(path)
    }

    /// Changes a JSON file.
    fn edit(&self, file: &str, change: impl Fn(&mut Value)) {
        let mut json: Value = serde_json::from_slice(&fs::read(self.at(file)).unwrap()).unwrap();
        change(&mut json);
        fs::write(self.at(file), json.to_string()).unwrap();
    }

    fn command(&self, out: &Path, more: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_beginspraak"));
        command.current_dir(self.0.path()).args(["publish", "--quick", "--content", "content", "--today", TODAY]);
        command.arg("--out").arg(out).args(more);
        command
    }

    fn publish(&self, more: &[&str]) -> Output {
        self.command(Path::new("dist"), more).output().unwrap()
    }

    /// Publishes, and that works.
    fn published(&self, more: &[&str]) {
        let output = self.publish(more);
        assert!(output.status.success(), "{}", said(&output));
    }

    /// Publishes, and that is refused, with nothing changed; what was said.
    fn refused(&self, more: &[&str]) -> String {
        let before = (self.tree("dist"), self.tree("content"));
        let output = self.publish(more);
        assert_eq!(output.status.code(), Some(1), "{}", said(&output));
        assert!((self.tree("dist"), self.tree("content")) == before, "nothing has changed");
        said(&output)
    }

    fn change(&self, path: &str, change: impl FnOnce(&mut Value)) {
        let mut json: Value = serde_json::from_slice(&fs::read(self.at(path)).unwrap()).unwrap();
        change(&mut json);
        fs::write(self.at(path), serde_json::to_string_pretty(&json).unwrap()).unwrap();
    }

    /// Every file below a folder, with what is in it; without the lock, which has nothing in it.
    fn tree(&self, folder: &str) -> BTreeMap<String, Vec<u8>> {
        let (mut tree, mut look) = (BTreeMap::new(), vec![self.at(folder)]);
        while let Some(folder) = look.pop() {
            for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
                if entry.path().is_dir() {
                    look.push(entry.path());
                } else if entry.file_name() != ".beginspraak-lock" {
                    tree.insert(entry.path().display().to_string(), fs::read(entry.path()).unwrap());
                }
            }
        }
        tree
    }
}

fn said(output: &Output) -> String {
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    text(&output.stdout) + &text(&output.stderr)
}

#[test]
fn a_folder_that_may_be_somebodys_own_is_left_alone_until_they_insist() {
    let province = Province::new();
    fs::create_dir(province.at("dist")).unwrap();
    fs::write(province.at("dist/assets.json"), "[]").unwrap();
    fs::write(province.at("dist/thesis.txt"), "years of work").unwrap();
    let said = province.refused(&[]);
    assert!(said.contains("geen site die hiermee is gemaakt") && said.contains("--anyway folder"), "{said}");
    assert!(!province.at("dist/.beginspraak-lock").exists(), "not even a lock");
    let said = province.refused(&["--anyway", "folder"]);
    assert!(said.contains("overschreven zou worden: assets.json") && said.contains("--anyway files"), "{said}");
    province.published(&["--anyway", "folder,files"]);
    province.published(&[]);
    assert_eq!(fs::read(province.at("dist/thesis.txt")).unwrap(), b"years of work");
}

#[test]
fn what_would_change_or_vanish_by_mistake_stops_it_in_words() {
    let province = Province::new();
    let all = ["--base", "/denkmee/", "--bundle", "bundle"];
    province.published(&all);
    let said = province.refused(&["--lang", "en"]);
    for words in [
        "The site is under /denkmee/ and would move to /.",
        "Add: --base /denkmee/\n    If you mean it, add: --anyway base",
        "would lose them",
        "If you mean it, add: --anyway bundle",
        "Nothing was published, and nothing was changed.",
    ] {
        assert!(said.contains(words), "{words} is in:\n{said}");
    }
    province.change("site.json", |site| site["endpoint"] = json!({"kind": "collector", "url": "/elders/reactions"}));
    let said = province.refused(&all);
    assert!(said.contains("Reacties gaan nu naar collector /api/reactions, en zouden gaan naar collector"), "{said}");
    province.published(&["--base", "/denkmee/", "--bundle", "bundle", "--anyway", "endpoint"]);

    // Feedback that was changed by hand, whose earlier version was thrown away, and a consultation that went along.
    province.change(&format!("content/feedback/{SLUG}.json"), |told| told["next_steps"] = json!([]));
    fs::remove_dir_all(province.at(&format!("content/feedback/{SLUG}"))).unwrap();
    fs::remove_file(province.at("content/consultations/drenthe-luisteren.json")).unwrap();
    let said = province.refused(&all);
    for words in [
        "Versie 2 van de terugkoppeling op drenthe-dichterbij is al gepubliceerd, en zegt nu iets anders.",
        "Versie 1 van de terugkoppeling op drenthe-dichterbij is gepubliceerd, en staat niet meer",
        "Het onderwerp drenthe-luisteren is gepubliceerd, en staat niet meer",
        "--anyway consultation",
        "--anyway feedback",
    ] {
        assert!(said.contains(words), "{words} is in:\n{said}");
    }
    province.published(&["--base", "/denkmee/", "--bundle", "bundle", "--anyway", "feedback,consultation"]);
    assert!(!province.at("dist/vraag/drenthe-luisteren").exists());
}

#[test]
fn other_questions_need_another_revision_and_the_earlier_ones_are_kept() {
    let province = Province::new();
    let file = format!("content/consultations/{SLUG}.json");
    province.change(&file, |consultation| consultation["revision"] = json!(4));
    province.published(&[]);
    province
        .change(&file, |consultation| consultation["why_now"] = json!({"nl": "Een tikfout minder.", "en": "Better."}));
    province.published(&[]);
    province.change(&file, |consultation| consultation["questions"][1]["id"] = json!("anders"));
    let said = province.refused(&[]);
    assert!(said.contains("vraag 2 “") && said.contains("” is nieuw") && said.contains("” is weg"), "{said}");
    assert!(said.contains("Zet \"revision\" op 5, of laat dat doen met --raise-revisions."), "{said}");

    let before = fs::read_to_string(province.at(&file)).unwrap();
    province.published(&["--raise-revisions"]);
    let after = fs::read_to_string(province.at(&file)).unwrap();
    assert_eq!(after, before.replace("\"revision\": 4", "\"revision\": 5"), "nothing else in the file has changed");
    let kept = |revision: u32| {
        let path = format!("dist/content/consultations/{SLUG}/{revision}.json");
        fs::read(province.at(&path)).ok().map(|bytes| serde_json::from_slice::<Value>(&bytes).unwrap())
    };
    assert_ne!(kept(4).unwrap()["questions"][1]["id"], "anders");
    province.change(&file, |consultation| consultation["revision"] = json!(9));
    province.published(&[]);
    assert!(kept(4).is_some() && kept(5).is_some() && kept(9).is_none(), "all earlier ones, each time");

    province.change(&file, |consultation| consultation["revision"] = json!(3));
    let said = province.refused(&["--lang", "en"]);
    assert!(said.contains("\"revision\" is 3, and 9 is published already."), "{said}");
}

#[test]
fn a_revision_is_raised_only_when_all_of_it_is_published() {
    let province = Province::new();
    let file = format!("content/consultations/{SLUG}.json");
    province.published(&["--bundle", "bundle"]);
    let published = fs::read_to_string(province.at(&file)).unwrap();
    province.change(&file, |consultation| consultation["questions"][1]["id"] = json!("anders"));
    // Without the apps it stops, and the content is as it was: `refused` looks at that.
    let why = province.refused(&["--raise-revisions"]);
    assert!(why.contains("--anyway bundle") && !why.contains("gezet"), "{why}");
    // Nor when something is in the way, which is found last of all.
    fs::remove_file(province.at("dist/feed.xml")).unwrap();
    fs::create_dir(province.at("dist/feed.xml")).unwrap();
    let why = province.refused(&["--raise-revisions", "--bundle", "bundle"]);
    assert!(why.contains("feed.xml is een koppeling, of iets anders dan een gewoon bestand"), "{why}");
    fs::remove_dir(province.at("dist/feed.xml")).unwrap();
    let output = province.publish(&["--raise-revisions", "--bundle", "bundle"]);
    assert!(output.status.success() && said(&output).contains("\"revision\" is van"), "{}", said(&output));
    let now = fs::read(province.at(&file)).unwrap();
    assert_eq!(fs::read(province.at(&format!("dist/{file}"))).unwrap(), now, "the site has what the folder has");
    let revision = |text: &[u8]| serde_json::from_slice::<Value>(text).unwrap()["revision"].as_u64().unwrap();
    assert_eq!(revision(&now), revision(published.as_bytes()) + 1);
}

#[test]
fn what_staff_changed_in_the_site_is_not_destroyed_without_a_word() {
    let province = Province::new();
    province.published(&[]);
    fs::write(province.at("dist/robots.txt"), "User-agent: *\nDisallow: /\n").unwrap();
    let said = province.refused(&[]);
    assert!(said.contains("heeft iemand iets veranderd") && said.contains(": robots.txt."), "{said}");
    assert!(said.contains("--anyway files"), "{said}");
    province.published(&["--anyway", "files"]);
    assert!(!fs::read_to_string(province.at("dist/robots.txt")).unwrap().contains("Disallow: /\n"));
    // A twin is made anew with its file, and what was taken away comes back.
    fs::write(province.at("dist/index.html.br"), "half").unwrap();
    fs::remove_file(province.at("dist/robots.txt")).unwrap();
    province.published(&[]);
    assert!(province.at("dist/robots.txt").exists());
}

#[test]
fn it_says_how_large_the_site_is_and_what_is_other_than_before() {
    let province = Province::new();
    let first = said(&province.publish(&[]));
    assert!(first.contains("Gepubliceerd in dist, voor het eerst: ") && first.contains(" pagina's ("), "{first}");
    assert!(first.contains("Mensen kunnen dan alleen reageren met een gewoon formulier"), "{first}");
    let again = said(&province.publish(&["--lang", "en"]));
    assert!(again.contains("Nothing is other than the last time.") && !again.contains("plain form"), "{again}");
    fs::remove_file(province.at("content/consultations/drenthe-luisteren.json")).unwrap();
    let output = province.publish(&["--anyway", "consultation"]);
    let fewer = String::from_utf8(output.stdout).unwrap();
    assert!(fewer.contains(" veranderd, ") && !fewer.contains(" 0 weg"), "{fewer}");
    assert_eq!(output.stderr, b"", "no bar where there is no screen");
    // A bucket takes no form without its app.
    let other = Province::new();
    let bucket = json!({"kind": "s3", "intake": "/intake.json", "origin": "https://s3.example.org"});
    other.change("site.json", |site| site["endpoint"] = bucket);
    assert!(said(&other.publish(&[])).contains("Niemand kan dus reageren."));
}

#[test]
fn the_site_never_goes_into_the_content_folder_or_around_it() {
    let province = Province::new();
    let before = province.tree(".");
    for out in ["content", "content/dist", ".", "content/../content/site", "dist/../content"] {
        let output = province.command(Path::new(out), &["--anyway", "folder,files"]).output().unwrap();
        assert_eq!(output.status.code(), Some(2), "{out}: {}", said(&output));
        assert!(said(&output).contains("Kies met --out een map ernaast"), "{}", said(&output));
    }
    assert!(province.tree(".") == before);
}

#[cfg(unix)]
#[test]
fn a_disk_that_is_full_leaves_the_old_site_whole() {
    let province = Province::new();
    province.published(&["--bundle", "bundle"]);
    let before = province.tree("dist");
    province.change("site.json", |site| site["notice"] = json!({"nl": "Nieuw!", "en": "New!"}));
    // No file may be larger than this, which is what a full disk is to whoever writes: the first pages still fit.
    let publish = province.command(Path::new("dist"), &["--bundle", "bundle"]);
    let args: Vec<_> = publish.get_args().map(|arg| format!("'{}'", arg.to_str().unwrap())).collect();
    let line = format!("trap '' XFSZ; ulimit -f 16; exec '{}' {}", env!("CARGO_BIN_EXE_beginspraak"), args.join(" "));
    let output = Command::new("bash").args(["-c", &line]).current_dir(province.0.path()).output().unwrap();
    assert_eq!(output.status.code(), Some(1), "{}", said(&output));
    assert!(said(&output).contains("Er is niets veranderd."), "{}", said(&output));
    assert!(province.tree("dist") == before, "every file is as it was, and nothing is left over");
    province.published(&["--bundle", "bundle"]);
    assert!(province.tree("dist") != before);
}

#[test]
fn publishers_at_the_same_time_leave_one_whole_site() {
    let province = Province::new();
    province.published(&[]);
    let mut sites = Vec::new();
    for name in ["Een", "Twee"] {
        let other = Province::new();
        other.change("site.json", |site| site["name"] = json!(name));
        other.published(&[]);
        sites.push(other);
    }
    let start = |site: &Province| {
        let mut command = site.command(&province.at("dist"), &[]);
        command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap()
    };
    let started: Vec<_> = sites.iter().map(start).collect();
    let ended: Vec<_> = started.into_iter().map(|child| child.wait_with_output().unwrap()).collect();
    assert!(ended.iter().any(|output| output.status.success()));
    for output in ended.iter().filter(|output| !output.status.success()) {
        assert!(said(output).contains("al iemand aan het publiceren"), "{}", said(output));
    }
    let relative = |tree: BTreeMap<String, Vec<u8>>, root: PathBuf| {
        let short = |path: &str| Path::new(path).strip_prefix(&root).unwrap().display().to_string();
        tree.into_iter().map(|(path, bytes)| (short(&path), bytes)).collect::<BTreeMap<_, _>>()
    };
    let there = relative(province.tree("dist"), province.at("dist"));
    let whole = sites.iter().any(|site| relative(site.tree("dist"), site.at("dist")) == there);
    assert!(whole, "all of one site, and nothing of the other");
}

#[test]
fn whatever_strangers_typed_the_content_folder_stays_fit_to_be_published() {
    for places in [
        json!({"municipality": "Assen", "village": ""}),
        json!({"municipality": "Assen", "village": "x".repeat(300)}),
        json!({"municipality": "y".repeat(5_000), "village": "\u{0}"}),
    ] {
        let province = Province::new();
        for folder in ["feedback", "trace"] {
            fs::remove_dir_all(province.at("content").join(folder)).unwrap();
        }
        let mut work = example();
        let reactions = work["reactions"].as_array_mut().unwrap();
        let answers = reactions.iter_mut().flat_map(|reaction| reaction["answers"].as_array_mut().unwrap());
        let answers = answers.filter(|answer| answer["question"] == "plaats").take(6);
        assert_eq!(answers.map(|answer| answer["value"] = places.clone()).count(), 6);
        let decided = put(work, province.0.path(), "2026-11-22");
        assert!(decided.status.success(), "{}", said(&decided));
        let output = province.publish(&["--feedback", SLUG]);
        assert!(output.status.success() || !province.at("content/feedback").exists(), "{}", said(&output));
        let mut check = Command::new(env!("CARGO_BIN_EXE_beginspraak"));
        let checked = check.arg("check").arg(province.at("content")).output().unwrap();
        assert!(checked.status.success(), "{}", said(&checked));
        province.published(&[]);
    }
}

#[test]
fn a_photo_is_made_small_once_and_published_by_names_that_change_with_it() {
    let province = Province::new();
    let photo = province.at("photo.png");
    let pixel = |x: u32, y: u32| image::Rgb([(x / 8) as u8, (y / 4) as u8, 120]);
    image::RgbImage::from_fn(1700, 900, pixel).save_with_format(&photo, image::ImageFormat::Png).unwrap();
    let picture = |more: &[&str]| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_beginspraak"));
        command.current_dir(province.0.path()).args(["picture", "photo.png", "--to", "content/pictures/photo"]);
        command.args(more).output().unwrap()
    };
    assert!(picture(&[]).status.success());
    let again = picture(&[]);
    assert!(!again.status.success() && said(&again).contains("--replace"), "{}", said(&again));
    assert!(picture(&["--replace"]).status.success());
    province.edit(&format!("content/consultations/{SLUG}.json"), |json| {
        json["picture"] = json!({"file": "photo", "alt": {"nl": "De brink van Sleen", "en": "The green of Sleen"}, "maker": "Anna"});
    });
    province.edit("site.json", |json| json["logo"] = json!("photo"));
    province.published(&[]);
    let page = fs::read_to_string(province.at(&format!("dist/vraag/{SLUG}/index.html"))).unwrap();
    assert!(page.contains("alt=\"De brink van Sleen\"") && page.contains("Beeld: Anna"));
    let named = |end: &str| {
        let at = page.find(&format!("/assets/photo-{end}")).unwrap();
        page[at + 1..].split(['"', ' ']).next().unwrap().to_owned()
    };
    for (end, most) in [("400-", 40_000), ("800-", 40_000), ("1600-", 160_000)] {
        let file = named(end);
        let weight = fs::metadata(province.at("dist").join(&file)).unwrap().len();
        assert!(weight <= most, "{file} weighs {weight}");
        assert!(!province.at("dist").join(format!("{file}.br")).exists(), "a picture is compressed already");
    }
    assert!(page.contains("<picture class=\"logo\">"), "the logo stands in the header");
    let first = named("800-");
    image::RgbImage::from_fn(1700, 900, |x, y| pixel(y, x)).save_with_format(&photo, image::ImageFormat::Png).unwrap();
    assert!(picture(&["--replace"]).status.success());
    province.published(&[]);
    assert!(!province.at("dist").join(first).exists(), "another picture has another name");
}
