//! Reads decisions: what staff want to hold, written by hand in one file. The reactions that they are about stand elsewhere.

use super::{
    feedback::{as_receipt, landing, lesson, next_step, set_aside_fields},
    finding::{Cause, Expected, Finding},
    reader::{At, Notes, Object, as_day, as_flag, as_id, as_line, as_localised, as_text},
};
use crate::domain::{
    feedback::{landing::TITLE, village},
    id::{Id, ReactionId},
    language::Language,
    log::EntryId,
    place_name::PlaceName,
    question::place::NAME_MAX,
    work::{Beginning, Decisions, Part, PlaceRuling, PlaceVerdict, Placement, Telling, Theme, Where, WorkQuote},
};
use serde_json::{Map, Value, json};
use std::collections::BTreeSet;

/// The file's format.
pub const FORMAT: &str = "beginspraak.decisions/1";
/// More than any list in it holds.
const MANY: usize = 20_000_000;

/// Reads decisions. `languages` are those of their consultation.
pub fn read(json: &Value, languages: &[Language]) -> Result<Decisions, Vec<Finding>> {
    let notes = Notes::new(languages);
    let decisions = At::root(json, &notes).object(decisions);
    notes.finish(decisions)
}

/// The path of what stands there.
pub fn path(at: Where) -> String {
    match at {
        Where::Theme(theme) => format!("$.themes[{theme}]"),
        Where::Landing(theme, landing) => format!("$.themes[{theme}].landings[{landing}]"),
        Where::Placement(placement) => format!("$.placements[{placement}]"),
        Where::Withdrawn => "$.withdrawn".to_owned(),
    }
}

/// The consultation that decisions are about, before anything else of them is read.
pub fn consultation(json: &Value) -> Option<Id> {
    Id::try_from(json.get("consultation")?.as_str()?).ok()
}

fn decisions(o: &Object) -> Option<Decisions> {
    o.format(&[FORMAT]);
    let consultation = o.need("consultation", as_id);
    let after = o.may("after", |at| at.list(0, MANY, as_entry_id));
    let open = o.may("conflicts", |at| at.list(0, MANY, open_conflict));
    let example = o.or("example", false, as_flag);
    let receipts = o.or("example_receipts", vec![], |at| at.list(0, 20, as_receipt));
    let minimum = o.or("minimum", village::MINIMUM, |at| at.integer(1, 1000));
    let themes = o.or("themes", vec![], |at| at.list(0, 100, theme));
    let unique = o.unique("themes", themes.iter().flatten().map(|theme| theme.id.as_str()));
    let placements = o.or("placements", vec![], |at| at.list(0, MANY, placement));
    let learned = o.or("learned", vec![], |at| at.list(0, 30, lesson));
    let next_steps = o.or("next_steps", vec![], |at| at.list(0, 30, next_step));
    let note = o.may("note", as_localised);
    let places = o.or("places", vec![], |at| at.list(0, 10_000, ruling));
    let once = places.as_ref().is_none_or(|places| decided_once(o, places));
    let cleared = o.or("cleared", vec![], |at| at.list(0, 1000, as_text));
    let withdrawn = o.or("withdrawn", vec![], |at| at.list(0, MANY, as_reaction_id));
    // For whoever writes: what has no place yet, in its first words.
    let _ = o.or("nowhere", vec![], |at| {
        at.list(0, MANY, |at| {
            at.object(|o| o.need("reaction", as_reaction_id).and(o.need("says", |at| Some(at.json().clone()))))
        })
    });
    unique?;
    once.then_some(())?;
    let receipts = receipts?;
    if !receipts.is_empty() && example == Some(false) {
        return o.wrong("example_receipts", Cause::OutsideExample);
    }
    Some(Decisions {
        consultation: consultation?,
        after: after?,
        open: open?.map(|open| open.into_iter().collect()),
        example: example?.then_some(receipts),
        minimum: minimum?,
        places: places?,
        cleared: cleared?,
        withdrawn: withdrawn?.into_iter().collect(),
        themes: themes?,
        placements: placements?,
        telling: Telling { learned: learned?, next_steps: next_steps?, note: note? },
    })
}

/// `{"about", "says"?}`: what nobody settled yet, and what each decided.
fn open_conflict(at: At) -> Option<String> {
    at.object(|o| {
        let says = o.or("says", vec![], |at| at.list(0, MANY, as_text));
        o.need("about", as_text).filter(|_| says.is_some())
    })
}

fn as_entry_id(at: At) -> Option<EntryId> {
    let text = as_text(at)?;
    match EntryId::try_from(text.as_str()) {
        Ok(id) => Some(id),
        Err(_) => at.wrong(Cause::Expected(Expected::EntryId)),
    }
}

fn theme(at: At) -> Option<Theme> {
    at.object(|o| {
        let id = o.need("id", as_id);
        let title = o.need("title", |at| as_line(at, TITLE));
        let summary = o.need("summary", as_localised);
        let landings = o.or("landings", vec![], |at| at.list(0, 10, landing));
        let quotes = o.or("quotes", vec![], |at| at.list(0, 50, quote));
        Some(Theme { id: id?, title: title?, summary: summary?, landings: landings?, quotes: quotes? })
    })
}

fn quote(at: At) -> Option<WorkQuote> {
    at.object(|o| {
        let reaction = o.need("reaction", as_reaction_id);
        let question = o.need("question", as_id);
        let text = o.need("text", as_text);
        let cleared = o.or("cleared", false, as_flag);
        Some(WorkQuote { reaction: reaction?, question: question?, text: text?, cleared: cleared? })
    })
}

fn as_reaction_id(at: At) -> Option<ReactionId> {
    let text = as_text(at)?;
    match ReactionId::try_from(text.as_str()) {
        Ok(id) => Some(id),
        Err(_) => at.wrong(Cause::Expected(Expected::ReactionId)),
    }
}

/// `{"reaction", "question"?}` and one of `themes`, `set_aside` and `later`.
fn placement(at: At) -> Option<(Part, Placement)> {
    at.object(|o| {
        let reaction = o.need("reaction", as_reaction_id);
        let question = o.may("question", as_id);
        let themes = o.may("themes", |at| at.list(1, 100, as_id));
        let set_aside = o.may("set_aside", |at| at.object(set_aside_fields));
        let later = o.may("later", as_day);
        let part = Part { reaction: reaction?, question: question? };
        let placement = match (themes?, set_aside?, later?) {
            (Some(themes), None, None) => Placement::Themes(themes),
            (None, Some(why), None) => Placement::SetAside(why),
            (None, None, Some(day)) => Placement::Later(day),
            _ => return o.at.wrong(Cause::OnePlace),
        };
        Some((part, placement))
    })
}

/// `{"typed", "as"}`: a place, `"elsewhere"` or `"hidden"`.
fn ruling(at: At) -> Option<PlaceRuling> {
    at.object(|o| {
        let typed = o.need("typed", as_name);
        let verdict = o.need("as", |at| {
            if at.json().is_object() {
                return at.object(|o| {
                    let (municipality, village) = (o.need("municipality", as_name), o.may("village", as_name));
                    Some(PlaceVerdict::At { municipality: municipality?, village: village? })
                });
            }
            at.one_of(&["elsewhere", "hidden"], &[PlaceVerdict::Elsewhere, PlaceVerdict::Hidden])
        });
        Some(PlaceRuling { typed: typed?, verdict: verdict? })
    })
}

/// The name of a place: at most as long as one can be typed, and with a letter or digit in it.
fn as_name(at: At) -> Option<String> {
    let name = as_text(at)?;
    let has = name.chars().count();
    if has > NAME_MAX {
        return at.wrong(Cause::TooLong { max: NAME_MAX, has });
    }
    if PlaceName::of(&name).is_none() { at.wrong(Cause::Empty) } else { Some(name) }
}

/// Whether nothing is decided twice, in whatever spelling.
fn decided_once(o: &Object, places: &[PlaceRuling]) -> bool {
    let mut seen = BTreeSet::new();
    let doubles: Vec<_> = places.iter().filter(|one| !seen.insert(PlaceName::of(&one.typed))).collect();
    for double in &doubles {
        o.wrong::<()>("places", Cause::Double(double.typed.clone()));
    }
    doubles.is_empty()
}

/// The file: a line for each theme and each place, so that differences can be read. `nowhere` has no place yet; `open` are
/// the conflicts, by name, with what each decided.
pub fn text(decisions: &Decisions, nowhere: &[Beginning], open: &[(String, Vec<String>)]) -> String {
    let Decisions { consultation, telling, .. } = decisions;
    let mut out = format!("{{\n\"format\":{},\n\"consultation\":{},\n", json!(FORMAT), json!(consultation));
    if let Some(after) = &decisions.after {
        out += &format!("\"after\":{},\n", json!(after));
    }
    if let Some(receipts) = &decisions.example {
        out += &format!("\"example\":true,\n\"example_receipts\":{},\n", json!(receipts));
    }
    out += &format!("\"minimum\":{},\n", decisions.minimum);
    list(&mut out, "conflicts", open.iter().map(|(about, says)| json!({ "about": about, "says": says })));
    let says = |one: &Beginning| json!({ "reaction": one.id, "says": one.words });
    list(&mut out, "nowhere", nowhere.iter().map(says));
    list(&mut out, "themes", decisions.themes.iter().map(|theme| bare(json!(theme))));
    list(&mut out, "placements", decisions.placements.iter().map(placement_json));
    list(&mut out, "learned", telling.learned.iter().map(|lesson| json!(lesson)));
    list(&mut out, "next_steps", telling.next_steps.iter().map(|step| json!(step)));
    if let Some(note) = &telling.note {
        out += &format!("\"note\":{},\n", json!(note));
    }
    list(&mut out, "places", decisions.places.iter().map(ruling_json));
    list(&mut out, "cleared", decisions.cleared.iter().map(|words| json!(words)));
    list(&mut out, "withdrawn", decisions.withdrawn.iter().map(|id| json!(id)));
    out.truncate(out.trim_end_matches(",\n").len());
    out + "\n}\n"
}

fn list(out: &mut String, name: &str, items: impl Iterator<Item = Value>) {
    let lines: Vec<_> = items.map(|item| item.to_string()).collect();
    if !lines.is_empty() {
        *out += &format!("{}:[\n{}\n],\n", json!(name), lines.join(",\n"));
    }
}

/// Without fields that hold nothing.
fn bare(value: Value) -> Value {
    match value {
        Value::Object(fields) => Value::Object(fields.into_iter().filter(|(_, value)| !value.is_null()).collect()),
        other => other,
    }
}

fn ruling_json(ruling: &PlaceRuling) -> Value {
    let verdict = match &ruling.verdict {
        PlaceVerdict::At { municipality, village } => bare(json!({ "municipality": municipality, "village": village })),
        PlaceVerdict::Elsewhere => json!("elsewhere"),
        PlaceVerdict::Hidden => json!("hidden"),
    };
    json!({ "typed": ruling.typed, "as": verdict })
}

fn placement_json((part, placement): &(Part, Placement)) -> Value {
    let mut fields = Map::from_iter([("reaction".to_owned(), json!(part.reaction))]);
    if let Some(question) = &part.question {
        fields.insert("question".into(), json!(question));
    }
    if let Value::Object(placed) = json!(placement) {
        fields.extend(placed);
    }
    Value::Object(fields)
}
