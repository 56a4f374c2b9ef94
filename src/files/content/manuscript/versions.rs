//! Versions of what is written: how it stood when it was made ready, kept in a file, or put together with what a colleague wrote.
//! Each is a file with the whole text, named by its time and its sum, so the same version of two people has one sum; from there they
//! went different ways.

use super::matter::Matter;
use crate::domain::{digest::sha256, ordered::sort_by};

/// How many characters of a sum are enough to tell versions of one text apart.
const SUM: usize = 12;

/// A version.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Version {
    /// When it was kept, by the clock of whose device that was: `2026-11-27-2130`.
    pub stamp: String,
    /// The beginning of the SHA-256 of its text, in hexadecimal.
    pub sum: String,
}

impl Version {
    /// That of this text at this time.
    pub fn new(stamp: &str, text: &str) -> Self {
        Self { stamp: stamp.to_owned(), sum: sha256(text.as_bytes())[..SUM].to_owned() }
    }

    /// That which this file of the work folder is, and of what.
    pub fn at(path: &str) -> Option<(&str, Self)> {
        let (name, file) = path.strip_prefix("work/")?.split_once("/versions/")?;
        let (stamp, sum) = file.strip_suffix(".json")?.rsplit_once('-')?;
        let is_sum = sum.len() == SUM && sum.bytes().all(|byte| byte.is_ascii_hexdigit());
        let is_stamp = stamp.len() == 15 && stamp.bytes().all(|byte| byte.is_ascii_digit() || byte == b'-');
        (is_sum && is_stamp).then(|| (name, Self { stamp: stamp.to_owned(), sum: sum.to_owned() }))
    }

    /// Its file in the work folder.
    pub fn path(&self, of: &str) -> String {
        format!("work/{of}/versions/{}-{}.json", self.stamp, self.sum)
    }

    /// The day and the time: `2026-11-27` and `21:30`.
    pub fn when(&self) -> (&str, String) {
        let (day, time) = self.stamp.split_at(10);
        let time = time.trim_start_matches('-');
        (day, format!("{}:{}", &time[..2], &time[2..]))
    }
}

/// Those of this among these files, the oldest first.
pub fn of<'a>(matter: &Matter, paths: impl Iterator<Item = &'a str>) -> Vec<Version> {
    let ours = |path| Version::at(path).filter(|(name, _)| *name == matter.name()).map(|(_, version)| version);
    let mut all: Vec<_> = paths.filter_map(ours).collect();
    sort_by(&mut all, Ord::cmp);
    all
}

/// Those that both have. From one of them they went different ways: the one that differs least from what the other has now. Clocks
/// of two devices say nothing about that.
pub fn common<'a>(ours: &'a [Version], theirs: &'a [Version]) -> impl Iterator<Item = &'a Version> {
    ours.iter().rev().filter(|one| theirs.iter().any(|other| other.sum == one.sum))
}
