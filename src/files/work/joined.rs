//! The work folder of a colleague, put together with one's own: what only they have comes along, drafts are put together field by
//! field, and of a file that both changed ours stays. Nothing that was erased comes back.

use super::{Hand, Kind, WORK, WorkFolder, is_lines};
use crate::{
    domain::{
        id::{Id, ReactionId},
        log::TextId,
    },
    files::{
        content::manuscript::{
            FILE, Manuscript, gate,
            matter::Matter,
            merge::{Both, merge},
            spots::changes,
            versions::{self, Version},
        },
        error::Error,
        folder::Folder,
        gatherings::{self, Lines},
        lines::lines,
    },
};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};

/// What came of it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Joined {
    /// How many files and lines came along.
    pub added: usize,
    /// The drafts that both wrote in.
    pub merged: Vec<Matter>,
    /// What both made of one field, by the draft that it is in.
    pub both: Vec<(Matter, Both)>,
    /// Files that both changed: ours stayed.
    pub ours: Vec<String>,
}

/// Of what a path in a work folder is the draft.
pub fn draft_of(path: &str) -> Option<Matter> {
    matter(path.strip_prefix("work/")?.strip_suffix(FILE)?.strip_suffix('/')?)
}

fn matter(name: &str) -> Option<Matter> {
    if name == Matter::Site.name() { Some(Matter::Site) } else { Id::try_from(name).ok().map(Matter::Question) }
}

/// Puts them together. `stamp` is the time, as versions have it; paths begin where the work folder does.
pub fn join<F: Folder>(
    folder: &mut WorkFolder<F>,
    theirs: &BTreeMap<String, Vec<u8>>,
    stamp: &str,
    hand: &mut Hand,
) -> Result<Joined, Error> {
    let of_gatherings = |path: &String| path.split('/').next() == Some(gatherings::FOLDER);
    let (gathered, rest): (BTreeMap<_, _>, BTreeMap<_, _>) =
        theirs.iter().map(|(path, bytes)| (path.clone(), bytes.clone())).partition(|(path, _)| of_gatherings(path));
    let mut joined = Joined { added: folder.take_over(Lines::of(&gathered), hand)?, ..Joined::default() };
    joined.added += lines_along(folder, &rest, hand)?;
    without_erased(folder)?;
    let named = |path: &&String| !is_lines(path.rsplit('/').next().unwrap_or_default()) && !is_of_a_system(path);
    for path in rest.keys().filter(named) {
        one(folder, &rest, path, stamp, &mut joined)?;
    }
    Ok(joined)
}

/// What programs of others put in a folder.
fn is_of_a_system(path: &str) -> bool {
    path.split('/').any(|part| part.starts_with('.') || part == "__MACOSX")
}

/// Lines that are not here yet, in new files.
fn lines_along<F: Folder>(
    folder: &mut WorkFolder<F>,
    theirs: &BTreeMap<String, Vec<u8>>,
    hand: &mut Hand,
) -> Result<usize, Error> {
    let mut fresh: BTreeMap<&str, BTreeSet<&[u8]>> = BTreeMap::new();
    for (path, bytes) in theirs {
        let Some((dir, name)) = path.rsplit_once('/') else { continue };
        if is_lines(name) && dir.split('/').next() == Some(WORK) {
            fresh.entry(dir).or_default().extend(lines(bytes).map(|(_, line)| line));
        }
    }
    let mut added = 0;
    for (dir, mut new) in fresh {
        for path in folder.lines_in(dir)? {
            let here = folder.read(&path)?;
            for (_, line) in lines(&here) {
                new.remove(line);
            }
        }
        // What is no text is no line of ours.
        let new: Vec<String> = new.into_iter().filter_map(|line| String::from_utf8(line.to_vec()).ok()).collect();
        folder.add_in(dir, hand, &new)?;
        added += new.len();
    }
    Ok(added)
}

/// Takes out again what either of them erased.
fn without_erased<F: Folder>(folder: &mut WorkFolder<F>) -> Result<(), Error> {
    for slug in folder.slugs()? {
        let log = folder.log(&slug)?;
        let named = |line: &[u8], pointer: &str| {
            let json = serde_json::from_slice::<Value>(line).ok()?;
            json.pointer(pointer)?.as_str().map(str::to_owned)
        };
        let reaction = |line: &[u8]| {
            let id = named(line, "/reaction/id").and_then(|id| ReactionId::try_from(id.as_str()).ok());
            id.is_some_and(|id| log.erased_reactions().contains_key(&id))
        };
        let text = |line: &[u8]| {
            let id = named(line, "/text").and_then(|id| TextId::try_from(id.as_str()).ok());
            id.is_some_and(|id| log.erased_text(&id).is_some())
        };
        folder.take_out(Some(&slug), Kind::Reactions, reaction)?;
        folder.take_out(None, Kind::Reactions, reaction)?;
        folder.take_out(Some(&slug), Kind::Texts, text)?;
    }
    Ok(())
}

/// One file that holds no lines.
fn one<F: Folder>(
    folder: &mut WorkFolder<F>,
    theirs: &BTreeMap<String, Vec<u8>>,
    path: &String,
    stamp: &str,
    joined: &mut Joined,
) -> Result<(), Error> {
    let bytes = &theirs[path];
    if !folder.folder().has_file(path) {
        // Of earlier versions nobody has to hear.
        joined.added += usize::from(Version::at(path).is_none());
        return folder.write(path, bytes);
    }
    let here = folder.read(path)?;
    if here == *bytes {
        return Ok(());
    }
    let of = |paths: &[String], matter: &Matter| versions::of(matter, paths.iter().map(String::as_str));
    let their_paths: Vec<String> = theirs.keys().cloned().collect();
    let both_of = |matter: &Matter| -> Result<_, Error> {
        let dir = format!("{WORK}/{}/versions", matter.name());
        let ours: Vec<String> = folder.names(&dir, false)?.iter().map(|name| format!("{dir}/{name}")).collect();
        Ok((of(&ours, matter), of(&their_paths, matter)))
    };
    if let (Some(matter), Ok(ours), Ok(other)) = (draft_of(path), Manuscript::read(&here), Manuscript::read(bytes)) {
        let (our_versions, their_versions) = both_of(&matter)?;
        let read = |version: &Version| Manuscript::read(&folder.read(&version.path(matter.name())).ok()?).ok();
        let common = versions::common(&our_versions, &their_versions).filter_map(read);
        let base = common.min_by_key(|base| changes(base.root(), other.root()).len());
        let base = base.map(|base| base.root().clone()).unwrap_or_default();
        let merged = merge(&base, ours.root(), other.root());
        let mut now = ours.clone();
        *now.root_mut() = merged.now;
        if now == ours && merged.both.is_empty() {
            return Ok(());
        }
        for draft in [&ours, &other] {
            let text = draft.text();
            let version = Version::new(stamp, &text);
            if our_versions.iter().all(|one| one.sum != version.sum) {
                folder.write(&version.path(matter.name()), text.as_bytes())?;
            }
        }
        folder.write(path, now.text().as_bytes())?;
        joined.both.extend(merged.both.into_iter().map(|both| (matter.clone(), both)));
        joined.merged.push(matter);
        return Ok(());
    }
    if path.ends_with(&format!("/{}", gate::FILE)) {
        let json = |bytes: &[u8]| serde_json::from_slice::<Value>(bytes).ok();
        if let (Some(ours), Some(other)) = (json(&here), json(bytes)) {
            // What both say of one thing, each says with as good a reason.
            return folder.write(path, merge(&Value::Null, &ours, &other).now.to_string().as_bytes());
        }
    }
    if let Some(matter) = ready_of(path) {
        let (our_versions, their_versions) = both_of(&matter)?;
        let has = |all: &[Version], text: &[u8]| {
            let text = Manuscript::read(text).map(|read| read.text());
            text.is_ok_and(|text| all.iter().any(|version| version.sum == Version::new(stamp, &text).sum))
        };
        match (has(&our_versions, bytes), has(&their_versions, &here)) {
            // Ours came after theirs.
            (true, false) => return Ok(()),
            (false, true) => {
                joined.added += 1;
                return folder.write(path, bytes);
            }
            _ => {}
        }
    }
    joined.ours.push(path.clone());
    Ok(())
}

/// Of what this is the file that is published.
fn ready_of(path: &str) -> Option<Matter> {
    if ["site.json", "content/site.json"].contains(&path) {
        return Some(Matter::Site);
    }
    Id::try_from(path.strip_prefix("content/consultations/")?.strip_suffix(".json")?).ok().map(Matter::Question)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        domain::{
            day::Day,
            gathering::Names,
            log::{Act, Erased, ErasedWhy, Log},
            work::Deed,
        },
        files::folder::Memory,
    };
    use serde_json::json;

    fn joined(ours: &Memory, theirs: &Memory) -> (Memory, Joined) {
        let (mut folder, mut count) = (WorkFolder::new(ours.clone()), 0u8);
        let mut random = || {
            count += 1;
            Some([count; 12])
        };
        let day = Day::try_from("2026-11-27").unwrap();
        let mut hand = Hand { who: "Anna", at: 1, day, names: Names(&mut random) };
        let came = join(&mut folder, &theirs.files, "2026-11-27-2130", &mut hand).unwrap();
        (folder.folder().clone(), came)
    }

    fn with(files: &[(&str, &str)]) -> Memory {
        Memory { files: files.iter().map(|(path, text)| ((*path).to_owned(), text.as_bytes().to_vec())).collect() }
    }

    fn draft(title: &str, summary: &str) -> String {
        Manuscript::read(json!({ "title": { "nl": title }, "summary": { "nl": summary } }).to_string().as_bytes())
            .unwrap()
            .text()
    }

    const DRAFT: &str = "work/bus/draft.json";

    fn text(folder: &Memory, path: &str) -> String {
        String::from_utf8(folder.files[path].clone()).unwrap()
    }

    /// A folder in which this was written after what both had.
    fn since(both: &str, now: &str) -> Memory {
        let version = Version::new("2026-11-27-1200", both);
        with(&[(&version.path("bus"), both), (DRAFT, now)])
    }

    #[test]
    fn what_two_wrote_in_one_draft_is_there_and_what_both_changed_is_named() {
        let base = draft("Bus", "Over de bus");
        let (ours, theirs) = (draft("De bus", "Over de bus"), draft("Bus", "Over de bus in het dorp"));
        let (folder, came) = joined(&since(&base, &ours), &since(&base, &theirs));
        assert_eq!(text(&folder, DRAFT), draft("De bus", "Over de bus in het dorp"));
        assert_eq!((came.merged.len(), came.both), (1, vec![]));
        let mut kept = since(&base, &theirs);
        kept.files.insert(Version::new("2026-11-27-1200", &theirs).path("bus"), theirs.clone().into_bytes());
        let (_, came) = joined(&folder, &kept);
        assert_eq!((came.merged, came.both), (vec![], vec![]), "once more, as they kept it");
        // Both stay as versions.
        for version in [&ours, &theirs] {
            assert_eq!(text(&folder, &Version::new("2026-11-27-2130", version).path("bus")), *version);
        }

        let (ours, theirs) = (draft("De bus", "Over de bus"), draft("Bussen", "Over de bus"));
        let (folder, came) = joined(&since(&base, &ours), &since(&base, &theirs));
        assert_eq!(text(&folder, DRAFT), ours);
        let [(Matter::Question(slug), both)] = &came.both[..] else { panic!("{came:?}") };
        assert_eq!((slug.as_str(), &*both.at, &*both.words()), ("bus", "title.nl", "Bussen"));
    }

    #[test]
    fn a_third_colleague_who_saw_less_takes_nothing_back() {
        let base = draft("Bus", "Over de bus");
        let mine = since(&base, &draft("De bus", "Over de bus"));
        let (both, _) = joined(&mine, &since(&base, &draft("Bus", "Over de bus in het dorp")));
        let (all, came) = joined(&both, &since(&base, &draft("Bus", "Over de bus")));
        assert_eq!(text(&all, DRAFT), draft("De bus", "Over de bus in het dorp"));
        assert_eq!(came.both, []);
    }

    #[test]
    fn lines_come_along_once_and_what_was_erased_does_not_come_back() {
        let line = |id: u8| format!("{{\"reaction\":{{\"id\":\"018bcfe5-6800-7fff-bfff-{id:012x}\"}}}}\n");
        let ours = with(&[("work/bus/a.ndjson", &line(1))]);
        let theirs = with(&[("work/bus/b.ndjson", &(line(1) + &line(2)))]);
        let (folder, came) = joined(&ours, &theirs);
        assert_eq!(came.added, 1);
        let (again, came) = joined(&folder, &theirs);
        assert_eq!((came.added, &again), (0, &folder));

        let gone = ReactionId::try_from("018bcfe5-6800-7fff-bfff-000000000002").unwrap();
        let act = Act::Erase(Erased { texts: vec![], reactions: vec![gone], why: ErasedWhy::ALL[0] });
        let erased = Log::<Deed>::default().next([9; 12].into(), "Anna", 1, act).line();
        let log = format!("{erased}\n");
        for (one, other) in
            [(&theirs, &with(&[("work/bus/log/x.ndjson", &log)])), (&with(&[("work/bus/log/x.ndjson", &log)]), &theirs)]
        {
            let (folder, _) = joined(one, other);
            let all: String = folder.files.keys().map(|path| text(&folder, path)).collect();
            assert!(
                all.contains("000000000001") && !all.contains("\"id\":\"018bcfe5-6800-7fff-bfff-000000000002"),
                "{all}"
            );
        }
    }

    #[test]
    fn of_a_file_that_both_changed_ours_stays_unless_they_went_on_from_it() {
        let (before, after) = (draft("Bus", "Oud"), draft("Bus", "Nieuw"));
        let path = "content/consultations/bus.json";
        let at = |now: &str| {
            let mut folder = since(&before, now);
            folder.files.insert(path.to_owned(), now.as_bytes().to_vec());
            folder
        };
        let (folder, came) = joined(&with(&[(path, &before)]), &at(&after));
        assert_eq!((text(&folder, path), came.ours), (after.clone(), vec![]));
        let (folder, came) = joined(&at(&after), &with(&[(path, &before)]));
        assert_eq!((text(&folder, path), came.ours), (after, vec![]));
        let (folder, came) = joined(&with(&[("theme.css", "a")]), &with(&[("theme.css", "b"), ("__MACOSX/x", "y")]));
        assert_eq!((folder, came.ours), (with(&[("theme.css", "a")]), vec!["theme.css".to_owned()]));
    }
}
