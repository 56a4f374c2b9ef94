//! A question as its page, while it is written: what is asked of the worker that makes that page, and of which files it makes it.

use crate::domain::{day::Day, language::Language};
use serde::{Deserialize, Serialize};

/// Where a question can be tried out, from the site's folder: nothing of it is online, and it is gone when the preview closes.
pub const PLACE: &str = "werkplek/voorbeeld/";
/// What answers there, and nowhere else.
pub const WORKER: &str = "werkplek/voorbeeld/sw.js";
/// Where reactions go there, below that place.
pub const TAKES: &str = "/inzenden";
/// Before the address of that place: what browsers keep its files under.
pub const CACHE: &str = "beginspraak-voorbeeld ";

/// What is asked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Asked {
    /// The path under which the site lives; begins and ends with `/`.
    pub base: String,
    /// The day of which it is made.
    pub today: Day,
    /// In which language the page is wanted, if the question has that.
    pub language: Language,
    /// The name of the question in addresses.
    pub slug: String,
    /// What is written of it so far.
    pub draft: String,
    /// What is wanted of it.
    pub what: What,
}

/// What is wanted of a question.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum What {
    /// Its page, to be looked at in a frame: dark, or light.
    Shown(bool),
    /// The same as one file, to be read by others.
    Concept,
    /// Its pages with the apps of residents, to be tried out.
    Tried,
}

/// Whether a file of the content folder says how a page looks, or what stands around its question.
pub fn is_around(path: &str) -> bool {
    let inside = path.strip_prefix("content/").unwrap_or(path);
    let beside = !inside.contains('/') && (inside == "site.json" || inside.ends_with(".css"));
    beside || ["content/places/", "content/pictures/"].iter().any(|folder| path.starts_with(folder))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whatever_is_asked_arrives() {
        for what in [What::Shown(true), What::Concept, What::Tried] {
            let today = Day::try_from("2026-11-27").unwrap();
            let (base, slug, draft) = ("/denkmee/".to_owned(), "bus".to_owned(), "{\"a\": \"’\"}".to_owned());
            let asked = Asked { base, today, language: Language::En, slug, draft, what };
            assert_eq!(serde_json::from_str::<Asked>(&serde_json::to_string(&asked).unwrap()).unwrap(), asked);
        }
    }

    #[test]
    fn other_questions_and_what_was_told_back_stay_where_they_are() {
        let around =
            ["site.json", "content/site.json", "thema.css", "content/places/drenthe.json", "content/pictures/es.webp"];
        assert!(around.iter().all(|path| is_around(path)));
        let others = [
            "content/consultations/bus.json",
            "content/feedback/bus.json",
            "work/bus/draft.json",
            "gatherings/a.ndjson",
        ];
        assert!(!others.iter().any(|path| is_around(path)));
    }
}
