//! `beginspraak work`: a workfile for staff, made from gathered reactions or topped up with new ones.
//!
//! - [`file`]: writing a workfile.
//! - [`rehearse`]: lookup files for as many reactions as one likes, measured.
//! - [`tell`]: from workfiles to `content/feedback` and `content/trace`, for `beginspraak publish --work`.

pub mod file;
pub mod rehearse;
pub mod tell;

use super::{
    Outcome,
    cli::WorkArgs,
    content_dir,
    error::Error,
    gather::{finding::Finding, gathered::Gathered, marks::Marks},
    private,
};
use crate::{
    domain::{
        id::Id,
        language::Language,
        reaction::{Header, Knows},
        workfile::{Received, Workfile},
    },
    texts,
};
use serde_json::{Map, Value};
use std::collections::BTreeSet;

/// Makes or tops up a workfile, and prints how it stands, with each reaction that it could not take over.
pub fn run(args: &WorkArgs, language: Language) -> Result<Outcome, Error> {
    let content = content_dir::load(&args.content).map_err(Error::Content)?;
    if !args.from.is_file() {
        return Err(Error::NoSource(args.from.clone()));
    }
    let gathered = Gathered::open(&args.from)?;
    let (mut received, left_out) = received(&gathered, &|header| content.known(header));
    let slug = which(args.consultation.as_ref(), &received)?;
    let mut work = if args.to.exists() {
        content_dir::workfile(&args.to, &content).map_err(Error::Content)?
    } else {
        Workfile::new(slug.clone())
    };
    if work.consultation != slug {
        return Err(Error::WhichConsultation(vec![work.consultation.to_string(), slug.to_string()]));
    }
    received.retain(|reaction| *reaction.consultation() == slug);
    let mut marks = Marks::default();
    received.iter().for_each(|reaction| marks.count(reaction));
    // A test has nothing to say to anybody.
    let new = work.receive(received.into_iter().filter(|reaction| !reaction.test));
    file::write(&work, &args.to)?;
    private::tell(&args.to, language);
    for finding in &left_out {
        println!("{}", texts::gather::line(language, finding));
    }
    for line in texts::marks::lines(language, &marks) {
        println!("{line}");
    }
    let standings = work.standings();
    let nowhere = standings.values().filter(|standing| standing.is_nowhere()).count();
    println!("{}", texts::work::standing(language, standings.len(), new, nowhere));
    Ok(if left_out.is_empty() { Outcome::Clean } else { Outcome::Findings })
}

/// The reactions, and those in which a field is missing or of another shape: a gathered file may have been edited.
fn received(gathered: &Gathered, knows: Knows) -> (Vec<Received>, Vec<Finding>) {
    let id = |reaction: &Map<String, Value>| reaction.get("id").and_then(Value::as_str).unwrap_or_default().to_owned();
    let (mut received, mut left_out) = (Vec::new(), Vec::new());
    for reaction in gathered.reactions() {
        match Header::of(reaction.clone()).and_then(|header| Received::new(header, knows)) {
            Ok(reaction) => received.push(reaction),
            Err(fault) => left_out.push(Finding { object: id(reaction), fault: fault.into() }),
        }
    }
    (received, left_out)
}

/// The consultation that is meant: the one that is named, or the only one there is.
fn which(named: Option<&Id>, received: &[Received]) -> Result<Id, Error> {
    let there: BTreeSet<&Id> = received.iter().map(Received::consultation).collect();
    match (named, there.iter().next()) {
        (Some(named), _) => Ok(named.clone()),
        (None, Some(only)) if there.len() == 1 => Ok((*only).clone()),
        _ => Err(Error::WhichConsultation(there.into_iter().map(ToString::to_string).collect())),
    }
}
