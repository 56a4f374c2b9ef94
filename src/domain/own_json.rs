//! JSON that this program wrote itself, read without a message for anybody: a value, or nothing.
//!
//! serde_json's reader weighs 5 kB (brotli) in each of the resident's apps: for fractions, for places of errors, for maps
//! that sort. What people write is read by `content`, with all of that.

use std::iter::Peekable;
use std::str::Chars;

/// Levels of lists and objects. Ours have seven; what is damaged must not exhaust the stack.
const DEEPEST: u8 = 32;

/// A value.
#[cfg_attr(test, derive(Debug, PartialEq))]
pub enum Json {
    /// `null`, or what is not there.
    Null,
    /// `true` or `false`.
    Bool(bool),
    /// A whole number.
    Number(i64),
    /// Any other number: none of ours.
    Fraction,
    /// A text.
    Text(String),
    /// A list.
    List(Vec<Json>),
    /// Names with their values, as they stand.
    Object(Vec<(String, Json)>),
}

impl Json {
    /// Reads a text; `None` if it is no JSON.
    pub fn read(text: &str) -> Option<Self> {
        let mut reader = Reader(text.chars().peekable());
        let value = reader.value(0)?;
        reader.space();
        reader.0.next().is_none().then_some(value)
    }

    /// The value under a name; `Null` if it is not there.
    pub fn get(&self, name: &str) -> &Json {
        let Json::Object(fields) = self else { return &Json::Null };
        fields.iter().find(|(key, _)| key == name).map_or(&Json::Null, |(_, value)| value)
    }

    /// The value at a place in a list; `Null` if it is not there.
    pub fn at(&self, place: usize) -> &Json {
        self.list().and_then(|items| items.get(place)).unwrap_or(&Json::Null)
    }

    /// The items, if it is a list.
    pub fn list(&self) -> Option<&[Json]> {
        if let Json::List(items) = self { Some(items) } else { None }
    }

    /// The text, if it is one.
    pub fn text(&self) -> Option<&str> {
        if let Json::Text(text) = self { Some(text) } else { None }
    }
}

struct Reader<'a>(Peekable<Chars<'a>>);

impl Reader<'_> {
    fn space(&mut self) {
        while self.0.next_if(|c| matches!(c, ' ' | '\n' | '\r' | '\t')).is_some() {}
    }

    /// Takes this character, after white space; `None` if another one stands there.
    fn take(&mut self, wanted: char) -> Option<()> {
        self.space();
        self.0.next_if_eq(&wanted).map(drop)
    }

    fn value(&mut self, depth: u8) -> Option<Json> {
        self.space();
        let first = *self.0.peek()?;
        match first {
            '"' => self.string().map(Json::Text),
            '{' | '[' if depth == DEEPEST => None,
            '{' => {
                let mut fields = Vec::new();
                self.items('}', |reader| {
                    reader.space();
                    let name = reader.string()?;
                    reader.take(':')?;
                    fields.push((name, reader.value(depth + 1)?));
                    Some(())
                })?;
                Some(Json::Object(fields))
            }
            '[' => {
                let mut items = Vec::new();
                self.items(']', |reader| {
                    items.push(reader.value(depth + 1)?);
                    Some(())
                })?;
                Some(Json::List(items))
            }
            '-' | '0'..='9' => self.number(),
            _ => self.word(),
        }
    }

    /// What stands between two brackets, with commas in between.
    fn items(&mut self, end: char, mut item: impl FnMut(&mut Self) -> Option<()>) -> Option<()> {
        self.0.next();
        if self.take(end).is_some() {
            return Some(());
        }
        loop {
            item(self)?;
            if self.take(end).is_some() {
                return Some(());
            }
            self.take(',')?;
        }
    }

    fn word(&mut self) -> Option<Json> {
        let mut word = String::new();
        while let Some(letter) = self.0.next_if(char::is_ascii_lowercase) {
            word.push(letter);
        }
        match word.as_str() {
            "null" => Some(Json::Null),
            "true" => Some(Json::Bool(true)),
            "false" => Some(Json::Bool(false)),
            _ => None,
        }
    }

    fn number(&mut self) -> Option<Json> {
        let mut text = String::new();
        while let Some(c) = self.0.next_if(|c| matches!(c, '0'..='9' | '-' | '+' | '.' | 'e' | 'E')) {
            text.push(c);
        }
        Some(text.parse().map_or(Json::Fraction, Json::Number))
    }

    fn string(&mut self) -> Option<String> {
        self.0.next_if_eq(&'"')?;
        let mut text = String::new();
        loop {
            match self.0.next()? {
                '"' => return Some(text),
                '\\' => text.push(self.escaped()?),
                c => text.push(c),
            }
        }
    }

    fn escaped(&mut self) -> Option<char> {
        Some(match self.0.next()? {
            'b' => '\u{8}',
            'f' => '\u{c}',
            'n' => '\n',
            'r' => '\r',
            't' => '\t',
            'u' => match self.hex()? {
                // The first half of a pair, as UTF-16 has it.
                high @ 0xD800..0xDC00 => {
                    (self.0.next()? == '\\' && self.0.next()? == 'u').then_some(())?;
                    let low = self.hex()?.checked_sub(0xDC00).filter(|low| *low < 0x400)?;
                    char::from_u32(0x10000 + ((high - 0xD800) << 10) + low)?
                }
                code => char::from_u32(code)?,
            },
            c @ ('"' | '\\' | '/') => c,
            _ => return None,
        })
    }

    fn hex(&mut self) -> Option<u32> {
        (0..4).try_fold(0, |code, _| Some(code << 4 | self.0.next()?.to_digit(16)?))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use serde_json::Value;

    fn same(json: &Json, value: &Value) -> bool {
        match (json, value) {
            (Json::Null, Value::Null) => true,
            (Json::Bool(one), Value::Bool(other)) => one == other,
            (Json::Number(one), Value::Number(other)) => other.as_i64() == Some(*one),
            (Json::Fraction, Value::Number(other)) => other.as_i64().is_none(),
            (Json::Text(one), Value::String(other)) => one == other,
            (Json::List(one), Value::Array(other)) => {
                one.len() == other.len() && one.iter().zip(other).all(|(one, other)| same(one, other))
            }
            (Json::Object(one), Value::Object(other)) => {
                one.len() == other.len() && other.iter().all(|(name, value)| same(json.get(name), value))
            }
            _ => false,
        }
    }

    fn value() -> impl Strategy<Value = Value> {
        let leaf = prop_oneof![
            Just(Value::Null),
            any::<bool>().prop_map(Value::from),
            any::<i64>().prop_map(Value::from),
            any::<f64>().prop_filter("JSON has no others", |n| n.is_finite()).prop_map(Value::from),
            any::<String>().prop_map(Value::from),
        ];
        leaf.prop_recursive(4, 40, 6, |inner| {
            prop_oneof![
                proptest::collection::vec(inner.clone(), 0..6).prop_map(Value::from),
                proptest::collection::btree_map(any::<String>(), inner, 0..6)
                    .prop_map(|map| Value::Object(map.into_iter().collect())),
            ]
        })
    }

    proptest! {
        #[test]
        fn reads_what_serde_json_wrote(value in value(), pretty: bool) {
            let text = if pretty { format!("{value:#}") } else { value.to_string() };
            let read = Json::read(&text);
            prop_assert!(read.as_ref().is_some_and(|json| same(json, &value)), "{text} was read as {read:?}");
        }

        #[test]
        fn half_a_text_and_other_texts_are_no_json(value in value(), cut in 0usize..40, junk in ".{0,30}") {
            let text = Value::from(vec![value]).to_string();
            let half: String = text.chars().take(cut.min(text.chars().count() - 1)).collect();
            prop_assert_eq!(Json::read(&half), None);
            // Whatever stands there, it is read or it is not.
            let _ = Json::read(&junk);
        }
    }

    #[test]
    fn escapes_are_read_as_they_are_meant() {
        let text = r#""\ud83d\udc4d \u00e9\/\b\f\n\r\t\"\\""#;
        assert_eq!(
            Json::read(text).and_then(|json| json.text().map(str::to_owned)),
            Some("👍 é/\u{8}\u{c}\n\r\t\"\\".into())
        );
        for wrong in [r#""\ud83d""#, r#""\ud83dx""#, r#""\udc4d""#, r#""\ud83d\u0041""#, r#""\x""#, r#""\u12""#] {
            assert_eq!(Json::read(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn what_is_endless_is_no_json() {
        assert_eq!(Json::read(&"[".repeat(1_000_000)), None);
        assert_eq!(Json::read("{} {}"), None);
        assert_eq!(Json::read("nul"), None);
    }
}
