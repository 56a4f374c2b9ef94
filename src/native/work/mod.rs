//! `beginspraak work`: a workfile for staff, made from gathered reactions or topped up with new ones.
//!
//! - [`rehearse`]: lookup files for as many reactions as one likes, measured.

pub mod rehearse;

use super::{Outcome, cli::WorkArgs, disk, gather::file, private, whereabouts};
use crate::{
    domain::{
        id::Id,
        language::Language,
        reaction::{Header, Knows},
        workfile::{Received, Workfile},
    },
    files::{
        content::{self, Content, WORKFILE_LIMIT},
        error::Error,
        gather::{gathered::Gathered, left_out::LeftOut, marks::Marks},
        workfile,
    },
    texts,
};
use serde_json::{Map, Value};
use std::{collections::BTreeSet, path::Path};

/// Makes or tops up a workfile, and prints how it stands, with each reaction that it could not take over.
pub fn run(args: &WorkArgs, language: Language) -> Result<Outcome, Error> {
    let content = whereabouts::load(&args.content).map_err(Error::Content)?;
    if !args.from.is_file() {
        return Err(Error::NoSource(args.from.clone()));
    }
    let gathered = file::open(&args.from)?;
    let (mut received, left_out) = received(&gathered, &|header| content.known(header));
    let slug = which(args.consultation.as_ref(), &received)?;
    let mut work = if args.to.exists() { read(&args.to, &content)? } else { Workfile::new(slug.clone()) };
    if work.consultation != slug {
        return Err(Error::WhichConsultation(vec![work.consultation.to_string(), slug.to_string()]));
    }
    received.retain(|reaction| *reaction.consultation() == slug);
    let mut marks = Marks::default();
    received.iter().for_each(|reaction| marks.count(reaction));
    // A test has nothing to say to anybody.
    let new = work.receive(received.into_iter().filter(|reaction| !reaction.test));
    private::replace(&args.to, |file| file.write_all(workfile::text(&work).as_bytes()))?;
    private::warn(&args.to, language);
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

/// Reads the workfile of one of the consultations.
pub fn read(file: &Path, content: &Content) -> Result<Workfile, Error> {
    content::workfile(file, disk::read(file, WORKFILE_LIMIT), content).map_err(Error::Content)
}

/// The reactions, and those in which a field is missing or of another shape: a gathered file may have been edited.
fn received(gathered: &Gathered, knows: Knows) -> (Vec<Received>, Vec<LeftOut>) {
    let id = |reaction: &Map<String, Value>| reaction.get("id").and_then(Value::as_str).unwrap_or_default().to_owned();
    let (mut received, mut left_out) = (Vec::new(), Vec::new());
    for reaction in gathered.reactions() {
        match Header::of(reaction.clone()).and_then(|header| Received::new(header, knows)) {
            Ok(reaction) => received.push(reaction),
            Err(fault) => left_out.push(LeftOut { object: id(reaction), fault: fault.into() }),
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
