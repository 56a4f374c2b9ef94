//! `beginspraak erase`: takes a reaction out for good, from the work folder and from a collector's database. What stays is
//! its id and why, so that it does not come back.

use super::folder::{Kind, WorkFolder, entry};
use crate::{
    domain::{
        day::Day,
        feedback::Quote,
        id::{Id, ReactionId},
        language::Language,
        log::{Act, Erased, TextId},
        reaction::{Header, knows_nothing},
        receipt::Receipt,
        work::{Deed, Passage, Received, ready::is_from},
    },
    files::{error::Error, lines::Shelf, telling},
    native::{
        Outcome,
        cli::EraseArgs,
        clock::Clock,
        collector::store::database::{Database, unusable},
        disk, identity,
    },
    texts,
};
use std::{collections::BTreeSet, io::BufRead};

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
    // Words of it that are quoted, or once were, go with it.
    let quoted = quotes_of(&shelf, &id);
    let why = args.why.into();
    let remark = folder.erase_remark(&id, why, &identity::person(args.who.as_deref()), Clock::System.today())?;
    if !known && !remark && quoted.is_empty() && args.database.is_none() {
        println!("{}", texts::erase::not_found(language));
        return Ok(Outcome::Findings);
    }
    let today = Clock::System.today();
    if !shelf.log.erased_reactions().contains_key(&id) {
        // First what keeps it out, then the words: cut off in between, the next run takes them out.
        let erased = Erased { texts: quoted.clone(), reactions: vec![id.clone()], why };
        let entry = entry(&shelf, &identity::person(args.who.as_deref()), Act::Erase(erased))?;
        shelf.log.merge([entry.clone()]);
        folder.record(slug, &entry, &[], today)?;
    }
    let redacted = redact(args, &folder, &[&shelf, &strangers], (&id, &quoted), today)?;
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
        stored = Some(Database::open(data)?.erase(&id).map_err(|error| unusable(data, &error))?);
    }
    for line in texts::erase::done(language, &id, gone, remark, stored, redacted.as_deref()) {
        println!("{line}");
    }
    Ok(Outcome::Clean)
}

/// Every text that was ever quoted from a reaction, whether or not it is now.
fn quotes_of(shelf: &Shelf, id: &ReactionId) -> Vec<TextId> {
    let mut texts = BTreeSet::new();
    for entry in shelf.log.entries() {
        let Act::Do(deeds) = &entry.act else { continue };
        for deed in deeds {
            if let Deed::Quote { quote, of } = deed
                && of.reaction == *id
            {
                texts.insert(*quote);
            }
        }
    }
    texts.into_iter().collect()
}

/// Takes what is quoted of a reaction out of every version of the feedback in the content folder; which versions, or `None`
/// where there is no content.
fn redact(
    args: &EraseArgs,
    folder: &WorkFolder,
    shelves: &[&Shelf],
    (id, quoted): (&ReactionId, &[TextId]),
    today: Day,
) -> Result<Option<Vec<u32>>, Error> {
    let Some((dir, content)) = folder.content(args.content.as_deref())? else { return Ok(None) };
    let Some(told) = content.feedback.get(&args.consultation) else { return Ok(Some(Vec::new())) };
    let mut words: Vec<String> =
        shelves.iter().filter_map(|shelf| shelf.get(id)).flat_map(Received::all_words).collect();
    let passages = shelves.iter().flat_map(|shelf| quoted.iter().filter_map(|text| shelf.passages.get(text)));
    words.extend(passages.filter_map(|passage| match passage {
        Passage::Quote(words) => Some(words.clone()),
        _ => None,
    }));
    let gone = |quote: &Quote| words.iter().any(|words| is_from(&quote.text, words));
    let files = telling::without(told, gone, today);
    for (path, text, _) in &files {
        disk::replace(&dir.join(path), |file| file.write_all(text.as_bytes()))?;
    }
    Ok(Some(files.into_iter().map(|(.., version)| version).collect()))
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
