//! What every request can reach: the site, the store, the clock and the limits.

use super::{
    doubles::Doubles,
    log,
    origin::Origins,
    pace::Pace,
    published::{Published, Site},
    store::Store,
    tally::Tally,
};
use crate::{
    domain::language::Language,
    files::error::Error,
    native::{cli::ServeArgs, clock::Clock, disk, identity::Receipts, private},
    texts,
};
use std::{path::Path, sync::Arc, time::Duration};

/// How often the log gets a line, if there is anything to say.
const REPORT_EVERY: Duration = Duration::from_secs(60);
/// How often the site's folder is looked at.
const LOOK_EVERY: Duration = Duration::from_secs(2);

/// All that the collector works with.
pub struct Collector {
    /// The published site.
    pub site: Site,
    /// The reactions.
    pub store: Store,
    /// Makes receipts for browsers without JavaScript.
    pub receipts: Receipts,
    /// Knows a form that comes twice.
    pub doubles: Doubles,
    /// Tells the day.
    pub clock: Clock,
    /// How often one address may post.
    pub pace: Pace,
    /// Which sites may post.
    pub origins: Origins,
    /// What goes in the log.
    pub tally: Tally,
    /// Whether a proxy of our own tells who the visitor is.
    pub behind_proxy: bool,
}

impl Collector {
    /// Opens everything, or says what is in the way.
    pub fn open(args: &ServeArgs) -> Result<Self, Error> {
        let clock = args.today.map_or(Clock::System, Clock::Pinned);
        let site = Site::open(&args.site, args.base.clone(), clock.today())?;
        make_data_folder(&args.data, &args.site)?;
        Ok(Self {
            site,
            store: Store::open(&args.data)?,
            receipts: Receipts::new().map_err(no_randomness)?,
            doubles: Doubles::new().map_err(no_randomness)?,
            clock,
            pace: Pace::new(args.rate_limit),
            origins: Origins::new(args.origin.clone()),
            tally: Tally::default(),
            behind_proxy: args.behind_proxy,
        })
    }

    /// The content as it is published now.
    pub fn published(&self) -> Arc<Published> {
        self.site.now()
    }

    /// Writes a line in the log now and then.
    pub async fn report(self: Arc<Self>) {
        loop {
            tokio::time::sleep(REPORT_EVERY).await;
            if let Some(line) = self.tally.line() {
                log(&line);
            }
        }
    }

    /// Takes over a newly published site, and says when the database is no longer where it was.
    pub async fn look_around(self: Arc<Self>, language: Language) {
        let mut there = true;
        loop {
            tokio::time::sleep(LOOK_EVERY).await;
            let now = self.store.is_there();
            if now != there {
                log(if now { texts::cli::database_back(language) } else { texts::cli::database_gone(language) });
                there = now;
            }
            let collector = self.clone();
            match tokio::task::spawn_blocking(move || collector.site.look(collector.clock.today())).await {
                Ok(Some(Ok(()))) => log(texts::cli::site_renewed(language)),
                Ok(Some(Err(error))) => {
                    log(&format!("{} {}", texts::cli::old_site_stays(language), texts::cli::error(language, &error)));
                }
                _ => {}
            }
        }
    }
}

fn no_randomness(error: getrandom::Error) -> Error {
    Error::Start(std::io::Error::other(error))
}

/// Makes the folder, and refuses one that visitors could download from.
fn make_data_folder(data: &Path, site: &Path) -> Result<(), Error> {
    if !data.exists() {
        private::make_folder(data).map_err(Error::write(data))?;
        disk::sync_folder(disk::parent(data)).map_err(Error::write(data))?;
    }
    let real = |path: &Path| path.canonicalize().map_err(Error::read(path));
    if real(data)?.starts_with(real(site)?) { Err(Error::DataInSite(data.to_owned())) } else { Ok(()) }
}
