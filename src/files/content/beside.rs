//! What a site has beside its content, in the same folder: earlier revisions, and the files in which people look up what became
//! of their reaction.

use super::{Content, earlier};
use crate::{domain::id::Id, files::folder::Folder};
use std::{collections::BTreeMap, io, path::PathBuf};

/// All of it, by path under `content/`. `replaced` is that folder of the release before. Of a consultation that is `told` anew,
/// the files to look up come from elsewhere. Else the file that can't be read, and why.
pub fn of(
    folder: &dyn Folder,
    replaced: &dyn Folder,
    content: &Content,
    told: impl Fn(&Id) -> bool,
) -> Result<BTreeMap<String, Vec<u8>>, (PathBuf, io::Error)> {
    let mut beside = earlier::kept(folder, replaced, &content.consultations)?;
    for slug in content.feedback.keys().filter(|slug| !told(slug)) {
        let lookups = format!("trace/{slug}");
        for entry in folder.list(&lookups).unwrap_or_default() {
            let path = format!("{lookups}/{}", entry.name);
            if entry.name.ends_with(".bin") && !entry.is_folder {
                let bytes = folder.read(&path, u64::MAX).map_err(|cause| (folder.named(&path), cause))?;
                beside.insert(path, bytes);
            }
        }
    }
    Ok(beside)
}
