//! What this disk can do at most: plain appends of the same bytes, each (or each batch) synced.

use std::fs::{self, File};
use std::io::Write;
use std::path::Path;
use std::time::{Duration, Instant};

use crate::error::Error;

/// Appends per second that are safely on disk, with this many sharing one sync.
pub fn appends_per_second(dir: &Path, bytes: &[u8], batch: u32, during: Duration) -> Result<f64, Error> {
    let path = dir.join("raw-appends");
    let mut file = File::create(&path).map_err(Error::io("make", &path))?;
    let started = Instant::now();
    let mut count = 0_u32;
    while started.elapsed() < during {
        for _ in 0..batch {
            file.write_all(bytes).map_err(Error::io("write", &path))?;
        }
        // The cheapest sync that keeps the bytes: fdatasync where there is one.
        file.sync_data().map_err(Error::io("sync", &path))?;
        count += batch;
    }
    let rate = f64::from(count) / started.elapsed().as_secs_f64();
    fs::remove_file(&path).map_err(Error::io("remove", &path))?;
    Ok(rate)
}
