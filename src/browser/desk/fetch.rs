//! The work folder of staff: opened from a file, worked in, and kept as a file again. What is done in it is done by the same code
//! as by the command; here it is put in the browser, safely, before it shows.

use super::{
    device, element,
    opened::{Facts, Kept, Opened},
    rooms,
    store::Store,
};
use crate::{
    browser::storage::StorageError,
    domain::{
        gathering::{Book, GatheringId, Kind, Names, Offered},
        id::Id,
        ordered::Ordered,
        reaction::{Header, Known},
    },
    files::{
        error::Error,
        lines::{Along, Damage, LineFault, Shelf},
        parcel::{self, ParcelFault, Unpacking},
        work::{Accepting, Added, Gathered, Hand, Handed, NotTaken, Reading, Shelves, WorkFolder, is_lines},
    },
    texts::{accept, fetch as t},
    view::desk::{
        Cannot, Desk, HANDED, Sign,
        fetch::{Doing, Stage, Work},
    },
};
use gloo_timers::future::TimeoutFuture;
use js_sys::Uint8Array;
use leptos::{leptos_dom::helpers::request_animation_frame, prelude::*, web_sys::HtmlInputElement};
use std::{
    cell::{Cell, RefCell},
    collections::BTreeMap,
};
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::{JsFuture, spawn_local};

/// After how many milliseconds the browser gets its turn.
const TURN: f64 = 30.0;
/// What a work folder is called that was begun here.
const NEW: &str = "werkmap.zip";

/// A work folder that is being worked in.
struct Session {
    folder: WorkFolder<Kept>,
    accepting: Accepting,
    facts: Facts,
    /// What of files that were given could not be taken in.
    left_out: Vec<Damage>,
}

thread_local! {
    static SESSION: RefCell<Option<Session>> = const { RefCell::new(None) };
    /// Whether somebody wants it to stop.
    static STOP: Cell<bool> = const { Cell::new(false) };
    /// When the browser had its turn.
    static TURNED: Cell<f64> = const { Cell::new(0.0) };
}

/// Why something in the folder could not be done.
enum Failed {
    /// It can't be kept.
    Store(StorageError),
    /// The device has no randomness; nothing else can go wrong with a folder in memory.
    Random,
    /// Somebody stopped it.
    Stopped,
}

impl From<StorageError> for Failed {
    fn from(error: StorageError) -> Self {
        Failed::Store(error)
    }
}

impl From<Error> for Failed {
    fn from(_: Error) -> Self {
        Failed::Random
    }
}

/// What the judges of reactions know: what was asked is not looked at here, as it decides nothing about gatherings.
fn nothing<'a>(_: &Header) -> Known<'a> {
    Known::Nothing
}

/// Shows the folder that is open, read again if another window changed it.
pub async fn arrive(desk: Desk, work: RwSignal<Work>) {
    // What another room of this piece is at goes on.
    if work.with_untracked(Work::is_busy) {
        return;
    }
    let now = async { Opened::open().await?.facts().await }.await;
    let here = SESSION.with_borrow(|session| session.as_ref().map(|session| session.facts.changes));
    match now {
        Ok(None) => {
            SESSION.take();
            work.set(Work { stage: Stage::Nothing, ..Work::default() });
        }
        Ok(Some(facts)) if here == Some(facts.changes) => show(work),
        Ok(Some(_)) => finish(desk, work, read_again(desk, work).await),
        Err(error) => finish(desk, work, Err(error.into())),
    }
}

/// Takes in the files that were chosen.
pub async fn hand(desk: Desk, work: RwSignal<Work>) {
    let Some(field) = element(HANDED).and_then(|field| field.dyn_into::<HtmlInputElement>().ok()) else { return };
    let Some(files) = field.files() else { return };
    let chosen: Vec<_> = (0..files.length()).filter_map(|at| files.get(at)).collect();
    if chosen.is_empty() || work.with_untracked(Work::is_busy) {
        return;
    }
    desk.sign.set(Sign::Saving);
    for file in chosen {
        begin(work, Doing::Reading).await;
        let bytes = JsFuture::from(file.array_buffer()).await.map(|buffer| Uint8Array::new(&buffer).to_vec());
        let handed = match bytes {
            Ok(bytes) => unpack(work, &file.name(), bytes).await,
            Err(_) => Ok(Err(NotTaken::Parcel(ParcelFault::Damaged))),
        };
        let taken = match handed {
            Ok(Err(why)) => Ok(Sign::Told(t::not_taken(desk.language, &file.name(), why))),
            Ok(Ok(handed)) => take(desk, work, &file.name(), handed).await,
            Err(failed) => Err(failed),
        };
        let went_well = taken.is_ok();
        finish(desk, work, taken);
        if !went_well {
            break;
        }
    }
    // The same file can be chosen once more.
    field.set_value("");
}

/// What is in a file that was chosen, unless somebody stops it.
async fn unpack(work: RwSignal<Work>, name: &str, bytes: Vec<u8>) -> Result<Result<Handed, NotTaken>, Failed> {
    if is_lines(name) {
        return Ok(Handed::of(name, bytes));
    }
    let not = |fault| Ok(Err(NotTaken::Parcel(fault)));
    let mut unpacking = match Unpacking::of(&bytes) {
        Ok(unpacking) => unpacking,
        Err(fault) => return not(fault),
    };
    loop {
        match unpacking.step() {
            Ok(true) => {}
            Ok(false) => break,
            Err(fault) => return not(fault),
        }
        let (at, of) = unpacking.progress();
        told(work, Doing::Reading, at, of).await?;
    }
    Ok(unpacking.done().map_err(NotTaken::Parcel).and_then(Handed::unpacked))
}

/// Begins something that takes its time.
async fn begin(work: RwSignal<Work>, doing: Doing) {
    STOP.set(false);
    work.update(|work| work.stage = Stage::Busy(doing, 0, 0));
    turn().await;
}

/// Stops what is being done.
pub fn stop() {
    STOP.set(true);
}

/// Puts the gatherings of this device in the work folder.
pub async fn hand_own(desk: Desk, work: RwSignal<Work>) {
    if work.with_untracked(Work::is_busy) {
        return;
    }
    let lines = async { Store::open().await?.lines().await };
    let taken = match lines.await {
        Ok(lines) => take(desk, work, NEW, Handed::Gatherings(lines.meant())).await,
        Err(error) => Err(error.into()),
    };
    finish(desk, work, taken);
}

/// Takes in what is in a file.
async fn take(desk: Desk, work: RwSignal<Work>, name: &str, handed: Handed) -> Result<Sign, Failed> {
    let language = desk.language;
    // Another window may have opened one, or closed it.
    let open = Opened::open().await?.facts().await?.is_some();
    if let Handed::Folder { root, files } = handed {
        if open {
            return Ok(Sign::Wrong(t::open_already(language)));
        }
        let told = |at, of| {
            work.update(|work| work.stage = Stage::Busy(Doing::Keeping, at, of));
            !STOP.get()
        };
        if !Opened::open().await?.begin(name, &root, &files, told).await? {
            return Err(Failed::Stopped);
        }
        drop(files);
        return read_again(desk, work).await.map(|_| Sign::Said(t::opened(language)));
    }
    if !open {
        Opened::open().await?.begin(NEW, "", &BTreeMap::new(), |_, _| true).await?;
    }
    if !open || SESSION.with_borrow(Option::is_none) {
        read_again(desk, work).await?;
    }
    let Some(mut session) = SESSION.take() else { return Ok(Sign::Quiet) };
    let sign = match handed {
        Handed::Gatherings(lines) => {
            session.left_out.extend(lines.damage.iter().cloned());
            let books = lines.books();
            let remarks = books.values().map(|book| book.now().remarks.len()).sum();
            let new = with_hand(desk, |hand| session.folder.take_over(lines, hand))? > 0;
            Sign::Told(t::gatherings_taken(language, new, books.len(), remarks))
        }
        Handed::Reactions(bytes) => {
            let (mut read, mut along) = (Shelf::new(None), Along::default());
            while let Some((before, part)) = along.part(&bytes) {
                read.reactions(name, before, part, &nothing);
                told(work, Doing::Reading, along.at, 2 * bytes.len()).await?;
            }
            let Session { folder, accepting, left_out, facts } = session;
            let of_site = offered(desk).into_iter().map(|one| one.slug);
            let known: Vec<Id> = accepting.slugs().cloned().chain(of_site).collect();
            let is_known = |slug: &Id| known.contains(slug);
            let mut gathered = Gathered::of(accepting.into_shelves(), Some(&is_known), &nothing);
            let (mut new, mut left) = (0, left_out);
            left.extend(read.damage.iter().cloned());
            let all = read.received().count();
            for (at, one) in read.received().enumerate() {
                let text = one.envelope().as_bytes();
                let added = Header::read(text).ok().map(|header| gathered.add(&header, text));
                match added {
                    Some(Ok(Added::New)) => new += 1,
                    Some(Err(_)) => left.push(Damage {
                        file: name.to_owned(),
                        line: 0,
                        fault: LineFault::Conflict(one.id().clone()),
                    }),
                    Some(Ok(Added::Already | Added::Erased)) | None => {}
                }
                told(work, Doing::Reading, all + at, 2 * all).await?;
            }
            let mut folder = folder;
            let shelves = with_hand(desk, |hand| gathered.save(&mut folder, hand, false))?;
            session = Session { folder, accepting: Accepting::of(shelves, offered(desk)), left_out: left, facts };
            Sign::Told(t::reactions_taken(language, new))
        }
        Handed::Folder { .. } => Sign::Quiet,
    };
    keep_fresh(&mut session).await?;
    let left_out = std::mem::take(&mut session.left_out);
    // What came in may be of gatherings that were not here.
    let shelves = read(work, &session.folder).await?;
    SESSION.set(Some(Session { accepting: Accepting::of(shelves, offered(desk)), left_out, ..session }));
    Ok(sign)
}

/// Lets a gathering count, or not.
pub async fn decide(desk: Desk, work: RwSignal<Work>, id: GatheringId, accepted: bool) {
    if work.with_untracked(Work::is_busy) {
        return;
    }
    desk.sign.set(Sign::Saving);
    let Some(mut session) = SESSION.take() else { return };
    let done = async {
        let Session { folder, accepting, .. } = &mut session;
        let decide =
            |hand: &mut Hand| accepting.decide(folder, &[(id, accepted)], None, device::random(), &nothing, hand);
        let decided = with_hand(desk, decide)?;
        keep_fresh(&mut session).await?;
        let brought: usize = decided.iter().map(|one| one.brought).sum();
        SESSION.set(Some(session));
        Ok(match brought {
            0 => Sign::Said(t::decided(desk.language, accepted)),
            _ => Sign::Told(format!(
                "{} {}",
                t::decided(desk.language, accepted),
                accept::brought(desk.language, brought)
            )),
        })
    };
    let done = done.await;
    finish(desk, work, done);
    // The button is gone; what it was about is still there, once that shows.
    request_animation_frame(move || {
        rooms::focus(&format!("[id^=met-][id$=\"{id}\"]"));
    });
}

/// Offers the folder as a file, whole.
pub async fn keep(desk: Desk, work: RwSignal<Work>) {
    if work.with_untracked(Work::is_busy) {
        return;
    }
    begin(work, Doing::Packing).await;
    let packed = async {
        let opened = Opened::open().await?;
        let Some(facts) = opened.facts().await? else { return Ok(Sign::Quiet) };
        let (paths, mut files) = (opened.paths().await?, BTreeMap::new());
        for (at, path) in paths.iter().enumerate() {
            files.insert(path.clone(), opened.file(path).await?);
            told(work, Doing::Packing, at, paths.len()).await?;
        }
        let made = parcel::pack_bare(&files).ok().and_then(|packed| device::download_bytes(&facts.name, &packed));
        if made.is_none() {
            return Ok(Sign::Wrong(t::not_kept(desk.language)));
        }
        opened.saved(facts.changes).await?;
        SESSION.with_borrow_mut(|session| {
            if let Some(session) = session.as_mut() {
                session.facts.saved = facts.changes;
            }
        });
        Ok(Sign::Said(t::kept(desk.language)))
    };
    let packed = packed.await;
    finish(desk, work, packed);
}

/// Lets go of the folder. What is in no file is asked about.
pub async fn leave(desk: Desk, work: RwSignal<Work>) {
    let unsaved = work.with_untracked(|work| work.unsaved);
    if work.with_untracked(Work::is_busy) || (unsaved > 0 && !device::confirm(t::leave_sure(desk.language))) {
        return;
    }
    let left = async { Opened::open().await?.leave().await };
    match left.await {
        Ok(()) => {
            SESSION.take();
            work.set(Work { stage: Stage::Nothing, ..Work::default() });
            desk.sign.set(Sign::Said(t::left(desk.language)));
        }
        Err(error) => finish(desk, work, Err(error.into())),
    }
}

/// Reads the folder as it is kept.
async fn read_again(desk: Desk, work: RwSignal<Work>) -> Result<Sign, Failed> {
    let opened = Opened::open().await?;
    let Some(facts) = opened.facts().await? else { return Ok(Sign::Quiet) };
    let (paths, mut files) = (opened.paths().await?, BTreeMap::new());
    for (at, path) in paths.iter().enumerate() {
        let name = path.rsplit('/').next().unwrap_or_default();
        if let Some(inside) = path.strip_prefix(&facts.root).filter(|_| is_lines(name)) {
            files.insert(inside.to_owned(), opened.file(path).await?);
        }
        told(work, Doing::Opening, at, paths.len()).await?;
    }
    let folder = WorkFolder::new(Kept::of(files));
    let shelves = read(work, &folder).await?;
    let accepting = Accepting::of(shelves, offered(desk));
    SESSION.set(Some(Session { folder, accepting, facts, left_out: Vec::new() }));
    Ok(Sign::Quiet)
}

/// Reads what stands in the folder, and lets the browser have its turn meanwhile.
async fn read(work: RwSignal<Work>, folder: &WorkFolder<Kept>) -> Result<Shelves, Failed> {
    let mut reading = Reading::of(folder)?;
    while reading.step(folder, &nothing)? {
        let (at, of) = reading.progress();
        told(work, Doing::Opening, at, of).await?;
    }
    Ok(reading.done())
}

/// Keeps what was written in the folder.
async fn keep_fresh(session: &mut Session) -> Result<(), Failed> {
    let root = session.facts.root.clone();
    let fresh: Vec<_> =
        session.folder.folder_mut().fresh().into_iter().map(|(path, bytes)| (format!("{root}{path}"), bytes)).collect();
    if !fresh.is_empty() {
        let opened = Opened::open().await?;
        opened.keep(&fresh.iter().map(|(path, bytes)| (path, bytes)).collect::<Vec<_>>()).await?;
        session.facts.changes += fresh.len();
    }
    Ok(())
}

/// Lets somebody write.
fn with_hand<T>(desk: Desk, write: impl FnOnce(&mut Hand) -> Result<T, Error>) -> Result<T, Failed> {
    let who = desk.who.get_untracked().unwrap_or_default();
    let Some(day) = desk.today else { return Err(Failed::Random) };
    let at = device::milliseconds() as u64;
    Ok(write(&mut Hand { who: &who, at, day, names: Names(&mut device::random) })?)
}

/// The questions of the site.
fn offered(desk: Desk) -> Vec<Offered> {
    desk.offer.with_value(|offer| offer.questions.clone())
}

/// Shows how it went. Where something could not be done, what shows is read again from what is kept.
fn finish(desk: Desk, work: RwSignal<Work>, went: Result<Sign, Failed>) {
    let sign = match went {
        Ok(Sign::Quiet) => return show(work),
        Ok(sign) => {
            desk.sign.set(sign);
            return show(work);
        }
        Err(Failed::Store(error)) => Sign::Cannot(error.into()),
        Err(Failed::Random) => Sign::Cannot(Cannot::Refused),
        Err(Failed::Stopped) => Sign::Said(t::stopped(desk.language)),
    };
    desk.sign.set(sign);
    SESSION.take();
    spawn_local(async move {
        // That it can't be read either was said just now.
        let _ = read_again(desk, work).await;
        show(work);
    });
}

/// What was noted in a gathering, as far as its words are here.
fn said(book: &Book) -> Vec<(Kind, String)> {
    let remarks = book.now().remarks.iter();
    remarks.filter_map(|remark| Some((remark.kind, remark.text.clone()?))).collect()
}

/// Shows the folder as it is now.
fn show(work: RwSignal<Work>) {
    let now = SESSION.with_borrow(|session| {
        let Some(Session { accepting, facts, left_out, .. }) = session else {
            return Work { stage: Stage::Nothing, ..Work::default() };
        };
        Work {
            stage: Stage::Open,
            name: facts.name.clone(),
            unsaved: facts.changes.saturating_sub(facts.saved),
            stands: accepting.stands(),
            said: accepting.shelves().books.iter().map(|(id, book)| (*id, said(book))).to_map(),
            damage: accepting.shelves().damage().chain(left_out).cloned().collect(),
        }
    });
    work.set(now);
}

/// Tells how far it is, and lets the browser have its turn now and then; fails when somebody stopped it.
async fn told(work: RwSignal<Work>, doing: Doing, at: usize, of: usize) -> Result<(), Failed> {
    if device::milliseconds() - TURNED.get() > TURN {
        work.update(|work| work.stage = Stage::Busy(doing, at, of));
        turn().await;
    }
    if doing != Doing::Opening && STOP.get() { Err(Failed::Stopped) } else { Ok(()) }
}

async fn turn() {
    TimeoutFuture::new(0).await;
    TURNED.set(device::milliseconds());
}
