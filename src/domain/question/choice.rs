//! Single and multiple: choosing among options, with room for "something else".

use super::{Answers, Opt, check_length};
use crate::domain::{
    draft::{Fields, OTHER},
    id::Id,
    problem::Fault,
    value::{Choice, Value},
};
use crate::domain::{
    from_json::{FromJson, from_json},
    own_json::Json,
};
use serde::Serialize;

/// The most characters of "something else".
pub const OTHER_MAX: usize = 200;

/// What there is to choose.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct Choices<T> {
    /// 2 to 12 options.
    pub options: Vec<Opt<T>>,
    /// Whether "anders, namelijk …" is offered too.
    #[cfg_attr(not(target_arch = "wasm32"), schemars(default))]
    pub other: bool,
}

impl<T> Choices<T> {
    pub(super) fn map<U>(self, f: &mut dyn FnMut(T) -> U) -> Choices<U> {
        Choices { options: self.options.into_iter().map(|o| o.map(f)).collect(), other: self.other }
    }

    /// Reads the chosen ids, in the order of the options so that the order of clicking tells nothing, and the text
    /// beside "something else".
    fn read(&self, fields: Fields) -> Result<Vec<Choice>, Fault> {
        let chosen = fields.all("");
        let known = |value: &str| value == OTHER || self.options.iter().any(|o| o.id.as_str() == value);
        if !chosen.iter().all(|value| known(value)) {
            return Err(Fault::UnknownOption);
        }
        let options = self.options.iter().filter(|o| chosen.contains(&o.id.as_str()));
        let other = chosen.contains(&OTHER).then(|| Choice::Other(fields.one("other").to_owned()));
        Ok(options.map(|o| Choice::Option(o.id.clone())).chain(other).collect())
    }

    fn choice(json: &serde_json::Value) -> Option<Choice> {
        match json {
            serde_json::Value::String(id) => Id::try_from(id.as_str()).ok().map(Choice::Option),
            serde_json::Value::Object(map) if map.len() == 1 => {
                map.get("other")?.as_str().map(|text| Choice::Other(text.to_owned()))
            }
            _ => None,
        }
    }

    fn check_one(&self, choice: &Choice) -> Result<(), Fault> {
        match choice {
            Choice::Option(id) if self.options.iter().any(|o| o.id == *id) => Ok(()),
            Choice::Other(text) if self.other && text.trim().is_empty() => Err(Fault::OtherEmpty),
            Choice::Other(text) if self.other => check_length(text, OTHER_MAX),
            _ => Err(Fault::UnknownOption),
        }
    }
}

/// One of several options.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(transparent)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct Single<T>(pub Choices<T>);

impl<T> Answers for Single<T> {
    fn read_form(&self, fields: Fields) -> Result<Option<Value>, Fault> {
        Ok(self.0.read(fields)?.into_iter().next().map(Value::Choice))
    }

    fn read_json(&self, json: &serde_json::Value) -> Option<Value> {
        Choices::<T>::choice(json).map(Value::Choice)
    }

    fn check(&self, value: &Value) -> Result<(), Fault> {
        match value {
            Value::Choice(choice) => self.0.check_one(choice),
            _ => Err(Fault::WrongShape),
        }
    }
}

/// Any of several options.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct Multiple<T> {
    /// What there is to choose.
    #[cfg_attr(not(target_arch = "wasm32"), schemars(flatten))]
    pub choices: Choices<T>,
    /// How many one may choose.
    #[cfg_attr(not(target_arch = "wasm32"), schemars(default))]
    pub limits: ChoiceLimits,
}

/// How many options one may choose.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct ChoiceLimits {
    /// The most; `None` for all.
    #[cfg_attr(not(target_arch = "wasm32"), schemars(default))]
    pub max_choices: Option<usize>,
}

impl<T> Multiple<T> {
    pub(super) fn map<U>(self, f: &mut dyn FnMut(T) -> U) -> Multiple<U> {
        Multiple { choices: self.choices.map(f), limits: self.limits }
    }
}

impl<T> Answers for Multiple<T> {
    fn read_form(&self, fields: Fields) -> Result<Option<Value>, Fault> {
        let choices = self.choices.read(fields)?;
        Ok((!choices.is_empty()).then_some(Value::Choices(choices)))
    }

    fn read_json(&self, json: &serde_json::Value) -> Option<Value> {
        json.as_array()?.iter().map(Choices::<T>::choice).collect::<Option<Vec<_>>>().map(Value::Choices)
    }

    fn check(&self, value: &Value) -> Result<(), Fault> {
        let Value::Choices(choices) = value else {
            return Err(Fault::WrongShape);
        };
        for (at, choice) in choices.iter().enumerate() {
            self.choices.check_one(choice)?;
            let same = |earlier: &Choice| match (earlier, choice) {
                (Choice::Other(_), Choice::Other(_)) => true,
                (a, b) => a == b,
            };
            if choices[..at].iter().any(same) {
                return Err(Fault::OptionTwice);
            }
        }
        match self.limits.max_choices {
            Some(max) if choices.len() > max => Err(Fault::TooMany { max, has: choices.len() }),
            _ => Ok(()),
        }
    }
}

from_json!(Choices<T> { options, other });
from_json!(Multiple<T> { choices, limits });
from_json!(ChoiceLimits { max_choices });

impl<T: FromJson> FromJson for Single<T> {
    fn from_json(json: &Json) -> Option<Self> {
        Choices::from_json(json).map(Self)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::draft::Draft;

    fn choices(other: bool) -> Choices<String> {
        let option = |id: &str| Opt { id: Id::try_from(id).unwrap(), label: id.to_owned() };
        Choices { options: vec![option("bus"), option("winkel"), option("zorg")], other }
    }

    fn read(question: &dyn Answers, items: &[(&str, &str)]) -> Result<Option<Value>, Fault> {
        let draft = Draft::from_pairs(items.iter().map(|(a, b)| ((*a).into(), (*b).into())));
        let answer = question.read_form(draft.of(&Id::try_from("m").unwrap()))?;
        answer.iter().try_for_each(|value| question.check(value))?;
        Ok(answer)
    }

    #[test]
    fn something_else_must_say_what() {
        let single = Single(choices(true));
        assert_eq!(read(&single, &[("q.m", OTHER)]), Err(Fault::OtherEmpty));
        assert_eq!(
            read(&single, &[("q.m", OTHER), ("q.m.other", " trein ")]),
            Ok(Some(Value::Choice(Choice::Other("trein".into()))))
        );
        assert_eq!(read(&Single(choices(false)), &[("q.m", OTHER), ("q.m.other", "x")]), Err(Fault::UnknownOption));
        assert_eq!(read(&single, &[]), Ok(None));
    }

    #[test]
    fn choices_come_in_the_order_of_the_options_and_within_the_limit() {
        let multiple = Multiple { choices: choices(false), limits: ChoiceLimits { max_choices: Some(2) } };
        let ids =
            |list: &[&str]| Value::Choices(list.iter().map(|id| Choice::Option(Id::try_from(*id).unwrap())).collect());
        assert_eq!(read(&multiple, &[("q.m", "zorg"), ("q.m", "bus")]), Ok(Some(ids(&["bus", "zorg"]))));
        assert_eq!(
            read(&multiple, &[("q.m", "zorg"), ("q.m", "bus"), ("q.m", "winkel")]),
            Err(Fault::TooMany { max: 2, has: 3 })
        );
        assert_eq!(multiple.check(&ids(&["bus", "bus"])), Err(Fault::OptionTwice));
        assert_eq!(multiple.check(&ids(&["fiets"])), Err(Fault::UnknownOption));
    }
}
