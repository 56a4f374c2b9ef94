//! Reads `content/consultations/<slug>.json`.

use super::{
    care::{amended, law, seen_by, tested},
    context::{decision, fact, initiative, languages, owner, phase, picture, reference, scope, table},
    finding::{Cause, Finding},
    question::{Around, dilemma, question},
    reader::{At, Notes, Object, as_day, as_flag, as_id, as_line, as_localised},
};
use crate::domain::{
    consultation::{Consultation, ConsultationKind, HIGHEST_REVISION},
    day::Day,
    id::Id,
    language::Language,
    places::Places,
    reaction::{WIRE_LIMIT, extent},
    site::Site,
};
use serde_json::Value;
use std::collections::BTreeMap;

/// It stands as a label on a card.
const LONGEST_PLACE: usize = 40;

/// What a consultation refers to outside its own file.
pub struct Surroundings<'a> {
    /// The site; `None` when it could not be read, so that references to it are not blamed.
    pub site: Option<&'a Site>,
    /// The places of each province.
    pub places: &'a BTreeMap<Id, Places>,
    /// The file's name without `.json`.
    pub file_stem: &'a str,
}

/// Reads a consultation, with the publishing gate: one with an agenda does not open without scope, decision,
/// promised feedback day and at least one question.
pub fn read(json: &Value, around: &Surroundings) -> Result<Consultation, Vec<Finding>> {
    let notes = Notes::new(&[]);
    let consultation = At::root(json, &notes).object(|o| {
        let languages = o.need("languages", languages);
        notes.speak(languages.as_deref().unwrap_or_default());
        let shown = o.may("languages", |at| on_site(at, languages.as_deref(), around.site));
        let format = o.format(&["beginspraak.consultation/1"]);
        let slug = o.need("slug", |at| {
            let slug = as_id(at)?;
            if slug.as_str() == around.file_stem { Some(slug) } else { at.wrong(Cause::FileName(slug.to_string())) }
        });
        let revision = o.need("revision", |at| at.integer(1, HIGHEST_REVISION.into()));
        let kinds = &[ConsultationKind::Question, ConsultationKind::Listening];
        let kind = o.need("kind", |at| at.one_of(&["question", "listening"], kinds));
        let example = o.or("example", false, as_flag);
        let title = o.need("title", as_localised);
        let summary = o.need("summary", as_localised);
        let why_now = o.need("why_now", as_localised);
        let place = o.may("where", |at| as_line(at, LONGEST_PLACE));
        let subject = o.may("subject", |at| as_line(at, LONGEST_PLACE));
        let picture = o.may("picture", picture);
        let minutes = o.may("minutes", |at| at.integer(1, 120));
        let days = days(o);
        let amended = amended(o, days.map(|(_, closes, _)| closes));
        let law = o.may("law", law);
        let agenda = kind == Some(ConsultationKind::Question);
        let (decision, scope) = (gate(o, "decision", agenda, decision), gate(o, "scope", agenda, scope));
        let dilemmas = o.or("dilemmas", vec![], |at| at.list(0, 6, dilemma));
        let unique_dilemmas = o.unique("dilemmas", dilemmas.iter().flatten().map(|d| d.id.as_str()));
        let facts = o.or("facts", vec![], |at| at.list(0, 12, fact));
        let unique_facts = o.unique("facts", facts.iter().flatten().map(|f| f.id.as_str()));
        let tables = o.or("tables", vec![], |at| at.list(0, 20, table));
        let unique_tables = o.unique("tables", tables.iter().flatten().map(|t| t.id.as_str()));
        let phases = o.or("phases", vec![], |at| at.list(0, 12, phase));
        let initiatives = o.or("initiatives", vec![], |at| at.list(0, 20, initiative));
        let touchstones = o.or("touchstones", vec![], |at| at.list(0, 10, |at| touchstone(at, around.site)));
        let tests = |at: At| at.list(0, 100, |at| tested(at, touchstones.as_deref(), around.site));
        let tested = o.or("tested", vec![], tests);
        let points: Vec<_> = tested.iter().flatten().map(|one| format!("{} {}", one.touchstone, one.point)).collect();
        let unique_points = o.unique("tested", points.iter().map(String::as_str));
        let sources = o.or("sources", vec![], |at| at.list(0, 20, reference));
        let inside = Around { dilemmas: dilemmas.as_deref(), places: around.places };
        let questions = o.need("questions", |at| at.list(1, 30, |at| question(at, &inside)));
        let unique_questions = o.unique("questions", questions.iter().flatten().map(|q| q.id.as_str()));
        let owner = o.need("owner", owner);
        let seen_by = o.may("seen_by", seen_by);
        let (opens, closes, feedback_due) = days?;
        format?;
        shown?;
        unique_dilemmas?;
        unique_facts?;
        unique_tables?;
        unique_questions?;
        unique_points?;
        let consultation = Consultation {
            slug: slug?,
            revision: revision?,
            kind: kind?,
            languages: languages?,
            example: example?,
            title: title?,
            summary: summary?,
            why_now: why_now?,
            place: place?,
            subject: subject?,
            picture: picture?,
            minutes: minutes?,
            opens,
            closes,
            feedback_due,
            amended: amended?,
            law: law?,
            decision: decision?,
            scope: scope?,
            dilemmas: dilemmas?,
            facts: facts?,
            tables: tables?,
            phases: phases?,
            initiatives: initiatives?,
            touchstones: touchstones?,
            tested: tested?,
            sources: sources?,
            questions: questions?,
            owner: owner?,
            seen_by: seen_by?,
        };
        let (most, limit) = (extent::most(&consultation), WIRE_LIMIT);
        if most > limit {
            return o.wrong("questions", Cause::TooMuchToSend { most, limit });
        }
        Some(consultation)
    });
    notes.finish(consultation)
}

/// A consultation has pages only in the languages of its site.
fn on_site(at: At, languages: Option<&[Language]>, site: Option<&Site>) -> Option<()> {
    let (Some(languages), Some(site)) = (languages, site) else { return Some(()) };
    let shown = languages.iter().any(|language| site.languages.contains(language));
    if shown { Some(()) } else { at.wrong(Cause::NoPage(site.languages.clone())) }
}

fn days(o: &Object) -> Option<(Day, Day, Day)> {
    let opens = o.need("opens", as_day);
    let closes = o.need("closes", as_day);
    let feedback_due = o.need("feedback_due", as_day);
    let (opens, closes) = (opens?, closes?);
    // Of two days in the wrong order, the third one tells which is odd, if it is there.
    if closes < opens {
        let others_agree = feedback_due.is_some_and(|due| (closes..opens).contains(&due));
        return match others_agree {
            true => o.wrong("opens", Cause::After { field: "closes", day: closes }),
            false => o.wrong("closes", Cause::Before { field: "opens", day: opens }),
        };
    }
    let feedback_due = feedback_due?;
    if feedback_due < closes {
        // Some days too early is a promise that can't be kept; a year is a typing error in the other one.
        let others_agree = feedback_due >= opens && feedback_due.year() < closes.year().saturating_sub(1);
        return match others_agree {
            true => o.wrong("closes", Cause::After { field: "feedback_due", day: feedback_due }),
            false => o.wrong("feedback_due", Cause::Before { field: "closes", day: closes }),
        };
    }
    Some((opens, closes, feedback_due))
}

/// A field that a consultation with an agenda can't open without.
fn gate<T>(o: &Object, key: &'static str, agenda: bool, read: impl FnOnce(At) -> Option<T>) -> Option<Option<T>> {
    match o.may(key, read) {
        Some(None) if agenda => o.wrong(key, Cause::NeededToOpen),
        other => other,
    }
}

fn touchstone(at: At, site: Option<&Site>) -> Option<Id> {
    let id = as_id(at)?;
    match site {
        Some(site) if !site.touchstones.iter().any(|t| t.id == id) => {
            at.wrong(Cause::Dangling { id: id.to_string(), among: "touchstones (site.json)" })
        }
        _ => Some(id),
    }
}
