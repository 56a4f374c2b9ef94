//! A file in which one reaction stands, or many: what a form service exports as JSON or CSV, what the Netlify API gives, a
//! gathered file, our own export as JSON, a line for each reaction, or an envelope by itself.
//!
//! What is in it is understood, or refused in words; one part that can't be read never stops the others.

use super::{left_out::Fault, plain};
use crate::domain::reaction::{EnvelopeFault, WIRE_LIMIT};
use serde_json::{Map, Value};
use std::borrow::Cow;

/// What stands in a place of the file, or why that can't be read.
pub struct Record {
    /// The file and the place in it.
    pub name: String,
    /// What stands there.
    pub value: Result<Value, Fault>,
}

/// Columns that stand together only in the table that `export` makes.
const OWN_COLUMNS: [&str; 4] = ["consultation", "revision", "quote_consent", "tag"];

/// Hands over everything in the file called `name`, whose name ends in `end`: first how many records there are, then each.
/// Lines are read one at a time, so that a large file costs its text and little more.
pub fn each(name: &str, bytes: &[u8], end: &str, many: impl FnOnce(usize), mut take: impl FnMut(Record)) {
    let (text, damaged) = text(bytes);
    let mut hand_over = |(place, value): (String, Result<Value, Fault>)| {
        let id = value.as_ref().ok().and_then(|value| value.get("id")?.as_str()).map(|id| format!(" {id}"));
        let whole = |value: Value| if damaged && is_damaged(&value) { Err(Fault::NotUtf8) } else { Ok(value) };
        take(Record { name: format!("{name}{place}{}", id.unwrap_or_default()), value: value.and_then(whole) });
    };
    let values = match end {
        "ndjson" | "jsonl" => {
            many(lines(&text).count());
            return lines(&text).for_each(|(n, line)| hand_over((format!(":{}", n + 1), parse(line))));
        }
        "csv" => rows(&text),
        _ => items(&text),
    };
    match values {
        Ok(values) => {
            many(values.len());
            values.into_iter().for_each(hand_over);
        }
        Err(fault) => {
            many(1);
            take(Record { name: name.to_owned(), value: Err(fault) });
        }
    }
}

/// What stands in each place, after the name of the file.
type Values = Vec<(String, Result<Value, Fault>)>;

/// The text of a file, and whether some of it is damaged. Some programs write UTF-16, and say so at the beginning.
fn text(bytes: &[u8]) -> (Cow<'_, str>, bool) {
    let wide = |from: fn([u8; 2]) -> u16| {
        let units: Vec<_> = bytes[2..].chunks_exact(2).map(|pair| from([pair[0], pair[1]])).collect();
        (Cow::Owned(String::from_utf16_lossy(&units)), true)
    };
    match bytes {
        [0xff, 0xfe, ..] => wide(u16::from_le_bytes),
        [0xfe, 0xff, ..] => wide(u16::from_be_bytes),
        _ => {
            let text = String::from_utf8_lossy(bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes));
            let damaged = matches!(text, Cow::Owned(_));
            (text, damaged)
        }
    }
}

fn is_damaged(value: &Value) -> bool {
    value.to_string().contains(char::REPLACEMENT_CHARACTER)
}

fn parse(text: &str) -> Result<Value, Fault> {
    serde_json::from_str(text).map_err(|error| match text.len() > WIRE_LIMIT {
        true => Fault::TooLarge,
        false => EnvelopeFault::NotJson(error.to_string()).into(),
    })
}

/// The lines in which something stands, counted from 0.
fn lines(text: &str) -> impl Iterator<Item = (usize, &str)> {
    text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty())
}

/// What stands there itself, or the items of every list in which reactions stand.
fn items(text: &str) -> Result<Values, Fault> {
    let json = parse(text)?;
    if plain::is_reaction(&json) {
        return Ok(vec![(String::new(), Ok(json))]);
    }
    let mut lists = Vec::new();
    collect(&json, "", &mut lists);
    let holds = |(_, list): &(String, &Vec<Value>)| list.iter().any(plain::is_reaction);
    if lists.iter().any(holds) {
        lists.retain(holds);
    }
    match lists.iter().filter(|(_, list)| !list.is_empty()).count() {
        0 if lists.is_empty() => return Ok(vec![(String::new(), Ok(json))]),
        0 | 1 => {}
        _ if lists.iter().all(holds) => {}
        _ => return Err(Fault::Lists(lists.into_iter().map(|(name, _)| name).collect())),
    }
    let each = lists.into_iter().flat_map(|(name, list)| {
        list.iter().enumerate().map(move |(n, item)| (format!("{name}[{n}]"), Ok(item.clone())))
    });
    Ok(each.collect())
}

/// Every list that is not in a list.
fn collect<'a>(value: &'a Value, name: &str, lists: &mut Vec<(String, &'a Vec<Value>)>) {
    match value {
        Value::Array(list) => lists.push((name.to_owned(), list)),
        Value::Object(map) => map.iter().for_each(|(key, value)| collect(value, &format!("{name}.{key}"), lists)),
        _ => {}
    }
}

/// The rows of a table, each as an object by the names in the first. The separator is the one that makes most columns.
fn rows(text: &str) -> Result<Values, Fault> {
    let first = text.lines().next().unwrap_or_default();
    let count = |separator: &char| first.chars().filter(|c| c == separator).count();
    let separator = [',', ';', '\t'].into_iter().max_by_key(count).unwrap_or(',');
    let mut reader = csv::ReaderBuilder::new().delimiter(separator as u8).flexible(true).from_reader(text.as_bytes());
    let not_a_table = |error: csv::Error| Fault::Envelope(EnvelopeFault::NotJson(error.to_string()));
    let names = reader.headers().map_err(not_a_table)?.clone();
    if OWN_COLUMNS.iter().all(|own| names.iter().any(|name| name == *own)) && !names.iter().any(|n| n == "reaction") {
        return Err(Fault::OwnTable);
    }
    let mut rows = Vec::new();
    for (n, row) in reader.records().enumerate() {
        let value = row.map_err(not_a_table).map(|row| {
            let fields = names.iter().zip(row.iter()).map(|(name, value)| (name.trim().to_owned(), value.into()));
            Value::Object(fields.collect::<Map<_, _>>())
        });
        rows.push((format!("[{n}]"), value));
    }
    Ok(rows)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn any_file_ends_in_objects_or_reasons(
            bytes: Vec<u8>,
            text in r#"[\[\]{}":,;a-c0-9 \n\t]{0,60}"#,
            end in prop::sample::select(vec!["json", "csv", "ndjson", ""]),
        ) {
            for bytes in [bytes, text.into_bytes()] {
                let mut forms = plain::Forms::new(None);
                let (mut promised, mut names) = (0, Vec::new());
                each("x", &bytes, end, |count| promised = count, |record| names.push(forms.object(record).name));
                prop_assert_eq!(promised, names.len());
                prop_assert!(names.iter().all(|name| name.starts_with('x')));
            }
        }
    }

    #[test]
    fn a_file_may_be_utf_16_as_some_programs_write_it() {
        let text = "reaction\n{\"a\":1}\n";
        let wide: Vec<u8> = "\u{feff}".encode_utf16().chain(text.encode_utf16()).flat_map(u16::to_le_bytes).collect();
        let mut values = Vec::new();
        each("x", &wide, "csv", |_| (), |record| values.push(record.value));
        assert_eq!(values, [Ok(serde_json::json!({"reaction": "{\"a\":1}"}))]);
    }
}
