//! What goes between the lines of gatherings on a device and a work folder in which others write too: what the folder has
//! more, what it lacks, and which of its files still hold what was erased.

use super::{
    gatherings::{FILE, LineKey, Lines, key_of},
    lines::{Damage, lines},
};
use crate::domain::{
    gathering::{Book, GatheringId},
    log::TextId,
    ordered::Ordered,
};
use std::collections::{BTreeMap, BTreeSet};

/// What has to be done so that both hold the same. Nothing of it is done yet.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Exchange {
    /// What the folder has and the device does not.
    pub brought: Lines,
    /// What the device has and the folder does not, by the folder in it where such lines stand.
    pub missing: BTreeMap<String, Vec<String>>,
    /// Files with something that was erased for good, and what they become without it.
    pub cleaned: BTreeMap<String, Vec<u8>>,
    /// How many of their lines only a newer release understands.
    pub newer: usize,
    /// Lines of the folder that can't be read. They stay where they are.
    pub damage: Vec<Damage>,
}

impl Exchange {
    /// What it takes, from the lines on the device and the files of the folder by path. Where one only practised stays out.
    pub fn of(here: &Lines, files: &BTreeMap<String, Vec<u8>>) -> Self {
        let mut there = Lines::default();
        let mut exact: BTreeSet<(LineKey, &[u8])> = BTreeSet::new();
        for (path, bytes) in files {
            if there.file(path, bytes) {
                exact.extend(lines(bytes).filter_map(|(_, line)| Some((key_of(path, line)?, line))));
            }
        }
        let mut all = here.clone().meant();
        there.all.iter().for_each(|(key, line)| all.put(key.clone(), line.clone()));
        let books = all.books();
        let gone = all.erase(&books).into_iter().to_set();
        let mut exchange = Self { newer: there.newer(), damage: there.damage, ..Self::default() };
        for (key, line) in &all.all {
            if here.all.get(key) != Some(line) {
                exchange.brought.all.insert(key.clone(), line.clone());
            }
            if !exact.contains(&(key.clone(), line.as_bytes())) {
                exchange.missing.entry(key.folder()).or_default().push(line.clone());
            }
        }
        let erased = Erased { gone, books };
        exchange.cleaned =
            files.iter().filter_map(|(path, bytes)| Some((path.clone(), erased.out_of(path, bytes)?))).to_map();
        exchange
    }

    /// How many lines the folder lacks.
    pub fn lacks(&self) -> usize {
        self.missing.values().map(Vec::len).sum()
    }
}

/// What was erased for good.
struct Erased {
    gone: BTreeSet<LineKey>,
    books: BTreeMap<GatheringId, Book>,
}

impl Erased {
    /// A file without it; nothing where it has none of it. All else stays, to the letter.
    fn out_of(&self, path: &str, bytes: &[u8]) -> Option<Vec<u8>> {
        let is_gone = |line: &[u8]| match key_of(path, line) {
            Some(key) => {
                self.gone.contains(&key) || self.books.get(&key.gathering).is_some_and(|book| key.is_erased(book))
            }
            // What was cut off in the middle still has words, and its name.
            None => self.is_torn(line),
        };
        let kept: Vec<&[u8]> = lines(bytes).map(|(_, line)| line).filter(|line| !is_gone(line)).collect();
        (kept.len() < lines(bytes).count()).then(|| {
            kept.into_iter().fold(Vec::new(), |mut file, line| {
                file.extend_from_slice(line);
                file.push(b'\n');
                file
            })
        })
    }

    /// Whether it is a part of a text that was erased.
    fn is_torn(&self, line: &[u8]) -> bool {
        let line = String::from_utf8_lossy(line);
        let id = line.split_once("\"text\":\"").and_then(|(_, rest)| TextId::try_from(rest.get(..24)?).ok());
        let erased = |id: TextId| self.books.values().any(|book| book.notebook().log().erased_text(&id).is_some());
        // An entry names texts too; it never holds their words.
        !line.contains("\"after\"") && id.is_some_and(erased)
    }
}

/// How many of these lines still fit in a file of so many bytes; in an empty one at least the first does.
pub fn fitting(has: usize, more: &[String]) -> usize {
    let mut size = has;
    let fits = more.iter().take_while(|line| {
        size += line.len() + 1;
        size <= FILE
    });
    let count = fits.count();
    if has == 0 { count.max(1) } else { count }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{
        gathering::{Deed, Kind, RemarkId},
        log::{Act, Entry, EntryId, ErasedWhy, entry},
    };
    use proptest::prelude::*;

    const ID: &str = "070707070707070707070707";

    fn text(n: u8, is: &str) -> String {
        format!("{{\"text\":\"{}\",\"is\":\"{is}\"}}", TextId::from([n; 12]))
    }

    fn entry(n: u8, act: Act<Deed>) -> String {
        Entry { id: EntryId::from([n; 12]), who: "Anna".into(), at: 0, after: vec![], act }.line()
    }

    fn note(n: u8) -> String {
        let (remark, text) = (RemarkId::from([n; 12]), TextId::from([n; 12]));
        entry(n, Act::Do(vec![Deed::Note { remark, text, kind: Kind::Idea, stop: None, speaker: None }]))
    }

    fn erase(n: u8) -> String {
        let erased = entry::Erased { texts: vec![TextId::from([n; 12])], reactions: vec![], why: ErasedWhy::OnRequest };
        entry(100 + n, Act::Erase(erased))
    }

    fn path(name: &str) -> String {
        format!("gatherings/{ID}/{name}")
    }

    fn folder(files: &[(&str, String)]) -> BTreeMap<String, Vec<u8>> {
        files.iter().map(|(name, text)| (path(name), text.clone().into_bytes())).collect()
    }

    fn device(files: &[(&str, String)]) -> Lines {
        let mut lines = Lines::default();
        folder(files).iter().for_each(|(path, bytes)| assert!(lines.file(path, bytes)));
        lines
    }

    /// Both, once it was done.
    fn done(here: &mut Lines, files: &mut BTreeMap<String, Vec<u8>>, own: &str) {
        let exchange = Exchange::of(here, files);
        for (key, line) in exchange.brought.all {
            here.put(key, line);
        }
        here.erase(&here.books());
        files.extend(exchange.cleaned);
        for (folder, lines) in exchange.missing {
            let file = files.entry(format!("{folder}/{own}.ndjson")).or_default();
            lines.iter().for_each(|line| file.extend_from_slice(format!("{line}\n").as_bytes()));
        }
    }

    #[test]
    fn each_gets_what_it_lacks_and_then_nothing_more() {
        let mut here = device(&[("a.ndjson", text(1, "Eén")), ("log/a.ndjson", note(1))]);
        let mut files =
            folder(&[("b.ndjson", text(2, "Twee") + "\n" + &text(1, "Eén")), ("log/b (kopie).ndjson", note(2))]);
        let exchange = Exchange::of(&here, &files);
        assert_eq!((exchange.brought.all.len(), exchange.lacks()), (2, 1));
        assert_eq!(exchange.missing, BTreeMap::from([(format!("gatherings/{ID}/log"), vec![note(1)])]));
        done(&mut here, &mut files, "mine");
        assert_eq!(Exchange::of(&here, &files), Exchange::default());
        assert_eq!(here.all.len(), 4);
    }

    #[test]
    fn what_another_program_cut_off_is_named_and_is_written_again_elsewhere() {
        let here = device(&[("a.ndjson", text(1, "Eén") + "\n" + &text(2, "Twee"))]);
        let cut = text(1, "Eén") + "\n" + &text(2, "Twee")[..30];
        let exchange = Exchange::of(&here, &folder(&[("a.ndjson", cut)]));
        assert_eq!(exchange.missing.values().flatten().collect::<Vec<_>>(), [&text(2, "Twee")]);
        assert_eq!((exchange.damage.len(), exchange.damage[0].line), (1, 2));
        assert_eq!(exchange.cleaned, BTreeMap::new());
    }

    #[test]
    fn what_was_erased_goes_from_every_file_also_where_it_was_torn() {
        let mut here = device(&[("log/a.ndjson", note(1) + "\n" + &erase(1))]);
        let torn = &text(1, "Geheim en meer")[..50];
        let mut files = folder(&[
            ("theirs.ndjson", text(1, "Geheim") + "\n" + &text(2, "Blijft")),
            ("torn.ndjson", text(3, "Blijft ook") + "\n" + torn),
            ("log/theirs.ndjson", note(1)[..60].to_owned()),
        ]);
        let before = files[&path("log/theirs.ndjson")].clone();
        done(&mut here, &mut files, "mine");
        assert!(files.values().all(|bytes| !String::from_utf8_lossy(bytes).contains("Geheim")), "{files:?}");
        assert_eq!(files[&path("theirs.ndjson")], (text(2, "Blijft") + "\n").into_bytes());
        assert_eq!(files[&path("log/theirs.ndjson")], before, "what was never words stays");
        assert!(here.all.values().all(|line| !line.contains("Geheim")));
        // A colleague who still has it puts it back: it goes again.
        files.insert(path("later.ndjson"), text(1, "Geheim").into_bytes());
        done(&mut here, &mut files, "mine");
        assert!(
            files
                .values()
                .chain(std::iter::once(&here.files().into_values().flatten().collect()))
                .all(|bytes| !String::from_utf8_lossy(bytes).contains("Geheim"))
        );
    }

    #[test]
    fn what_only_a_newer_release_knows_is_counted_and_comes_along() {
        let sing = entry(5, Act::Do(vec![])).replace("\"do\":[]", "\"do\":[{\"sing\":1}]");
        let exchange = Exchange::of(&Lines::default(), &folder(&[("log/a.ndjson", sing.clone())]));
        assert_eq!((exchange.newer, exchange.brought.all.values().collect::<Vec<_>>()), (1, vec![&sing]));
    }

    #[test]
    fn a_file_is_filled_to_a_megabyte_and_never_left_empty() {
        let line = "x".repeat(1023);
        assert_eq!(fitting(0, &vec![line.clone(); 2000]), 1024);
        assert_eq!(fitting(FILE - 1024, &[line.clone(), line.clone()]), 1);
        assert_eq!(fitting(FILE - 1000, &[line]), 0);
        assert_eq!(fitting(0, &["x".repeat(2 * FILE)]), 1);
    }

    #[test]
    fn where_one_only_practised_goes_in_no_folder() {
        let path = format!("gatherings/{}/log/a.ndjson", GatheringId::practice([7; 12]));
        let mut here = Lines::default();
        assert!(here.told(&path, note(1).as_bytes()));
        assert_eq!(Exchange::of(&here, &BTreeMap::new()), Exchange::default());
    }

    proptest! {
        #[test]
        fn whatever_each_has_and_in_whatever_order_all_end_with_the_same(
            has in proptest::collection::vec(proptest::collection::vec(1..12_u8, 0..8), 1..5),
            order in proptest::collection::vec(0..4_usize, 8..12),
            erased in proptest::option::of(1..12_u8),
        ) {
            let line = |n: &u8| if n.is_multiple_of(2) { (format!("{n}.ndjson"), text(*n, "x")) } else { (format!("log/{n}.ndjson"), note(*n)) };
            let mut devices: Vec<Lines> = has.iter().map(|names| {
                let files: Vec<_> = names.iter().map(line).collect();
                device(&files.iter().map(|(name, text)| (name.as_str(), text.clone())).collect::<Vec<_>>())
            }).collect();
            let mut files = folder(&[]);
            if let Some(n) = erased {
                files.insert(path("log/erased.ndjson"), erase(n).into_bytes());
            }
            let visits: Vec<usize> = order.iter().map(|at| at % devices.len()).chain(0..devices.len()).chain(0..devices.len()).collect();
            for at in visits {
                done(&mut devices[at], &mut files, &format!("device-{at}"));
            }
            for device in &devices {
                prop_assert_eq!(&device.all, &devices[0].all);
                prop_assert_eq!(Exchange::of(device, &files), Exchange::default());
            }
            let names: BTreeSet<u8> = has.iter().flatten().copied().chain(erased.map(|n| 100 + n)).collect();
            let gone = erased.filter(|n| n % 2 == 0 && names.contains(n));
            prop_assert_eq!(devices[0].all.len(), names.len() - usize::from(gone.is_some()));
        }
    }
}
