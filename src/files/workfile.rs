//! Writing a workfile: one line for each reaction, theme, assignment and log entry, so that differences can be read.

use crate::domain::workfile::{FORMAT, Part, PlaceRuling, PlaceVerdict, Placement, Workfile};
use serde_json::{Map, Value, json};

/// The file.
pub fn text(work: &Workfile) -> String {
    let telling = work.telling();
    let mut out = format!("{{\n\"format\":{},\n\"consultation\":{},\n", json!(FORMAT), json!(work.consultation));
    if work.example {
        out += &format!("\"example\":true,\n\"example_receipts\":{},\n", json!(work.example_receipts));
    }
    out += &format!("\"minimum\":{},\n", work.minimum);
    list(&mut out, "reactions", work.reactions().map(|reaction| Value::Object(reaction.json().clone())));
    list(&mut out, "themes", work.themes().iter().map(|theme| bare(json!(theme))));
    list(&mut out, "assignments", work.placements().iter().map(assignment));
    list(&mut out, "learned", telling.learned.iter().map(|lesson| json!(lesson)));
    list(&mut out, "next_steps", telling.next_steps.iter().map(|step| json!(step)));
    if let Some(note) = &telling.note {
        out += &format!("\"note\":{},\n", json!(note));
    }
    if !work.places.is_empty() {
        list(&mut out, "places", work.places.iter().map(ruling));
    }
    if !work.cleared.is_empty() {
        list(&mut out, "cleared", work.cleared.iter().map(|words| json!(words)));
    }
    if !work.withdrawn.is_empty() {
        list(&mut out, "withdrawn", work.withdrawn.iter().map(|id| json!(id)));
    }
    list(&mut out, "log", work.log().iter().map(|entry| json!(entry)));
    out.truncate(out.trim_end_matches(",\n").len());
    out + "\n}\n"
}

fn list(out: &mut String, name: &str, items: impl Iterator<Item = Value>) {
    let lines: Vec<_> = items.map(|item| item.to_string()).collect();
    *out += &format!("{}:[", json!(name));
    if !lines.is_empty() {
        *out += "\n";
        *out += &lines.join(",\n");
        *out += "\n";
    }
    *out += "],\n";
}

/// Without fields that hold nothing.
fn bare(value: Value) -> Value {
    match value {
        Value::Object(fields) => Value::Object(fields.into_iter().filter(|(_, value)| !value.is_null()).collect()),
        other => other,
    }
}

fn ruling(ruling: &PlaceRuling) -> Value {
    let verdict = match &ruling.verdict {
        PlaceVerdict::At { municipality, village } => bare(json!({ "municipality": municipality, "village": village })),
        PlaceVerdict::Elsewhere => json!("elsewhere"),
        PlaceVerdict::Hidden => json!("hidden"),
    };
    json!({ "typed": ruling.typed, "as": verdict })
}

fn assignment((part, placement): (&Part, &Placement)) -> Value {
    let mut fields = Map::new();
    fields.insert("reaction".into(), json!(part.reaction));
    if let Some(question) = &part.question {
        fields.insert("question".into(), json!(question));
    }
    if let Value::Object(placed) = json!(placement) {
        fields.extend(placed);
    }
    Value::Object(fields)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        domain::{
            day::Day,
            id::{Id, ReactionId},
            json as strict,
            language::{Language, Localised},
            reaction::knows_nothing,
            workfile::{By, Change, tests::received},
        },
        files::read,
    };

    #[test]
    fn what_is_written_is_read_back_the_same() {
        let id = |text| Id::try_from(text).unwrap();
        let text_of = |text: &str| Localised::Same(text.into());
        let by = || By { who: "redactie".into(), day: Day::new(2026, 11, 22).unwrap() };
        let mut work = Workfile::new(id("dorp"));
        work.receive((0..4).map(|n| received(n, "De bus rijdt te laat.", true)));
        let part = |n: u8| Part::whole(ReactionId::new(u64::from(n), [n; 10]));
        for change in [
            Change::AddTheme { id: id("bus"), title: text_of("De bus"), summary: text_of("Te laat.") },
            Change::Assign { parts: vec![part(0), part(1)], themes: vec![id("bus")] },
            Change::Postpone { parts: vec![part(2)], by: Day::new(2026, 12, 1).unwrap() },
        ] {
            work.apply(change, by()).unwrap();
        }
        let ruling = |typed: &str, verdict| PlaceRuling { typed: typed.into(), verdict };
        let aard = PlaceVerdict::At { municipality: "Assen".into(), village: Some("Ter Aard".into()) };
        work.places =
            vec![ruling("teraard", aard), ruling("Urk", PlaceVerdict::Elsewhere), ruling("x", PlaceVerdict::Hidden)];
        work.cleared = vec!["Brink 1".into()];
        work.withdrawn = [ReactionId::new(1, [1; 10])].into();
        let text = text(&work);
        let json = strict::strict(text.as_bytes()).unwrap();
        assert_eq!(read::workfile::read(&json, &Language::ALL, &knows_nothing), Ok(work));
    }
}
