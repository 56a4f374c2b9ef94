//! Where the content folder is, for who named the folder around it, one in it, or one that is not there.

use super::disk::Disk;
use crate::files::{
    content::{self, Content, FileFault, Problem, Problems},
    folder::Gap,
};
use std::{
    fs,
    path::{Path, PathBuf},
};

/// The folder that every content folder has.
const INSIDE: &str = "consultations";
/// How far up is looked.
const UP: usize = 2;

/// Loads a content folder, if that is what was named.
pub fn load(dir: &Path) -> Result<Content, Problems> {
    match fault(dir) {
        Some(fault) => Err(Problems { list: vec![Problem { file: dir.to_owned(), spot: None, fault }], files: 1 }),
        None => content::load(&Disk::at(dir)),
    }
}

/// What is wrong with the folder as a whole; `None` when it may hold content.
fn fault(dir: &Path) -> Option<FileFault> {
    if dir.join(INSIDE).is_dir() {
        return None;
    }
    if let Some(gap) = Gap::of(dir) {
        return Some(FileFault::NoFolder(gap));
    }
    match near(dir) {
        Some(near) => Some(FileFault::Elsewhere(near)),
        None if dir.is_dir() => None,
        None => Some(FileFault::NotAFolder),
    }
}

/// A content folder in this one, or around it.
fn near(dir: &Path) -> Option<PathBuf> {
    let mut inside: Vec<_> = fs::read_dir(dir).into_iter().flatten().flatten().map(|entry| entry.path()).collect();
    inside.sort();
    let deeper: Vec<_> = inside.iter().map(|folder| folder.join("content")).collect();
    let absolute = std::path::absolute(dir).unwrap_or_default();
    let above = [dir, &absolute].map(|dir| dir.ancestors().skip(1).take(UP).map(Path::to_owned).collect::<Vec<_>>());
    let named = above.concat().into_iter().filter(|folder| !folder.as_os_str().is_empty());
    // Seen from `consultations/` or a file in it, the folder above is the one; from elsewhere, that would be a guess.
    let of_it = |folder: &PathBuf| absolute.starts_with(std::path::absolute(folder.join(INSIDE)).unwrap_or_default());
    let below = inside.into_iter().chain(deeper).filter(|folder| folder.join(INSIDE).is_dir());
    below.chain(named.filter(|folder| folder.join(INSIDE).is_dir()).filter(of_it)).next()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_folder_that_was_meant_is_found_from_around_it_and_from_in_it() {
        let dir = tempfile::tempdir().unwrap();
        let at = |path: &str| dir.path().join(path);
        fs::create_dir_all(at("public/content/consultations")).unwrap();
        fs::create_dir_all(at("public/content/places")).unwrap();
        fs::create_dir_all(at("empty")).unwrap();
        fs::write(at("public/content/consultations/dorp.json"), "{}").unwrap();
        fs::write(at("letter.txt"), "").unwrap();
        let content = || Some(FileFault::Elsewhere(at("public/content")));
        assert_eq!(fault(&at("public/content")), None);
        for meant in ["", "public", "public/content/consultations", "public/content/consultations/dorp.json"] {
            assert_eq!(fault(&at(meant)), content(), "{meant}");
        }
        assert_eq!(fault(&at("empty")), None, "what is missing in it is told by who reads it");
        assert_eq!(fault(&at("letter.txt")), Some(FileFault::NotAFolder));
        let gap = Gap { within: dir.path().to_owned(), name: "contnet".to_owned() };
        assert_eq!(fault(&at("contnet/deep")), Some(FileFault::NoFolder(gap)));
    }
}
