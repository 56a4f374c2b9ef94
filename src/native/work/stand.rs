//! `beginspraak stand`: how the work on each consultation stands, and what is still to be done.

use super::folder::{WORK, WorkFolder};
use crate::{
    domain::{
        id::Id,
        language::Language,
        reaction::{Header, Known},
        work::conflicts,
    },
    files::{content::manuscript, error::Error},
    native::{Outcome, cli::StandArgs, disk::Disk},
    texts,
};
use std::collections::BTreeMap;

/// Prints it. Exit code 1 when lines could not be read, or something no longer fits.
pub fn run(args: &StandArgs, language: Language) -> Result<Outcome, Error> {
    let folder = WorkFolder::open(&args.folder)?;
    let content = folder.load_content(args.content.as_deref())?;
    let knows = |header: &Header| content.as_ref().map_or(Known::Nothing, |content| content.known(header));
    let mut clean = true;
    let mut written = manuscript::all(&Disk::at(folder.root()), WORK, content.as_ref());
    written.retain(|one| args.consultation.as_ref().is_none_or(|only| *only == one.slug));
    for line in written.iter().flat_map(|one| texts::stand::manuscript(language, one)) {
        println!("{line}");
    }
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
        for conflict in &conflicts(&shelf.log, &shelf.passages) {
            println!("{}", texts::stand::conflict(language, conflict, &shelf.passages));
        }
        for damage in &shelf.damage {
            println!("{}", texts::lines::damage(language, damage));
        }
        clean &= shelf.damage.is_empty() && work.strays.is_empty();
    }
    if args.consultation.is_none() {
        let shelf = folder.shelf(None, &knows)?;
        let mut others: BTreeMap<&Id, u32> = BTreeMap::new();
        shelf.received().for_each(|one| *others.entry(one.consultation()).or_default() += 1);
        for (slug, count) in others {
            println!("{}", texts::stand::of_another(language, slug, count));
        }
        for damage in &shelf.damage {
            println!("{}", texts::lines::damage(language, damage));
        }
        clean &= shelf.damage.is_empty();
    }
    Ok(if clean { Outcome::Clean } else { Outcome::Findings })
}
