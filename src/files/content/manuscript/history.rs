//! What somebody did with a draft, step by step, without an end: all of it can be undone and done again, also another day.

use super::edit::Edit;
use serde_json::{Value, json};

/// What somebody did in one go.
#[derive(Clone, Debug, PartialEq)]
struct Step {
    /// In which field.
    field: String,
    edits: Vec<Edit>,
    /// What takes it back, in this order.
    back: Vec<Edit>,
}

/// All of it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct History {
    steps: Vec<Step>,
    /// How many of them hold.
    at: usize,
    /// Whether what is typed now in the field of the last step still belongs to that.
    open: bool,
}

impl History {
    /// Does something in a field; whether anything changed. What was undone before is not lost by it: that it was undone becomes
    /// a step, too.
    pub fn does(&mut self, root: &mut Value, field: &str, edits: Vec<Edit>) -> bool {
        let mut back: Vec<_> = edits.iter().filter_map(|edit| edit.apply(root)).collect();
        back.reverse();
        if back.is_empty() {
            return false;
        }
        for at in (self.at..self.steps.len()).rev() {
            let Step { field, edits, back } = self.steps[at].clone();
            self.steps.push(Step { field, edits: back, back: edits.into_iter().rev().collect() });
        }
        let goes_on = |last: &Step| match (&last.edits[..], &edits[..]) {
            ([Edit::Set(one, _)], [Edit::Set(other, _)]) => one == other && last.field == field,
            _ => false,
        };
        match self.steps.last_mut().filter(|last| self.open && goes_on(last)) {
            Some(last) => last.edits = edits,
            None => self.steps.push(Step { field: field.to_owned(), edits, back }),
        }
        (self.at, self.open) = (self.steps.len(), true);
        true
    }

    /// A burst of typing is over: what comes next is another step.
    pub fn pause(&mut self) {
        self.open = false;
    }

    /// Whether there is something to undo, and to do again.
    pub fn ways(&self) -> (bool, bool) {
        (self.at > 0, self.at < self.steps.len())
    }

    /// Undoes the last step; gives its field.
    pub fn undo(&mut self, root: &mut Value) -> Option<String> {
        let step = self.steps.get(self.at.checked_sub(1)?)?;
        step.back.iter().for_each(|edit| drop(edit.apply(root)));
        (self.at, self.open) = (self.at - 1, false);
        Some(step.field.clone())
    }

    /// Does the next step again; gives its field.
    pub fn redo(&mut self, root: &mut Value) -> Option<String> {
        let step = self.steps.get(self.at)?;
        step.edits.iter().for_each(|edit| drop(edit.apply(root)));
        (self.at, self.open) = (self.at + 1, false);
        Some(step.field.clone())
    }

    /// Somebody else wrote the draft anew, as it is now. That can be undone as well.
    pub fn replaced(&mut self, before: &mut Value, now: &Value) {
        self.open = false;
        if before != now {
            self.does(before, "", vec![Edit::Set(String::new(), Some(now.clone()))]);
            self.open = false;
        }
    }

    /// How many steps there are, and how many of them hold.
    pub fn reach(&self) -> (usize, usize) {
        (self.steps.len(), self.at)
    }

    /// Steps from this number on, each as a line for the device.
    pub fn lines(&self, from: usize) -> Vec<String> {
        let all = |edits: &[Edit]| edits.iter().map(Edit::to_json).collect::<Vec<_>>();
        let line = |step: &Step| json!([step.field, all(&step.edits), all(&step.back)]).to_string();
        self.steps.iter().skip(from).map(line).collect()
    }

    /// Read back. What can't be read ends it: what came before it could not be trusted to fit.
    pub fn of(lines: &[String], at: usize) -> Self {
        let step = |line: &String| {
            let json: Value = serde_json::from_str(line).ok()?;
            let all = |at: usize| json.get(at)?.as_array()?.iter().map(Edit::from_json).collect::<Option<Vec<_>>>();
            Some(Step { field: json.get(0)?.as_str()?.to_owned(), edits: all(1)?, back: all(2)? })
        };
        match lines.iter().map(step).collect::<Option<Vec<_>>>() {
            Some(steps) => Self { at: at.min(steps.len()), steps, open: false },
            None => Self::default(),
        }
    }
}
