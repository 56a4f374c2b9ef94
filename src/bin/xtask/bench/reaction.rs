//! Makes reactions that a consultation of this site accepts, each with its own id.

use std::fs;
use std::path::Path;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{SystemTime, UNIX_EPOCH};

use beginspraak::native::clock::Clock;
use serde_json::{Value, json};

use crate::error::Error;
use crate::stamp::digest;

/// A consultation that is open for reactions, with one reaction to make the others after.
pub struct Consultation {
    slug: String,
    /// A whole body but for its id and tag: making JSON anew each time would slow the load down, not the collector.
    pattern: String,
    made: AtomicU64,
}

const ID: &str = "{id}";
const TAG: &str = "{tag}";

impl Consultation {
    /// The first open consultation with questions, by file name.
    pub fn open_one(root: &Path) -> Result<Consultation, Error> {
        let dir = root.join("public/content/consultations");
        let entries = fs::read_dir(&dir).map_err(Error::io("list", &dir))?;
        let mut files: Vec<_> = entries.filter_map(|entry| Some(entry.ok()?.path())).collect();
        files.sort();
        let today = today();
        let readable = files.iter().filter_map(|file| {
            let text = fs::read_to_string(file).ok()?;
            serde_json::from_str::<Value>(&text).ok()
        });
        let mut open = readable.filter(|json| {
            let questions = json["questions"].as_array();
            questions.is_some_and(|questions| !questions.is_empty()) && is_open(json, &today)
        });
        open.next().map(Consultation::new).ok_or(Error::Unusable {
            what: format!("No consultation in {} is open today", dir.display()),
            remedy: "Give one of the examples a closing date in the future.".to_owned(),
        })
    }

    fn new(json: Value) -> Consultation {
        let questions = json["questions"].as_array().map(Vec::as_slice).unwrap_or_default();
        let body = json!({
            "format": "beginspraak.reaction/1",
            "reaction": {
                "id": ID,
                "consultation": json["slug"],
                "revision": json["revision"],
                "language": json["languages"][0].as_str().unwrap_or("nl"),
                "source": "resident",
                "tag": TAG,
                "quote_consent": false,
                "day": today(),
                "answers": questions.iter().filter_map(answer).collect::<Vec<_>>(),
            }
        });
        Consultation {
            slug: json["slug"].as_str().unwrap_or_default().to_owned(),
            pattern: body.to_string(),
            made: AtomicU64::new(0),
        }
    }

    /// What the consultation is called in addresses.
    pub fn slug(&self) -> &str {
        &self.slug
    }

    /// A new reaction: its id, and the body to post.
    pub fn reaction(&self) -> (String, String) {
        let (id, tag) = identity(self.made.fetch_add(1, Ordering::Relaxed));
        let body = self.pattern.replacen(ID, &id, 1).replacen(TAG, &tag, 1);
        (id, body)
    }
}

/// A UUIDv7 and a tag that differ for every number and every run; that they can be guessed does no harm here.
fn identity(number: u64) -> (String, String) {
    let now = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    let seed = format!("{} {} {number}", std::process::id(), now.as_nanos());
    let random = digest(seed.as_bytes());
    let time = format!("{:012x}", now.as_millis());
    let id = format!("{}-{}-7{}-8{}-{}", &time[..8], &time[8..], &random[..3], &random[3..6], &random[6..18]);
    (id, random[20..40].to_owned())
}

fn today() -> String {
    Clock::System.today().to_string()
}

/// Dates of the form YYYY-MM-DD compare as text.
fn is_open(consultation: &Value, today: &str) -> bool {
    let date = |field: &str| consultation[field].as_str();
    date("opens").is_none_or(|opens| opens <= today) && date("closes").is_none_or(|closes| today <= closes)
}

/// An answer as a resident might give it.
fn answer(question: &Value) -> Option<Value> {
    let options = question["options"].as_array();
    let ids = || -> Option<Vec<&Value>> { Some(options?.iter().map(|option| &option["id"]).collect()) };
    let value = match question["kind"].as_str()? {
        "story" => json!(
            "De bus van half acht rijdt sinds de zomer niet meer, dus breng ik mijn dochter met de auto naar school. \
             Met vier ouders uit de straat wisselen we dat nu af, maar als er één ziek is, loopt het spaak."
        ),
        "text" => json!("Een bus die aansluit op de trein."),
        "single" => ids()?.first()?.to_owned().to_owned(),
        "multiple" => json!(ids()?.get(..1)?),
        "ranking" => json!(ids()?),
        "dilemma" => json!({ "lean": 1 }),
        "scale" => question["limits"]["min"].clone(),
        "place" => json!({ "other": "Zwolle" }),
        _ => return None,
    };
    Some(json!({ "question": question["id"], "value": value }))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn consultation() -> Value {
        json!({
            "slug": "bus", "revision": 3, "languages": ["nl", "en"],
            "opens": "2026-01-01", "closes": "2026-12-31",
            "questions": [
                { "id": "a", "kind": "story" },
                { "id": "b", "kind": "ranking", "options": [{ "id": "x" }, { "id": "y" }] },
                { "id": "c", "kind": "place" },
            ]
        })
    }

    #[test]
    fn a_reaction_answers_what_it_can_and_has_its_own_id() -> Result<(), serde_json::Error> {
        let consultation = Consultation::new(consultation());
        let (first, body) = consultation.reaction();
        let (second, _) = consultation.reaction();
        assert_ne!(first, second);
        assert_eq!((first.len(), &first[14..15]), (36, "7"));
        let body: Value = serde_json::from_str(&body)?;
        let reaction = &body["reaction"];
        assert_eq!(reaction["id"], first);
        assert_eq!(reaction["revision"], 3);
        assert_eq!(reaction["tag"].as_str().map(str::len), Some(20));
        assert_eq!(reaction["answers"][1], json!({ "question": "b", "value": ["x", "y"] }));
        assert_eq!(reaction["answers"].as_array().map(Vec::len), Some(3));
        Ok(())
    }

    #[test]
    fn a_consultation_is_open_on_its_first_and_last_day() {
        let json = consultation();
        assert!(is_open(&json, "2026-01-01") && is_open(&json, "2026-12-31"));
        assert!(!is_open(&json, "2025-12-31") && !is_open(&json, "2027-01-01"));
    }
}
