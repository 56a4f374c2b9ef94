//! `beginspraak decide`: brings what should hold into the log, from a file that somebody wrote by hand; or writes what holds
//! as such a file, with what still needs a place.

use super::folder::{WorkFolder, entry, text_id};
use crate::{
    domain::{
        id::Id,
        language::Language,
        log::{Act, TextId},
        reaction::Header,
        work::{Conflict, Decisions, conflicts},
    },
    files::{
        content::{self, Content, DECISIONS_LIMIT},
        error::Error,
        lines::Shelf,
        read::{Cause, decisions},
    },
    native::{Outcome, cli::DecideArgs, clock::Clock, disk, identity, private},
    texts,
};
use std::path::Path;

/// Does what is asked.
pub fn run(args: &DecideArgs, language: Language) -> Result<Outcome, Error> {
    let folder = WorkFolder::open(&args.folder)?;
    let Some(content) = folder.load_content(args.content.as_deref())? else {
        return Err(Error::NoContent(folder.root().to_owned()));
    };
    match (&args.from, &args.to) {
        (Some(from), _) => take(args, &folder, &content, from, language),
        (None, Some(to)) => give(args, &folder, &content, to, language),
        (None, None) => take_back(args, &folder, &content, language),
    }
}

fn shelf(folder: &WorkFolder, content: &Content, slug: &Id) -> Result<Shelf, Error> {
    folder.shelf(Some(slug), &|header: &Header| content.known(header))
}

fn take(
    args: &DecideArgs,
    folder: &WorkFolder,
    content: &Content,
    from: &Path,
    language: Language,
) -> Result<Outcome, Error> {
    let today = Clock::System.today();
    let bytes = disk::read(from, DECISIONS_LIMIT);
    let text = bytes.as_ref().map_or_else(|_| Vec::new(), Clone::clone);
    let mut decisions = content::decisions(from, bytes, content).map_err(Error::Content)?;
    let slug = decisions.consultation.clone();
    let mut shelf = shelf(folder, content, &slug)?;
    // What colleagues did since the file was made is theirs: it shows as a conflict where the file says otherwise.
    if let Some(after) = decisions.after.take() {
        // Who brings in the same file once more knows what it did the first time.
        let known = shelf.log.with_own(&after, &identity::person(args.who.as_deref()));
        shelf.log = shelf.log.as_of(&known);
    }
    let work = shelf.work(slug.clone());
    let refused = decisions.refused(&work).into_iter().map(|(at, why)| (at, Cause::Refused(why)));
    let refused = content::of_decisions(from, &text, refused);
    if !refused.is_empty() {
        return Err(Error::Refused(refused));
    }
    let dubious = decisions.dubious(&work, today).into_iter().map(|(at, what)| (at, Cause::Dubious(what)));
    let dubious = content::of_decisions(from, &text, dubious);
    let mut names: Vec<TextId> = (0..decisions.texts()).map(|_| text_id()).collect::<Result<_, _>>()?;
    // What one entry names is shown in the order of names, so it stays as it was written.
    names.sort();
    let mut names = names.into_iter();
    let (deeds, texts) = decisions.deeds(&work, &shelf.log, &shelf.passages, || names.next().unwrap_or([0; 12].into()));
    if deeds.is_empty() {
        println!("{}", texts::stand::nothing_new(language, &slug));
        return Ok(Outcome::Clean);
    }
    let said = texts::stand::decided(language, &slug, &deeds);
    let entry = entry(&shelf, &identity::person(args.who.as_deref()), Act::Do(deeds))?;
    folder.record(&slug, &entry, &texts, today)?;
    println!("{}", said.join("\n"));
    for line in texts::stand::dubious(language, &dubious) {
        println!("{line}");
    }
    Ok(Outcome::Clean)
}

/// Takes back what somebody did last, or does it again.
fn take_back(args: &DecideArgs, folder: &WorkFolder, content: &Content, language: Language) -> Result<Outcome, Error> {
    let (slug, who) = (which(args, folder, content)?, identity::person(args.who.as_deref()));
    let shelf = shelf(folder, content, &slug)?;
    let undoing = shelf.log.undoing(&who).filter(|_| args.undo);
    let target = if args.undo { undoing.as_ref().map(|undoing| undoing.target) } else { shelf.log.redoing(&who) };
    if let Some(target) = target {
        let entry = entry(&shelf, &who, Act::Undo(target))?;
        folder.record(&slug, &entry, &[], Clock::System.today())?;
    }
    println!("{}", texts::stand::taken_back(language, &slug, &who, args.undo, target.is_some()));
    for (key, rival) in undoing.into_iter().flat_map(|undoing| undoing.theirs) {
        println!("{}", texts::stand::stays(language, &key, &rival, &shelf.passages));
    }
    Ok(Outcome::Clean)
}

/// The consultation that is meant.
fn which(args: &DecideArgs, folder: &WorkFolder, content: &Content) -> Result<Id, Error> {
    let slug = match (&args.consultation, &folder.slugs()?[..]) {
        (Some(named), _) => named.clone(),
        (None, [only]) => only.clone(),
        (None, several) => return Err(Error::WhichConsultation(several.iter().map(ToString::to_string).collect())),
    };
    if content.consultations.contains_key(&slug) { Ok(slug) } else { Err(Error::NoSuchConsultation(slug.to_string())) }
}

fn give(
    args: &DecideArgs,
    folder: &WorkFolder,
    content: &Content,
    to: &Path,
    language: Language,
) -> Result<Outcome, Error> {
    if to.exists() {
        return Err(Error::NeverReplaced(to.to_owned()));
    }
    let published = args.content.clone().unwrap_or_else(|| folder.root().join("content"));
    if disk::real(to).starts_with(disk::real(&published)) {
        return Err(Error::DecisionsInContent(to.to_owned()));
    }
    let slug = which(args, folder, content)?;
    let shelf = shelf(folder, content, &slug)?;
    let work = shelf.work(slug.clone());
    let nowhere = work.nowhere();
    let decisions = Decisions { after: Some(shelf.log.heads().collect()), ..Decisions::of(&work) };
    let conflicts = conflicts(&shelf.log, &shelf.passages);
    let rivals = |one: &Conflict| (one.key.to_string(), texts::stand::rivals(language, one, &shelf.passages));
    let text = decisions::text(&decisions, &nowhere, &conflicts.iter().map(rivals).collect::<Vec<_>>());
    private::replace(to, |file| file.write_all(text.as_bytes()))?;
    for conflict in &conflicts {
        println!("{}", texts::stand::conflict(language, conflict, &shelf.passages));
    }
    println!("{}", texts::stand::given(language, to, nowhere.len()));
    Ok(Outcome::Clean)
}
