//! Stories about content files: the ones we publish are right, and broken ones are told everything at once.

use super::{Cause, Finding, consultation, feedback, finding::Expected, places, site};
use crate::domain::{
    feedback::{BySource, Origin},
    id::Id,
    language::Language,
    places::Places,
    reaction::{Asked, EnvelopeFault, Header, Known, judge},
    site::Site,
};
use proptest::prelude::*;
use serde_json::{Value, json};
use std::{collections::BTreeMap, fs, path::Path};

fn load(path: &str) -> Value {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("public").join(path);
    crate::domain::json::strict(&fs::read(file).unwrap()).unwrap()
}

fn around() -> (Site, BTreeMap<Id, Places>) {
    let places = ["drenthe", "flevoland"].map(|name| {
        let places = places::read(&load(&format!("content/places/{name}.json")), &Language::ALL).unwrap();
        (Id::try_from(name).unwrap(), places)
    });
    (site::read(&load("site.json")).unwrap(), places.into())
}

fn findings(json: &Value) -> Vec<(String, Cause)> {
    let (site, places) = around();
    let around = consultation::Surroundings { site: Some(&site), places: &places, file_stem: "drenthe-dichterbij" };
    let findings = consultation::read(json, &around).err().unwrap_or_default();
    findings.into_iter().map(|finding| (finding.path, finding.cause)).collect()
}

#[test]
fn the_published_consultation_has_no_findings() {
    assert_eq!(findings(&load("content/consultations/drenthe-dichterbij.json")), []);
}

#[test]
fn a_form_of_every_kind_of_question_reaches_the_browser_as_it_was() {
    let (site, places) = around();
    let around = consultation::Surroundings { site: Some(&site), places: &places, file_stem: "drenthe-dichterbij" };
    let read = consultation::read(&load("content/consultations/drenthe-dichterbij.json"), &around).unwrap();
    let form = read.form(Language::Nl, "/", &site.endpoint);
    let kinds: std::collections::BTreeSet<_> = form.questions.iter().map(|question| question.kind.name()).collect();
    assert_eq!(kinds.into_iter().collect::<Vec<_>>(), {
        let mut all = super::question::KINDS.to_vec();
        all.sort_unstable();
        all
    });
    let text = serde_json::to_string(&form).unwrap();
    assert_eq!(crate::domain::from_json::read(&text), Some(form));
}

#[test]
fn blank_text_is_no_answer() {
    let (site, places) = around();
    let around = consultation::Surroundings { site: Some(&site), places: &places, file_stem: "drenthe-luisteren" };
    let json = load("content/consultations/drenthe-luisteren.json");
    let question = json["questions"][0]["id"].clone();
    let read = consultation::read(&json, &around).unwrap();
    let check = |text: &str| {
        let body = json!({"format": "beginspraak.reaction/1", "reaction": {
            "id": "018bcfe5-6800-7fff-bfff-ffffffffffff", "consultation": "drenthe-luisteren", "revision": read.revision,
            "language": "nl", "source": "resident", "tag": "0123456789abcdef0123", "quote_consent": false,
            "day": "2026-11-22", "answers": [{"question": question, "value": text}],
        }});
        let asked = Asked { opens: read.opens, closes: read.closes, questions: Some(&read.questions) };
        judge(&Header::read(body.to_string().as_bytes()).unwrap(), Known::Asked(asked)).map(|judged| judged.misfits)
    };
    assert_eq!(check("De bus rijdt niet meer."), Ok(vec![]));
    assert_eq!(check("  "), Err(EnvelopeFault::NothingAnswered));
}

#[test]
fn every_problem_is_reported_with_its_path_at_once() {
    let mut json = load("content/consultations/drenthe-dichterbij.json");
    json["slug"] = json!("ander");
    json["title"] = json!({"nl": "Alleen Nederlands"});
    json["closes"] = json!("2027-02-30");
    json["scope"] = Value::Null;
    json["surprise"] = json!(1);
    json["touchstones"] = json!(["bestaat-niet"]);
    json["questions"][0]["kind"] = json!("telepathie");
    json["questions"][1]["id"] = json!("Hoofdletter");
    let found = findings(&json);
    let has = |path: &str, cause: Cause| assert!(found.contains(&(path.into(), cause)), "{path} in {found:#?}");
    has("$.slug", Cause::FileName("ander".into()));
    has("$.title", Cause::NoText(Language::En));
    has("$.closes", Cause::Expected(Expected::Day));
    has("$.scope", Cause::Expected(Expected::Object));
    has("$.surprise", Cause::Unknown);
    has("$.touchstones[0]", Cause::Dangling { id: "bestaat-niet".into(), among: "touchstones (site.json)" });
    has("$.questions[1].id", Cause::Expected(Expected::Id));
    let unknown = found.iter().find(|(path, _)| path == "$.questions[0].kind");
    assert!(matches!(unknown, Some((_, Cause::NotOneOf(kinds))) if kinds.len() == 8));
    assert_eq!(found.len(), 8, "{found:#?}");
}

#[test]
fn a_consultation_with_an_agenda_does_not_open_without_scope_and_decision() {
    let mut json = load("content/consultations/drenthe-dichterbij.json");
    for key in ["scope", "decision"] {
        json.as_object_mut().unwrap().remove(key);
    }
    let expected = [("$.decision".to_owned(), Cause::NeededToOpen), ("$.scope".to_owned(), Cause::NeededToOpen)];
    assert_eq!(findings(&json), expected);
    json["kind"] = json!("listening");
    assert_eq!(findings(&json), []);
}

#[test]
fn texts_and_quotes_are_in_languages_that_have_a_tag() {
    let mut site = load("site.json");
    site["name"] = json!({"nl": "Denk mee", "en": "Think along", "fy": "Tink mei", "ku-Arab": "x"});
    assert!(site::read(&site).is_ok());
    site["name"] = json!({"nl": "Denk mee", "en": "Think along", "Fries": "Tink mei", "nl_NL": "x"});
    let found = site::read(&site).unwrap_err().into_iter().map(|finding| (finding.path, finding.cause));
    let odd = ["$.name.Fries", "$.name.nl_NL"].map(|path| (path.to_owned(), Cause::Expected(Expected::LanguageTag)));
    assert_eq!(found.collect::<Vec<_>>(), odd);

    let mut told = load("content/feedback/drenthe-dichterbij.json");
    let read = |told: &Value| super::feedback::read(told, "drenthe-dichterbij", &Language::ALL);
    told["themes"][0]["quotes"][0]["language"] = json!("ar");
    assert_eq!(read(&told).unwrap().themes[0].quotes[0].language.as_str(), "ar");
    told["themes"][0]["quotes"][0]["language"] = json!("Arabisch");
    let path = "$.themes[0].quotes[0].language".to_owned();
    assert_eq!(read(&told).unwrap_err(), [Finding { path, cause: Cause::Expected(Expected::LanguageTag) }]);
}

#[test]
fn only_addresses_that_are_safe_to_open() {
    let mut json = load("content/consultations/drenthe-dichterbij.json");
    for bad in ["javascript:alert(1)", "data:text/html,x", "https://", "http://a b", "mailto:", "ftp://x"] {
        json["initiatives"][0]["url"] = json!(bad);
        assert_eq!(findings(&json), [("$.initiatives[0].url".to_owned(), Cause::Expected(Expected::Link))], "{bad}");
    }
}

#[test]
fn the_address_of_a_site_is_an_origin_that_can_stand_in_a_policy() {
    let mut json = load("site.json");
    for (address, fine) in [
        ("https://denkmee.example.nl", true),
        ("http://localhost:8080", true),
        ("https://denkmee.example.nl/", false),
        ("https://Denkmee.example.nl", false),
        ("https://a.nl; script-src *", false),
        ("https://", false),
        ("denkmee.example.nl", false),
    ] {
        json["address"] = json!(address);
        let found = site::read(&json).err().unwrap_or_default();
        let expected = Finding { path: "$.address".into(), cause: Cause::Expected(Expected::Origin) };
        assert_eq!(found, if fine { vec![] } else { vec![expected] }, "{address}");
    }
}

#[test]
fn in_feedback_of_an_earlier_release_nobody_confirmed_a_gathering_or_paper() {
    let mut json = load("content/feedback/drenthe-dichterbij.json");
    let now = feedback::read(&json, "drenthe-dichterbij", &Language::ALL).unwrap();
    assert_eq!((now.counts.received.gathering, now.counts.gatherings.unwrap().count), (61, 6));
    let counts = json["counts"].as_object_mut().unwrap();
    counts.remove("gatherings");
    counts.insert("received".into(), json!({"resident": 260, "gathering": 61, "paper": 29}));
    for way in json["ways"].as_array_mut().unwrap().iter_mut().filter(|way| way["source"] == "unconfirmed") {
        way["source"] = json!("paper");
    }
    let then = feedback::read(&json, "drenthe-dichterbij", &Language::ALL).unwrap();
    assert_eq!(then.counts.received, BySource { resident: 260, unconfirmed: 90, ..BySource::default() });
    let claimed = then.ways.iter().filter(|way| way.source != Origin::Resident);
    assert!(claimed.clone().count() > 5 && claimed.clone().all(|way| way.source == Origin::Unconfirmed));
}

/// The example with all that may be said of how it was prepared, and of what happened to it.
pub(in crate::files) fn with_all_that_may_be() -> Value {
    let mut json = load("content/consultations/flevoland-krachtige-samenleving.json");
    let (text, closes) = (json!({"nl": "Tekst", "en": "Text"}), json["closes"].clone());
    let record = |what: &str, on: &str, was: &Value| json!({"what": what, "on": on, "closes_was": was, "reason": text});
    let mut extended = record("extended", "2026-10-02", &json!("2026-10-05"));
    extended["feedback_due_was"] = json!("2026-12-01");
    json["subject"] = text.clone();
    json["amended"] = json!([
        extended,
        record("closed_early", "2026-10-03", &json!("2028-01-01")),
        record("withdrawn", "2026-10-04", &closes),
    ]);
    json["law"] =
        json!({"phase": "preparing", "ordinance": {"title": text, "url": "https://example.org/", "year": 2025}});
    json["scope"]["agreed"] = json!({"by": text, "on": "2026-09-01"});
    json["tested"] = json!([{"touchstone": "pilotvoorwaarden", "point": 6, "how": text}]);
    json["seen_by"] = json!({"role": text, "on": "2026-09-02"});
    json
}

fn found_in(json: &Value) -> Vec<(String, Cause)> {
    let (site, places) = around();
    let file_stem = "flevoland-krachtige-samenleving";
    let around = consultation::Surroundings { site: Some(&site), places: &places, file_stem };
    let found = consultation::read(json, &around).err().unwrap_or_default();
    found.into_iter().map(|one| (one.path, one.cause)).collect()
}

#[test]
fn what_happened_to_a_question_is_a_chain_of_days() {
    let day = |text: &str| crate::domain::day::Day::try_from(text).unwrap();
    let whole = with_all_that_may_be();
    assert_eq!(found_in(&whole), []);
    let wrong = |change: &dyn Fn(&mut Value)| {
        let mut json = whole.clone();
        change(&mut json);
        found_in(&json)
    };
    let at = |path: &str, cause: Cause| vec![(path.to_owned(), cause)];
    let closes = day(whole["closes"].as_str().unwrap());
    assert_eq!(
        wrong(&|json| json["amended"][0]["closes_was"] = json!("2028-01-01")),
        at("$.amended[0].closes_was", Cause::After { field: "closes", day: day("2027-12-31") }),
        "extended to the same day"
    );
    assert_eq!(
        wrong(&|json| json["amended"][1]["closes_was"] = json!("2026-10-06")),
        at("$.amended[1].closes_was", Cause::Before { field: "closes", day: closes.next() }),
        "closed early, later than it closed"
    );
    assert_eq!(
        wrong(&|json| json["amended"][2]["closes_was"] = json!("2026-10-06")),
        at("$.amended[2].closes_was", Cause::Before { field: "closes", day: closes }),
        "withdrawn, and another last day"
    );
    assert_eq!(
        wrong(&|json| json["amended"][1]["on"] = json!("2026-10-01")),
        at("$.amended[1].on", Cause::Before { field: "amended.on", day: day("2026-10-02") })
    );
    assert_eq!(
        wrong(&|json| json["amended"].as_array_mut().unwrap().push(json!({
            "what": "extended", "on": "2026-10-05", "closes_was": whole["closes"], "reason": "Toch"
        }))),
        [
            ("$.amended[2].what".to_owned(), Cause::NotOneOf(&["extended", "closed_early"])),
            ("$.amended[3].closes_was".to_owned(), Cause::After { field: "closes", day: closes.previous() })
        ],
        "nothing happens to what is asked no more"
    );
    assert_eq!(
        wrong(&|json| json["tested"] = json!([
            {"touchstone": "pilotvoorwaarden", "point": 7, "how": "x"}, {"touchstone": "anders", "point": 1, "how": "x"}
        ])),
        [
            ("$.tested[0].point".to_owned(), Cause::Range { min: 1, max: 6 }),
            ("$.tested[1].touchstone".to_owned(), Cause::Dangling { id: "anders".into(), among: "touchstones" })
        ]
    );
}

#[test]
fn what_is_withdrawn_is_open_no_more_and_waits_for_nothing() {
    use crate::domain::consultation::Status;
    let day = |text: &str| crate::domain::day::Day::try_from(text).unwrap();
    let (site, places) = around();
    let file_stem = "flevoland-krachtige-samenleving";
    let around = consultation::Surroundings { site: Some(&site), places: &places, file_stem };
    let mut json = with_all_that_may_be();
    json["opens"] = json!("2026-10-01");
    let read = consultation::read(&json, &around).unwrap();
    assert_eq!(read.ends(), day("2026-10-03"));
    assert_eq!(read.status(day("2026-10-03"), None), Status::Open);
    for later in ["2026-10-04", "2030-01-01"] {
        assert_eq!(read.status(day(later), Some(day("2029-01-01"))), Status::Withdrawn);
    }
    for (n, today) in ["2026-09-30", "2026-10-01", "2026-10-03", "2026-10-04", "2029-01-01"].iter().enumerate() {
        let holding: Vec<_> = read.spans(None).into_iter().filter(|(_, span)| span.holds(day(today))).collect();
        assert_eq!(holding.len(), 1, "{n}: {holding:?}");
        assert_eq!(holding[0].0, read.status(day(today), None));
    }
    let form = read.form(Language::Nl, "/", &site.endpoint);
    assert_eq!(form.closes, day("2026-10-03"), "who has the form in their hand knows it by this day");
}

/// Every place in a JSON value, as a pointer.
fn pointers(value: &Value, at: String, all: &mut Vec<String>) {
    match value {
        Value::Array(list) => {
            list.iter().enumerate().for_each(|(n, v)| pointers(v, format!("{at}/{n}"), all));
        }
        Value::Object(map) => map.iter().for_each(|(key, v)| pointers(v, format!("{at}/{key}"), all)),
        _ => {}
    }
    all.push(at);
}

fn junk() -> impl Strategy<Value = Value> {
    prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        ".{0,12}".prop_map(Value::from),
        Just(json!([])),
        Just(json!({})),
        Just(json!([{"id": "a"}, [[]], null])),
    ]
}

proptest! {
    #[test]
    fn whatever_stands_in_a_file_reading_it_ends_in_a_consultation_or_findings(at: prop::sample::Index, junk in junk()) {
        let mut json = load("content/consultations/drenthe-dichterbij.json");
        let mut all = Vec::new();
        pointers(&json, String::new(), &mut all);
        if let Some(value) = json.pointer_mut(at.get(all.as_slice()).as_str()) {
            *value = junk;
        }
        for (path, _) in findings(&json) {
            prop_assert!(path.starts_with('$'));
        }
    }
}
