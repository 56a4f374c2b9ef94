//! `beginspraak rehearse --placements`: folds the log of five people who placed many reactions, to measure what that costs.

use super::rehearse::peak_memory;
use crate::{
    domain::{
        id::{Id, ReactionId},
        log::{Act, Entry, EntryId, Log},
        work::{Deed, Part, deed::Spot},
    },
    files::error::Error,
    native::Outcome,
};
use std::time::Instant;

/// How many people work at the same time, and after how many acts each takes in what the others did.
const PEOPLE: [&str; 5] = ["Anna", "Bert", "Cas", "Dirk", "Els"];
const TOGETHER: u32 = 100;

/// Prints one line of JSON: seconds, and microseconds for one change more.
pub fn run(placements: u32) -> Result<Outcome, Error> {
    let entries = history(placements);
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

/// Five people, each with a log of their own, who place reactions in nine themes and meet now and then.
fn history(placements: u32) -> Vec<Entry<Deed>> {
    let mut shared: Log<Deed> = Log::default();
    let mut entries = Vec::new();
    let mut n = 0;
    while n < placements {
        let mut brought = Vec::new();
        for who in PEOPLE {
            let mut own = Vec::new();
            let mut last: Vec<EntryId> = shared.heads().collect();
            for _ in 0..TOGETHER.min(placements - n) {
                let entry = Entry { id: id(n), who: who.into(), at: 0, after: last, act: place(n) };
                last = vec![entry.id];
                own.push(entry);
                n += 1;
            }
            brought.extend(own);
        }
        shared.merge(brought.iter().cloned());
        entries.extend(brought);
    }
    entries
}

/// What one change more costs, in microseconds: the middle of many.
fn change(log: &mut Log<Deed>, from: u32) -> f64 {
    let mut times: Vec<f64> = (0..101)
        .map(|n| {
            let started = Instant::now();
            let entry = log.next(id(from + n), PEOPLE[0], 0, place(from + n));
            log.merge([entry]);
            started.elapsed().as_secs_f64() * 1e6
        })
        .collect();
    times.sort_by(f64::total_cmp);
    times[50]
}

fn id(n: u32) -> EntryId {
    // Not in the order in which they are made, as those of real entries are not.
    let mixed = u64::from(n).wrapping_mul(0x9e37_79b9_7f4a_7c15).to_be_bytes();
    let (mut bytes, number) = ([0; 12], n.to_be_bytes());
    bytes[..8].copy_from_slice(&mixed);
    bytes[8..].copy_from_slice(&number);
    EntryId::from(bytes)
}

fn place(n: u32) -> Act<Deed> {
    let mut random = [0; 10];
    random[..4].copy_from_slice(&n.to_be_bytes());
    let parts = vec![Part::whole(ReactionId::new(u64::from(n), random))];
    let theme = Id::try_from(format!("thema-{}", n % 9).as_str()).ok();
    Act::Do(vec![Deed::Place { parts, at: Some(Spot::Themes(theme.into_iter().collect())) }])
}
