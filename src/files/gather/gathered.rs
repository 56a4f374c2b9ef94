//! The gathered file: `{"format": "beginspraak.gathered/1", "reactions": […]}`, a line for each reaction, by id.

use super::left_out::Fault;
use crate::domain::{
    digest::sha256,
    id::ReactionId,
    json,
    reaction::{Header, envelope},
};
use serde_json::{Map, Value};
use std::collections::{BTreeMap, HashSet, btree_map::Entry};

/// The file's format.
pub const FORMAT: &str = "beginspraak.gathered/1";

/// What was gathered.
#[derive(Debug, Default)]
pub struct Gathered {
    reactions: BTreeMap<ReactionId, Map<String, Value>>,
    /// What else stands in the file; it stays.
    rest: Map<String, Value>,
    /// The file as it was, so that nothing is written when nothing changes.
    before: Option<Vec<u8>>,
}

/// What became of a reaction.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Added {
    /// It is in now.
    New,
    /// It was in already, exactly so.
    Already,
}

impl Gathered {
    /// What is in a file; nothing when there is none. Of one that is something else it is said why, so that it is never
    /// overwritten.
    pub fn read(bytes: Option<Vec<u8>>) -> Result<Self, String> {
        let Some(bytes) = bytes else { return Ok(Self::default()) };
        Ok(Self { before: Some(bytes.clone()), ..parse(&bytes)? })
    }

    /// How many reactions there are.
    pub fn len(&self) -> usize {
        self.reactions.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.reactions.is_empty()
    }

    /// The reactions, by id.
    pub fn reactions(&self) -> impl Iterator<Item = &Map<String, Value>> + Clone {
        self.reactions.values()
    }

    /// The hashes of the envelopes, as far as they can be made again from what is kept: what is in a bucket under such
    /// a hash need not be fetched.
    pub fn hashes(&self) -> HashSet<String> {
        self.reactions.values().filter_map(envelope).map(|envelope| sha256(envelope.as_bytes())).collect()
    }

    /// Adds a reaction that is not there yet.
    pub fn add(&mut self, header: Header) -> Result<Added, Fault> {
        match self.reactions.entry(header.id) {
            Entry::Vacant(place) => {
                place.insert(header.reaction);
                Ok(Added::New)
            }
            Entry::Occupied(there) if *there.get() == header.reaction => Ok(Added::Already),
            Entry::Occupied(_) => Err(Fault::Conflict),
        }
    }

    /// Takes out every reaction that was sent as a test.
    pub fn remove_tests(&mut self) {
        self.reactions.retain(|_, reaction| reaction.get("test") != Some(&Value::Bool(true)));
    }

    /// The file, unless it would be the same as it was.
    pub fn changed(&self) -> Option<Vec<u8>> {
        let mut bytes = Vec::new();
        // Writing to memory can't fail.
        let _ = self.write(&mut bytes);
        (self.before.as_ref() != Some(&bytes)).then_some(bytes)
    }

    fn write(&self, out: &mut Vec<u8>) -> serde_json::Result<()> {
        out.extend_from_slice(br#"{"format":"#);
        serde_json::to_writer(&mut *out, FORMAT)?;
        for (key, value) in &self.rest {
            out.push(b',');
            serde_json::to_writer(&mut *out, key)?;
            out.push(b':');
            serde_json::to_writer(&mut *out, value)?;
        }
        out.extend_from_slice(br#","reactions":["#);
        for (n, reaction) in self.reactions.values().enumerate() {
            out.extend_from_slice(if n == 0 { b"\n" } else { b",\n" });
            serde_json::to_writer(&mut *out, reaction)?;
        }
        out.extend_from_slice(b"\n]}\n");
        Ok(())
    }
}

fn parse(bytes: &[u8]) -> Result<Gathered, String> {
    let Value::Object(mut rest) = json::strict(bytes).map_err(|error| error.to_string())? else {
        return Err("no object".into());
    };
    if rest.remove("format").as_ref().and_then(Value::as_str) != Some(FORMAT) {
        return Err(format!("no \"format\": \"{FORMAT}\""));
    }
    let Some(Value::Array(list)) = rest.remove("reactions") else { return Err("no \"reactions\"".into()) };
    let mut reactions = BTreeMap::new();
    for (n, item) in list.into_iter().enumerate() {
        let id = item.get("id").and_then(Value::as_str).and_then(|id| ReactionId::try_from(id).ok());
        let (Some(id), Value::Object(reaction)) = (id, item) else { return Err(format!("reactions[{n}]")) };
        if reactions.insert(id, reaction).is_some() {
            return Err(format!("reactions[{n}]: double id"));
        }
    }
    Ok(Gathered { reactions, rest, before: None })
}
