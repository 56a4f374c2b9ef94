//! `beginspraak rehearse --placements`: folds the log of five people who placed many reactions, to measure what that costs.

use super::rehearse::peak_memory;
use crate::{
    domain::{
        log::{Entry, Log},
        work::{Deed, rehearsal},
    },
    files::error::Error,
    native::Outcome,
};
use std::time::Instant;

/// Prints one line of JSON: seconds, and microseconds for one change more.
pub fn run(placements: u32) -> Result<Outcome, Error> {
    let entries = rehearsal::history(placements);
    let lines: Vec<String> = entries.iter().map(Entry::line).collect();
    let bytes: usize = lines.iter().map(|line| line.len() + 1).sum();
    let started = Instant::now();
    let read: Vec<Entry<Deed>> = lines.iter().filter_map(|line| Entry::read(line.as_bytes()).ok()).collect();
    let reading = started.elapsed().as_secs_f64();
    let mut small = Log::default();
    small.merge(entries.iter().take(10).cloned());
    let started = Instant::now();
    let mut log = Log::default();
    log.merge(read);
    let folding = started.elapsed().as_secs_f64();
    let folded = log.len();
    println!(
        "{}",
        serde_json::json!({
            "placements": placements, "bytes": bytes, "read_seconds": reading, "fold_seconds": folding,
            "folded": folded, "conflicts": log.conflicts().count(),
            "change_at_10_us": change(&mut small, placements), "change_at_all_us": change(&mut log, placements),
            "peak_memory_kib": peak_memory(),
        })
    );
    Ok(if folded == lines.len() { Outcome::Clean } else { Outcome::Findings })
}

/// What one change more costs, in microseconds: the middle of many.
fn change(log: &mut Log<Deed>, from: u32) -> f64 {
    let mut times: Vec<f64> = (0..101)
        .map(|n| {
            let started = Instant::now();
            let entry = rehearsal::next(log, from + n);
            log.merge([entry]);
            started.elapsed().as_secs_f64() * 1e6
        })
        .collect();
    times.sort_by(f64::total_cmp);
    times[50]
}
