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

    /// Whether nothing has been filled in.
    pub fn is_empty(&self) -> bool {
        self.fields.is_empty()
    }

    /// Whether both hold the same, in whatever order.
    pub fn same(&self, other: &Draft) -> bool {
        self.fields.len() == other.fields.len() && self.pairs().all(|(name, value)| other.has(name, value))
    }

    /// Only the fields with values for which this holds.
    pub fn only(mut self, keep: impl Fn(&str, &str) -> bool) -> Self {
        self.fields.retain(|(name, value)| keep(name, value));
        self
    }

    /// Adds what is not there yet, behind what is.
    pub fn add(&mut self, more: Draft) {
        let new = more.only(|name, value| !self.has(name, value));
        self.fields.extend(new.fields);
    }

    /// This draft and the one `there`, which both began as `base`: what was added in either is in it, and what was taken
    /// away in either is not. A field that both have given other words holds both, its own first: that shows in the form,
    /// and the other is kept behind it.
    pub fn merged(self, base: &Draft, there: &Draft) -> Draft {
        let mut merged = self.clone().only(|name, value| there.has(name, value) || !base.has(name, value));
        merged.add(there.clone().only(|name, value| self.has(name, value) || !base.has(name, value)));
        merged
    }

    /// Of this stored draft, what somebody has gone on with in a form that knew nothing of it: the browser put their
    /// words back, and they are longer by now.
    pub fn begun(&self, typed: &Draft) -> Draft {
        let longer = |name: &str, value: &str| typed.all(name).any(|text| text != value && text.starts_with(value));
        // An option may begin as another does, and is no word that grew.
        self.clone().only(|name, value| Id::try_from(value).is_err() && longer(name, value))
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
    fn what_was_typed_shows_and_what_was_kept_fills_the_rest() {
        let kept = pairs(&[("q.a", "Old words"), ("q.b", "kept"), ("q.c", "Half a sen")]);
        let typed = pairs(&[("q.a", "New"), ("q.c", "Half a sentence")]);
        let merged = typed.clone().merged(&kept.begun(&typed), &kept);
        assert_eq!((merged.one("q.a"), merged.one("q.b")), ("New", "kept"));
        assert_eq!(merged.all("q.a").collect::<Vec<_>>(), ["New", "Old words"], "kept behind it");
        assert_eq!(merged.all("q.c").collect::<Vec<_>>(), ["Half a sentence"], "the same words, gone on with");
    }

    #[test]
    fn emptying_a_field_is_a_change_too() {
        let base = pairs(&[("q.a", "x"), ("q.m", "bus"), ("q.m", "trein")]);
        let here = pairs(&[("q.m", "bus"), ("q.m", "fiets")]);
        let there = pairs(&[("q.a", "x"), ("q.m", "bus"), ("q.m", "trein"), ("q.b", "y")]);
        assert!(here.clone().merged(&base, &there).same(&pairs(&[("q.m", "bus"), ("q.m", "fiets"), ("q.b", "y")])));
        // Somebody emptied it here and wrote on there: words win.
        let on = pairs(&[("q.a", "x y"), ("q.m", "bus"), ("q.m", "trein")]);
        assert_eq!(here.merged(&base, &on).one("q.a"), "x y");
    }

    #[test]
    fn once_it_is_sent_in_one_tab_only_what_came_after_is_left_in_the_other() {
        let base = pairs(&[("q.a", "sent"), ("q.b", "sent too")]);
        let here = pairs(&[("q.a", "sent"), ("q.b", "sent too, and more")]);
        assert!(base.clone().merged(&base, &Draft::default()).is_empty());
        assert!(here.merged(&base, &Draft::default()).same(&pairs(&[("q.b", "sent too, and more")])));
    }

    #[test]
    fn a_line_end_is_one_character() {
        assert_eq!(pairs(&[("q.a", "een\r\ntwee\rdrie")]).one("q.a"), "een\ntwee\ndrie");
    }

    /// Few names and values, so that drafts meet.
    fn draft() -> impl Strategy<Value = Draft> {
        proptest::collection::btree_set(("q\\.[abc]", "[xyz]"), 0..6).prop_map(Draft::from_pairs)
    }

    proptest! {
        #[test]
        fn whichever_tab_is_first_both_come_to_hold_the_same(base in draft(), one in draft(), two in draft()) {
            prop_assert!(one.clone().merged(&base, &two).same(&two.clone().merged(&base, &one)));
        }

        #[test]
        fn nothing_that_was_written_in_either_tab_disappears(base in draft(), one in draft(), two in draft()) {
            let merged = one.clone().merged(&base, &two);
            for (name, value) in one.pairs().chain(two.pairs()) {
                // Unless the other tab took it away.
                prop_assert!(merged.has(name, value) || base.has(name, value) && !(one.has(name, value) && two.has(name, value)));
            }
            for (name, value) in merged.pairs() {
                prop_assert!(one.has(name, value) || two.has(name, value));
            }
            // What somebody sees in a field stays what they see, while the other tab left it alone.
            for (name, value) in one.pairs() {
                if two.all(name).eq(base.all(name)) {
                    prop_assert_eq!(merged.one(name), one.one(name), "{} {}", name, value);
                }
            }
        }

        #[test]
        fn a_tab_that_changed_nothing_takes_over_and_a_second_time_changes_nothing(base in draft(), one in draft(), two in draft()) {
            prop_assert!(base.clone().merged(&base, &two).same(&two));
            prop_assert!(one.clone().merged(&base, &base).same(&one));
            let merged = one.merged(&base, &two);
            prop_assert!(merged.clone().merged(&merged, &merged).same(&merged));
        }

        #[test]
        fn any_draft_survives_storage(items in proptest::collection::vec(("q\\.[a-z]{1,3}", ".{1,20}"), 0..8)) {
            let draft = Draft::from_pairs(items);
            let text = serde_json::to_string(&draft).unwrap();
            prop_assert_eq!(crate::domain::from_json::read::<Draft>(&text).unwrap(), draft);
        }
    }
}
