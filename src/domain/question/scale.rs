//! Scale: a step between two ends.

use super::Answers;
use crate::domain::from_json::from_json;
use crate::domain::{draft::Fields, problem::Fault, value::Value};
use serde::Serialize;

/// A scale with named ends.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct Scale<T> {
    /// The first and last step.
    pub limits: ScaleLimits,
    /// What the ends mean.
    pub labels: ScaleLabels<T>,
}

/// The first and last step; 2 to 11 steps in all.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct ScaleLimits {
    /// The lowest step.
    pub min: i32,
    /// The highest step.
    pub max: i32,
}

/// What the ends mean.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct ScaleLabels<T> {
    /// At the lowest step.
    pub low: T,
    /// At the highest step.
    pub high: T,
}

impl<T> Scale<T> {
    pub(super) fn map<U>(self, f: &mut dyn FnMut(T) -> U) -> Scale<U> {
        Scale { limits: self.limits, labels: ScaleLabels { low: f(self.labels.low), high: f(self.labels.high) } }
    }
}

impl<T> Answers for Scale<T> {
    fn read_form(&self, fields: Fields) -> Result<Option<Value>, Fault> {
        match fields.one("") {
            "" => Ok(None),
            step => step.parse().map(|step| Some(Value::Scale(step))).map_err(|_| Fault::WrongShape),
        }
    }

    fn read_json(&self, json: &serde_json::Value) -> Option<Value> {
        json.as_i64()?.try_into().ok().map(Value::Scale)
    }

    fn check(&self, value: &Value) -> Result<(), Fault> {
        let ScaleLimits { min, max } = self.limits;
        match value {
            Value::Scale(step) if (min..=max).contains(step) => Ok(()),
            Value::Scale(_) => Err(Fault::OutOfRange { min, max }),
            _ => Err(Fault::WrongShape),
        }
    }
}

from_json!(Scale<T> { limits, labels });
from_json!(ScaleLimits { min, max });
from_json!(ScaleLabels<T> { low, high });

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn only_whole_steps_of_the_scale() {
        let scale = Scale { limits: ScaleLimits { min: 1, max: 5 }, labels: ScaleLabels { low: "", high: "" } };
        assert_eq!(scale.check(&Value::Scale(5)), Ok(()));
        assert_eq!(scale.check(&Value::Scale(6)), Err(Fault::OutOfRange { min: 1, max: 5 }));
        assert_eq!(scale.read_json(&json!(2.5)), None);
        assert_eq!(scale.read_json(&json!("2")), None);
        assert_eq!(scale.read_json(&json!(99_999_999_999_i64)), None);
    }
}
