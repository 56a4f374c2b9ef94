//! What the log may know: how many answers of which status. No address, body or text ever gets here.

use axum::http::StatusCode;
use std::{
    collections::BTreeMap,
    fmt::Write,
    sync::{Mutex, PoisonError},
};

/// Counts since the last line in the log.
#[derive(Default)]
pub struct Tally(Mutex<BTreeMap<StatusCode, u64>>);

impl Tally {
    /// Counts an answer.
    pub fn count(&self, status: StatusCode) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner).entry(status).or_default() += 1;
    }

    /// The counts as text, and starts anew; `None` when nothing happened.
    pub fn line(&self) -> Option<String> {
        let counts = std::mem::take(&mut *self.0.lock().unwrap_or_else(PoisonError::into_inner));
        let mut line = String::from("60 s:");
        for (status, count) in &counts {
            // Writing to a string can't fail.
            let _ = write!(line, " {}×{count}", status.as_u16());
        }
        (!counts.is_empty()).then_some(line)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_quiet_minute_gives_no_line() {
        let tally = Tally::default();
        tally.count(StatusCode::CREATED);
        tally.count(StatusCode::CREATED);
        tally.count(StatusCode::OK);
        assert_eq!(tally.line().as_deref(), Some("60 s: 200×1 201×2"));
        assert_eq!(tally.line(), None);
    }
}
