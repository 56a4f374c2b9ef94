//! The places in which hosts write, and what can stand there.

use super::{
    hour::Hour,
    id::{PointId, RemarkId, StopId},
    kind::{Nature, Sense, Sort},
    task::Task,
};
use crate::domain::{day::Day, id::Id, kind::Kind, log::TextId};
use serde::{Deserialize, Serialize};

/// What a gathering is about.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum About {
    /// A question of the site.
    Consultation(Id),
    /// Without an agenda.
    Listening,
}

/// A place in which something is written.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Key {
    /// How what is in it came to be noted.
    Nature,
    /// What it is about.
    About,
    /// Its opening question.
    Ask,
    /// Where.
    Place,
    /// When.
    Day,
    /// At what time.
    Begin,
    /// By whom.
    Hosts,
    /// With how many.
    People,
    /// The words of a remark.
    Text(RemarkId),
    /// Its kind.
    Kind(RemarkId),
    /// Where on a tour it was made.
    At(RemarkId),
    /// Who said it.
    Speaker(RemarkId),
    /// That it was noted. Only who noted it writes here.
    Noted(RemarkId),
    /// Whether it stands.
    Kept(RemarkId),
    /// Whether the hall sees it.
    Shown(RemarkId),
    /// Something of a stop of a tour.
    Stop(StopId, StopFacet),
    /// Whether hosts saw to this.
    Task(Task),
    /// In which order the stops come.
    Route,
    /// Something of a point.
    Point(PointId, Facet),
    /// What hosts say when they look back.
    Debrief(Sense),
    /// Whether it is closed.
    Closed,
    /// Whether it is put away.
    Away,
}

/// What can be written of a stop.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum StopFacet {
    /// What it is called.
    Name,
    /// Where and when it is.
    About,
    /// That it was made. Only who made it writes here.
    Made,
    /// Whether it stands.
    Kept,
}

/// What can be written of a point.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Facet {
    /// Its words.
    Text,
    /// What it is about.
    Sort,
    /// Whose it is.
    Who,
    /// By when.
    By,
    /// Which touchstone.
    Touchstone,
    /// From which remarks.
    From,
    /// Whether who is there agrees.
    Agreed,
    /// Whether it was done.
    Done,
    /// Whether it stands.
    Kept,
}

/// What is written there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value {
    /// How what is in it came to be noted.
    Nature(Nature),
    /// What it is about.
    About(About),
    /// A text, or none.
    Text(Option<TextId>),
    /// A day.
    Day(Day),
    /// A time of the day, or none.
    Hour(Option<Hour>),
    /// A number.
    Number(u32),
    /// A kind.
    Kind(Kind),
    /// Whether it stands, is agreed or was done.
    Flag(bool),
    /// What a point is about.
    Sort(Sort),
    /// A day, or none.
    Until(Option<Day>),
    /// A touchstone, or none.
    Touchstone(Option<Id>),
    /// Remarks.
    Remarks(Vec<RemarkId>),
    /// Stops, in their order.
    Stops(Vec<StopId>),
}
