//! What a gathering comes to: the main points as they were read back, promises, what is passed on, what the village does
//! itself, what one can join, obstacles, and touchstones that showed.

use super::{
    days::{self, DayDoubt, DayFault},
    deed::Deed,
    id::{PointId, RemarkId},
    kind::Sort,
    notebook::Notebook,
    place::{Facet, Key, Value},
    words::{Words, WordsFault},
};
use crate::domain::{day::Day, id::Id, ordered::sort_by_key};

/// A point as it stands now.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Point {
    /// Its name.
    pub id: PointId,
    /// What it is about.
    pub sort: Sort,
    /// Its words; nothing where the file with them is missing.
    pub text: Option<String>,
    /// Whose it is.
    pub who: Option<String>,
    /// By when.
    pub by: Option<Day>,
    /// Which touchstone.
    pub touchstone: Option<Id>,
    /// The remarks that it was made from.
    pub from: Vec<RemarkId>,
    /// Whether who was there agreed.
    pub agreed: bool,
    /// Whether it was done.
    pub done: bool,
}

impl Point {
    /// Whether its day has passed without its being done.
    pub fn is_overdue(&self, today: Day) -> bool {
        !self.done && self.by.is_some_and(|by| by < today)
    }
}

/// The points that stand and were not erased, in the order of their sorts and then as they were made.
pub fn points(notebook: &Notebook) -> Vec<Point> {
    let log = notebook.log();
    let mut points = Vec::new();
    for (key, value, _) in log.values() {
        let Key::Point(id, Facet::Kept) = key else { continue };
        let of = |facet| Key::Point(*id, facet);
        // It may be that only putting it back is here, and not what it is.
        let (true, Some((Value::Sort(sort), made))) = (*value == Value::Flag(true), log.held(&of(Facet::Sort))) else {
            continue;
        };
        if Deed::text(log, &of(Facet::Text)).is_some_and(|text| log.erased_text(&text).is_some()) {
            continue;
        }
        let text = |facet| Deed::text(log, &of(facet)).and_then(|id| notebook.text(id)).map(str::to_owned);
        let flag = |facet| log.value(&of(facet)) == Some(&Value::Flag(true));
        let point = Point {
            id: *id,
            sort: *sort,
            text: text(Facet::Text),
            who: text(Facet::Who),
            by: if let Some(Value::Until(by)) = log.value(&of(Facet::By)) { *by } else { None },
            touchstone: match log.value(&of(Facet::Touchstone)) {
                Some(Value::Touchstone(touchstone)) => touchstone.clone(),
                _ => None,
            },
            from: match log.value(&of(Facet::From)) {
                Some(Value::Remarks(from)) => from.clone(),
                _ => Vec::new(),
            },
            agreed: flag(Facet::Agreed),
            done: flag(Facet::Done),
        };
        points.push((*sort, log.rank(made), point));
    }
    sort_by_key(&mut points, |(sort, rank, _)| (*sort, *rank));
    points.into_iter().map(|(.., point)| point).collect()
}

/// As it was typed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TypedPoint {
    /// Its words.
    pub text: String,
    /// Whose it is.
    pub who: String,
    /// By when, as a field for a day gives it.
    pub by: String,
    /// The name of a touchstone.
    pub touchstone: String,
    /// The remarks that it is made from.
    pub from: Vec<RemarkId>,
}

impl TypedPoint {
    /// Adds a remark behind what was typed already; one that is in it stays so.
    pub fn take(&mut self, remark: RemarkId, words: &str) {
        if self.from.contains(&remark) {
            return;
        }
        self.from.push(remark);
        let before = self.text.trim_end();
        self.text = if before.is_empty() { words.to_owned() } else { format!("{before} {words}") };
    }
}

/// What has to be mended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PointFault {
    /// The words.
    Text(WordsFault),
    /// Who it is, of what needs somebody.
    Who(WordsFault),
    /// The day, of what needs one.
    By(DayFault),
    /// No touchstone was chosen.
    Touchstone,
}

/// A point once it was checked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PointWords {
    /// What it is about.
    pub sort: Sort,
    /// Its words.
    pub text: Words,
    /// Whose it is.
    pub who: Option<Words>,
    /// By when.
    pub by: Option<Day>,
    /// Which touchstone.
    pub touchstone: Option<Id>,
}

impl PointWords {
    /// Checks what was typed, and names everything that is wrong. A promise needs who and by when; what is passed on needs to
    /// whom; whom to join may stay open.
    pub fn of(sort: Sort, typed: &TypedPoint) -> Result<Self, Vec<PointFault>> {
        let text = Words::of(&typed.text, Words::POINT).map_err(PointFault::Text);
        let who = match sort {
            Sort::Promise | Sort::PassOn => Words::of(&typed.who, Words::NAME).map(Some),
            Sort::Join => Words::perhaps(&typed.who),
            _ => Ok(None),
        };
        let who = who.map_err(PointFault::Who);
        let by = match sort.has_day() {
            true => days::typed(&typed.by).map(Some).map_err(PointFault::By),
            false => Ok(None),
        };
        let touchstone = match sort {
            Sort::Touchstone => Id::try_from(typed.touchstone.as_str()).map(Some).map_err(|_| PointFault::Touchstone),
            _ => Ok(None),
        };
        match (text, who, by, touchstone) {
            (Ok(text), Ok(who), Ok(by), Ok(touchstone)) => Ok(Self { sort, text, who, by, touchstone }),
            (text, who, by, touchstone) => {
                Err([text.err(), who.err(), by.err(), touchstone.err()].into_iter().flatten().collect())
            }
        }
    }

    /// What somebody is asked about before it is kept.
    pub fn doubt(&self, today: Day) -> Option<DayDoubt> {
        days::of_promise(self.by?, today)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_remark_comes_behind_what_was_typed_and_only_once() {
        let mut typed = TypedPoint { text: "Zonder bus kom je nergens. ".into(), ..TypedPoint::default() };
        let [one, other] = [1, 2].map(|n| RemarkId::from([n; 12]));
        typed.take(one, "De bus komt niet.");
        typed.take(other, "De trein ook niet.");
        typed.take(one, "De bus komt niet.");
        assert_eq!(typed.text, "Zonder bus kom je nergens. De bus komt niet. De trein ook niet.");
        assert_eq!(typed.from, [one, other]);
        let mut empty = TypedPoint::default();
        empty.take(one, "De bus komt niet.");
        assert_eq!(empty.text, "De bus komt niet.");
    }
}
