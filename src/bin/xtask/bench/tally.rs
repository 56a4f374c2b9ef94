//! What comes of many clients that post at the same time, and whether everything acknowledged was kept exactly once.

use std::collections::{BTreeMap, HashMap};
use std::fs;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use serde_json::Value;

use super::latency::Latencies;
use crate::error::Error;
use crate::table::grouped;

/// How hard and how long to push.
#[derive(clap::Args)]
pub struct Load {
    /// How long to post reactions
    #[arg(long, value_name = "N", default_value_t = 10, value_parser = clap::value_parser!(u64).range(1..))]
    pub seconds: u64,
    /// How many connections post at the same time
    #[arg(long, value_name = "N", default_value_t = 64, value_parser = clap::value_parser!(u8).range(1..=250))]
    pub connections: u8,
}

impl Default for Load {
    fn default() -> Load {
        Load { seconds: 10, connections: 64 }
    }
}

/// What came of all posts.
#[derive(Default)]
pub struct Tally {
    /// The ids of what was acknowledged.
    accepted: Vec<String>,
    /// How long each of those took.
    times: Vec<Duration>,
    /// Why others were not, and how often.
    refused: BTreeMap<String, u64>,
    /// How long all took together.
    took: Duration,
}

impl Tally {
    /// Lets clients, each with its number, post until it is time; puts together what came of it.
    pub fn of<F>(load: &Load, client: impl Fn(u8, Instant) -> F) -> Result<Tally, Error>
    where
        F: Future<Output = Tally> + Send + 'static,
    {
        let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build();
        let runtime = runtime.map_err(Error::io("start clients for", Path::new("the bench")))?;
        runtime.block_on(async {
            let started = Instant::now();
            let until = started + Duration::from_secs(load.seconds);
            let clients = (1..=load.connections).map(|number| tokio::spawn(client(number, until)));
            let mut all = Tally::default();
            for client in clients.collect::<Vec<_>>() {
                let Ok(one) = client.await else { continue };
                all.accepted.extend(one.accepted);
                all.times.extend(one.times);
                for (why, count) in one.refused {
                    *all.refused.entry(why).or_default() += count;
                }
            }
            all.took = started.elapsed();
            if all.accepted.is_empty() {
                let reasons: Vec<_> = all.refused.keys().cloned().collect();
                return Err(Error::Unusable {
                    what: format!("Nothing was accepted: {}", reasons.join("; ")),
                    remedy: "See bench/reaction.rs for what is posted.".to_owned(),
                });
            }
            Ok(all)
        })
    }

    /// Notes that a reaction was acknowledged, so long after it was asked.
    pub fn accept(&mut self, id: String, asked: Instant) {
        self.times.push(asked.elapsed());
        self.accepted.push(id);
    }

    /// Notes why one was not.
    pub fn refuse(&mut self, why: String) {
        *self.refused.entry(why).or_default() += 1;
    }

    /// How many were acknowledged in a second.
    pub fn rate(&self) -> f64 {
        self.accepted.len() as f64 / self.took.as_secs_f64()
    }

    /// Prints what was answered.
    pub fn print(&self) {
        println!(
            "accepted: {} per second ({} in all)",
            grouped(self.rate() as u64),
            grouped(self.accepted.len() as u64)
        );
        println!("answers: {}", Latencies::new(self.times.clone()));
        for (why, count) in &self.refused {
            println!("not accepted: {} × {why}", grouped(*count));
        }
    }

    /// Prints whether everything acknowledged is among what was `kept`, once; else fails.
    pub fn settle(&self, place: &str, kept: &HashMap<String, u32>) -> Result<(), Error> {
        let count = |wrong: fn(u32) -> bool| {
            self.accepted.iter().filter(|id| wrong(kept.get(*id).copied().unwrap_or(0))).count()
        };
        let (lost, doubled) = (count(|times| times == 0), count(|times| times > 1));
        println!("{place}: {lost} lost, {doubled} doubled");
        if lost + doubled > 0 { Err(Error::Unfaithful { lost, doubled }) } else { Ok(()) }
    }
}

/// How often each id is in a work folder.
pub fn gathered(folder: &Path) -> Result<HashMap<String, u32>, Error> {
    let mut counts = HashMap::new();
    let work = folder.join("work");
    for consultation in read_dir(&work)? {
        for file in read_dir(&consultation)?.into_iter().filter(|path| path.is_file()) {
            let text = fs::read_to_string(&file).map_err(Error::io("read", &file))?;
            count_ids(&text, &mut counts);
        }
    }
    Ok(counts)
}

fn read_dir(dir: &Path) -> Result<Vec<PathBuf>, Error> {
    let entries: Result<Vec<_>, _> = fs::read_dir(dir).and_then(Iterator::collect);
    Ok(entries.map_err(Error::io("read", dir))?.into_iter().map(|entry| entry.path()).collect())
}

/// Counts the reactions in lines, by id.
fn count_ids(text: &str, counts: &mut HashMap<String, u32>) {
    for line in text.lines() {
        let json = serde_json::from_str::<Value>(line).unwrap_or_default();
        if let Some(id) = json["reaction"]["id"].as_str() {
            *counts.entry(id.to_owned()).or_default() += 1;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reactions_are_counted_by_line_and_what_else_stands_there_is_not() {
        let line = |id: &str| {
            format!("{{\"format\":\"x\",\"reaction\":{{\"id\":\"{id}\",\"answers\":[{{\"id\":\"x\"}}]}}}}\n")
        };
        let mut counts = HashMap::new();
        count_ids(&(line("a") + &line("b") + "{\"id\":\"a\"}\nhalf{\n" + &line("a")), &mut counts);
        assert_eq!(counts, HashMap::from([("a".to_owned(), 2), ("b".to_owned(), 1)]));
    }

    #[test]
    fn whatever_was_acknowledged_must_be_kept_exactly_once() {
        let mut tally = Tally::default();
        for id in ["a", "b", "c"] {
            tally.accept(id.to_owned(), Instant::now());
        }
        let kept = |counts: [(&str, u32); 3]| HashMap::from(counts.map(|(id, times)| (id.to_owned(), times)));
        assert!(tally.settle("here", &kept([("a", 1), ("b", 1), ("c", 1)])).is_ok());
        let wrong = tally.settle("here", &kept([("a", 2), ("b", 1), ("d", 1)]));
        assert!(matches!(wrong, Err(Error::Unfaithful { lost: 1, doubled: 1 })));
    }
}
