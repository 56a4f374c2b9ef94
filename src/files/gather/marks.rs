//! How what was gathered stands: what does not fit what was asked, what is a test, and whose source nobody confirmed.

use super::gathered::Gathered;
use crate::domain::{
    reaction::{Header, Knows, Misfit},
    workfile::Received,
};

/// How the reactions in a gathered file stand.
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
    /// Judges every reaction in a file; one that is not whole counts nowhere.
    pub fn of(gathered: &Gathered, knows: Knows) -> Self {
        let mut marks = Self::default();
        for reaction in gathered.reactions() {
            let received = Header::of(reaction.clone()).and_then(|header| Received::new(header, knows));
            if let Ok(received) = received {
                marks.count(&received);
            }
        }
        marks.misfits.sort_by_key(|(misfit, count)| (std::cmp::Reverse(*count), misfit.code()));
        marks
    }

    /// Counts one more. A test is nothing but a test.
    pub fn count(&mut self, received: &Received) {
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
