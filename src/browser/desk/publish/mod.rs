//! Making the site of the work folder that is open, in a worker, and putting it online.
//!
//! - [`online`]: what is online now, as far as one needs it.
//! - [`made`]: the site that was made; [`looked`]: looking at it; [`mend`](mod@mend): to where one mends what is wrong.
//! - [`out`]: the ways out, and back; [`zipped`]: as a file; [`typed`]: which bucket.
//! - [`placed`]: putting it somewhere; [`goal`]: a folder, or what is [`in_bucket`].
//! - [`shipped`]: what is kept of that on the device.

mod goal;
mod in_bucket;
mod looked;
mod made;
mod mend;
mod online;
mod out;
mod placed;
mod shipped;
mod typed;
mod zipped;

use super::{
    opened::{Facts, NEW, Opened},
    rooms,
    under_way::{self, Stopped, UnderWay},
    write,
};
use crate::{
    browser::{base, storage::StorageError},
    domain::bucket::Trouble,
    files::release::report::Order,
    texts::{bucket, placing, publishing as t},
    view::desk::{
        Desk, Sign, folder,
        publish::{Look, Press, Stage},
    },
};
use js_sys::Array;
use leptos::{leptos_dom::helpers::request_animation_frame, prelude::*};
pub use looked::{fit, look, looked};
use made::Made;
pub use made::{map, worker};
pub use mend::mend;
pub use out::{go_on, let_go, send, take_back};
use std::sync::Arc;
pub use under_way::stop;
pub use zipped::{keep, keep_former};

/// Why it did not come to that.
enum Failed {
    /// What is online can't be reached.
    Unreached,
    /// It does not say what it is.
    NoRelease,
    /// It does not give files that it says to have.
    NotServed(Vec<String>),
    /// There is no worker, or it fell over.
    NoWorker,
    /// What is on the device can't be read or written.
    Store(StorageError),
    /// A folder does not do what it was asked.
    Folder(folder::Trouble),
    /// A bucket does not.
    Bucket(Trouble),
    /// It answers, and does not let this site read what.
    NotAllowed,
    /// Something that was typed is no use.
    Typed(&'static str),
    /// Files of others would be overwritten.
    InTheWay(Vec<String>),
    /// Reactions stand there.
    WorkFolder,
    /// The site before can't be put back.
    NotBack,
    /// Somebody stopped it.
    Stopped,
}

impl From<StorageError> for Failed {
    fn from(error: StorageError) -> Self {
        Failed::Store(error)
    }
}

impl From<folder::Trouble> for Failed {
    fn from(trouble: folder::Trouble) -> Self {
        Failed::Folder(trouble)
    }
}

impl From<Stopped> for Failed {
    fn from(_: Stopped) -> Self {
        Failed::Stopped
    }
}

/// What goes on as long as the page is there.
pub fn begin_listening() {
    looked::listen();
    under_way::listen();
}

/// Shows which folder is open.
pub async fn arrive(desk: Desk, press: RwSignal<Press>) {
    if press.with_untracked(Press::is_busy) {
        return;
    }
    let facts = async {
        out::arrive(press).await?;
        Ok(Opened::open().await?.facts().await?)
    };
    match facts.await {
        Ok(facts) => {
            // What was made of another folder, or of what this one was before, is not what would be published.
            if !made::is_of(facts.as_ref()) {
                made::set(None);
                press.update(|press| (press.report, press.kept, press.look, press.done) = (None, false, None, None));
            }
            let unready = match &facts {
                // What can't be read is told where one writes.
                Some(_) => write::unready(desk.language).await.unwrap_or_default(),
                None => Vec::new(),
            };
            press.update(|press| press.unready = unready);
            opened(press, facts);
        }
        Err(failed) => finish(desk, press, Err(failed)),
    }
}

/// Which folder is open.
fn opened(press: RwSignal<Press>, facts: Option<Facts>) {
    press.update(|press| match facts {
        Some(facts) => (press.stage, press.name) = (Stage::Open, facts.name),
        None => press.stage = Stage::Nothing,
    });
}

/// Begins a work folder with what is online.
pub async fn begin(desk: Desk, press: RwSignal<Press>) {
    if press.with_untracked(Press::is_busy) {
        return;
    }
    let work = UnderWay::begin();
    let begun = async {
        let online = online::first().await?;
        let wanted = online.to_begin();
        let folder = online::with(online, &wanted, work, fetching(press)).await?.work_folder();
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

fn fetching(press: RwSignal<Press>) -> impl Fn(usize, usize) {
    move |at, of| press.update(|press| press.stage = Stage::Fetching(at, of))
}

/// Makes the site.
pub async fn make(desk: Desk, press: RwSignal<Press>) {
    let Some(today) = desk.today else { return };
    if press.with_untracked(Press::is_busy) {
        return;
    }
    let work = UnderWay::begin();
    made::set(None);
    press.update(|press| {
        (press.report, press.kept, press.look, press.done) = (None, false, None, None);
        press.former_zip = None;
        press.stage = Stage::Fetching(0, 0);
    });
    let made = async {
        let (of, content) = made::content().await?;
        let online = online::first().await?;
        let wanted = online.to_press();
        let online = online::with(online, &wanted, work, fetching(press)).await?;
        press.update(|press| press.stage = Stage::Making);
        let order = Order { base: base(), today, language: desk.language };
        let order = serde_json::to_string(&order).unwrap_or_default();
        let data = Array::of4(&"make".into(), &order.into(), &made::map(&content), &made::map(online.files()));
        let (report, made) = made::pressed(&data, work).await?;
        work.still()?;
        let was = Some(online.hashes().clone());
        made::set(made.map(|(files, packed)| Made { of: Some(of), was, files, packed }));
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

/// Shows how it went, and which folder is open.
async fn settle(desk: Desk, press: RwSignal<Press>, went: Result<Sign, Failed>) {
    let now = async { Opened::open().await?.facts().await };
    let now = now.await.unwrap_or_default();
    opened(press, now);
    finish(desk, press, went);
}

fn finish(desk: Desk, press: RwSignal<Press>, went: Result<Sign, Failed>) {
    let language = desk.language;
    let sign = match went {
        Ok(sign) => sign,
        Err(Failed::Unreached) => Sign::Wrong(t::unreached(language)),
        Err(Failed::NoRelease) => Sign::Wrong(t::no_release(language)),
        Err(Failed::NotServed(paths)) => Sign::Told(placing::not_served(language, &paths)),
        Err(Failed::NoWorker) => Sign::Wrong(t::no_worker(language)),
        Err(Failed::Stopped) => Sign::Said(t::stopped(language)),
        Err(Failed::Store(error)) => Sign::Cannot(error.into()),
        Err(Failed::Folder(trouble)) => Sign::Wrong(match trouble {
            folder::Trouble::Refused => placing::refused(language),
            folder::Trouble::Gone => placing::gone(language),
            folder::Trouble::Full => placing::full(language),
            folder::Trouble::Changes => placing::changes(language),
            _ => placing::unreadable(language),
        }),
        Err(Failed::Bucket(trouble)) => not_placed(desk, press, bucket::trouble(language, &trouble)),
        Err(Failed::NotAllowed) => not_placed(desk, press, bucket::not_allowed(language).to_owned()),
        Err(Failed::Typed(said)) => Sign::Wrong(said),
        Err(Failed::InTheWay(paths)) => not_placed(desk, press, placing::in_the_way(language, &paths)),
        Err(Failed::WorkFolder) => Sign::Wrong(placing::work_folder(language)),
        Err(Failed::NotBack) => Sign::Wrong(placing::not_back(language)),
    };
    if press.with_untracked(|press| press.stage == Stage::Looking) {
        press.update(|press| press.stage = Stage::Nothing);
    }
    desk.sign.set(sign);
}

/// It could not be put there; why shows beside the button.
fn not_placed(desk: Desk, press: RwSignal<Press>, why: String) -> Sign {
    press.update(|press| press.failed = Some(why));
    Sign::Wrong(placing::not_placed(desk.language))
}
