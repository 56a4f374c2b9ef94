//! The site as a file: the one that was made, and the one that is online.

use super::{Failed, finish, made, online, settle};
use crate::{
    browser::desk::{device, opened::Opened, under_way::UnderWay},
    files::parcel,
    texts::{placing as t, publishing},
    view::desk::{
        Desk, Sign,
        publish::{Press, Stage},
    },
};
use leptos::prelude::*;

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
pub async fn note_raised(press: RwSignal<Press>) -> Result<(), Failed> {
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
    press.update(|press| press.former_zip = None);
    let kept = async {
        let online = online::first().await?;
        let wanted: Vec<_> = online.hashes().keys().cloned().collect();
        let told = |at, of| press.update(|press| press.stage = Stage::Fetching(at, of));
        let (online, refused) = online::served(online, &wanted, work, told).await?;
        let packed = parcel::pack_bare(online.files()).ok();
        let name = desk.today.map_or_else(|| "site-voor.zip".to_owned(), |day| format!("site-voor-{day}.zip"));
        Ok(match packed.and_then(|packed| device::download_bytes(&name, &packed)) {
            Some(()) if refused.is_empty() => Sign::Said(t::former_kept(desk.language)),
            Some(()) => Sign::Told(t::former_kept_but(desk.language, &refused)),
            None => Sign::Wrong(publishing::not_packed(desk.language)),
        })
    };
    let kept = kept.await;
    // Beside its own button: what is said elsewhere on the page changes with the next thing that one does.
    let came = kept.is_ok();
    settle(desk, press, kept).await;
    let said = match desk.sign.get_untracked() {
        Sign::Said(text) | Sign::Wrong(text) => text.to_owned(),
        Sign::Told(text) => text,
        _ => publishing::not_packed(desk.language).to_owned(),
    };
    press.update(|press| press.former_zip = Some((said, came)));
}
