//! What is read of the work folder to write in it.

use super::together;
use crate::{
    browser::{desk::opened::Opened, storage::StorageError},
    domain::{id::Id, language::Language, places::Places, site::Site},
    files::{
        content::manuscript::{
            FILE, Manuscript, gate,
            matter::Matter,
            merge::Both,
            versions::{self, Version},
        },
        pictures, read,
    },
    texts::own_site,
    view::desk::write,
};
use serde_json::Value;
use std::collections::BTreeMap;

/// Under which name it stands who said yes on this device.
pub const SECOND: &str = "second";
/// Before the name of a question: under which it stands once it was thrown away.
pub const THROWN: &str = "thrown/";
/// Where published questions stand.
pub const CONSULTATIONS: &str = "content/consultations/";

/// What is around a question in the work folder.
#[derive(Default)]
pub struct Around {
    /// What stands before each path.
    pub root: String,
    /// The site, if its file is right.
    pub site: Option<Site>,
    /// The places by province.
    pub places: BTreeMap<Id, Places>,
    /// What a question can refer to, by name.
    pub names: write::Around,
    /// The file of the site, and what it says, if it is JSON.
    pub own: Option<(String, Manuscript)>,
    /// The style sheets beside that file, by name.
    pub sheets: BTreeMap<String, String>,
    /// The questions that are published from here.
    pub published: Vec<(Id, Manuscript)>,
    /// The draft of the site, if there is one.
    pub own_draft: Option<String>,
    /// Those that were thrown away while this work folder is open: their drafts, and what was decided of them.
    pub thrown: Vec<(Id, Thrown)>,
    /// Those that are being written; none of one that can't be read.
    pub drafts: Vec<(Id, Option<Manuscript>)>,
}

/// A draft, as it is kept.
pub struct Draft {
    /// Its text.
    pub text: String,
    /// Every step that led to it.
    pub steps: Vec<String>,
    /// How many of them held, and what the draft was then.
    pub then: Option<(usize, String)>,
    /// What was decided of it, as it stands in its file; empty where there is none.
    pub gate: String,
    /// Who said yes on this device before.
    pub second: String,
    /// What two people made of one field of it.
    pub both: Vec<Both>,
    /// Earlier versions of it, the oldest first.
    pub versions: Vec<Version>,
}

/// A draft that was thrown away.
pub struct Thrown {
    /// Its text.
    pub draft: String,
    /// What was decided of it; empty where nothing was.
    pub gate: String,
}

impl Thrown {
    /// What it is called so far.
    pub fn called(&self, language: Language, slug: &Id) -> String {
        called(language, slug, Manuscript::read(self.draft.as_bytes()).ok().as_ref())
    }
}

/// All that was read.
pub struct All {
    pub around: Around,
    pub draft: Option<Draft>,
}

/// Reads it; nothing where no work folder is open.
pub async fn read(matter: Option<&Matter>) -> Result<Option<All>, StorageError> {
    let opened = Opened::open().await?;
    let Some(facts) = opened.facts().await? else { return Ok(None) };
    let mut around = Around { root: facts.root.clone(), ..Around::default() };
    let mut draft: Option<Draft> = None;
    let mut decided = String::new();
    for path in opened.paths().await? {
        let Some(inside) = path.strip_prefix(&facts.root) else { continue };
        let of = |folder: &str, end: &str| Id::try_from(inside.strip_prefix(folder)?.strip_suffix(end)?).ok();
        let json = |bytes: &[u8]| serde_json::from_slice::<Value>(bytes).ok();
        if inside == "site.json" || inside == "content/site.json" {
            let bytes = opened.file(&path).await?;
            around.site = json(&bytes).and_then(|json| read::site::read(&json).ok());
            around.own = Manuscript::read(&bytes).ok().map(|read| (inside.to_owned(), read.of_site()));
        } else if let Some(id) = of("content/places/", ".json") {
            let read = json(&opened.file(&path).await?).and_then(|json| read::places::read(&json, &[]).ok());
            around.places.extend(read.map(|places| (id, places)));
        } else if let Some(id) = of(CONSULTATIONS, ".json") {
            let read = Manuscript::read(&opened.file(&path).await?).ok();
            around.published.extend(read.map(|read| (id, read)));
        } else if let Some(id) = of("work/", &format!("/{FILE}")) {
            let bytes = opened.file(&path).await?;
            around.drafts.push((id.clone(), Manuscript::read(&bytes).ok()));
            let of_it = Matter::Question(id);
            if Some(&of_it) == matter {
                draft = Some(with_steps(&opened, &of_it, String::from_utf8_lossy(&bytes).into_owned()).await?);
            }
        } else if inside == Matter::Site.draft() {
            around.own_draft = Some(String::from_utf8_lossy(&opened.file(&path).await?).into_owned());
        } else if inside.ends_with(".css") && !inside.trim_start_matches("content/").contains('/') {
            let name = inside.trim_start_matches("content/").to_owned();
            around.sheets.insert(name, String::from_utf8_lossy(&opened.file(&path).await?).into_owned());
        } else if let Some(id) = of("work/", &format!("/{}", gate::FILE)) {
            if Some(&Matter::Question(id)) == matter {
                decided = String::from_utf8_lossy(&opened.file(&path).await?).into_owned();
            }
        } else if let Some(picture) = inside.strip_prefix("content/pictures/") {
            let name = pictures::name_of(picture);
            let pair = (name.to_owned(), name.to_owned());
            if !around.names.pictures.contains(&pair) {
                around.names.pictures.push(pair);
            }
        }
    }
    for (name, text) in opened.notes(THROWN).await? {
        let slug = name.strip_prefix(THROWN).and_then(|slug| Id::try_from(slug).ok());
        let json: Value = serde_json::from_str(&text).unwrap_or_default();
        let word = |key: &str| json[key].as_str().map(str::to_owned);
        if let (Some(slug), Some(draft)) = (slug, word("draft"))
            && around.drafts.iter().all(|(one, _)| *one != slug)
        {
            around.thrown.push((slug, Thrown { draft, gate: word("gate").unwrap_or_default() }));
        }
    }
    if let Some(draft) = &mut draft {
        draft.gate = decided;
        draft.second = opened.notes(SECOND).await?.into_iter().map(|(_, who)| who).next().unwrap_or_default();
    }
    around.names.places = around.places.iter().map(|(id, places)| (id.to_string(), places.province.clone())).collect();
    let touchstones = around.site.iter().flat_map(|site| &site.touchstones);
    let titled = |one: &crate::domain::site::Touchstone| (one.id.to_string(), one.title.get(Language::Nl).to_owned());
    around.names.touchstones = touchstones.clone().map(titled).collect();
    let points = |one: &crate::domain::site::Touchstone| {
        (one.id.to_string(), one.items.iter().map(|item| item.get(Language::Nl).to_owned()).collect())
    };
    around.names.points = touchstones.map(points).collect();
    if matter == Some(&Matter::Site) {
        // Who opens it first finds what is published.
        let published = || Manuscript::begun_site(around.own.as_ref().map(|(_, one)| one));
        let text = around.own_draft.clone().unwrap_or_else(|| published().text());
        draft = Some(with_steps(&opened, &Matter::Site, text).await?);
    }
    Ok(Some(All { around, draft }))
}

/// Under which name it stands how far one is; the steps stand behind it.
pub fn name(matter: &Matter) -> String {
    format!("writing/{}", matter.name())
}

async fn with_steps(opened: &Opened, matter: &Matter, text: String) -> Result<Draft, StorageError> {
    let name = name(matter);
    let notes = opened.notes(&name).await?;
    let then = notes.iter().find(|(one, _)| *one == name).and_then(|(_, text)| {
        let json: Value = serde_json::from_str(text).ok()?;
        let at = usize::try_from(json["at"].as_u64()?).ok()?;
        Some((at, json["text"].as_str()?.to_owned()))
    });
    let (paths, root) = (opened.paths().await?, opened.facts().await?.map(|facts| facts.root).unwrap_or_default());
    let inside = paths.iter().filter_map(|path| path.strip_prefix(&root));
    let of_one = |(one, line): (String, String)| one.strip_prefix(&format!("{name}/")).map(|_| line);
    Ok(Draft {
        text,
        steps: notes.into_iter().filter_map(of_one).collect(),
        then,
        gate: String::new(),
        second: String::new(),
        both: together::read(opened, matter).await?,
        versions: versions::of(matter, inside),
    })
}

/// What questions are called that are being written, and would not be published as they are now.
pub async fn unready(language: Language) -> Result<Vec<String>, StorageError> {
    let Around { drafts, published, own, own_draft, .. } = read(None).await?.map(|all| all.around).unwrap_or_default();
    let is_ready = |slug: &Id, draft: &Manuscript| published.iter().any(|(one, there)| one == slug && there == draft);
    let unready = drafts.iter().filter(|(slug, draft)| !draft.as_ref().is_some_and(|draft| is_ready(slug, draft)));
    let site = own_draft.and_then(|text| Manuscript::read(text.as_bytes()).ok());
    let is_published = |draft: &Manuscript| own.as_ref().is_some_and(|(_, there)| there == draft);
    let site = site.filter(|draft| !is_published(draft)).map(|_| own_site::room(language).to_owned());
    Ok(site.into_iter().chain(unready.map(|(slug, draft)| called(language, slug, draft.as_ref()))).collect())
}

/// What a question is called so far: by its title, or by its name in the address.
pub fn called(language: Language, slug: &Id, question: Option<&Manuscript>) -> String {
    let title = question.and_then(Manuscript::title).map(|title| title.get(language).to_owned());
    title.filter(|title| !title.is_empty()).unwrap_or_else(|| slug.to_string())
}
