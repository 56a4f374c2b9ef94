//! The value of one answer, as it travels in a reaction.

use super::id::Id;
use serde::{Serialize, Serializer, ser::SerializeMap};

/// What somebody answered. On the wire without a tag; the question's kind tells how to read it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(untagged)]
pub enum Value {
    /// Story and text: what was written.
    Text(String),
    /// Single: one choice.
    Choice(Choice),
    /// Multiple: the choices, in the order of the options.
    Choices(Vec<Choice>),
    /// Scale: the step.
    Scale(i32),
    /// Ranking: every option once, the most important first.
    Ranking(Vec<Id>),
    /// Dilemma: −2 (wholly the first side) to 2 (wholly the second), and why.
    Dilemma {
        /// −2 … 2.
        lean: i8,
        /// Why; may be empty.
        #[serde(skip_serializing_if = "String::is_empty")]
        reason: String,
    },
    /// Place: where somebody lives.
    Place(Place),
}

impl Value {
    /// Whether nothing was said: no text, or no choice.
    pub fn is_blank(&self) -> bool {
        match self {
            Value::Text(text) => text.trim().is_empty(),
            Value::Choices(choices) => choices.is_empty(),
            _ => false,
        }
    }
}

/// One of the options, or something else.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Choice {
    /// An option of the question.
    Option(Id),
    /// "Anders, namelijk …": on the wire `{"other": "…"}`.
    Other(String),
}

impl Serialize for Choice {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Choice::Option(id) => id.serialize(serializer),
            Choice::Other(text) => {
                let mut map = serializer.serialize_map(Some(1))?;
                map.serialize_entry("other", text)?;
                map.end()
            }
        }
    }
}

/// Where somebody lives: in a municipality of the province, or elsewhere in their own words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(untagged)]
pub enum Place {
    /// A municipality of the list, with the village if they named one.
    In {
        /// The municipality's name as in the list.
        municipality: String,
        /// The village, from the list or in their own words.
        #[serde(skip_serializing_if = "Option::is_none")]
        village: Option<String>,
    },
    /// Somewhere else.
    Elsewhere {
        /// In their own words.
        other: String,
    },
}

#[cfg(test)]
mod tests {
    use super::*;

    fn json(value: Value) -> String {
        serde_json::to_string(&value).unwrap()
    }

    #[test]
    fn each_kind_travels_as_the_contract_says() {
        let id = |text| Id::try_from(text).unwrap();
        assert_eq!(json(Value::Text("a".into())), r#""a""#);
        assert_eq!(
            json(Value::Choices(vec![Choice::Option(id("bus")), Choice::Other("trein".into())])),
            r#"["bus",{"other":"trein"}]"#
        );
        assert_eq!(json(Value::Scale(-3)), "-3");
        assert_eq!(json(Value::Ranking(vec![id("b"), id("a")])), r#"["b","a"]"#);
        assert_eq!(json(Value::Dilemma { lean: -2, reason: String::new() }), r#"{"lean":-2}"#);
        assert_eq!(json(Value::Place(Place::Elsewhere { other: "Urk".into() })), r#"{"other":"Urk"}"#);
        assert_eq!(
            json(Value::Place(Place::In { municipality: "Assen".into(), village: None })),
            r#"{"municipality":"Assen"}"#
        );
    }
}
