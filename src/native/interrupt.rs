//! Ctrl-C while a command writes something long: it stops at the next reaction, and takes its half file away.

use super::collector::signal;
use std::{
    io::{self, ErrorKind},
    sync::atomic::{AtomicBool, Ordering},
    thread,
};

static ASKED: AtomicBool = AtomicBool::new(false);

/// From here on Ctrl-C is a question. Where the system can't tell of it, it ends the process as it always does.
pub fn watch() {
    let Ok(runtime) = tokio::runtime::Builder::new_current_thread().enable_all().build() else { return };
    thread::spawn(move || {
        runtime.block_on(async {
            if let Ok(stop) = signal::stop() {
                stop.await;
                ASKED.store(true, Ordering::Relaxed);
            }
        });
    });
}

/// Whether somebody asked to stop.
pub fn asked() -> bool {
    ASKED.load(Ordering::Relaxed)
}

/// An error once somebody asked to stop.
pub fn check() -> io::Result<()> {
    if asked() { Err(ErrorKind::Interrupted.into()) } else { Ok(()) }
}
