//! An entry: what one person did at one moment, after which other entries. On the wire one line of JSON.

use super::id::{EntryId, TextId};
use crate::domain::{id::ReactionId, json};
use serde::{Deserialize, Serialize, de::DeserializeOwned};
use serde_json::{Map, Value};

/// What can be done: each act writes values in places.
pub trait Writes: Clone + PartialEq + Serialize + DeserializeOwned {
    /// A place in which something is written, for instance where a reaction belongs.
    type Key: Ord + Clone;
    /// What is written there.
    type Value: Clone + PartialEq;

    /// What it writes. It follows from the act alone.
    fn writes(&self) -> Vec<(Self::Key, Self::Value)>;
}

/// Why something was erased for good.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub enum ErasedWhy {
    /// Its writer asked for it.
    OnRequest,
    /// It told who somebody is.
    PersonalData,
    /// It may not be kept by law.
    Unlawful,
}

impl ErasedWhy {
    /// Every reason.
    pub const ALL: [Self; 3] = [Self::OnRequest, Self::PersonalData, Self::Unlawful];
    /// Their names in files, in the same order.
    pub const CODES: [&'static str; 3] = ["on_request", "personal_data", "unlawful"];
}

/// What is erased for good, and why.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Erased {
    /// Texts that stood beside the log.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub texts: Vec<TextId>,
    /// Reactions.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub reactions: Vec<ReactionId>,
    /// Why.
    pub why: ErasedWhy,
}

/// What somebody did.
#[derive(Clone, Debug, PartialEq)]
pub enum Act<A> {
    /// These, as one step.
    Do(Vec<A>),
    /// Takes back what that entry did; of one that took something back: puts it back.
    Undo(EntryId),
    /// Erases for good. That can't be taken back.
    Erase(Erased),
    /// What a newer release did, kept as it came.
    Newer(Map<String, Value>),
}

/// An entry.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry<A> {
    /// Unique for ever.
    pub id: EntryId,
    /// Who: a name, never published.
    pub who: String,
    /// Milliseconds since 1970 by the clock of that device. To be shown, and nothing else.
    pub at: u64,
    /// The entries that its maker knew, and that no other one known comes after.
    pub after: Vec<EntryId>,
    /// What.
    pub act: Act<A>,
}

/// Why a line is no entry.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EntryFault {
    /// No JSON, or only a part of it.
    NotJson,
    /// This field is missing or of another shape.
    Field(&'static str),
}

impl<A: Writes> Entry<A> {
    /// Reads a line. What this release does not know, but has the frame of an entry, is kept as it is.
    pub fn read(line: &[u8]) -> Result<Self, EntryFault> {
        let Ok(Value::Object(mut fields)) = json::strict(line) else { return Err(EntryFault::NotJson) };
        let id = take(&mut fields, "id")?;
        let who = take(&mut fields, "who")?;
        let at = take(&mut fields, "at")?;
        let after = take(&mut fields, "after")?;
        Ok(Self { id, who, at, after, act: Act::of(fields) })
    }

    /// The line, without its end.
    pub fn line(&self) -> String {
        let mut fields = match &self.act {
            Act::Newer(fields) => fields.clone(),
            Act::Do(acts) => one("do", acts),
            Act::Undo(target) => one("undo", target),
            Act::Erase(erased) => one("erase", erased),
        };
        fields.extend(one("id", self.id));
        fields.extend(one("who", &self.who));
        fields.extend(one("at", self.at));
        fields.extend(one("after", &self.after));
        Value::Object(fields).to_string()
    }
}

impl<A: Writes> Act<A> {
    fn of(fields: Map<String, Value>) -> Self {
        let known = match fields.iter().next() {
            Some((name, value)) if fields.len() == 1 => match name.as_str() {
                "do" => serde_json::from_value(value.clone()).ok().map(Act::Do),
                "undo" => serde_json::from_value(value.clone()).ok().map(Act::Undo),
                "erase" => serde_json::from_value(value.clone()).ok().map(Act::Erase),
                _ => None,
            },
            _ => None,
        };
        known.unwrap_or(Act::Newer(fields))
    }
}

fn take<T: DeserializeOwned>(fields: &mut Map<String, Value>, name: &'static str) -> Result<T, EntryFault> {
    let value = fields.remove(name).ok_or(EntryFault::Field(name))?;
    serde_json::from_value(value).map_err(|_| EntryFault::Field(name))
}

fn one(name: &str, value: impl Serialize) -> Map<String, Value> {
    let value = serde_json::to_value(value);
    debug_assert!(value.is_ok(), "names, numbers and lists always have JSON");
    let mut map = Map::new();
    map.insert(name.to_owned(), value.unwrap_or_default());
    map
}
