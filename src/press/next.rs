//! The next release of a site, made from a work folder in memory and from what is online: what the desk publishes, with every
//! reason not to.

use super::{App, Apps, Assets, Given, Icons, NoApp, Program, assets::Files, host::ICONS, made::Made, press};
use crate::{
    domain::{day::Day, digest::sha256},
    files::{
        content::{
            self, Problems, beside,
            doubt::{self, Doubt},
        },
        folder::{Memory, Within},
        release::{
            Behind, Kind, Published, Stop,
            changes::Changes,
            differences::Differences,
            manifest::{MANIFEST, Manifest},
            online::Online,
            revision::{self, Raised},
            stop,
        },
    },
};
use std::{collections::BTreeMap, io, path::PathBuf};

/// What was made.
#[derive(Debug)]
pub struct Next {
    /// Its files and pages.
    pub made: Made,
    /// What may be wrong.
    pub doubts: Vec<Doubt>,
    /// What nobody may have meant.
    pub stops: Vec<Stop>,
    /// Content files whose revision was raised.
    pub raised: Vec<Raised>,
    /// Against what is online.
    pub changes: Changes,
    /// The same by question and field.
    pub differences: Differences,
}

/// Why nothing was made.
#[derive(Debug)]
pub enum NotMade {
    /// The content is not right.
    Content(Problems),
    /// A file that goes with it can't be read.
    Unreadable(PathBuf, io::Error),
    /// Questions changed, and there is no higher revision.
    Behind(Vec<Behind>),
    /// An app is missing on the site.
    NoApp(String),
}

/// Makes it.
pub fn next(work: &Memory, online: &Online, base: &str, today: Day) -> Result<Next, NotMade> {
    let folder = Within::new(work, "content");
    let replaced = online.content();
    let mut content = content::load(&folder).map_err(NotMade::Content)?;
    let mut raised = Vec::new();
    for one in revision::behind(online, &replaced, &folder, &content) {
        let path = format!("consultations/{}.json", one.slug);
        let text = content.files.get(&path).map(|bytes| String::from_utf8_lossy(bytes).into_owned());
        raised.extend(Raised::of(&one, &text.unwrap_or_default()));
    }
    raised.iter().for_each(|one| one.put(&mut content));
    let behind = revision::behind(online, &replaced, &folder, &content);
    if !behind.is_empty() {
        return Err(NotMade::Behind(behind));
    }
    let face = content::publishable(&folder, &content, base).map_err(NotMade::Content)?;
    let doubts = doubt::all(&folder, &content, face.theme.as_deref(), today);
    let beside = beside::of(&folder, &replaced, &content, |_| false);
    let beside = beside.map_err(|(file, cause)| NotMade::Unreadable(file, cause))?;
    let programs = programs(online);
    let made = press(&Given {
        content: &content,
        beside: &beside,
        base,
        theme: face.theme.as_deref(),
        apps: if programs.is_empty() { Apps::None } else { Apps::Published(&programs) },
        pictures: &face.pictures,
        icons: &icons(online),
        schemas: &schemas(online),
        today,
    });
    let mut made = made.map_err(|NoApp(name)| NotMade::NoApp(name))?;
    let stops = stop::stops(online, &made.files, base, &content, today);
    let changes = Changes::of(&made.files, online.hashes());
    let differences = Differences::of(online, &made.files, &changes);
    let hashes = made.files.iter().map(|(path, bytes)| (path.clone(), sha256(bytes))).collect();
    made.text(MANIFEST, &Manifest::new(hashes, BTreeMap::new()).to_json());
    Ok(Next { made, doubts, stops, raised, changes, differences })
}

/// The apps of the site, as they are there.
fn programs(online: &Online) -> BTreeMap<App, Program> {
    let assets = online.read(Kind::FILE);
    let assets: Option<Assets> = assets.and_then(|bytes| serde_json::from_slice(&bytes).ok());
    let Some(assets) = assets else { return BTreeMap::new() };
    let read = |address: &str| online.read(address.strip_prefix(assets.base.as_str())?);
    let program = |files: &Files| Some(Program { module: read(&files.module)?, wasm: read(&files.wasm)? });
    assets.apps.iter().filter_map(|(app, files)| Some((*app, program(files)?))).collect()
}

/// The icons of the site, as they are there.
fn icons(online: &Online) -> Icons {
    ICONS.iter().filter_map(|icon| Some((icon.name.to_owned(), online.read(icon.name)?))).collect()
}

/// The schemas of the site, by name.
fn schemas(online: &Online) -> BTreeMap<String, String> {
    let of = |(path, bytes): (&String, &Vec<u8>)| {
        let name = path.strip_prefix("schema/")?.strip_suffix(".json")?;
        Some((name.to_owned(), String::from_utf8(bytes.clone()).ok()?))
    };
    online.files().iter().filter_map(of).collect()
}
