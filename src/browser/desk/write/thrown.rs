//! Drafts that begin, that are thrown away, and that come back.

use super::folder::{THROWN, Thrown, name};
use crate::{
    browser::{desk::opened::Opened, storage::StorageError},
    domain::id::Id,
    files::content::manuscript::{FILE, Manuscript, gate, matter::Matter},
};
use serde_json::json;

/// Puts a new draft in the work folder; one that is there stays.
pub async fn begin(root: &str, slug: &Id, manuscript: &Manuscript) -> Result<(), StorageError> {
    let opened = Opened::open().await?;
    let path = format!("{root}work/{slug}/{FILE}");
    if opened.paths().await?.contains(&path) {
        return Ok(());
    }
    opened.keep(&[(&path, &manuscript.text().into_bytes())]).await
}

/// Throws a draft away: what it was is noted with the folder, so that it can be put back.
pub async fn throw(root: &str, slug: &Id) -> Result<(), StorageError> {
    let opened = Opened::open().await?;
    let [draft, gate] = [FILE, gate::FILE].map(|file| format!("{root}work/{slug}/{file}"));
    let paths = opened.paths().await?;
    let (mut texts, mut gone) = (Vec::new(), Vec::new());
    for path in [&draft, &gate] {
        let is_there = paths.contains(path);
        let bytes = if is_there { opened.file(path).await? } else { Vec::new() };
        texts.push(String::from_utf8_lossy(&bytes).into_owned());
        gone.extend(is_there.then_some(path.as_str()));
    }
    let note = json!({ "draft": texts[0], "gate": texts[1] }).to_string();
    let steps = opened.notes(&name(&Matter::Question(slug.clone()))).await?;
    let steps = steps.into_iter().map(|(one, _)| one).filter(|one| is_of(one, slug)).collect::<Vec<_>>();
    opened.keep_without(&gone, &[(format!("{THROWN}{slug}"), note)], &steps).await
}

/// Whether this is the name of how far one is with a question, or of a step of it.
fn is_of(one: &str, slug: &Id) -> bool {
    one.strip_prefix(&name(&Matter::Question(slug.clone())))
        .is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
}

/// Puts back a draft that was thrown away; one of that name that began since stays.
pub async fn put_back(root: &str, slug: &Id, thrown: &Thrown) -> Result<(), StorageError> {
    let opened = Opened::open().await?;
    let [draft, gate] = [FILE, gate::FILE].map(|file| format!("{root}work/{slug}/{file}"));
    if opened.paths().await?.contains(&draft) {
        return Ok(());
    }
    let (text, decided) = (thrown.draft.clone().into_bytes(), thrown.gate.clone().into_bytes());
    let mut files = vec![(&draft, &text)];
    if !decided.is_empty() {
        files.push((&gate, &decided));
    }
    opened.keep(&files).await
}
