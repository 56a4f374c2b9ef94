//! Reactions as rows when nothing is known of their questions: what every reaction has, then a column for each id.

use super::cell::typed;
use serde_json::{Map, Value};
use std::collections::BTreeSet;

/// What every reaction has, in the order of the columns.
pub const FIXED: [&str; 8] = ["id", "consultation", "revision", "language", "source", "day", "quote_consent", "tag"];
/// Between several values in one cell.
const BETWEEN: &str = " | ";
/// No form has this many questions. Strangers can make up as many as they like; what is more comes together in one cell.
const MOST: usize = 120;
/// The column of those.
const REST: &str = "…";

/// The columns, as they come up.
#[derive(Debug, Default)]
pub struct Table {
    columns: Vec<Column>,
    seen: BTreeSet<Column>,
    /// Whether there are more than have a column of their own.
    more: bool,
}

/// A question; the reason beside a dilemma is a column of its own, so that numbers stay numbers.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Column {
    question: String,
    part: &'static str,
}

impl Table {
    /// Makes room for what a reaction holds.
    pub fn widen(&mut self, reaction: &Map<String, Value>) {
        for (column, _) in cells(reaction) {
            if self.seen.contains(&column) {
                continue;
            }
            if self.columns.len() == MOST {
                self.more = true;
                return;
            }
            self.seen.insert(column.clone());
            self.columns.push(column);
        }
    }

    /// The names of the columns.
    pub fn heading(&self) -> Vec<String> {
        let named = self.columns.iter().map(|Column { question, part }| {
            let dot = if part.is_empty() { "" } else { "." };
            typed(&format!("{question}{dot}{part}"))
        });
        FIXED.iter().map(ToString::to_string).chain(named).chain(self.more.then(|| REST.to_owned())).collect()
    }

    /// A reaction, and the code of where it came from.
    pub fn row(&self, reaction: &Map<String, Value>, from: &str) -> Vec<String> {
        let cells = cells(reaction);
        let answered = self.columns.iter().map(|column| {
            let found = cells.iter().find(|(other, _)| other == column);
            found.map_or_else(String::new, |(_, cell)| cell.clone())
        });
        let rest = cells.iter().filter(|(column, _)| !self.seen.contains(column));
        let rest = rest.map(|(column, cell)| format!("{}: {cell}", column.question)).collect::<Vec<_>>().join(BETWEEN);
        fixed(reaction, from).chain(answered).chain(self.more.then(|| typed(&rest))).collect()
    }
}

/// What every reaction has. From where it came is what was confirmed, and not what it says.
pub fn fixed(reaction: &Map<String, Value>, from: &str) -> impl Iterator<Item = String> {
    FIXED.iter().map(move |key| match *key {
        "source" => from.to_owned(),
        key => reaction.get(key).map_or_else(String::new, plain),
    })
}

/// What a reaction fills in, each with its column, as cells already.
fn cells(reaction: &Map<String, Value>) -> Vec<(Column, String)> {
    let mut cells = Vec::new();
    for answer in reaction.get("answers").and_then(Value::as_array).into_iter().flatten() {
        let Some(question) = answer.get("question").and_then(Value::as_str) else { continue };
        let column = |part| Column { question: question.to_owned(), part };
        match answer.get("value") {
            Some(Value::Object(map)) if map.contains_key("lean") => {
                cells.push((column(""), map.get("lean").map_or_else(String::new, plain)));
                cells.push((column("reason"), map.get("reason").map_or_else(String::new, plain)));
            }
            Some(value) => cells.push((column(""), plain(value))),
            None => {}
        }
    }
    cells
}

/// A number or flag as it is; everything that was typed as text.
pub fn plain(value: &Value) -> String {
    match value {
        Value::Number(number) => number.to_string(),
        Value::Bool(flag) => flag.to_string(),
        words => typed(&text(words)),
    }
}

fn text(value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::String(text) => text.clone(),
        Value::Array(list) => list.iter().map(text).collect::<Vec<_>>().join(BETWEEN),
        Value::Object(map) => match (map.get("municipality"), map.get("village")) {
            (Some(municipality), Some(village)) => [text(municipality), text(village)].join(BETWEEN),
            (Some(municipality), None) => text(municipality),
            _ => map.iter().map(|(key, value)| format!("{key}: {}", text(value))).collect::<Vec<_>>().join(BETWEEN),
        },
        other => other.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn rows(reactions: &[Value]) -> Vec<Vec<String>> {
        let mut table = Table::default();
        let maps: Vec<_> = reactions.iter().filter_map(Value::as_object).collect();
        maps.iter().for_each(|map| table.widen(map));
        std::iter::once(table.heading()).chain(maps.iter().map(|map| table.row(map, "resident"))).collect()
    }

    #[test]
    fn a_row_for_each_reaction_and_a_column_for_each_question() {
        let table = rows(&[
            json!({"id": "1", "consultation": "dorp", "revision": 2, "quote_consent": true, "answers": [
                {"question": "verhaal", "value": "=2+3"},
                {"question": "keuze", "value": ["bus", {"other": "trein"}]},
                {"question": "kant", "value": {"lean": -2, "reason": "-omdat"}},
            ]}),
            json!({"id": "2", "consultation": "dorp", "tag": "12345678901234567e89", "answers": [
                {"question": "plaats", "value": {"municipality": "Assen", "village": "Loon"}},
                {"question": "schaal", "value": -3},
            ]}),
        ]);
        let heading = ["verhaal", "keuze", "kant", "kant.reason", "plaats", "schaal"];
        assert_eq!(table[0][8..], heading);
        assert_eq!(table[1][..3], ["'1", "dorp", "2"].map(|cell| cell.trim_start_matches('\'')));
        assert_eq!(table[1][8..], ["'=2+3", "bus | other: trein", "-2", "'-omdat", "", ""]);
        assert_eq!(table[2][7..], ["'12345678901234567e89", "", "", "", "", "Assen | Loon", "-3"]);
    }

    #[test]
    fn made_up_questions_make_no_thousands_of_columns() {
        let answers = |from: usize| -> Vec<_> {
            (from..from + 2000).map(|n| json!({"question": format!("v{n}"), "value": format!("a{n}")})).collect()
        };
        let reaction = |from| json!({"id": "x", "answers": answers(from)});
        let table = rows(&[reaction(0), reaction(2000)]);
        assert!(table.iter().all(|row| row.len() == FIXED.len() + MOST + 1));
        assert!(table[1].last().unwrap().contains("v1999: a1999"), "nothing is lost");
    }
}
