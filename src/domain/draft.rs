//! A draft: what stands in the form now, right or wrong. The same shape whether it was read from the page before
//! the WebAssembly arrived, kept on the device, or posted by a browser without JavaScript.

use super::{from_json::FromJson, id::Id, own_json::Json};
use serde::Serialize;

/// The value of a radio button or checkbox for "something else"; no option id can be this.
pub const OTHER: &str = "~other";
/// The field in which a resident allows quoting.
pub const CONSENT: &str = "quote_consent";

/// The name of a form field: `q.<question>` or `q.<question>.<part>`.
pub fn field(question: &Id, part: &str) -> String {
    if part.is_empty() { format!("q.{question}") } else { format!("q.{question}.{part}") }
}

/// Field names with their values, as in a form post. Empty values are not kept; line ends are `\n`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(transparent)]
pub struct Draft {
    // A form has tens of fields: looking through a list is quicker than a map, and smaller in the resident's bundle.
    fields: Vec<(String, String)>,
}

impl Draft {
    /// Reads the fields of a form; those that are no answer (such as the language) are left out.
    pub fn from_pairs(pairs: impl IntoIterator<Item = (String, String)>) -> Self {
        let mut draft = Self::default();
        for (name, value) in pairs {
            if (name.starts_with("q.") || name == CONSENT) && !value.is_empty() {
                draft.fields.push((name, unix_lines(&value)));
            }
        }
        draft
    }

    /// The first value of a field, or "".
    pub fn one(&self, name: &str) -> &str {
        self.all(name).next().unwrap_or("")
    }

    /// All values of a field.
    pub fn all<'a>(&'a self, name: &str) -> impl Iterator<Item = &'a str> {
        self.fields.iter().filter(move |(n, _)| n == name).map(|(_, value)| value.as_str())
    }

    /// Whether a field has this value.
    pub fn has(&self, name: &str, value: &str) -> bool {
        self.all(name).any(|v| v == value)
    }

    /// Replaces what a field holds; "" empties it.
    pub fn set(&mut self, name: &str, value: &str) {
        self.fields.retain(|(n, _)| n != name);
        if !value.is_empty() {
            self.fields.push((name.to_owned(), unix_lines(value)));
        }
    }

    /// Adds or removes one value of a field, as a checkbox does.
    pub fn toggle(&mut self, name: &str, value: &str, on: bool) {
        self.fields.retain(|(n, v)| n != name || v != value);
        if on {
            self.fields.push((name.to_owned(), value.to_owned()));
        }
    }

    /// Whether nothing has been filled in.
    pub fn is_empty(&self) -> bool {
        self.fields.is_empty()
    }

    /// Fills from `kept` every field that is empty here: what was typed last wins over what was stored before.
    pub fn fill_from(&mut self, kept: Draft) {
        let typed = self.clone();
        self.fields.extend(kept.fields.into_iter().filter(|(name, _)| typed.all(name).next().is_none()));
    }

    /// Every field with each of its values, as a form would post them.
    pub fn pairs(&self) -> impl Iterator<Item = (&str, &str)> {
        self.fields.iter().map(|(name, value)| (name.as_str(), value.as_str()))
    }

    /// Whether the resident allows quoting.
    pub fn quote_consent(&self) -> bool {
        self.has(CONSENT, "yes")
    }

    /// The ids of the questions that something was filled in at, once for each field.
    #[cfg(not(target_arch = "wasm32"))]
    pub fn questions(&self) -> impl Iterator<Item = &str> {
        self.pairs().filter_map(|(name, _)| name.strip_prefix("q.")?.split('.').next())
    }

    /// The fields of one question.
    pub fn of<'a>(&'a self, question: &'a Id) -> Fields<'a> {
        Fields { draft: self, question }
    }
}

/// Forms post `\r\n`; people count one character.
fn unix_lines(text: &str) -> String {
    let mut lines = String::with_capacity(text.len());
    let mut rest = text.chars().peekable();
    while let Some(c) = rest.next() {
        if c == '\r' {
            rest.next_if_eq(&'\n');
        }
        lines.push(if c == '\r' { '\n' } else { c });
    }
    lines
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

    /// Whether a part has this value.
    pub fn has(&self, part: &str, value: &str) -> bool {
        self.draft.has(&field(self.question, part), value)
    }

    /// All values of a part.
    pub fn all(&self, part: &str) -> Vec<&'a str> {
        let name = field(self.question, part);
        self.draft.all(&name).collect()
    }
}

impl FromJson for Draft {
    fn from_json(json: &Json) -> Option<Self> {
        let pairs = Vec::<[String; 2]>::from_json(json)?;
        Some(Self { fields: pairs.into_iter().map(|[name, value]| (name, value)).collect() })
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
            prop_assert_eq!(crate::domain::from_json::read::<Draft>(&text).unwrap(), draft);
        }
    }
}
