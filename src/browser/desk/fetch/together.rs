//! The work folder of a colleague, put together with the one that is open.

use super::{
    Failed,
    session::{read_again, told, with_hand},
};
use crate::{
    browser::desk::{
        device,
        opened::{Kept, Opened, keep_versions},
        write::together_notes,
    },
    files::work::{Joined, WorkFolder, joined},
    texts::together as t,
    view::desk::{
        Desk, Sign,
        fetch::{Doing, Work},
    },
};
use leptos::prelude::*;
use serde_json::Value;
use std::collections::BTreeMap;

/// Puts them together; `root` stands before the paths of theirs.
pub async fn join(
    desk: Desk,
    work: RwSignal<Work>,
    root: &str,
    theirs: BTreeMap<String, Vec<u8>>,
) -> Result<Sign, Failed> {
    let opened = Opened::open().await?;
    let Some(facts) = opened.facts().await? else { return Ok(Sign::Quiet) };
    keep_versions(&opened, &facts.root, &device::stamp()).await?;
    let (paths, mut files) = (opened.paths().await?, BTreeMap::new());
    for (at, path) in paths.iter().enumerate() {
        if let Some(inside) = path.strip_prefix(&facts.root) {
            files.insert(inside.to_owned(), opened.file(path).await?);
        }
        told(work, Doing::Reading, at, paths.len()).await?;
    }
    let inside = |(path, bytes): (String, Vec<u8>)| Some((path.strip_prefix(root)?.to_owned(), bytes));
    let theirs: BTreeMap<_, _> = theirs.into_iter().filter_map(inside).collect();
    if let (Some(ours), Some(other)) = (name(&files), name(&theirs))
        && ours != other
    {
        return Ok(Sign::Wrong(t::other_site(desk.language)));
    }
    let mut folder = WorkFolder::new(Kept::of(files));
    let came: Joined = with_hand(desk, |hand| joined::join(&mut folder, &theirs, &device::stamp(), hand))?;
    let fresh: Vec<_> =
        folder.folder_mut().fresh().into_iter().map(|(path, bytes)| (format!("{}{path}", facts.root), bytes)).collect();
    let notes: Vec<_> =
        came.both.iter().flat_map(|(matter, both)| together_notes(matter, std::slice::from_ref(both))).collect();
    opened.keep_with(&fresh.iter().map(|(path, bytes)| (path, bytes)).collect::<Vec<_>>(), &notes).await?;
    read_again(desk, work).await?;
    Ok(Sign::Told(t::joined(desk.language, &came)))
}

/// What the site is called.
fn name(files: &BTreeMap<String, Vec<u8>>) -> Option<Value> {
    let file = ["site.json", "content/site.json"].iter().find_map(|path| files.get(*path))?;
    serde_json::from_slice::<Value>(file).ok()?.get("name").cloned()
}
