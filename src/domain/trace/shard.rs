//! Making lookup files: one that everybody downloads whole, or 2ⁿ shards of equal length with enough entries in each.

use super::{FORMAT, Index, Outcome, RECORD, file_name, prefix};
use crate::domain::{day::Day, id::Id, receipt::Tag, signpost::Signpost};

/// Up to this many bytes there is one file: then the host learns nothing at all.
pub const WHOLE: usize = 250_000;
/// The fewest entries of a shard: among so many a request can't be told apart.
pub const CROWD: usize = 900;
/// More shards than 2 to this power are never made.
const MOST_BITS: u32 = 20;
/// No outcome: fills a shard up to the length of the longest.
const NOTHING: [u8; RECORD] = [0xff; RECORD];

/// Why there are no lookup files.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TraceFault {
    /// There are more different outcomes than a record can point at.
    TooManyOutcomes,
}

/// Everything that can be looked up in one consultation.
#[derive(Clone, Debug)]
pub struct Trace {
    index: Index,
    records: Vec<[u8; RECORD]>,
    /// Where each shard's records begin, and where the last one's end.
    starts: Vec<usize>,
    /// How many records each shard is filled up to.
    length: usize,
}

impl Trace {
    /// Sorts entries (a tag, and the place of its outcome in `outcomes`) into shards.
    pub fn new(
        (slug, version, published): (Id, u32, Day),
        outcomes: Vec<Outcome>,
        signpost: Signpost,
        entries: impl IntoIterator<Item = (Tag, usize)>,
    ) -> Result<Self, TraceFault> {
        if outcomes.len() >= usize::from(u16::MAX) {
            return Err(TraceFault::TooManyOutcomes);
        }
        let record = |(tag, outcome): (Tag, usize)| {
            let mut record = NOTHING;
            record[..10].copy_from_slice(&tag.bytes());
            record[10..].copy_from_slice(&(outcome as u16).to_be_bytes());
            record
        };
        let mut records: Vec<_> = entries.into_iter().map(record).collect();
        records.sort_unstable();
        let mut index = Index { format: FORMAT.into(), slug, version, published, bits: 0, outcomes, signpost };
        let whole = head(&index).len() + records.len() * RECORD <= WHOLE;
        index.bits = if whole { 0 } else { bits(&records) };
        let starts = starts(&records, index.bits);
        let length = starts.windows(2).map(|pair| pair[1] - pair[0]).max().unwrap_or(0);
        Ok(Self { index, records, starts, length })
    }

    /// By how many bits of a tag its file is picked.
    pub fn bits(&self) -> u32 {
        self.index.bits
    }

    /// Each file's name and bytes; all have the same length.
    pub fn files(&self) -> impl Iterator<Item = (String, Vec<u8>)> + '_ {
        let head = head(&self.index);
        self.starts.windows(2).enumerate().map(move |(shard, range)| {
            let mut file = Vec::with_capacity(head.len() + self.length * RECORD);
            file.extend_from_slice(&head);
            file.extend_from_slice(self.records[range[0]..range[1]].as_flattened());
            file.resize(head.len() + self.length * RECORD, NOTHING[0]);
            (file_name(self.index.bits, shard as u32), file)
        })
    }

    /// How many entries the emptiest and the fullest file hold.
    pub fn entries(&self) -> (usize, usize) {
        let sizes = || self.starts.windows(2).map(|pair| pair[1] - pair[0]);
        (sizes().min().unwrap_or(0), sizes().max().unwrap_or(0))
    }
}

fn head(index: &Index) -> Vec<u8> {
    let text = serde_json::to_string(index);
    debug_assert!(text.is_ok(), "strings, numbers and lists always have JSON");
    let mut head = text.unwrap_or_default().into_bytes();
    head.push(b'\n');
    head
}

/// As many bits as leave a crowd in every shard.
fn bits(records: &[[u8; RECORD]]) -> u32 {
    let crowded = |bits: &u32| starts(records, *bits).windows(2).all(|pair| pair[1] - pair[0] >= CROWD);
    (1..=MOST_BITS).take_while(crowded).last().unwrap_or(0)
}

/// Where the records of each shard begin, and where the last one's end.
fn starts(records: &[[u8; RECORD]], bits: u32) -> Vec<usize> {
    let tag = |record: &[u8; RECORD]| -> [u8; 10] { std::array::from_fn(|at| record[at]) };
    (0..=1u32 << bits).map(|shard| records.partition_point(|record| prefix(bits, &tag(record)) < shard)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{receipt::Receipt, signpost::tests::signpost, trace};

    fn slug() -> Id {
        Id::try_from("dorp").unwrap()
    }

    fn receipt(n: u32) -> Receipt {
        let hash = crate::domain::digest::sha256(&n.to_be_bytes());
        let bytes = hash.as_bytes();
        Receipt::new(std::array::from_fn(|at| bytes[at * 2].wrapping_mul(31) ^ bytes[at * 2 + 1]))
    }

    fn trace_of(count: u32) -> Trace {
        let outcomes =
            vec![Outcome { themes: vec![0], ..Outcome::default() }, Outcome { themes: vec![1], ..Outcome::default() }];
        let entries = (0..count).map(|n| (receipt(n).tag(&slug()), (n % 2) as usize));
        Trace::new((slug(), 3, Day::new(2026, 11, 22).unwrap()), outcomes, signpost(), entries).unwrap()
    }

    fn look_up(files: &[(String, Vec<u8>)], bits: u32, receipt: &Receipt) -> Option<Outcome> {
        let tag = receipt.tag(&slug());
        let path = trace::path("/", &slug(), bits, &tag);
        let name = path.strip_prefix("/content/trace/dorp/").unwrap();
        let (_, file) = files.iter().find(|(file, _)| file == name).unwrap();
        let (index, records) = Index::read(file).unwrap();
        index.find(records, &tag).cloned()
    }

    #[test]
    fn few_reactions_are_in_one_file_that_tells_nothing() {
        let trace = trace_of(300);
        let files: Vec<_> = trace.files().collect();
        assert_eq!((trace.bits(), files.len()), (0, 1));
        assert!((0..300).all(|n| look_up(&files, 0, &receipt(n)).unwrap().themes == [(n % 2) as usize]));
        assert!((300..600).all(|n| look_up(&files, 0, &receipt(n)).is_none()));
    }

    #[test]
    fn many_reactions_are_in_equal_shards_with_a_crowd_in_each() {
        let trace = trace_of(30_000);
        let files: Vec<_> = trace.files().collect();
        assert_eq!(files.len(), 1 << trace.bits());
        assert!(trace.bits() >= 4, "{}", trace.bits());
        assert!(files.iter().all(|(_, file)| file.len() == files[0].1.len()));
        assert!(trace.entries().0 >= CROWD);
        assert!((0..30_000).step_by(7).all(|n| look_up(&files, trace.bits(), &receipt(n)).is_some()));
        assert!((30_000..40_000).all(|n| look_up(&files, trace.bits(), &receipt(n)).is_none()));
    }

    #[test]
    fn the_order_tells_nothing_about_arrival() {
        let entries = |turn: u32| (0..500).map(move |n| (receipt((n + turn) % 500).tag(&slug()), 0));
        let trace = |turn| {
            let when = (slug(), 1, Day::new(2026, 11, 22).unwrap());
            Trace::new(when, vec![Outcome::default()], signpost(), entries(turn)).unwrap().files().collect::<Vec<_>>()
        };
        assert_eq!(trace(0), trace(123));
    }

    #[test]
    fn what_is_no_lookup_file_is_not_read() {
        for file in [&b""[..], b"{}\n", b"<!doctype html>\n<p>log in", b"\xff\xfe\n"] {
            assert!(Index::read(file).is_none());
        }
    }
}
