//! A draft with something in the place of what is still to be written: so there is a page to look at from the first word on.

use super::{
    Manuscript,
    form::{Among, CONSULTATION, Field, Is, seed},
    path::{get, join},
    spots::languages,
};
use crate::domain::{day::Day, id::Id};
use serde_json::{Value, json};

/// What stands in the place of a text.
pub const TEXT: &str = "…";
/// How many days each comes behind the one before it, where nobody said so.
const DAYS: [(&str, &str, u32); 4] =
    [("opens", "", 0), ("closes", "opens", 28), ("feedback_due", "closes", 56), ("decision.when", "feedback_due", 28)];

impl Manuscript {
    /// The same, with something in each field that must be there and is empty. What is wrong in it stays so.
    pub fn stood_in(&self, today: Day, places: Option<&Id>) -> Self {
        let mut root = self.root().clone();
        let languages = languages(&root);
        let mut count = 0;
        let mut fresh = || {
            count += 1;
            Some(format!("stand-in-{count}"))
        };
        let mut all = StandIn { today, places, languages, fresh: &mut fresh };
        all.fields(&mut root, CONSULTATION, "");
        Self(root)
    }
}

struct StandIn<'a> {
    today: Day,
    places: Option<&'a Id>,
    languages: Vec<String>,
    fresh: &'a mut dyn FnMut() -> Option<String>,
}

impl StandIn<'_> {
    fn fields(&mut self, root: &mut Value, fields: &[Field], path: &str) {
        for field in fields {
            let at = join(path, field.key);
            if get(root, path).is_some_and(|object| field.belongs(object)) && !is_of_agenda(root, &at) {
                self.field(root, field, &at);
            }
        }
    }

    fn field(&mut self, root: &mut Value, field: &Field, at: &str) {
        match field.is {
            Is::Line | Is::Text => self.text(root, field.need, at),
            Is::Lines(min, _) if field.need => {
                let has = count(root, at);
                grow(root, at, min.saturating_sub(has), || Some(json!({})));
                (0..count(root, at)).for_each(|n| self.text(root, true, &format!("{at}[{n}]")));
            }
            Is::List(inner, min, _) => {
                let (has, min) = (count(root, at), if field.need { min } else { 0 });
                grow(root, at, min.saturating_sub(has), || seed(inner, None, self.fresh));
                if field.need && get(root, at).is_none() {
                    put(root, at, json!([]));
                }
                (0..count(root, at)).for_each(|n| self.fields(root, inner, &format!("{at}[{n}]")));
            }
            _ if field.need && is_empty(root, at) => {
                if let Some(value) = self.value(root, field, at) {
                    put(root, at, value);
                }
            }
            _ => {}
        }
    }

    /// A text that must be there, or that is there in another language.
    fn text(&self, root: &mut Value, need: bool, at: &str) {
        let is = get(root, at).cloned().unwrap_or_default();
        let each = |code: &str| if is.is_string() { is.as_str() } else { is.get(code).and_then(Value::as_str) };
        let has = |code: &str| each(code).is_some_and(|text| !text.trim().is_empty());
        if self.languages.iter().all(|code| has(code)) || !(need || self.languages.iter().any(|code| has(code))) {
            return;
        }
        let one = |code: &String| (code.clone(), Value::from(each(code).filter(|_| has(code)).unwrap_or(TEXT)));
        put(root, at, Value::Object(self.languages.iter().map(one).collect()));
    }

    fn value(&mut self, root: &Value, field: &Field, at: &str) -> Option<Value> {
        Some(match field.is {
            Is::Choice(all) => (*all.first()?).into(),
            Is::Id => (self.fresh)()?.into(),
            Is::Day => {
                let (_, after, days) = DAYS.iter().find(|(key, ..)| *key == at)?;
                let from = get(root, after).and_then(Value::as_str).and_then(|day| Day::try_from(day).ok());
                String::from(from.unwrap_or(self.today).later(*days)).into()
            }
            Is::Whole => if at.ends_with(".max") { 5 } else { 1 }.into(),
            Is::Number => 1.into(),
            Is::One(Among::Places) => self.places?.as_str().into(),
            _ => return None,
        })
    }
}

/// Whether a field is of an agenda, in a question that has none.
fn is_of_agenda(root: &Value, at: &str) -> bool {
    let of = at.split_once('.').map_or("", |(of, _)| of);
    let has_none = root.get("kind").and_then(Value::as_str) == Some("listening") && root.get(of).is_none();
    has_none && ["decision", "scope"].contains(&of)
}

fn count(root: &Value, at: &str) -> usize {
    get(root, at).and_then(Value::as_array).map_or(0, Vec::len)
}

fn is_empty(root: &Value, at: &str) -> bool {
    get(root, at).is_none_or(|value| value.is_null() || value.as_str() == Some(""))
}

/// So many items more.
fn grow(root: &mut Value, at: &str, more: usize, mut item: impl FnMut() -> Option<Value>) {
    let mut all = get(root, at).and_then(Value::as_array).cloned().unwrap_or_default();
    all.extend((0..more).filter_map(|_| item()));
    if more > 0 {
        put(root, at, Value::Array(all));
    }
}

fn put(root: &mut Value, at: &str, value: Value) {
    // What does not fit what is there stays out, and is said as it is.
    let _ = super::edit::Edit::set(root, at, Some(value)).and_then(|edit| edit.apply(root));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_stays_as_it_is() {
        let (slug, today) = (Id::try_from("bus").unwrap(), Day::try_from("2026-11-27").unwrap());
        let example = Manuscript::example(&slug, &["nl", "en"]);
        let whole = example.stood_in(today, None);
        assert_eq!(whole.stood_in(today, None), whole, "nothing is lacking any more");
        let was = example.root().as_object().unwrap();
        assert!(
            was.iter().filter(|(key, _)| *key != "decision").all(|(key, value)| whole.root().get(key) == Some(value))
        );
        assert_eq!(whole.root()["opens"], "2026-11-27");
        assert_eq!(whole.root()["closes"], "2026-12-25");
    }

    #[test]
    fn each_comes_behind_the_day_that_was_chosen() {
        let mut of = Manuscript(json!({ "kind": "question", "opens": "2031-01-01", "title": "Bus" }));
        of = of.stood_in(Day::try_from("2026-11-27").unwrap(), None);
        assert_eq!(
            (&of.root()["closes"], &of.root()["decision"]["when"]),
            (&json!("2031-01-29"), &json!("2031-04-23"))
        );
        assert_eq!(of.root()["title"], "Bus");
        assert_eq!(of.root()["scope"]["open"][0]["text"]["nl"], TEXT);
        assert_eq!(of.root()["law"], Value::Null, "what may stay empty does");
    }
}
