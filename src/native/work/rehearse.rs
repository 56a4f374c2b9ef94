//! `beginspraak rehearse`: lookup files for invented reactions, to measure what they weigh and that they find.

use crate::{
    domain::{
        day::Day,
        feedback::{BySource, LandingStatus, Origin},
        id::Id,
        language::Localised,
        receipt::{Receipt, Tag},
        signpost::{SignLanding, SignTheme, SignWay, Signpost},
        trace::{self, Index, Outcome, shard::Trace},
    },
    files::error::Error,
    native::mixed::Mixed,
    native::{Outcome as Ended, cli::RehearseArgs},
};
use std::{collections::BTreeMap, fs, time::Instant};

/// How many codes are tried that belong to nobody, and how many that belong to somebody.
const TRIED: u32 = 1_000_000;

/// Prints one line of JSON.
pub fn run(args: &RehearseArgs) -> Result<Ended, Error> {
    if let Some(placements) = args.placements {
        return super::rehearse_log::run(placements);
    }
    let started = Instant::now();
    let mut random = Random(Mixed::of(0x5eed));
    let tags: Vec<Tag> = (0..args.reactions).map(|_| random.tag()).collect();
    let made = Instant::now();
    let outcomes: Vec<_> = (0..9).map(|theme| Outcome { themes: vec![theme], ..Outcome::default() }).collect();
    let entries = tags.iter().enumerate().map(|(at, tag)| (tag.clone(), at % 9));
    let (Ok(slug), Ok(day)) = (Id::try_from("repetitie"), Day::new(2026, 11, 22)) else {
        return Ok(Ended::Findings);
    };
    let Ok(trace) = Trace::new((slug.clone(), 1, day), outcomes, signpost(args.reactions), entries) else {
        return Ok(Ended::Findings);
    };
    let (mut files, mut total, mut largest, mut smallest) = (0u32, 0, 0, usize::MAX);
    for (_, file) in trace.files() {
        files += 1;
        total += file.len();
        largest = largest.max(file.len());
        smallest = smallest.min(file.len());
    }
    let seconds = made.elapsed().as_secs_f64();
    let strangers: Vec<Tag> = (0..TRIED).map(|_| Receipt::new(random.bytes()).tag(&slug)).collect();
    let step = (tags.len() / TRIED as usize).max(1);
    let owners: Vec<&Tag> = tags.iter().step_by(step).collect();
    let hits = found(&trace, &slug, strangers.iter());
    let finds = found(&trace, &slug, owners.iter().copied());
    let (least, most) = trace.entries();
    println!(
        "{}",
        serde_json::json!({
            "reactions": args.reactions, "files": files, "bits": trace.bits(), "bytes_per_lookup": largest,
            "equal": largest == smallest, "total_bytes": total, "entries": [least, most], "seconds": seconds,
            "peak_memory_kib": peak_memory(), "strangers": strangers.len(), "false_hits": hits,
            "owners": owners.len(), "found": finds, "all_seconds": started.elapsed().as_secs_f64(),
        })
    );
    Ok(if hits == 0 && finds == owners.len() && largest == smallest { Ended::Clean } else { Ended::Findings })
}

/// How many of these tags are found, each in the file that it names.
fn found<'a>(trace: &Trace, slug: &Id, tags: impl Iterator<Item = &'a Tag>) -> usize {
    let mut asked: BTreeMap<String, Vec<&Tag>> = BTreeMap::new();
    for tag in tags {
        let path = trace::path("", slug, trace.bits(), tag);
        let name = path.rsplit('/').next().unwrap_or_default().to_owned();
        asked.entry(name).or_default().push(tag);
    }
    let of_file = |(name, file): (String, Vec<u8>)| {
        let Some((index, records)) = Index::read(&file) else { return 0 };
        let tags = asked.get(&name).map(Vec::as_slice).unwrap_or_default();
        tags.iter().filter(|tag| index.find(records, tag).is_some()).count()
    };
    trace.files().map(of_file).sum()
}

/// A signpost of nine themes, with texts as long as they may be.
fn signpost(reactions: u32) -> Signpost {
    let text = |length: usize| {
        Localised::Each([("nl", "e"), ("en", "n")].map(|(code, c)| (code.to_owned(), c.repeat(length))).into())
    };
    let landing = || SignLanding { status: LandingStatus::Adopted, what: text(60), with: text(40) };
    let themes = (0..9).filter_map(|n| {
        let id = Id::try_from(format!("thema-{n}").as_str()).ok()?;
        Some(SignTheme { id, title: text(32), count: reactions / 9, landings: vec![landing()] })
    });
    let ways = (0..9).map(|theme| SignWay { source: Origin::Resident, themes: vec![theme], count: reactions / 9 });
    Signpost {
        received: BySource { resident: reactions, ..BySource::default() },
        themes: themes.collect(),
        ways: ways.collect(),
        set_aside: 0,
        pending: 0,
    }
}

/// The most memory this process had, where the system tells.
pub(super) fn peak_memory() -> Option<u64> {
    let status = fs::read_to_string("/proc/self/status").ok()?;
    status.lines().find_map(|line| line.strip_prefix("VmHWM:")?.trim().strip_suffix("kB")?.trim().parse().ok())
}

struct Random(Mixed);

impl Random {
    fn next(&mut self) -> u64 {
        self.0.number()
    }

    fn bytes(&mut self) -> [u8; 10] {
        let (a, b) = (self.next().to_be_bytes(), self.next().to_be_bytes());
        std::array::from_fn(|at| if at < 8 { a[at] } else { b[at - 8] })
    }

    fn tag(&mut self) -> Tag {
        Tag::from(self.bytes())
    }
}
