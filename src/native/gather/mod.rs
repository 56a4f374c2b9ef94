//! `beginspraak gather`: reactions from wherever they were sent, brought together in a work folder.
//!
//! - [`source`]: which place it is, and what all places have in common.
//! - [`bucket`]: an S3 bucket.
//!
//! What can't be read is named and left out; everything else is gathered all the same. Doing it twice changes nothing.

mod bucket;
pub mod source;

use super::{Outcome, cli::GatherArgs, clock::Clock, identity, private, work::folder::WorkFolder};
use crate::{
    domain::{
        day::Day,
        digest::sha256,
        id::Id,
        language::Language,
        reaction::{Header, Known, Knows, WIRE_LIMIT, judge},
    },
    files::{
        error::Error,
        gather::{
            Summary,
            left_out::{Fault, LeftOut},
            object::Object,
        },
        work::{Added, Gathered},
    },
    texts,
};
use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use source::{Event, Source};

/// How to gather.
#[derive(Clone, Copy)]
pub struct How<'a> {
    /// Who knows what was asked.
    pub knows: Knows<'a>,
    /// Which consultations there are, where that is known.
    pub known: Option<&'a dyn Fn(&Id) -> bool>,
    /// Whether tests are taken in.
    pub tests: bool,
    /// Who gathers.
    pub who: &'a str,
    /// Today.
    pub today: Day,
}

/// Gathers, and prints what was found.
pub fn run(args: &GatherArgs, language: Language) -> Result<Outcome, Error> {
    let folder = WorkFolder::at(&args.to)?;
    let content = folder.load_content(args.content.as_deref())?;
    let source = Source::named(args, content.as_ref())?;
    let knows = |header: &Header| content.as_ref().map_or(Known::Nothing, |content| content.known(header));
    let is_there = |slug: &Id| content.as_ref().is_none_or(|content| content.consultations.contains_key(slug));
    let known = content.is_some().then_some(&is_there as &dyn Fn(&Id) -> bool);
    let who = identity::person(args.who.as_deref());
    let today = args.today.unwrap_or_else(|| Clock::System.today());
    let how = How { knows: &knows, known, tests: !args.no_tests, who: &who, today };
    let (summary, ended) = gather(&source, &folder, how)?;
    for finding in &summary.left_out {
        println!("{}", texts::gather::line(language, finding));
    }
    for damage in &summary.damage {
        println!("{}", texts::lines::damage(language, damage));
    }
    println!("{}", texts::gather::summary(language, &summary, &args.to));
    for line in texts::marks::lines(language, &summary.marks) {
        println!("{line}");
    }
    private::warn(&folder.work(), language);
    if content.is_none() && summary.total > 0 {
        println!("{}", texts::gather::not_judged(language));
    }
    ended?;
    let clean = summary.left_out.is_empty() && summary.damage.is_empty();
    Ok(if clean { Outcome::Clean } else { Outcome::Findings })
}

/// Brings what is in `source` into a work folder. When the source fails half-way, what it gave is kept, and the second
/// half of the answer says why it failed.
pub fn gather(source: &Source, folder: &WorkFolder, how: How) -> Result<(Summary, Result<(), Error>), Error> {
    if !how.tests {
        folder.take_out_tests()?;
    }
    let mut gathered = Gathered::of(folder.shelves(how.knows)?, how.known, how.knows);
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
                Ok(Some(Added::Already | Added::Erased) | None) => {}
                Err(finding) => summary.left_out.push(finding),
            }
        }
    });
    progress.finish_and_clear();
    // Several are fetched at the same time; the report is in the same order each time.
    summary.left_out.sort_by(|a, b| a.object.cmp(&b.object));
    summary.total = gathered.count();
    summary.marks = gathered.marks();
    summary.damage = gathered.damage().cloned().collect();
    folder.with(how.who, how.today, |folder, hand| gathered.save(folder, hand, ended.is_ok()))?;
    Ok((summary, ended))
}

/// Takes in what is a reaction; `None` for a test that is not wanted.
fn take(gathered: &mut Gathered, object: Object, how: How) -> Result<Option<Added>, LeftOut> {
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
        if judged.test && !how.tests { Ok(None) } else { gathered.add(&header, &body).map(Some) }
    });
    added.map_err(|fault| LeftOut { object: name, fault })
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
