//! The site that was made last: in a worker, of the work folder that is open; or as it was kept by who left while it was on its way.

use super::Failed;
use crate::{
    browser::desk::{
        device, element,
        opened::{Facts, Opened},
        under_way::UnderWay,
    },
    files::{
        parcel,
        release::{
            manifest::{MANIFEST, Manifest},
            report::Report,
        },
    },
    view::desk::ROOT,
};
use gloo_events::EventListener;
use js_sys::{Array, Map, Uint8Array};
use std::{cell::RefCell, collections::BTreeMap};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{MessageEvent, Worker, WorkerOptions, WorkerType};

/// Folders of a work folder that are no part of the site.
const OURS: [&str; 2] = ["work/", "gatherings/"];

thread_local! {
    static MADE: RefCell<Option<Made>> = const { RefCell::new(None) };
}

/// A site that was made.
pub struct Made {
    /// The work folder, as it was then; unknown of one that was kept.
    pub of: Option<Facts>,
    /// What was online then, with its hashes.
    pub was: Option<BTreeMap<String, String>>,
    /// Its files by path; copied out of JavaScript one by one, as somebody looks at them.
    pub files: Map,
    /// All of them as a zip.
    pub packed: Uint8Array,
}

impl Made {
    fn is_of(&self, facts: &Facts) -> bool {
        // That it was kept as a file changes nothing in it.
        let whole = |facts: &Facts| Facts { saved: 0, ..facts.clone() };
        self.of.as_ref().is_none_or(|of| whole(of) == whole(facts))
    }
}

/// There is one now.
pub fn set(made: Option<Made>) {
    MADE.set(made);
}

/// Whether there is one, of this work folder as it is now.
pub fn is_of(facts: Option<&Facts>) -> bool {
    MADE.with_borrow(|made| made.as_ref().is_some_and(|made| facts.is_none_or(|facts| made.is_of(facts))))
}

/// The work folder is another now, in nothing that the site is made of.
pub fn is_now_of(facts: Facts) {
    MADE.with_borrow_mut(|made| made.iter_mut().for_each(|made| made.of = Some(facts.clone())));
}

/// What is in a file of it.
pub fn bytes(path: &str) -> Option<Vec<u8>> {
    let bytes = MADE.with_borrow(|made| made.as_ref()?.files.get(&path.into()).dyn_into::<Uint8Array>().ok());
    Some(bytes?.to_vec())
}

/// All of it as a zip.
pub fn packed() -> Option<Vec<u8>> {
    MADE.with_borrow(|made| Some(made.as_ref()?.packed.to_vec()))
}

/// What was online when it was made.
pub fn was() -> Option<BTreeMap<String, String>> {
    MADE.with_borrow(|made| made.as_ref()?.was.clone())
}

/// Every file of it with its hash, but for the list.
pub fn hashes() -> Option<BTreeMap<String, String>> {
    let list = Manifest::read(&bytes(MANIFEST)?)?;
    Some(list.files().clone())
}

/// Offers it as a file.
pub fn download(name: &str) -> Option<()> {
    device::download_bytes(name, &packed()?)
}

/// One that was kept as a zip.
pub fn unpacked(packed: &[u8]) -> Option<Made> {
    let files = parcel::unpack(packed).ok()?;
    Some(Made { of: None, was: None, files: map(&files), packed: Uint8Array::from(packed) })
}

/// What in the work folder a site is made of.
pub async fn content() -> Result<(Facts, BTreeMap<String, Vec<u8>>), Failed> {
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

/// The worker that makes sites; none where it was not built.
pub fn worker() -> Option<Worker> {
    let address = element(ROOT).and_then(|root| root.dataset().get("presses"))?;
    let options = WorkerOptions::new();
    options.set_type(WorkerType::Module);
    Worker::new_with_options(&address, &options).ok()
}

/// Lets a worker make it: the files and the zip, where nothing is wrong.
pub async fn pressed(data: &Array, work: UnderWay) -> Result<(Report, Option<(Map, Uint8Array)>), Failed> {
    let worker = worker().ok_or(Failed::NoWorker)?;
    let answer = work.until(|resolve, reject| {
        let came = EventListener::once(&worker, "message", move |event| {
            let data = event.dyn_ref::<MessageEvent>().map_or(JsValue::NULL, MessageEvent::data);
            // Settling a promise can't fail.
            let _ = resolve.call1(&JsValue::NULL, &data);
        });
        let broke = EventListener::once(&worker, "error", {
            let reject = reject.clone();
            move |_| drop(reject.call0(&JsValue::NULL))
        });
        came.forget();
        broke.forget();
        if worker.post_message(data).is_err() {
            // Settling a promise can't fail.
            let _ = reject.call0(&JsValue::NULL);
        }
    });
    let answer = answer.await;
    worker.terminate();
    let answer: Array = answer?.and_then(|answer| answer.dyn_into().ok()).ok_or(Failed::NoWorker)?;
    let report = answer.get(0).as_string().and_then(|text| serde_json::from_str(&text).ok()).ok_or(Failed::NoWorker)?;
    let files = answer.get(1).dyn_into::<Map>().ok();
    let packed = answer.get(2).dyn_into::<Uint8Array>().ok();
    Ok((report, files.zip(packed)))
}

/// Files as JavaScript's.
pub fn map(files: &BTreeMap<String, Vec<u8>>) -> Map {
    let map = Map::new();
    for (path, bytes) in files {
        map.set(&path.as_str().into(), &Uint8Array::from(bytes.as_slice()));
    }
    map
}
