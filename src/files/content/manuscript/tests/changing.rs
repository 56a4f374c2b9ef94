//! Whatever is changed can be taken back, and what shows is what the format has.

use crate::{
    domain::{id::Id, language::Language, places::Places},
    files::{
        content::manuscript::{
            Manuscript,
            edit::Edit,
            form::{CONSULTATION, Field, Is, turned},
            history::History,
            pasted, path,
            spots::{changes, is_wanting, of_finding, spots},
        },
        read::{Cause, Finding, consultation::Surroundings},
        schema,
    },
};
use proptest::prelude::*;
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet};

fn fresh() -> impl FnMut() -> Option<String> {
    let mut count = 0;
    move || {
        count += 1;
        Some(format!("id-{count}"))
    }
}

fn slug() -> Id {
    Id::try_from("bus").unwrap()
}

fn judged(manuscript: &Manuscript) -> Vec<Finding> {
    manuscript.findings(&Surroundings { site: None, places: &BTreeMap::<Id, Places>::new(), file_stem: "bus" })
}

#[test]
fn from_nothing_all_that_is_said_is_what_still_is_needed_and_each_of_it_has_its_field() {
    let manuscript = Manuscript::nothing(&slug(), &["nl", "en"], &mut fresh()).unwrap();
    let (spots, findings) = (spots(manuscript.root()), judged(&manuscript));
    assert!(findings.len() > 8, "{findings:?}");
    for finding in &findings {
        assert!(is_wanting(&finding.cause), "{finding:?}");
        assert!(of_finding(&spots, finding).is_some(), "{finding:?}");
    }
}

#[test]
fn the_example_lacks_only_its_days_in_each_language() {
    for languages in [&["nl"][..], &["nl", "en"]] {
        let findings = judged(&Manuscript::example(&slug(), languages));
        let paths: Vec<_> = findings.iter().map(|finding| finding.path.as_str()).collect();
        assert_eq!(paths, ["$.opens", "$.closes", "$.feedback_due", "$.decision.when"], "{languages:?}");
    }
}

#[test]
fn a_finding_comes_to_its_own_field_or_the_first_in_it_or_the_one_around_it() {
    let manuscript = Manuscript::example(&slug(), &["nl", "en"]);
    let spots = spots(manuscript.root());
    let at = |path: &str, cause: Cause| {
        of_finding(&spots, &Finding { path: path.into(), cause }).map(|spot| spot.path.clone())
    };
    assert_eq!(at("$.title", Cause::NoText(Language::En)).as_deref(), Some("title.en"));
    assert_eq!(at("$.title", Cause::Missing).as_deref(), Some("title.nl"));
    assert_eq!(at("$.owner", Cause::Missing).as_deref(), Some("owner.name.nl"));
    assert_eq!(at("$.questions[2].options", Cause::Missing).as_deref(), Some("questions[2].options"));
    assert_eq!(at("$.questions[2].options[1].id", Cause::Missing).as_deref(), Some("questions[2].options"));
    assert_eq!(at("$.questions[0].titel", Cause::Unknown).as_deref(), Some("questions"));
    assert_eq!(at("$.slug", Cause::Missing), None);
}

#[test]
fn a_field_that_comes_brings_what_is_around_it_and_takes_that_along_when_it_goes() {
    let mut root = json!({});
    let set = |root: &Value, path: &str, to: Option<Value>| Edit::set(root, path, to).unwrap();
    let come = set(&root, "owner.name.nl", Some("Team".into()));
    let back = come.apply(&mut root).unwrap();
    assert_eq!(root, json!({ "owner": { "name": { "nl": "Team" } } }));
    let go = set(&root, "owner.name.nl", None);
    go.apply(&mut root).unwrap();
    assert_eq!(root, json!({}));
    come.apply(&mut root).unwrap();
    back.apply(&mut root).unwrap();
    assert_eq!(root, json!({}));
    let mut listed = json!({ "facts": [{ "unit": "km" }] });
    set(&listed, "facts[0].unit", None).apply(&mut listed).unwrap();
    assert_eq!(listed, json!({ "facts": [{}] }), "an item of a list stays");
    assert_eq!(Edit::set(&listed, "facts[0].unit", None), None);
}

#[test]
fn a_burst_is_one_step_and_what_was_undone_is_never_lost() {
    let (mut root, mut history) = (json!({}), History::default());
    let types = |root: &mut Value, history: &mut History, text: &str| {
        let edit = Edit::set(root, "title.nl", Some(text.into())).unwrap();
        assert!(history.does(root, "title.nl", vec![edit]));
    };
    for text in ["B", "Bu", "Bus"] {
        types(&mut root, &mut history, text);
    }
    history.pause();
    types(&mut root, &mut history, "Bussen");
    assert_eq!(history.reach(), (3, 3), "the first letter brings the object around it");
    history.undo(&mut root);
    assert_eq!(root["title"]["nl"], "Bus");
    types(&mut root, &mut history, "Trein");
    // Back through all of it, and there again.
    let mut seen = vec![];
    while history.undo(&mut root).is_some() {
        seen.push(root.pointer("/title/nl").and_then(Value::as_str).unwrap_or_default().to_owned());
    }
    assert!(seen.contains(&"Bussen".to_owned()) && seen.last().unwrap().is_empty(), "{seen:?}");
    let mut again = History::of(&history.lines(0), history.reach().1);
    assert_eq!(again, history);
    while again.redo(&mut root).is_some() {}
    assert_eq!(root["title"]["nl"], "Trein");
}

#[test]
fn what_somebody_else_wrote_meanwhile_can_be_undone() {
    let (mut root, mut history) = (json!({ "minutes": 5 }), History::default());
    history.replaced(&mut root, &json!({ "minutes": 7 }));
    assert_eq!(root, json!({ "minutes": 7 }));
    history.undo(&mut root);
    assert_eq!(root, json!({ "minutes": 5 }));
}

#[test]
fn a_question_of_another_kind_keeps_what_belongs_to_that() {
    let Some(Is::List(fields, ..)) = CONSULTATION.iter().find(|field| field.key == "questions").map(|field| &field.is)
    else {
        panic!("no questions")
    };
    let single = json!({ "id": "a", "kind": "single", "title": "Wat?", "note": 1, "other": true,
        "options": [{ "id": "x", "label": "X" }, { "id": "y", "label": "Y" }] });
    let ranking = turned(fields, &single, "ranking", &mut fresh()).unwrap();
    assert_eq!(ranking["options"], single["options"]);
    assert_eq!((ranking.get("other"), &ranking["id"], &ranking["note"]), (None, &json!("a"), &json!(1)));
    let scale = turned(fields, &ranking, "scale", &mut fresh()).unwrap();
    assert_eq!((scale.get("options"), &scale["title"]), (None, &json!("Wat?")));
    let multiple = turned(fields, &scale, "multiple", &mut fresh()).unwrap();
    assert_eq!(multiple["options"].as_array().map(Vec::len), Some(2), "as many as it must have");
}

#[test]
fn what_differs_is_told_by_field_and_an_item_that_moved_is_the_same() {
    let before = Manuscript::example(&slug(), &["nl"]);
    let mut after = before.clone();
    Edit::Move("questions".into(), 0, 2).apply(after.root_mut()).unwrap();
    Edit::set(after.root(), "title.nl", Some("Anders".into())).unwrap().apply(after.root_mut()).unwrap();
    Edit::Remove("scope.open".into(), 1).apply(after.root_mut()).unwrap();
    let told = changes(before.root(), after.root());
    let told: Vec<_> = told.iter().map(|one| (one.spot.path.as_str(), one.after.as_str())).collect();
    assert_eq!(told, [("title.nl", "Anders"), ("scope.open[1].text.nl", "")]);
}

#[test]
fn fields_are_written_in_the_order_of_the_format() {
    let manuscript = Manuscript::example(&slug(), &["nl", "en"]);
    let text = manuscript.text();
    let at = |what: &str| text.find(what).unwrap_or_else(|| panic!("{what}"));
    let order = [
        "\"format\"",
        "\"slug\"",
        "\"title\": {\n    \"nl\"",
        "\"en\":",
        "\"decision\"",
        "\"who\"",
        "\"about\"",
        "\"fixed\"",
        "\"open\"",
        "\"questions\"",
        "\"id\": \"ervaring\"",
        "\"owner\"",
    ];
    let places: Vec<_> = order.iter().map(|what| at(what)).collect();
    assert!(places.is_sorted(), "{places:?}\n{text}");
    assert_eq!(Manuscript::read(text.as_bytes()), Ok(manuscript));
}

/// Every field that a form has, with what leads to it.
fn named(fields: &[Field], within: &str, found: &mut BTreeSet<String>) {
    for field in fields {
        let mut whole = within.to_owned();
        for part in field.key.split('.') {
            whole = format!("{whole}.{part}");
            found.insert(whole.clone());
        }
        if let Is::List(inner, ..) = field.is {
            named(inner, &format!("{whole}[]"), found);
        }
    }
}

/// Every field that a schema has.
fn of_schema(root: &Value, schema: &Value, within: &str, found: &mut BTreeSet<String>) {
    if let Some(name) = schema["$ref"].as_str().filter(|name| !name.ends_with("/Localised")) {
        of_schema(root, root.pointer(name.trim_start_matches('#')).unwrap(), within, found);
    }
    for (key, inner) in schema["properties"].as_object().into_iter().flatten() {
        found.insert(format!("{within}.{key}"));
        of_schema(root, inner, &format!("{within}.{key}"), found);
    }
    if schema["items"].is_object() {
        of_schema(root, &schema["items"], &format!("{within}[]"), found);
    }
    for key in ["oneOf", "anyOf", "allOf"] {
        schema[key].as_array().into_iter().flatten().for_each(|one| of_schema(root, one, within, found));
    }
}

#[test]
fn there_is_a_field_for_everything_in_the_schema_and_for_nothing_else() {
    let schemas: BTreeMap<_, _> = schema::all().into_iter().collect();
    let (mut ours, mut theirs) = (BTreeSet::new(), BTreeSet::new());
    named(CONSULTATION, "", &mut ours);
    of_schema(&schemas["consultation"], &schemas["consultation"], "", &mut theirs);
    assert_eq!(ours.symmetric_difference(&theirs).collect::<Vec<_>>(), Vec::<&String>::new());
}

#[test]
fn what_is_pasted_from_a_page_reads_as_paragraphs_and_lists() {
    let pdf = "De provincie wil weten wat u van het ver-\nvoer vindt. Dat kan tot de zomer van het jaar\ndat komt.\n\nWat telt mee:\n•\tde bus\n•\tde trein, ook als die te laat\nis";
    assert_eq!(
        pasted::paragraphs(pdf),
        "De provincie wil weten wat u van het vervoer vindt. Dat kan tot de zomer van het jaar dat komt.\n\nWat telt mee:\n– de bus\n– de trein, ook als die te laat is"
    );
    let word = "Eerste alinea\u{a0}met een zachte af\u{ad}breking.\r\nTweede alinea.\r\n1. een\r\n2. twee";
    assert_eq!(pasted::paragraphs(word), "Eerste alinea met een zachte afbreking.\n\nTweede alinea.\n– een\n– twee");
    assert_eq!(pasted::line(" Een titel\r\n"), "Een titel");
    assert_eq!(pasted::items("- goedkoop\n- snel"), Some(vec!["goedkoop".to_owned(), "snel".to_owned()]));
    assert_eq!(pasted::items("goedkoop"), None);
}

#[test]
fn a_column_of_a_sheet_becomes_numbers_whatever_stands_before_the_fraction() {
    let cases = [
        ("12,5", 12.5),
        ("1.234,5", 1234.5),
        ("1,234.5", 1234.5),
        ("1.234.567", 1_234_567.0),
        ("−3", -3.0),
        ("0.125", 0.125),
        ("12.345", 12_345.0),
        ("1.5", 1.5),
        ("€ 7", 7.0),
        ("45 %", 45.0),
    ];
    for (text, number) in cases {
        assert_eq!(pasted::number(text), Some(number), "{text}");
    }
    for text in ["", "ja", "inf", "NaN", "1,2,x"] {
        assert_eq!(pasted::number(text), None, "{text}");
    }
    let some = |label: &str, value: f64| (Some(label.to_owned()), Some(pasted::written(value)));
    let rows = |text: &str| pasted::sheet(text).map(|sheet| (sheet.heading, sheet.rows));
    assert_eq!(rows("2023\t1,5\r\n2024\t2\r\n"), Some((None, vec![some("2023", 1.5), some("2024", 2.0)])));
    assert_eq!(rows("1,5\n2,5"), Some((None, vec![(None, Some(json!(1.5))), (None, Some(json!(2.5)))])));
    assert_eq!(rows("1,5"), None);
    assert_eq!(rows("een zin\nen nog een"), None);
    // A heading is no value, and a word in the place of a number is not lost.
    assert_eq!(
        rows("Jaar\tAantal\n2023\t12\n2024\tn.v.t."),
        Some((
            Some("Jaar, Aantal".to_owned()),
            vec![some("2023", 12.0), (Some("2024".to_owned()), Some(json!("n.v.t.")))]
        ))
    );
    assert_eq!(
        rows("Assen\t12\nEmmen\tn.v.t."),
        Some((None, vec![some("Assen", 12.0), (Some("Emmen".to_owned()), Some(json!("n.v.t.")))]))
    );
}

fn any_edit() -> impl Strategy<Value = (u8, usize, usize, Option<String>)> {
    (0u8..5, 0usize..4, 0usize..4, proptest::option::of(".{0,5}"))
}

proptest! {
    #[test]
    fn whatever_is_done_undoing_all_of_it_leads_to_where_one_began(edits in proptest::collection::vec(any_edit(), 0..40)) {
        let began = Manuscript::example(&slug(), &["nl", "en"]);
        let (mut now, mut history) = (began.clone(), History::default());
        for (what, a, b, text) in edits {
            let root = now.root();
            let edit = match what {
                0 => Edit::set(root, &format!("questions[{a}].title.nl"), text.map(Value::from)),
                1 => Edit::set(root, ["owner.email", "decision.who.nl", "picture.alt.nl", "minutes"][b], text.map(Value::from)),
                2 => Edit::insert(root, ["questions", "facts", "scope.open", "sources"][b], a, json!({ "id": text })),
                3 => Some(Edit::Remove("questions".into(), a)),
                _ => Some(Edit::Move("questions".into(), a, b)),
            };
            if what == 4 && a == b {
                prop_assert!(history.undo(now.root_mut()).is_some() || history.reach().1 == 0);
                continue;
            }
            history.does(now.root_mut(), &a.to_string(), edit.into_iter().collect());
        }
        let ended = now.clone();
        let mut kept = History::of(&history.lines(0), history.reach().1);
        while kept.undo(now.root_mut()).is_some() {}
        prop_assert_eq!(&now, &began);
        while kept.redo(now.root_mut()).is_some() {}
        let holds = history.reach();
        if holds.0 == holds.1 {
            prop_assert_eq!(&now, &ended);
        }
        prop_assert!(path::get(now.root(), "slug").is_some());
    }

    #[test]
    fn whatever_is_pasted_keeps_its_letters(text in "\\PC{0,80}") {
        let letters = |text: &str| text.chars().filter(|c| c.is_ascii_alphabetic()).count();
        // But the mark of an item may be a letter.
        prop_assert!(letters(&pasted::paragraphs(&text)) + text.matches('o').count() >= letters(&text));
        let _ = (pasted::sheet(&text), pasted::number(&text), pasted::items(&text));
    }
}
