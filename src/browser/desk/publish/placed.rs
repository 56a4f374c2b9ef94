//! Putting a site in its place, step by step: each page is whole at every moment, what it replaces is kept, and who left in the middle
//! goes on where it stood.

use super::{
    Failed,
    goal::{Goal, Others},
    shipped::{Former, Going, Shipped},
};
use crate::{
    browser::desk::{
        device,
        under_way::{self, UnderWay},
    },
    domain::{digest::sha256, language::Language, ordered::Ordered},
    files::release::{
        manifest::{MANIFEST, Manifest},
        placing::{Found, Placing},
        steps::{Step, whose},
    },
    texts::placing as t,
    view::desk::publish::{Press, Stage},
};
use leptos::prelude::*;
use std::collections::BTreeMap;

/// After how many steps it is noted how far that is.
const STEPS: usize = 10;

/// A site that is put somewhere.
pub struct Site<'a> {
    /// Every file of it with its hash, but for the list.
    pub hashes: BTreeMap<String, String>,
    /// What is in a file, as far as that is at hand.
    pub read: &'a dyn Fn(&str) -> Option<Vec<u8>>,
    /// What one expects to stand there, with its hashes: another release there is asked about.
    pub expected: Option<BTreeMap<String, String>>,
    /// The hash of the list that has to stand there, of what is put back: nothing was published since.
    pub after: Option<String>,
    /// What changes, in words.
    pub what: Vec<String>,
    /// What came of making it, for who goes on later.
    pub report: String,
    /// Its files as a zip, as far as they are at hand, with the list of all.
    pub packed: Vec<u8>,
}

/// Puts it there. How many steps that took; none where somebody would rather not.
pub async fn place(
    language: Language,
    press: RwSignal<Press>,
    goal: &Goal,
    site: &Site<'_>,
    work: UnderWay,
) -> Result<Option<usize>, Failed> {
    press.update(|press| press.stage = Stage::Comparing);
    under_way::turn().await;
    let listed = goal.listed().await?;
    let there = listed.as_ref().map(|list| list.files().clone()).unwrap_or_default();
    let stands = listed.as_ref().filter(|list| list.is_whole()).map(|list| sha256(list.to_json().as_bytes()));
    if site.after.is_some() && stands.is_some() && stands != site.after {
        return Err(Failed::NotBack);
    }
    if !is_meant(language, goal, site, listed.as_ref()).await? {
        return Ok(None);
    }
    let known = listed.as_ref().map(|list| list.files().keys().cloned().collect::<Vec<_>>()).unwrap_or_default();
    let past = listed.as_ref().map(Manifest::past).unwrap_or_default();
    let wanted = site.hashes.keys().chain(&known).chain(&past).cloned().to_set();
    // Of what is being put in place a list says only what it will be.
    let certain = if listed.as_ref().is_some_and(Manifest::is_whole) { there.clone() } else { BTreeMap::new() };
    let found = goal.found(wanted.iter(), &certain, site.read, async |_| Ok(work.told(|| {}).await?)).await?;
    let placing = Placing::new(&site.hashes, listed, &found);
    if !placing.foreign.is_empty() {
        return Err(Failed::InTheWay(placing.foreign));
    }
    if !placing.edited.is_empty() && !device::confirm(&t::edited(language, &placing.edited)) {
        return Ok(None);
    }
    let of = placing.steps.len();
    let has_all = |step: &Step| matches!(step, Step::Remove(_)) || (site.read)(step.path()).is_some();
    if !placing.steps.iter().all(has_all) {
        return Err(Failed::NotBack);
    }
    let shipped = Shipped::open().await?;
    let (report, packed) = (site.report.clone(), site.packed.clone());
    let mut going = Going { way: goal.way(), name: goal.name(), at: 0, of, report, packed };
    shipped.goes(&going).await?;
    keep_former(&shipped, goal, site, &placing, &there, &found).await?;
    work.still()?;
    goal.put(MANIFEST, placing.journal.as_bytes()).await?;
    for (at, step) in placing.steps.iter().enumerate() {
        going.at = at;
        press.update(|press| press.stage = Stage::Sending(at, of));
        if at % STEPS == 0 {
            shipped.gets_on(&going).await?;
        }
        work.still()?;
        match step {
            Step::Put(path) => goal.put(path, &(site.read)(path).unwrap_or_default()).await?,
            Step::Remove(path) => goal.remove(path).await?,
        }
    }
    goal.put(MANIFEST, placing.manifest.as_bytes()).await?;
    shipped.came().await?;
    Ok(Some(of))
}

/// Asks about what stands there, where that is not what one expects.
async fn is_meant(language: Language, goal: &Goal, site: &Site<'_>, listed: Option<&Manifest>) -> Result<bool, Failed> {
    let Some(list) = listed else {
        return Ok(match goal.others().await? {
            Others::None => true,
            Others::Some => device::confirm(&t::other_things(language, &goal.name())),
            Others::WorkFolder => return Err(Failed::WorkFolder),
        });
    };
    let plain = |files: &BTreeMap<String, String>| {
        let is_twin = |path: &str| whose(path).is_some_and(|plain| files.contains_key(plain));
        files.iter().filter(|(path, _)| !is_twin(path)).map(|(path, hash)| (path.clone(), hash.clone())).to_map()
    };
    let is = plain(list.files());
    let is_expected = site.expected.as_ref().is_none_or(|expected| plain(expected) == is) || is == plain(&site.hashes);
    Ok(is_expected || device::confirm(&t::another_release(language, &goal.name())))
}

/// Keeps what is replaced. Of a release that was not put in place to its end, the one before that stays the one to go back to.
async fn keep_former(
    shipped: &Shipped,
    goal: &Goal,
    site: &Site<'_>,
    placing: &Placing,
    there: &BTreeMap<String, String>,
    found: &Found,
) -> Result<(), Failed> {
    // Who goes on with what was cut off has kept it before it began.
    if !placing.first && (placing.steps.is_empty() || *there == site.hashes) {
        return Ok(());
    }
    let after = sha256(placing.manifest.as_bytes());
    let (way, name) = (goal.way(), goal.name());
    let before = shipped.former().await?.filter(|former| former.way == way && former.name == name);
    let former = match (placing.whole && !placing.first, before) {
        // What a list names and nobody put there is not to come back.
        (true, _) => {
            let hashes = there.iter().filter(|(path, _)| found.contains_key(*path));
            let hashes = hashes.map(|(path, hash)| (path.clone(), hash.clone())).to_map();
            Former { way, name, hashes, after, what: site.what.clone() }
        }
        (false, Some(before)) if !placing.first => Former { after, ..before },
        _ => return Ok(shipped.replaces(None, &BTreeMap::new(), true).await?),
    };
    let kept = if placing.whole { BTreeMap::new() } else { shipped.former_files().await? };
    let mut files = BTreeMap::new();
    for path in placing.replaced(found).filter(|path| !kept.contains_key(*path)) {
        let bytes = goal.read(path).await?.unwrap_or_default();
        if former.hashes.get(path) == Some(&sha256(&bytes)) {
            files.insert(path.to_owned(), bytes);
        }
    }
    Ok(shipped.replaces(Some(&former), &files, placing.whole).await?)
}
