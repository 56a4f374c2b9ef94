//! All that stands in a folder, to see that nothing was changed.

use std::{collections::BTreeMap, fs, path::Path};

/// Every file below a folder, with what is in it.
pub fn tree(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let (mut tree, mut look) = (BTreeMap::new(), vec![folder.to_owned()]);
    while let Some(folder) = look.pop() {
        for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
            if entry.path().is_dir() {
                look.push(entry.path());
            } else {
                tree.insert(entry.path().display().to_string(), fs::read(entry.path()).unwrap());
            }
        }
    }
    tree
}
