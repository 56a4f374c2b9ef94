//! The published site that reactions are checked against, renewed when staff publish again.

use crate::{
    domain::day::Day,
    files::{
        content::{self, Content, FileFault, Problem, Problems},
        error::Error,
        folder::Within,
        release::manifest::MANIFEST,
    },
    native::{disk::Disk, whereabouts},
    press::{Assets, Pages},
    view::page::Around,
};
use std::{
    fs,
    path::{Path, PathBuf},
    sync::{Arc, Mutex, PoisonError, RwLock},
    time::SystemTime,
};

/// A site as it was published once.
pub struct Published {
    /// The path it lives under, with a slash at both ends.
    pub base: String,
    /// Its content.
    pub content: Content,
    /// Its pages for answers to forms.
    pub pages: Pages,
}

/// The site's folder, and what was last found there.
pub struct Site {
    dir: PathBuf,
    base: Option<String>,
    now: RwLock<Arc<Published>>,
    seen: Mutex<Seen>,
}

/// The day, and every file that is read with its length and the time it was changed.
#[derive(Clone, Default, PartialEq)]
struct Stamp {
    today: Option<Day>,
    files: Vec<(PathBuf, u64, Option<SystemTime>)>,
}

#[derive(Default)]
struct Seen {
    loaded: Stamp,
    /// What could not be loaded, and whether that was told.
    trouble: Option<(Stamp, bool)>,
}

impl Site {
    /// Loads what is in the folder.
    pub fn open(dir: &Path, base: Option<String>, today: Day) -> Result<Self, Error> {
        let loaded = Stamp::of(dir, today);
        let published = load(dir, base.as_deref(), today)?;
        let seen = Mutex::new(Seen { loaded, trouble: None });
        Ok(Self { dir: dir.to_owned(), base, now: RwLock::new(Arc::new(published)), seen })
    }

    /// The folder with the site's files.
    pub fn dir(&self) -> &Path {
        &self.dir
    }

    /// The site as it is now.
    pub fn now(&self) -> Arc<Published> {
        self.now.read().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// Looks whether the site was published again; `None` when there is nothing to tell.
    pub fn look(&self, today: Day) -> Option<Result<(), Error>> {
        let found = Stamp::of(&self.dir, today);
        let mut seen = self.seen.lock().unwrap_or_else(PoisonError::into_inner);
        if found == seen.loaded {
            return None;
        }
        match load(&self.dir, self.base.as_deref(), today) {
            Ok(published) => {
                *self.now.write().unwrap_or_else(PoisonError::into_inner) = Arc::new(published);
                let renewed = found.files != seen.loaded.files;
                *seen = Seen { loaded: found, trouble: None };
                renewed.then_some(Ok(()))
            }
            // It may be half written still: it is told when it stays like this, once, and tried again at every look.
            Err(error) => {
                let (stays, told) = match &seen.trouble {
                    Some((stamp, told)) if *stamp == found => (true, *told),
                    _ => (false, false),
                };
                seen.trouble = Some((found, stays));
                (stays && !told).then_some(Err(error))
            }
        }
    }
}

impl Stamp {
    fn of(dir: &Path, today: Day) -> Self {
        let mut files = vec![dir.join("assets.json"), dir.join("site.json")];
        for folder in ["content/consultations", "content/places"] {
            let entries = fs::read_dir(dir.join(folder)).into_iter().flatten().flatten();
            files.extend(entries.map(|entry| entry.path()));
        }
        files.sort();
        let stamped = files.into_iter().map(|path| {
            let metadata = fs::metadata(&path).ok();
            let length = metadata.as_ref().map_or(0, fs::Metadata::len);
            (path, length, metadata.and_then(|metadata| metadata.modified().ok()))
        });
        Self { today: Some(today), files: stamped.collect() }
    }
}

/// The content of a site. One that asks nothing has none; where its list says that it asks something, and nothing is there, it is
/// being put in place, or broken: what is open must not be refused as unknown.
fn content(dir: &Path) -> Result<Content, Problems> {
    let asks = fs::read_to_string(dir.join(MANIFEST)).is_ok_and(|list| list.contains("\"content/consultations/"));
    let place = dir.join("content");
    if !asks && !place.exists() {
        return content::load(&Within::new(&Disk::at(dir), "content"));
    }
    let content = whereabouts::load(&place)?;
    if asks && content.consultations.is_empty() {
        let problem = Problem { file: place.join("consultations"), spot: None, fault: FileFault::Absent };
        return Err(Problems { list: vec![problem], files: 1 });
    }
    Ok(content)
}

fn load(dir: &Path, base: Option<&str>, today: Day) -> Result<Published, Error> {
    let mark = dir.join("assets.json");
    let text = match fs::read(&mark) {
        Ok(text) => text,
        Err(cause) if cause.kind() == std::io::ErrorKind::NotFound && dir.is_dir() => {
            return Err(Error::NotASite(dir.to_owned()));
        }
        Err(cause) if cause.kind() == std::io::ErrorKind::NotFound => return Err(Error::read(dir)(cause)),
        Err(cause) => return Err(Error::Read { path: mark, cause }),
    };
    let json: serde_json::Value = serde_json::from_slice(&text).unwrap_or_default();
    let base = match (base, json.get("base").and_then(serde_json::Value::as_str)) {
        (Some(base), _) => base,
        (None, Some(base)) if base.starts_with('/') && base.ends_with('/') => base,
        _ => return Err(Error::NotASite(dir.to_owned())),
    };
    let content = content(dir).map_err(Error::Content)?;
    let assets: Assets = serde_json::from_slice(&text).map_err(|_| Error::Pages(mark))?;
    let pages =
        Pages { around: Around::new(&content, &assets.base, assets.pictures.clone(), today), assets, is_trial: false };
    Ok(Published { base: base.to_owned(), content, pages })
}
