//! Reactions as rows: what every reaction has, then a column for each question.

use super::cell::safe;
use serde_json::{Map, Value};
use std::collections::BTreeSet;

/// What every reaction has, in the order of the columns.
const FIXED: [&str; 8] = ["id", "consultation", "revision", "language", "source", "day", "quote_consent", "tag"];
/// Between several values in one cell.
const BETWEEN: &str = " | ";

/// A question of a consultation; the reason beside a dilemma is a column of its own, so that numbers stay numbers.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Column {
    consultation: String,
    question: String,
    part: &'static str,
}

/// The heading and a row for each reaction.
pub fn rows<'a>(reactions: impl Iterator<Item = &'a Map<String, Value>> + Clone) -> impl Iterator<Item = Vec<String>> {
    let columns = columns(reactions.clone());
    let consultations: BTreeSet<_> = columns.iter().map(|column| column.consultation.as_str()).collect();
    let several = consultations.len() > 1;
    let named = columns.iter().map(|column| {
        let Column { consultation, question, part } = column;
        let dot = if part.is_empty() { "" } else { "." };
        if several { format!("{consultation}/{question}{dot}{part}") } else { format!("{question}{dot}{part}") }
    });
    let heading = FIXED.iter().map(ToString::to_string).chain(named).map(|name| safe(&name)).collect();
    std::iter::once(heading).chain(reactions.map(move |reaction| row(reaction, &columns)))
}

fn columns<'a>(reactions: impl Iterator<Item = &'a Map<String, Value>>) -> Vec<Column> {
    let (mut columns, mut seen) = (Vec::new(), BTreeSet::new());
    for reaction in reactions {
        for column in cells(reaction).into_iter().map(|(column, _)| column) {
            if seen.insert(column.clone()) {
                columns.push(column);
            }
        }
    }
    // A consultation's columns together; the sort keeps the order of the questions.
    columns.sort_by(|a, b| a.consultation.cmp(&b.consultation));
    columns
}

fn row(reaction: &Map<String, Value>, columns: &[Column]) -> Vec<String> {
    let fixed = FIXED.iter().map(|key| reaction.get(*key).map_or_else(String::new, plain));
    let cells = cells(reaction);
    let answered = columns.iter().map(|column| {
        let found = cells.iter().find(|(other, _)| other == column);
        found.map_or_else(String::new, |(_, cell)| cell.clone())
    });
    fixed.chain(answered).collect()
}

/// What a reaction fills in, each with its column, safe already.
fn cells(reaction: &Map<String, Value>) -> Vec<(Column, String)> {
    let consultation = reaction.get("consultation").and_then(Value::as_str).unwrap_or_default();
    let mut cells = Vec::new();
    for answer in reaction.get("answers").and_then(Value::as_array).into_iter().flatten() {
        let Some(question) = answer.get("question").and_then(Value::as_str) else { continue };
        let column = |part| Column { consultation: consultation.to_owned(), question: question.to_owned(), part };
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

/// A number or flag as it is; everything that was typed made safe.
fn plain(value: &Value) -> String {
    match value {
        Value::Number(number) => number.to_string(),
        Value::Bool(flag) => flag.to_string(),
        typed => safe(&text(typed)),
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

    #[test]
    fn a_row_for_each_reaction_and_a_column_for_each_question() {
        let reactions = [
            json!({"id": "1", "consultation": "dorp", "revision": 2, "quote_consent": true, "answers": [
                {"question": "verhaal", "value": "=2+3"},
                {"question": "keuze", "value": ["bus", {"other": "trein"}]},
                {"question": "kant", "value": {"lean": -2, "reason": "-omdat"}},
            ]}),
            json!({"id": "2", "consultation": "dorp", "answers": [
                {"question": "plaats", "value": {"municipality": "Assen", "village": "Loon"}},
                {"question": "schaal", "value": -3},
            ]}),
        ];
        let maps: Vec<_> = reactions.iter().filter_map(Value::as_object).collect();
        let table: Vec<_> = rows(maps.into_iter()).collect();
        let heading = ["verhaal", "keuze", "kant", "kant.reason", "plaats", "schaal"];
        assert_eq!(table[0][8..], heading);
        assert_eq!(table[1][..3], ["1", "dorp", "2"]);
        assert_eq!(table[1][8..], ["'=2+3", "bus | other: trein", "-2", "'-omdat", "", ""]);
        assert_eq!(table[2][8..], ["", "", "", "", "Assen | Loon", "-3"]);
    }

    #[test]
    fn questions_of_several_consultations_are_kept_apart() {
        let reaction = |slug: &str| json!({"consultation": slug, "answers": [{"question": "a", "value": slug}]});
        let reactions = [reaction("y"), reaction("x")];
        let maps: Vec<_> = reactions.iter().filter_map(Value::as_object).collect();
        let table: Vec<_> = rows(maps.into_iter()).collect();
        assert_eq!(table[0][8..], ["x/a", "y/a"]);
        assert_eq!(table[1][8..], ["", "y"]);
    }
}
