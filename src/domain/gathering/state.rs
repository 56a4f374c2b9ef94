//! From a notebook to what holds in a gathering.

use super::{
    deed::Deed,
    hour::Hour,
    id::{RemarkId, StopId},
    kind::{Nature, Sense},
    notebook::Notebook,
    place::{About, Key, Value},
    point::{Point, points},
    stop::{self, Stop},
    task::Task,
};
use crate::domain::{
    day::Day,
    kind::Kind,
    log::{EntryId, Rival, TextId},
    ordered::{Ordered, sort_by_key},
    plain_letters::plain,
};
use std::collections::{BTreeMap, BTreeSet};

/// A remark as it stands now.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Remark {
    /// Its name.
    pub id: RemarkId,
    /// Its words; nothing where the file with them is missing.
    pub text: Option<String>,
    /// What it tells.
    pub kind: Kind,
    /// Where on a tour.
    pub stop: Option<String>,
    /// Who said it, if they agreed that this is noted.
    pub speaker: Option<String>,
    /// Who noted it.
    pub who: String,
    /// When that was, by the clock of their device.
    pub at: u64,
    /// Whether its words were changed since.
    pub changed: bool,
    /// Whether the hall sees it.
    pub shown: bool,
    /// Whether it was sent: then it stays there as it was sent, whatever becomes of it here.
    pub sent: bool,
    /// What the province has of it is older than what stands here.
    pub old_there: bool,
}

/// A remark that was taken back: it can be put back.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct TakenBack {
    /// Its name.
    pub id: RemarkId,
    /// Its words; nothing where these were erased, or are missing.
    pub text: Option<String>,
}

/// What people wrote in one place without knowing of each other.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Conflict {
    /// Where.
    pub key: Key,
    /// What each wrote; the first one holds until somebody settles it.
    pub says: Vec<Said>,
}

/// What one of them wrote.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Said {
    /// In which entry.
    pub entry: EntryId,
    /// Who.
    pub who: String,
    /// What.
    pub value: Value,
    /// In words, where it is a text that is here.
    pub text: Option<String>,
}

/// What holds in a gathering.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Gathering {
    /// How what is in it came to be noted.
    pub nature: Nature,
    /// What it is about.
    pub about: Option<About>,
    /// Its own opening question.
    pub ask: Option<String>,
    /// Where.
    pub place: Option<String>,
    /// When.
    pub day: Option<Day>,
    /// At what time it begins.
    pub begins: Option<Hour>,
    /// By whom.
    pub hosts: Option<String>,
    /// With how many people.
    pub people: Option<u32>,
    /// What hosts saw to.
    pub tasks: BTreeSet<Task>,
    /// Where a tour calls, in this order.
    pub stops: Vec<Stop>,
    /// What was said, in the order in which it was noted: what one device knew of stands before what it added, and the rest is
    /// in the order of the times that show.
    pub remarks: Vec<Remark>,
    /// The remarks that were taken back.
    pub taken_back: Vec<TakenBack>,
    /// How many have no words any more, as these were erased for good. They are no remarks that anybody can read, show or send.
    pub erased: usize,
    /// What it came to, in the order of their sorts and then as they were made.
    pub points: Vec<Point>,
    /// What hosts said when they looked back.
    pub debrief: BTreeMap<Sense, String>,
    /// Whether it is closed.
    pub closed: bool,
    /// When that was, by the clock of the device on which it was done.
    pub closed_at: Option<u64>,
    /// Whether it is put away: in no list, and nothing of it is sent. What was sent or closed never is.
    pub away: bool,
    /// What people wrote differently.
    pub conflicts: Vec<Conflict>,
}

impl Gathering {
    /// What follows from a notebook, and from nothing else.
    pub fn of(notebook: &Notebook) -> Self {
        let log = notebook.log();
        let text = |key: &Key| Deed::text(log, key).and_then(|id| notebook.text(id)).map(str::to_owned);
        let renamed = stop::renamed(notebook);
        let stop_of = |id: &RemarkId| {
            let said = Deed::text(log, &Key::At(*id))?;
            notebook.text(renamed.get(&said).copied().unwrap_or(said)).map(str::to_owned)
        };
        let sent = sent(notebook);
        let mut remarks = Vec::new();
        let (mut taken_back, mut erased) = (Vec::new(), 0);
        for (key, value, _) in log.values() {
            let Key::Kept(id) = key else { continue };
            if *value != Value::Flag(true) {
                taken_back.push(TakenBack { id: *id, text: text(&Key::Text(*id)) });
                continue;
            }
            if Deed::text(log, &Key::Text(*id)).is_some_and(|text| log.erased_text(&text).is_some()) {
                erased += 1;
                continue;
            }
            // It may be that only putting it back is here, and not the note.
            let (Some((_, noted)), Some(rival)) = (log.held(&Key::Noted(*id)), log.rival(&Key::Noted(*id))) else {
                continue;
            };
            let Some(Value::Kind(kind)) = log.value(&Key::Kind(*id)) else { continue };
            let remark = Remark {
                id: *id,
                text: text(&Key::Text(*id)),
                kind: *kind,
                stop: stop_of(id),
                speaker: text(&Key::Speaker(*id)),
                who: rival.who,
                at: rival.at,
                changed: log.held(&Key::Text(*id)).is_some_and(|(_, by)| by != noted),
                shown: log.value(&Key::Shown(*id)) == Some(&Value::Flag(true)),
                sent: sent.contains_key(id),
                old_there: sent.get(id).is_some_and(|(words, as_kind)| {
                    let now = Deed::text(log, &Key::Text(*id));
                    as_kind != kind || now.and_then(|now| notebook.text(now)) != notebook.text(*words)
                }),
            };
            remarks.push((log.told(noted), remark));
        }
        sort_by_key(&mut remarks, |(told, _)| *told);
        let said = |rival: Rival<Value>| {
            let words = if let Value::Text(Some(id)) = &rival.value { notebook.text(*id) } else { None };
            Said { entry: rival.entry, who: rival.who, text: words.map(str::to_owned), value: rival.value }
        };
        let conflicts = log
            .conflicts()
            .map(|(key, says)| Conflict { key: key.clone(), says: says.into_iter().map(said).collect() });
        let flag = |key: Key| log.value(&key) == Some(&Value::Flag(true));
        let closed = flag(Key::Closed);
        let number = |key| if let Some(Value::Number(count)) = log.value(key) { Some(*count) } else { None };
        Self {
            nature: if let Some(Value::Nature(nature)) = log.value(&Key::Nature) { *nature } else { Nature::Hall },
            about: if let Some(Value::About(about)) = log.value(&Key::About) { Some(about.clone()) } else { None },
            ask: text(&Key::Ask),
            place: text(&Key::Place),
            day: if let Some(Value::Day(day)) = log.value(&Key::Day) { Some(*day) } else { None },
            begins: if let Some(Value::Hour(hour)) = log.value(&Key::Begin) { *hour } else { None },
            hosts: text(&Key::Hosts),
            people: number(&Key::People),
            tasks: Task::ALL.into_iter().filter(|task| flag(Key::Task(*task))).to_set(),
            stops: stop::stops(notebook),
            taken_back,
            erased,
            points: points(notebook),
            debrief: Sense::ALL.into_iter().filter_map(|sense| Some((sense, text(&Key::Debrief(sense))?))).to_map(),
            closed,
            closed_at: log.rival(&Key::Closed).filter(|_| closed).map(|rival| rival.at),
            away: flag(Key::Away) && !closed && sent.is_empty(),
            // Two who wrote the same words differ in name only.
            conflicts: conflicts.filter(Conflict::differs).collect(),
            remarks: remarks.into_iter().map(|(_, remark)| remark).collect(),
        }
    }

    /// What the hall sees, the newest first: what was shown, stands, and has its words here.
    pub fn shown(&self) -> impl Iterator<Item = &Remark> {
        self.remarks.iter().rev().filter(|remark| remark.shown && remark.text.is_some())
    }

    /// The remarks that were made at a stop.
    pub fn at<'a>(&'a self, stop: &'a Stop) -> impl Iterator<Item = &'a Remark> {
        self.remarks.iter().filter(|remark| self.stop_of(remark) == Some(stop.id))
    }

    /// How many remarks of a tour were made at none of its stops.
    pub fn under_way(&self) -> usize {
        let of_none = self.remarks.iter().filter(|remark| self.stop_of(remark).is_none());
        if self.stops.is_empty() { 0 } else { of_none.count() }
    }

    /// The stop at which a remark was made; nothing where that was under way, or at a place that is no stop.
    pub fn stop_of(&self, remark: &Remark) -> Option<StopId> {
        let stop = self.stops.iter().find(|stop| remark.stop.is_some() && remark.stop == stop.name);
        stop.map(|stop| stop.id)
    }

    /// The day of a gathering, if that is still to come: nothing of it can be sent until then.
    pub fn ahead(&self, today: Day) -> Option<Day> {
        self.day.filter(|day| today < *day)
    }

    /// How many remarks there are of each kind.
    pub fn kinds(&self) -> BTreeMap<Kind, usize> {
        let mut kinds = BTreeMap::new();
        self.remarks.iter().for_each(|remark| *kinds.entry(remark.kind).or_default() += 1);
        kinds
    }
}

/// The remarks that were sent, each as it was; also those that were taken back since.
fn sent(notebook: &Notebook) -> BTreeMap<RemarkId, (TextId, Kind)> {
    let as_sent = |deed: &Deed| match deed {
        Deed::Sent { remark, text, kind } => Some((*remark, (*text, *kind))),
        _ => None,
    };
    notebook.done().filter_map(as_sent).to_map()
}

impl Conflict {
    fn differs(&self) -> bool {
        let same = |one: &Said, other: &Said| match (&one.text, &other.text) {
            (Some(one), Some(other)) => one == other,
            _ => one.value == other.value,
        };
        self.says.windows(2).any(|two| !same(&two[0], &two[1]))
    }
}

impl Remark {
    /// Whether every word that is looked for stands in it, in its stop or in who said it; capitals and accents make no
    /// difference.
    pub fn has(&self, words: &str) -> bool {
        let all = [&self.text, &self.stop, &self.speaker].map(|part| plain(part.as_deref().unwrap_or_default()));
        plain(words).split_whitespace().all(|word| all.iter().any(|part| part.contains(word)))
    }
}
