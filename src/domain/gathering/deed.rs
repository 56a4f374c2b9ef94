//! What hosts can do in a gathering, as it stands in its log: no text is in it, only the names of texts.

use super::id::RemarkId;
use crate::domain::{
    day::Day,
    from_json::named,
    id::Id,
    log::{Log, TextId, Writes},
};
use serde::{Deserialize, Serialize};

/// Something that a host did.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Deed {
    /// What the gathering is about.
    About { about: About },
    /// Its opening question, where it has one of its own.
    Ask { text: Option<TextId> },
    /// Where it is.
    Place { text: TextId },
    /// On which day it is.
    Day { day: Day },
    /// Who lead it.
    Hosts { text: Option<TextId> },
    /// So many people are there.
    People { count: u32 },
    /// Somebody said this.
    Note {
        remark: RemarkId,
        text: TextId,
        kind: Kind,
        /// Where on a tour.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        stop: Option<TextId>,
        /// A first name or an age group. It is here only when they agreed to that.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        speaker: Option<TextId>,
    },
    /// These are its words now.
    Reword { remark: RemarkId, text: TextId },
    /// It is of this kind.
    Sort { remark: RemarkId, kind: Kind },
    /// It is taken back, or put back.
    Keep { remark: RemarkId, kept: bool },
}

/// What a gathering is about.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum About {
    /// A question of the site.
    Consultation(Id),
    /// Without an agenda.
    Listening,
}

/// What somebody tells.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// What they live through.
    #[default]
    Experience,
    /// What bothers them.
    Bother,
    /// What they do themselves.
    OwnAction,
    /// What could be.
    Idea,
    /// What they want to know.
    Question,
    /// What the system puts in their way.
    Obstacle,
}

named!(Kind {
    Experience = "experience",
    Bother = "bother",
    OwnAction = "own_action",
    Idea = "idea",
    Question = "question",
    Obstacle = "obstacle",
});

/// A place in which something is written.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Key {
    /// What it is about.
    About,
    /// Its opening question.
    Ask,
    /// Where.
    Place,
    /// When.
    Day,
    /// By whom.
    Hosts,
    /// With how many.
    People,
    /// The words of a remark.
    Text(RemarkId),
    /// Its kind.
    Kind(RemarkId),
    /// Where on a tour.
    Stop(RemarkId),
    /// Who said it.
    Speaker(RemarkId),
    /// Whether it stands.
    Kept(RemarkId),
}

/// What is written there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value {
    /// What it is about.
    About(About),
    /// A text, or none.
    Text(Option<TextId>),
    /// A day.
    Day(Day),
    /// A number.
    Number(u32),
    /// A kind.
    Kind(Kind),
    /// Whether it stands.
    Flag(bool),
}

impl Deed {
    /// The deed that writes in a place what somebody wrote there: that settles a conflict. What is only written once can't
    /// be in one.
    pub fn again(key: &Key, value: &Value) -> Option<Self> {
        Some(match (key.clone(), value.clone()) {
            (Key::About, Value::About(about)) => Deed::About { about },
            (Key::Ask, Value::Text(text)) => Deed::Ask { text },
            (Key::Place, Value::Text(Some(text))) => Deed::Place { text },
            (Key::Day, Value::Day(day)) => Deed::Day { day },
            (Key::Hosts, Value::Text(text)) => Deed::Hosts { text },
            (Key::People, Value::Number(count)) => Deed::People { count },
            (Key::Text(remark), Value::Text(Some(text))) => Deed::Reword { remark, text },
            (Key::Kind(remark), Value::Kind(kind)) => Deed::Sort { remark, kind },
            (Key::Kept(remark), Value::Flag(kept)) => Deed::Keep { remark, kept },
            _ => return None,
        })
    }

    /// The text that holds in a place.
    pub fn text(log: &Log<Self>, key: &Key) -> Option<TextId> {
        match log.value(key) {
            Some(Value::Text(text)) => *text,
            _ => None,
        }
    }
}

impl Writes for Deed {
    type Key = Key;
    type Value = Value;

    fn writes(&self) -> Vec<(Key, Value)> {
        match self.clone() {
            Deed::About { about } => vec![(Key::About, Value::About(about))],
            Deed::Ask { text } => vec![(Key::Ask, Value::Text(text))],
            Deed::Place { text } => vec![(Key::Place, Value::Text(Some(text)))],
            Deed::Day { day } => vec![(Key::Day, Value::Day(day))],
            Deed::Hosts { text } => vec![(Key::Hosts, Value::Text(text))],
            Deed::People { count } => vec![(Key::People, Value::Number(count))],
            Deed::Note { remark, text, kind, stop, speaker } => vec![
                (Key::Text(remark), Value::Text(Some(text))),
                (Key::Kind(remark), Value::Kind(kind)),
                (Key::Stop(remark), Value::Text(stop)),
                (Key::Speaker(remark), Value::Text(speaker)),
                (Key::Kept(remark), Value::Flag(true)),
            ],
            Deed::Reword { remark, text } => vec![(Key::Text(remark), Value::Text(Some(text)))],
            Deed::Sort { remark, kind } => vec![(Key::Kind(remark), Value::Kind(kind))],
            Deed::Keep { remark, kept } => vec![(Key::Kept(remark), Value::Flag(kept))],
        }
    }
}
