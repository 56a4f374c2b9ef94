//! A cursor over JSON that turns values into types, remembers where it is, and notes every problem it meets.

mod address;
mod text;

pub use address::{as_origin, as_web_address, is_origin, is_secure_address, is_web_address};
pub use text::{as_line, as_localised, as_quote, as_text};

use super::finding::{Cause, Expected, Finding};
use crate::domain::{day::Day, id::Id, language::Language};
use serde_json::{Map, Value};
use std::{cell::RefCell, collections::BTreeSet};

/// What all readers of one file share.
pub struct Notes {
    findings: RefCell<Vec<Finding>>,
    languages: RefCell<Vec<Language>>,
}

impl Notes {
    /// For a file whose texts must exist in these languages.
    pub fn new(languages: &[Language]) -> Self {
        Self { findings: RefCell::default(), languages: RefCell::new(languages.to_vec()) }
    }

    /// Sets the languages in which texts must exist from here on.
    pub fn speak(&self, languages: &[Language]) {
        *self.languages.borrow_mut() = languages.to_vec();
    }

    /// The value, if nothing was found.
    pub fn finish<T>(self, value: Option<T>) -> Result<T, Vec<Finding>> {
        match (value, self.findings.into_inner()) {
            (Some(value), findings) if findings.is_empty() => Ok(value),
            (_, findings) => Err(findings),
        }
    }
}

/// One value and where it stands.
#[derive(Clone, Copy)]
pub struct At<'a> {
    value: &'a Value,
    path: &'a str,
    notes: &'a Notes,
}

impl<'a> At<'a> {
    /// The whole file.
    pub fn root(value: &'a Value, notes: &'a Notes) -> Self {
        Self { value, path: "$", notes }
    }

    /// Notes a problem here; always `None`, so that it can end a reading.
    pub fn wrong<T>(&self, cause: Cause) -> Option<T> {
        self.notes.findings.borrow_mut().push(Finding { path: self.path.to_owned(), cause });
        None
    }

    fn want<T>(&self, value: Option<T>, expected: Expected) -> Option<T> {
        if value.is_none() {
            self.wrong::<()>(Cause::Expected(expected));
        }
        value
    }

    /// The value as it stands in the file.
    pub fn json(self) -> &'a Value {
        self.value
    }

    /// A whole number from `min` to `max`.
    pub fn integer<N: TryFrom<i64>>(self, min: i64, max: i64) -> Option<N> {
        let number = self.want(self.value.as_i64(), Expected::Integer)?;
        match N::try_from(number) {
            Ok(value) if (min..=max).contains(&number) => Some(value),
            _ => self.wrong(Cause::Range { min, max }),
        }
    }

    /// A text of a certain form.
    pub fn formed(self, expected: Expected, fits: impl Fn(&str) -> bool) -> Option<String> {
        let text = as_text(self)?;
        self.want(fits(&text).then_some(text), expected)
    }

    /// One of a few names, each with its meaning.
    pub fn one_of<T: Clone>(self, names: &'static [&'static str], values: &[T]) -> Option<T> {
        let text = self.want(self.value.as_str(), Expected::Text)?;
        match names.iter().position(|name| *name == text) {
            Some(at) => values.get(at).cloned(),
            None => self.wrong(Cause::NotOneOf(names)),
        }
    }

    /// A list of `min` to `max` items.
    pub fn list<T>(self, min: usize, max: usize, read: impl Fn(At) -> Option<T>) -> Option<Vec<T>> {
        let list = self.want(self.value.as_array(), Expected::List)?;
        let items: Vec<_> = list
            .iter()
            .enumerate()
            .map(|(n, value)| read(At { value, path: &format!("{}[{n}]", self.path), notes: self.notes }))
            .collect();
        if !(min..=max).contains(&list.len()) {
            return self.wrong(Cause::Count { min, max, has: list.len() });
        }
        items.into_iter().collect()
    }

    /// One item, or a list of `min` to `max` of them.
    pub fn one_or_list<T>(self, min: usize, max: usize, read: impl Fn(At) -> Option<T>) -> Option<Vec<T>> {
        if self.value.is_array() { self.list(min, max, read) } else { read(self).map(|one| vec![one]) }
    }

    /// An object of texts, by name.
    pub fn texts(self) -> Option<Vec<(String, String)>> {
        let map = self.want(self.value.as_object(), Expected::Object)?;
        let each = |(key, value): (&String, &Value)| {
            let at = At { value, path: &format!("{}.{key}", self.path), ..self };
            Some((key.clone(), at.want(value.as_str(), Expected::Text)?.to_owned()))
        };
        // All are read, so that every problem is noted.
        map.iter().map(each).collect::<Vec<_>>().into_iter().collect()
    }

    /// An object, of which `read` asks the fields; those it does not ask for are reported.
    pub fn object<T>(self, read: impl FnOnce(&Object) -> Option<T>) -> Option<T> {
        let map = self.want(self.value.as_object(), Expected::Object)?;
        let object = Object { map, at: self, asked: RefCell::default() };
        let value = read(&object);
        let asked = object.asked.into_inner();
        for key in map.keys().filter(|key| !asked.contains(key.as_str())) {
            At { path: &format!("{}.{key}", self.path), ..self }.wrong::<()>(Cause::Unknown);
        }
        value
    }
}

/// true or false.
pub fn as_flag(at: At) -> Option<bool> {
    at.want(at.value.as_bool(), Expected::Flag)
}

/// The largest number that can still be drawn and written out; nothing that people count is larger.
const LARGEST: i64 = 1_000_000_000_000_000;

/// A number.
pub fn as_number(at: At) -> Option<f64> {
    let number = at.want(at.value.as_f64(), Expected::Number)?;
    if number.abs() <= LARGEST as f64 { Some(number) } else { at.wrong(Cause::Range { min: -LARGEST, max: LARGEST }) }
}

/// A day.
pub fn as_day(at: At) -> Option<Day> {
    at.want(at.value.as_str().and_then(|text| Day::try_from(text).ok()), Expected::Day)
}

/// An id.
pub fn as_id(at: At) -> Option<Id> {
    at.want(at.value.as_str().and_then(|text| Id::try_from(text).ok()), Expected::Id)
}

/// An object being read.
pub struct Object<'a> {
    map: &'a Map<String, Value>,
    /// The object itself, for problems that are about more than one field.
    pub at: At<'a>,
    asked: RefCell<BTreeSet<&'static str>>,
}

impl Object<'_> {
    fn visit<T>(&self, key: &'static str, read: impl FnOnce(At) -> Option<T>) -> Option<Option<T>> {
        self.asked.borrow_mut().insert(key);
        let value = self.map.get(key)?;
        Some(read(At { value, path: &format!("{}.{key}", self.at.path), notes: self.at.notes }))
    }

    /// A field that must be there.
    pub fn need<T>(&self, key: &'static str, read: impl FnOnce(At) -> Option<T>) -> Option<T> {
        self.visit(key, read).unwrap_or_else(|| self.wrong(key, Cause::Missing))
    }

    /// A field that may be absent: `Some(None)` then, and `None` when it is there but wrong.
    pub fn may<T>(&self, key: &'static str, read: impl FnOnce(At) -> Option<T>) -> Option<Option<T>> {
        match self.visit(key, read) {
            None => Some(None),
            Some(None) => None,
            Some(Some(value)) => Some(Some(value)),
        }
    }

    /// A field with a default.
    pub fn or<T>(&self, key: &'static str, default: T, read: impl FnOnce(At) -> Option<T>) -> Option<T> {
        self.visit(key, read).unwrap_or(Some(default))
    }

    /// Notes a problem with a field; always `None`.
    pub fn wrong<T>(&self, key: &str, cause: Cause) -> Option<T> {
        At { path: &format!("{}.{key}", self.at.path), ..self.at }.wrong(cause)
    }

    /// Whether the object says it is of this one format.
    pub fn format(&self, format: &'static [&'static str]) -> Option<()> {
        self.need("format", |at| at.one_of(format, &[()]))
    }

    /// Notes each id that stands twice in a list.
    pub fn unique<'t>(&self, key: &str, ids: impl Iterator<Item = &'t str>) -> Option<()> {
        let mut seen = BTreeSet::new();
        let doubles: Vec<_> = ids.filter(|id| !seen.insert(*id)).collect();
        for double in &doubles {
            self.wrong::<()>(key, Cause::Double((*double).to_owned()));
        }
        doubles.is_empty().then_some(())
    }
}
