//! JSON read strictly: a key that stands twice in an object is an error, where most readers quietly take the last.

use serde::de::{Deserialize, Deserializer, Error, MapAccess, SeqAccess, Visitor};
use serde_json::{Map, Value};
use std::fmt;

/// Reads UTF-8 JSON of at most 127 levels, without double keys. The error says what is wrong, and on which line and column.
pub fn strict(bytes: &[u8]) -> Result<Value, serde_json::Error> {
    // A byte order mark is what some editors leave behind; it carries no meaning.
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    serde_json::from_slice::<Strict>(bytes).map(|strict| strict.0)
}

/// A value that is read so, for who reads it out of something larger.
pub struct Strict(pub Value);

impl<'de> Deserialize<'de> for Strict {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(StrictVisitor).map(Strict)
    }
}

struct StrictVisitor;

impl<'de> Visitor<'de> for StrictVisitor {
    type Value = Value;

    fn expecting(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str("JSON")
    }

    fn visit_bool<E>(self, value: bool) -> Result<Value, E> {
        Ok(value.into())
    }

    fn visit_i64<E>(self, value: i64) -> Result<Value, E> {
        Ok(value.into())
    }

    fn visit_u64<E>(self, value: u64) -> Result<Value, E> {
        Ok(value.into())
    }

    fn visit_f64<E>(self, value: f64) -> Result<Value, E> {
        Ok(value.into())
    }

    fn visit_str<E>(self, value: &str) -> Result<Value, E> {
        Ok(value.into())
    }

    fn visit_unit<E>(self) -> Result<Value, E> {
        Ok(Value::Null)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Value, A::Error> {
        let mut list = Vec::new();
        while let Some(Strict(item)) = seq.next_element()? {
            list.push(item);
        }
        Ok(Value::Array(list))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut access: A) -> Result<Value, A::Error> {
        let mut map = Map::new();
        while let Some(key) = access.next_key::<String>()? {
            if map.contains_key(&key) {
                return Err(A::Error::custom(format_args!("double key \"{key}\"")));
            }
            let Strict(value) = access.next_value()?;
            map.insert(key, value);
        }
        Ok(Value::Object(map))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn double_keys_depth_and_half_files_are_errors() {
        assert!(strict(br#"{"a":1,"a":2}"#).unwrap_err().to_string().contains("double key \"a\" at line 1"));
        assert!(strict(br#"{"a":{"b":[{"c":1,"c":1}]}}"#).is_err());
        assert!(strict("[".repeat(100_000).as_bytes()).is_err());
        assert!(strict(b"{\"a\":").is_err());
        assert!(strict(b"\xff\xfe").is_err());
        assert!(strict(b"{} {}").is_err());
    }

    proptest! {
        #[test]
        fn agrees_with_the_common_reader_on_json_without_double_keys(keys in proptest::collection::btree_set("[a-z]{1,3}", 0..5), n: i64, t in ".{0,10}") {
            let value = serde_json::json!({"list": [n, t, true, null, 0.5], "map": keys.into_iter().map(|k| (k, n.into())).collect::<Map<_, Value>>()});
            prop_assert_eq!(strict(value.to_string().as_bytes()).unwrap(), value);
        }
    }
}
