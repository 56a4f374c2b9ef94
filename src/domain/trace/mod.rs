//! The trace: what became of each reaction, by tag, so that its sender finds it back and nobody else can.
//!
//! A lookup file is one line of JSON (the [`Index`]: what there is to point at, and the signpost) and then records of
//! [`RECORD`] bytes: the ten bytes of a tag and the number of an outcome, sorted by tag. Records point at themes, never at
//! texts. The file is binary on purpose: hosts compress texts on the fly, and then equal files would have unequal lengths
//! on the line.
//!
//! - [`shard`]: one file for all, or 2ⁿ of equal length, picked by the first bits of a tag.

pub mod shard;

use super::{
    day::Day,
    feedback::balance::SetAside,
    from_json::{self, from_json},
    id::Id,
    language::Language,
    own_json::Json,
    receipt::Tag,
    signpost::Signpost,
};
use serde::Serialize;

/// The format of a lookup file.
pub const FORMAT: &str = "beginspraak.trace/1";
/// Bytes of a record: 10 of the tag, 2 of the outcome's number (big-endian).
pub const RECORD: usize = 12;

/// What became of one reaction.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Outcome {
    /// Places in [`Signpost::themes`].
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub themes: Vec<usize>,
    /// It, or an answer of it, was set aside.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub set_aside: Option<SetAside>,
    /// It, or an answer of it, will be read by this day.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub later: Option<Day>,
}

/// The first line of a lookup file.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Index {
    /// Always [`FORMAT`].
    pub format: String,
    /// The consultation.
    pub slug: Id,
    /// The version of the feedback.
    pub version: u32,
    /// The day it was published.
    pub published: Day,
    /// By how many bits of the tag the file was picked; 0 when it holds all.
    pub bits: u32,
    /// What records point at.
    pub outcomes: Vec<Outcome>,
    /// What outcomes point at.
    pub signpost: Signpost,
}

impl Index {
    /// Takes a lookup file apart: the index and the records. `None` if it is something else or newer.
    pub fn read(file: &[u8]) -> Option<(Self, &[u8])> {
        let end = file.iter().position(|byte| *byte == b'\n')?;
        let index: Self = from_json::read(std::str::from_utf8(&file[..end]).ok()?)?;
        (index.format == FORMAT).then_some((index, &file[end + 1..]))
    }

    /// What became of the reaction with this tag.
    pub fn find(&self, records: &[u8], tag: &Tag) -> Option<&Outcome> {
        let tag = tag.bytes();
        let record = records.chunks_exact(RECORD).find(|record| record[..10] == tag)?;
        self.outcomes.get(usize::from(u16::from_be_bytes([record[10], record[11]])))
    }
}

/// Where the lookup file for a tag is: all that the host learns of who asks.
pub fn path(base: &str, slug: &Id, bits: u32, tag: &Tag) -> String {
    format!("{base}content/trace/{slug}/{}", file_name(bits, prefix(bits, &tag.bytes())))
}

/// The name of the file with these first bits.
fn file_name(bits: u32, prefix: u32) -> String {
    format!("{bits}-{prefix:04x}.bin")
}

/// The bits that the name of a lookup file tells.
pub fn bits_of(name: &str) -> Option<u32> {
    name.strip_suffix(".bin")?.split_once('-')?.0.parse().ok()
}

/// The first bits of a tag, as a number; at most 24.
fn prefix(bits: u32, tag: &[u8; 10]) -> u32 {
    let first = u32::from_be_bytes([0, tag[0], tag[1], tag[2]]);
    first >> (24 - bits.min(24))
}

/// A consultation whose feedback can be looked up, as the pages name it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Traceable {
    /// The consultation.
    pub slug: Id,
    /// The language of the page to lead somebody to.
    pub language: Language,
    /// Its title in that language.
    pub title: String,
    /// When feedback is promised.
    pub feedback_due: Day,
    /// By how many bits of the tag its lookup files are picked; `None` while there is no feedback.
    pub bits: Option<u32>,
    /// Of one that is asked no more: since when and why, in that language. Then no feedback is awaited.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub withdrawn: Option<String>,
}

from_json!(Index { format, slug, version, published, bits, outcomes, signpost });
from_json!(Traceable { slug, language, title, feedback_due, bits, withdrawn });

impl from_json::FromJson for Outcome {
    fn from_json(json: &Json) -> Option<Self> {
        let Json::Object(_) = json else { return None };
        let themes: Option<Vec<usize>> = from_json::FromJson::from_json(json.get("themes"))?;
        Some(Self {
            themes: themes.unwrap_or_default(),
            set_aside: from_json::FromJson::from_json(json.get("set_aside"))?,
            later: from_json::FromJson::from_json(json.get("later"))?,
        })
    }
}
