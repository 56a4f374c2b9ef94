//! Working in a folder that others work in too: what is on the device goes into files of our own, what others put there comes
//! to the device, and no file that another program changed is overwritten. Only what is safe on the device is written.

use super::{
    device,
    directory::{Directory, Stamp},
    read,
    store::{self, Store},
    windows,
};
use crate::{
    browser::storage::StorageError,
    domain::ordered::Ordered,
    files::{
        exchange::{Exchange, fitting},
        gatherings::{FOLDER, Lines, is_lines},
        parcel::{self, LARGEST},
    },
    texts::folder as t,
    view::desk::{
        Desk, Sign,
        folder::{Even, FolderErrand, FolderStanding, Trouble},
    },
};
use gloo_events::EventListener;
use gloo_timers::callback::Timeout;
use js_sys::Date;
use leptos::prelude::*;
use std::{
    cell::{Cell, RefCell},
    collections::BTreeMap,
};
use wasm_bindgen_futures::spawn_local;

/// How long something that was kept waits for what follows it, in milliseconds: a folder is no place for each keystroke.
const PAUSE: u32 = 5_000;
/// How often it is begun anew when another program comes between.
const TIMES: usize = 3;
/// What stands in a work folder; one with other things only may be the wrong one.
const KNOWN: [&str; 5] = [FOLDER, "work", "content", "site.json", parcel::MARK];

thread_local! {
    static STANDING: RwSignal<FolderStanding> = RwSignal::new(if Directory::can_be_chosen() { FolderStanding::Without } else { FolderStanding::Unable });
    static CHOSEN: RefCell<Option<Directory>> = const { RefCell::new(None) };
    /// What was read of it, so that only what changed is read again.
    static READ: RefCell<Files> = const { RefCell::new(Files::new()) };
    /// The files that we write ourselves: one for each kind of lines, as long as it is not full. Nobody else knows their names.
    static OWN: RefCell<BTreeMap<String, String>> = const { RefCell::new(BTreeMap::new()) };
    static WAITS: Cell<bool> = const { Cell::new(false) };
    static UNDER_WAY: Cell<bool> = const { Cell::new(false) };
}

/// Files by path, each with what one sees a change by.
type Files = BTreeMap<String, (Stamp, Vec<u8>)>;

/// Why it did not come about.
enum Stop {
    Folder(Trouble),
    Device(StorageError),
}

impl From<Trouble> for Stop {
    fn from(trouble: Trouble) -> Self {
        Self::Folder(trouble)
    }
}

impl From<StorageError> for Stop {
    fn from(error: StorageError) -> Self {
        Self::Device(error)
    }
}

/// How it stands.
pub fn standing() -> RwSignal<FolderStanding> {
    STANDING.with(|standing| *standing)
}

/// Goes on where somebody was before, and keeps the folder in step as long as the page is there.
pub fn begin(desk: Desk) {
    // Made before any room is, as it outlives them.
    if standing().with_untracked(|standing| *standing == FolderStanding::Unable) {
        return;
    }
    windows::whenever_kept(move || soon(desk));
    EventListener::new(&document(), "visibilitychange", move |_| {
        if !document().hidden() {
            soon(desk);
        }
    })
    .forget();
    spawn_local(async move {
        let Ok(store) = Store::open().await else { return };
        let Some(directory) = store.folder().await.ok().and_then(Directory::kept) else { return };
        CHOSEN.set(Some(directory));
        go_on(desk, false).await;
    });
}

/// Does what somebody wants with it.
pub async fn run(desk: Desk, errand: FolderErrand) {
    match errand {
        FolderErrand::Choose => choose(desk).await,
        FolderErrand::GoOn => go_on(desk, true).await,
        FolderErrand::Update => {
            CHOSEN.with_borrow(|chosen| {
                chosen.iter().for_each(|chosen| standing().set(FolderStanding::Busy(chosen.name())))
            });
            update(desk).await;
        }
        FolderErrand::Leave => leave(desk).await,
    }
}

async fn choose(desk: Desk) {
    let directory = match Directory::choose().await {
        Ok(Some(directory)) => directory,
        Ok(None) => return,
        Err(trouble) => return standing().set(FolderStanding::Wrong(String::new(), trouble)),
    };
    let other_things = match directory.children().await {
        Ok(all) => !all.is_empty() && !all.iter().any(|child| KNOWN.contains(&child.name.as_str())),
        Err(trouble) => return standing().set(FolderStanding::Wrong(directory.name(), trouble)),
    };
    if other_things && !device::confirm(t::other_things(desk.language)) {
        return;
    }
    if let Err(error) = keep(Some(&directory)).await {
        return desk.sign.set(Sign::Cannot(error.into()));
    }
    forget();
    CHOSEN.set(Some(directory));
    update(desk).await;
}

/// Goes on in the one that was chosen; with `ask` the browser may ask for it.
async fn go_on(desk: Desk, ask: bool) {
    let Some(directory) = CHOSEN.with_borrow(Clone::clone) else { return choose(desk).await };
    match directory.may(ask).await {
        Ok(true) => update(desk).await,
        Ok(false) if ask => standing().set(FolderStanding::Wrong(directory.name(), Trouble::Refused)),
        Ok(false) => standing().set(FolderStanding::Asks(directory.name())),
        Err(trouble) => standing().set(FolderStanding::Wrong(directory.name(), trouble)),
    }
}

async fn leave(desk: Desk) {
    match keep(None).await {
        Ok(()) => {
            forget();
            standing().set(FolderStanding::Without);
            desk.safety.update(|safety| safety.in_folder = None);
            windows::tell_in_folder(None);
            desk.sign.set(Sign::Said(t::left(desk.language)));
        }
        Err(error) => desk.sign.set(Sign::Cannot(error.into())),
    }
}

async fn keep(directory: Option<&Directory>) -> Result<(), StorageError> {
    Store::open().await?.keep_folder(directory.map(Directory::to_keep)).await
}

fn forget() {
    CHOSEN.take();
    READ.take();
    OWN.take();
}

/// Brings it up to date a little later, once for all that happens until then; only where that can go without asking.
fn soon(desk: Desk) {
    let goes_on = |standing: &FolderStanding| {
        matches!(
            standing,
            FolderStanding::Even(_) | FolderStanding::Busy(_) | FolderStanding::Wrong(_, Trouble::Changes)
        )
    };
    if WAITS.get() || !standing().with_untracked(goes_on) {
        return;
    }
    WAITS.set(true);
    Timeout::new(PAUSE, move || {
        WAITS.set(false);
        spawn_local(update(desk));
    })
    .forget();
}

/// Reads and writes it. One time after the other.
async fn update(desk: Desk) {
    let Some(directory) = CHOSEN.with_borrow(Clone::clone) else { return };
    if UNDER_WAY.replace(true) {
        return soon(desk);
    }
    let name = directory.name();
    // Who reads how it stands is not told each time that nothing happens.
    if !standing().with_untracked(|standing| matches!(standing, FolderStanding::Even(_))) {
        standing().set(FolderStanding::Busy(name.clone()));
    }
    let mut done = exchange(desk, &directory).await;
    for _ in 1..TIMES {
        if !matches!(done, Err(Stop::Folder(Trouble::Changes))) {
            break;
        }
        done = exchange(desk, &directory).await;
    }
    UNDER_WAY.set(false);
    standing().set(match done {
        Ok(even) => FolderStanding::Even(even),
        Err(Stop::Folder(trouble)) => FolderStanding::Wrong(name, trouble),
        Err(Stop::Device(error)) => {
            desk.sign.set(Sign::Cannot(error.into()));
            FolderStanding::Wrong(name, Trouble::Device)
        }
    });
}

/// One time: what the folder has comes here, what it lacks is written, and what was erased goes from its files.
async fn exchange(desk: Desk, directory: &Directory) -> Result<Even, Stop> {
    if let Some(mark) = directory.child(parcel::MARK).await?
        && !parcel::is_ours(&mark.read().await?.1)
    {
        return Err(Trouble::Newer.into());
    }
    let files = files(directory).await?;
    let store = Store::open().await?;
    let here = store.lines().await?;
    let bytes = files.iter().map(|(path, (_, bytes))| (path.clone(), bytes.clone())).to_map();
    let Exchange { brought, missing, cleaned, newer, damage } = Exchange::of(&here, &bytes);
    if !brought.all.is_empty() {
        store.keep(&brought, &[]).await?;
        windows::tell(None);
        read(desk).await?;
    }
    for (path, clean) in cleaned {
        write(directory, path, &clean).await?;
    }
    for (folder, lines) in missing {
        add(directory, &folder, &lines, desk).await?;
    }
    // What was kept here since this began is still to be written.
    let mut both = here;
    brought.all.iter().for_each(|(key, line)| both.put(key.clone(), line.clone()));
    let count = both.entries();
    store.keep(&Lines::default(), &[(store::IN_FOLDER, &count.to_string())]).await?;
    desk.safety.update(|safety| safety.in_folder = Some(count));
    windows::tell_in_folder(Some(count));
    let now = Date::new_0();
    let at = (now.get_hours(), now.get_minutes());
    Ok(Even { name: directory.name(), at, brought: brought.all.len(), newer, damage })
}

/// Every file of gatherings as it stands; what did not change is not read again.
async fn files(directory: &Directory) -> Result<Files, Stop> {
    let mut files = Files::new();
    let Some(all) = directory.child(FOLDER).await?.filter(|child| child.is_folder()) else { return Ok(files) };
    let mut room = LARGEST;
    let mut folders = vec![(FOLDER.to_owned(), all.folder())];
    while let Some((at, folder)) = folders.pop() {
        for child in folder.children().await? {
            let path = format!("{at}/{}", child.name);
            if child.is_folder() {
                // Their folders, and the log in each.
                if path.split('/').count() < 4 {
                    folders.push((path, child.folder()));
                }
            } else if is_lines(&path) {
                let stamp = child.stamp().await?;
                let known = READ.with_borrow(|read| read.get(&path).filter(|(known, _)| *known == stamp).cloned());
                let file = match known {
                    Some(known) => known,
                    None => child.read().await?,
                };
                room = room.checked_sub(file.1.len() as u64).ok_or(Trouble::Unreadable)?;
                files.insert(path, file);
            }
        }
    }
    READ.set(files.clone());
    Ok(files)
}

/// Writes a file that is still as it was read.
async fn write(directory: &Directory, path: String, bytes: &[u8]) -> Result<(), Trouble> {
    let stamp = READ.with_borrow(|read| read.get(&path).map(|(stamp, _)| *stamp));
    let stamp = directory.write(&path, bytes, stamp).await?;
    READ.with_borrow_mut(|read| read.insert(path, (stamp, bytes.to_vec())));
    Ok(())
}

/// Puts lines in files of our own.
async fn add(directory: &Directory, folder: &str, lines: &[String], desk: Desk) -> Result<(), Trouble> {
    let mut rest = lines;
    while !rest.is_empty() {
        let own = OWN.with_borrow(|own| own.get(folder).cloned());
        // What another program took away or cut short is no longer ours to fill.
        let there =
            own.as_ref().and_then(|path| READ.with_borrow(|read| read.get(path).map(|(_, bytes)| bytes.clone())));
        let (path, mut bytes) = match (own, there) {
            (Some(path), Some(bytes)) if bytes.ends_with(b"\n") && fitting(bytes.len(), rest) > 0 => (path, bytes),
            _ => (format!("{folder}/{}", fresh_name(desk).ok_or(Trouble::Unreadable)?), Vec::new()),
        };
        let (now, later) = rest.split_at(fitting(bytes.len(), rest));
        for line in now {
            bytes.extend_from_slice(line.as_bytes());
            bytes.push(b'\n');
        }
        write(directory, path.clone(), &bytes).await?;
        OWN.with_borrow_mut(|own| own.insert(folder.to_owned(), path));
        rest = later;
    }
    Ok(())
}

/// A name that no other device gives: the day, and random digits.
fn fresh_name(desk: Desk) -> Option<String> {
    let random = device::random::<12>()?;
    let day = desk.today.map(|day| format!("{day}-")).unwrap_or_default();
    Some(format!("{day}{}.ndjson", crate::domain::digest::hex(&random)))
}
