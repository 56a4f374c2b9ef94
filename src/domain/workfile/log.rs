//! Who changed what when. Nothing leaves the log: taking something back is an entry too.

use super::{Change, Refused, Workfile, edit::Edit};
use crate::domain::{day::Day, from_json::from_json};
use serde::Serialize;

/// Who, and when.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct By {
    /// Who: a name or role.
    pub who: String,
    /// Today.
    pub day: Day,
}

/// One change.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Entry {
    /// When.
    pub day: Day,
    /// Who.
    pub who: String,
    /// What.
    pub change: Change,
    /// The steps that take it back, in order; empty once it was taken back.
    pub undo: Vec<Edit>,
}

impl Workfile {
    /// Makes a change and writes it in the log; refused, nothing changes.
    pub fn apply(&mut self, change: Change, by: By) -> Result<(), Refused> {
        let undo = if change == Change::Undo {
            let last = self.log.iter_mut().rev().find(|entry| !entry.undo.is_empty()).ok_or(Refused::NothingToUndo)?;
            for edit in std::mem::take(&mut last.undo) {
                self.perform(edit);
            }
            Vec::new()
        } else {
            let steps = self.steps(&change)?;
            let mut undo: Vec<_> = steps.into_iter().filter_map(|edit| self.perform(edit)).collect();
            undo.reverse();
            undo
        };
        self.log.push(Entry { day: by.day, who: by.who, change, undo });
        Ok(())
    }
}

from_json!(Entry { day, who, change, undo });
