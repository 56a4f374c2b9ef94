//! Place: in which municipality and village somebody lives, with free text as a way out.

use super::{Answers, check_length};
use crate::domain::from_json::from_json;
use crate::domain::{
    draft::{Fields, OTHER},
    id::Id,
    places::Municipality,
    problem::Fault,
    value::{Place, Value},
};
use serde::Serialize;

/// The most characters of a village or of "somewhere else".
pub const NAME_MAX: usize = 100;

/// Where one lives.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct PlaceQuestion {
    /// The file in `content/places/` that lists the places.
    pub province: Id,
    /// The places, read from that file.
    #[cfg_attr(not(target_arch = "wasm32"), schemars(skip))]
    pub municipalities: Vec<Municipality>,
}

impl Answers for PlaceQuestion {
    fn read_form(&self, fields: Fields) -> Result<Option<Value>, Fault> {
        let (municipality, village, other) = (fields.one("municipality"), fields.one("village"), fields.one("other"));
        match municipality {
            "" if village.is_empty() && other.is_empty() => Ok(None),
            // Without JavaScript both text boxes can be in view; a village alone is still an answer.
            "" | OTHER => match if other.is_empty() { village } else { other } {
                "" => Err(Fault::PlaceMissing),
                text => Ok(Some(Value::Place(Place::Elsewhere { other: text.to_owned() }))),
            },
            name => Ok(Some(Value::Place(Place::In {
                municipality: name.to_owned(),
                village: (!village.is_empty()).then(|| village.to_owned()),
            }))),
        }
    }

    fn read_json(&self, json: &serde_json::Value) -> Option<Value> {
        let map = json.as_object()?;
        let text = |key: &str| map.get(key).and_then(|v| v.as_str()).map(str::to_owned);
        let place = match (map.len(), text("municipality"), text("village"), text("other")) {
            (1, None, None, Some(other)) => Place::Elsewhere { other },
            (1, Some(municipality), None, None) => Place::In { municipality, village: None },
            (2, Some(municipality), Some(village), None) => Place::In { municipality, village: Some(village) },
            _ => return None,
        };
        Some(Value::Place(place))
    }

    fn check(&self, value: &Value) -> Result<(), Fault> {
        match value {
            Value::Place(Place::In { municipality, village }) => {
                if !self.municipalities.iter().any(|m| m.name == *municipality) {
                    return Err(Fault::UnknownOption);
                }
                check_length(village.as_deref().unwrap_or(""), NAME_MAX)
            }
            Value::Place(Place::Elsewhere { other }) if other.trim().is_empty() => Err(Fault::PlaceMissing),
            Value::Place(Place::Elsewhere { other }) => check_length(other, NAME_MAX),
            _ => Err(Fault::WrongShape),
        }
    }
}

from_json!(PlaceQuestion { province, municipalities });

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::draft::Draft;

    fn answer(items: &[(&str, &str)]) -> Result<Option<Value>, Fault> {
        let assen = Municipality { name: "Assen".into(), villages: vec!["Loon".into()] };
        let question = PlaceQuestion { province: Id::try_from("drenthe").unwrap(), municipalities: vec![assen] };
        let draft = Draft::from_pairs(items.iter().map(|(a, b)| (format!("q.p.{a}"), (*b).into())));
        let answer = question.read_form(draft.of(&Id::try_from("p").unwrap()))?;
        answer.iter().try_for_each(|value| question.check(value))?;
        Ok(answer)
    }

    #[test]
    fn a_village_that_is_not_listed_is_kept_in_peoples_own_words() {
        let place = |village: Option<&str>| {
            Ok(Some(Value::Place(Place::In { municipality: "Assen".into(), village: village.map(Into::into) })))
        };
        assert_eq!(answer(&[("municipality", "Assen")]), place(None));
        assert_eq!(answer(&[("municipality", "Assen"), ("village", "Ter Aard")]), place(Some("Ter Aard")));
        assert_eq!(answer(&[("municipality", "Urk")]), Err(Fault::UnknownOption));
    }

    #[test]
    fn elsewhere_says_where() {
        assert_eq!(answer(&[("municipality", OTHER)]), Err(Fault::PlaceMissing));
        let elsewhere = Ok(Some(Value::Place(Place::Elsewhere { other: "Groningen".into() })));
        assert_eq!(answer(&[("municipality", OTHER), ("other", "Groningen")]), elsewhere);
        assert_eq!(answer(&[("village", "Groningen")]), elsewhere);
    }
}
