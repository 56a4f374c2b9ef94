//! How what was gathered stands: what does not fit what was asked, what is a test, and whose source nobody confirmed.

use crate::domain::{reaction::Misfit, work::Received};

/// How the reactions that were gathered stand.
#[derive(Debug, Default)]
pub struct Marks {
    /// How many do not fit, by the first cause of each; the most first.
    pub misfits: Vec<(Misfit, usize)>,
    /// How many are a test.
    pub tests: usize,
    /// How many say that they come from a gathering or from paper.
    pub unconfirmed: usize,
}

impl Marks {
    /// Of all of these.
    pub fn of<'a>(all: impl Iterator<Item = &'a Received>) -> Self {
        let mut marks = Self::default();
        all.for_each(|received| marks.count(received));
        marks.misfits.sort_by_key(|(misfit, count)| (std::cmp::Reverse(*count), misfit.code()));
        marks
    }

    /// Counts one more. A test is nothing but a test.
    fn count(&mut self, received: &Received) {
        if received.test {
            self.tests += 1;
            return;
        }
        self.unconfirmed += usize::from(!received.source.is_confirmed());
        let Some(first) = received.misfits.first() else { return };
        match self.misfits.iter_mut().find(|(misfit, _)| misfit.code() == first.code()) {
            Some((_, count)) => *count += 1,
            None => self.misfits.push((first.clone(), 1)),
        }
    }
}
