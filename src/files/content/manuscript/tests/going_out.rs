//! What is looked at before a question goes out, and what can happen to it after that.

use crate::{
    domain::{consultation::Amended, day::Day, id::Id, places::Places, site::Site},
    files::{
        content::{
            self, doubt,
            manuscript::{
                Manuscript,
                amend::{Hindrance, Wish, amended, restored},
                edit::Edit,
                gate::{Asked, Care, Gate, all, is_reason, question_of, stood},
                spots::{is_of_last_day, of_finding, spots},
            },
        },
        read::{self, consultation::Surroundings},
    },
    native::disk::Disk,
};
use serde_json::{Value, json};
use std::collections::BTreeMap;

const TODAY: &str = "2026-11-01";

fn day(text: &str) -> Day {
    Day::try_from(text).unwrap()
}

fn site() -> Site {
    let file = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("public/site.json");
    read::site::read(&serde_json::from_slice(&std::fs::read(file).unwrap()).unwrap()).unwrap()
}

/// The example with its days, so that nothing is wrong with it.
fn whole() -> Manuscript {
    let mut manuscript = Manuscript::example(&Id::try_from("bus").unwrap(), &["nl"]);
    let days = [
        ("opens", "2026-11-10"),
        ("closes", "2027-01-10"),
        ("feedback_due", "2027-02-10"),
        ("decision.when", "2027-03-01"),
    ];
    for (key, day) in days {
        set(&mut manuscript, key, json!(day));
    }
    manuscript
}

fn set(manuscript: &mut Manuscript, path: &str, to: Value) {
    let edit = Edit::set(manuscript.root(), path, Some(to)).unwrap();
    edit.apply(manuscript.root_mut()).unwrap();
}

fn asked(manuscript: &Manuscript, before: Option<&Value>) -> Vec<Asked> {
    let around = Surroundings { site: None, places: &BTreeMap::<Id, Places>::new(), file_stem: "bus" };
    let read = manuscript.judged(&around);
    all(manuscript.root(), read.as_ref().ok(), before, Some(&site()), Some(day(TODAY)))
}

fn keys(manuscript: &Manuscript, before: Option<&Value>) -> Vec<String> {
    asked(manuscript, before).into_iter().map(|one| one.key).collect()
}

#[test]
fn the_example_asks_only_with_whom_was_agreed_and_nothing_once_that_is_said() {
    let mut manuscript = whole();
    assert_eq!(keys(&manuscript, None), ["not_agreed"]);
    set(&mut manuscript, "scope.agreed", json!({"by": {"nl": "Gedeputeerde Staten"}, "on": "2026-10-01"}));
    assert_eq!(keys(&manuscript, None), [""; 0]);
    set(&mut manuscript, "scope.agreed.on", json!("2026-12-01"));
    assert_eq!(keys(&manuscript, None), ["agreed_late"]);
    set(&mut manuscript, "kind", json!("listening"));
    assert_eq!(keys(&manuscript, None), [""; 0], "without an agenda nothing is agreed on");
}

#[test]
fn the_dilemmas_that_are_published_have_two_fair_sides() {
    let content = content::load(&Disk::at(concat!(env!("CARGO_MANIFEST_DIR"), "/public/content"))).unwrap();
    for (slug, consultation) in &content.consultations {
        let manuscript = Manuscript::read(&content.files[&format!("consultations/{slug}.json")]).unwrap();
        let asked = all(manuscript.root(), Some(consultation), None, Some(&content.site), Some(day("2026-11-27")));
        let odd = asked.iter().filter(|one| matches!(one.what, Care::OneSided(_)));
        assert_eq!(odd.collect::<Vec<_>>(), Vec::<&Asked>::new(), "{slug}");
    }
}

#[test]
fn each_thing_to_look_at_is_asked_at_its_field_until_it_is_mended() {
    let mut manuscript = whole();
    let new = json!({"id": "d", "title": {"nl": "Bus of belbus?"}, "sides": [
        {"label": {"nl": "Bus"}, "gains": [{"nl": "Rijdt op tijd en iedereen kent hem"}, {"nl": "Goedkoop"}], "costs": [{"nl": "Leeg"}]},
        {"label": {"nl": "Belbus"}, "gains": [{"nl": "Snel"}], "costs": [{"nl": "Bellen"}]},
    ]});
    let mut dilemmas = manuscript.root()["dilemmas"].as_array().cloned().unwrap_or_default();
    let n = dilemmas.len();
    dilemmas.push(new);
    set(&mut manuscript, "dilemmas", json!(dilemmas));
    set(
        &mut manuscript,
        "facts",
        json!([{"id": "f", "title": {"nl": "Reizigers"}, "chart": "figure",
        "values": [{"label": {"nl": "2025"}, "value": 3}], "source": {"title": {"nl": "Telling"}}}]),
    );
    set(&mut manuscript, "touchstones", json!(["pilotvoorwaarden"]));
    set(&mut manuscript, "tested", json!([{"touchstone": "pilotvoorwaarden", "point": 1, "how": {"nl": "Zo"}}]));
    set(&mut manuscript, "closes", json!("2026-11-11"));
    let found = asked(&manuscript, None);
    let at = |key: &str| found.iter().find(|one| one.key == key).map(|one| one.at.as_str());
    assert_eq!(at("one_sided.d"), Some(&*format!("dilemmas[{n}].sides[1].gains")));
    assert_eq!(at("not_asked.d"), Some(&*format!("dilemmas[{n}].title.nl")));
    assert_eq!(at("no_address.f"), Some("facts[0].source.url"));
    assert_eq!(at("untested.pilotvoorwaarden"), Some("touchstones"));
    assert_eq!(at("day.short"), Some("closes"));
    let points = found.iter().find_map(|one| match &one.what {
        Care::Untested { points, .. } => Some(points.iter().map(|(number, _)| *number).collect::<Vec<_>>()),
        _ => None,
    });
    assert_eq!(points, Some(vec![2, 3, 4, 5, 6]), "the first is answered");

    let count = manuscript.root()["questions"].as_array().unwrap().len();
    let question = question_of(manuscript.root(), "d", "nieuw".to_owned());
    assert_eq!(question["title"]["nl"], "Bus of belbus?");
    Edit::insert(manuscript.root(), "questions", count, question).unwrap().apply(manuscript.root_mut()).unwrap();
    assert!(!keys(&manuscript, None).contains(&"not_asked.d".to_owned()));
}

#[test]
fn a_day_that_people_saw_does_not_change_without_a_word() {
    let before = whole();
    let mut now = before.clone();
    set(&mut now, "closes", json!("2027-01-20"));
    assert!(keys(&now, Some(before.root())).contains(&"silent.closes".to_owned()));
    let extended = amended(&before, &wish(Amended::Extended)).unwrap();
    assert_eq!(keys(&extended, Some(before.root())), ["not_agreed"]);
}

fn wish(what: Amended) -> Wish {
    let closes = Some(day("2027-01-20"));
    Wish { what, today: day("2026-12-01"), closes, feedback_due: None, reason: vec![("nl".into(), " Drukte ".into())] }
}

#[test]
fn what_happens_to_a_question_is_what_the_reader_takes_one_act_after_the_other() {
    let around = Surroundings { site: None, places: &BTreeMap::<Id, Places>::new(), file_stem: "bus" };
    let days = |manuscript: &Manuscript| {
        let read = manuscript.judged(&around).unwrap();
        (read.closes, read.ends(), read.feedback_due, read.amended.len())
    };
    let began = whole();
    let extended = amended(&began, &Wish { feedback_due: Some(day("2027-03-01")), ..wish(Amended::Extended) }).unwrap();
    assert_eq!(days(&extended), (day("2027-01-20"), day("2027-01-20"), day("2027-03-01"), 1));
    assert_eq!(
        extended.root()["amended"][0],
        json!({"what": "extended", "on": "2026-12-01", "closes_was": "2027-01-10", "feedback_due_was": "2027-02-10",
            "reason": {"nl": "Drukte"}})
    );
    let closed = amended(&extended, &Wish { today: day("2026-12-05"), ..wish(Amended::ClosedEarly) }).unwrap();
    assert_eq!(days(&closed), (day("2026-12-05"), day("2026-12-05"), day("2027-03-01"), 2));
    let withdrawn = amended(&extended, &Wish { today: day("2026-12-06"), ..wish(Amended::Withdrawn) }).unwrap();
    assert_eq!(days(&withdrawn), (day("2027-01-20"), day("2026-12-05"), day("2027-03-01"), 2));
    assert_eq!(amended(&withdrawn, &wish(Amended::Extended)), Err(Hindrance::Withdrawn));
    // Withdrawn, and asked after all.
    assert_eq!(restored(&withdrawn).unwrap(), extended);
    assert_eq!(restored(&amended(&began, &wish(Amended::Withdrawn)).unwrap()).unwrap(), began);
    assert_eq!((restored(&extended), restored(&began)), (None, None));
    // Open again, after it had closed.
    let later = Wish { today: day("2027-02-01"), closes: Some(day("2027-02-09")), ..wish(Amended::Extended) };
    assert_eq!(days(&amended(&began, &later).unwrap()).0, day("2027-02-09"));
}

#[test]
fn a_last_day_that_was_changed_by_hand_is_said_at_that_day() {
    let late = Wish { closes: Some(day("2027-01-20")), ..wish(Amended::Extended) };
    let mut manuscript = amended(&whole(), &late).unwrap();
    set(&mut manuscript, "closes", json!("2027-01-05"));
    let around = Surroundings { site: None, places: &BTreeMap::<Id, Places>::new(), file_stem: "bus" };
    let found = manuscript.judged(&around).unwrap_err();
    let all = spots(manuscript.root());
    let [one] = &found[..] else { panic!("{found:?}") };
    assert!(is_of_last_day(one));
    assert_eq!(of_finding(&all, one).map(|spot| spot.path.as_str()), Some("closes"));
}

#[test]
fn what_can_not_be_done_says_why_and_changes_nothing() {
    let began = whole();
    let why = |wish: Wish| amended(&began, &wish).unwrap_err();
    assert_eq!(why(Wish { reason: vec![], ..wish(Amended::Withdrawn) }), Hindrance::NoReason("nl".into()));
    let same = Wish { closes: Some(day("2027-01-10")), ..wish(Amended::Extended) };
    assert_eq!(why(same), Hindrance::NotLater(day("2027-01-10")));
    let late = Wish { closes: Some(day("2027-02-20")), ..wish(Amended::Extended) };
    assert_eq!(why(late), Hindrance::PromisedBefore(day("2027-02-20")));
    assert_eq!(why(Wish { today: day(TODAY), ..wish(Amended::ClosedEarly) }), Hindrance::NotOpen(day("2026-11-10")));
    let over = Wish { today: day("2027-01-10"), ..wish(Amended::ClosedEarly) };
    assert_eq!(why(over), Hindrance::IsClosed(day("2027-01-10")));
}

#[test]
fn where_the_site_asks_for_a_second_person_the_check_asks_who_read_what_people_can_still_react_to() {
    let folder = Disk::at(concat!(env!("CARGO_MANIFEST_DIR"), "/public/content"));
    let mut content = content::load(&folder).unwrap();
    let asked = |content: &content::Content, today: &str| {
        let all = doubt::all(&folder, content, None, day(today));
        all.into_iter().filter(|one| one.what == doubt::What::NotSeen).count()
    };
    assert_eq!(asked(&content, TODAY), 0);
    content.site.second_person = true;
    assert_eq!(asked(&content, TODAY), content.consultations.len());
    assert_eq!(asked(&content, "2031-01-01"), 0, "what is over goes out no more");
}

#[test]
fn what_was_decided_is_kept_and_a_yes_belongs_to_the_text_as_it_stood() {
    let mut manuscript = whole();
    let mut gate = Gate::default();
    assert_eq!((gate.reason("not_agreed"), gate.seen(&manuscript)), ("", None));
    gate.pass("not_agreed", "Het college vergadert vrijdag");
    gate.see(&manuscript, "Jansen", day(TODAY));
    let mut gate = Gate::read(gate.text().as_bytes());
    assert_eq!(gate.reason("not_agreed"), "Het college vergadert vrijdag");
    assert!(
        is_reason(gate.reason("not_agreed")) && !is_reason("x         ") && !is_reason(""),
        "a letter is no reason"
    );
    assert_eq!(gate.seen(&manuscript), Some(("Jansen", true)));
    set(&mut manuscript, "seen_by", json!({"role": "teamleider", "on": TODAY}));
    set(&mut manuscript, "closes", json!("2027-01-20"));
    assert_eq!(gate.seen(&manuscript), Some(("Jansen", true)), "days have a reason of their own");
    set(&mut manuscript, "title.nl", json!("Anders"));
    assert_eq!(gate.seen(&manuscript), Some(("Jansen", false)));
    gate.pass("not_agreed", " ");
    assert_eq!(gate.reason("not_agreed"), "", "without a reason it is asked again");
    let odd = Gate::read(b"{ niet leesbaar");
    assert!(odd.text().contains("niet leesbaar"), "what can't be read is not lost");
}

#[test]
fn what_stood_so_already_is_not_asked_again_and_what_changed_is() {
    let mut before = whole();
    let sides = json!([
        {"label": {"nl": "Bus"}, "gains": [{"nl": "Rijdt op tijd"}, {"nl": "Goedkoop"}, {"nl": "Droog"}], "costs": [{"nl": "Leeg"}]},
        {"label": {"nl": "Belbus"}, "gains": [{"nl": "Snel"}], "costs": []},
    ]);
    let mut dilemmas = before.root()["dilemmas"].as_array().cloned().unwrap_or_default();
    dilemmas.push(json!({"id": "d", "title": {"nl": "Bus of belbus?"}, "sides": sides}));
    let n = dilemmas.len() - 1;
    set(&mut before, "dilemmas", json!(dilemmas));
    set(
        &mut before,
        "facts",
        json!([{"id": "f", "title": {"nl": "Reizigers"}, "chart": "figure",
        "values": [{"label": {"nl": "2025"}, "value": 3}], "source": {"title": {"nl": "Telling"}}}]),
    );
    set(&mut before, "touchstones", json!(["pilotvoorwaarden"]));
    set(&mut before, "closes", json!("2026-11-11"));
    let earlier = asked(&before, None);
    // Of what is left to look at.
    let left = |now: &Manuscript| {
        let all = asked(now, Some(before.root()));
        let left = all.into_iter().filter(|one| !stood(one, now.root(), before.root(), &earlier));
        left.map(|one| one.key).collect::<Vec<_>>()
    };
    assert!(earlier.len() > 5, "{earlier:?}");
    let change = |path: &str, to: Value| {
        let mut now = before.clone();
        set(&mut now, path, to);
        left(&now)
    };
    assert_eq!(change("title.nl", json!("Hoe rijdt de bus straks?")), [""; 0], "a typing error");
    assert_eq!(change(&format!("dilemmas[{n}].title.nl"), json!("Bus of Belbus?")), [""; 0]);
    let moved: Vec<_> = dilemmas.iter().rev().cloned().collect();
    assert_eq!(change("dilemmas", json!(moved)), [""; 0], "another order");
    assert_eq!(change(&format!("dilemmas[{n}].sides[1].gains[0].nl"), json!("Vlug")), ["one_sided.d"]);
    assert_eq!(change("facts[0].source.title.nl", json!("Schatting")), ["no_address.f"]);
    assert_eq!(change("closes", json!("2026-11-12")), ["silent.closes", "day.short"]);
    let asks = before.root()["questions"].as_array().unwrap().iter().position(|one| one["kind"] == "dilemma");
    let mut questions = before.root()["questions"].as_array().cloned().unwrap();
    let gone = questions.remove(asks.unwrap());
    let of = format!("not_asked.{}", gone["dilemma"].as_str().unwrap());
    assert_eq!(change("questions", json!(questions)), [of]);
}
