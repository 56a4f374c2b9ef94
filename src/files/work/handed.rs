//! What is in a file that somebody gives to the desk: a work folder, gatherings, or reactions.

use super::{WORK, is_lines};
use crate::files::{
    gatherings::{self, Lines},
    parcel::{self, ParcelFault},
};
use std::collections::BTreeMap;

/// What a work folder has that no other file has.
const OWN: [&str; 3] = [WORK, "content", "site.json"];

/// It.
#[derive(Debug, PartialEq, Eq)]
pub enum Handed {
    /// A whole work folder.
    Folder {
        /// What stands before each path in it: some programs pack a folder with its own name.
        root: String,
        /// Every file by its path.
        files: BTreeMap<String, Vec<u8>>,
    },
    /// Gatherings.
    Gatherings(Lines),
    /// A line for each reaction.
    Reactions(Vec<u8>),
}

/// Why nothing can be taken from it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotTaken {
    /// It can't be opened.
    Parcel(ParcelFault),
    /// It holds nothing of this program.
    Nothing,
}

impl Handed {
    /// What is in the file that is called this.
    pub fn of(name: &str, bytes: Vec<u8>) -> Result<Self, NotTaken> {
        if is_lines(name) {
            return Ok(Self::Reactions(bytes));
        }
        Self::unpacked(parcel::unpack(&bytes).map_err(NotTaken::Parcel)?)
    }

    /// What the files are that were in a zip.
    pub fn unpacked(files: BTreeMap<String, Vec<u8>>) -> Result<Self, NotTaken> {
        if let Some(root) = root(files.keys()) {
            return Ok(Self::Folder { root, files });
        }
        let lines = Lines::of(&files);
        if lines.all.is_empty() && lines.damage.is_empty() {
            return Err(NotTaken::Nothing);
        }
        Ok(Self::Gatherings(lines))
    }
}

/// What stands before each path of the work folder among these files: the shortest, as a site within it has content too.
fn root<'a>(paths: impl Iterator<Item = &'a String>) -> Option<String> {
    let before = |path: &'a String| {
        let mut at = 0;
        for part in path.split('/') {
            let is_last = at + part.len() == path.len();
            // A folder is called so, or the file itself is.
            if OWN.contains(&part) && (part == "site.json") == is_last {
                return Some(&path[..at]);
            }
            at += part.len() + 1;
        }
        None
    };
    let within = |root: &&str| !root.split('/').any(|part| part == gatherings::FOLDER || part == "__MACOSX");
    paths.filter_map(before).filter(within).min_by_key(|root| root.len()).map(str::to_owned)
}

#[cfg(test)]
mod tests {
    use super::*;

    const ID: &str = "070707070707070707070707";

    fn zip(paths: &[&str]) -> Vec<u8> {
        let text = format!("{{\"text\":\"{ID}\",\"is\":\"x\"}}\n").into_bytes();
        parcel::pack_bare(&paths.iter().map(|path| ((*path).to_owned(), text.clone())).collect()).unwrap()
    }

    #[test]
    fn a_work_folder_is_known_with_or_without_a_folder_around_it() {
        let root = |paths: &[&str]| match Handed::of("x.zip", zip(paths)) {
            Ok(Handed::Folder { root, files }) => (root, files.len()),
            other => panic!("{other:?}"),
        };
        assert_eq!(root(&["work/a/log/1.ndjson", "site.json"]), (String::new(), 2));
        assert_eq!(
            root(&["werk map/site.json", "werk map/content/a.json", "__MACOSX/werk map/site.json"]).0,
            "werk map/"
        );
        assert_eq!(root(&["a/site/content/x.json", "a/work/x/1.ndjson"]).0, "a/");
    }

    #[test]
    fn gatherings_reactions_and_what_is_neither_are_told_apart() {
        let path = format!("annen/gatherings/{ID}/1.ndjson");
        assert!(matches!(Handed::of("x.zip", zip(&[&path])), Ok(Handed::Gatherings(lines)) if lines.all.len() == 1));
        assert_eq!(Handed::of("In.NDJSON", b"{}".to_vec()), Ok(Handed::Reactions(b"{}".to_vec())));
        assert_eq!(Handed::of("x.zip", zip(&["foto.jpg"])), Err(NotTaken::Nothing));
        assert_eq!(Handed::of("x.docx", b"x".to_vec()), Err(NotTaken::Parcel(ParcelFault::NoZip)));
    }

    #[test]
    fn what_is_packed_bare_is_unpacked_as_it_was() {
        let files = BTreeMap::from([("w/x.bin".to_owned(), vec![0, 159, 255]), ("w/y".to_owned(), Vec::new())]);
        assert_eq!(parcel::unpack(&parcel::pack_bare(&files).unwrap()), Ok(files));
    }
}
