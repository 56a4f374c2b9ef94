//! What finding one's own reaction back costs: bytes for each lookup, for ever more reactions.

use std::process::Command;

use serde_json::Value;

use crate::error::Error;
use crate::paths::Paths;
use crate::site;
use crate::steps::Steps;
use crate::table::{Table, grouped};

/// For how many reactions.
const REACTIONS: [u32; 3] = [10_000, 1_000_000, 10_000_000];
/// From a million reactions on, a lookup costs at most this many bytes.
const BUDGET: u64 = 40_000;

/// Prints bytes, time and memory, and fails where a lookup weighs too much, finds a stranger's code or misses an own one.
pub fn run(paths: &Paths, steps: &mut Steps) -> Result<(), Error> {
    site::native(paths, steps, true)?;
    let mut table = Table::new([
        "reactions",
        "files",
        "bytes per lookup",
        "bytes in all",
        "entries in a file",
        "seconds",
        "memory MB",
        "strangers found",
        "own found",
    ]);
    let mut over = Vec::new();
    for reactions in REACTIONS {
        let name = format!("{} reactions", grouped(u64::from(reactions)));
        let mut command = Command::new(paths.native_command(true));
        command.args(["rehearse", "--reactions", &reactions.to_string()]);
        let told: Value = serde_json::from_str(&steps.command(&name, &mut command)?).unwrap_or_default();
        let number = |key: &str| told[key].as_u64().unwrap_or_default();
        let bytes = number("bytes_per_lookup");
        if bytes == 0 || (reactions >= 1_000_000 && bytes > BUDGET) {
            over.push(format!("a lookup among {name} weighs {} of {}", grouped(bytes), grouped(BUDGET)));
        }
        table.row([
            grouped(number("reactions")),
            grouped(number("files")),
            grouped(bytes),
            grouped(number("total_bytes")),
            format!("{}–{}", told["entries"][0], told["entries"][1]),
            format!("{:.1}", told["seconds"].as_f64().unwrap_or_default()),
            grouped(number("peak_memory_kib") / 1024),
            format!("{} of {}", number("false_hits"), grouped(number("strangers"))),
            format!("{} of {}", grouped(number("found")), grouped(number("owners"))),
        ]);
    }
    println!("{table}");
    if over.is_empty() { Ok(()) } else { Err(Error::OverBudget { items: over }) }
}
