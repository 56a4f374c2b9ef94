//! The ways out: into a folder, straight into a bucket, or as a file; and putting the site before back.

use super::{
    Failed, finish,
    goal::Goal,
    made,
    placed::{Site, place},
    settle,
    shipped::Shipped,
    typed::{bucket, cors, kept, typed, typed_before},
    zipped::note_raised,
};
use crate::{
    browser::{
        base,
        desk::{
            device,
            directory::Directory,
            under_way::{self, UnderWay},
        },
    },
    domain::{language::Language, ordered::Ordered},
    files::{
        parcel,
        release::{
            manifest::{MANIFEST, Manifest},
            report::Report,
        },
    },
    texts::{placing as t, publishing},
    view::desk::{
        Desk, Sign,
        folder::Trouble,
        publish::{
            Press, Way,
            out::{Back, Halted, Typed},
        },
    },
};
use leptos::prelude::*;
use std::{cell::RefCell, collections::BTreeMap, sync::Arc};

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
        let names = [publishing::new, publishing::changed, publishing::gone].map(|name| name(desk.language));
        let of = |report: &Arc<Report>| {
            let all = names.into_iter().zip(&report.by_question);
            all.flat_map(|(name, lines)| lines.iter().map(move |line| format!("{name}: {line}"))).collect::<Vec<_>>()
        };
        press.report.as_ref().map(of).unwrap_or_default()
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
    if press.with_untracked(Press::is_busy) {
        return;
    }
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
    press.update(|press| (press.went, press.done, press.failed, press.cors) = (Some(way), None, None, None));
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
        press.update(|press| press.cors = Some(cors()));
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
            let bucket = bucket(desk.language, &typed)?;
            Shipped::open().await?.keep_bucket(&kept(&typed)).await?;
            Ok(Some(Goal::Bucket(bucket)))
        }
    }
}

fn pair((path, bytes): (&String, &Vec<u8>)) -> (String, Vec<u8>) {
    (path.clone(), bytes.clone())
}
