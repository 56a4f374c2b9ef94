//! `beginspraak gather`: reactions from a collector or a folder, brought together in one file.
//!
//! What can't be read is named and left out; everything else is gathered all the same. Doing it twice changes nothing.

pub mod finding;
pub mod gathered;
mod source;

use super::{Outcome, cli::GatherArgs, error::Error};
use crate::{
    domain::{
        digest::sha256,
        language::Language,
        reaction::{Header, WIRE_LIMIT},
    },
    texts,
};
use finding::{Fault, Finding};
use gathered::{Added, Gathered};
use source::{Object, Source};
use std::path::{Path, PathBuf};

/// What a run brought.
#[derive(Debug, Default)]
pub struct Summary {
    /// Reactions that were not in the file yet.
    pub new: usize,
    /// Reactions in the file now.
    pub total: usize,
    /// What could not be gathered.
    pub findings: Vec<Finding>,
}

/// Gathers, and prints what was found.
pub fn run(args: &GatherArgs, language: Language) -> Result<Outcome, Error> {
    let from = if args.from == "collector" { args.data.clone() } else { PathBuf::from(&args.from) };
    let summary = gather(&from, &args.to)?;
    for finding in &summary.findings {
        println!("{}", texts::gather::line(language, finding));
    }
    println!("{}", texts::gather::summary(language, &summary, &args.to));
    Ok(if summary.findings.is_empty() { Outcome::Clean } else { Outcome::Findings })
}

/// Brings what is in `from` into the file `to`.
pub fn gather(from: &Path, to: &Path) -> Result<Summary, Error> {
    let mut gathered = Gathered::open(to)?;
    let mut summary = Summary::default();
    let source = Source::open(from, to)?;
    let progress = progress(source.count()?);
    source.each(|object| {
        progress.inc(1);
        match take(&mut gathered, &object) {
            Ok(Added::New) => summary.new += 1,
            Ok(Added::Already) => {}
            Err(fault) => summary.findings.push(Finding { object: object.name, fault }),
        }
    })?;
    progress.finish_and_clear();
    summary.total = gathered.len();
    gathered.save(to)?;
    Ok(summary)
}

fn take(gathered: &mut Gathered, object: &Object) -> Result<Added, Fault> {
    let body = object.body.as_deref().map_err(|kind| Fault::Unreadable(*kind))?;
    if body.len() > WIRE_LIMIT {
        return Err(Fault::TooLarge);
    }
    if object.sha256.as_ref().is_some_and(|hash| *hash != sha256(body)) {
        return Err(Fault::Hash);
    }
    let header = Header::read(body)?;
    header.check_shape()?;
    if object.id.as_ref().is_some_and(|id| id != header.id.as_str()) {
        return Err(Fault::Id(header.id));
    }
    gathered.add(header)
}

/// A bar on the screen, when there is a screen and it takes long enough to look at.
fn progress(count: u64) -> indicatif::ProgressBar {
    if count < 5_000 { indicatif::ProgressBar::hidden() } else { indicatif::ProgressBar::new(count) }
}
