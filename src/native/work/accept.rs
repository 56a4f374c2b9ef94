//! `beginspraak accept`: which gatherings there are, whether what says that it comes from them does, and whether it counts.

use super::folder::{WorkFolder, entry};
use crate::{
    domain::{
        gathering::{About, GatheringId},
        id::Id,
        language::Language,
        log::Act,
        reaction::{Header, Known},
        work::{Deed, Met, gatherings},
    },
    files::{error::Error, lines::Shelf},
    native::{Outcome, cli::AcceptArgs, clock::Clock, identity},
    texts::{self, accept as t},
};
use std::collections::BTreeSet;

/// Takes over, decides, and tells how it stands. Exit code 1 when lines could not be read.
pub fn run(args: &AcceptArgs, language: Language) -> Result<Outcome, Error> {
    let folder = WorkFolder::open(&args.folder)?;
    let content = folder.load_content(args.content.as_deref())?;
    let knows = |header: &Header| content.as_ref().map_or(Known::Nothing, |content| content.known(header));
    if let Some(from) = &args.from {
        let lines = folder.take_over(from, Clock::System.today())?;
        println!("{}", t::taken_over(language, lines));
    }
    let lines = folder.gathering_lines()?;
    let here = gatherings::Gatherings::of(&lines.books());
    let shelves = slugs(args, &folder, &here)?
        .into_iter()
        .map(|slug| Ok((slug.clone(), folder.shelf(Some(&slug), &knows)?)))
        .collect::<Result<Vec<(Id, Shelf)>, Error>>()?;
    let met = |shelves: &[(Id, Shelf)]| -> Vec<(Id, Vec<Met>)> {
        shelves.iter().map(|(slug, shelf)| (slug.clone(), shelf.work(slug.clone()).gatherings)).collect()
    };
    let mut standing = met(&shelves);
    let wanted = args.yes.iter().map(|id| (*id, true)).chain(args.no.iter().map(|id| (*id, false)));
    let mut deeds: Vec<(Id, Vec<Deed>)> = Vec::new();
    let mut said = Vec::new();
    for (gathering, accepted) in wanted {
        let named = |met: &&Met| met.id == gathering;
        let found: Vec<(&Id, &Met)> =
            standing.iter().filter_map(|(slug, all)| Some((slug, all.iter().find(named)?))).collect();
        if found.is_empty() {
            return Err(Error::NoSuchGathering(gathering));
        }
        if accepted && here.get(&gathering).is_none() {
            return Err(Error::GatheringNotHere(gathering));
        }
        for (slug, met) in found {
            let new = met.ruling != Some(accepted) || is_disputed(&shelves, slug, gathering);
            said.push(t::decided(language, slug, gathering, accepted, new));
            if new {
                let deed = Deed::Accept { gathering, accepted };
                match deeds.iter_mut().find(|(other, _)| other == slug) {
                    Some((_, all)) => all.push(deed),
                    None => deeds.push((slug.clone(), vec![deed])),
                }
            }
        }
    }
    let mut shelves = shelves;
    for (slug, deeds) in deeds {
        let Some((_, shelf)) = shelves.iter_mut().find(|(other, _)| *other == slug) else { continue };
        let entry = entry(shelf, &identity::person(args.who.as_deref()), Act::Do(deeds))?;
        folder.record(&slug, &entry, &[], Clock::System.today())?;
        shelf.log.merge([entry]);
    }
    standing = met(&shelves);
    said.iter().for_each(|line| println!("{line}"));
    tell(language, &standing, &here, args.consultation.is_some());
    for damage in &lines.damage {
        println!("{}", texts::lines::damage(language, damage));
    }
    Ok(if lines.damage.is_empty() { Outcome::Clean } else { Outcome::Findings })
}

/// The consultations of which there is something, or that a gathering is about.
fn slugs(args: &AcceptArgs, folder: &WorkFolder, here: &gatherings::Gatherings) -> Result<BTreeSet<Id>, Error> {
    let about = here.iter().filter_map(|(_, known)| match &known.about {
        Some(About::Consultation(slug)) => Some(slug.clone()),
        _ => None,
    });
    let mut all: BTreeSet<Id> = folder.slugs()?.into_iter().chain(about).collect();
    if let Some(only) = &args.consultation {
        if !all.contains(only) {
            return Err(Error::NoSuchConsultation(only.to_string()));
        }
        all.retain(|slug| slug == only);
    }
    Ok(all)
}

/// Whether colleagues decided different things about it: then the same once more settles that.
fn is_disputed(shelves: &[(Id, Shelf)], slug: &Id, gathering: GatheringId) -> bool {
    use crate::domain::work::deed::Key;
    let shelf = shelves.iter().find(|(other, _)| other == slug);
    shelf.is_some_and(|(_, shelf)| shelf.log.conflicts().any(|(key, _)| *key == Key::Accepted(gathering)))
}

/// Says how each stands; those without an agenda, to which nothing came in yet, last.
fn tell(language: Language, standing: &[(Id, Vec<Met>)], here: &gatherings::Gatherings, only: bool) {
    let mut told = BTreeSet::new();
    for (slug, all) in standing.iter().filter(|(_, all)| !all.is_empty()) {
        println!("{slug}");
        for met in all {
            told.insert(met.id);
            t::met(language, met).iter().for_each(|line| println!("{line}"));
            if met.is_open() && met.known.is_some() && met.proved > 0 {
                println!("{}", t::choose(language, met.id));
            }
        }
    }
    let rest: Vec<_> = here.iter().filter(|(id, _)| !only && !told.contains(id)).collect();
    for (id, known) in &rest {
        let met = Met { id: **id, known: Some((*known).clone()), ruling: None, proved: 0, unproved: 0 };
        t::met(language, &met).iter().for_each(|line| println!("{line}"));
    }
    if told.is_empty() && rest.is_empty() {
        println!("{}", t::none(language));
    }
}
