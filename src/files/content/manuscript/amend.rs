//! Extending, closing early or withdrawing a question that people can see.

use super::{
    Manuscript,
    path::get,
    spots::{languages, words},
};
use crate::domain::{consultation::Amended, day::Day};
use serde_json::{Value, json};

/// What somebody wants to happen to it.
#[derive(Clone, Debug, PartialEq)]
pub struct Wish {
    /// What.
    pub what: Amended,
    /// Today.
    pub today: Day,
    /// The new last day, of one that is extended.
    pub closes: Option<Day>,
    /// The day of feedback that is promised from now on, if it is another.
    pub feedback_due: Option<Day>,
    /// Why, by language.
    pub reason: Vec<(String, String)>,
}

/// Why it can't be done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Hindrance {
    /// Nobody said why, or not in this language.
    NoReason(String),
    /// Its days can't be read.
    NoDays,
    /// It is asked no more already.
    Withdrawn,
    /// The new last day is not after this one.
    NotLater(Day),
    /// Feedback would be promised before the last day.
    PromisedBefore(Day),
    /// It does not open before this day, so it can't close.
    NotOpen(Day),
    /// This was the last day already.
    IsClosed(Day),
}

/// The question after that.
pub fn amended(manuscript: &Manuscript, wish: &Wish) -> Result<Manuscript, Hindrance> {
    let mut now = manuscript.clone();
    let root = now.root_mut();
    let of = |key: &str| Day::try_from(words(manuscript.root(), key).as_str()).map_err(|_| Hindrance::NoDays);
    let (opens, closes, due) = (of("opens")?, of("closes")?, of("feedback_due")?);
    let said = |code: &String| wish.reason.iter().find(|(of, text)| of == code && !text.trim().is_empty());
    if let Some(code) = languages(root).iter().find(|code| said(code).is_none()) {
        return Err(Hindrance::NoReason(code.clone()));
    }
    if is_withdrawn(root) {
        return Err(Hindrance::Withdrawn);
    }
    let last = match wish.what {
        Amended::Extended => {
            let earliest = closes.max(wish.today.previous());
            wish.closes.filter(|last| *last > earliest).ok_or(Hindrance::NotLater(earliest))?
        }
        Amended::ClosedEarly if wish.today < opens => return Err(Hindrance::NotOpen(opens)),
        Amended::ClosedEarly if wish.today >= closes => return Err(Hindrance::IsClosed(closes)),
        Amended::ClosedEarly => wish.today,
        Amended::Withdrawn => closes,
    };
    let promised = wish.feedback_due.filter(|_| wish.what != Amended::Withdrawn).unwrap_or(due);
    if promised < last && wish.what != Amended::Withdrawn {
        return Err(Hindrance::PromisedBefore(last));
    }
    let mut record = json!({ "what": code(wish.what), "on": wish.today.to_string(), "closes_was": closes.to_string() });
    if promised != due {
        record["feedback_due_was"] = due.to_string().into();
    }
    for (code, text) in &wish.reason {
        record["reason"][code] = text.trim().into();
    }
    root["closes"] = last.to_string().into();
    root["feedback_due"] = promised.to_string().into();
    match root.get_mut("amended").and_then(Value::as_array_mut) {
        Some(all) => all.push(record),
        None => root["amended"] = json!([record]),
    }
    Ok(now)
}

/// The question as it was before it was withdrawn; nothing where it is not.
pub fn restored(manuscript: &Manuscript) -> Option<Manuscript> {
    let mut now = manuscript.clone();
    let all = now.root_mut().get_mut("amended")?.as_array_mut()?;
    let last = all.iter().rposition(|one| one["what"] == code(Amended::Withdrawn))?;
    all.remove(last);
    if all.is_empty() {
        now.root_mut().as_object_mut()?.remove("amended");
    }
    Some(now)
}

/// As it stands in a file.
pub fn code(what: Amended) -> &'static str {
    Amended::ALL.iter().position(|one| *one == what).map_or("", |at| Amended::CODES[at])
}

/// Whether a draft says that its question is withdrawn.
pub fn is_withdrawn(root: &Value) -> bool {
    let withdrawn = |one: &Value| one["what"] == code(Amended::Withdrawn);
    get(root, "amended").and_then(Value::as_array).is_some_and(|all| all.iter().any(withdrawn))
}
