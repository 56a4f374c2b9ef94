//! How what was gathered stands: what does not fit what was asked, what is a test, and whose source nobody confirmed.

use crate::domain::{
    feedback::Origin,
    reaction::Misfit,
    work::{Received, Verdict},
};

/// How the reactions that were gathered stand.
#[derive(Debug, Default)]
pub struct Marks {
    /// How many do not fit, by the first cause of each; the most first.
    pub misfits: Vec<(Misfit, usize)>,
    /// How many are a test.
    pub tests: usize,
    /// How many say that they come from a gathering or from paper, and nobody confirmed it.
    pub unconfirmed: usize,
    /// How many come from a gathering that was not accepted.
    pub refused: usize,
}

impl Marks {
    /// Of all of these, each with where it belongs.
    pub fn of<'a>(all: impl Iterator<Item = (&'a Received, Verdict)>) -> Self {
        let mut marks = Self::default();
        all.for_each(|(received, verdict)| marks.count(received, verdict));
        marks.misfits.sort_by_key(|(misfit, count)| (std::cmp::Reverse(*count), misfit.code()));
        marks
    }

    /// Counts one more. A test is nothing but a test.
    fn count(&mut self, received: &Received, verdict: Verdict) {
        if received.test {
            self.tests += 1;
            return;
        }
        self.unconfirmed += usize::from(verdict == Verdict::Counts(Origin::Unconfirmed));
        self.refused += usize::from(verdict == Verdict::Refused);
        let Some(first) = received.misfits.first() else { return };
        match self.misfits.iter_mut().find(|(misfit, _)| misfit.code() == first.code()) {
            Some((_, count)) => *count += 1,
            None => self.misfits.push((first.clone(), 1)),
        }
    }
}
