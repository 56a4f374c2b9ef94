//! What came of making a site in a worker of the desk, in words for the person who asked for it; and what it was asked with.

use crate::domain::{day::Day, language::Language};
use serde::{Deserialize, Serialize};

/// What is asked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Order {
    /// The path under which the site lives; begins and ends with `/`.
    pub base: String,
    /// The day of which it is made.
    pub today: Day,
    /// In which language to speak.
    pub language: Language,
}

/// What came of it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Report {
    /// What is wrong: nothing was made.
    pub problems: Vec<String>,
    /// What may be wrong, and stops nothing.
    pub doubts: Vec<String>,
    /// What would change or vanish: to be meant, each of them.
    pub stops: Vec<String>,
    /// Content files whose revision was raised: the path in the work folder, what it holds now, and that in words.
    pub raised: Vec<(String, String, String)>,
    /// The pages of the site, by path, with their titles.
    pub pages: Vec<(String, String)>,
    /// How many files it has.
    pub files: usize,
    /// Pages that are new, by path, with their titles.
    pub new: Vec<(String, String)>,
    /// Pages that say something else.
    pub changed: Vec<(String, String)>,
    /// Pages that go, by path.
    pub gone: Vec<String>,
    /// How many other files are new, changed or go.
    pub others: usize,
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::{collection::vec, prelude::*};

    proptest! {
        #[test]
        fn whatever_was_said_arrives(
            problems in vec(".{0,9}", 0..3), doubts in vec(".{0,9}", 0..3), stops in vec(".{0,9}", 0..3),
            raised in vec((".{0,9}", ".{0,9}", ".{0,9}"), 0..3), pages in vec((".{0,9}", ".{0,9}"), 0..3), files in 0..9usize,
            new in vec((".{0,9}", ".{0,9}"), 0..3), changed in vec((".{0,9}", ".{0,9}"), 0..3), gone in vec(".{0,9}", 0..3),
            others in 0..9usize,
        ) {
            let report = Report { problems, doubts, stops, raised, pages, files, new, changed, gone, others };
            let text = serde_json::to_string(&report).unwrap();
            prop_assert_eq!(serde_json::from_str::<Report>(&text).unwrap(), report);
        }

        #[test]
        fn whatever_is_asked_arrives(base in "/([a-z]{1,5}/)?", year in 2020..2100i32, nl in any::<bool>()) {
            let today = Day::try_from(format!("{year}-11-27").as_str()).unwrap();
            let order = Order { base, today, language: if nl { Language::Nl } else { Language::En } };
            let text = serde_json::to_string(&order).unwrap();
            prop_assert_eq!(serde_json::from_str::<Order>(&text).unwrap(), order);
        }
    }
}
