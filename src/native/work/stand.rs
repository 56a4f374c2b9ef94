//! `beginspraak stand`: how the work on each consultation stands, and what is still to be done.

use super::folder::WorkFolder;
use crate::{
    domain::{
        language::Language,
        reaction::{Header, Known},
        work::state::conflicts,
    },
    files::error::Error,
    native::{Outcome, cli::StandArgs},
    texts,
};

/// Prints it. Exit code 1 when lines could not be read, or something no longer fits.
pub fn run(args: &StandArgs, language: Language) -> Result<Outcome, Error> {
    let folder = WorkFolder::open(&args.folder)?;
    let content = folder.load_content(args.content.as_deref())?;
    let knows = |header: &Header| content.as_ref().map_or(Known::Nothing, |content| content.known(header));
    let mut clean = true;
    let slugs = folder.slugs()?;
    if let Some(only) = args.consultation.as_ref().filter(|only| !slugs.contains(only)) {
        return Err(Error::NoSuchConsultation(only.to_string()));
    }
    for slug in slugs.iter().filter(|slug| args.consultation.as_ref().is_none_or(|only| only == *slug)) {
        let shelf = folder.shelf(Some(slug), &knows)?;
        let work = shelf.work(slug.clone());
        for line in texts::stand::lines(language, slug, &work, &work.nowhere()) {
            println!("{line}");
        }
        for conflict in conflicts(&shelf.log) {
            println!("{}", texts::stand::conflict(language, &conflict, &shelf.passages));
        }
        for damage in &shelf.damage {
            println!("{}", texts::lines::damage(language, damage));
        }
        clean &= shelf.damage.is_empty() && work.strays.is_empty();
    }
    Ok(if clean { Outcome::Clean } else { Outcome::Findings })
}
