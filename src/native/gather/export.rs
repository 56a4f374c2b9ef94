//! A file in which many reactions stand: what a form service exports as JSON or CSV, what the Netlify API gives, a
//! gathered file, or our own export as JSON.

use crate::native::error::Error;
use serde_json::{Map, Value};
use std::{fs, path::Path};

/// One of them.
pub struct Record {
    /// The file and the place in it.
    pub name: String,
    /// What stands there.
    pub value: Value,
}

/// Reads them all. A file in which there is no list of anything is one record.
pub fn read(path: &Path) -> Result<Vec<Record>, Error> {
    let bytes = fs::read(path).map_err(Error::read(path))?;
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(&bytes);
    let csv = path.extension().is_some_and(|extension| extension.eq_ignore_ascii_case("csv"));
    let values = if csv { rows(bytes) } else { items(bytes) };
    let values = values.map_err(|cause| Error::Read { path: path.to_owned(), cause: std::io::Error::other(cause) })?;
    let record = |(n, value): (usize, Value)| {
        let id = value.get("id").and_then(Value::as_str).map(|id| format!(" {id}")).unwrap_or_default();
        Record { name: format!("{}[{n}]{id}", path.display()), value }
    };
    Ok(values.into_iter().enumerate().map(record).collect())
}

/// The items of the list, or of the first list in the object.
fn items(bytes: &[u8]) -> Result<Vec<Value>, String> {
    let json: Value = serde_json::from_slice(bytes).map_err(|error| error.to_string())?;
    match json {
        Value::Array(list) => Ok(list),
        // An envelope is one reaction, whatever lists are in it.
        Value::Object(object) if object.contains_key("reaction") => Ok(vec![Value::Object(object)]),
        Value::Object(mut object) => {
            let list = object.iter().find(|(_, value)| value.is_array()).map(|(key, _)| key.clone());
            match list.and_then(|key| object.remove(&key)) {
                Some(Value::Array(list)) => Ok(list),
                _ => Ok(vec![Value::Object(object)]),
            }
        }
        other => Ok(vec![other]),
    }
}

/// The rows of a table, each as an object by the names in the first. The separator is the one that makes most columns.
fn rows(bytes: &[u8]) -> Result<Vec<Value>, String> {
    let first = bytes.split(|b| *b == b'\n').next().unwrap_or_default();
    let count = |separator: &u8| first.iter().filter(|b| *b == separator).count();
    let separator = b",;\t".iter().copied().max_by_key(count).unwrap_or(b',');
    let mut reader = csv::ReaderBuilder::new().delimiter(separator).flexible(true).from_reader(bytes);
    let names = reader.headers().map_err(|error| error.to_string())?.clone();
    let mut rows = Vec::new();
    for row in reader.records() {
        let row = row.map_err(|error| error.to_string())?;
        let fields: Map<String, Value> =
            names.iter().zip(row.iter()).map(|(name, value)| (name.trim().to_owned(), value.into())).collect();
        rows.push(Value::Object(fields));
    }
    Ok(rows)
}
