//! Taking in what staff have: a work folder, reactions, and gatherings, from files or from this device.

use super::{
    Failed, finish,
    session::{SESSION, Session, begin, keep_fresh, keeping, nothing, offered, read, read_again, told, with_hand},
    together,
};
use crate::{
    browser::desk::{
        device, element,
        opened::{NEW, Opened, keep_versions},
        store::Store,
    },
    domain::{id::Id, reaction::Header},
    files::{
        lines::{Along, Damage, LineFault, Shelf},
        parcel::{ParcelFault, Unpacking},
        work::{Accepting, Added, Gathered, Handed, NotTaken, is_lines},
    },
    texts::fetch as t,
    view::desk::{
        Desk, HANDED, Sign,
        fetch::{Doing, Work},
    },
};
use js_sys::Uint8Array;
use leptos::{prelude::*, web_sys::HtmlInputElement};
use std::collections::BTreeMap;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;

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

/// Puts the gatherings of this device in the work folder.
pub async fn hand_own(desk: Desk, work: RwSignal<Work>) {
    if work.with_untracked(Work::is_busy) {
        return;
    }
    begin(work, Doing::Reading).await;
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
            return together::join(desk, work, &root, files).await;
        }
        if !Opened::open().await?.begin(name, &root, &files, |at, of| keeping(work, at, of)).await? {
            return Err(Failed::Stopped);
        }
        drop(files);
        // From here on colleagues may go different ways.
        let opened = Opened::open().await?;
        if keep_versions(&opened, &root, &device::stamp()).await? > 0
            && let Some(facts) = opened.facts().await?
        {
            opened.saved(facts.changes).await?;
        }
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
