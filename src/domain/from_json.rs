//! Reading back what this program wrote itself: the form in a page, records on the device, acknowledgements.
//!
//! serde's derived readers for the same types weighed 17 kB (brotli) in the resident's bundle, most of it for messages
//! that nobody sees. Content files, which people write, are read by `content` with every problem named.

use serde_json::Value;

/// What can be read from JSON.
pub trait FromJson: Sized {
    /// The value; `None` if it is of another shape.
    fn from_json(json: &Value) -> Option<Self>;
}

/// Reads a text; `None` if it is no JSON or of another shape.
pub fn read<T: FromJson>(text: &str) -> Option<T> {
    T::from_json(&serde_json::from_str(text).ok()?)
}

/// `from_json! { Name { field, … } }` for a struct whose fields have the names they have in JSON. An absent field reads
/// as `null`.
macro_rules! from_json {
    ($name:ident $(<$text:ident>)? { $($field:ident),* $(,)? }) => {
        impl$(<$text: crate::domain::from_json::FromJson>)? crate::domain::from_json::FromJson for $name$(<$text>)? {
            fn from_json(json: &serde_json::Value) -> Option<Self> {
                json.as_object()?;
                Some(Self { $($field: crate::domain::from_json::FromJson::from_json(&json[stringify!($field)])?,)* })
            }
        }
    };
}

/// `from_text! { Name }` for what is made from a text.
macro_rules! from_text {
    ($($name:ty),*) => {$(
        impl crate::domain::from_json::FromJson for $name {
            fn from_json(json: &serde_json::Value) -> Option<Self> {
                <$name>::try_from(json.as_str()?).ok()
            }
        }
    )*};
}

/// `from_names! { Name { Variant = "name", … } }` for variants without fields.
macro_rules! from_names {
    ($name:ident { $($variant:ident = $text:literal),* $(,)? }) => {
        impl crate::domain::from_json::FromJson for $name {
            fn from_json(json: &serde_json::Value) -> Option<Self> {
                match json.as_str()? {
                    $($text => Some(Self::$variant),)*
                    _ => None,
                }
            }
        }
    };
}

pub(crate) use {from_json, from_names, from_text};

impl FromJson for String {
    fn from_json(json: &Value) -> Option<Self> {
        json.as_str().map(str::to_owned)
    }
}

impl FromJson for bool {
    fn from_json(json: &Value) -> Option<Self> {
        json.as_bool()
    }
}

macro_rules! from_number {
    ($($number:ty),*) => {$(
        impl FromJson for $number {
            fn from_json(json: &Value) -> Option<Self> {
                json.as_i64()?.try_into().ok()
            }
        }
    )*};
}
from_number!(i32, u32, usize);

impl<T: FromJson> FromJson for Option<T> {
    fn from_json(json: &Value) -> Option<Self> {
        if json.is_null() { Some(None) } else { T::from_json(json).map(Some) }
    }
}

impl<T: FromJson> FromJson for Vec<T> {
    fn from_json(json: &Value) -> Option<Self> {
        json.as_array()?.iter().map(T::from_json).collect()
    }
}

impl<T: FromJson, const N: usize> FromJson for [T; N] {
    fn from_json(json: &Value) -> Option<Self> {
        Vec::from_json(json)?.try_into().ok()
    }
}

/// The name and content of a variant, written as `{"Name": content}`.
pub fn variant(json: &Value) -> Option<(&str, &Value)> {
    json.as_object()?.iter().next().map(|(name, content)| (name.as_str(), content))
}
