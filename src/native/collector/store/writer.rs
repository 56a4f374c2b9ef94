//! The one thread that writes.

use super::{
    Job, Kept, StoreFault,
    database::{self, Database},
    opened::Opened,
};
use std::{
    path::Path,
    sync::atomic::{AtomicU64, Ordering},
};
use tokio::sync::mpsc;

/// The most reactions in one transaction.
const BATCH: usize = 256;

/// Writes until nobody can send any more; then says whether all is in the one file.
pub fn run(dir: &Path, place: &Opened, database: Database, mut jobs: mpsc::Receiver<Job>, count: &AtomicU64) -> bool {
    let mut database = Some(database);
    let mut batch = Vec::with_capacity(BATCH);
    while jobs.blocking_recv_many(&mut batch, BATCH) > 0 {
        let outcomes = write(dir, place, &mut database, &batch);
        let new = outcomes.iter().filter(|outcome| **outcome == Ok(Kept::New)).count();
        count.fetch_add(new as u64, Ordering::Relaxed);
        for (job, outcome) in batch.drain(..).zip(outcomes) {
            // Who left without waiting for the answer will ask again.
            let _ = job.answer.send(outcome);
        }
    }
    database.is_some_and(|open| open.tidy())
}

fn write(dir: &Path, place: &Opened, database: &mut Option<Database>, batch: &[Job]) -> Vec<Result<Kept, StoreFault>> {
    let all = |fault| batch.iter().map(|_| Err(fault)).collect();
    // Opening it now would make an empty one.
    if !place.holds() {
        return all(StoreFault::Busy);
    }
    // After an error of the disk the connection may be beyond repair; a new one sees what is really there.
    let open = match database.take() {
        Some(open) => Ok(open),
        None => Database::open(dir),
    };
    let Ok(mut open) = open else { return all(StoreFault::Busy) };
    match open.keep(batch.iter().map(|job| &job.entry)) {
        Ok(outcomes) => {
            // Moved or removed in the meantime: whoever sends again finds it there, or is told the same.
            let kept = open.is_in_place() && place.holds();
            *database = Some(open);
            if kept { outcomes } else { all(StoreFault::Busy) }
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
    use super::{super::Arrival, *};
    use crate::domain::day::Day;
    use tokio::sync::oneshot;

    type Answer = oneshot::Receiver<Result<Kept, StoreFault>>;

    fn job(id: &str, hash: &str, length: usize) -> (Job, Answer) {
        let (answer, answered) = oneshot::channel();
        let entry = Arrival {
            id: id.into(),
            consultation: "dorp".into(),
            sha256: hash.into(),
            received: Day::new(2026, 11, 22).unwrap(),
            body: vec![b'x'; length],
        };
        (Job { entry, answer }, answered)
    }

    fn place(dir: &Path) -> Opened {
        Opened::of(dir.join(database::FILE))
    }

    #[test]
    fn in_one_batch_each_gets_its_own_answer() {
        let dir = tempfile::tempdir().unwrap();
        let mut database = Some(Database::open(dir.path()).unwrap());
        let batch = ["a1", "b1", "a1", "a2"].map(|name| job(&name[..1], &name[1..], 10).0);
        let expected = [Ok(Kept::New), Ok(Kept::New), Ok(Kept::Already), Err(StoreFault::Conflict)];
        assert_eq!(write(dir.path(), &place(dir.path()), &mut database, &batch), expected);
        assert_eq!(Database::open_to_read(dir.path()).unwrap().count().unwrap(), 2);
    }

    #[test]
    fn a_full_disk_keeps_nothing_of_a_batch_and_goes_on_when_there_is_room() {
        let dir = tempfile::tempdir().unwrap();
        let mut database = Some(Database::open(dir.path()).unwrap());
        database.as_ref().unwrap().limit_pages(20);
        let batch: Vec<_> = (0..5).map(|n| job(&n.to_string(), "h", 40_000).0).collect();
        assert!(
            write(dir.path(), &place(dir.path()), &mut database, &batch).iter().all(|o| *o == Err(StoreFault::Full))
        );
        let reader = Database::open_to_read(dir.path()).unwrap();
        assert_eq!(reader.count().unwrap(), 0);
        database.as_ref().unwrap().limit_pages(10_000);
        assert!(write(dir.path(), &place(dir.path()), &mut database, &batch).iter().all(|o| *o == Ok(Kept::New)));
        assert_eq!(reader.count().unwrap(), 5);
    }

    #[test]
    fn a_reader_sees_what_was_kept_while_the_writer_goes_on() {
        let dir = tempfile::tempdir().unwrap();
        let mut database = Some(Database::open(dir.path()).unwrap());
        write(dir.path(), &place(dir.path()), &mut database, &[job("a", "1", 10).0]);
        let reader = Database::open_to_read(dir.path()).unwrap();
        let mut seen = Vec::new();
        reader
            .each(|row| {
                seen.push(row.id);
                write(dir.path(), &place(dir.path()), &mut database, &[job("b", "1", 10).0]);
            })
            .unwrap();
        assert_eq!(seen, ["a"]);
        assert_eq!(reader.hash_of("b").unwrap().as_deref(), Some("1"));
    }

    #[test]
    #[cfg(unix)]
    fn a_database_that_was_moved_away_takes_nothing_until_it_is_back() {
        use std::fs::rename;
        let (dir, other) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
        let mut database = Some(Database::open(dir.path()).unwrap());
        let place = place(dir.path());
        let (mut before, mut after) = ("a", ["b", "c", "d"].into_iter());
        for name in [database::FILE.to_owned(), format!("{}-wal", database::FILE)] {
            assert_eq!(write(dir.path(), &place, &mut database, &[job(before, "1", 10).0]), [Ok(Kept::New)]);
            before = after.next().unwrap();
            rename(dir.path().join(&name), other.path().join(&name)).unwrap();
            assert_eq!(write(dir.path(), &place, &mut database, &[job("x", "1", 10).0]), [Err(StoreFault::Busy)]);
            assert!(!dir.path().join(&name).exists(), "no empty one is made in its place: {name}");
            rename(other.path().join(&name), dir.path().join(&name)).unwrap();
        }
        assert!(matches!(write(dir.path(), &place, &mut database, &[job("y", "1", 10).0])[..], [Ok(Kept::New)]));
    }

    #[test]
    fn at_the_end_everything_is_in_the_one_file() {
        let (dir, copy) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
        let mut database = Some(Database::open(dir.path()).unwrap());
        // As in the collector, where somebody reads too.
        let reader = Database::open_to_read(dir.path()).unwrap();
        write(dir.path(), &place(dir.path()), &mut database, &[job("a", "1", 10).0]);
        assert_eq!(reader.count().unwrap(), 1);
        assert!(database.unwrap().tidy());
        std::fs::copy(dir.path().join(database::FILE), copy.path().join(database::FILE)).unwrap();
        assert_eq!(Database::open_to_read(copy.path()).unwrap().count().unwrap(), 1);
    }
}
