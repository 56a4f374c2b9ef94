//! The SQLite file: `reactions.sqlite` in the data folder.

use super::{Arrival, Kept, StoreFault, opened::Opened};
use crate::{
    domain::id::ReactionId,
    files::{
        database::{Cause, DatabaseFault},
        error::Error,
    },
    native::private,
};
use rusqlite::{Connection, ErrorCode, OpenFlags, OptionalExtension, Transaction, params};
use std::{
    path::{Path, PathBuf},
    time::Duration,
};

/// The name of the file.
pub const FILE: &str = "reactions.sqlite";
/// Tells our files from others: "Bspr".
const APPLICATION: i32 = 0x4273_7072;
/// Goes up when the table changes.
const VERSION: i32 = 1;
/// How long to wait for another process, such as one that makes a backup.
const PATIENCE: Duration = Duration::from_secs(5);

const TABLE: &str = "CREATE TABLE IF NOT EXISTS reactions (
    id TEXT PRIMARY KEY NOT NULL,
    consultation TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    received TEXT NOT NULL,
    body BLOB NOT NULL
) STRICT";

/// What was erased for good: its id, so that it does not come back.
const ERASED: &str = "CREATE TABLE IF NOT EXISTS erased (id TEXT PRIMARY KEY NOT NULL) STRICT";

/// A reaction as it is kept.
#[derive(Clone, Debug)]
pub struct Row {
    /// Its id.
    pub id: String,
    /// Of the body.
    pub sha256: String,
    /// The envelope.
    pub body: Vec<u8>,
}

/// An open database.
pub struct Database {
    connection: Connection,
    path: PathBuf,
    /// What was committed since the last checkpoint stands here.
    wal: Option<Opened>,
}

impl Database {
    /// Opens it to write, and makes it when it is not there.
    pub fn open(dir: &Path) -> Result<Self, Error> {
        let path = dir.join(FILE);
        let failed = |error| unusable(&path, &error);
        // SQLite gives the files beside it the rights of this one.
        private::create(&path).map_err(Error::write(&path))?;
        let connection = Connection::open(&path).map_err(failed)?;
        connection.busy_timeout(PATIENCE).map_err(failed)?;
        let pragma = |name| connection.pragma_query_value(None, name, |row| row.get::<_, i32>(0)).map_err(failed);
        let tables: i64 =
            connection.query_row("SELECT count(*) FROM sqlite_schema", [], |row| row.get(0)).map_err(failed)?;
        if tables > 0 && (pragma("application_id")?, pragma("user_version")?) != (APPLICATION, VERSION) {
            return Err(Error::NotOurDatabase(path));
        }
        Self::prepare(&connection, tables == 0).map_err(failed)?;
        Ok(Self { connection, path, wal: None })
    }

    /// WAL with a full sync: a transaction is on the disk when its commit returns.
    fn prepare(connection: &Connection, new: bool) -> rusqlite::Result<()> {
        connection.pragma_update(None, "journal_mode", "WAL")?;
        connection.pragma_update(None, "synchronous", "FULL")?;
        // On macOS a plain sync leaves the data in the drive's own memory; elsewhere this does nothing.
        connection.pragma_update(None, "fullfsync", true)?;
        connection.pragma_update(None, "checkpoint_fullfsync", true)?;
        if new {
            // The table comes last: when there is one, the rest is right too.
            connection.pragma_update(None, "application_id", APPLICATION)?;
            connection.pragma_update(None, "user_version", VERSION)?;
            connection.execute_batch(TABLE)?;
        }
        connection.execute_batch(ERASED)
    }

    /// Opens the one in this folder to read, also while a collector is writing.
    pub fn open_to_read(dir: &Path) -> Result<Self, Error> {
        Self::open_file(dir.join(FILE))
    }

    /// Opens one to read, whatever it is called.
    pub fn open_file(path: PathBuf) -> Result<Self, Error> {
        let failed = |error| unusable(&path, &error);
        let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX;
        let connection = Connection::open_with_flags(&path, flags).map_err(failed)?;
        connection.busy_timeout(PATIENCE).map_err(failed)?;
        let id = connection.pragma_query_value(None, "application_id", |row| row.get::<_, i32>(0)).map_err(failed)?;
        if id == APPLICATION { Ok(Self { connection, path, wal: None }) } else { Err(Error::NotOurDatabase(path)) }
    }

    /// How many reactions there are.
    pub fn count(&self) -> rusqlite::Result<u64> {
        let count: i64 = self.connection.query_row("SELECT count(*) FROM reactions", [], |row| row.get(0))?;
        Ok(count.try_into().unwrap_or_default())
    }

    /// The hash of the reaction with this id.
    pub fn hash_of(&self, id: &str) -> rusqlite::Result<Option<String>> {
        hash_of(&self.connection, id)
    }

    /// Hands over every reaction in the order of the ids.
    pub fn each(&self, mut take: impl FnMut(Row)) -> rusqlite::Result<()> {
        let mut statement = self.connection.prepare("SELECT id, sha256, body FROM reactions ORDER BY id")?;
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            take(Row { id: row.get(0)?, sha256: row.get(1)?, body: row.get(2)? });
        }
        Ok(())
    }

    /// Writes all in one transaction: either every one gets its own outcome, or none is kept and all get the same.
    pub(super) fn keep<'a>(
        &mut self,
        entries: impl IntoIterator<Item = &'a Arrival>,
    ) -> rusqlite::Result<Vec<Result<Kept, StoreFault>>> {
        let transaction = self.connection.transaction()?;
        let kept = entries.into_iter().map(|entry| keep_one(&transaction, entry)).collect::<Result<_, _>>()?;
        transaction.commit()?;
        Ok(kept)
    }

    /// Takes a reaction out for good, so that no word of it is left in the file, and remembers its id. Says whether it was
    /// there.
    pub fn erase(&mut self, id: &ReactionId) -> rusqlite::Result<bool> {
        self.connection.pragma_update(None, "secure_delete", true)?;
        let transaction = self.connection.transaction()?;
        transaction.execute("INSERT OR IGNORE INTO erased VALUES (?1)", [id.as_str()])?;
        let gone = transaction.execute("DELETE FROM reactions WHERE id = ?1", [id.as_str()])?;
        transaction.commit()?;
        // Rows that were moved while others came left copies in the free room of pages: only a new file is free of them.
        self.connection.execute_batch("VACUUM")?;
        self.tidy();
        Ok(gone > 0)
    }

    /// Whether what was just committed is in the folder, and not in a file that somebody took out of it.
    pub(super) fn is_in_place(&mut self) -> bool {
        let mut name = self.path.clone().into_os_string();
        name.push("-wal");
        self.wal.get_or_insert_with(|| Opened::of(name.into())).holds()
    }

    /// Brings everything into the one file; says whether that could be done.
    pub(super) fn tidy(&self) -> bool {
        let blocked = |row: &rusqlite::Row| row.get::<_, i32>(0);
        self.connection.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], blocked).is_ok_and(|blocked| blocked == 0)
    }

    /// Lets the file grow no further, as a full disk would.
    #[cfg(test)]
    pub(super) fn limit_pages(&self, pages: u32) {
        self.connection.pragma_update(None, "max_page_count", pages).unwrap();
    }
}

fn hash_of(connection: &Connection, id: &str) -> rusqlite::Result<Option<String>> {
    let mut statement = connection.prepare_cached("SELECT sha256 FROM reactions WHERE id = ?1")?;
    statement.query_row([id], |row| row.get(0)).optional()
}

fn keep_one(transaction: &Transaction, entry: &Arrival) -> rusqlite::Result<Result<Kept, StoreFault>> {
    let erased = transaction.prepare_cached("SELECT 1 FROM erased WHERE id = ?1")?.exists([&entry.id])?;
    if erased {
        // It was taken, and its writer asked for it to go: who sends it again is told that it has arrived.
        return Ok(Ok(Kept::Already));
    }
    match hash_of(transaction, &entry.id)? {
        Some(hash) if hash == entry.sha256 => return Ok(Ok(Kept::Already)),
        Some(_) => return Ok(Err(StoreFault::Conflict)),
        None => {}
    }
    let mut insert = transaction.prepare_cached("INSERT INTO reactions VALUES (?1, ?2, ?3, ?4, ?5)")?;
    let day = entry.received.to_string();
    insert.execute(params![entry.id, entry.consultation, entry.sha256, day, entry.body])?;
    Ok(Ok(Kept::New))
}

/// Why no use can be made of the database at this path.
pub fn unusable(path: &Path, error: &rusqlite::Error) -> Error {
    Error::Database { path: path.to_owned(), cause: said(error) }
}

/// What SQLite says, in our own terms.
pub fn said(error: &rusqlite::Error) -> DatabaseFault {
    let cause = error.sqlite_error_code().and_then(|code| match code {
        ErrorCode::CannotOpen => Some(Cause::CannotOpen),
        ErrorCode::PermissionDenied => Some(Cause::NoRights),
        ErrorCode::ReadOnly => Some(Cause::ReadOnly),
        ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked => Some(Cause::Busy),
        ErrorCode::DiskFull => Some(Cause::DiskFull),
        ErrorCode::DatabaseCorrupt => Some(Cause::Damaged),
        ErrorCode::NotADatabase => Some(Cause::NotADatabase),
        ErrorCode::SystemIoFailure => Some(Cause::Disk),
        ErrorCode::OutOfMemory => Some(Cause::Memory),
        ErrorCode::TooBig => Some(Cause::TooLarge),
        _ => None,
    });
    DatabaseFault { cause, said: error.to_string() }
}

/// What a failed transaction means for whoever waits for it.
pub(super) fn fault(error: &rusqlite::Error) -> StoreFault {
    match error.sqlite_error_code() {
        Some(ErrorCode::DiskFull) => StoreFault::Full,
        _ => StoreFault::Busy,
    }
}
