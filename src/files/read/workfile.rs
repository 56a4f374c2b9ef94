//! Reads a workfile: the reactions as they came, and the places that staff gave them.

use super::{
    feedback::{as_receipt, landing, lesson, next_step, set_aside_fields},
    finding::{Cause, Finding},
    reader::{At, Notes, Object, as_day, as_flag, as_id, as_line, as_localised, as_text},
};
use crate::domain::{
    feedback::{landing::TITLE, village},
    from_json,
    id::{Id, ReactionId},
    language::Language,
    place_name::PlaceName,
    question::place::NAME_MAX,
    reaction::{Header, Knows},
    workfile::{
        Entry, FORMAT, Part, PlaceRuling, PlaceVerdict, Placement, Received, Refused, Telling, Theme, WorkQuote,
        Workfile,
    },
};
use serde_json::Value;
use std::collections::BTreeSet;

/// More reactions than any workfile holds.
const MANY: usize = 20_000_000;

/// Reads a workfile. `languages` are those of its consultation; its reactions are judged by who `knows` what was asked.
pub fn read(json: &Value, languages: &[Language], knows: Knows) -> Result<Workfile, Vec<Finding>> {
    let notes = Notes::new(languages);
    let work = At::root(json, &notes).object(|o| workfile(o, knows));
    notes.finish(work)
}

/// The consultation that a workfile is about, before anything else of it is read.
pub fn consultation(json: &Value) -> Option<Id> {
    Id::try_from(json.get("consultation")?.as_str()?).ok()
}

fn workfile(o: &Object, knows: Knows) -> Option<Workfile> {
    o.format(&[FORMAT]);
    let consultation = o.need("consultation", as_id);
    let example = o.or("example", false, as_flag);
    let example_receipts = o.or("example_receipts", vec![], |at| at.list(0, 20, as_receipt));
    let minimum = o.or("minimum", village::MINIMUM, |at| at.integer(1, 1000));
    let reactions = o.need("reactions", |at| at.list(0, MANY, |at| reaction(at, consultation.as_ref(), knows)));
    let unique = o.unique("reactions", reactions.iter().flatten().map(|reaction| reaction.id().as_str()));
    let themes = o.or("themes", vec![], |at| at.list(0, 100, theme));
    let assignments = o.or("assignments", vec![], |at| at.list(0, MANY, assignment));
    let learned = o.or("learned", vec![], |at| at.list(0, 30, lesson));
    let next_steps = o.or("next_steps", vec![], |at| at.list(0, 30, next_step));
    let note = o.may("note", as_localised);
    let places = o.or("places", vec![], |at| at.list(0, 10_000, ruling));
    let once = places.as_ref().is_none_or(|places| decided_once(o, places));
    let cleared = o.or("cleared", vec![], |at| at.list(0, 1000, as_text));
    let withdrawn = o.or("withdrawn", vec![], |at| at.list(0, MANY, as_reaction_id));
    let log = o.or("log", vec![], |at| at.list(0, MANY, entry));
    unique?;
    once.then_some(())?;
    let mut work = Workfile::new(consultation?);
    work.example = example?;
    work.example_receipts = example_receipts?;
    work.minimum = minimum?;
    work.places = places?;
    work.cleared = cleared?;
    work.withdrawn = withdrawn?.into_iter().collect();
    work.receive(reactions?);
    for id in &work.withdrawn {
        if !work.reactions().any(|reaction| reaction.id() == id) {
            return o.wrong("withdrawn", Cause::Refused(Refused::UnknownPart(Part::whole(id.clone()))));
        }
    }
    let telling = Telling { learned: learned?, next_steps: next_steps?, note: note? };
    match work.restore(themes?, assignments?, telling, log?) {
        Ok(()) => Some(work),
        Err(refused) => o.at.wrong(Cause::Refused(refused)),
    }
}

fn reaction(at: At, consultation: Option<&Id>, knows: Knows) -> Option<Received> {
    let received = at.map().and_then(|map| Received::new(Header::of(map.clone())?, knows));
    match received {
        Ok(received) if consultation.is_none_or(|slug| slug == received.consultation()) => Some(received),
        Ok(received) => at.wrong(Cause::Elsewhere(received.consultation().to_string())),
        Err(fault) => at.wrong(Cause::Reaction(fault)),
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
        Err(_) => at.wrong(Cause::Expected(super::finding::Expected::ReactionId)),
    }
}

/// `{"reaction", "question"?}` and one of `themes`, `set_aside` and `later`.
fn assignment(at: At) -> Option<(Part, Placement)> {
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

fn entry(at: At) -> Option<Entry> {
    // As this program wrote it.
    from_json::read(&at.json().to_string()).or_else(|| at.wrong(Cause::LogEntry))
}
