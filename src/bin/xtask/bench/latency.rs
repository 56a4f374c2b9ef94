//! How long answers took: the middle one, the slow ones and the slowest.

use std::fmt;
use std::time::Duration;

/// Waiting times, in order.
pub struct Latencies(Vec<Duration>);

impl Latencies {
    /// Puts the times in order.
    pub fn new(mut times: Vec<Duration>) -> Latencies {
        times.sort_unstable();
        Latencies(times)
    }

    /// The time within which this share of the answers came, by nearest rank.
    pub fn within(&self, percent: usize) -> Duration {
        let rank = (self.0.len() * percent).div_ceil(100).max(1);
        self.0.get(rank - 1).copied().unwrap_or_default()
    }
}

impl fmt::Display for Latencies {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let ms = |percent| self.within(percent).as_secs_f64() * 1000.0;
        let (half, most, all) = (ms(50), ms(99), ms(100));
        write!(f, "p50 {half:.1} ms, p99 {most:.1} ms, max {all:.1} ms")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn percentiles_are_times_that_really_occurred() {
        let times = (1..=100).rev().map(Duration::from_millis).collect();
        let latencies = Latencies::new(times);
        let ms = [1, 50, 99, 100].map(|percent| latencies.within(percent).as_millis());
        assert_eq!(ms, [1, 50, 99, 100]);
    }

    #[test]
    fn no_answers_have_no_times() {
        let line = Latencies::new(Vec::new()).to_string();
        assert_eq!(line, "p50 0.0 ms, p99 0.0 ms, max 0.0 ms");
    }
}
