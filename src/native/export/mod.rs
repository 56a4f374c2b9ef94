//! `beginspraak export`: a gathered file as JSON, or as CSV for a spreadsheet.
//!
//! - [`source`]: the gathered file, one reaction after another.
//! - [`target`]: the file to write, and whether it may be written.

mod source;
mod target;

use super::{
    Outcome,
    cli::{ExportArgs, Separator},
    interrupt, private, whereabouts,
};
use crate::{
    domain::{
        id::Id,
        language::Language,
        reaction::{Header, judge::misfits},
    },
    files::{
        content::Content,
        error::Error,
        table::{ids::Table, sheet::Sheet},
    },
    texts,
};
use indicatif::ProgressBar;
use serde_json::Value;
use std::{
    collections::BTreeSet,
    io::{self, Write},
};
use target::Format;

/// By this Excel knows that a file is UTF-8.
const BOM: &[u8] = b"\xef\xbb\xbf";

/// Writes the file.
pub fn run(args: &ExportArgs, language: Language) -> Result<Outcome, Error> {
    let format = target::check(args)?;
    let content = args.content.as_deref().map(whereabouts::load).transpose().map_err(Error::Content)?;
    interrupt::watch();
    let bar = source::progress(&args.from, 2);
    let written = write(args, format, content.as_ref(), language, &bar);
    bar.finish_and_clear();
    let count = written.map_err(|error| if interrupt::asked() { Error::Interrupted } else { error })?;
    println!("{}", texts::export::done(language, count, &args.to));
    if format == Format::Csv && content.is_none() {
        println!("{}", texts::export::without_content(language));
    }
    private::warn(&args.to, language);
    Ok(Outcome::Clean)
}

fn write(
    args: &ExportArgs,
    format: Format,
    content: Option<&Content>,
    language: Language,
    bar: &ProgressBar,
) -> Result<usize, Error> {
    let Survey { slugs, revisions, table } = survey(args, bar)?;
    let mut count = 0;
    if format == Format::Json {
        private::replace(&args.to, |out| json(args, bar, &mut count, out))?;
        return Ok(count);
    }
    let slug = which(args.consultation.as_ref(), content, &slugs)?;
    let now = slug.as_ref().zip(content).and_then(|(slug, content)| content.consultations.get(slug));
    let words = texts::export::Spoken(language);
    let sheet = match (content, &slug, now) {
        (Some(content), Some(slug), Some(now)) => {
            let earlier = revisions.iter().rev().filter_map(|revision| content.revision(slug, *revision));
            let earlier: Vec<_> = earlier.filter(|then| then.revision != now.revision).collect();
            Some((content, Sheet::new(now, &earlier, &words, args.ids)))
        }
        _ => None,
    };
    let separator = args.separator.unwrap_or(Separator::of(language));
    private::replace(&args.to, |out| {
        if !args.no_bom {
            out.write_all(BOM)?;
        }
        let mut writer = csv::WriterBuilder::new()
            .delimiter(separator.byte())
            .quote_style(csv::QuoteStyle::Always)
            .terminator(csv::Terminator::CRLF)
            .from_writer(out);
        writer.write_record(match &sheet {
            Some((_, sheet)) => sheet.heading(),
            None => table.heading(),
        })?;
        each(args, bar, &mut |header| {
            if slug.as_ref().is_some_and(|slug| *slug != header.consultation) {
                return Ok(());
            }
            count += 1;
            let row = match &sheet {
                Some((content, sheet)) => {
                    let revision = header.reaction.get("revision").and_then(Value::as_u64);
                    let then = revision.and_then(|revision| content.revision(&header.consultation, revision));
                    sheet.row(&header, then, misfit(&header, content, language))
                }
                None => table.row(&header.reaction),
            };
            Ok(writer.write_record(row)?)
        })?;
        writer.flush()
    })?;
    Ok(count)
}

/// What there is, seen before anything is written.
#[derive(Default)]
struct Survey {
    /// The consultations.
    slugs: BTreeSet<Id>,
    /// The revisions that people answered, of those that are meant.
    revisions: BTreeSet<u64>,
    /// The columns, where nothing is known of the questions.
    table: Table,
}

fn survey(args: &ExportArgs, bar: &ProgressBar) -> Result<Survey, Error> {
    let mut survey = Survey::default();
    source::each(&args.from, bar, &mut |header| {
        if is_left_out(args, &header) {
            return Ok(());
        }
        if args.consultation.as_ref().is_none_or(|slug| *slug == header.consultation) {
            survey.table.widen(&header.reaction);
            survey.revisions.extend(header.reaction.get("revision").and_then(Value::as_u64));
        }
        survey.slugs.insert(header.consultation);
        Ok(())
    })?;
    Ok(survey)
}

/// The consultation that is meant: the one that is named, or the only one there is. None, when there are no reactions.
/// With content only its own count: a stranger can make up any name.
fn which(named: Option<&Id>, content: Option<&Content>, there: &BTreeSet<Id>) -> Result<Option<Id>, Error> {
    let known = |slug: &&Id| content.is_none_or(|content| content.consultations.contains_key(*slug));
    let (all, there) = (there, there.iter().filter(known).cloned().collect::<BTreeSet<Id>>());
    if let (true, Some(unknown)) = (there.is_empty(), all.first()) {
        return Err(Error::NoSuchConsultation(unknown.to_string()));
    }
    match named {
        Some(named) if there.contains(named) || all.is_empty() => Ok(Some(named.clone())),
        None if there.len() < 2 => Ok(there.first().cloned()),
        _ => Err(Error::WhichConsultation(there.iter().map(ToString::to_string).collect())),
    }
}

/// A list of reactions, a line for each.
fn json(args: &ExportArgs, bar: &ProgressBar, count: &mut usize, out: &mut dyn Write) -> io::Result<()> {
    each(args, bar, &mut |header| {
        if args.consultation.as_ref().is_some_and(|slug| *slug != header.consultation) {
            return Ok(());
        }
        out.write_all(if *count == 0 { b"[\n" } else { b",\n" })?;
        *count += 1;
        Ok(serde_json::to_writer(&mut *out, &header.reaction)?)
    })?;
    out.write_all(if *count == 0 { b"[]\n" } else { b"\n]\n" })
}

/// Reads once more, for who writes. The file was read whole before, so it can hardly fail now.
fn each(args: &ExportArgs, bar: &ProgressBar, take: &mut dyn FnMut(Header) -> io::Result<()>) -> io::Result<()> {
    let mut wanted = |header: Header| if is_left_out(args, &header) { Ok(()) } else { take(header) };
    source::each(&args.from, bar, &mut wanted).map_err(|error| match error {
        Error::Read { cause, .. } | Error::Write { cause, .. } => cause,
        _ => io::ErrorKind::InvalidData.into(),
    })
}

/// Whether it was only sent to try whether sending works.
fn is_left_out(args: &ExportArgs, header: &Header) -> bool {
    !args.tests && header.reaction.get("test") == Some(&Value::Bool(true))
}

/// Why a reaction does not fit what was asked, in a few words.
fn misfit(header: &Header, content: &Content, language: Language) -> Option<&'static str> {
    let Ok(facts) = header.facts() else { return Some(texts::export::broken(language)) };
    if facts.test {
        return Some(texts::export::test(language));
    }
    misfits(&facts, content.known(header)).first().map(|misfit| texts::marks::cause(language, misfit))
}
