//! Which files of a site that was made say something else than those that are published.

use crate::domain::digest::sha256;
use std::collections::BTreeMap;

/// Files by path.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Changes {
    /// Not there yet.
    pub new: Vec<String>,
    /// There, with something else in it.
    pub changed: Vec<String>,
    /// There, and not any more.
    pub gone: Vec<String>,
}

impl Changes {
    /// Of the files that were made, against the hashes of those that are published.
    pub fn of(made: &BTreeMap<String, Vec<u8>>, published: &BTreeMap<String, String>) -> Self {
        let mut found = Self::default();
        for (path, bytes) in made {
            match published.get(path) {
                None => found.new.push(path.clone()),
                Some(hash) if *hash != sha256(bytes) => found.changed.push(path.clone()),
                Some(_) => {}
            }
        }
        found.gone = published.keys().filter(|path| !made.contains_key(*path)).cloned().collect();
        found
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_new_otherwise_or_gone_is_told_apart() {
        let made = |files: &[(&str, &str)]| -> BTreeMap<String, Vec<u8>> {
            files.iter().map(|(path, text)| ((*path).to_owned(), text.as_bytes().to_vec())).collect()
        };
        let published = made(&[("a", "1"), ("b", "2"), ("c", "3")]);
        let hashes = published.iter().map(|(path, bytes)| (path.clone(), sha256(bytes))).collect();
        let found = Changes::of(&made(&[("a", "1"), ("b", "twee"), ("d", "4")]), &hashes);
        assert_eq!(
            (&found.new[..], &found.changed[..], &found.gone[..]),
            (&["d".to_owned()][..], &["b".to_owned()][..], &["c".to_owned()][..])
        );
        assert_eq!(Changes::of(&published, &hashes), Changes::default());
    }
}
