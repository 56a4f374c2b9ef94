//! `beginspraak gather`: reactions from wherever they were sent, brought together in one file.
//!
//! - [`source`]: which place it is, and what all places have in common.
//! - [`bucket`]: an S3 bucket.
//! - [`export`]: a file in which one reaction stands, or many.
//! - [`plain`], [`typed`]: a record as a reaction; a form that was sent without JavaScript.
//! - [`gathered`]: the file in which they are brought together.
//! - [`marks`]: what in it does not fit the questions, is a test, or claims a source.
//!
//! What can't be read is named and left out; everything else is gathered all the same. Doing it twice changes nothing.

mod bucket;
mod export;
pub mod finding;
pub mod gathered;
pub mod marks;
mod plain;
pub mod source;
mod typed;

use super::{Outcome, cli::GatherArgs, content_dir, error::Error, private};
use crate::{
    domain::{
        digest::sha256,
        language::Language,
        reaction::{Header, Known, Knows, WIRE_LIMIT, judge},
    },
    texts,
};
use finding::{Fault, Finding};
use gathered::{Added, Gathered};
use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use marks::Marks;
use source::{Event, Object, Source};
use std::path::Path;

/// What a run brought.
#[derive(Debug, Default)]
pub struct Summary {
    /// Reactions that were not in the file yet.
    pub new: usize,
    /// Reactions in the file now.
    pub total: usize,
    /// What could not be gathered.
    pub findings: Vec<Finding>,
    /// How the reactions in the file stand.
    pub marks: Marks,
}

/// How to gather.
#[derive(Clone, Copy)]
pub struct How<'a> {
    /// Who knows what was asked.
    pub knows: Knows<'a>,
    /// Whether tests are taken in.
    pub tests: bool,
}

/// Gathers, and prints what was found.
pub fn run(args: &GatherArgs, language: Language) -> Result<Outcome, Error> {
    let content = args.content.as_deref().map(content_dir::load).transpose().map_err(Error::Content)?;
    let source = Source::named(args, content.as_ref())?;
    let knows = |header: &Header| content.as_ref().map_or(Known::Nothing, |content| content.known(header));
    let (summary, ended) = gather(&source, &args.to, How { knows: &knows, tests: !args.no_tests })?;
    for finding in &summary.findings {
        println!("{}", texts::gather::line(language, finding));
    }
    println!("{}", texts::gather::summary(language, &summary, &args.to));
    for line in texts::marks::lines(language, &summary.marks) {
        println!("{line}");
    }
    private::tell(&args.to, language);
    if content.is_none() && summary.total > 0 {
        println!("{}", texts::gather::not_judged(language));
    }
    ended?;
    Ok(if summary.findings.is_empty() { Outcome::Clean } else { Outcome::Findings })
}

/// Brings what is in `source` into the file `to`. When the source fails half-way, what it gave is kept, and the second
/// half of the answer says why it failed.
pub fn gather(source: &Source, to: &Path, how: How) -> Result<(Summary, Result<(), Error>), Error> {
    let mut gathered = Gathered::open(to)?;
    if !how.tests {
        gathered.remove_tests();
    }
    let mut summary = Summary::default();
    let progress = progress();
    let known = if source.is_far() { gathered.hashes() } else { Default::default() };
    let ended = source.each(&known, |event| match event {
        Event::More(count) => progress.inc_length(count),
        Event::Known => progress.inc(1),
        Event::Object(object) => {
            progress.inc(1);
            match take(&mut gathered, object, how) {
                Ok(Some(Added::New)) => summary.new += 1,
                Ok(Some(Added::Already) | None) => {}
                Err(finding) => summary.findings.push(finding),
            }
        }
    });
    progress.finish_and_clear();
    // Several are fetched at the same time; the report is in the same order each time.
    summary.findings.sort_by(|a, b| a.object.cmp(&b.object));
    summary.total = gathered.len();
    summary.marks = Marks::of(&gathered, how.knows);
    gathered.save(to)?;
    Ok((summary, ended))
}

/// Takes in what is a reaction; `None` for a test that is not wanted.
fn take(gathered: &mut Gathered, object: Object, how: How) -> Result<Option<Added>, Finding> {
    let Object { name, id, sha256: hash, consultation, body } = object;
    let added = body.and_then(|body| {
        if body.len() > WIRE_LIMIT {
            return Err(Fault::TooLarge);
        }
        if hash.is_some_and(|hash| hash != sha256(&body)) {
            return Err(Fault::Hash);
        }
        let header = Header::read(&body)?;
        let judged = judge(&header, (how.knows)(&header))?;
        if id.is_some_and(|id| id != header.id.as_str()) {
            return Err(Fault::Id(header.id));
        }
        if consultation.is_some_and(|slug| slug != header.consultation.as_str()) {
            return Err(Fault::Place);
        }
        if judged.test && !how.tests { Ok(None) } else { gathered.add(header).map(Some) }
    });
    added.map_err(|fault| Finding { object: name, fault })
}

/// A bar on the screen, when there is a screen.
fn progress() -> ProgressBar {
    let bar = ProgressBar::with_draw_target(Some(0), ProgressDrawTarget::stderr_with_hz(5));
    let style = ProgressStyle::with_template("{wide_bar} {human_pos}/{human_len} {per_sec} {eta}");
    // The template is a fixed text; without it there is the library's own bar.
    match style {
        Ok(style) => bar.with_style(style),
        Err(_) => bar,
    }
}
