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
    pub problems: Vec<Told>,
    /// What may be wrong, and stops nothing.
    pub doubts: Vec<Told>,
    /// What would change or vanish: to be meant, each of them.
    pub stops: Vec<String>,
    /// Content files whose revision was raised: the path in the work folder, what it holds now, and that in words.
    pub raised: Vec<(String, String, String)>,
    /// The pages of the site, by path, with their titles.
    pub pages: Vec<(String, String)>,
    /// Which of them one looks at first.
    pub first: usize,
    /// How many files it has.
    pub files: usize,
    /// What changes as people know it: what is new, what is other, and what goes.
    pub by_question: [Vec<String>; 3],
    /// The same by the titles of pages.
    pub by_page: [Vec<String>; 3],
    /// How many other files are new, changed or go.
    pub others: usize,
}

/// Something that was found, and where one mends it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Told {
    /// The title of what it is in.
    pub about: String,
    /// The question that it is in, by its name in the address.
    pub slug: Option<String>,
    /// The field that it is in, of that question or else of the site; nothing where it is in neither.
    pub at: Option<String>,
    /// What is found.
    pub text: String,
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::{collection::vec, prelude::*};

    proptest! {
        #[test]
        fn whatever_was_said_arrives(
            told in vec((".{0,9}", proptest::option::of(".{0,9}"), proptest::option::of(".{0,9}"), ".{0,9}"), 0..3), stops in vec(".{0,9}", 0..3),
            raised in vec((".{0,9}", ".{0,9}", ".{0,9}"), 0..3), pages in vec((".{0,9}", ".{0,9}"), 0..3), files in 0..9usize,
            new in vec(".{0,9}", 0..3), changed in vec(".{0,9}", 0..3), gone in vec(".{0,9}", 0..3), others in 0..9usize,
        ) {
            let told: Vec<_> = told.into_iter().map(|(about, slug, at, text)| Told { about, slug, at, text }).collect();
            let by_question = [new.clone(), changed, gone];
            let by_page = [vec![], new, vec![]];
            let report = Report {
                problems: told.clone(), doubts: told, stops, raised, pages, first: others, files, by_question, by_page, others,
            };
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
