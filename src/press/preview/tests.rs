//! What is made of the example while somebody writes it.

use super::{Preview, concept, trial, worker};
use crate::{
    domain::language::Language,
    files::{
        content::manuscript::Manuscript,
        preview::{Asked, What, is_around},
    },
    press::{App, Assets, assets::Files},
};
use serde_json::{Value, json};
use std::{collections::BTreeMap, fs, path::Path};

const SLUG: &str = "drenthe-luisteren";

fn public(path: &str) -> Vec<u8> {
    fs::read(Path::new(env!("CARGO_MANIFEST_DIR")).join("public").join(path)).unwrap()
}

fn preview() -> Preview {
    let mut files = BTreeMap::from([("site.json".to_owned(), public("site.json"))]);
    for folder in ["content/places", "content/pictures"] {
        let all = fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("public").join(folder)).into_iter().flatten();
        let names = all.map(|entry| format!("{folder}/{}", entry.unwrap().file_name().to_str().unwrap()));
        files.extend(names.map(|path| (path.clone(), public(&path))));
    }
    assert!(files.keys().all(|path| is_around(path)));
    Preview::of(files)
}

fn draft() -> Value {
    serde_json::from_slice(&public(&format!("content/consultations/{SLUG}.json"))).unwrap()
}

fn asked(draft: &Value, what: What) -> Asked {
    let today = "2026-11-24".try_into().unwrap();
    let (base, slug) = ("/denkmee/".to_owned(), SLUG.to_owned());
    Asked { base, today, language: Language::Nl, slug, draft: draft.to_string(), what }
}

fn online() -> Assets {
    let files = |name: &str| Files {
        module: format!("/denkmee/assets/{name}.js"),
        wasm: format!("/denkmee/assets/{name}.wasm"),
    };
    let apps = [
        (App::Page, "page"),
        (App::Send, "send"),
        (App::Personal, "personal"),
        (App::Desk, "desk"),
        (App::Device, "device"),
    ];
    let apps = apps.map(|(app, name)| (app, files(name))).into_iter().collect();
    serde_json::from_value(serde_json::json!({ "base": "/denkmee/", "theme": "", "apps": apps_json(apps) })).unwrap()
}

fn apps_json(apps: BTreeMap<App, Files>) -> Value {
    serde_json::to_value(apps).unwrap()
}

#[test]
fn a_draft_shows_as_it_is_written_now() {
    let (mut preview, mut draft) = (preview(), draft());
    for title in ["Hoe luistert de provincie?", "Wie <u> hoort u & mij?"] {
        draft["title"]["nl"] = title.into();
        let shown = preview.shown(&asked(&draft, What::Shown(false)), false).unwrap();
        let title = title.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;");
        assert!(shown.contains(&title), "{title}");
        assert!(
            !shown.contains("<script") && !shown.contains("<noscript") && !shown.contains("src=\"/"),
            "nothing that runs"
        );
    }
    let closes = draft["closes"].take();
    draft["closes"] = "2020-01-01".into();
    assert_eq!(preview.shown(&asked(&draft, What::Shown(false)), false), None);
    draft["closes"] = closes;
    assert!(preview.shown(&asked(&draft, What::Shown(false)), false).is_some(), "the one before does no harm");
}

#[test]
fn from_the_first_word_on_there_is_a_page() {
    let mut preview = preview();
    let slug = SLUG.try_into().unwrap();
    for languages in [&["nl"][..], &["nl", "en"]] {
        let mut number = 0;
        let fresh = &mut || {
            number += 1;
            Some(format!("i{number}"))
        };
        let nothing = Manuscript::nothing(&slug, languages, fresh).unwrap();
        let example = Manuscript::example(&slug, languages);
        for (mut written, what) in [(nothing.root().clone(), "nothing"), (example.root().clone(), "example")] {
            written["title"] = json!({ "nl": "Hoe rijdt de bus?" });
            let shown = preview.shown(&asked(&written, What::Shown(false)), false);
            let shown = shown.unwrap_or_else(|| panic!("{what} {languages:?}"));
            assert!(shown.contains("Hoe rijdt de bus?") && (what == "example" || shown.contains("…")));
        }
        let mut listening = draft();
        (listening["summary"], listening["languages"]) = (json!({}), json!(languages));
        assert!(
            preview
                .shown(&asked(&listening, What::Shown(false)), false)
                .is_some_and(|page| !page.contains("id=\"besluit\""))
        );
        for kind in ["single", "multiple", "scale", "ranking", "place", "text", "story"] {
            let mut written = example.root().clone();
            written["questions"] = json!([{ "id": "a", "kind": kind }]);
            assert!(preview.shown(&asked(&written, What::Shown(false)), false).is_some(), "{kind}");
        }
    }
}

#[test]
fn a_concept_is_one_file_that_asks_for_nothing_and_says_what_it_is() {
    let mut preview = preview();
    let mut said = asked(&draft(), What::Concept);
    for (language, banner) in [
        (Language::Nl, "Concept van 24 november 2026, niet gepubliceerd. Reageren kan nog niet."),
        (Language::En, "Concept of 24 November 2026, not published. You can’t respond yet."),
    ] {
        said.language = language;
        let file = concept(&mut preview, &said).unwrap();
        assert!(file.contains(&format!("<p>{banner}</p></aside>")), "{language:?}");
        assert!(file.contains(&format!("content:\"{banner}\"")), "on each page of paper");
        assert!(
            file.contains("<meta name=\"robots\" content=\"noindex\">")
                && file.contains(&format!("<html lang=\"{}\"", language.code()))
        );
        for asks in ["<script", "<link", " src=\"/", "url(/", "action=", "@import", "href=\"/", "<noscript"] {
            assert!(!file.contains(asks), "{asks}");
        }
        let mut begun = draft();
        begun["summary"] = json!({});
        let begun = concept(&mut preview, &Asked { language, ..asked(&begun, What::Concept) }).unwrap();
        let has_more = [&file, &begun].map(|file| file.contains("class=\"concept concept--more\""));
        assert_eq!(has_more, [false, true], "what is still to come is said");
        assert!(file.contains("<fieldset disabled>") && file.contains("<textarea"), "the fields can be read");
    }
}

#[test]
fn what_is_tried_is_kept_apart_and_sent_to_nobody() {
    let mut draft = draft();
    draft["opens"] = "2026-12-24".into();
    draft["closes"] = "2027-01-24".into();
    draft["feedback_due"] = "2027-03-24".into();
    let tried = trial(&mut preview(), &asked(&draft, What::Tried), &online()).unwrap();
    assert_eq!(tried.address, format!("/denkmee/werkplek/voorbeeld/vraag/{SLUG}/"));
    let pages: Vec<_> = tried.files.iter().filter(|(path, _)| path.ends_with("index.html")).collect();
    assert!(pages.len() > 8 && !tried.files.contains_key("werkplek/index.html"));
    for (path, page) in pages {
        let page = String::from_utf8_lossy(page);
        assert!(
            page.contains("Voorbeeld: er wordt niets verstuurd. Een code die u hier krijgt, bestaat niet.")
                || page.contains("Example: nothing is sent. A code that you get here does not exist."),
            "{path}"
        );
        assert!(page.contains("<body data-base=\"/denkmee/werkplek/voorbeeld/\""), "{path}");
        // Not a byte of what others keep on this host is touched, and no other service worker comes in.
        assert!(!page.contains("indexedDB") && !page.contains("serviceWorker"), "{path}");
        assert!(page.contains("connect-src 'self'; form-action 'self';"), "{path}");
    }
    let page = String::from_utf8_lossy(&tried.files[&format!("vraag/{SLUG}/index.html")]);
    assert!(
        page.contains("/denkmee/assets/page.js") && page.contains("action=\"/denkmee/werkplek/voorbeeld/inzenden\"")
    );
    assert!(worker().contains("SCOPE + \"inzenden\"") && !worker().contains('%'));
}

#[test]
fn thirty_questions_are_pressed_between_two_keys() {
    let (mut preview, mut draft) = (preview(), draft());
    let of = |at: usize| {
        let text = |text: &str| serde_json::json!({ "nl": format!("{text} {at}?"), "en": format!("{text} {at}?") });
        serde_json::json!({
            "id": format!("q{at}"), "kind": "text", "title": text("Wat vindt u van nummer"), "help": text("Denk aan"), "required": false,
            "limits": { "max_chars": 500 },
        })
    };
    draft["questions"] = (0..30).map(of).collect();
    let asked = asked(&draft, What::Shown(false));
    let begin = std::time::Instant::now();
    let shown = preview.shown(&asked, false).unwrap();
    println!("{} bytes in {:?}", shown.len(), begin.elapsed());
    assert!(shown.contains("q29"));
}
