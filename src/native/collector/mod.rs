//! `beginspraak serve`: the published site and the collector of reactions in one process.
//!
//! - [`listen`]: connections, and their limits in time and number.
//! - [`routes`]: which part answers which address.
//! - [`files`], [`inside`]: the static site, and which files of it.
//! - [`intake`]: from a posted body to a stored reaction and its answer.
//! - [`store`]: SQLite; a reaction is acknowledged only after it is on the disk.
//! - [`published`]: the content it checks reactions against.
//! - [`doubles`]: a form without an id that comes twice.
//! - [`state`]: all that it works with; [`percent`]: how addresses and forms are written.
//! - [`pace`], [`origin`], [`tally`]: how often, from where, and what of it is logged.

mod doubles;
mod files;
mod headers;
mod inside;
mod intake;
mod listen;
mod origin;
mod pace;
mod percent;
mod published;
mod routes;
pub(super) mod signal;
mod state;
pub mod store;
mod tally;

use super::{Outcome, cli::ServeArgs, private};
use crate::{domain::language::Language, files::error::Error, texts};
use state::Collector;
use std::{io::Write, net::SocketAddr, sync::Arc, time::Duration};
use tokio::net::TcpListener;

/// Serves until it is told to stop.
pub fn run(args: &ServeArgs, language: Language) -> Result<Outcome, Error> {
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build().map_err(Error::Start)?;
    let served = runtime.block_on(serve(args, language));
    // Whatever still runs in the background has nothing left to lose.
    runtime.shutdown_timeout(Duration::from_secs(1));
    served.map(|()| Outcome::Clean)
}

async fn serve(args: &ServeArgs, language: Language) -> Result<(), Error> {
    let collector = Arc::new(Collector::open(args)?);
    let stop = signal::stop().map_err(Error::Start)?;
    let listen = |cause| Error::Listen { address: args.listen, cause };
    let listener = TcpListener::bind(args.listen).await.map_err(listen)?;
    let address = listener.local_addr().map_err(listen)?;
    announce(address);
    log(&texts::cli::serving(language, collector.store.count()));
    for path in [args.data.clone(), args.data.join(store::database::FILE)] {
        if let Some(warning) = private::warning(&path, language) {
            log(&warning);
        }
    }

    let background = [tokio::spawn(collector.clone().report()), tokio::spawn(collector.clone().look_around(language))];
    listen::until(stop, listener, routes::router(collector.clone())).await;
    background.iter().for_each(tokio::task::JoinHandle::abort);
    // Everything acknowledged is on the disk already; this brings it all into one file.
    if !collector.store.close().await {
        log(texts::cli::wal_left(language));
    }
    log(&texts::cli::stopped(language, collector.store.count()));
    Ok(())
}

/// The one line on standard output, for programs that start the collector.
fn announce(address: SocketAddr) {
    let mut out = std::io::stdout();
    // That nobody reads it is no reason to stop.
    let _ = writeln!(out, "listening on http://{address}").and_then(|()| out.flush());
}

/// A line in the log (standard error). Never an address, a body or a text.
fn log(line: &str) {
    // A closed log is no reason to stop.
    let _ = writeln!(std::io::stderr(), "beginspraak: {line}");
}
