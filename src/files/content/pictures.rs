//! The pictures that content names: the site's logo and picture, and those of consultations.

use super::{Content, FileFault, Problem};
use crate::{
    domain::{id::Id, picture::Picture},
    files::{
        folder::{Folder, join},
        pictures::{Drawn, FOLDER},
    },
};
use std::collections::{BTreeMap, BTreeSet};

/// All of them by name, or everything that is wrong with them.
pub fn read(folder: &dyn Folder, content: &Content) -> Result<BTreeMap<Id, Drawn>, Vec<Problem>> {
    let own = content.consultations.values().filter_map(|consultation| consultation.picture.as_ref());
    let named = own.chain(&content.site.picture).map(|Picture { file, .. }| file).chain(&content.site.logo);
    let (mut drawn, mut problems) = (BTreeMap::new(), Vec::new());
    for name in named.collect::<BTreeSet<_>>() {
        match Drawn::read(folder, name) {
            Ok(found) => drop(drawn.insert(name.clone(), found)),
            Err(faults) => problems.extend(faults.into_iter().map(|(file, fault)| Problem {
                file: folder.named(&join(FOLDER, &file)),
                spot: None,
                fault: FileFault::Picture(fault),
            })),
        }
    }
    if problems.is_empty() { Ok(drawn) } else { Err(problems) }
}
