//! Reading back what this program wrote itself: the form in a page, records on the device, acknowledgements.
//!
//! serde's derived readers for the same types weighed 17 kB (brotli) in the resident's bundle, most of it for messages
//! that nobody sees. Content files, which people write, are read by `content` with every problem named.

use super::own_json::Json;

/// What can be read from JSON.
pub trait FromJson: Sized {
    /// The value; `None` if it is of another shape.
    fn from_json(json: &Json) -> Option<Self>;
}

/// Reads a text; `None` if it is no JSON or of another shape.
pub fn read<T: FromJson>(text: &str) -> Option<T> {
    T::from_json(&Json::read(text)?)
}

/// `from_json! { Name { field, … } }` for a struct whose fields have the names they have in JSON. An absent field reads
/// as `null`.
macro_rules! from_json {
    ($name:ident $(<$text:ident>)? { $($field:ident),* $(,)? }) => {
        impl$(<$text: crate::domain::from_json::FromJson>)? crate::domain::from_json::FromJson for $name$(<$text>)? {
            fn from_json(json: &crate::domain::own_json::Json) -> Option<Self> {
                let crate::domain::own_json::Json::Object(_) = json else { return None };
                Some(Self { $($field: crate::domain::from_json::FromJson::from_json(json.get(stringify!($field)))?,)* })
            }
        }
    };
}

/// `from_text! { Name }` for what is made from a text.
macro_rules! from_text {
    ($($name:ty),*) => {$(
        impl crate::domain::from_json::FromJson for $name {
            fn from_json(json: &crate::domain::own_json::Json) -> Option<Self> {
                <$name>::try_from(json.text()?).ok()
            }
        }
    )*};
}

/// `from_names! { Name { Variant = "name", … } }` for variants without fields.
macro_rules! from_names {
    ($name:ident { $($variant:ident = $text:literal),* $(,)? }) => {
        impl crate::domain::from_json::FromJson for $name {
            fn from_json(json: &crate::domain::own_json::Json) -> Option<Self> {
                match json.text()? {
                    $($text => Some(Self::$variant),)*
                    _ => None,
                }
            }
        }
    };
}

/// `named! { Name { Variant = "name", … } }`: what [`from_names`] gives, and every variant with its name in files, in this
/// order, as `ALL` and `CODES`.
macro_rules! named {
    ($name:ident { $($variant:ident = $text:literal),* $(,)? }) => {
        impl $name {
            /// Every one, in the order in which they are listed.
            pub const ALL: [Self; [$($text),*].len()] = [$(Self::$variant),*];
            /// Their names in files, in the order of [`Self::ALL`].
            pub const CODES: [&'static str; Self::ALL.len()] = [$($text),*];

            /// Its name in files.
            pub fn code(self) -> &'static str {
                Self::CODES[self as usize]
            }
        }
        crate::domain::from_json::from_names!($name { $($variant = $text),* });
    };
}

/// `text_serde! { Name }`: serde's reader for what is made from a text. Staff's programs use it; no app of residents does.
macro_rules! text_serde {
    ($($name:ty),*) => {$(
        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
                let text = std::borrow::Cow::<str>::deserialize(from)?;
                Self::try_from(&*text).map_err(|_| serde::de::Error::custom(concat!("no ", stringify!($name))))
            }
        }
    )*};
}

pub(crate) use {from_json, from_names, from_text, named, text_serde};

impl FromJson for String {
    fn from_json(json: &Json) -> Option<Self> {
        json.text().map(str::to_owned)
    }
}

impl FromJson for bool {
    fn from_json(json: &Json) -> Option<Self> {
        if let Json::Bool(value) = json { Some(*value) } else { None }
    }
}

macro_rules! from_number {
    ($($number:ty),*) => {$(
        impl FromJson for $number {
            fn from_json(json: &Json) -> Option<Self> {
                if let Json::Number(number) = json { (*number).try_into().ok() } else { None }
            }
        }
    )*};
}
from_number!(i32, u32, usize);

impl<T: FromJson> FromJson for Option<T> {
    fn from_json(json: &Json) -> Option<Self> {
        if matches!(json, Json::Null) { Some(None) } else { T::from_json(json).map(Some) }
    }
}

impl<T: FromJson> FromJson for Vec<T> {
    fn from_json(json: &Json) -> Option<Self> {
        json.list()?.iter().map(T::from_json).collect()
    }
}

impl<T: FromJson, const N: usize> FromJson for [T; N] {
    fn from_json(json: &Json) -> Option<Self> {
        Vec::from_json(json)?.try_into().ok()
    }
}

/// The name and content of a variant, written as `{"Name": content}`.
pub fn variant(json: &Json) -> Option<(&str, &Json)> {
    let Json::Object(fields) = json else { return None };
    fields.first().map(|(name, content)| (name.as_str(), content))
}
