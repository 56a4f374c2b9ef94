//! `beginspraak accept`: which gatherings there are, whether what says that it comes from them does, and whether it counts.

use super::folder::WorkFolder;
use crate::{
    domain::{
        gathering::Offered,
        language::Language,
        reaction::{Header, Known},
    },
    files::{
        content::Content,
        error::Error,
        work::{Accepting, Stand},
    },
    native::{Outcome, cli::AcceptArgs, clock::Clock, identity},
    texts::{self, accept as t},
};

/// Takes over, decides, and tells how it stands. Exit code 1 when lines could not be read.
pub fn run(args: &AcceptArgs, language: Language) -> Result<Outcome, Error> {
    let folder = WorkFolder::open(&args.folder)?;
    let content = folder.load_content(args.content.as_deref())?;
    let knows = |header: &Header| content.as_ref().map_or(Known::Nothing, |content| content.known(header));
    let (who, today) = (identity::person(args.who.as_deref()), Clock::System.today());
    if let Some(from) = &args.from {
        println!("{}", t::taken_over(language, folder.take_over(from, &who, today)?));
    }
    let mut accepting = Accepting::of(folder.shelves(&knows)?, content.as_ref().map(offered).unwrap_or_default());
    let only = args.consultation.as_ref();
    if let Some(only) = only.filter(|only| !accepting.slugs().any(|slug| slug == *only)) {
        return Err(Error::NoSuchConsultation(only.to_string()));
    }
    let wanted = args.yes.iter().map(|id| (*id, true)).chain(args.no.iter().map(|id| (*id, false)));
    let (wanted, secret) = (wanted.collect::<Vec<_>>(), identity::random().ok());
    let all = folder.with(&who, today, |own, hand| accepting.decide(own, &wanted, only, secret, &knows, hand))?;
    for decided in all {
        t::decided(language, &decided).iter().for_each(|line| println!("{line}"));
    }
    let stands = accepting.stands();
    tell(language, stands.iter().filter(|stand| only.is_none() || stand.slug.as_ref() == only));
    let damage = &accepting.shelves().torn;
    for damage in damage {
        println!("{}", texts::lines::damage(language, damage));
    }
    Ok(if damage.is_empty() { Outcome::Clean } else { Outcome::Findings })
}

/// The questions that gatherings can be about.
fn offered(content: &Content) -> Vec<Offered> {
    content.consultations.values().map(|one| Offered::of(one, Language::Nl)).collect()
}

/// Says how each stands.
fn tell<'a>(language: Language, stands: impl Iterator<Item = &'a Stand>) {
    let (mut before, mut none) = (None, true);
    for stand in stands {
        none = false;
        if let Some(slug) = stand.slug.as_ref().filter(|slug| before != Some(*slug)) {
            println!("{slug}");
            before = Some(slug);
        }
        t::stand(language, stand).iter().for_each(|line| println!("{line}"));
    }
    if none {
        println!("{}", t::none(language));
    }
}
