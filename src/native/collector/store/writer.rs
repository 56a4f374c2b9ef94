//! The one thread that writes.

use super::{
    Job, Kept, StoreFault,
    database::{self, Database},
};
use std::{
    path::Path,
    sync::atomic::{AtomicU64, Ordering},
};
use tokio::sync::mpsc;

/// The most reactions in one transaction.
const BATCH: usize = 256;

/// Writes until nobody can send any more.
pub fn run(dir: &Path, database: Database, mut jobs: mpsc::Receiver<Job>, count: &AtomicU64) {
    let mut database = Some(database);
    let mut batch = Vec::with_capacity(BATCH);
    while jobs.blocking_recv_many(&mut batch, BATCH) > 0 {
        let outcomes = write(dir, &mut database, &batch);
        let new = outcomes.iter().filter(|outcome| **outcome == Ok(Kept::New)).count();
        count.fetch_add(new as u64, Ordering::Relaxed);
        for (job, outcome) in batch.drain(..).zip(outcomes) {
            // Who left without waiting for the answer will ask again.
            let _ = job.answer.send(outcome);
        }
    }
}

fn write(dir: &Path, database: &mut Option<Database>, batch: &[Job]) -> Vec<Result<Kept, StoreFault>> {
    let all = |fault| batch.iter().map(|_| Err(fault)).collect();
    // After an error of the disk the connection may be beyond repair; a new one sees what is really there.
    let open = match database.take() {
        Some(open) => Ok(open),
        None => Database::open(dir),
    };
    let Ok(mut open) = open else { return all(StoreFault::Busy) };
    match open.keep(batch.iter().map(|job| &job.entry)) {
        Ok(outcomes) => {
            *database = Some(open);
            outcomes
        }
        Err(error) => {
            let fault = database::fault(&error);
            if fault == StoreFault::Full {
                *database = Some(open);
            }
            all(fault)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{super::Entry, *};
    use crate::domain::day::Day;
    use tokio::sync::oneshot;

    type Answer = oneshot::Receiver<Result<Kept, StoreFault>>;

    fn job(id: &str, hash: &str, length: usize) -> (Job, Answer) {
        let (answer, answered) = oneshot::channel();
        let entry = Entry {
            id: id.into(),
            consultation: "dorp".into(),
            sha256: hash.into(),
            received: Day::new(2026, 11, 22).unwrap(),
            body: vec![b'x'; length],
        };
        (Job { entry, answer }, answered)
    }

    #[test]
    fn in_one_batch_each_gets_its_own_answer() {
        let dir = tempfile::tempdir().unwrap();
        let mut database = Some(Database::open(dir.path()).unwrap());
        let batch = ["a1", "b1", "a1", "a2"].map(|name| job(&name[..1], &name[1..], 10).0);
        let expected = [Ok(Kept::New), Ok(Kept::New), Ok(Kept::Already), Err(StoreFault::Conflict)];
        assert_eq!(write(dir.path(), &mut database, &batch), expected);
        assert_eq!(Database::open_to_read(dir.path()).unwrap().count().unwrap(), 2);
    }

    #[test]
    fn a_full_disk_keeps_nothing_of_a_batch_and_goes_on_when_there_is_room() {
        let dir = tempfile::tempdir().unwrap();
        let mut database = Some(Database::open(dir.path()).unwrap());
        database.as_ref().unwrap().limit_pages(20);
        let batch: Vec<_> = (0..5).map(|n| job(&n.to_string(), "h", 40_000).0).collect();
        assert!(write(dir.path(), &mut database, &batch).iter().all(|o| *o == Err(StoreFault::Full)));
        let reader = Database::open_to_read(dir.path()).unwrap();
        assert_eq!(reader.count().unwrap(), 0);
        database.as_ref().unwrap().limit_pages(10_000);
        assert!(write(dir.path(), &mut database, &batch).iter().all(|o| *o == Ok(Kept::New)));
        assert_eq!(reader.count().unwrap(), 5);
    }

    #[test]
    fn a_reader_sees_what_was_kept_while_the_writer_goes_on() {
        let dir = tempfile::tempdir().unwrap();
        let mut database = Some(Database::open(dir.path()).unwrap());
        write(dir.path(), &mut database, &[job("a", "1", 10).0]);
        let reader = Database::open_to_read(dir.path()).unwrap();
        let mut seen = Vec::new();
        reader
            .each(|row| {
                seen.push(row.id);
                write(dir.path(), &mut database, &[job("b", "1", 10).0]);
            })
            .unwrap();
        assert_eq!(seen, ["a"]);
        assert_eq!(reader.hash_of("b").unwrap().as_deref(), Some("1"));
    }
}
