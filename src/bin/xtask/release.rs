//! Makes what somebody downloads who has only a browser and a host: a zip with the desk on an empty site.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use beginspraak::files::content::manuscript::site::EMPTY;
use beginspraak::files::parcel;
use beginspraak::files::release::manifest::{MANIFEST, Manifest};

use crate::error::Error;
use crate::paths::Paths;
use crate::setup;
use crate::site::{self, Base, From};
use crate::steps::Steps;

/// What stands in the zip beside the site.
const README: (&str, &str) = ("LEES-MIJ.txt", include_str!("leesmij.txt"));

/// Leaves the zip in cargo's build folder, and tells where.
pub fn make(paths: &Paths, steps: &mut Steps, base: &Base) -> Result<PathBuf, Error> {
    setup::for_building(steps)?;
    let (content, out) = (paths.target.join("empty/content"), paths.target.join("empty/site"));
    // Both are of this command alone, made anew each time.
    for made in [&content, &out] {
        if made.exists() {
            fs::remove_dir_all(made).map_err(Error::io("empty", made))?;
        }
    }
    fs::create_dir_all(&content).map_err(Error::io("make", &content))?;
    let named = content.join("site.json");
    fs::write(&named, EMPTY).map_err(Error::io("write", &named))?;
    site::build(paths, steps, base, &From { content: &content, out: &out, release: false })?;
    steps.work("zip", || {
        let mut files = BTreeMap::from([(README.0.to_owned(), README.1.as_bytes().to_vec())]);
        read(&out, &out, &mut files)?;
        bared(&mut files);
        let packed = parcel::pack_bare(&files).map_err(|_| Error::Unusable {
            what: "The files of the site can't be put in a zip".to_owned(),
            remedy: "Is there memory enough?".to_owned(),
        })?;
        let zip = paths.target.join(format!("beginspraak-{}.zip", env!("CARGO_PKG_VERSION")));
        fs::write(&zip, packed).map_err(Error::io("write", &zip))?;
        Ok(zip)
    })
}

/// Takes out what only this disk has, and compressed twins. Who puts a later site over this one does that without them, and a host that serves twins would
/// go on with the old ones.
fn bared(files: &mut BTreeMap<String, Vec<u8>>) {
    let is_twin = |path: &str| [".br", ".gz"].iter().any(|end| path.ends_with(end));
    files.retain(|path, _| !is_twin(path) && !path.starts_with(".beginspraak"));
    if let Some(list) = files.get(MANIFEST).and_then(|bytes| Manifest::read(bytes)) {
        let kept = list.files().iter().filter(|(path, _)| !is_twin(path));
        let kept = kept.map(|(path, hash)| (path.clone(), hash.clone())).collect();
        files.insert(MANIFEST.to_owned(), Manifest::new(kept, BTreeMap::new()).to_json().into_bytes());
    }
}

/// Every file in a folder, by its path with slashes.
fn read(root: &Path, dir: &Path, files: &mut BTreeMap<String, Vec<u8>>) -> Result<(), Error> {
    for entry in fs::read_dir(dir).map_err(Error::io("list", dir))? {
        let path = entry.map_err(Error::io("list", dir))?.path();
        if path.is_dir() {
            read(root, &path, files)?;
        } else if let Ok(inside) = path.strip_prefix(root) {
            let parts: Vec<_> = inside.components().map(|part| part.as_os_str().to_string_lossy()).collect();
            files.insert(parts.join("/"), fs::read(&path).map_err(Error::io("read", &path))?);
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_file_is_in_it_by_its_path_and_the_empty_site_is_one() {
        let dir = tempfile::tempdir().unwrap();
        fs::create_dir_all(dir.path().join("werkplek/en")).unwrap();
        fs::write(dir.path().join("index.html"), "a").unwrap();
        fs::write(dir.path().join("werkplek/en/index.html"), "b").unwrap();
        let mut files = BTreeMap::new();
        read(dir.path(), dir.path(), &mut files).unwrap();
        assert_eq!(files.keys().collect::<Vec<_>>(), ["index.html", "werkplek/en/index.html"]);
        let hash = "0".repeat(64);
        let listed = ["index.html", "index.html.br"].map(|path| (path.to_owned(), hash.clone()));
        let list = Manifest::new(BTreeMap::from(listed), BTreeMap::new()).to_json();
        files.insert(MANIFEST.to_owned(), list.into_bytes());
        files.insert("index.html.br".to_owned(), b"c".to_vec());
        files.insert(".beginspraak-lock".to_owned(), Vec::new());
        bared(&mut files);
        assert!(!files.contains_key("index.html.br") && !files.contains_key(".beginspraak-lock"));
        let list = Manifest::read(&files[MANIFEST]).unwrap();
        assert_eq!(list.files().keys().collect::<Vec<_>>(), ["index.html"]);
        let packed = parcel::pack_bare(&files).unwrap();
        assert_eq!(parcel::unpack(&packed), Ok(files));
    }
}
