//! What one fills in of a consultation, as data: every field of the format, in its order, with what belongs in it. Whoever shows
//! fields, writes them in order or says where something is wrong goes by this list.

use serde_json::Value;

/// A field of an object.
pub struct Field {
    /// Where it stands in its object; a dot leads into an object in that.
    pub key: &'static str,
    /// What belongs in it.
    pub is: Is,
    /// Whether it has to be there.
    pub need: bool,
    /// It is there only if the `kind` of its object is one of these; always where none is named.
    pub of: &'static [&'static str],
}

/// What belongs in a field.
pub enum Is {
    /// The program's own: written once, never shown.
    Own,
    /// An id, made once and never shown.
    Id,
    /// A text for people on one line, in each language.
    Line,
    /// One of more lines.
    Text,
    /// A text that is the same in every language, such as an address.
    Plain,
    /// A whole number.
    Whole,
    /// A number.
    Number,
    /// A day.
    Day,
    /// Yes, or absent.
    Flag,
    /// One of these.
    Choice(&'static [&'static str]),
    /// The languages.
    Languages,
    /// The id of one of what there is.
    One(Among),
    /// Ids of some of what there is.
    Some(Among),
    /// A list of texts for people, so many.
    Lines(usize, usize),
    /// A list of objects with these fields, so many.
    List(&'static [Field], usize, usize),
}

/// What there is to refer to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Among {
    /// The dilemmas of the question.
    Dilemmas,
    /// The files of places.
    Places,
    /// The touchstones of the site.
    Touchstones,
    /// The pictures.
    Pictures,
}

pub(super) const fn must(key: &'static str, is: Is) -> Field {
    Field { key, is, need: true, of: &[] }
}

pub(super) const fn may(key: &'static str, is: Is) -> Field {
    Field { key, is, need: false, of: &[] }
}

pub(super) const fn of(of: &'static [&'static str], field: Field) -> Field {
    Field { of, ..field }
}

/// The whole file.
pub const CONSULTATION: &[Field] = &[
    must("format", Is::Own),
    must("slug", Is::Own),
    must("revision", Is::Own),
    must("kind", Is::Choice(&["question", "listening"])),
    must("languages", Is::Languages),
    may("example", Is::Flag),
    must("title", Is::Line),
    must("summary", Is::Text),
    must("why_now", Is::Text),
    may("where", Is::Line),
    may("subject", Is::Line),
    may("picture.file", Is::One(Among::Pictures)),
    may("picture.alt", Is::Line),
    may("picture.maker", Is::Line),
    may("minutes", Is::Whole),
    must("opens", Is::Day),
    must("closes", Is::Day),
    must("feedback_due", Is::Day),
    may("amended", Is::List(AMENDED, 0, 20)),
    may("law.phase", Is::Choice(&["preparing", "doing", "evaluating"])),
    may("law.ordinance.title", Is::Line),
    may("law.ordinance.url", Is::Plain),
    may("law.ordinance.year", Is::Whole),
    must("decision.who", Is::Line),
    must("decision.when", Is::Day),
    must("decision.about", Is::Text),
    must("scope.fixed", Is::List(SCOPE, 0, 12)),
    must("scope.open", Is::List(SCOPE, 1, 12)),
    must("scope.undecided", Is::List(SCOPE, 0, 12)),
    may("scope.agreed.by", Is::Line),
    may("scope.agreed.on", Is::Day),
    may("dilemmas", Is::List(DILEMMA, 0, 6)),
    may("facts", Is::List(FACT, 0, 12)),
    may("tables", Is::List(TABLE, 0, 20)),
    may("phases", Is::List(PHASE, 0, 12)),
    may("initiatives", Is::List(INITIATIVE, 0, 20)),
    may("touchstones", Is::Some(Among::Touchstones)),
    may("tested", Is::List(TESTED, 0, 100)),
    may("sources", Is::List(SOURCE, 0, 20)),
    must("questions", Is::List(QUESTION, 1, 30)),
    must("owner.name", Is::Line),
    may("owner.email", Is::Plain),
    may("seen_by.role", Is::Own),
    may("seen_by.on", Is::Own),
];

const SCOPE: &[Field] = &[must("text", Is::Text), may("reason", Is::Text)];

const DILEMMA: &[Field] =
    &[must("id", Is::Id), must("title", Is::Line), may("intro", Is::Text), must("sides", Is::List(SIDE, 2, 2))];

const SIDE: &[Field] = &[must("label", Is::Line), must("gains", Is::Lines(1, 6)), must("costs", Is::Lines(1, 6))];

const FACT: &[Field] = &[
    must("id", Is::Id),
    must("title", Is::Line),
    must("chart", Is::Choice(&["figure", "bars", "line"])),
    may("unit", Is::Line),
    must("values", Is::List(VALUE, 1, 12)),
    may("text", Is::Text),
    must("source.title", Is::Line),
    may("source.url", Is::Plain),
    may("source.year", Is::Whole),
    may("example", Is::Flag),
];

const VALUE: &[Field] = &[must("label", Is::Line), must("value", Is::Number)];

const TABLE: &[Field] = &[
    must("id", Is::Id),
    must("name", Is::Line),
    must("about", Is::Text),
    must("who", Is::Lines(1, 20)),
    must("role", Is::Choice(&["co_creation_partner", "caretaker", "director"])),
    may("meaning", Is::Text),
];

const PHASE: &[Field] = &[must("title", Is::Line), must("text", Is::Text), may("from", Is::Day), may("until", Is::Day)];

const INITIATIVE: &[Field] =
    &[must("name", Is::Line), must("text", Is::Text), may("where", Is::Line), may("url", Is::Plain)];

const SOURCE: &[Field] = &[must("title", Is::Line), may("url", Is::Plain), may("year", Is::Whole)];

/// Made by who extends, closes or withdraws a question; only its reason is written.
const AMENDED: &[Field] = &[
    must("what", Is::Own),
    must("on", Is::Own),
    must("closes_was", Is::Own),
    may("feedback_due_was", Is::Own),
    must("reason", Is::Text),
];

/// Made by who answers a point.
const TESTED: &[Field] = &[must("touchstone", Is::Own), must("point", Is::Own), must("how", Is::Text)];

const WRITTEN: &[&str] = &["story", "text", "dilemma"];
const CHOSEN: &[&str] = &["single", "multiple"];

const QUESTION: &[Field] = &[
    must("id", Is::Id),
    must("kind", Is::Choice(&["story", "text", "single", "multiple", "scale", "ranking", "dilemma", "place"])),
    must("title", Is::Line),
    may("help", Is::Text),
    may("required", Is::Flag),
    of(&["story"], must("about", Is::Choice(&["experience", "bother", "own_action", "idea", "question", "obstacle"]))),
    of(CHOSEN, must("options", Is::List(OPTION, 2, 12))),
    of(&["ranking"], must("options", Is::List(OPTION, 2, 8))),
    of(CHOSEN, may("other", Is::Flag)),
    of(&["multiple"], may("limits.max_choices", Is::Whole)),
    of(&["scale"], must("limits.min", Is::Whole)),
    of(&["scale"], must("limits.max", Is::Whole)),
    of(&["scale"], must("labels.low", Is::Line)),
    of(&["scale"], must("labels.high", Is::Line)),
    of(&["dilemma"], must("dilemma", Is::One(Among::Dilemmas))),
    of(&["place"], must("province", Is::One(Among::Places))),
    of(WRITTEN, may("limits.max_chars", Is::Whole)),
];

const OPTION: &[Field] = &[must("id", Is::Id), must("label", Is::Line)];

/// Whether items with these fields are made by the program for a purpose of its own, and never added by hand.
pub fn is_own(fields: &[Field]) -> bool {
    fields.iter().any(|field| matches!(field.is, Is::Own))
}

impl Field {
    /// Whether it belongs in this object, by the `kind` of that.
    pub fn belongs(&self, object: &Value) -> bool {
        self.of.is_empty() || object.get("kind").and_then(Value::as_str).is_some_and(|kind| self.of.contains(&kind))
    }
}

/// The field at a place in a draft.
pub fn at(root: &Value, path: &str) -> Option<&'static Field> {
    let mut found: Option<&'static Field> = None;
    for part in path.split(']').filter(|part| !part.is_empty()) {
        let fields = match found.map(|field| &field.is) {
            None => super::matter::fields(root).0,
            Some(Is::List(inner, ..)) => inner,
            Some(_) => return None,
        };
        let key = part.trim_start_matches('.').split('[').next()?;
        found = Some(fields.iter().find(|field| field.key == key)?);
    }
    found
}

/// What a new object with these fields begins with: its ids, and as many items of each list as it must have. `None` on a device
/// that can make no ids.
pub fn seed(fields: &[Field], kind: Option<&str>, fresh: &mut dyn FnMut() -> Option<String>) -> Option<Value> {
    let mut object = Value::Object(kind.map(|kind| ("kind".to_owned(), kind.into())).into_iter().collect());
    for field in fields.iter().filter(|field| field.need) {
        if !field.belongs(&object) {
            continue;
        }
        let value = match field.is {
            Is::Id => fresh()?.into(),
            Is::List(of, min, _) => {
                (0..min).map(|_| seed(of, None, fresh)).collect::<Option<Vec<_>>>().map(Value::Array)?
            }
            _ => continue,
        };
        super::path::put(&mut object, field.key, value);
    }
    Some(object)
}

/// The same object as one of another `kind`: what belongs to that kind stays, and what nobody knows; what it needs is begun.
pub fn turned(
    fields: &[Field],
    object: &Value,
    kind: &str,
    fresh: &mut dyn FnMut() -> Option<String>,
) -> Option<Value> {
    let mut turned = seed(fields, Some(kind), fresh)?;
    let head = |key: &str| key.split('.').next().unwrap_or_default().to_owned();
    for (key, value) in object.as_object().into_iter().flatten() {
        if !fields.iter().any(|field| head(field.key) == *key) {
            super::path::put(&mut turned, key, value.clone());
        }
    }
    let kept: Vec<_> = fields.iter().filter(|field| field.key != "kind" && field.belongs(&turned)).collect();
    for field in kept {
        if let Some(value) = super::path::get(object, field.key) {
            super::path::put(&mut turned, field.key, value.clone());
        }
    }
    Some(turned)
}
