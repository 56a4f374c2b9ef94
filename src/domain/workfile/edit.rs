//! The few small steps that every change is made of. Performing one gives the step that takes it back.

use super::{Part, Placement, Telling, Theme, Workfile};
use crate::domain::{
    from_json::{FromJson, variant},
    own_json::Json,
};
use serde::Serialize;

/// A small step.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Edit {
    /// Put a theme at this place in the list.
    Insert(usize, Theme),
    /// Take away the theme at this place.
    Remove(usize),
    /// Put another theme in this place.
    Replace(usize, Theme),
    /// Put a part somewhere, or nowhere.
    Place(Part, Option<Placement>),
    /// Tell something else.
    Tell(Telling),
}

impl Workfile {
    /// Performs a step; gives the step back. A step that names no place in the list does nothing.
    pub(super) fn perform(&mut self, edit: Edit) -> Option<Edit> {
        match edit {
            Edit::Insert(at, theme) if at <= self.themes.len() => {
                self.themes.insert(at, theme);
                Some(Edit::Remove(at))
            }
            Edit::Remove(at) if at < self.themes.len() => Some(Edit::Insert(at, self.themes.remove(at))),
            Edit::Replace(at, theme) => {
                let place = self.themes.get_mut(at)?;
                Some(Edit::Replace(at, std::mem::replace(place, theme)))
            }
            Edit::Place(part, placement) => {
                let before = match placement {
                    Some(placement) => self.placements.insert(part.clone(), placement),
                    None => self.placements.remove(&part),
                };
                Some(Edit::Place(part, before))
            }
            Edit::Tell(telling) => Some(Edit::Tell(std::mem::replace(&mut self.telling, telling))),
            Edit::Insert(..) | Edit::Remove(_) => None,
        }
    }
}

impl FromJson for Edit {
    fn from_json(json: &Json) -> Option<Self> {
        match variant(json)? {
            ("insert", pair) => pairs(pair).map(|(at, theme)| Edit::Insert(at, theme)),
            ("remove", at) => FromJson::from_json(at).map(Edit::Remove),
            ("replace", pair) => pairs(pair).map(|(at, theme)| Edit::Replace(at, theme)),
            ("place", pair) => pairs(pair).map(|(part, placement)| Edit::Place(part, placement)),
            ("tell", telling) => FromJson::from_json(telling).map(Edit::Tell),
            _ => None,
        }
    }
}

fn pairs<A: FromJson, B: FromJson>(json: &Json) -> Option<(A, B)> {
    match json.list()? {
        [a, b] => Some((A::from_json(a)?, B::from_json(b)?)),
        _ => None,
    }
}
