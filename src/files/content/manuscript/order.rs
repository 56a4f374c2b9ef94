//! A draft as text, with its fields in the order of the format.

use super::form::{Field, Is};
use crate::domain::{language::Language, ordered::sort_by_key};
use serde_json::Value;

/// The text of it.
pub(super) fn text(root: &Value, fields: &[Field]) -> String {
    let mut out = String::new();
    write(&mut out, root, fields, "", 0);
    out.push('\n');
    out
}

fn write(out: &mut String, value: &Value, fields: &[Field], within: &str, depth: usize) {
    let line = |out: &mut String, depth: usize| {
        out.push('\n');
        out.push_str(&"  ".repeat(depth));
    };
    match value {
        Value::Object(map) if !map.is_empty() => {
            let mut keys: Vec<_> = map.keys().collect();
            sort_by_key(&mut keys, |key| rank(fields, within, key));
            for (n, key) in keys.into_iter().enumerate() {
                out.push(if n == 0 { '{' } else { ',' });
                line(out, depth + 1);
                out.push_str(&Value::from(key.as_str()).to_string());
                out.push_str(": ");
                write(out, &map[key], fields, &format!("{within}{key}."), depth + 1);
            }
            line(out, depth);
            out.push('}');
        }
        Value::Array(all) if !all.is_empty() => {
            let is_list = |field: &&Field| within.strip_suffix('.') == Some(field.key);
            let inner = fields.iter().find(is_list).map(|field| &field.is);
            let inner = if let Some(Is::List(inner, ..)) = inner { inner } else { &[][..] };
            for (n, one) in all.iter().enumerate() {
                out.push(if n == 0 { '[' } else { ',' });
                line(out, depth + 1);
                write(out, one, inner, "", depth + 1);
            }
            line(out, depth);
            out.push(']');
        }
        _ => out.push_str(&value.to_string()),
    }
}

/// Where a key comes: as in the format; then languages, the default first; then what nobody knows.
fn rank(fields: &[Field], within: &str, key: &str) -> usize {
    let whole = format!("{within}{key}");
    let is_it =
        |field: &Field| field.key.strip_prefix(&whole).is_some_and(|rest| rest.is_empty() || rest.starts_with('.'));
    let language = || Language::ALL.iter().position(|language| language.code() == key).map(|at| fields.len() + at);
    fields.iter().position(is_it).or_else(language).unwrap_or(usize::MAX)
}
