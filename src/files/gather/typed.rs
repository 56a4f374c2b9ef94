//! A form that was sent to a form service without JavaScript, as a reaction.
//!
//! Its id is made from what was answered and when, so that the same form is the same reaction in whatever way a service
//! exports it: as JSON, as a table, with a field more. What does not fit the questions is kept as it was typed.

use super::{left_out::Fault, plain::holder};
use crate::{
    domain::{
        day::Day,
        digest::sha256,
        draft::{CONSENT, Draft, OTHER},
        id::{Id, ReactionId},
        language::{Language, Localised},
        question::{Kind, Question},
        reaction::{EnvelopeFault, Stamp},
        receipt::Receipt,
    },
    files::{
        content::Content,
        posted::{PostedForm, Said},
    },
};
use jiff::{
    Timestamp,
    civil::{Date, DateTime},
    tz::TimeZone,
};
use serde_json::Value;
use std::collections::BTreeMap;

/// Names under which services say when a form came in.
const TIMES: [&str; 7] = ["created_at", "createdAt", "submitted_at", "Submitted At", "_date", "date", "Date"];
/// Between several choices in one cell of a table.
const BETWEEN: [char; 4] = [',', ';', '|', '\n'];

/// Forms in one file that say the same on the same day, where the export gives no time: by the ids that the service gave
/// them. Those are different people, and the same number of them in every export.
#[derive(Default)]
pub struct Seen(BTreeMap<String, Vec<Option<String>>>);

impl Seen {
    /// The envelope of a form.
    pub fn reaction(&mut self, form: &Value, content: &Content) -> Result<Vec<u8>, Fault> {
        let text = |key| holder(form, key).and_then(|map| map[key].as_str()).unwrap_or_default();
        let slug = Id::try_from(text("consultation")).map_err(|_| EnvelopeFault::Consultation)?;
        let language = Language::from_code(text("language")).unwrap_or_default();
        let revision = holder(form, "revision").and_then(|map| match &map["revision"] {
            Value::String(text) => PostedForm::revision(text.trim()),
            number => PostedForm::revision(&number.to_string()),
        });
        let (day, when, exact) = TIMES.iter().find_map(|name| moment(text(name))).ok_or(Fault::NoTime)?;
        let asked = revision.and_then(|revision| content.revision(&slug, revision.into()));
        let questions = asked.map_or(&[][..], |asked| &asked.questions[..]);
        let draft = Draft::from_pairs(fields(form, questions));
        let posted = PostedForm { slug, revision, language, draft };
        let said = match posted.judge(content, "/").ok_or(EnvelopeFault::Consultation)? {
            Ok(said) => said,
            // Nobody is there any more to mend it.
            Err(_) => Said::AsTyped(posted.as_typed(0).ok_or(EnvelopeFault::NothingAnswered)?),
        };
        let consent = posted.draft.quote_consent();
        let stamp = |random: [u8; 10]| Stamp {
            id: ReactionId::new(midnight(day), random),
            // Nobody holds this code: without JavaScript there was nobody to show it.
            tag: Receipt::new(random).tag(&posted.slug),
            day,
        };
        let words = format!("{when} {}", said.envelope(consent, stamp([0; 10])));
        let nth = if exact { 0 } else { self.nth(&words, holder(form, "id").map(|map| map["id"].to_string())) };
        let hash = sha256(format!("{nth} {words}").as_bytes());
        let random = std::array::from_fn(|n| u8::from_str_radix(&hash[2 * n..2 * n + 2], 16).unwrap_or_default());
        Ok(said.envelope(consent, stamp(random)).into_bytes())
    }

    /// How many others said the same that day, before this one.
    fn nth(&mut self, said: &str, id: Option<String>) -> usize {
        let ids = self.0.entry(said.to_owned()).or_default();
        let there = ids.iter().position(|other| id.is_some() && *other == id);
        there.unwrap_or_else(|| {
            ids.push(id);
            ids.len() - 1
        })
    }
}

/// The day in the Netherlands, the moment as a text that does not depend on how it was written, and whether that tells
/// more than the day.
fn moment(text: &str) -> Option<(Day, String, bool)> {
    let text = text.trim().trim_end_matches(" UTC");
    let at: Option<Timestamp> = text.parse().ok().or_else(|| {
        // Services that give no zone mean UTC.
        let bare: DateTime = text.parse().ok().filter(|_| text.contains(':'))?;
        Some(bare.to_zoned(TimeZone::UTC).ok()?.timestamp())
    });
    match at {
        Some(at) => Some((Day::in_the_netherlands(at.as_millisecond())?, at.as_second().to_string(), true)),
        None => {
            let date: Date = text.get(..10)?.parse().ok()?;
            Some((Day::try_from(date.to_string().as_str()).ok()?, date.to_string(), false))
        }
    }
}

/// The first millisecond of a day, for an id.
fn midnight(day: Day) -> u64 {
    let date: Option<Date> = day.to_string().parse().ok();
    let at = date.and_then(|date| date.to_zoned(TimeZone::UTC).ok());
    at.and_then(|at| at.timestamp().as_millisecond().try_into().ok()).unwrap_or_default()
}

/// The fields of the form, wherever in the record they stand; a field with several values may be a list, or one cell.
fn fields(value: &Value, questions: &[Question<Localised>]) -> Vec<(String, String)> {
    let Some(map) = value.as_object() else { return Vec::new() };
    let each = |(name, value): (&String, &Value)| match value {
        Value::String(text) => split(name, text, questions).into_iter().map(|one| (name.clone(), one)).collect(),
        Value::Array(list) => list.iter().filter_map(|item| Some((name.clone(), item.as_str()?.to_owned()))).collect(),
        inner => fields(inner, questions),
    };
    let ours = |name: &str| name.starts_with("q.") || name == CONSENT;
    let mut seen = Vec::new();
    // Netlify gives the same fields twice, in `data` and in `ordered_human_fields`.
    for pair in map.iter().flat_map(each).filter(|(name, value)| ours(name) && !value.is_empty()) {
        if !seen.contains(&pair) {
            seen.push(pair);
        }
    }
    seen
}

/// Several choices in one cell, when each of them is one; else the text as it is.
fn split(name: &str, text: &str, questions: &[Question<Localised>]) -> Vec<String> {
    let asked = name.strip_prefix("q.").and_then(|id| questions.iter().find(|question| question.id.as_str() == id));
    if let Some(Question { kind: Kind::Multiple(multiple), .. }) = asked {
        let is_option =
            |one: &str| one == OTHER || multiple.choices.options.iter().any(|option| option.id.as_str() == one);
        let parts: Vec<_> = text.split(BETWEEN).map(|part| part.trim().to_owned()).collect();
        if parts.iter().all(|part| is_option(part)) {
            return parts;
        }
    }
    vec![text.to_owned()]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_moment_is_the_same_in_whatever_way_it_is_written() {
        let one = moment("2026-06-30T22:30:00.123Z").unwrap();
        assert_eq!((one.0.to_string().as_str(), one.2), ("2026-07-01", true), "the day in the Netherlands");
        for same in ["2026-07-01T00:30:00+02:00", "2026-06-30 22:30:00", "2026-06-30 22:30:00 UTC"] {
            assert_eq!(moment(same).as_ref(), Some(&one), "{same}");
        }
        let (day, when, exact) = moment("2026-06-30").unwrap();
        assert_eq!((day.to_string(), when.as_str(), exact), ("2026-06-30".to_owned(), "2026-06-30", false));
        assert_eq!(moment("vorige week"), None);
    }

    #[test]
    fn those_who_say_the_same_on_one_day_are_counted_and_the_same_record_is_one() {
        let mut seen = Seen::default();
        let id = |text: &str| Some(text.to_owned());
        let said = [id("a"), id("b"), id("a"), None, None].map(|id| seen.nth("ja", id));
        assert_eq!(said, [0, 1, 0, 2, 3]);
        assert_eq!(seen.nth("nee", None), 0);
    }
}
