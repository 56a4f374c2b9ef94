//! A site as it is online: which of its files are needed to go on with it, and the work folder that it was made from.

use super::{
    Kind, Published,
    manifest::{MANIFEST, Manifest},
    steps::whose,
};
use crate::{
    domain::{digest::sha256, ordered::Ordered},
    files::folder::Memory,
};
use serde_json::Value;
use std::collections::BTreeMap;

/// The files that say what there is.
pub const FIRST: [&str; 2] = [MANIFEST, Kind::FILE];
/// Where content stands in a site, and in a work folder.
const CONTENT: &str = "content/";
/// Where pictures stand in that.
const PICTURES: &str = "content/pictures/";
/// The site's own file, in both.
const SITE: &str = "site.json";

/// What was fetched of a site.
#[derive(Clone, Debug, Default)]
pub struct Online {
    files: BTreeMap<String, Vec<u8>>,
    hashes: BTreeMap<String, String>,
    assets: Value,
    kind: Option<Kind>,
}

impl Online {
    /// Of these files, by path from the site's folder; at least [`FIRST`]. `None` when they say not what there is.
    pub fn of(mut files: BTreeMap<String, Vec<u8>>) -> Option<Self> {
        let manifest = Manifest::read(files.get(MANIFEST)?)?;
        let assets: Value = serde_json::from_slice(files.get(Kind::FILE)?).ok()?;
        let kind = Kind::read(&assets)?;
        let is_twin = |path: &str| whose(path).is_some_and(|plain| manifest.files().contains_key(plain));
        let hashes = manifest.files().iter().filter(|(path, _)| !is_twin(path));
        let hashes = hashes.map(|(path, hash)| (path.clone(), hash.clone())).to_map();
        // What is empty need not be fetched: of `.nojekyll` many a host says that it is not there.
        let nothing = sha256(&[]);
        let empty = hashes.iter().filter(|(_, hash)| **hash == nothing);
        files.extend(empty.map(|(path, _)| (path.clone(), Vec::new())));
        Some(Self { files, hashes, assets, kind: Some(kind) })
    }

    /// Which of these still have to be fetched.
    pub fn lacking<'a>(&self, wanted: &'a [String]) -> Vec<&'a String> {
        wanted.iter().filter(|path| !self.files.contains_key(*path)).collect()
    }

    /// Every file with its hash, without twins.
    pub fn hashes(&self) -> &BTreeMap<String, String> {
        &self.hashes
    }

    /// What was fetched.
    pub fn files(&self) -> &BTreeMap<String, Vec<u8>> {
        &self.files
    }

    /// The same, with more.
    pub fn with(mut self, more: BTreeMap<String, Vec<u8>>) -> Self {
        self.files.extend(more);
        self
    }

    /// Which files one needs to make a site that takes its place: what is not in a work folder, and what must not be lost.
    pub fn to_press(&self) -> Vec<String> {
        let apps = self.assets["apps"].as_object().into_iter().flat_map(|apps| apps.values());
        let apps = apps.flat_map(|app| ["module", "wasm"].iter().filter_map(|part| app[part].as_str()));
        let apps: Vec<_> = apps.filter_map(|address| self.path(address)).collect();
        let is_icon = |path: &str| path.ends_with(".png") && !path.contains('/');
        let is_wanted = |path: &str| {
            path == SITE
                || is_icon(path)
                || apps.iter().any(|app| app == path)
                || path.starts_with("schema/")
                || ["content/consultations/", "content/feedback/"].iter().any(|start| path.starts_with(start))
        };
        self.hashes.keys().filter(|path| is_wanted(path)).cloned().collect()
    }

    /// Which files one needs to begin a work folder.
    pub fn to_begin(&self) -> Vec<String> {
        let pictures: Vec<String> = self.pictures().into_iter().map(|(path, _)| path).collect();
        let is_wanted = |path: &String| *path == SITE || path.starts_with(CONTENT) || pictures.contains(path);
        self.hashes.keys().filter(|path| is_wanted(path)).cloned().collect()
    }

    /// The work folder that it was made from, of what [`Online::to_begin`] asks for.
    pub fn work_folder(&self) -> BTreeMap<String, Vec<u8>> {
        let is_content = |path: &str| path == SITE || path.starts_with(CONTENT);
        let content = self.files.iter().filter(|(path, _)| is_content(path));
        let mut folder: BTreeMap<String, Vec<u8>> = content.map(|(path, bytes)| (path.clone(), bytes.clone())).to_map();
        let site: Value = folder.get(SITE).and_then(|bytes| serde_json::from_slice(bytes).ok()).unwrap_or_default();
        if let (Some(name), Some(theme)) = (site["theme"].as_str(), self.assets["theme"].as_str()) {
            folder.insert(name.to_owned(), theme.as_bytes().to_vec());
        }
        for (path, name) in self.pictures() {
            if let Some(bytes) = self.files.get(&path) {
                folder.insert(format!("{PICTURES}{name}"), bytes.clone());
            }
        }
        folder
    }

    /// Its folder with content, as it was published.
    pub fn content(&self) -> Memory {
        let inside = |(path, bytes): (&String, &Vec<u8>)| Some((path.strip_prefix(CONTENT)?.to_owned(), bytes.clone()));
        Memory { files: self.files.iter().filter_map(inside).collect() }
    }

    /// The pictures: where each is in the site, and what it is called in the content.
    fn pictures(&self) -> Vec<(String, String)> {
        let shown = self.assets["pictures"].as_object().into_iter().flat_map(|shown| shown.values());
        let addresses = shown.flat_map(|one| {
            let sizes = one["sizes"].as_array().into_iter().flatten().filter_map(|size| size[1].as_str());
            sizes.chain(one["plain"].as_str())
        });
        let named = |address: &str| {
            let path = self.path(address)?;
            let (name, end) = path.strip_prefix("assets/")?.rsplit_once('.')?;
            // Between the two stands what changes with every byte in it.
            let (stem, _) = name.rsplit_once('-')?;
            let name = format!("{stem}.{end}");
            Some((path, name))
        };
        addresses.filter_map(named).collect()
    }

    /// The path of an address on the site.
    fn path(&self, address: &str) -> Option<String> {
        address.strip_prefix(self.kind.as_ref()?.base.as_str()).map(str::to_owned)
    }
}

impl Published for Online {
    fn kind(&self) -> Option<&Kind> {
        self.kind.as_ref()
    }

    fn paths(&self) -> Vec<&str> {
        self.hashes.keys().map(String::as_str).collect()
    }

    fn read(&self, path: &str) -> Option<Vec<u8>> {
        self.files.get(path).cloned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_empty_is_known_without_fetching_it() {
        let hashes = [(".nojekyll", &b""[..]), ("_headers", b"x"), (Kind::FILE, b"{}")];
        let hashes = hashes.map(|(path, bytes)| (path.to_owned(), sha256(bytes)));
        let list = Manifest::new(hashes.into_iter().collect(), BTreeMap::new()).to_json();
        let kind = r#"{"base": "/", "apps": {}, "theme": ""}"#;
        let files = [(MANIFEST, list.as_str()), (Kind::FILE, kind)];
        let files = files.map(|(path, text)| (path.to_owned(), text.as_bytes().to_vec()));
        let online = Online::of(files.into_iter().collect()).unwrap();
        let wanted: Vec<_> = online.hashes().keys().cloned().collect();
        assert_eq!(online.lacking(&wanted), ["_headers"]);
        assert_eq!(online.files()[".nojekyll"], b"");
    }
}
