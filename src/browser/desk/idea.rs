//! Keeping what was heard outside a gathering: in the gathering of this device for that, which begins with the first.

use super::{
    acts, device,
    store::{self, Store},
};
use crate::{
    domain::{
        gathering::{About, Book, GatheringId, Names, Outside, Words, Written, outside::heard},
        log::Act,
    },
    texts::{desk as words, idea as t},
    view::desk::{Cannot, Desk, Sign, idea::Typed},
};
use leptos::prelude::*;

/// Keeps what was typed. The words stay in their field until they are safe.
pub async fn hear(desk: Desk, typed: Typed) {
    let (Some(heard_now), Some(who)) = (typed.heard(desk), desk.who.get_untracked()) else { return };
    desk.sign.set(Sign::Saving);
    let key = store::outside(heard_now.nature.code(), about(&heard_now.about));
    let here = match known(&key).await {
        Ok(here) => here,
        Err(error) => return desk.sign.set(Sign::Cannot(error.into())),
    };
    // One that was let go of meanwhile begins anew.
    let here = here.filter(|id| desk.held.with_untracked(|held| held.book(*id).is_some()));
    let Some(id) = here.or_else(|| device::random().map(GatheringId::from)) else {
        return desk.sign.set(Sign::Cannot(Cannot::Refused));
    };
    let called = words::nature(desk.language, heard_now.nature);
    let Ok(name) = Words::of(&format!("{called} – {who}"), 2 * Words::NAME) else { return };
    let host = Words::perhaps(&who).ok().flatten();
    let outside = Outside { nature: heard_now.nature, about: heard_now.about, name, host };
    let written = desk.held.with_untracked(|held| {
        let empty = Book::default();
        let notebook = held.book(id).unwrap_or(&empty).notebook();
        heard(notebook, &outside, &heard_now.noted, &heard_now.showed, &mut Names(&mut device::random))
    });
    let Some(Written { deeds, texts }) = written else { return desk.sign.set(Sign::Cannot(Cannot::Refused)) };
    if acts::write(desk, id, &who, Act::Do(deeds), &texts, &[(&key, &id.to_string())]).await {
        typed.clear();
        desk.sign.set(Sign::Said(t::kept(desk.language)));
    }
}

async fn known(key: &str) -> Result<Option<GatheringId>, crate::browser::storage::StorageError> {
    let device = Store::open().await?.device().await?;
    Ok(device.get(key).and_then(|id| GatheringId::try_from(id.as_str()).ok()))
}

fn about(about: &About) -> &str {
    match about {
        About::Consultation(slug) => slug.as_str(),
        About::Listening => "",
    }
}
