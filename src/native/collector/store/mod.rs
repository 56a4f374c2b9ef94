//! The reactions on disk. One writer collects what is waiting, writes it in one transaction, and only then answers;
//! so that being safe (a sync of the disk for every answer) and being fast go together.

pub mod database;
mod lock;
mod opened;
mod writer;

use crate::{domain::day::Day, files::error::Error};
use database::Database;
use lock::Lock;
use opened::Opened;
use std::{
    path::Path,
    sync::{
        Arc, Mutex, PoisonError,
        atomic::{AtomicU64, Ordering},
    },
    thread::JoinHandle,
    time::Duration,
};
use tokio::sync::{mpsc, oneshot};

/// Reactions waiting for the writer; more are asked to come back.
const WAITING: usize = 1024;
/// How long a reaction may wait for a place among them.
const PATIENCE: Duration = Duration::from_secs(5);

/// A reaction to keep.
#[derive(Debug)]
pub struct Arrival {
    /// Its id.
    pub id: String,
    /// Its consultation.
    pub consultation: String,
    /// Of the body.
    pub sha256: String,
    /// The day it came in; no time.
    pub received: Day,
    /// The envelope, exactly as it came.
    pub body: Vec<u8>,
}

/// It is on the disk.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kept {
    /// Since now.
    New,
    /// It was already.
    Already,
}

/// It is not kept, and nothing may be acknowledged.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StoreFault {
    /// The id is in use for other content.
    Conflict,
    /// Not now.
    Busy,
    /// The disk is full.
    Full,
}

struct Job {
    entry: Arrival,
    answer: oneshot::Sender<Result<Kept, StoreFault>>,
}

/// The store: a writer in its own thread, and a reader beside it.
pub struct Store {
    jobs: Mutex<Option<mpsc::Sender<Job>>>,
    reader: Arc<Mutex<Database>>,
    count: Arc<AtomicU64>,
    writer: Mutex<Option<JoinHandle<bool>>>,
    place: Arc<Opened>,
    _lock: Lock,
}

impl Store {
    /// Opens or makes the database in this folder.
    pub fn open(dir: &Path) -> Result<Self, Error> {
        let lock = Lock::take(dir)?;
        let database = Database::open(dir)?;
        let place = Arc::new(Opened::of(dir.join(database::FILE)));
        let reader = Database::open_to_read(dir)?;
        let failed = |error| database::unusable(dir, &error);
        let count = Arc::new(AtomicU64::new(reader.count().map_err(failed)?));
        let (sender, receiver) = mpsc::channel(WAITING);
        let (dir, counter, here) = (dir.to_owned(), count.clone(), place.clone());
        let thread = std::thread::Builder::new().name("writer".into());
        let writer =
            thread.spawn(move || writer::run(&dir, &here, database, receiver, &counter)).map_err(Error::Start)?;
        Ok(Self {
            jobs: Mutex::new(Some(sender)),
            reader: Arc::new(Mutex::new(reader)),
            count,
            writer: Mutex::new(Some(writer)),
            place,
            _lock: lock,
        })
    }

    /// Keeps a reaction. Ready only when it is on the disk, or is not going to be.
    pub async fn keep(&self, entry: Arrival) -> Result<Kept, StoreFault> {
        let sender = self.jobs.lock().unwrap_or_else(PoisonError::into_inner).clone().ok_or(StoreFault::Busy)?;
        let (answer, answered) = oneshot::channel();
        sender.send_timeout(Job { entry, answer }, PATIENCE).await.map_err(|_| StoreFault::Busy)?;
        answered.await.unwrap_or(Err(StoreFault::Busy))
    }

    /// The hash of the reaction with this id, if it is kept. Where that can't be read, nobody knows whether it is.
    pub async fn hash_of(&self, id: &str) -> Result<Option<String>, StoreFault> {
        // What stands in a database that was taken away is not kept here.
        if !self.is_there() {
            return Err(StoreFault::Busy);
        }
        let (reader, id) = (self.reader.clone(), id.to_owned());
        let read = move || reader.lock().unwrap_or_else(PoisonError::into_inner).hash_of(&id);
        let read = tokio::task::spawn_blocking(read).await.map_err(|_| StoreFault::Busy)?;
        read.map_err(|error| database::fault(&error))
    }

    /// How many reactions are kept.
    pub fn count(&self) -> u64 {
        self.count.load(Ordering::Relaxed)
    }

    /// Whether the database is still where it was opened; else nothing is taken.
    pub fn is_there(&self) -> bool {
        self.place.holds()
    }

    /// Lets the writer finish what is waiting; says whether all is in the one file then.
    pub async fn close(&self) -> bool {
        self.jobs.lock().unwrap_or_else(PoisonError::into_inner).take();
        let writer = self.writer.lock().unwrap_or_else(PoisonError::into_inner).take();
        let Some(writer) = writer else { return true };
        // A writer that panicked has answered nobody; there is nothing more to do for it.
        tokio::task::spawn_blocking(move || writer.join()).await.is_ok_and(|tidy| tidy.unwrap_or(false))
    }
}
