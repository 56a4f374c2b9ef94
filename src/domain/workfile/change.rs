//! What somebody can do with a workfile, and why it may be refused.

use super::{Part, Placement, Telling, Theme, WorkQuote, Workfile, edit::Edit};
use crate::domain::{
    day::Day,
    feedback::{
        Landing, LandingFault,
        balance::{SetAside, SetAsideReason},
    },
    from_json::{FromJson, variant},
    id::Id,
    language::Localised,
    own_json::Json,
};
use serde::Serialize;

/// A change.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Change {
    /// A new theme, at the end of the list.
    AddTheme { id: Id, title: Localised, summary: Localised },
    /// Another title and summary.
    ReviseTheme { id: Id, title: Localised, summary: Localised },
    /// A theme goes; what was only in it has no place any more.
    RemoveTheme { id: Id },
    /// These parts belong to these themes, and to no others.
    Assign { parts: Vec<Part>, themes: Vec<Id> },
    /// These parts get no theme.
    SetAside { parts: Vec<Part>, why: SetAside },
    /// These parts will be read by this day.
    Postpone { parts: Vec<Part>, by: Day },
    /// These parts have no place any more.
    Unplace { parts: Vec<Part> },
    /// These parts of a theme become a theme of their own, behind it.
    Split { theme: Id, into: Id, title: Localised, summary: Localised, parts: Vec<Part> },
    /// All of one theme, its quotes too, goes to another.
    Merge { from: Id, into: Id },
    /// Where a theme landed.
    Land { theme: Id, landings: Vec<Landing> },
    /// What is quoted in a theme.
    Quote { theme: Id, quotes: Vec<WorkQuote> },
    /// What was learned, what comes next, what changed.
    Tell(Telling),
    /// Take back the last change that was not taken back yet.
    Undo,
}

/// Why a change is refused.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refused {
    /// There is no such theme.
    UnknownTheme(Id),
    /// There is a theme with this id already.
    ThemeExists(Id),
    /// There is no such reaction, or it does not answer this question.
    UnknownPart(Part),
    /// This part is not in that theme.
    NotInTheme(Part),
    /// It has a place already, as a whole or by answers.
    PlacedTwice(Part),
    /// No theme is named.
    NoThemes,
    /// A theme can't be merged with itself.
    SameTheme(Id),
    /// This landing does not fit.
    Landing(usize, LandingFault),
    /// "Another reason" without that reason.
    ReasonWithoutNote,
    /// Everything was taken back.
    NothingToUndo,
}

impl Workfile {
    fn theme_at(&self, id: &Id) -> Result<usize, Refused> {
        let at = self.themes.iter().position(|theme| theme.id == *id);
        at.ok_or_else(|| Refused::UnknownTheme(id.clone()))
    }

    fn new_theme(&self, id: &Id) -> Result<(), Refused> {
        if self.theme_at(id).is_ok() { Err(Refused::ThemeExists(id.clone())) } else { Ok(()) }
    }

    /// Whether there is such a part.
    pub(super) fn check_part(&self, part: &Part) -> Result<(), Refused> {
        let there = self
            .reactions
            .get(&part.reaction)
            .is_some_and(|reaction| part.question.as_ref().is_none_or(|question| reaction.answer(question).is_some()));
        if there { Ok(()) } else { Err(Refused::UnknownPart(part.clone())) }
    }

    /// Whether something can be put there.
    pub(super) fn check_placement(&self, placement: &Placement) -> Result<(), Refused> {
        match placement {
            Placement::Themes(themes) if themes.is_empty() => Err(Refused::NoThemes),
            Placement::Themes(themes) => themes.iter().try_for_each(|id| self.theme_at(id).map(|_| ())),
            Placement::SetAside(SetAside { reason: SetAsideReason::Other, note: None }) => {
                Err(Refused::ReasonWithoutNote)
            }
            Placement::SetAside(_) | Placement::Later(_) => Ok(()),
        }
    }

    /// The steps that a change is made of.
    pub(super) fn steps(&self, change: &Change) -> Result<Vec<Edit>, Refused> {
        match change {
            Change::AddTheme { id, title, summary } => {
                self.new_theme(id)?;
                Ok(vec![Edit::Insert(self.themes.len(), Theme::new(id.clone(), title.clone(), summary.clone()))])
            }
            Change::ReviseTheme { id, title, summary } => self.revise(id, |theme| {
                theme.title = title.clone();
                theme.summary = summary.clone();
            }),
            Change::RemoveTheme { id } => {
                let at = self.theme_at(id)?;
                Ok(self.without(id, None).chain([Edit::Remove(at)]).collect())
            }
            Change::Assign { parts, themes } => {
                let mut once: Vec<Id> = Vec::new();
                for id in themes {
                    if !once.contains(id) {
                        once.push(id.clone());
                    }
                }
                self.put(parts, Some(&Placement::Themes(once)))
            }
            Change::SetAside { parts, why } => self.put(parts, Some(&Placement::SetAside(why.clone()))),
            Change::Postpone { parts, by } => self.put(parts, Some(&Placement::Later(*by))),
            Change::Unplace { parts } => self.put(parts, None),
            Change::Split { theme, into, title, summary, parts } => self.split(theme, into, (title, summary), parts),
            Change::Merge { from, into } => self.merge(from, into),
            Change::Land { theme, landings } => {
                for (at, landing) in landings.iter().enumerate() {
                    landing.check().map_err(|fault| Refused::Landing(at, fault))?;
                }
                self.revise(theme, |theme| theme.landings = landings.clone())
            }
            Change::Quote { theme, quotes } => self.revise(theme, |theme| theme.quotes = quotes.clone()),
            Change::Tell(telling) => Ok(vec![Edit::Tell(telling.clone())]),
            Change::Undo => Err(Refused::NothingToUndo),
        }
    }

    fn revise(&self, id: &Id, revise: impl FnOnce(&mut Theme)) -> Result<Vec<Edit>, Refused> {
        let at = self.theme_at(id)?;
        let mut theme = self.themes[at].clone();
        revise(&mut theme);
        Ok(vec![Edit::Replace(at, theme)])
    }

    /// Puts parts somewhere, or nowhere; what stands in the way loses its place.
    fn put(&self, parts: &[Part], placement: Option<&Placement>) -> Result<Vec<Edit>, Refused> {
        placement.map_or(Ok(()), |placement| self.check_placement(placement))?;
        let mut steps = Vec::new();
        for part in parts {
            self.check_part(part)?;
            if placement.is_some() {
                steps.extend(self.overlapping(part).map(|other| Edit::Place(other.clone(), None)));
                // Named in the same breath: the last one wins, as it would one by one.
                let rival = |step: &Edit| {
                    matches!(step, Edit::Place(other, Some(_))
                    if other.reaction == part.reaction && other.question.is_some() != part.question.is_some())
                };
                steps.retain(|step| !rival(step));
            }
            steps.push(Edit::Place(part.clone(), placement.cloned()));
        }
        Ok(steps)
    }

    /// The steps that take a theme out of every placement, perhaps with another in its stead.
    fn without<'a>(&'a self, id: &'a Id, instead: Option<&'a Id>) -> impl Iterator<Item = Edit> + 'a {
        self.placements.iter().filter_map(move |(part, placement)| match placement {
            Placement::Themes(themes) if themes.contains(id) => {
                let mut rest: Vec<Id> = Vec::new();
                for theme in themes.iter().filter_map(|theme| if theme == id { instead } else { Some(theme) }) {
                    if !rest.contains(theme) {
                        rest.push(theme.clone());
                    }
                }
                Some(Edit::Place(part.clone(), (!rest.is_empty()).then_some(Placement::Themes(rest))))
            }
            _ => None,
        })
    }

    fn split(
        &self,
        theme: &Id,
        into: &Id,
        (title, summary): (&Localised, &Localised),
        parts: &[Part],
    ) -> Result<Vec<Edit>, Refused> {
        let at = self.theme_at(theme)?;
        self.new_theme(into)?;
        let mut steps = vec![Edit::Insert(at + 1, Theme::new(into.clone(), title.clone(), summary.clone()))];
        for part in parts {
            match self.placements.get(part) {
                Some(Placement::Themes(themes)) if themes.contains(theme) => {
                    let moved = themes.iter().map(|id| if id == theme { into } else { id }.clone()).collect();
                    steps.push(Edit::Place(part.clone(), Some(Placement::Themes(moved))));
                }
                _ => return Err(Refused::NotInTheme(part.clone())),
            }
        }
        Ok(steps)
    }

    fn merge(&self, from: &Id, into: &Id) -> Result<Vec<Edit>, Refused> {
        let (old, new) = (self.theme_at(from)?, self.theme_at(into)?);
        if old == new {
            return Err(Refused::SameTheme(into.clone()));
        }
        let mut joined = self.themes[new].clone();
        joined.quotes.extend(self.themes[old].quotes.iter().cloned());
        Ok(self.without(from, Some(into)).chain([Edit::Replace(new, joined), Edit::Remove(old)]).collect())
    }
}

impl FromJson for Change {
    fn from_json(json: &Json) -> Option<Self> {
        if json.text() == Some("undo") {
            return Some(Change::Undo);
        }
        let (name, o) = variant(json)?;
        fn of<T: FromJson>(o: &Json, key: &str) -> Option<T> {
            T::from_json(o.get(key))
        }
        Some(match name {
            "add_theme" => Change::AddTheme { id: of(o, "id")?, title: of(o, "title")?, summary: of(o, "summary")? },
            "revise_theme" => {
                Change::ReviseTheme { id: of(o, "id")?, title: of(o, "title")?, summary: of(o, "summary")? }
            }
            "remove_theme" => Change::RemoveTheme { id: of(o, "id")? },
            "assign" => Change::Assign { parts: of(o, "parts")?, themes: of(o, "themes")? },
            "set_aside" => Change::SetAside { parts: of(o, "parts")?, why: of(o, "why")? },
            "postpone" => Change::Postpone { parts: of(o, "parts")?, by: of(o, "by")? },
            "unplace" => Change::Unplace { parts: of(o, "parts")? },
            "split" => Change::Split {
                theme: of(o, "theme")?,
                into: of(o, "into")?,
                title: of(o, "title")?,
                summary: of(o, "summary")?,
                parts: of(o, "parts")?,
            },
            "merge" => Change::Merge { from: of(o, "from")?, into: of(o, "into")? },
            "land" => Change::Land { theme: of(o, "theme")?, landings: of(o, "landings")? },
            "quote" => Change::Quote { theme: of(o, "theme")?, quotes: of(o, "quotes")? },
            "tell" => Change::Tell(FromJson::from_json(o)?),
            _ => return None,
        })
    }
}
