//! A draft: what stands in the form now, right or wrong. The same shape whether it was read from the page before
//! the WebAssembly arrived, kept on the device, or posted by a browser without JavaScript.

use super::id::Id;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// The value of a radio button or checkbox for "something else"; no option id can be this.
pub const OTHER: &str = "~other";
/// The field in which a resident allows quoting.
pub const CONSENT: &str = "quote_consent";

/// The name of a form field: `q.<question>` or `q.<question>.<part>`.
pub fn field(question: &Id, part: &str) -> String {
    if part.is_empty() { format!("q.{question}") } else { format!("q.{question}.{part}") }
}

/// Field names with their values, as in a form post. Empty values are not kept; line ends are `\n`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Draft {
    fields: BTreeMap<String, Vec<String>>,
}

impl Draft {
    /// Reads the fields of a form; those that are no answer (such as the language) are left out.
    pub fn from_pairs(pairs: impl IntoIterator<Item = (String, String)>) -> Self {
        let mut draft = Self::default();
        for (name, value) in pairs {
            if (name.starts_with("q.") || name == CONSENT) && !value.is_empty() {
                draft.fields.entry(name).or_default().push(unix_lines(&value));
            }
        }
        draft
    }

    /// The first value of a field, or "".
    pub fn one(&self, name: &str) -> &str {
        self.fields.get(name).and_then(|values| values.first()).map_or("", String::as_str)
    }

    /// All values of a field.
    pub fn all(&self, name: &str) -> &[String] {
        self.fields.get(name).map_or(&[], Vec::as_slice)
    }

    /// Whether a field has this value.
    pub fn has(&self, name: &str, value: &str) -> bool {
        self.all(name).iter().any(|v| v == value)
    }

    /// Replaces what a field holds; "" empties it.
    pub fn set(&mut self, name: &str, value: &str) {
        if value.is_empty() {
            self.fields.remove(name);
        } else {
            self.fields.insert(name.to_owned(), vec![unix_lines(value)]);
        }
    }

    /// Adds or removes one value of a field, as a checkbox does.
    pub fn toggle(&mut self, name: &str, value: &str, on: bool) {
        let values = self.fields.entry(name.to_owned()).or_default();
        values.retain(|v| v != value);
        if on {
            values.push(value.to_owned());
        }
        if values.is_empty() {
            self.fields.remove(name);
        }
    }

    /// Whether nothing has been filled in.
    pub fn is_empty(&self) -> bool {
        self.fields.is_empty()
    }

    /// Fills from `kept` every field that is empty here: what was typed last wins over what was stored before.
    pub fn fill_from(&mut self, kept: Draft) {
        for (name, values) in kept.fields {
            self.fields.entry(name).or_insert(values);
        }
    }

    /// Every field with each of its values, as a form would post them.
    pub fn pairs(&self) -> impl Iterator<Item = (&str, &str)> {
        self.fields.iter().flat_map(|(name, values)| values.iter().map(move |v| (name.as_str(), v.as_str())))
    }

    /// Whether the resident allows quoting.
    pub fn quote_consent(&self) -> bool {
        self.has(CONSENT, "yes")
    }

    /// The fields of one question.
    pub fn of<'a>(&'a self, question: &'a Id) -> Fields<'a> {
        Fields { draft: self, question }
    }
}

/// Forms post `\r\n`; people count one character.
fn unix_lines(text: &str) -> String {
    text.replace("\r\n", "\n").replace('\r', "\n")
}

/// A draft seen from one question.
#[derive(Clone, Copy)]
pub struct Fields<'a> {
    draft: &'a Draft,
    question: &'a Id,
}

impl<'a> Fields<'a> {
    /// The trimmed value of a part.
    pub fn one(&self, part: &str) -> &'a str {
        self.draft.one(&field(self.question, part)).trim()
    }

    /// All values of a part.
    pub fn all(&self, part: &str) -> &'a [String] {
        self.draft.all(&field(self.question, part))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn pairs(items: &[(&str, &str)]) -> Draft {
        Draft::from_pairs(items.iter().map(|(a, b)| ((*a).into(), (*b).into())))
    }

    #[test]
    fn other_fields_of_the_page_are_no_answers() {
        let draft = pairs(&[("language", "nl"), ("q.a", "x"), ("q.b", ""), (CONSENT, "yes")]);
        assert_eq!(draft.pairs().collect::<Vec<_>>(), [("q.a", "x"), (CONSENT, "yes")]);
        assert!(draft.quote_consent());
    }

    #[test]
    fn what_was_typed_wins_over_what_was_kept() {
        let mut typed = pairs(&[("q.a", "new")]);
        typed.fill_from(pairs(&[("q.a", "old"), ("q.b", "kept")]));
        assert_eq!((typed.one("q.a"), typed.one("q.b")), ("new", "kept"));
    }

    #[test]
    fn a_line_end_is_one_character() {
        assert_eq!(pairs(&[("q.a", "een\r\ntwee\rdrie")]).one("q.a"), "een\ntwee\ndrie");
    }

    proptest! {
        #[test]
        fn toggling_on_and_off_leaves_no_trace(value in "[a-z]{1,5}") {
            let mut draft = Draft::default();
            draft.toggle("q.m", &value, true);
            prop_assert!(draft.has("q.m", &value));
            draft.toggle("q.m", &value, false);
            prop_assert!(draft.is_empty());
        }

        #[test]
        fn any_draft_survives_storage(items in proptest::collection::vec(("q\\.[a-z]{1,3}", ".{1,20}"), 0..8)) {
            let draft = Draft::from_pairs(items);
            let text = serde_json::to_string(&draft).unwrap();
            prop_assert_eq!(serde_json::from_str::<Draft>(&text).unwrap(), draft);
        }
    }
}
