//! `beginspraak.json` in the site's folder: every file that publishing made there, with its SHA-256.

use serde::{Deserialize, Serialize};
use std::{
    collections::{BTreeMap, BTreeSet},
    path::{Component, Path},
};

/// Its name. Without a dot at the front, as some hosts do not take such files.
pub const MANIFEST: &str = "beginspraak.json";

const FORMAT: &str = "beginspraak.release/1";

/// The list.
#[derive(Debug, Serialize, Deserialize)]
pub struct Manifest {
    format: String,
    /// Every file of the release by its path, with its hash.
    files: BTreeMap<String, String>,
    /// While a release is being put in place: the files of the one before. Is it cut off there, both are known.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    before: BTreeMap<String, BTreeSet<String>>,
}

impl Manifest {
    /// Of a release that replaces `before`; without that, of one that is in place.
    pub fn new(files: BTreeMap<String, String>, before: BTreeMap<String, BTreeSet<String>>) -> Self {
        Self { format: FORMAT.to_owned(), files, before }
    }

    /// Reads one; `None` when it is something else, or names what lies outside of the site.
    pub fn read(bytes: &[u8]) -> Option<Self> {
        let manifest: Self = serde_json::from_slice(bytes).ok()?;
        let inside = manifest.files.keys().chain(manifest.before.keys()).all(|path| is_inside(path));
        (manifest.format == FORMAT && inside).then_some(manifest)
    }

    /// The file, a line for each path.
    pub fn to_json(&self) -> String {
        serde_json::to_string_pretty(self).unwrap_or_default() + "\n"
    }

    /// Every file of the release with its hash.
    pub fn files(&self) -> &BTreeMap<String, String> {
        &self.files
    }

    /// Whether it is of a release that was put in place to its end.
    pub fn is_whole(&self) -> bool {
        self.before.is_empty()
    }

    /// Every file of the release before, while another one takes its place.
    pub fn past(&self) -> Vec<String> {
        self.before.keys().cloned().collect()
    }

    /// What was made, with the hashes that each file may have.
    pub fn made(self) -> BTreeMap<String, BTreeSet<String>> {
        let mut made = self.before;
        for (path, hash) in self.files {
            made.entry(path).or_default().insert(hash);
        }
        made
    }
}

/// Whether a text is a path below a folder, and cannot lead out of it.
pub fn is_inside(path: &str) -> bool {
    let plain = |part: &str| {
        let mut parts = Path::new(part).components();
        matches!((parts.next(), parts.next()), (Some(Component::Normal(name)), None) if name == part)
    };
    !path.contains('\\') && path.split('/').all(plain)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_list_that_leads_out_of_the_site_is_none() {
        let list = |path: &str| {
            let files = BTreeMap::from([(path.to_owned(), "hash".to_owned())]);
            Manifest::read(Manifest::new(files, BTreeMap::new()).to_json().as_bytes()).map(Manifest::made)
        };
        assert_eq!(list("a/index.html").unwrap().len(), 1);
        for path in ["../x", "/etc/x", "a//x", "a/../../x", "", "a\\..\\x", "./x"] {
            assert!(list(path).is_none(), "{path}");
        }
        assert!(Manifest::read(b"[]").is_none() && Manifest::read(b"{\"format\":\"other/1\",\"files\":{}}").is_none());
    }
}
