//! A work folder in one file, to keep elsewhere or to hand over: a zip.

use crate::domain::day::{Day, clock_in_the_netherlands};
use flate2::bufread::DeflateDecoder;
use rawzip::{CompressionMethod, ZipArchive, ZipArchiveEntryWayfinder, ZipArchiveWriter, ZipSliceArchive};
use serde_json::{Value, json};
use std::{
    collections::BTreeMap,
    io::{Read, Write},
};

/// The file in it that says what this is.
pub const MARK: &str = "desk.json";
const FORMAT: &str = "beginspraak.desk/1";
/// A file that says so to people who open it with another program.
const README: &str = "LEES-MIJ.txt";
/// The most bytes that are unpacked: a file of some kilobytes can hold more than any device has.
pub const LARGEST: u64 = 256 * 1024 * 1024;

/// Why it can't be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ParcelFault {
    /// It is no zip at all.
    NoZip,
    /// It is one, and a part of it is damaged or missing.
    Damaged,
    /// It holds more than we take.
    TooLarge,
    /// A newer release made it.
    Newer,
    /// It can't be made: there is no memory for it.
    NotMade,
}

/// What the file of a work folder is called that is kept on this day: the name that it came with, and the day in place of an
/// earlier one, so that nobody takes an older one for it.
pub fn dated(name: &str, day: Option<Day>) -> String {
    let (base, ending) = match name.rsplit_once('.') {
        Some((base, ending)) if ending.eq_ignore_ascii_case("zip") => (base, ending),
        _ => (name, "zip"),
    };
    let day = day.map(|day| format!("-{day}")).unwrap_or_default();
    format!("{}{day}.{ending}", undated(base))
}

/// Without the day at its end, and without the number that a browser adds to a name that is there already.
fn undated(base: &str) -> &str {
    let number = |(before, number): (&str, &str)| {
        let digits = number.strip_suffix(')')?;
        (!digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit())).then_some(before.len())
    };
    let base = base.rsplit_once(" (").and_then(number).map_or(base, |end| &base[..end]);
    let day = |at: usize| base.get(at..).is_some_and(|day| Day::try_from(day).is_ok());
    let before = base.len().checked_sub("-2026-11-28".len()).filter(|at| base.as_bytes().get(*at) == Some(&b'-'));
    before.filter(|at| *at > 0 && day(at + 1)).map_or(base, |at| &base[..at])
}

/// What a file is called that was made at this moment, in milliseconds since 1970.
pub fn name(at: i64) -> String {
    let day = Day::in_the_netherlands(at).map(|day| day.to_string()).unwrap_or_default();
    let (hours, minutes) = clock_in_the_netherlands(at).unwrap_or_default();
    format!("werkplek-{day}-{hours:02}{minutes:02}.zip")
}

/// Packs files by their paths, with a word to who opens it. Nothing is made smaller: these are texts of an evening, and
/// what could do that would weigh more in the app than they do.
pub fn pack(files: &BTreeMap<String, Vec<u8>>, readme: &str) -> Result<Vec<u8>, ParcelFault> {
    let mark = json!({ "format": FORMAT }).to_string();
    let own = [(README, readme.as_bytes()), (MARK, mark.as_bytes())];
    let all = own.into_iter().chain(files.iter().map(|(path, bytes)| (path.as_str(), bytes.as_slice())));
    written(all).map_err(|_| ParcelFault::NotMade)
}

/// Packs files as they are, with nothing beside them.
pub fn pack_bare(files: &BTreeMap<String, Vec<u8>>) -> Result<Vec<u8>, ParcelFault> {
    let all = files.iter().map(|(path, bytes)| (path.as_str(), bytes.as_slice()));
    written(all).map_err(|_| ParcelFault::NotMade)
}

fn written<'a>(all: impl Iterator<Item = (&'a str, &'a [u8])>) -> Result<Vec<u8>, rawzip::Error> {
    let mut packed = Vec::new();
    let mut zip = ZipArchiveWriter::new(&mut packed);
    for (path, bytes) in all {
        let (mut entry, config) = zip.new_file(path).compression_method(CompressionMethod::STORE).start()?;
        let mut writer = config.wrap(&mut entry);
        writer.write_all(bytes)?;
        let (_, descriptor) = writer.finish()?;
        entry.finish(descriptor)?;
    }
    zip.finish()?;
    Ok(packed)
}

/// What is in it, by path. Others may have made it smaller.
pub fn unpack(bytes: &[u8]) -> Result<BTreeMap<String, Vec<u8>>, ParcelFault> {
    let mut unpacking = Unpacking::of(bytes)?;
    while unpacking.step()? {}
    unpacking.done()
}

/// Unpacking, a file at a time, so that a browser shows how far it is.
pub struct Unpacking<'a> {
    zip: ZipSliceArchive<&'a [u8]>,
    entries: Vec<(String, CompressionMethod, ZipArchiveEntryWayfinder)>,
    at: usize,
    files: BTreeMap<String, Vec<u8>>,
    room: u64,
}

impl<'a> Unpacking<'a> {
    /// What there is to unpack.
    pub fn of(bytes: &'a [u8]) -> Result<Self, ParcelFault> {
        let zip = ZipArchive::from_slice(bytes).map_err(|_| {
            // What begins like one was one.
            if bytes.starts_with(b"PK") { ParcelFault::Damaged } else { ParcelFault::NoZip }
        })?;
        let mut all = Vec::new();
        let mut entries = zip.entries();
        while let Some(entry) = entries.next_entry().map_err(|_| ParcelFault::Damaged)? {
            if !entry.is_dir() {
                let path = entry.file_path().try_normalize().map_err(|_| ParcelFault::Damaged)?.as_ref().to_owned();
                all.push((path, entry.compression_method(), entry.wayfinder()));
            }
        }
        Ok(Self { zip, entries: all, at: 0, files: BTreeMap::new(), room: LARGEST })
    }

    /// How many files were unpacked, of how many.
    pub fn progress(&self) -> (usize, usize) {
        (self.at, self.entries.len())
    }

    /// Unpacks one more; whether there was one.
    pub fn step(&mut self) -> Result<bool, ParcelFault> {
        let Some((path, method, wayfinder)) = self.entries.get(self.at) else { return Ok(false) };
        let local = self.zip.get_entry(*wayfinder).map_err(|_| ParcelFault::Damaged)?;
        let data: Box<dyn Read + '_> = match *method {
            CompressionMethod::STORE => Box::new(local.verifying_reader(local.data())),
            CompressionMethod::DEFLATE => Box::new(local.verifying_reader(DeflateDecoder::new(local.data()))),
            _ => return Err(ParcelFault::Damaged),
        };
        let mut content = Vec::new();
        // What it says of its own length need not be true.
        data.take(self.room + 1).read_to_end(&mut content).map_err(|_| ParcelFault::Damaged)?;
        self.room = self.room.checked_sub(content.len() as u64).ok_or(ParcelFault::TooLarge)?;
        self.files.insert(path.clone(), content);
        self.at += 1;
        Ok(true)
    }

    /// What was unpacked, where it is of a format that this release knows.
    pub fn done(self) -> Result<BTreeMap<String, Vec<u8>>, ParcelFault> {
        // Perhaps in a folder around it all.
        for (_, bytes) in self.files.iter().filter(|(path, _)| path.rsplit('/').next() == Some(MARK)) {
            serde_json::from_slice::<Value>(bytes).map_err(|_| ParcelFault::Damaged)?;
            if !is_ours(bytes) {
                return Err(ParcelFault::Newer);
            }
        }
        Ok(self.files)
    }
}

/// Whether the file that says what this is speaks of a format that this release knows.
pub fn is_ours(mark: &[u8]) -> bool {
    let json: Value = serde_json::from_slice(mark).unwrap_or_default();
    json.get("format").and_then(Value::as_str) == Some(FORMAT)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn files() -> BTreeMap<String, Vec<u8>> {
        BTreeMap::from([("a/b.ndjson".to_owned(), "één\n".repeat(500).into_bytes())])
    }

    #[test]
    fn a_work_folder_that_is_kept_is_called_after_its_day() {
        let day = Day::try_from("2026-11-28").ok();
        for came in
            ["werkmap.zip", "werkmap-2026-11-20.zip", "werkmap-2026-11-28 (1).zip", "werkmap", "werkmap (12).zip"]
        {
            assert_eq!(dated(came, day), "werkmap-2026-11-28.zip", "{came}");
        }
        assert_eq!(dated("Map (van Jan) 2.ZIP", day), "Map (van Jan) 2-2026-11-28.ZIP");
        assert_eq!(dated("plan-2026-99-99.zip", day), "plan-2026-99-99-2026-11-28.zip");
        assert_eq!(dated("é-26-11-28.zip", day), "é-26-11-28-2026-11-28.zip");
        assert_eq!(dated("werkmap-2026-11-20.zip", None), "werkmap.zip");
    }

    #[test]
    fn the_name_of_a_file_tells_when_it_was_made() {
        assert_eq!(name(1_795_809_900_000), "werkplek-2026-11-27-2105.zip");
    }

    #[test]
    fn what_was_packed_is_unpacked_as_it_was() {
        let packed = pack(&files(), "Wat is dit?").unwrap();
        let mut unpacked = unpack(&packed).unwrap();
        assert_eq!(unpacked.remove(README).as_deref(), Some("Wat is dit?".as_bytes()));
        assert!(unpacked.remove(MARK).is_some());
        assert_eq!(unpacked, files());
    }

    #[test]
    fn what_another_program_made_smaller_is_read_too() {
        let mut packed = Vec::new();
        let mut zip = ZipArchiveWriter::new(&mut packed);
        let (mut entry, config) =
            zip.new_file("a/b.ndjson").compression_method(CompressionMethod::DEFLATE).start().unwrap();
        let smaller = flate2::write::DeflateEncoder::new(&mut entry, flate2::Compression::default());
        let mut writer = config.wrap(smaller);
        writer.write_all(&files()["a/b.ndjson"]).unwrap();
        let (smaller, descriptor) = writer.finish().unwrap();
        smaller.finish().unwrap();
        entry.finish(descriptor).unwrap();
        zip.finish().unwrap();
        assert!(packed.len() < 1000, "it is smaller");
        assert_eq!(unpack(&packed), Ok(files()));
    }

    #[test]
    fn what_is_damaged_newer_or_something_else_is_told_apart() {
        let packed = pack(&files(), "").unwrap();
        assert_eq!(unpack(b"<html>"), Err(ParcelFault::NoZip));
        assert_eq!(unpack(&packed[..packed.len() / 2]), Err(ParcelFault::Damaged));
        let mut bent = packed.clone();
        let at = packed.windows(10).position(|part| part == b"a/b.ndjson").unwrap() + 14;
        bent[at] ^= 0xff;
        assert_eq!(unpack(&bent), Err(ParcelFault::Damaged));
        let mark = br#"{"format":"beginspraak.desk/2"}"#;
        let newer = pack(&BTreeMap::from([("x/desk.json".to_owned(), mark.to_vec())]), "").unwrap();
        assert_eq!(unpack(&newer), Err(ParcelFault::Newer));
    }
}
