//! What a person should look at before a question goes out, beyond what its format needs: each can be left as it is with a reason.
//! What was decided stands in `work/<slug>/gate.json`, and is never published.

use super::{
    Manuscript,
    form::CONSULTATION,
    order,
    path::{get, put},
    spots::{languages, words},
};
use crate::{
    domain::{consultation::Consultation, day::Day, digest, site::Site},
    files::content::days::{self, Odd},
};
use serde_json::{Value, json};

/// What it is called, in the folder of its question.
pub const FILE: &str = "gate.json";
/// Its format.
const FORMAT: &str = "beginspraak.gate/1";
/// What may change without a second person reading all of it again: the days, which have a reason of their own, and what the
/// program writes itself.
const ASIDE: [&str; 5] = ["seen_by", "amended", "closes", "feedback_due", "revision"];

/// Something to look at.
#[derive(Clone, Debug, PartialEq)]
pub struct Asked {
    /// By what it is known, as long as it is about the same thing.
    pub key: String,
    /// The field to go to.
    pub at: String,
    /// What it is.
    pub what: Care,
}

/// What there can be to look at.
#[derive(Clone, Debug, PartialEq)]
pub enum Care {
    /// Nobody said with whom was agreed what can still change.
    NotAgreed,
    /// That was agreed on after people could react.
    AgreedLate(Day),
    /// A day that makes little sense.
    Odd(Odd),
    /// A day that people saw was changed, and they are not told why.
    Silent,
    /// One side of a dilemma says much more than the other; which dilemma, from 0.
    OneSided(usize),
    /// No question asks about this dilemma.
    NotAsked {
        /// Which dilemma, from 0.
        at: usize,
        /// Its id.
        id: String,
    },
    /// Nobody can look up where this fact comes from; which fact, from 0.
    NoAddress(usize),
    /// A touchstone of the question, and points of it of which nobody said how they are met.
    Untested {
        /// Which one.
        id: String,
        /// What it is called.
        title: String,
        /// Its points by number, from 1.
        points: Vec<(usize, String)>,
    },
}

/// All of it. `read` is the draft, once nothing stands in the way of reading it; `before` is what is published.
pub fn all(
    root: &Value,
    read: Option<&Consultation>,
    before: Option<&Value>,
    site: Option<&Site>,
    today: Option<Day>,
) -> Vec<Asked> {
    let first = languages(root).remove(0);
    let mut all = Vec::new();
    let mut ask = |key: String, at: String, what: Care| all.push(Asked { key, at, what });
    let day = |root: &Value, key: &str| Day::try_from(words(root, key).as_str()).ok();
    if words(root, "kind") == "question" {
        if words(root, &format!("scope.agreed.by.{first}")).is_empty() {
            ask("not_agreed".into(), format!("scope.agreed.by.{first}"), Care::NotAgreed);
        }
        if let (Some(on), Some(opens)) = (day(root, "scope.agreed.on"), day(root, "opens"))
            && on > opens
        {
            ask("agreed_late".into(), "scope.agreed.on".into(), Care::AgreedLate(on));
        }
    }
    let acts = |root: &Value| get(root, "amended").and_then(Value::as_array).map_or(0, Vec::len);
    if let Some(before) = before.filter(|before| acts(before) == acts(root)) {
        for key in ["closes", "feedback_due"] {
            if day(root, key).is_some() && day(root, key) != day(before, key) {
                ask(format!("silent.{key}"), key.into(), Care::Silent);
            }
        }
    }
    if let (Some(read), Some(today)) = (read, today) {
        for odd in days::odd(read, today) {
            let (key, at) = place(&odd);
            ask(format!("day.{key}"), at.to_owned(), Care::Odd(odd));
        }
    }
    let list = |key: &str| get(root, key).and_then(Value::as_array).map_or(0, Vec::len);
    let asked: Vec<_> = (0..list("questions")).map(|n| words(root, &format!("questions[{n}].dilemma"))).collect();
    for at in 0..list("dilemmas") {
        let id = words(root, &format!("dilemmas[{at}].id"));
        if let Some(side) = poor_side(root, at, &first) {
            let field = format!("dilemmas[{at}].sides[{side}].gains");
            ask(format!("one_sided.{id}"), field, Care::OneSided(at));
        }
        if !asked.contains(&id) {
            let field = format!("dilemmas[{at}].title.{first}");
            ask(format!("not_asked.{id}"), field, Care::NotAsked { at, id });
        }
    }
    for at in 0..list("facts") {
        let of = |key: &str| words(root, &format!("facts[{at}].{key}"));
        // What is made up has nowhere to be looked up.
        let invented = get(root, &format!("facts[{at}].example")) == Some(&Value::Bool(true));
        if !of(&format!("source.title.{first}")).is_empty() && of("source.url").is_empty() && !invented {
            ask(format!("no_address.{}", of("id")), format!("facts[{at}].source.url"), Care::NoAddress(at));
        }
    }
    let tested: Vec<_> = (0..list("tested")).map(|n| &root["tested"][n]).collect();
    for touchstone in site.iter().flat_map(|site| &site.touchstones) {
        let id = touchstone.id.as_str();
        let chosen = (0..list("touchstones")).any(|n| root["touchstones"][n] == id);
        let is_said = |point: usize| tested.iter().any(|one| one["touchstone"] == id && one["point"] == point);
        let points: Vec<_> = touchstone
            .items
            .iter()
            .enumerate()
            .filter(|(n, _)| chosen && !is_said(n + 1))
            .map(|(n, item)| (n + 1, item.get(Default::default()).to_owned()))
            .collect();
        if !points.is_empty() {
            let title = touchstone.title.get(Default::default()).to_owned();
            ask(format!("untested.{id}"), "touchstones".into(), Care::Untested { id: id.to_owned(), title, points });
        }
    }
    all
}

/// Whether it stood so already in `before`, of which `earlier` is all there was to look at: what is about something that changed did
/// not.
pub fn stood(asked: &Asked, root: &Value, before: &Value, earlier: &[Asked]) -> bool {
    let Some(then) = earlier.iter().find(|one| one.key == asked.key) else { return false };
    let same = |list: &str, at: usize, was: usize, part: &str| {
        get(root, &format!("{list}[{at}].{part}")) == get(before, &format!("{list}[{was}].{part}"))
    };
    match (&asked.what, &then.what) {
        (Care::OneSided(at), Care::OneSided(was)) => same("dilemmas", *at, *was, "sides"),
        (Care::NoAddress(at), Care::NoAddress(was)) => same("facts", *at, *was, "source"),
        // It is the same dilemma, and no question asked about it then either.
        (Care::NotAsked { .. }, Care::NotAsked { .. }) => true,
        (now, then) => now == then,
    }
}

/// By what an odd day is known, and in which field it stands.
fn place(odd: &Odd) -> (&'static str, &'static str) {
    match odd {
        // Of which step is not known.
        Odd::Far { field: field @ ("phases.from" | "phases.until"), .. } => (field, "phases"),
        Odd::Far { field, .. } => (field, field),
        Odd::Short(_) => ("short", "closes"),
        Odd::Long(_) => ("long", "closes"),
        Odd::DecidedBefore { .. } => ("decided", "decision.when"),
        Odd::NoTimeToRead(_) => ("no_time", "feedback_due"),
        Odd::LongWait(_) => ("long_wait", "feedback_due"),
    }
}

/// The side of a dilemma that says less than half of what the other one says, in points or in letters.
fn poor_side(root: &Value, dilemma: usize, language: &str) -> Option<usize> {
    let mut sides = [(0, 0); 2];
    for (n, side) in sides.iter_mut().enumerate() {
        for list in ["gains", "costs"] {
            let at = format!("dilemmas[{dilemma}].sides[{n}].{list}");
            let all = get(root, &at).and_then(Value::as_array).map_or(0, Vec::len);
            let letters = |n| words(root, &format!("{at}[{n}].{language}")).chars().count();
            *side = (side.0 + all, side.1 + (0..all).map(letters).sum::<usize>());
        }
    }
    let [one, other] = sides;
    let poor = |less: (usize, usize), more: (usize, usize)| less.0 * 2 < more.0 || less.1 * 2 < more.1;
    let is_begun = one.1 > 0 || other.1 > 0;
    match (is_begun, poor(one, other), poor(other, one)) {
        (true, true, _) => Some(0),
        (true, _, true) => Some(1),
        _ => None,
    }
}

/// What was decided of one question.
#[derive(Clone, Debug, PartialEq)]
pub struct Gate(Value);

impl Default for Gate {
    fn default() -> Self {
        Self(json!({ "format": FORMAT }))
    }
}

/// So many characters say why something is left as it is, at least: one letter tells a colleague nothing.
pub const ENOUGH: usize = 10;

/// Whether a reason says anything.
pub fn is_reason(text: &str) -> bool {
    text.trim().chars().count() >= ENOUGH
}

impl Gate {
    /// Reads it. What can't be read goes along as it is.
    pub fn read(bytes: &[u8]) -> Self {
        match serde_json::from_slice::<Value>(bytes) {
            Ok(json) if json["format"] == FORMAT => Self(json),
            _ => Self(json!({ "format": FORMAT, "before": String::from_utf8_lossy(bytes) })),
        }
    }

    /// As it stands in the file.
    pub fn text(&self) -> String {
        order::text(&self.0, &[])
    }

    /// Why something is left as it is; empty where nobody said so.
    pub fn reason(&self, key: &str) -> &str {
        self.0["passed"][key].as_str().unwrap_or_default()
    }

    /// Leaves it as it is for this reason; without one it is asked again.
    pub fn pass(&mut self, key: &str, reason: &str) {
        if !self.0["passed"].is_object() {
            self.0["passed"] = json!({});
        }
        if let Some(passed) = self.0["passed"].as_object_mut() {
            match reason.trim().is_empty() {
                true => passed.remove(key),
                false => passed.insert(key.to_owned(), reason.into()),
            };
        }
    }

    /// Who said yes, and whether that was to this text.
    pub fn seen(&self, manuscript: &Manuscript) -> Option<(&str, bool)> {
        let seen = &self.0["seen"];
        Some((seen["who"].as_str()?, seen["text"].as_str() == Some(mark(manuscript).as_str())))
    }

    /// Somebody said yes to this text.
    pub fn see(&mut self, manuscript: &Manuscript, who: &str, on: Day) {
        self.0["seen"] = json!({ "who": who, "on": on.to_string(), "text": mark(manuscript) });
    }
}

/// By what a text is known as the same.
fn mark(manuscript: &Manuscript) -> String {
    let mut root = manuscript.root().clone();
    if let Some(fields) = root.as_object_mut() {
        fields.retain(|key, _| !ASIDE.contains(&key.as_str()));
    }
    digest::sha256(order::text(&root, CONSULTATION).as_bytes())
}

/// A question about the dilemma with this id, as a new question with the id `new`.
pub fn question_of(root: &Value, dilemma: &str, new: String) -> Value {
    let mut question = json!({ "id": new, "kind": "dilemma", "dilemma": dilemma });
    let all = get(root, "dilemmas").and_then(Value::as_array).into_iter().flatten();
    if let Some(title) = all.filter(|one| one["id"] == dilemma).find_map(|one| one.get("title")) {
        put(&mut question, "title", title.clone());
    }
    question
}
