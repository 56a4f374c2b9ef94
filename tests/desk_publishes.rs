//! What the desk publishes of a work folder is what the command would, and a work folder that was begun with a published site
//! changes nothing in it.

use beginspraak::{
    domain::day::Day,
    files::{
        folder::Memory,
        release::{
            How, Stop,
            changes::Changes,
            differences::{Differences, Part},
            online::{self, Online},
        },
    },
    press::next::{Next, NotMade, next},
};
use serde_json::Value;
use std::{collections::BTreeMap, fs, path::Path, process::Command};

const TODAY: &str = "2026-11-24";
const CONSULTATION: &str = "content/consultations/drenthe-luisteren.json";

type Files = BTreeMap<String, Vec<u8>>;

/// Every file below a folder by its path.
fn files(root: &Path) -> Files {
    fn walk(root: &Path, dir: &Path, into: &mut Files) {
        for entry in fs::read_dir(dir).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                walk(root, &path, into);
            } else {
                let name = path.strip_prefix(root).unwrap().to_str().unwrap().replace('\\', "/");
                into.insert(name, fs::read(&path).unwrap());
            }
        }
    }
    let mut all = Files::new();
    walk(root, root, &mut all);
    all
}

/// The example as staff have it, and the site that the command made of it under a base.
fn published(base: &str) -> (Files, Files) {
    let dir = tempfile::tempdir().unwrap();
    let public = Path::new(env!("CARGO_MANIFEST_DIR")).join("public");
    let bundle = dir.path().join("bundle");
    fs::create_dir(&bundle).unwrap();
    for app in ["page", "send", "device", "personal", "qr", "desk", "rooms", "staff", "press"] {
        fs::write(bundle.join(format!("{app}.js")), format!("  export default {app}")).unwrap();
        fs::write(bundle.join(format!("{app}_bg.wasm")), format!("\0asm {app}")).unwrap();
    }
    let mut command = Command::new(env!("CARGO_BIN_EXE_beginspraak"));
    command.current_dir(dir.path()).args(["publish", "--quick", "--today", TODAY, "--base", base, "--out", "dist"]);
    let output = command.arg("--content").arg(public.join("content")).arg("--bundle").arg(&bundle).output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    (files(&public), files(&dir.path().join("dist")))
}

/// What the desk fetches of a site, and no more.
fn fetched(site: &Files, wanted: impl Fn(&Online) -> Vec<String>) -> Online {
    let some = |paths: &[String]| paths.iter().map(|path| (path.clone(), site[path].clone())).collect::<Files>();
    let online = Online::of(some(&online::FIRST.map(str::to_owned))).unwrap();
    let wanted = wanted(&online);
    online.with(some(&wanted))
}

fn pressed(work: Files, site: &Files, base: &str) -> Result<Next, NotMade> {
    next(&Memory { files: work }, &fetched(site, Online::to_press), base, Day::try_from(TODAY).unwrap())
}

fn edit(files: &mut Files, path: &str, change: impl FnOnce(&mut Value)) {
    let mut json: Value = serde_json::from_slice(&files[path]).unwrap();
    change(&mut json);
    files.insert(path.to_owned(), serde_json::to_vec_pretty(&json).unwrap());
}

#[test]
fn the_desk_makes_what_the_command_made_and_sees_that_nothing_changes() {
    for base in ["/", "/denkmee/"] {
        let (work, mut site) = published(base);
        let next = pressed(work, &site, base).unwrap();
        assert_eq!((&next.changes, &next.stops[..]), (&Changes::default(), &[][..]), "{base}");
        let twin = |path: &String| path.ends_with(".br") || path.ends_with(".gz");
        site.retain(|path, _| !twin(path) && path != ".beginspraak-lock" && path != "beginspraak.json");
        let made: Files = next.made.files.into_iter().filter(|(path, _)| path != "beginspraak.json").collect();
        assert!(made.len() > 60 && made.keys().eq(site.keys()), "{base}");
        assert!(made.iter().all(|(path, bytes)| site[path] == *bytes), "{base}");
    }
}

#[test]
fn a_work_folder_that_begins_with_a_site_changes_nothing_in_it() {
    let (_, site) = published("/denkmee/");
    let work = fetched(&site, Online::to_begin).work_folder();
    assert!(work.contains_key("site.json") && work.contains_key(CONSULTATION), "{:?}", work.keys());
    let next = pressed(work, &site, "/denkmee/").unwrap();
    assert_eq!(next.changes, Changes::default());
}

#[test]
fn what_was_published_by_the_desk_can_be_gone_on_with() {
    let (mut work, site) = published("/");
    edit(&mut work, CONSULTATION, |json| json["title"] = "Een andere titel".into());
    let first = pressed(work.clone(), &site, "/").unwrap();
    let [other] = &first.differences.questions[..] else { panic!("{:?}", first.differences) };
    assert_eq!((other.how, &other.parts[..]), (How::Otherwise, &[Part::Field("title".to_owned(), None)][..]));
    assert_eq!(first.differences.site, Vec::<String>::new());
    assert!(!first.differences.apps && !first.differences.pictures && !first.differences.only_the_rest);
    assert!(first.changes.changed.iter().any(|path| path == "vraag/drenthe-luisteren/index.html"));
    let again = pressed(work, &first.made.files, "/").unwrap();
    assert_eq!(again.changes, Changes::default());
}

#[test]
fn on_another_day_without_other_content_only_what_goes_with_the_day_changes() {
    let (work, site) = published("/");
    let online = fetched(&site, Online::to_press);
    let next = next(&Memory { files: work }, &online, "/", Day::try_from("2027-06-01").unwrap()).unwrap();
    assert_ne!(next.changes, Changes::default());
    assert_eq!(next.differences, Differences { only_the_rest: true, ..Differences::default() });
}

#[test]
fn other_questions_get_the_next_revision_and_the_earlier_ones_are_kept() {
    let (mut work, site) = published("/");
    edit(&mut work, CONSULTATION, |json| json["questions"][0]["title"] = "Iets heel anders?".into());
    let next = pressed(work.clone(), &site, "/").unwrap();
    let [raised] = &next.raised[..] else { panic!("{:?}", next.raised) };
    assert_eq!(
        (raised.behind.slug.as_str(), u64::from(raised.revision)),
        ("drenthe-luisteren", raised.behind.published + 1)
    );
    let kept = format!("content/consultations/drenthe-luisteren/{}.json", raised.behind.published);
    assert_eq!(next.made.files[&kept], site[CONSULTATION]);
    assert_eq!(next.made.files[CONSULTATION], raised.text.as_bytes());
    // What the work folder holds after that is published as it is.
    work.insert(CONSULTATION.to_owned(), raised.text.clone().into_bytes());
    assert!(pressed(work, &next.made.files, "/").unwrap().raised.is_empty());
}

#[test]
fn what_is_wrong_is_named_by_its_place_in_the_work_folder_and_what_vanishes_is_asked_about() {
    let (work, site) = published("/");
    let mut wrong = work.clone();
    edit(&mut wrong, CONSULTATION, |json| json["titel"] = "x".into());
    let Err(NotMade::Content(problems)) = pressed(wrong, &site, "/") else { panic!("it is wrong") };
    assert_eq!(problems.list[0].file, Path::new(CONSULTATION));
    let mut fewer = work;
    fewer.retain(|path, _| !path.contains("drenthe-luisteren"));
    match pressed(fewer, &site, "/") {
        Ok(next) => {
            assert!(next.stops.contains(&Stop::Consultation("drenthe-luisteren".to_owned())), "{:?}", next.stops)
        }
        Err(why) => panic!("{why:?}"),
    }
}
