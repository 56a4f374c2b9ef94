//! The work folder that staff opened, as it is kept in the browser: every file of it to the letter. Every write is strictly
//! durable and read back before it counts.

use crate::{
    browser::{
        idb::{self, Transaction},
        own,
        storage::StorageError,
    },
    files::{
        content::manuscript::{
            Manuscript,
            versions::{self, Version},
        },
        folder::{Child, Folder, Memory},
        work::joined,
    },
};
use serde_json::{Value, json};
use std::{cell::RefCell, collections::BTreeMap, io, path::PathBuf};
use web_sys::IdbDatabase;

/// The database, beside those of residents and of gatherings.
const DATABASE: &str = "beginspraak-work";
/// Goes up when a store is added; a browser with a higher one has run a newer release.
const VERSION: u32 = 1;
/// Every file by its path.
const FILES: &str = "files";
/// What is known of the folder.
const FACTS: &str = "facts";
const STORES: &[&str] = &[FILES, FACTS];
/// What a work folder is called that was begun here.
pub const NEW: &str = "werkmap.zip";
/// Under which key it stands. As long as nothing stands there, the folder was not opened to its end.
const FOLDER: &str = "folder";
/// How many bytes are written in one go.
const PART: usize = 4 * 1024 * 1024;

thread_local! {
    static OPEN: RefCell<Option<Opened>> = const { RefCell::new(None) };
}

/// What is known of the folder.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Facts {
    /// The name of the file that it came from.
    pub name: String,
    /// What stands before each path in it.
    pub root: String,
    /// How many files were written since.
    pub changes: usize,
    /// How many of these are in the file that was kept last.
    pub saved: usize,
}

impl Facts {
    fn read(text: &str) -> Option<Self> {
        let json: Value = serde_json::from_str(text).ok()?;
        let word = |name: &str| json[name].as_str().map(str::to_owned);
        let count = |name: &str| json[name].as_u64().and_then(|count| usize::try_from(count).ok());
        Some(Self { name: word("name")?, root: word("root")?, changes: count("changes")?, saved: count("saved")? })
    }

    fn text(&self) -> String {
        let Self { name, root, changes, saved } = self;
        json!({ "name": name, "root": root, "changes": changes, "saved": saved }).to_string()
    }
}

/// The stores of the opened folder.
#[derive(Clone)]
pub struct Opened(IdbDatabase);

impl Opened {
    /// The stores, opened once.
    pub async fn open() -> Result<Self, StorageError> {
        if let Some(open) = OPEN.with_borrow(Clone::clone) {
            return Ok(open);
        }
        let open = Self(idb::open(&own(DATABASE), VERSION, STORES).await?);
        OPEN.set(Some(open.clone()));
        Ok(open)
    }

    /// What is known of the folder; nothing where none is open.
    pub async fn facts(&self) -> Result<Option<Facts>, StorageError> {
        let text = Transaction::read(&self.0, &[FACTS])?.get(FACTS, FOLDER).await?;
        Ok(text.and_then(|text| Facts::read(&text)))
    }

    /// The paths of its files.
    pub async fn paths(&self) -> Result<Vec<String>, StorageError> {
        Ok(Transaction::read(&self.0, &[FILES])?.keys(FILES).await?)
    }

    /// What is in a file.
    pub async fn file(&self, path: &str) -> Result<Vec<u8>, StorageError> {
        let bytes = Transaction::read(&self.0, &[FILES])?.bytes(FILES, path).await?;
        bytes.ok_or(StorageError::NotReadBack)
    }

    /// Takes in a whole folder, in the place of whatever was left of another one. Where `told` of how far that is says no, none is
    /// open afterwards; whether one is.
    pub async fn begin(
        &self,
        name: &str,
        root: &str,
        files: &BTreeMap<String, Vec<u8>>,
        told: impl Fn(usize, usize) -> bool,
    ) -> Result<bool, StorageError> {
        self.leave().await?;
        let all: Vec<(&String, &Vec<u8>)> = files.iter().collect();
        let mut at = 0;
        while at < all.len() {
            let mut size = 0;
            let fits = |(_, bytes): &&(&String, &Vec<u8>)| {
                size += bytes.len();
                size <= PART
            };
            let count = all[at..].iter().take_while(fits).count().max(1);
            self.put(&all[at..at + count], &[], &[], |_| None).await?;
            at += count;
            if !told(at, all.len()) {
                self.leave().await?;
                return Ok(false);
            }
        }
        let facts = Facts { name: name.to_owned(), root: root.to_owned(), ..Facts::default() };
        self.put(&[], &[], &[], |_| Some(facts.clone())).await?;
        Ok(true)
    }

    /// Keeps files that were written in it.
    pub async fn keep(&self, files: &[(&String, &Vec<u8>)]) -> Result<(), StorageError> {
        self.keep_with(files, &[]).await
    }

    /// The same, and what is noted of them with them.
    pub async fn keep_with(
        &self,
        files: &[(&String, &Vec<u8>)],
        notes: &[(String, String)],
    ) -> Result<(), StorageError> {
        let more = files.len();
        self.put(files, notes, &[], |facts| facts.map(|facts| Facts { changes: facts.changes + more, ..facts })).await
    }

    /// Takes files out, with notes, and notes something else in one go.
    pub async fn keep_without(
        &self,
        files: &[&str],
        notes: &[(String, String)],
        gone: &[String],
    ) -> Result<(), StorageError> {
        let more = files.len();
        let out = files.iter().map(|path| (FILES, *path));
        let out: Vec<_> = out.chain(gone.iter().map(|name| (FACTS, name.as_str()))).collect();
        self.put(&[], notes, &out, |facts| facts.map(|facts| Facts { changes: facts.changes + more, ..facts })).await
    }

    /// What was noted under names that begin so, in their order.
    pub async fn notes(&self, begin: &str) -> Result<Vec<(String, String)>, StorageError> {
        let all = Transaction::read(&self.0, &[FACTS])?.all(FACTS).await?;
        Ok(all.into_iter().filter(|(name, _)| name.starts_with(begin)).collect())
    }

    /// Notes that the file which was kept last has all of these changes.
    pub async fn saved(&self, changes: usize) -> Result<(), StorageError> {
        self.put(&[], &[], &[], |facts| facts.map(|facts| Facts { saved: changes, ..facts })).await
    }

    /// Lets go of it.
    pub async fn leave(&self) -> Result<(), StorageError> {
        let transaction = Transaction::write(&self.0, STORES)?;
        transaction.get(FACTS, FOLDER).await?;
        transaction.clear(FACTS)?;
        transaction.clear(FILES)?;
        Ok(transaction.commit().await?)
    }

    /// Writes files and what is known and takes out what is `gone`, each from its store: all or nothing. Then reads back each file.
    async fn put(
        &self,
        files: &[(&String, &Vec<u8>)],
        notes: &[(String, String)],
        gone: &[(&str, &str)],
        facts: impl FnOnce(Option<Facts>) -> Option<Facts>,
    ) -> Result<(), StorageError> {
        let transaction = Transaction::write(&self.0, STORES)?;
        // What is read comes first: who has to wait for their turn waits here, where it can still be given up.
        let before = transaction.get(FACTS, FOLDER).await?.and_then(|text| Facts::read(&text));
        for (path, bytes) in files {
            transaction.put_bytes(FILES, path, bytes)?;
        }
        for (name, text) in notes {
            transaction.put(FACTS, name, text)?;
        }
        for (store, key) in gone {
            transaction.delete(store, key)?;
        }
        if let Some(facts) = facts(before) {
            transaction.put(FACTS, FOLDER, &facts.text())?;
        }
        transaction.commit().await?;
        let transaction = Transaction::read(&self.0, STORES)?;
        for (path, bytes) in files {
            if transaction.bytes(FILES, path).await?.as_ref() != Some(*bytes) {
                return Err(StorageError::NotReadBack);
            }
        }
        Ok(())
    }
}

/// Keeps a version of each draft, if that was not done as it stands; how many files that are.
pub async fn keep_versions(opened: &Opened, root: &str, stamp: &str) -> Result<usize, StorageError> {
    let paths = opened.paths().await?;
    let inside = || paths.iter().filter_map(|path| path.strip_prefix(root));
    let mut fresh = Vec::new();
    for path in inside() {
        let Some(matter) = joined::draft_of(path) else { continue };
        let Ok(draft) = Manuscript::read(&opened.file(&format!("{root}{path}")).await?) else { continue };
        let (text, all) = (draft.text(), versions::of(&matter, inside()));
        let version = Version::new(stamp, &text);
        if all.iter().all(|one| one.sum != version.sum) {
            fresh.push((format!("{root}{}", version.path(matter.name())), text.into_bytes()));
        }
    }
    if !fresh.is_empty() {
        opened.keep(&fresh.iter().map(|(path, bytes)| (path, bytes)).collect::<Vec<_>>()).await?;
    }
    Ok(fresh.len())
}

/// What is read of the folder, in memory; and which files were written since.
#[derive(Debug, Default)]
pub struct Kept {
    memory: Memory,
    fresh: Vec<String>,
}

impl Kept {
    /// With these files.
    pub fn of(files: BTreeMap<String, Vec<u8>>) -> Self {
        Self { memory: Memory { files }, fresh: Vec::new() }
    }

    /// What was written since this was asked before, by path.
    pub fn fresh(&mut self) -> Vec<(String, Vec<u8>)> {
        let written = std::mem::take(&mut self.fresh);
        written.into_iter().filter_map(|path| self.memory.files.get(&path).map(|bytes| (path, bytes.clone()))).collect()
    }
}

impl Folder for Kept {
    fn list(&self, path: &str) -> io::Result<Vec<Child>> {
        self.memory.list(path)
    }

    fn read(&self, path: &str, limit: u64) -> io::Result<Vec<u8>> {
        self.memory.read(path, limit)
    }

    fn write(&mut self, path: &str, bytes: &[u8]) -> io::Result<()> {
        self.fresh.push(path.to_owned());
        self.memory.write(path, bytes)
    }

    fn remove(&mut self, path: &str) -> io::Result<()> {
        self.memory.remove(path)
    }

    fn named(&self, path: &str) -> PathBuf {
        self.memory.named(path)
    }
}
