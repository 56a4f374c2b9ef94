//! Dilemma: a choice with two sides, which way one leans, and why.

use super::{Answers, check_length, text::TextLimits};
use crate::domain::from_json::from_json;
use crate::domain::{draft::Fields, id::Id, problem::Fault, value::Value};
use serde::Serialize;

/// How far one can lean to either side.
pub const LEAN: i8 = 2;

/// A choice that is hard because both sides gain and cost something.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct Dilemma<T> {
    /// Unique in the consultation.
    pub id: Id,
    /// What the choice is.
    pub title: T,
    /// Why it is hard.
    pub intro: Option<T>,
    /// The two sides.
    pub sides: [Side<T>; 2],
}

/// One side of a dilemma.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct Side<T> {
    /// A few words.
    pub label: T,
    /// What it gives.
    pub gains: Vec<T>,
    /// What it takes.
    pub costs: Vec<T>,
}

impl<T> Dilemma<T> {
    /// The same dilemma with every text replaced.
    pub fn map<U>(self, f: &mut dyn FnMut(T) -> U) -> Dilemma<U> {
        Dilemma {
            id: self.id,
            title: f(self.title),
            intro: self.intro.map(&mut *f),
            sides: self.sides.map(|side| Side {
                label: f(side.label),
                gains: side.gains.into_iter().map(&mut *f).collect(),
                costs: side.costs.into_iter().map(&mut *f).collect(),
            }),
        }
    }
}

/// The question which way one leans.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct DilemmaQuestion<T> {
    /// The dilemma; in content files its id, as `"dilemma": "tempo"`.
    #[cfg_attr(not(target_arch = "wasm32"), schemars(with = "Id"))]
    pub dilemma: Dilemma<T>,
    /// How long the reason may be; default 500 characters.
    #[cfg_attr(not(target_arch = "wasm32"), schemars(default = "reason_limits"))]
    pub limits: TextLimits,
}

/// The limits of a reason where the question sets none.
pub fn reason_limits() -> TextLimits {
    TextLimits { max_chars: 500 }
}

impl<T> DilemmaQuestion<T> {
    pub(super) fn map<U>(self, f: &mut dyn FnMut(T) -> U) -> DilemmaQuestion<U> {
        DilemmaQuestion { dilemma: self.dilemma.map(f), limits: self.limits }
    }
}

impl<T> Answers for DilemmaQuestion<T> {
    fn read_form(&self, fields: Fields) -> Result<Option<Value>, Fault> {
        let reason = fields.one("reason").to_owned();
        match fields.one("") {
            "" if reason.is_empty() => Ok(None),
            "" => Err(Fault::LeanMissing),
            lean => lean.parse().map(|lean| Some(Value::Dilemma { lean, reason })).map_err(|_| Fault::WrongShape),
        }
    }

    fn read_json(&self, json: &serde_json::Value) -> Option<Value> {
        let map = json.as_object()?;
        let lean = map.get("lean")?.as_i64()?.try_into().ok()?;
        let reason = match map.get("reason") {
            None => "",
            Some(reason) => reason.as_str()?,
        };
        let known = 1 + usize::from(map.contains_key("reason"));
        (map.len() == known).then(|| Value::Dilemma { lean, reason: reason.to_owned() })
    }

    fn check(&self, value: &Value) -> Result<(), Fault> {
        match value {
            Value::Dilemma { lean, reason } if (-LEAN..=LEAN).contains(lean) => {
                check_length(reason, self.limits.max_chars)
            }
            Value::Dilemma { .. } => Err(Fault::OutOfRange { min: -i32::from(LEAN), max: i32::from(LEAN) }),
            _ => Err(Fault::WrongShape),
        }
    }
}

from_json!(Dilemma<T> { id, title, intro, sides });
from_json!(Side<T> { label, gains, costs });
from_json!(DilemmaQuestion<T> { dilemma, limits });

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::draft::Draft;
    use serde_json::json;

    fn question() -> DilemmaQuestion<String> {
        let side = || Side { label: "x".to_owned(), gains: vec![], costs: vec![] };
        let dilemma =
            Dilemma { id: Id::try_from("d").unwrap(), title: "t".to_owned(), intro: None, sides: [side(), side()] };
        DilemmaQuestion { dilemma, limits: TextLimits { max_chars: 10 } }
    }

    #[test]
    fn a_reason_needs_a_side() {
        let (question, id) = (question(), Id::try_from("d").unwrap());
        let mut draft = Draft::default();
        draft.set("q.d.reason", "omdat");
        assert_eq!(question.read_form(draft.of(&id)), Err(Fault::LeanMissing));
        draft.set("q.d", "-2");
        assert_eq!(question.read_form(draft.of(&id)), Ok(Some(Value::Dilemma { lean: -2, reason: "omdat".into() })));
    }

    #[test]
    fn the_lean_is_between_the_sides() {
        let question = question();
        assert_eq!(
            question.check(&Value::Dilemma { lean: 3, reason: String::new() }),
            Err(Fault::OutOfRange { min: -2, max: 2 })
        );
        assert!(question.read_json(&json!({"lean": 1, "extra": 1})).is_none());
        assert!(question.read_json(&json!({"lean": 300})).is_none());
        assert!(question.read_json(&json!({"lean": 0, "reason": "a"})).is_some());
    }
}
