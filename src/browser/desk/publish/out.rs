//! The ways out: into a folder, straight into a bucket, or as a file; and putting the site before back.

use super::{
    Failed, finish,
    goal::Goal,
    in_bucket::Bucket,
    made, online,
    placed::{Site, place},
    settle,
    shipped::Shipped,
};
use crate::{
    browser::{
        base,
        desk::{
            device,
            directory::Directory,
            element,
            opened::Opened,
            under_way::{self, UnderWay},
        },
    },
    domain::{
        bucket::{Location, NotALocation, signature::Key},
        language::Language,
        ordered::Ordered,
    },
    files::{
        parcel,
        release::manifest::{MANIFEST, Manifest},
    },
    texts::{placing as t, publishing},
    view::desk::{
        Desk, Sign,
        folder::Trouble,
        publish::{
            Press, Stage, Way,
            out::{ACCESS, BUCKET, Back, Halted, PREFIX, REGION, REMEMBER, SECRET, SERVER, Typed},
        },
    },
};
use leptos::{prelude::*, web_sys::HtmlInputElement};
use serde_json::{Value, json};
use std::{cell::RefCell, collections::BTreeMap};
use wasm_bindgen::JsCast;

/// Looks what can be gone on with, what can be put back, and which bucket was named.
pub async fn arrive(press: RwSignal<Press>) -> Result<(), Failed> {
    let shipped = Shipped::open().await?;
    let going = shipped.going().await?;
    let halted = going.map(|going| Halted { way: going.way, name: going.name, at: going.at, of: going.of });
    let former = shipped.former().await?;
    let former = former.map(|former| Back { way: former.way, name: former.name, what: former.what });
    let typed = shipped.bucket().await?.map(|fact| typed_before(&fact));
    let folders = Directory::can_be_chosen();
    press.update(|press| {
        (press.halted, press.former, press.folders) = (halted, former, folders);
        press.typed =
            typed.unwrap_or_else(|| Typed { prefix: base().trim_matches('/').to_owned(), ..press.typed.clone() });
    });
    Ok(())
}

/// Puts the site that was made somewhere.
pub async fn send(desk: Desk, press: RwSignal<Press>, way: Way) {
    send_to(desk, press, way, false).await;
}

/// The same; `again`: where it went before.
async fn send_to(desk: Desk, press: RwSignal<Press>, way: Way, again: bool) {
    let site = made::hashes().zip(made::packed());
    let what = press.with_untracked(|press| {
        let lines = press.report.iter().flat_map(|report| report.by_question.iter().flatten());
        lines.cloned().collect::<Vec<_>>()
    });
    let Some((hashes, packed)) = site.filter(|_| !press.with_untracked(Press::is_busy)) else { return };
    let report = press.with_untracked(|press| serde_json::to_string(&press.report.as_deref()).unwrap_or_default());
    let site = Site { hashes, read: &made::bytes, expected: made::was(), after: None, what, report, packed };
    if run(desk, press, (way, again), &site, t::placed).await {
        let noted = note_raised(press).await;
        if noted.is_err() {
            finish(desk, press, noted.map(|()| Sign::Quiet));
        }
    }
}

/// Goes on with what somebody left in the middle.
pub async fn go_on(desk: Desk, press: RwSignal<Press>) {
    if press.with_untracked(Press::is_busy) {
        return;
    }
    let going = async { Ok(Shipped::open().await?.going().await?) };
    match going.await {
        Ok(Some(going)) => {
            made::set(made::unpacked(&going.packed));
            let report = serde_json::from_str(&going.report).ok().flatten();
            press.update(|press| press.report = report);
            let is_back = press.with_untracked(|press| press.report.is_none());
            send_to(desk, press, going.way, true).await;
            if is_back {
                // It has only what was replaced.
                made::set(None);
            }
        }
        Ok(None) => press.update(|press| press.halted = None),
        Err(failed) => finish(desk, press, Err(failed)),
    }
}

/// Does not go on with it.
pub async fn let_go(desk: Desk, press: RwSignal<Press>) {
    let came = async { Ok(Shipped::open().await?.came().await?) };
    let came = came.await.map(|()| Sign::Said(t::not_done(desk.language)));
    press.update(|press| press.halted = None);
    finish(desk, press, came);
}

/// Puts the site before back.
pub async fn take_back(desk: Desk, press: RwSignal<Press>) {
    if press.with_untracked(Press::is_busy) {
        return;
    }
    let former = async {
        let shipped = Shipped::open().await?;
        Ok(shipped.former().await?.zip(Some(shipped.former_files().await?)))
    };
    let (former, files) = match former.await {
        Ok(Some(former)) => former,
        Ok(None) => return,
        Err(failed) => return finish(desk, press, Err(failed)),
    };
    if !device::confirm(&t::back_sure(desk.language, &former.name)) {
        return;
    }
    let read = |path: &str| files.get(path).cloned();
    let what = former.what.clone();
    let list = Manifest::new(former.hashes.clone(), BTreeMap::new()).to_json().into_bytes();
    let packed = parcel::pack_bare(&files.iter().map(pair).chain([(MANIFEST.to_owned(), list)]).to_map());
    let (report, packed) = ("null".to_owned(), packed.unwrap_or_default());
    let site = Site {
        hashes: former.hashes.clone(),
        read: &read,
        expected: None,
        after: Some(former.after),
        what,
        report,
        packed,
    };
    run(desk, press, (former.way, true), &site, |language, name, _| t::went_back(language, name)).await;
}

/// Puts a site somewhere, and says how that went; whether it came there.
async fn run(
    desk: Desk,
    press: RwSignal<Press>,
    (way, again): (Way, bool),
    site: &Site<'_>,
    said: fn(Language, &str, usize) -> String,
) -> bool {
    let work = UnderWay::begin();
    press.update(|press| (press.done, press.failed, press.cors) = (None, None, None));
    let placed = async {
        let Some(goal) = goal(desk, press, way, again).await? else { return Ok(None) };
        under_way::ask_who_leaves(true);
        let steps = place(desk.language, press, &goal, site, work).await?;
        Ok(steps.map(|steps| said(desk.language, &goal.name(), steps)))
    };
    let placed = placed.await;
    under_way::ask_who_leaves(false);
    let came = matches!(placed, Ok(Some(_)));
    let went = match placed {
        Ok(Some(said)) => {
            press.update(|press| press.done = Some(said.clone()));
            Ok(Sign::Told(said))
        }
        Ok(None) => Ok(Sign::Said(t::not_done(desk.language))),
        Err(Failed::Stopped) => Ok(Sign::Said(t::stopped(desk.language))),
        Err(failed) => Err(failed),
    };
    if let Err(Failed::NotAllowed) = &went {
        press.update(|press| press.cors = Some(cors(&device_origin())));
    }
    // What could not be looked up once more shows as it was.
    let _ = arrive(press).await;
    settle(desk, press, went).await;
    came
}

/// Where somebody wants it; nothing where they changed their mind.
async fn goal(desk: Desk, press: RwSignal<Press>, way: Way, again: bool) -> Result<Option<Goal>, Failed> {
    match way {
        Way::Folder => {
            let shipped = Shipped::open().await?;
            let kept = if again { Directory::kept(shipped.folder().await?) } else { None };
            let directory = match kept {
                Some(kept) if kept.may(true).await? => Some(kept),
                Some(_) => return Err(Trouble::Refused.into()),
                None => Directory::choose().await?,
            };
            if let Some(directory) = &directory {
                shipped.keep_folder(directory.to_keep()).await?;
            }
            Ok(directory.map(|directory| Goal::Folder(directory, RefCell::new(BTreeMap::new()))))
        }
        Way::Bucket => {
            let typed = typed(press);
            let filled = [&typed.server, &typed.bucket, &typed.access, &typed.secret];
            if filled.iter().any(|field| field.is_empty()) {
                return Err(Failed::Typed(t::not_filled(desk.language)));
            }
            let region = Some(typed.region.as_str()).filter(|region| !region.is_empty());
            let location = Location::new(&typed.server, region, &typed.bucket, &typed.prefix, None);
            let location = location.map_err(|why| {
                Failed::Typed(match why {
                    NotALocation::Bucket(_) => t::bucket_wrong(desk.language),
                    NotALocation::Prefix(_) => t::prefix_wrong(desk.language),
                    NotALocation::Server(_) | NotALocation::NoServer => t::server_wrong(desk.language),
                })
            })?;
            Shipped::open().await?.keep_bucket(&kept(&typed)).await?;
            let key = Key { access: typed.access, secret: typed.secret, token: None };
            Ok(Some(Goal::Bucket(Bucket::new(location, key))))
        }
    }
}

/// What stands in the fields.
fn typed(press: RwSignal<Press>) -> Typed {
    if element(SERVER).is_none() {
        return press.with_untracked(|press| press.typed.clone());
    }
    let input = |id: &str| element(id).and_then(|field| field.dyn_into::<HtmlInputElement>().ok());
    let value = |id: &str| input(id).map(|input| input.value().trim().to_owned()).unwrap_or_default();
    Typed {
        server: value(SERVER),
        region: value(REGION),
        bucket: value(BUCKET),
        prefix: value(PREFIX),
        access: value(ACCESS),
        secret: value(SECRET),
        remember: input(REMEMBER).is_some_and(|input| input.checked()),
    }
}

/// What is kept of that: the key only if somebody wants it.
fn kept(typed: &Typed) -> Value {
    let Typed { server, region, bucket, prefix, access, secret, remember } = typed;
    let mut fact = json!({ "server": server, "region": region, "bucket": bucket, "prefix": prefix });
    if *remember {
        fact["access"] = access.as_str().into();
        fact["secret"] = secret.as_str().into();
    }
    fact
}

fn typed_before(fact: &Value) -> Typed {
    let text = |key: &str| fact[key].as_str().unwrap_or_default().to_owned();
    Typed {
        server: text("server"),
        region: text("region"),
        bucket: text("bucket"),
        prefix: text("prefix"),
        access: text("access"),
        secret: text("secret"),
        remember: fact.get("secret").is_some(),
    }
}

fn pair((path, bytes): (&String, &Vec<u8>)) -> (String, Vec<u8>) {
    (path.clone(), bytes.clone())
}

fn device_origin() -> String {
    window().location().origin().unwrap_or_default()
}

/// Which rules let this site at a bucket.
fn cors(origin: &str) -> String {
    let rule = json!([{
        "AllowedOrigins": [origin],
        "AllowedMethods": ["GET", "PUT", "DELETE"],
        "AllowedHeaders": ["*"],
        "MaxAgeSeconds": 3600
    }]);
    serde_json::to_string_pretty(&rule).unwrap_or_default()
}

/// Offers the site as a file.
pub async fn keep(desk: Desk, press: RwSignal<Press>) {
    // With its day, so that the one before it stays beside it.
    let name = desk.today.map_or_else(|| "site.zip".to_owned(), |day| format!("site-{day}.zip"));
    let kept = match made::download(&name) {
        None => Ok(Sign::Wrong(publishing::not_packed(desk.language))),
        Some(()) => note_raised(press).await.map(|()| Sign::Said(publishing::kept(desk.language))),
    };
    press.update(|press| press.kept = matches!(kept, Ok(Sign::Said(_))));
    finish(desk, press, kept);
}

/// Notes the revisions that were raised in the work folder.
async fn note_raised(press: RwSignal<Press>) -> Result<(), Failed> {
    let raised = press.with_untracked(|press| press.report.as_ref().map(|report| report.raised.clone()));
    let opened = Opened::open().await?;
    let Some(facts) = opened.facts().await? else { return Ok(()) };
    let written = raised.unwrap_or_default().into_iter();
    let written: Vec<_> = written.map(|(path, text, _)| (format!("{}{path}", facts.root), text.into_bytes())).collect();
    if !written.is_empty() {
        opened.keep(&written.iter().map(|(path, bytes)| (path, bytes)).collect::<Vec<_>>()).await?;
    }
    if let Some(facts) = opened.facts().await? {
        made::is_now_of(facts);
    }
    Ok(())
}

/// Offers the site as it is online now as a file.
pub async fn keep_former(desk: Desk, press: RwSignal<Press>) {
    if press.with_untracked(Press::is_busy) {
        return;
    }
    let work = UnderWay::begin();
    let kept = async {
        let online = online::first().await?;
        let wanted: Vec<_> = online.hashes().keys().cloned().collect();
        let told = |at, of| press.update(|press| press.stage = Stage::Fetching(at, of));
        let online = online::with(online, &wanted, work, told).await?;
        let packed = parcel::pack_bare(online.files()).ok();
        let name = desk.today.map_or_else(|| "site-voor.zip".to_owned(), |day| format!("site-voor-{day}.zip"));
        Ok(match packed.and_then(|packed| device::download_bytes(&name, &packed)) {
            Some(()) => Sign::Said(t::former_kept(desk.language)),
            None => Sign::Wrong(publishing::not_packed(desk.language)),
        })
    };
    let kept = kept.await;
    settle(desk, press, kept).await;
}
