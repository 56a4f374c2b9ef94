//! `beginspraak erase`: takes a reaction out for good, from the work folder and from a collector's database. What stays is
//! its id and why, so that it does not come back.

use super::folder::{Kind, WorkFolder, entry};
use crate::{
    domain::{
        id::{Id, ReactionId},
        language::Language,
        log::{Act, Erased, TextId},
        reaction::{Header, knows_nothing},
        receipt::Receipt,
        work::deed::{Key, Value},
    },
    files::{error::Error, lines::Shelf},
    native::{Outcome, cli::EraseArgs, clock::Clock, collector::store::database::Database, identity},
    texts,
};
use std::io::BufRead;

/// Erases, and prints what remains to be done elsewhere.
pub fn run(args: &EraseArgs, language: Language) -> Result<Outcome, Error> {
    let folder = WorkFolder::open(&args.folder)?;
    let slug = &args.consultation;
    let mut shelf = folder.shelf(Some(slug), &knows_nothing)?;
    // It may have come before its consultation was in the content.
    let strangers = folder.shelf(None, &knows_nothing)?;
    let id = match (&args.reaction, args.receipt) {
        (Some(id), _) => Some(id.clone()),
        (None, true) => by_receipt(slug, [&shelf, &strangers], language)?,
        (None, false) => None,
    };
    let Some(id) = id else {
        println!("{}", texts::erase::not_found(language));
        return Ok(Outcome::Findings);
    };
    let known = [&shelf, &strangers].iter().any(|shelf| shelf.get(&id).is_some())
        || shelf.log.erased_reactions().contains_key(&id);
    // Words of it that are quoted go with it.
    let quoted = shelf.log.values().filter_map(|(key, value, _)| match (key, value) {
        (Key::Quote(text), Value::Quote(Some(of))) if of.reaction == id => Some(*text),
        _ => None,
    });
    let quoted: Vec<TextId> = quoted.collect();
    if !known && quoted.is_empty() && args.database.is_none() {
        println!("{}", texts::erase::not_found(language));
        return Ok(Outcome::Findings);
    }
    let today = Clock::amsterdam().today();
    if !shelf.log.erased_reactions().contains_key(&id) {
        // First what keeps it out, then the words: cut off in between, the next run takes them out.
        let erased = Erased { texts: quoted.clone(), reactions: vec![id.clone()], why: args.why.into() };
        let entry = entry(&shelf, &identity::person(args.who.as_deref()), Act::Erase(erased))?;
        shelf.log.merge([entry.clone()]);
        folder.record(slug, &entry, &[], today)?;
    }
    let is_it = |line: &[u8]| Header::read(line).is_ok_and(|header| header.id == id);
    let mut gone = folder.take_out(Some(slug), Kind::Reactions, is_it)?;
    gone += folder.take_out(None, Kind::Reactions, is_it)?;
    let is_text = |line: &[u8]| {
        let json = serde_json::from_slice::<serde_json::Value>(line).unwrap_or_default();
        let text = json["text"].as_str().and_then(|text| TextId::try_from(text).ok());
        text.is_some_and(|text| shelf.log.erased_text(&text).is_some())
    };
    folder.take_out(Some(slug), Kind::Texts, is_text)?;
    let mut stored = None;
    if let Some(data) = &args.database {
        stored = Some(Database::open(data)?.erase(&id).map_err(|cause| Error::Database { path: data.clone(), cause })?);
    }
    for line in texts::erase::done(language, &id, gone, stored) {
        println!("{line}");
    }
    Ok(Outcome::Clean)
}

/// The reaction of a receipt that somebody types. The receipt itself goes nowhere.
fn by_receipt(slug: &Id, shelves: [&Shelf; 2], language: Language) -> Result<Option<ReactionId>, Error> {
    eprintln!("{}", texts::erase::ask_receipt(language));
    let mut typed = String::new();
    std::io::stdin().lock().read_line(&mut typed).map_err(Error::read("stdin"))?;
    let Ok(receipt) = Receipt::try_from(typed.trim()) else { return Ok(None) };
    let tag = receipt.tag(slug);
    let mut all = shelves.into_iter().flat_map(Shelf::received);
    Ok(all.find(|one| one.consultation() == slug && one.tag == tag).map(|one| one.id().clone()))
}
