//! What is read of the work folder to write a question, and what is kept in it: the draft, and beside it on the device every step
//! that led to it.

use super::{Writing, with};
use crate::{
    browser::{desk::opened::Opened, storage::StorageError},
    domain::{id::Id, language::Language, places::Places, site::Site},
    files::{
        content::manuscript::{
            FILE, Manuscript,
            gate::{self, Gate},
            history::History,
            matter::Matter,
        },
        read,
    },
    texts::own_site,
    view::desk::write,
};
use serde_json::{Value, json};
use std::{
    cell::Cell,
    collections::{BTreeMap, BTreeSet},
};

/// Under which name it stands who said yes on this device.
const SECOND: &str = "second";
/// Before the name of a question: under which it stands once it was thrown away.
const THROWN: &str = "thrown/";
/// Where published questions stand.
const CONSULTATIONS: &str = "content/consultations/";

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
    text: String,
    steps: Vec<String>,
    /// How many of them held, and what the draft was then.
    then: Option<(usize, String)>,
    /// What was decided of it, as it stands in its file; empty where there is none.
    gate: String,
    /// Who said yes on this device before.
    second: String,
}

/// A draft that was thrown away.
pub struct Thrown {
    /// Its text.
    pub draft: String,
    /// What was decided of it; empty where nothing was.
    gate: String,
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
            let name = picture.rsplit_once('.').map_or(picture, |(name, _)| name);
            let name = ["-400", "-800", "-1600"].iter().find_map(|end| name.strip_suffix(end)).unwrap_or(name);
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
fn name(matter: &Matter) -> String {
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
    let of_one = |(one, line): (String, String)| one.strip_prefix(&format!("{name}/")).map(|_| line);
    Ok(Draft {
        text,
        steps: notes.into_iter().filter_map(of_one).collect(),
        then,
        gate: String::new(),
        second: String::new(),
    })
}

/// What is written, as it shows first.
pub fn open(matter: Matter, draft: Draft, around: Around) -> Writing {
    let Draft { text, steps, then, gate, second } = draft;
    let then = then.and_then(|(at, text)| Some((at, Manuscript::read(text.as_bytes()).ok()?)));
    let read = Manuscript::read(text.as_bytes()).ok();
    let kept = steps.len();
    let (mut history, mut manuscript) = match then {
        Some((at, then)) => (History::of(&steps, at), Some(then)),
        None => (History::default(), None),
    };
    let at = history.reach();
    match (&mut manuscript, &read) {
        // Somebody else wrote it meanwhile, or mended it by hand.
        (Some(then), Some(now)) => {
            let now = now.root().clone();
            history.replaced(then.root_mut(), &now);
        }
        (Some(_), None) => {}
        (None, now) => manuscript = now.clone(),
    }
    let raw = if read.is_none() { Some(text.clone()) } else { None };
    Writing {
        path: format!("{}{}", around.root, matter.draft()),
        matter,
        manuscript: manuscript.unwrap_or_default(),
        history,
        raw,
        kept: text,
        // What can't be read of the steps is written over.
        steps: if at.0 == kept { at } else { (0, 0) },
        around,
        half: [(write::gate::WHO.to_owned(), second)].into_iter().filter(|(_, who)| !who.is_empty()).collect(),
        gate_kept: gate.clone(),
        gate: if gate.is_empty() { Gate::default() } else { Gate::read(gate.as_bytes()) },
        touched: BTreeSet::new(),
        unfolded: BTreeSet::new(),
        said: Vec::new(),
        changes: None,
        judged: Default::default(),
    }
}

thread_local! {
    static BUSY: Cell<bool> = const { Cell::new(false) };
}

/// How a draft came to be kept.
pub enum Kept {
    /// It was already.
    Before,
    /// It is now.
    Now,
    /// It is now, after what somebody else wrote in it meanwhile: that is a step before ours.
    AfterOthers,
}

/// Keeps the draft and its steps. `None`: that is under way, and what came since is kept with it.
pub async fn keep() -> Result<Option<Kept>, StorageError> {
    if BUSY.replace(true) {
        return Ok(None);
    }
    let done = keep_all().await;
    BUSY.set(false);
    done.map(Some)
}

async fn keep_all() -> Result<Kept, StorageError> {
    let mut kept = if keep_gate().await? { Kept::Now } else { Kept::Before };
    // What was typed meanwhile is kept as well.
    while let Some(others) = keep_once().await? {
        kept = if others || matches!(kept, Kept::AfterOthers) { Kept::AfterOthers } else { Kept::Now };
    }
    Ok(kept)
}

/// Keeps what was decided of the question; whether anything of it was new.
async fn keep_gate() -> Result<bool, StorageError> {
    let wanted = with(|writing| {
        let text = writing.gate.text();
        let is_new = text != writing.gate_kept && writing.gate != Gate::default();
        let second = writing.half.get(write::gate::WHO).cloned().unwrap_or_default();
        is_new.then(|| (format!("{}work/{}/{}", writing.around.root, writing.matter.name(), gate::FILE), text, second))
    });
    let Some((path, text, second)) = wanted.flatten() else { return Ok(false) };
    let notes = [(SECOND.to_owned(), second)];
    Opened::open().await?.keep_with(&[(&path, &text.clone().into_bytes())], &notes).await?;
    with(|writing| writing.gate_kept = text);
    Ok(true)
}

/// `None`: all of it was kept already; else whether somebody else wrote in it.
async fn keep_once() -> Result<Option<bool>, StorageError> {
    let wanted = with(|writing| {
        writing.history.pause();
        let text = writing.raw.clone().unwrap_or_else(|| writing.manuscript.text());
        let changed = text != writing.kept || writing.history.reach() != writing.steps;
        changed.then(|| (writing.matter.clone(), writing.path.clone(), writing.kept.clone()))
    });
    let Some((matter, path, kept)) = wanted.flatten() else { return Ok(None) };
    let opened = Opened::open().await?;
    if opened.facts().await?.is_none() {
        return Err(StorageError::Refused);
    }
    let there = opened.file(&path).await.unwrap_or_default();
    let theirs = if there == kept.as_bytes() || there.is_empty() { None } else { Manuscript::read(&there).ok() };
    let written = with(|writing| {
        if writing.matter != matter {
            return None;
        }
        if let (Some(theirs), None) = (&theirs, &writing.raw) {
            let Writing { manuscript, history, .. } = writing;
            let ours = manuscript.root().clone();
            history.replaced(manuscript.root_mut(), theirs.root());
            history.replaced(manuscript.root_mut(), &ours);
        }
        let text = writing.raw.clone().unwrap_or_else(|| writing.manuscript.text());
        let (count, at) = writing.history.reach();
        let from = writing.steps.0.min(count);
        let name = name(&matter);
        let lines = writing.history.lines(from).into_iter().enumerate();
        let mut notes: Vec<_> = lines.map(|(n, line)| (format!("{name}/{:08}", from + n), line)).collect();
        if writing.raw.is_none() {
            notes.push((name, json!({ "at": at, "text": text }).to_string()));
        }
        Some((text, notes, (count, at)))
    });
    let Some((text, notes, steps)) = written.flatten() else { return Ok(None) };
    opened.keep_with(&[(&path, &text.clone().into_bytes())], &notes).await?;
    with(|writing| {
        if writing.matter == matter {
            (writing.kept, writing.steps) = (text, steps);
        }
    });
    Ok(Some(theirs.is_some()))
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

/// Puts a new draft in the work folder; one that is there stays.
pub async fn begin(root: &str, slug: &Id, manuscript: &Manuscript) -> Result<(), StorageError> {
    let opened = Opened::open().await?;
    let path = format!("{root}work/{slug}/{FILE}");
    if opened.paths().await?.contains(&path) {
        return Ok(());
    }
    opened.keep(&[(&path, &manuscript.text().into_bytes())]).await
}

/// Throws a draft away: what it was is noted with the folder, so that it can be put back.
pub async fn throw(root: &str, slug: &Id) -> Result<(), StorageError> {
    let opened = Opened::open().await?;
    let [draft, gate] = [FILE, gate::FILE].map(|file| format!("{root}work/{slug}/{file}"));
    let paths = opened.paths().await?;
    let (mut texts, mut gone) = (Vec::new(), Vec::new());
    for path in [&draft, &gate] {
        let is_there = paths.contains(path);
        let bytes = if is_there { opened.file(path).await? } else { Vec::new() };
        texts.push(String::from_utf8_lossy(&bytes).into_owned());
        gone.extend(is_there.then_some(path.as_str()));
    }
    let note = json!({ "draft": texts[0], "gate": texts[1] }).to_string();
    let steps = opened.notes(&name(&Matter::Question(slug.clone()))).await?;
    let steps = steps.into_iter().map(|(one, _)| one).filter(|one| is_of(one, slug)).collect::<Vec<_>>();
    opened.keep_without(&gone, &[(format!("{THROWN}{slug}"), note)], &steps).await
}

/// Whether this is the name of how far one is with a question, or of a step of it.
fn is_of(one: &str, slug: &Id) -> bool {
    one.strip_prefix(&name(&Matter::Question(slug.clone())))
        .is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
}

/// Puts back a draft that was thrown away; one of that name that began since stays.
pub async fn put_back(root: &str, slug: &Id, thrown: &Thrown) -> Result<(), StorageError> {
    let opened = Opened::open().await?;
    let [draft, gate] = [FILE, gate::FILE].map(|file| format!("{root}work/{slug}/{file}"));
    if opened.paths().await?.contains(&draft) {
        return Ok(());
    }
    let (text, decided) = (thrown.draft.clone().into_bytes(), thrown.gate.clone().into_bytes());
    let mut files = vec![(&draft, &text)];
    if !decided.is_empty() {
        files.push((&gate, &decided));
    }
    opened.keep(&files).await
}

/// Puts what was written in the place of what is published.
pub async fn ready() -> Result<(), StorageError> {
    match with(|writing| writing.manuscript.clone()) {
        Some(written) => put_ready(&written).await,
        None => Ok(()),
    }
}

/// Puts this in the place of what is published of what is open.
pub async fn put_ready(now: &Manuscript) -> Result<(), StorageError> {
    let path = |writing: &mut Writing| {
        let inside = match (&writing.matter, &writing.around.own) {
            (Matter::Question(slug), _) => format!("{CONSULTATIONS}{slug}.json"),
            (Matter::Site, Some((path, _))) => path.clone(),
            (Matter::Site, None) => "site.json".to_owned(),
        };
        format!("{}{inside}", writing.around.root)
    };
    let Some(path) = with(path) else { return Ok(()) };
    Opened::open().await?.keep(&[(&path, &now.text().into_bytes())]).await?;
    with(|writing| match &writing.matter {
        Matter::Question(slug) => {
            writing.around.published.retain(|(one, _)| one != slug);
            writing.around.published.push((slug.clone(), now.clone()));
        }
        Matter::Site => {
            let path = writing.around.own.take().map_or_else(|| "site.json".to_owned(), |(path, _)| path);
            writing.around.own = Some((path, now.clone()));
        }
    });
    Ok(())
}
