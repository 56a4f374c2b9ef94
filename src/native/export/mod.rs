//! `beginspraak export`: what was gathered as JSON, or as CSV for a spreadsheet.
//!
//! - [`source`]: the work folder, one reaction after another.
//! - [`target`]: the file to write, and whether it may be written.

mod source;
mod target;

use super::{
    Outcome,
    cli::{ExportArgs, Separator},
    interrupt, private,
    work::folder::WorkFolder,
};
use crate::{
    domain::{
        feedback::Origin,
        id::Id,
        language::Language,
        reaction::{Header, Source, judge::misfits},
        work::{Rule, Verdict},
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
use source::Lines;
use std::{
    collections::{BTreeMap, BTreeSet},
    io::{self, Write},
};
use target::Format;

/// By this Excel knows that a file is UTF-8.
const BOM: &[u8] = b"\xef\xbb\xbf";

/// Writes the file.
pub fn run(args: &ExportArgs, language: Language) -> Result<Outcome, Error> {
    let format = target::check(args)?;
    let folder = WorkFolder::open(&args.from)?;
    let content = folder.load_content(args.content.as_deref())?;
    if let Some(named) = &args.consultation {
        let there = folder.slugs()?;
        let known = content.as_ref().is_some_and(|content| content.consultations.contains_key(named));
        if !known && !there.contains(named) {
            return Err(Error::WhichConsultation(there.iter().map(ToString::to_string).collect()));
        }
    }
    interrupt::watch();
    let source = Lines::of(&folder, args.consultation.as_ref())?;
    let bar = source.progress(2);
    let from = From { args, source: &source, bar: &bar };
    let written = write(from, format, content.as_ref(), language);
    bar.finish_and_clear();
    let count = written.map_err(|error| if interrupt::asked() { Error::Interrupted } else { error })?;
    println!("{}", texts::export::done(language, count, &args.to));
    if format == Format::Csv && content.is_none() {
        println!("{}", texts::export::without_content(language));
    }
    private::warn(&args.to, language);
    Ok(Outcome::Clean)
}

/// What is exported.
#[derive(Clone, Copy)]
struct From<'a> {
    args: &'a ExportArgs,
    source: &'a Lines,
    bar: &'a ProgressBar,
}

fn write(from: From, format: Format, content: Option<&Content>, language: Language) -> Result<usize, Error> {
    let args = from.args;
    let Survey { slugs, revisions, table } = survey(from).map_err(Error::read(&args.from))?;
    let mut count = 0;
    if format == Format::Json {
        private::replace(&args.to, |out| json(from, &mut count, out))?;
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
    let rules = from.source.rules();
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
        each(from, &mut |header| {
            if slug.as_ref().is_some_and(|slug| *slug != header.consultation) {
                return Ok(());
            }
            count += 1;
            let (source, verdict) = whence(&header, &rules);
            let row = match &sheet {
                Some((content, sheet)) => {
                    let revision = header.reaction.get("revision").and_then(Value::as_u64);
                    let then = revision.and_then(|revision| content.revision(&header.consultation, revision));
                    let spoken = texts::export::source(language, source, verdict);
                    let refused = (verdict == Verdict::Refused).then(|| texts::export::refused(language));
                    let misfit = misfit(&header, content, language).or(refused);
                    sheet.row(&header, (&spoken, verdict.code()), then, misfit)
                }
                None => table.row(&header.reaction, verdict.code()),
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

fn survey(from: From) -> io::Result<Survey> {
    let mut survey = Survey::default();
    each(from, &mut |header| {
        survey.table.widen(&header.reaction);
        survey.revisions.extend(header.reaction.get("revision").and_then(Value::as_u64));
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
fn json(from: From, count: &mut usize, out: &mut dyn Write) -> io::Result<()> {
    each(from, &mut |header| {
        out.write_all(if *count == 0 { b"[\n" } else { b",\n" })?;
        *count += 1;
        Ok(serde_json::to_writer(&mut *out, &header.reaction)?)
    })?;
    out.write_all(if *count == 0 { b"[]\n" } else { b"\n]\n" })
}

/// Each reaction that is wanted.
fn each(from: From, take: &mut dyn FnMut(Header) -> io::Result<()>) -> io::Result<()> {
    let mut wanted = |header: Header| if is_left_out(from.args, &header) { Ok(()) } else { take(header) };
    from.source.each(from.bar, &mut wanted)
}

/// Whether it was only sent to try whether sending works.
fn is_left_out(args: &ExportArgs, header: &Header) -> bool {
    !args.tests && header.reaction.get("test") == Some(&Value::Bool(true))
}

/// From where a reaction says that it came, and what is confirmed of that.
fn whence(header: &Header, rules: &BTreeMap<&Id, Rule>) -> (Source, Verdict) {
    let source = header.facts().map_or(Source::Resident, |facts| facts.source);
    let rule = rules.get(&header.consultation);
    let judged = rule.map(|rule| rule.judge(source, &header.reaction).0);
    (source, judged.unwrap_or(Verdict::Counts(Origin::of(source))))
}

/// Why a reaction does not fit what was asked, in a few words.
fn misfit(header: &Header, content: &Content, language: Language) -> Option<&'static str> {
    let Ok(facts) = header.facts() else { return Some(texts::export::broken(language)) };
    if facts.test {
        return Some(texts::export::test(language));
    }
    misfits(&facts, content.known(header)).first().map(|misfit| texts::marks::cause(language, misfit))
}
