//! Story and text: answers in people's own words.

use super::{Answers, check_length};
use crate::domain::from_json::from_json;
use crate::domain::{draft::Fields, kind::Kind, problem::Fault, value::Value};
use serde::Serialize;

/// How much one can write.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct TextLimits {
    /// The most characters, 20 to 10 000.
    pub max_chars: usize,
}

/// A story.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct Story {
    /// What it is about.
    pub about: Kind,
    /// Default 2 000 characters.
    #[cfg_attr(not(target_arch = "wasm32"), schemars(default = "story_limits"))]
    pub limits: TextLimits,
}

/// A text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct Text {
    /// Default 1 000 characters.
    #[cfg_attr(not(target_arch = "wasm32"), schemars(default = "text_limits"))]
    pub limits: TextLimits,
}

/// The limits of a story that sets none.
pub fn story_limits() -> TextLimits {
    TextLimits { max_chars: 2000 }
}

/// The limits of a text that sets none.
pub fn text_limits() -> TextLimits {
    TextLimits { max_chars: 1000 }
}

impl Answers for TextLimits {
    fn read_form(&self, fields: Fields) -> Result<Option<Value>, Fault> {
        let text = fields.one("");
        Ok((!text.is_empty()).then(|| Value::Text(text.to_owned())))
    }

    fn read_json(&self, json: &serde_json::Value) -> Option<Value> {
        json.as_str().map(|text| Value::Text(text.to_owned()))
    }

    fn check(&self, value: &Value) -> Result<(), Fault> {
        match value {
            Value::Text(text) => check_length(text, self.max_chars),
            _ => Err(Fault::WrongShape),
        }
    }
}

macro_rules! by_limits {
    ($kind:ty) => {
        impl Answers for $kind {
            fn read_form(&self, fields: Fields) -> Result<Option<Value>, Fault> {
                self.limits.read_form(fields)
            }
            fn read_json(&self, json: &serde_json::Value) -> Option<Value> {
                self.limits.read_json(json)
            }
            fn check(&self, value: &Value) -> Result<(), Fault> {
                self.limits.check(value)
            }
        }
    };
}
by_limits!(Story);
by_limits!(Text);

from_json!(TextLimits { max_chars });
from_json!(Story { about, limits });
from_json!(Text { limits });

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn characters_are_counted_not_bytes() {
        let text = Text { limits: TextLimits { max_chars: 5 } };
        assert_eq!(text.check(&Value::Text("cafés".into())), Ok(()));
        assert_eq!(text.check(&Value::Text("cafés!".into())), Err(Fault::TooLong { max: 5, has: 6 }));
        assert_eq!(text.check(&Value::Scale(1)), Err(Fault::WrongShape));
    }
}
