//! The lines of gatherings in a work folder: `gatherings/<id>/*.ndjson` for texts, `gatherings/<id>/log/*.ndjson` for what
//! was done. Every line is kept as it came, also what only a newer release knows.

use super::lines::{Damage, LineFault, lines};
use crate::domain::{
    gathering::{Book, Deed, GatheringId, TextLine},
    json,
    log::{Act, Entry, TextId, entry::EntryFault},
};
use std::collections::BTreeMap;

/// The folder in a work folder in which gatherings have theirs.
pub const FOLDER: &str = "gatherings";
/// How large a file becomes, in bytes.
pub const FILE: usize = 1024 * 1024;

/// What a line holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Holds {
    /// What somebody did.
    Entry,
    /// A text beside it.
    Text,
}

/// What a line is known by: of which gathering, what it holds, and the name of that.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct LineKey {
    /// The gathering.
    pub gathering: GatheringId,
    /// What the line holds.
    pub holds: Holds,
    /// The name of the entry or the text.
    pub name: String,
}

impl LineKey {
    /// The folder in a work folder in which such a line stands.
    pub fn folder(&self) -> String {
        let log = match self.holds {
            Holds::Entry => "/log",
            Holds::Text => "",
        };
        format!("{FOLDER}/{}{log}", self.gathering)
    }

    /// Whether it is a text that was erased for good.
    pub fn is_erased(&self, book: &Book) -> bool {
        let id = TextId::try_from(self.name.as_str()).ok().filter(|_| self.holds == Holds::Text);
        id.is_some_and(|id| book.notebook().log().erased_text(&id).is_some())
    }
}

/// Lines by what they are known by, each as it came.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Lines {
    /// The lines.
    pub all: BTreeMap<LineKey, String>,
    /// Those that can't be read.
    pub damage: Vec<Damage>,
}

impl Lines {
    /// What stands in these files, by path; whatever else is among them is left aside.
    pub fn of(files: &BTreeMap<String, Vec<u8>>) -> Self {
        let mut lines = Self::default();
        for (path, bytes) in files {
            lines.file(path, bytes);
        }
        lines
    }

    /// Takes in a file by its path, if it is one of a gathering; whether it is. A folder around the work folder, as some
    /// programs make when they unpack a file, does no harm. Where somebody only practised is no gathering.
    pub fn file(&mut self, path: &str, bytes: &[u8]) -> bool {
        self.take(path, bytes, |id| !id.is_practice())
    }

    /// The same of what another window of this device tells, also where one practises.
    pub fn told(&mut self, path: &str, bytes: &[u8]) -> bool {
        self.take(path, bytes, |_| true)
    }

    fn take(&mut self, path: &str, bytes: &[u8], takes: impl Fn(GatheringId) -> bool) -> bool {
        let Some((gathering, holds)) = place(path).filter(|(id, _)| takes(*id)) else { return false };
        for (number, line) in lines(bytes) {
            match named(holds, line) {
                Ok((name, line)) => self.put(LineKey { gathering, holds, name }, line),
                Err(fault) => self.damage.push(Damage { file: path.to_owned(), line: number, fault }),
            }
        }
        true
    }

    /// Takes in a line. Of two that differ under one name, which nobody honest makes, the same one stays everywhere.
    pub fn put(&mut self, key: LineKey, line: String) {
        let there = self.all.entry(key).or_insert_with(|| line.clone());
        if line < *there {
            *there = line;
        }
    }

    /// The books that follow from the lines. What was erased is in none of them.
    pub fn books(&self) -> BTreeMap<GatheringId, Book> {
        let mut books = BTreeMap::new();
        self.add_to(&mut books);
        books
    }

    /// Takes the lines in where the rest is.
    pub fn add_to(&self, books: &mut BTreeMap<GatheringId, Book>) {
        let mut read: BTreeMap<GatheringId, (Vec<Entry<Deed>>, Vec<TextLine>)> = BTreeMap::new();
        for (key, line) in &self.all {
            let (entries, texts) = read.entry(key.gathering).or_default();
            match key.holds {
                Holds::Entry => entries.extend(Entry::read(line.as_bytes())),
                // A text of a kind that only a newer release knows stays where it is.
                Holds::Text => texts.extend(serde_json::from_str::<TextLine>(line)),
            }
        }
        for (id, (entries, texts)) in read {
            books.entry(id).or_default().merge(entries, texts);
        }
    }

    /// These, but for where one only practised: what may go elsewhere.
    pub fn meant(mut self) -> Self {
        self.all.retain(|key, _| !key.gathering.is_practice());
        self
    }

    /// How many of them say what somebody did, but where they only practised.
    pub fn entries(&self) -> usize {
        self.all.keys().filter(|key| key.holds == Holds::Entry && !key.gathering.is_practice()).count()
    }

    /// How many of them only a newer release understands.
    pub fn newer(&self) -> usize {
        let is_newer = |(key, line): &(&LineKey, &String)| match key.holds {
            Holds::Entry => Entry::<Deed>::read(line.as_bytes()).is_ok_and(|entry| matches!(entry.act, Act::Newer(_))),
            Holds::Text => serde_json::from_str::<TextLine>(line).is_err(),
        };
        self.all.iter().filter(is_newer).count()
    }

    /// Takes out the texts that were erased for good, and names them.
    pub fn erase(&mut self, books: &BTreeMap<GatheringId, Book>) -> Vec<LineKey> {
        let erased = |key: &LineKey| books.get(&key.gathering).is_some_and(|book| key.is_erased(book));
        let gone: Vec<LineKey> = self.all.keys().filter(|key| erased(key)).cloned().collect();
        gone.iter().for_each(|key| drop(self.all.remove(key)));
        gone
    }

    /// The files of a work folder with these lines, by path; none of where one only practised.
    pub fn files(&self) -> BTreeMap<String, Vec<u8>> {
        self.written(|id| !id.is_practice())
    }

    /// The same for other windows of this device, also of where one practises.
    pub fn to_tell(&self) -> BTreeMap<String, Vec<u8>> {
        self.written(|_| true)
    }

    fn written(&self, holds: impl Fn(GatheringId) -> bool) -> BTreeMap<String, Vec<u8>> {
        let mut files: BTreeMap<String, Vec<u8>> = BTreeMap::new();
        let mut numbers: BTreeMap<(GatheringId, Holds), usize> = BTreeMap::new();
        for (key, line) in self.all.iter().filter(|(key, _)| holds(key.gathering)) {
            let number = numbers.entry((key.gathering, key.holds)).or_insert(1);
            let path = |number: usize| format!("{}/{number}.ndjson", key.folder());
            let has = files.get(&path(*number)).map_or(0, Vec::len);
            if has > 0 && has + line.len() >= FILE {
                *number += 1;
            }
            let file = files.entry(path(*number)).or_default();
            file.extend_from_slice(line.as_bytes());
            file.push(b'\n');
        }
        files
    }
}

/// Of which gathering a file holds what, by its path; nothing where it is none of one.
fn place(path: &str) -> Option<(GatheringId, Holds)> {
    let parts: Vec<&str> = path.split('/').collect();
    let at = parts.iter().position(|part| *part == FOLDER)?;
    let (id, holds, name) = match parts[at + 1..] {
        [id, name] => (id, Holds::Text, name),
        [id, "log", name] => (id, Holds::Entry, name),
        _ => return None,
    };
    let is_lines = name.to_lowercase().ends_with(".ndjson") && !name.starts_with('.');
    GatheringId::try_from(id).ok().filter(|_| is_lines).map(|gathering| (gathering, holds))
}

/// Whether a file with this path holds lines of a gathering.
pub fn is_lines(path: &str) -> bool {
    place(path).is_some()
}

/// What a line in a file is known by; nothing where it can't be read.
pub fn key_of(path: &str, line: &[u8]) -> Option<LineKey> {
    let (gathering, holds) = place(path)?;
    named(holds, line).ok().map(|(name, _)| LineKey { gathering, holds, name })
}

/// What a line is called, and the line.
fn named(holds: Holds, line: &[u8]) -> Result<(String, String), LineFault> {
    let text = |fault| std::str::from_utf8(line).map(str::to_owned).map_err(|_| fault);
    match holds {
        Holds::Entry => {
            let entry = Entry::<Deed>::read(line).map_err(LineFault::Entry)?;
            Ok((entry.id.to_string(), text(LineFault::Entry(EntryFault::NotJson))?))
        }
        Holds::Text => {
            let json = json::strict(line).map_err(|_| LineFault::Text)?;
            let id = json.get("text").and_then(|id| TextId::try_from(id.as_str()?).ok()).ok_or(LineFault::Text)?;
            Ok((id.to_string(), text(LineFault::Text)?))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{
        gathering::{Kind, RemarkId},
        log::{EntryId, Erased, ErasedWhy},
    };

    const ID: &str = "070707070707070707070707";

    fn text(n: u8, is: &str) -> String {
        format!("{{\"text\":\"{}\",\"is\":\"{is}\"}}", TextId::from([n; 12]))
    }

    fn note(n: u8) -> String {
        let (remark, text) = (RemarkId::from([n; 12]), TextId::from([n; 12]));
        let deed = Deed::Note { remark, text, kind: Kind::Idea, stop: None, speaker: None };
        Entry { id: EntryId::from([n; 12]), who: "Anna".into(), at: 0, after: vec![], act: Act::Do(vec![deed]) }.line()
    }

    fn read(files: &[(&str, String)]) -> Lines {
        let mut lines = Lines::default();
        for (path, text) in files {
            assert!(lines.file(path, text.as_bytes()), "{path}");
        }
        lines
    }

    #[test]
    fn what_is_written_is_read_back_and_taken_in_again_changes_nothing() {
        let lines = read(&[
            (&format!("gatherings/{ID}/a.ndjson"), text(1, "Eén") + "\n" + &text(2, "Twee")),
            (&format!("werkmap/gatherings/{ID}/log/b.NDJSON"), note(1) + "\n" + &note(2) + "\n"),
        ]);
        let mut again = lines.clone();
        for _ in 0..5 {
            for (path, bytes) in lines.files() {
                assert!(again.file(&path, &bytes));
            }
        }
        assert_eq!(again, lines);
        let book = &lines.books()[&GatheringId::try_from(ID).unwrap()];
        let said: Vec<_> = book.now().remarks.iter().filter_map(|remark| remark.text.clone()).collect();
        assert_eq!(said, ["Eén", "Twee"]);
    }

    #[test]
    fn a_damaged_line_is_named_and_all_else_is_read() {
        let cut = &note(2)[..40];
        let mut lines = read(&[(&format!("gatherings/{ID}/log/a.ndjson"), note(1) + "\n" + cut)]);
        assert_eq!(lines.all.len(), 1);
        assert_eq!((lines.damage[0].line, lines.damage[0].file.contains("log/a.ndjson")), (2, true));
        for other in ["site.json", "gatherings/x/a.ndjson", &format!("gatherings/{ID}/photo.jpg"), "../a.ndjson"] {
            assert!(!lines.file(other, b"{}"), "{other}");
        }
    }

    #[test]
    fn what_only_a_newer_release_knows_is_carried_along() {
        let newer = [
            format!("{{\"after\":[],\"at\":0,\"do\":[{{\"sing\":1}}],\"id\":\"{ID}\",\"who\":\"Anna\"}}"),
            format!("{{\"text\":\"{ID}\",\"is\":{{\"picture\":1}}}}"),
        ];
        let lines = read(&[
            (&format!("gatherings/{ID}/log/a.ndjson"), newer[0].clone()),
            (&format!("gatherings/{ID}/a.ndjson"), newer[1].clone()),
        ]);
        assert!(lines.damage.is_empty());
        assert_eq!(lines.books().values().next().map(|one| one.notebook().log().newer().count()), Some(1));
        let files: Vec<_> = lines.files().into_values().map(|bytes| String::from_utf8(bytes).unwrap()).collect();
        assert_eq!(files, [newer[1].clone() + "\n", newer[0].clone() + "\n"]);
    }

    #[test]
    fn what_was_erased_goes_from_every_file_and_does_not_come_back() {
        let erased = Erased { texts: vec![TextId::from([1; 12])], reactions: vec![], why: ErasedWhy::OnRequest };
        let erase: Entry<Deed> =
            Entry { id: EntryId::from([9; 12]), who: "Anna".into(), at: 0, after: vec![], act: Act::Erase(erased) };
        let words = (&*format!("gatherings/{ID}/a.ndjson"), text(1, "Geheim"));
        let mut lines =
            read(&[words.clone(), (&format!("gatherings/{ID}/log/a.ndjson"), note(1) + "\n" + &erase.line())]);
        for _ in 0..2 {
            let gone = lines.erase(&lines.books());
            assert_eq!(gone.len(), 1);
            assert!(lines.files().values().all(|bytes| !String::from_utf8_lossy(bytes).contains("Geheim")));
            lines.file(words.0, words.1.as_bytes());
        }
        let book = &lines.books()[&GatheringId::try_from(ID).unwrap()];
        assert_eq!((book.now().remarks.len(), book.now().erased), (0, 1));
    }

    #[test]
    fn where_one_only_practised_goes_to_other_windows_and_nowhere_else() {
        let id = GatheringId::practice([7; 12]);
        let path = format!("gatherings/{id}/log/a.ndjson");
        let mut lines = Lines::default();
        assert!(!lines.file(&path, note(1).as_bytes()), "it comes from no file");
        assert!(lines.told(&path, note(1).as_bytes()));
        assert_eq!((lines.all.len(), lines.entries(), lines.files().len(), lines.to_tell().len()), (1, 0, 0, 1));
        assert!(lines.meant().all.is_empty());
    }

    #[test]
    fn a_file_ends_at_a_megabyte() {
        let mut lines = Lines::default();
        let gathering = GatheringId::try_from(ID).unwrap();
        for n in 0..1100u32 {
            let key = LineKey { gathering, holds: Holds::Text, name: format!("{n:024}") };
            lines.put(key, "x".repeat(2000));
        }
        let files = lines.files();
        assert_eq!(files.len(), 3);
        assert!(files.values().all(|bytes| bytes.len() <= FILE));
    }
}
