//! What is other in a site that was made than in what is published, as people know it: by question and by field, and not by
//! file.

use super::{How, Published, changes::Changes};
use crate::{
    domain::{consultation::Amended, day::Day, language::Localised},
    files::content::manuscript::{
        amend::code,
        form::{CONSULTATION, Field, Is},
        path::get,
    },
};
use serde_json::{Map, Value};
use std::collections::BTreeMap;

/// Where questions stand.
const CONSULTATIONS: &str = "content/consultations/";
/// Where what was told back stands.
const FEEDBACK: &str = "content/feedback/";
/// Where lists of places stand.
const PLACES: &str = "content/places/";

/// All of it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Differences {
    /// Questions, by slug.
    pub questions: Vec<Other>,
    /// What was told back, by the slug of its question.
    pub answers: Vec<Other>,
    /// Lists of places, by province.
    pub places: Vec<Other>,
    /// Fields of the site itself, by name.
    pub site: Vec<String>,
    /// Whether its colours and letters are others.
    pub theme: bool,
    /// Whether pictures are others.
    pub pictures: bool,
    /// Whether its apps are others.
    pub apps: bool,
    /// Whether that explains nothing of what changes: then it is what goes with the day, or the fixed words of the site.
    pub only_the_rest: bool,
}

/// Something that is new, gone or not as it was.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Other {
    /// How it is named in its address.
    pub slug: String,
    /// What it is called, as far as that is known.
    pub title: Option<Localised>,
    /// What happened to it.
    pub how: How,
    /// Where it is not as it was.
    pub parts: Vec<Part>,
}

/// A part that is not as it was.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Part {
    /// A field, by its name; in this language only, where it has more.
    Field(String, Option<String>),
    /// An item of a list, by the name of that; and which of its own parts.
    Item(String, Option<Localised>, How, Vec<Part>),
    /// So many items of a list in an item.
    Some(String, usize),
    /// The order of a list.
    Order(String),
    /// What happens to a question that people could see: the last day to react, and what that was.
    Amended { what: Amended, last: Day, was: Day },
}

impl Differences {
    /// Of what was made, by path, against what is published.
    pub fn of(published: &dyn Published, made: &BTreeMap<String, Vec<u8>>, changes: &Changes) -> Self {
        let json = |path: &str| made.get(path).and_then(|bytes| serde_json::from_slice::<Value>(bytes).ok());
        let assets = (published.json("assets.json").unwrap_or_default(), json("assets.json").unwrap_or_default());
        let has = |path: &str| changes.changed.iter().any(|one| one == path);
        let differs = |key: &str| has("assets.json") && assets.0[key] != assets.1[key];
        let title = |path: &str| json(path).or_else(|| published.json(path)).as_ref().and_then(titled);
        let found =
            |folder: &str, title: &dyn Fn(&str) -> Option<Localised>, parts: &dyn Fn(&Value, &Value) -> Vec<Part>| {
                let all = [(&changes.new, How::New), (&changes.changed, How::Otherwise), (&changes.gone, How::Gone)];
                let mut found = Vec::new();
                for (path, how) in all.into_iter().flat_map(|(paths, how)| paths.iter().map(move |path| (path, how))) {
                    let slug = path.strip_prefix(folder).and_then(|rest| rest.strip_suffix(".json"));
                    // In the folders below stands what was before.
                    let Some(slug) = slug.filter(|slug| !slug.contains('/')) else { continue };
                    let (was, is) = (published.json(path).unwrap_or_default(), json(path).unwrap_or_default());
                    let parts = if how == How::Otherwise { parts(&was, &is) } else { Vec::new() };
                    found.push(Other { slug: slug.to_owned(), title: title(slug), how, parts });
                }
                found
            };
        let question = |slug: &str| title(&format!("{CONSULTATIONS}{slug}.json"));
        let questions = found(CONSULTATIONS, &question, &of_question);
        let province = |slug: &str| {
            let path = format!("{PLACES}{slug}.json");
            let json = json(&path).or_else(|| published.json(&path))?;
            Some(Localised::Same(json["province"].as_str()?.to_owned()))
        };
        let mut all = Self {
            questions,
            answers: found(FEEDBACK, &question, &|_, _| Vec::new()),
            places: found(PLACES, &province, &|_, _| Vec::new()),
            site: match has("site.json") {
                true => {
                    fields(&published.json("site.json").unwrap_or_default(), &json("site.json").unwrap_or_default())
                }
                false => Vec::new(),
            },
            theme: differs("theme"),
            pictures: differs("pictures"),
            apps: differs("apps"),
            only_the_rest: false,
        };
        all.only_the_rest = all == Self::default() && *changes != Changes::default();
        all
    }
}

/// What something is called that has a title, a name or a text.
fn titled(json: &Value) -> Option<Localised> {
    let named = ["title", "name", "text", "label"].iter().find_map(|key| json.get(key))?;
    serde_json::from_value(named.clone()).ok()
}

/// The fields of an object that are not as they were.
fn fields(was: &Value, is: &Value) -> Vec<String> {
    let none = Map::new();
    let (was, is) = (was.as_object().unwrap_or(&none), is.as_object().unwrap_or(&none));
    let mut keys: Vec<String> = was.keys().filter(|key| was.get(*key) != is.get(*key)).cloned().collect();
    keys.extend(is.keys().filter(|key| !was.contains_key(*key)).cloned());
    keys
}

/// The parts of a question that are not as they were. What happened to it says its last day too.
fn of_question(was: &Value, is: &Value) -> Vec<Part> {
    let mut found = amended(was, is);
    let told = !found.is_empty();
    let is_told = |part: &Part| match part {
        Part::Field(name, _) => name == "closes",
        Part::Item(list, ..) => list == "amended",
        _ => false,
    };
    found.extend(parts(CONSULTATION, "", was, is).into_iter().filter(|part| !told || !is_told(part)));
    found
}

/// What happened to a question, as far as that was not told before.
fn amended(was: &Value, is: &Value) -> Vec<Part> {
    let (old, new) = (list(get(was, "amended")), list(get(is, "amended")));
    if new.get(..old.len()) != Some(old) {
        return Vec::new();
    }
    let day = |value: &Value| Day::try_from(value.as_str()?).ok();
    let told = |at: usize| {
        let one = &new[at];
        let what = Amended::ALL.into_iter().find(|what| one["what"] == code(*what))?;
        let last = new.get(at + 1).map_or(&is["closes"], |next| &next["closes_was"]);
        Some(Part::Amended { what, last: day(last)?, was: day(&one["closes_was"])? })
    };
    (old.len()..new.len()).filter_map(told).collect()
}

/// The parts of an object with these fields that are not as they were.
fn parts(all: &[Field], owner: &str, was: &Value, is: &Value) -> Vec<Part> {
    let mut found = Vec::new();
    for (at, field) in all.iter().enumerate() {
        // The fields of two kinds of question may share a name.
        if all[..at].iter().any(|one| one.key == field.key) {
            continue;
        }
        let (old, new) = (get(was, field.key), get(is, field.key));
        if old == new || matches!(field.is, Is::Own | Is::Id) {
            continue;
        }
        let name = if owner.is_empty() { field.key.to_owned() } else { format!("{owner}.{}", field.key) };
        match field.is {
            Is::List(inner, ..) if owner.is_empty() => found.extend(items(inner, &name, list(old), list(new))),
            Is::List(..) | Is::Lines(..) => {
                let (old, new) = (list(old), list(new));
                let count = new.iter().filter(|item| !old.contains(item)).count();
                let gone = old.iter().filter(|item| !new.contains(item)).count();
                found.push(match count.max(gone) {
                    0 => Part::Order(name),
                    count => Part::Some(name, count),
                });
            }
            _ => found.push(Part::Field(name, of_one_language(old, new))),
        }
    }
    found
}

fn list(value: Option<&Value>) -> &[Value] {
    value.and_then(Value::as_array).map_or(&[], Vec::as_slice)
}

/// The language in which alone a text differs.
fn of_one_language(was: Option<&Value>, is: Option<&Value>) -> Option<String> {
    let both = (was?.as_object()?, is?.as_object()?);
    let [one] = &fields(was?, is?)[..] else { return None };
    (both.0.len().max(both.1.len()) > 1).then(|| one.clone())
}

/// The items of a list that are not as they were. Items are the same by their id; without one, by their place.
fn items(inner: &[Field], name: &str, old: &[Value], new: &[Value]) -> Vec<Part> {
    let item = |of: &Value, how, parts| Part::Item(name.to_owned(), titled(of), how, parts);
    let last = name.rsplit('.').next().unwrap_or_default();
    // Those that say the same tell nothing; by their place only the others are compared.
    let (old_left, new_left): (Vec<_>, Vec<_>) = match inner.iter().any(|field| matches!(field.is, Is::Id)) {
        true => (old.iter().collect(), new.iter().collect()),
        false => (
            old.iter().filter(|item| !new.contains(item)).collect(),
            new.iter().filter(|item| !old.contains(item)).collect(),
        ),
    };
    let key = |at: usize, item: &Value| item["id"].as_str().map_or_else(|| at.to_string(), str::to_owned);
    let keyed = |all: &[&Value]| -> Vec<String> { all.iter().enumerate().map(|(at, item)| key(at, item)).collect() };
    let (old_keys, new_keys) = (keyed(&old_left), keyed(&new_left));
    let mut found = Vec::new();
    for (key, is) in new_keys.iter().zip(&new_left) {
        match old_keys.iter().position(|one| one == key) {
            None => found.push(item(is, How::New, Vec::new())),
            Some(at) if old_left[at] != *is => {
                found.push(item(is, How::Otherwise, parts(inner, last, old_left[at], is)));
            }
            Some(_) => {}
        }
    }
    let gone = old_keys.iter().zip(&old_left).filter(|(key, _)| !new_keys.contains(key));
    found.extend(gone.map(|(_, was)| item(was, How::Gone, Vec::new())));
    let stayed = |keys: &[String], others: &[String]| -> Vec<String> {
        keys.iter().filter(|key| others.contains(key)).cloned().collect()
    };
    if stayed(&old_keys, &new_keys) != stayed(&new_keys, &old_keys) || (found.is_empty() && old != new) {
        found.push(Part::Order(name.to_owned()));
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn consultation() -> Value {
        json!({
            "revision": 1, "title": {"nl": "De bus", "en": "The bus"}, "closes": "2027-01-01",
            "scope": {"open": [{"text": "De route"}, {"text": "De halte"}]},
            "questions": [
                {"id": "a", "title": "Hoe vaak?", "options": [{"id": "x", "label": "Nooit"}, {"id": "y", "label": "Vaak"}]},
                {"id": "b", "title": "Waarom?"}
            ]
        })
    }

    fn found(change: &dyn Fn(&mut Value)) -> Vec<Part> {
        let mut is = consultation();
        change(&mut is);
        parts(CONSULTATION, "", &consultation(), &is)
    }

    fn same(text: &str) -> Option<Localised> {
        Some(Localised::Same(text.to_owned()))
    }

    #[test]
    fn what_is_not_as_it_was_is_told_by_field_and_by_item() {
        let field = |name: &str, of: Option<&str>| vec![Part::Field(name.into(), of.map(str::to_owned))];
        assert_eq!(found(&|is| is["revision"] = json!(2)), []);
        assert_eq!(found(&|is| is["title"]["en"] = json!("A bus")), field("title", Some("en")));
        assert_eq!(found(&|is| is["title"] = json!({"nl": "x", "en": "y"})), field("title", None));
        assert_eq!(found(&|is| is["closes"] = json!("2027-02-01")), field("closes", None));
        let item = |list: &str, title: &str, how, parts| vec![Part::Item(list.into(), same(title), how, parts)];
        let answers = vec![Part::Some("questions.options".into(), 2)];
        let labels = |is: &mut Value| {
            is["questions"][0]["options"][0]["label"] = json!("Niet");
            is["questions"][0]["options"][1]["label"] = json!("Wel");
        };
        assert_eq!(found(&labels), item("questions", "Hoe vaak?", How::Otherwise, answers));
        let add = |is: &mut Value| is["questions"].as_array_mut().unwrap().push(json!({"id": "c", "title": "En?"}));
        assert_eq!(found(&add), item("questions", "En?", How::New, vec![]));
        let out = |is: &mut Value| drop(is["questions"].as_array_mut().unwrap().remove(1));
        assert_eq!(found(&out), item("questions", "Waarom?", How::Gone, vec![]));
        let turn = |is: &mut Value| is["questions"].as_array_mut().unwrap().reverse();
        assert_eq!(found(&turn), [Part::Order("questions".into())]);
        let scope = |is: &mut Value| drop(is["scope"]["open"].as_array_mut().unwrap().remove(0));
        assert_eq!(found(&scope), item("scope.open", "De route", How::Gone, vec![]));
        let words = |is: &mut Value| is["scope"]["open"][1]["text"] = json!("De haltes");
        let text = vec![Part::Field("open.text".into(), None)];
        assert_eq!(found(&words), item("scope.open", "De haltes", How::Otherwise, text));
        let turn = |is: &mut Value| is["scope"]["open"].as_array_mut().unwrap().reverse();
        assert_eq!(found(&turn), [Part::Order("scope.open".into())]);
    }

    #[test]
    fn what_happens_to_a_question_is_told_with_its_last_day() {
        let mut is = consultation();
        is["closes"] = json!("2027-02-01");
        let one = |what: &str, was: &str| json!({"what": what, "on": "2026-12-01", "closes_was": was, "reason": "x"});
        is["amended"] = json!([one("extended", "2027-01-01"), one("withdrawn", "2027-02-01")]);
        let day = |text: &str| Day::try_from(text).unwrap();
        let (first, last) = (day("2027-01-01"), day("2027-02-01"));
        assert_eq!(
            of_question(&consultation(), &is),
            [
                Part::Amended { what: Amended::Extended, last, was: first },
                Part::Amended { what: Amended::Withdrawn, last, was: last }
            ]
        );
    }

    #[test]
    fn fields_that_come_go_or_differ_are_named() {
        assert_eq!(fields(&json!({"a": 1, "b": 2, "c": 3}), &json!({"a": 1, "b": 4, "d": 5})), ["b", "c", "d"]);
    }
}
