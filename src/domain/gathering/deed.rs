//! What hosts can do in a gathering, as it stands in its log: no text is in it, only the names of texts.

use super::{
    hour::Hour,
    id::{PointId, RemarkId, StopId},
    kind::{Nature, Sense, Sort},
    place::{About, Facet, Key, StopFacet, Value},
    task::Task,
};
use crate::domain::{
    day::Day,
    id::Id,
    kind::Kind,
    log::{Log, TextId, Writes},
};
use serde::{Deserialize, Serialize};

/// Something that a host did.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Deed {
    /// How what is in it came to be noted; in a hall, if nobody says.
    Nature { nature: Nature },
    /// What the gathering is about.
    About { about: About },
    /// Its opening question, where it has one of its own.
    Ask { text: Option<TextId> },
    /// Where it is.
    Place { text: TextId },
    /// On which day it is.
    Day { day: Day },
    /// At what time it begins.
    Begin { hour: Option<Hour> },
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
    /// They said it; a first name or an age group, with their consent.
    Attribute { remark: RemarkId, speaker: Option<TextId> },
    /// There it was said.
    Locate { remark: RemarkId, stop: Option<TextId> },
    /// It is taken back, or put back.
    Keep { remark: RemarkId, kept: bool },
    /// The hall sees it, or not any more.
    Show { remark: RemarkId, shown: bool },
    /// A tour calls here.
    Stop {
        stop: StopId,
        text: TextId,
        /// Where and when.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        about: Option<TextId>,
    },
    /// A stop is called this now.
    CallStop { stop: StopId, text: TextId },
    /// There and then it is.
    PlanStop { stop: StopId, about: Option<TextId> },
    /// A stop is left out, or put back.
    KeepStop { stop: StopId, kept: bool },
    /// The stops come in this order; any that is not named, behind them.
    Route { stops: Vec<StopId> },
    /// Hosts saw to this, or not after all.
    Check { task: Task, done: bool },
    /// This is what it comes to.
    Point {
        point: PointId,
        sort: Sort,
        text: TextId,
        /// Whose it is: who promised, who is to hear of it, whom to join.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        who: Option<TextId>,
        /// By when it is done.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        by: Option<Day>,
        /// Which touchstone showed.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        touchstone: Option<Id>,
        /// The remarks that it was made from.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        from: Vec<RemarkId>,
    },
    /// These are the words of a point now.
    Phrase { point: PointId, text: TextId },
    /// It is theirs.
    Assign { point: PointId, who: Option<TextId> },
    /// It is done by then.
    Due { point: PointId, by: Option<Day> },
    /// Who is there agrees, or not any more.
    Agree { point: PointId, agreed: bool },
    /// It was done, or not after all.
    Fulfil { point: PointId, done: bool },
    /// It is left out, or put back.
    Leave { point: PointId, kept: bool },
    /// What hosts say when they look back.
    Debrief { sense: Sense, text: Option<TextId> },
    /// It is closed, or open again.
    Close { closed: bool },
    /// It is put away, as it was made by mistake, or taken back. Always in an entry of its own, as earlier releases do not know it.
    PutAway { away: bool },
    /// A secret with which remarks are sent. Every one that was ever named counts, so it stands in no place.
    Secret { text: TextId },
    /// A remark was sent, as one of this kind with these words. That can't be taken back, so it stands in no place.
    Sent { remark: RemarkId, text: TextId, kind: Kind },
}

impl Deed {
    /// The deed that writes in a place what somebody wrote there: that settles a conflict. What is only written once can't
    /// be in one.
    pub fn again(key: &Key, value: &Value) -> Option<Self> {
        Some(match (key.clone(), value.clone()) {
            (Key::Nature, Value::Nature(nature)) => Deed::Nature { nature },
            (Key::About, Value::About(about)) => Deed::About { about },
            (Key::Ask, Value::Text(text)) => Deed::Ask { text },
            (Key::Place, Value::Text(Some(text))) => Deed::Place { text },
            (Key::Day, Value::Day(day)) => Deed::Day { day },
            (Key::Begin, Value::Hour(hour)) => Deed::Begin { hour },
            (Key::Hosts, Value::Text(text)) => Deed::Hosts { text },
            (Key::People, Value::Number(count)) => Deed::People { count },
            (Key::Text(remark), Value::Text(Some(text))) => Deed::Reword { remark, text },
            (Key::Kind(remark), Value::Kind(kind)) => Deed::Sort { remark, kind },
            (Key::Speaker(remark), Value::Text(speaker)) => Deed::Attribute { remark, speaker },
            (Key::At(remark), Value::Text(stop)) => Deed::Locate { remark, stop },
            (Key::Kept(remark), Value::Flag(kept)) => Deed::Keep { remark, kept },
            (Key::Shown(remark), Value::Flag(shown)) => Deed::Show { remark, shown },
            (Key::Stop(stop, StopFacet::Name), Value::Text(Some(text))) => Deed::CallStop { stop, text },
            (Key::Stop(stop, StopFacet::About), Value::Text(about)) => Deed::PlanStop { stop, about },
            (Key::Stop(stop, StopFacet::Kept), Value::Flag(kept)) => Deed::KeepStop { stop, kept },
            (Key::Task(task), Value::Flag(done)) => Deed::Check { task, done },
            (Key::Route, Value::Stops(stops)) => Deed::Route { stops },
            (Key::Point(point, Facet::Text), Value::Text(Some(text))) => Deed::Phrase { point, text },
            (Key::Point(point, Facet::Who), Value::Text(who)) => Deed::Assign { point, who },
            (Key::Point(point, Facet::By), Value::Until(by)) => Deed::Due { point, by },
            (Key::Point(point, Facet::Agreed), Value::Flag(agreed)) => Deed::Agree { point, agreed },
            (Key::Point(point, Facet::Done), Value::Flag(done)) => Deed::Fulfil { point, done },
            (Key::Point(point, Facet::Kept), Value::Flag(kept)) => Deed::Leave { point, kept },
            (Key::Debrief(sense), Value::Text(text)) => Deed::Debrief { sense, text },
            (Key::Closed, Value::Flag(closed)) => Deed::Close { closed },
            (Key::Away, Value::Flag(away)) => Deed::PutAway { away },
            _ => return None,
        })
    }

    /// The remark that it makes or changes.
    pub fn remark(&self) -> Option<RemarkId> {
        match self {
            Deed::Note { remark, .. }
            | Deed::Reword { remark, .. }
            | Deed::Sort { remark, .. }
            | Deed::Attribute { remark, .. }
            | Deed::Locate { remark, .. }
            | Deed::Keep { remark, .. } => Some(*remark),
            _ => None,
        }
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
            Deed::Nature { nature } => vec![(Key::Nature, Value::Nature(nature))],
            Deed::About { about } => vec![(Key::About, Value::About(about))],
            Deed::Ask { text } => vec![(Key::Ask, Value::Text(text))],
            Deed::Place { text } => vec![(Key::Place, Value::Text(Some(text)))],
            Deed::Day { day } => vec![(Key::Day, Value::Day(day))],
            Deed::Begin { hour } => vec![(Key::Begin, Value::Hour(hour))],
            Deed::Hosts { text } => vec![(Key::Hosts, Value::Text(text))],
            Deed::People { count } => vec![(Key::People, Value::Number(count))],
            Deed::Note { remark, text, kind, stop, speaker } => vec![
                (Key::Text(remark), Value::Text(Some(text))),
                (Key::Kind(remark), Value::Kind(kind)),
                (Key::At(remark), Value::Text(stop)),
                (Key::Speaker(remark), Value::Text(speaker)),
                (Key::Kept(remark), Value::Flag(true)),
                (Key::Noted(remark), Value::Flag(true)),
            ],
            Deed::Reword { remark, text } => vec![(Key::Text(remark), Value::Text(Some(text)))],
            Deed::Sort { remark, kind } => vec![(Key::Kind(remark), Value::Kind(kind))],
            Deed::Attribute { remark, speaker } => vec![(Key::Speaker(remark), Value::Text(speaker))],
            Deed::Locate { remark, stop } => vec![(Key::At(remark), Value::Text(stop))],
            Deed::Keep { remark, kept } => vec![(Key::Kept(remark), Value::Flag(kept))],
            Deed::Show { remark, shown } => vec![(Key::Shown(remark), Value::Flag(shown))],
            Deed::Stop { stop, text, about } => vec![
                (Key::Stop(stop, StopFacet::Name), Value::Text(Some(text))),
                (Key::Stop(stop, StopFacet::About), Value::Text(about)),
                (Key::Stop(stop, StopFacet::Made), Value::Flag(true)),
                (Key::Stop(stop, StopFacet::Kept), Value::Flag(true)),
            ],
            Deed::CallStop { stop, text } => vec![(Key::Stop(stop, StopFacet::Name), Value::Text(Some(text)))],
            Deed::PlanStop { stop, about } => vec![(Key::Stop(stop, StopFacet::About), Value::Text(about))],
            Deed::KeepStop { stop, kept } => vec![(Key::Stop(stop, StopFacet::Kept), Value::Flag(kept))],
            Deed::Check { task, done } => vec![(Key::Task(task), Value::Flag(done))],
            Deed::Route { stops } => vec![(Key::Route, Value::Stops(stops))],
            Deed::Point { point, sort, text, who, by, touchstone, from } => [
                (Facet::Text, Value::Text(Some(text))),
                (Facet::Sort, Value::Sort(sort)),
                (Facet::Who, Value::Text(who)),
                (Facet::By, Value::Until(by)),
                (Facet::Touchstone, Value::Touchstone(touchstone)),
                (Facet::From, Value::Remarks(from)),
                (Facet::Kept, Value::Flag(true)),
            ]
            .into_iter()
            .map(|(facet, value)| (Key::Point(point, facet), value))
            .collect(),
            Deed::Phrase { point, text } => vec![(Key::Point(point, Facet::Text), Value::Text(Some(text)))],
            Deed::Assign { point, who } => vec![(Key::Point(point, Facet::Who), Value::Text(who))],
            Deed::Due { point, by } => vec![(Key::Point(point, Facet::By), Value::Until(by))],
            Deed::Agree { point, agreed } => vec![(Key::Point(point, Facet::Agreed), Value::Flag(agreed))],
            Deed::Fulfil { point, done } => vec![(Key::Point(point, Facet::Done), Value::Flag(done))],
            Deed::Leave { point, kept } => vec![(Key::Point(point, Facet::Kept), Value::Flag(kept))],
            Deed::Debrief { sense, text } => vec![(Key::Debrief(sense), Value::Text(text))],
            Deed::Close { closed } => vec![(Key::Closed, Value::Flag(closed))],
            Deed::PutAway { away } => vec![(Key::Away, Value::Flag(away))],
            Deed::Secret { .. } | Deed::Sent { .. } => Vec::new(),
        }
    }
}
