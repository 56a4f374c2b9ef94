//! Making the site of the work folder that is open, in a worker: what is online is fetched, and what came of it is kept until
//! somebody takes it.

use super::{
    device, element,
    opened::{Facts, Opened},
    rooms, write,
};
use crate::{
    browser::{base, network, storage::StorageError},
    domain::{digest::sha256, room::Room},
    files::{
        content::manuscript::FILE,
        release::{
            look,
            online::{self, Online},
            report::{Order, Report},
        },
    },
    texts::publishing as t,
    view::desk::{
        Desk, ROOT, Sign,
        publish::{FRAME, Look, Press, Stage},
    },
};
use gloo_events::{EventListener, EventListenerOptions};
use js_sys::{Array, Function, Map, Promise, Uint8Array};
use leptos::{leptos_dom::helpers::request_animation_frame, prelude::*};
use std::{
    cell::{Cell, RefCell},
    collections::BTreeMap,
    sync::Arc,
};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Element, HtmlIFrameElement, MessageEvent, Worker, WorkerOptions, WorkerType};

/// What a work folder is called that was begun here.
const NEW: &str = "werkmap.zip";
/// Folders of a work folder that are no part of the site.
const OURS: [&str; 2] = ["work/", "gatherings/"];

thread_local! {
    /// The site that was made last.
    static MADE: RefCell<Option<Made>> = const { RefCell::new(None) };
    /// Goes up when something begins or is stopped: what began before that is not wanted any more.
    static ROUND: Cell<u32> = const { Cell::new(0) };
    /// Gives up waiting for the worker.
    static STOP: RefCell<Option<Function>> = const { RefCell::new(None) };
}

/// A site that was made.
struct Made {
    /// The work folder, as it was then.
    of: Facts,
    /// Its files by path; copied out of JavaScript one by one, as somebody looks at them.
    files: Map,
    packed: Uint8Array,
}

impl Made {
    fn is_of(&self, facts: &Facts) -> bool {
        // That it was kept as a file changes nothing in it.
        let whole = |facts: &Facts| Facts { saved: 0, ..facts.clone() };
        whole(&self.of) == whole(facts)
    }
}

/// Why it did not come to that.
enum Failed {
    /// What is online can't be reached.
    Unreached,
    /// It does not say what it is.
    NoRelease,
    /// There is no worker, or it fell over.
    NoWorker,
    /// What is on the device can't be read or written.
    Store(StorageError),
    /// Somebody stopped it.
    Stopped,
}

impl From<StorageError> for Failed {
    fn from(error: StorageError) -> Self {
        Failed::Store(error)
    }
}

/// Shows which folder is open.
pub async fn arrive(desk: Desk, press: RwSignal<Press>) {
    if press.with_untracked(Press::is_busy) {
        return;
    }
    let facts = async { Opened::open().await?.facts().await };
    match facts.await {
        Ok(facts) => {
            // What was made of another folder, or of what this one was before, is not what would be published.
            let is_old = |made: &Made| facts.as_ref().is_none_or(|facts| !made.is_of(facts));
            if MADE.with_borrow(|made| made.as_ref().is_none_or(is_old)) {
                MADE.take();
                press.update(|press| (press.report, press.kept, press.look) = (None, false, None));
            }
            let unready = match &facts {
                // What can't be read is told where one writes.
                Some(_) => write::unready(desk.language).await.unwrap_or_default(),
                None => Vec::new(),
            };
            press.update(|press| (press.stage, press.unready) = (stage(facts), unready));
        }
        Err(error) => finish(desk, press, Err(error.into())),
    }
}

fn stage(facts: Option<Facts>) -> Stage {
    facts.map_or(Stage::Nothing, |facts| Stage::Open(facts.name))
}

/// Begins a work folder with what is online.
pub async fn begin(desk: Desk, press: RwSignal<Press>) {
    if press.with_untracked(Press::is_busy) {
        return;
    }
    let round = next_round();
    let begun = async {
        let online = first().await?;
        let wanted = online.to_begin();
        let folder = with(online, &wanted, press, round).await?.work_folder();
        let opened = Opened::open().await?;
        if opened.facts().await?.is_none() {
            opened.begin(NEW, "", &folder, |_, _| true).await?;
        }
        Ok(Sign::Said(t::begun(desk.language)))
    };
    let begun = begun.await;
    settle(desk, press, begun).await;
    rooms::focus("main h1");
}

/// Makes the site.
pub async fn make(desk: Desk, press: RwSignal<Press>) {
    let Some(today) = desk.today else { return };
    if press.with_untracked(Press::is_busy) {
        return;
    }
    let round = next_round();
    MADE.take();
    press.update(|press| (press.report, press.kept, press.look) = (None, false, None));
    press.update(|press| press.stage = Stage::Fetching(0, 0));
    let made = async {
        let (of, work) = content().await?;
        let online = first().await?;
        let wanted = online.to_press();
        let online = with(online, &wanted, press, round).await?;
        press.update(|press| press.stage = Stage::Making);
        let order = Order { base: base(), today, language: desk.language };
        let order = serde_json::to_string(&order).unwrap_or_default();
        let data = Array::of3(&order.into(), &map(&work), &map(online.files()));
        let (report, made) = pressed(&data, round).await?;
        still(round)?;
        MADE.set(made.map(|(files, packed)| Made { of, files, packed }));
        press.update(|press| press.report = Some(Arc::new(report)));
        let page = press.with_untracked(|press| press.report.as_ref().map_or(0, |report| report.first));
        look(press, Look { page, ..Look::default() });
        Ok(Sign::Quiet)
    };
    let made = made.await;
    let came = made.is_ok();
    settle(desk, press, made).await;
    if came {
        request_animation_frame(|| {
            rooms::focus("#publish-came");
        });
    }
}

/// Stops whatever is being done.
pub fn stop() {
    next_round();
    if let Some(stop) = STOP.take() {
        // Settling a promise can't fail.
        let _ = stop.call0(&JsValue::NULL);
    }
}

/// Shows a page of the site that was made.
pub fn look(press: RwSignal<Press>, at: Look) {
    let shown = MADE.with_borrow(|made| {
        let made = made.as_ref()?;
        let bytes = |path: &str| Some(made.files.get(&path.into()).dyn_into::<Uint8Array>().ok()?.to_vec());
        let path = press.with_untracked(|press| Some(press.report.as_ref()?.pages.get(at.page)?.0.clone()))?;
        let html = String::from_utf8(bytes(&path)?).ok()?;
        Some(look::page(&html, &base(), at.dark, bytes))
    });
    if let Some(text) = shown {
        press.update(|press| press.look = Some((at, text)));
    }
}

/// Links in the frame lead to the other pages that were made, and nowhere else.
pub fn looked(press: RwSignal<Press>) {
    let frame = element(FRAME).and_then(|frame| frame.dyn_into::<HtmlIFrameElement>().ok());
    let Some(document) = frame.and_then(|frame| frame.content_document()) else { return };
    EventListener::new_with_options(&document, "click", EventListenerOptions::enable_prevent_default(), move |event| {
        // What is in a frame is of that frame's own classes: asked whether it is an element, it would say no.
        let target = event.target().map(|target| target.unchecked_into::<Element>());
        let link = target.and_then(|target| target.closest("a[href]").ok().flatten());
        let Some(href) = link.and_then(|link| link.get_attribute("href")) else { return };
        if href.starts_with('#') {
            return;
        }
        event.prevent_default();
        let path = href.split(['#', '?']).next().unwrap_or_default().strip_prefix(base().as_str()).map(str::to_owned);
        let path = path.map(|path| format!("{path}index.html"));
        let now = press.with_untracked(|press| {
            let page = press.report.as_ref()?.pages.iter().position(|(page, _)| Some(page) == path.as_ref())?;
            Some(Look { page, ..press.look.as_ref()?.0 })
        });
        if let Some(now) = now {
            look(press, now);
        }
    })
    .forget();
}

/// Offers the site as a file, and notes the revisions that were raised in the work folder.
pub async fn keep(desk: Desk, press: RwSignal<Press>) {
    let raised = press.with_untracked(|press| press.report.as_ref().map(|report| report.raised.clone()));
    let kept = async {
        let opened = Opened::open().await?;
        let Some(facts) = opened.facts().await? else { return Ok(Sign::Quiet) };
        // With its day, so that the one before it stays beside it.
        let name = desk.today.map_or_else(|| "site.zip".to_owned(), |day| format!("site-{day}.zip"));
        let offered = MADE.with_borrow(|made| device::download_bytes(&name, &made.as_ref()?.packed.to_vec()));
        if offered.is_none() {
            return Ok(Sign::Wrong(t::not_packed(desk.language)));
        }
        let written = raised.unwrap_or_default().into_iter();
        let written: Vec<_> =
            written.map(|(path, text, _)| (format!("{}{path}", facts.root), text.into_bytes())).collect();
        if !written.is_empty() {
            opened.keep(&written.iter().map(|(path, bytes)| (path, bytes)).collect::<Vec<_>>()).await?;
        }
        if let (Some(facts), Some(mut made)) = (opened.facts().await?, MADE.take()) {
            made.of = facts;
            MADE.set(Some(made));
        }
        press.update(|press| press.kept = true);
        Ok(Sign::Said(t::kept(desk.language)))
    };
    let kept = kept.await;
    finish(desk, press, kept);
}

/// Leads to where a question is written. One that nobody writes in yet is begun with what stands ready, whatever that is: what is no
/// JSON is mended there as text.
pub async fn mend(desk: Desk, slug: &str) {
    let begun = async {
        let opened = Opened::open().await?;
        let Some(facts) = opened.facts().await? else { return Ok(()) };
        let (draft, ready) =
            (format!("{}work/{slug}/{FILE}", facts.root), format!("{}content/consultations/{slug}.json", facts.root));
        if !opened.paths().await?.contains(&draft) {
            let ready = opened.file(&ready).await?;
            opened.keep(&[(&draft, &ready)]).await?;
        }
        Ok(())
    };
    match begun.await {
        // The listener of the address does the rest.
        Ok(()) => drop(window().location().set_hash(&format!("{}/{slug}", Room::Drafts.href()))),
        Err::<(), StorageError>(error) => desk.sign.set(Sign::Cannot(error.into())),
    }
}

/// What in the work folder the site is made of.
async fn content() -> Result<(Facts, BTreeMap<String, Vec<u8>>), Failed> {
    let opened = Opened::open().await?;
    let facts = opened.facts().await?.unwrap_or_default();
    let root = facts.root.clone();
    let mut files = BTreeMap::new();
    for path in opened.paths().await? {
        let inside = path.strip_prefix(&root).filter(|inside| !OURS.iter().any(|ours| inside.starts_with(ours)));
        if let Some(inside) = inside {
            files.insert(inside.to_owned(), opened.file(&path).await?);
        }
    }
    Ok((facts, files))
}

/// What the site says of itself.
async fn first() -> Result<Online, Failed> {
    let mut files = BTreeMap::new();
    for path in online::FIRST {
        match network::file(&format!("{}{path}", base())).await {
            Some((200, bytes)) => drop(files.insert(path.to_owned(), bytes)),
            Some((404, _)) => return Err(Failed::NoRelease),
            _ => return Err(Failed::Unreached),
        }
    }
    Online::of(files).ok_or(Failed::NoRelease)
}

/// The same, with these files of it.
async fn with(online: Online, wanted: &[String], press: RwSignal<Press>, round: u32) -> Result<Online, Failed> {
    let mut files = BTreeMap::new();
    for (at, path) in wanted.iter().enumerate() {
        still(round)?;
        press.update(|press| press.stage = Stage::Fetching(at, wanted.len()));
        let known = online.hashes().get(path);
        let mut came = None;
        // While a host puts a new release in place, one may come in between.
        for _ in 0..2 {
            came = match network::file(&format!("{}{path}", base())).await {
                Some((200, bytes)) => Some(bytes),
                _ => return Err(Failed::Unreached),
            };
            if came.as_ref().map(|bytes| sha256(bytes)).as_ref() == known {
                break;
            }
        }
        files.extend(came.map(|bytes| (path.clone(), bytes)));
    }
    still(round)?;
    Ok(online.with(files))
}

/// Lets a worker make it.
async fn pressed(data: &Array, round: u32) -> Result<(Report, Option<(Map, Uint8Array)>), Failed> {
    let address = element(ROOT).and_then(|root| root.dataset().get("presses")).ok_or(Failed::NoWorker)?;
    let options = WorkerOptions::new();
    options.set_type(WorkerType::Module);
    let worker = Worker::new_with_options(&address, &options).map_err(|_| Failed::NoWorker)?;
    let answer = Promise::new(&mut |resolve, reject| {
        let fell = reject.clone();
        let came = EventListener::once(&worker, "message", move |event| {
            let data = event.dyn_ref::<MessageEvent>().map_or(JsValue::NULL, MessageEvent::data);
            // Settling a promise can't fail.
            let _ = resolve.call1(&JsValue::NULL, &data);
        });
        let broke = EventListener::once(&worker, "error", move |_| drop(fell.call0(&JsValue::NULL)));
        came.forget();
        broke.forget();
        STOP.set(Some(reject));
    });
    let posted = worker.post_message(data);
    let answer = JsFuture::from(answer).await;
    STOP.take();
    worker.terminate();
    still(round)?;
    posted.map_err(|_| Failed::NoWorker)?;
    let answer: Array = answer.ok().and_then(|answer| answer.dyn_into().ok()).ok_or(Failed::NoWorker)?;
    let report = answer.get(0).as_string().and_then(|text| serde_json::from_str(&text).ok()).ok_or(Failed::NoWorker)?;
    let files = answer.get(1).dyn_into::<Map>().ok();
    let packed = answer.get(2).dyn_into::<Uint8Array>().ok();
    Ok((report, files.zip(packed)))
}

fn map(files: &BTreeMap<String, Vec<u8>>) -> Map {
    let map = Map::new();
    for (path, bytes) in files {
        map.set(&path.as_str().into(), &Uint8Array::from(bytes.as_slice()));
    }
    map
}

fn next_round() -> u32 {
    ROUND.set(ROUND.get().wrapping_add(1));
    ROUND.get()
}

fn still(round: u32) -> Result<(), Failed> {
    if ROUND.get() == round { Ok(()) } else { Err(Failed::Stopped) }
}

/// Shows how it went, and which folder is open.
async fn settle(desk: Desk, press: RwSignal<Press>, went: Result<Sign, Failed>) {
    let now = async { Opened::open().await?.facts().await };
    let now = now.await.unwrap_or_default();
    press.update(|press| press.stage = stage(now));
    finish(desk, press, went);
}

fn finish(desk: Desk, press: RwSignal<Press>, went: Result<Sign, Failed>) {
    let language = desk.language;
    let sign = match went {
        Ok(sign) => sign,
        Err(Failed::Unreached) => Sign::Wrong(t::unreached(language)),
        Err(Failed::NoRelease) => Sign::Wrong(t::no_release(language)),
        Err(Failed::NoWorker) => Sign::Wrong(t::no_worker(language)),
        Err(Failed::Stopped) => Sign::Said(t::stopped(language)),
        Err(Failed::Store(error)) => Sign::Cannot(error.into()),
    };
    if press.with_untracked(|press| press.stage == Stage::Looking) {
        press.update(|press| press.stage = Stage::Nothing);
    }
    desk.sign.set(sign);
}
