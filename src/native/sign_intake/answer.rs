//! What stands in the headers of a bucket's answer.

use crate::domain::bucket::Answer;
use jiff::{SignedDuration, Timestamp, fmt::rfc2822};
use ureq::http::HeaderMap;

/// More than this, and servers refuse what was signed.
const APART: SignedDuration = SignedDuration::from_mins(5);

/// An answer with these headers, that came now.
pub fn answer(headers: &HeaderMap) -> Answer {
    let header = |name: &str| headers.get(name).and_then(|value| value.to_str().ok());
    let ahead = header("date").and_then(|date| minutes_ahead(date, Timestamp::now()));
    Answer { ahead, region: header("x-amz-bucket-region").map(str::to_owned), ..Answer::default() }
}

/// By how many minutes this machine's clock is ahead of what a server's header says, when that matters.
fn minutes_ahead(date: &str, now: Timestamp) -> Option<i64> {
    let theirs = rfc2822::DateTimeParser::new().parse_timestamp(date).ok()?;
    let ahead = now.duration_since(theirs);
    (ahead.abs() > APART).then(|| ahead.as_mins())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_clock_that_is_minutes_off_is_told_and_no_other() {
        let now: Timestamp = "2026-11-26T15:00:00Z".parse().unwrap();
        assert_eq!(minutes_ahead("Thu, 26 Nov 2026 15:01:00 GMT", now), None);
        assert_eq!(minutes_ahead("Thu, 26 Nov 2026 15:40:00 GMT", now), Some(-40));
        assert_eq!(minutes_ahead("Thu, 26 Nov 2026 13:00:00 GMT", now), Some(120));
        assert_eq!(minutes_ahead("gisteren", now), None);
    }
}
