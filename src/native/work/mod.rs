//! `beginspraak work`: a workfile for staff, made from gathered reactions or topped up with new ones.
//!
//! - [`file`]: writing a workfile.
//! - [`rehearse`]: lookup files for as many reactions as one likes, measured.
//! - [`tell`]: from workfiles to `content/feedback` and `content/trace`, for `beginspraak publish --work`.

pub mod file;
pub mod rehearse;
pub mod tell;

use super::{Outcome, cli::WorkArgs, content_dir, error::Error, gather::gathered::Gathered};
use crate::{
    domain::{
        id::Id,
        language::Language,
        reaction::Header,
        workfile::{Received, Workfile},
    },
    texts,
};
use std::collections::BTreeSet;

/// Makes or tops up a workfile, and prints how it stands.
pub fn run(args: &WorkArgs, language: Language) -> Result<Outcome, Error> {
    let content = content_dir::load(&args.content).map_err(Error::Content)?;
    let gathered = Gathered::open(&args.from)?;
    let headers = gathered.reactions().filter_map(|reaction| Header::of(reaction.clone()).ok());
    let received: Vec<Received> = headers.filter_map(|header| Received::try_from(header).ok()).collect();
    let slug = which(args.consultation.as_ref(), &received)?;
    let mut work = if args.to.exists() {
        content_dir::workfile(&args.to, &content.consultations).map_err(Error::Content)?
    } else {
        Workfile::new(slug.clone())
    };
    if work.consultation != slug {
        return Err(Error::WhichConsultation(vec![work.consultation.to_string(), slug.to_string()]));
    }
    let new = work.receive(received.into_iter().filter(|reaction| *reaction.consultation() == slug));
    file::write(&work, &args.to)?;
    let standings = work.standings();
    let nowhere = standings.values().filter(|standing| standing.is_nowhere()).count();
    println!("{}", texts::work::standing(language, standings.len(), new, nowhere));
    Ok(Outcome::Clean)
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
